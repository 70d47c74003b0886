//! Roles that stand before a name: "Foreign Minister Mara Holm", "the authority's director, Mara Holm,".

use super::found::{Found, Named};
use super::lexicon::{GROUP_NOUNS, HONORIFICS, is_head};
use super::phrase::{Clause, End, Phrase};
use super::tokens::Class;
use crate::model::{ActorKind, Tie};

/// How many words before a name are looked at.
const REACH: usize = 16;
/// Most words that may be verbs as well as nouns.
const UNSURE: usize = 1;

pub(super) fn look(clause: &Clause<'_>, name: Named, kind: ActorKind, found: &mut Found<'_>) {
    let mut border = name.from;
    while border > 0 && HONORIFICS.has(clause.word(border - 1)) && !is_head(clause.word(border - 1), kind) {
        border -= 1;
    }
    if border > 0 && clause.class(border - 1) == Some(Class::Article) {
        border -= 1;
    }
    match kind {
        ActorKind::Person => title(clause, name, border, found),
        ActorKind::Organization => group(clause, name, found),
        ActorKind::State | ActorKind::Place => place(clause, name, found),
    }
    if kind != ActorKind::Place {
        set_off(clause, name, border, kind, found);
    }
}

/// "Foreign Minister Mara Holm".
fn title(clause: &Clause<'_>, name: Named, border: usize, found: &mut Found<'_>) {
    if border > 0 && clause.class(border) == Some(Class::Article) {
        return;
    }
    let fits = |phrase: &Phrase, end: &End| {
        let last = end.at - 1;
        let closed =
            clause.tokens[last].capital || clause.tokens[last].mention.is_some() || GROUP_NOUNS.has(clause.word(last));
        !end.joined && (!end.goes_on || closed && prepositions_fit(clause, phrase.head + 1, last))
    };
    if let Some(from) = longest(clause, border, ActorKind::Person, fits) {
        found.take(clause, name.mention, from..border, (Tie::Title, "title"));
    }
}

/// Whether what follows a title's head belongs to it, and is no person: "of State", "to Norway".
fn prepositions_fit(clause: &Clause<'_>, from: usize, last: usize) -> bool {
    let kinds = (from..=last).filter(|at| clause.class(*at) == Some(Class::Preposition));
    kinds.into_iter().all(|at| matches!(clause.word(at), "of" | "for" | "to"))
        && (clause.name(last).is_some() || !is_head(clause.word(last), ActorKind::Person))
}

/// "the militant group Free Harbour".
fn group(clause: &Clause<'_>, name: Named, found: &mut Found<'_>) {
    let fits = |phrase: &Phrase, end: &End| {
        !end.goes_on && !end.joined && phrase.head > phrase.from && !clause.tokens[phrase.head].capital
    };
    if let Some(from) = longest(clause, name.from, ActorKind::Organization, fits) {
        found.take(clause, name.mention, from..name.from, (Tie::Apposition, "kind-of-group"));
    }
}

/// "the port city of Lennar".
fn place(clause: &Clause<'_>, name: Named, found: &mut Found<'_>) {
    if name.from < 2 || clause.word(name.from - 1) != "of" {
        return;
    }
    let border = name.from - 1;
    let fits = |phrase: &Phrase, end: &End| {
        let determined = phrase.from > 0 && clause.word(phrase.from - 1) == "the";
        let names = matches!(
            clause.word(phrase.head),
            "city"
                | "town"
                | "village"
                | "island"
                | "province"
                | "republic"
                | "kingdom"
                | "territory"
                | "colony"
                | "peninsula"
        );
        !end.goes_on && !end.joined && determined && names && !clause.tokens[phrase.head].capital
    };
    if let Some(from) = longest(clause, border, ActorKind::Place, fits) {
        found.take(clause, name.mention, from..border, (Tie::Apposition, "kind-of-place"));
    }
}

/// "The authority's director, Mara Holm,".
fn set_off(clause: &Clause<'_>, name: Named, border: usize, kind: ActorKind, found: &mut Found<'_>) {
    let closed = match clause.class(name.end) {
        None => true,
        Some(Class::Mark(',')) => clause.class(name.end + 1) != Some(Class::And) && clause.word(name.end + 1) != "or",
        Some(Class::Mark(mark)) => matches!(mark, '.' | ';' | ':' | ')' | '—' | '–' | '!' | '?'),
        Some(_) => clause.word(name.end) == "who",
    };
    if border < 2 || clause.class(border - 1) != Some(Class::Mark(',')) || !closed {
        return;
    }
    let comma = border - 1;
    let fits = |phrase: &Phrase, end: &End| {
        let determined =
            phrase.from > 0 && matches!(clause.class(phrase.from - 1), Some(Class::Article | Class::Owner));
        let owned = clause.tokens[phrase.from..phrase.head].iter().any(|token| token.class == Class::Possessive);
        let telling = kind == ActorKind::Person || phrase.head > phrase.from;
        !end.joined && (determined || owned) && telling
    };
    if let Some(from) = longest(clause, comma, kind, fits) {
        found.take(clause, name.mention, from..comma, (Tie::Apposition, "before-name"));
    }
}

/// The first token of the longest role that ends before `border`.
fn longest(clause: &Clause<'_>, border: usize, kind: ActorKind, fits: impl Fn(&Phrase, &End) -> bool) -> Option<usize> {
    let stop = |at: &usize| matches!(clause.class(*at), Some(Class::Mark(_) | Class::Stop));
    let least = border.saturating_sub(REACH);
    let first = (least..border).rev().find(stop).map_or(least, |at| at + 1);
    (first..border).filter(|from| opens(clause, *from, border)).find(|from| {
        clause.phrase(*from, kind, border).is_some_and(|phrase| {
            phrase.from == *from && phrase.ends.iter().any(|end| end.at == border && fits(&phrase, end))
        })
    })
}

/// Whether a role can start at `from`: at the edge of a noun phrase.
fn opens(clause: &Clause<'_>, from: usize, border: usize) -> bool {
    if !clause.tokens[from].is_word() || from == 0 && opens_sentence(clause) {
        return false;
    }
    let words = (from..border).take_while(|at| clause.tokens[*at].is_word());
    let doubtful = words.filter(|at| clause.class(*at) == Some(Class::Unsure)).count();
    let before = from.checked_sub(1).filter(|at| *at > 0 || !opens_sentence(clause)).and_then(|at| clause.class(at));
    match before {
        None | Some(Class::Article | Class::Owner | Class::Mark(_) | Class::Preposition) => {
            let verb = from > 0 && clause.word(from - 1) == "to";
            doubtful <= UNSURE && !(verb && doubtful > 0)
        }
        Some(Class::Stop | Class::And | Class::Possessive | Class::Unsure) => doubtful == 0,
        Some(Class::Sure) => false,
    }
}

/// Whether the sentence's first word is an adverb of the whole sentence and no part of a role.
fn opens_sentence(clause: &Clause<'_>) -> bool {
    matches!(clause.word(0), "then" | "now" | "once" | "formerly" | "currently" | "first" | "second")
}
