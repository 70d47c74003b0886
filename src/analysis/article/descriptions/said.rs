//! Roles that a verb ties to a name: "X is a militant group", "designated X a terrorist organisation".

use super::found::{Found, Named, Tied};
use super::lexicon::{DESIGNATIONS, GROUP_NOUNS, is_head};
use super::phrase::Clause;
use super::tokens::Class;
use crate::model::{ActorKind, Tie};

pub(super) fn look(clause: &Clause<'_>, name: Named, kind: ActorKind, found: &mut Found<'_>) {
    // What is said in quotation marks is a speaker's word.
    if clause.quotations.hold(clause.tokens[name.from].span.start) {
        return;
    }
    if let Some(said) = predicate(clause, name).or_else(|| given(clause, name, kind)) {
        said.take(clause, name, kind, found);
    } else if kind == ActorKind::Organization && clause.mentions[name.mention as usize].how.is_name() {
        the_group(clause, name, found);
    }
}

/// Where a role may start, and how it is tied to its name.
struct Said {
    at: usize,
    tied: Tied,
    /// Whether somebody gave it: "designated", "appointed".
    given: bool,
}

impl Said {
    fn take(&self, clause: &Clause<'_>, name: Named, kind: ActorKind, found: &mut Found<'_>) {
        let Some(phrase) = clause.phrase(self.at, kind, clause.tokens.len()) else { return };
        if clause.class(self.at) == Some(Class::Owner) {
            return;
        }
        if kind == ActorKind::Organization
            && clause.word(self.at) == "the"
            && phrase.head == phrase.from
            && phrase.ends.len() == 1
        {
            return;
        }
        // In "designated X a terrorist organisation in Norway", the place belongs to the verb.
        let short = kind == ActorKind::Organization && self.given;
        let mut ends = phrase.ends.iter().rev().filter(|end| !short || !end.goes_on);
        if let Some(end) = ends.find(|end| clause.ends_predicate(end.at)) {
            found.take(clause, name.mention, phrase.from..end.at, self.tied);
        }
    }
}

/// Where the role starts behind "X is", "X, who was", "X, which is banned as".
fn predicate(clause: &Clause<'_>, name: Named) -> Option<Said> {
    let mut at = name.end;
    let comma = clause.class(at) == Some(Class::Mark(','));
    at += usize::from(comma);
    let relative = matches!(clause.word(at), "who" | "which");
    at += usize::from(relative);
    if comma && !relative {
        return participle(clause, at).map(|at| Said { at, tied: (Tie::Description, "named-behind"), given: true });
    }
    if !relative && !is_subject(clause, name) {
        return None;
    }
    let tied = if relative { (Tie::Apposition, "who-is") } else { (Tie::Description, "is") };
    let at = copula(clause, at)?;
    let given = participle(clause, at);
    Some(Said { at: given.unwrap_or(at), tied, given: given.is_some() })
}

/// The token behind "is", "was", "has been", "served as".
fn copula(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let behind = match clause.word(at) {
        "is" | "was" | "are" | "were" | "became" | "becomes" | "remains" | "remained" => at + 1,
        "has" | "had" | "have" if matches!(clause.word(at + 1), "been" | "become") => at + 2,
        "served" | "serves" | "works" | "worked" if clause.word(at + 1) == "as" => at + 2,
        _ => return None,
    };
    Some(behind + usize::from(matches!(clause.word(behind), "also" | "still")))
}

/// Where the role starts behind "designated", "banned as", "appointed".
fn participle(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let verb = clause.word(at);
    if !DESIGNATIONS.has(verb) || !verb.ends_with("ed") {
        return None;
    }
    let at = at + 1;
    let bare = matches!(
        verb,
        "designated"
            | "declared"
            | "labelled"
            | "labeled"
            | "branded"
            | "appointed"
            | "named"
            | "elected"
            | "considered"
            | "deemed"
    );
    if clause.word(at) == "as" { Some(at + 1) } else { bare.then_some(at) }
}

/// Where the role starts behind "designated X", "appointed X as".
fn given(clause: &Clause<'_>, name: Named, kind: ActorKind) -> Option<Said> {
    let article = usize::from(name.from > 0 && clause.class(name.from - 1) == Some(Class::Article));
    let verb = name.from.checked_sub(article + 1)?;
    if !DESIGNATIONS.has(clause.word(verb)) {
        return None;
    }
    role_behind(clause, name.end, kind).map(|at| Said { at, tied: (Tie::Description, "named"), given: true })
}

/// Where a role starts at `at`, with "as" or an article before it.
fn role_behind(clause: &Clause<'_>, at: usize, kind: ActorKind) -> Option<usize> {
    let with_as = clause.word(at) == "as";
    let start = at + usize::from(with_as);
    let article = clause.class(start) == Some(Class::Article);
    let office = kind == ActorKind::Person && clause.class(start) == Some(Class::Sure);
    (with_as || article || office).then_some(start)
}

/// "designated the group a terrorist organisation", where the sentence names one organisation before.
fn the_group(clause: &Clause<'_>, name: Named, found: &mut Found<'_>) {
    let organisation = |at: &usize| {
        clause.name(*at).is_some_and(|other| other.kind == ActorKind::Organization)
            && clause.tokens[*at].mention != Some(name.mention)
    };
    let given = (name.end..clause.tokens.len()).find(|at| {
        DESIGNATIONS.has(clause.word(*at)) && clause.word(at + 1) == "the" && GROUP_NOUNS.has(clause.word(at + 2))
            || DESIGNATIONS.has(clause.word(*at)) && clause.word(at + 1) == "it"
    });
    let Some(verb) = given else { return };
    if (0..verb).any(|at| organisation(&at)) {
        return;
    }
    let behind = if clause.word(verb + 1) == "it" { verb + 2 } else { verb + 3 };
    if let Some(at) = role_behind(clause, behind, ActorKind::Organization) {
        Said { at, tied: (Tie::Description, "group-named"), given: true }.take(
            clause,
            name,
            ActorKind::Organization,
            found,
        );
    }
}

/// Whether the name is what its clause is about, and no part of "a friend of X".
fn is_subject(clause: &Clause<'_>, name: Named) -> bool {
    let within = |at: &usize| {
        let token = &clause.tokens[*at];
        token.is_word() || token.class == Class::Article || is_head(&token.word, ActorKind::Person)
    };
    let before = (0..name.from).rev().find(|at| !within(at)).and_then(|at| clause.class(at));
    !matches!(before, Some(Class::Preposition | Class::And | Class::Possessive))
}
