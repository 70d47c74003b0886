//! Decides who "he", "she", "him" or "her" is, where the text leaves only one who it can be; else leaves it open.
//!
//! Candidates are all people whose gender does not conflict, named or not: those of the sentence before the pronoun, else
//! those of the nearest sentence before it. One who is the only candidate since the paragraph began is meant, and so is the
//! only subject of the sentence so far, or of the sentence before: a subject goes on as the same one more often than
//! anything else does (docs/accuracy.md).

use super::before::{Before, Choice, choose};
use super::clause::Stands;
use super::people::{Known, Noun, Person, Reader, asks};
use super::words::Word;
use crate::model::How;
use crate::text::lexicon::words::WORDS;
use crate::text::naming::Gender;

/// Most words and marks of a sentence that is read; a longer one is a list.
const LONGEST: usize = 400;
/// Sentences before a pronoun, or people before a description, that are looked at.
const NEAR: usize = 12;

/// A sentence that was read.
pub(super) struct Scene {
    /// Its people, pronouns among them.
    pub(super) people: Vec<Person>,
    /// The words that describe somebody, and whom.
    pub(super) described: Vec<Noun>,
    /// Its pronouns.
    pub(super) decisions: Vec<Decision>,
}

/// Who a pronoun or description is, or that nobody can tell, and why.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decision {
    /// The word of the sentence: the pronoun, or the noun.
    pub(super) at: usize,
    pub(super) how: How,
    pub(super) gender: Option<Gender>,
    pub(super) actor: Option<u32>,
    pub(super) why: &'static str,
}

/// What a pronoun does in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Subject,
    Object,
    Possessive,
}

/// The pronoun that a word is.
fn pronoun(words: &[Word<'_>], at: usize) -> Option<(Gender, Case)> {
    let possessive = || words.get(at + 1).is_some_and(|next| if next.quoted { !next.mark } else { next.is_nominal() });
    Some(match &*words.get(at).filter(|word| word.mention.is_none())?.small {
        "he" => (Gender::Man, Case::Subject),
        "him" => (Gender::Man, Case::Object),
        "his" => (Gender::Man, Case::Possessive),
        "she" => (Gender::Woman, Case::Subject),
        "hers" => (Gender::Woman, Case::Possessive),
        "her" if possessive() => (Gender::Woman, Case::Possessive),
        "her" => (Gender::Woman, Case::Object),
        _ => return None,
    })
}

/// Reads a sentence: its people, with whom each pronoun means.
pub(super) fn scene(words: &[Word<'_>], known: &Known<'_>, before: &Before) -> Scene {
    let reader = Reader::new(words, known);
    let fronted = reader.fronted;
    let (mut people, described) = reader.read();
    let mut decisions = Vec::new();
    for at in 0..words.len() {
        let Some((gender, case)) = pronoun(words, at) else { continue };
        if words.len() > LONGEST {
            decisions.push(Decision {
                at,
                how: How::Pronoun,
                gender: None,
                actor: None,
                why: "the sentence is a list",
            });
            continue;
        }
        let decided = Place { words, at, gender, case, fronted, people: &people, before }.decide();
        let (actor, why) = decided.map_or_else(|why| (None, why), |(actor, why)| (Some(actor), why));
        decisions.push(Decision { at, how: How::Pronoun, gender: Some(gender), actor, why });
        if !words[at].quoted {
            let stands = if case == Case::Subject { Stands::Subject } else { Stands::Elsewhere };
            let (from, end, gender) = (at, at + 1, Some(gender));
            let leads = stands == Stands::Subject && !asks(words, end);
            let person = Person { from, end, actor, gender, stands, leads, quoted: false, described: false };
            people.insert(people.partition_point(|other| other.from < at), person);
        }
    }
    decisions.extend(descriptions(&people, before));
    decisions.sort_by_key(|decision| decision.at);
    Scene { people, described, decisions }
}

/// The pronouns of a headline or caption, which goes on from nothing: nobody can tell whom they mean.
pub(super) fn open<'w>(words: &'w [Word<'_>]) -> impl Iterator<Item = Decision> + 'w {
    let why = "it stands in no paragraph of the text";
    let decision = move |at| Decision { at, how: How::Pronoun, gender: None, actor: None, why };
    (0..words.len()).filter(|at| pronoun(words, *at).is_some()).map(decision)
}

/// Descriptions of somebody of whom alone the sentence, else the nearest one before it, speaks.
fn descriptions<'p>(people: &'p [Person], before: &'p Before) -> impl Iterator<Item = Decision> + 'p {
    let decision = move |(place, person): (usize, &Person)| {
        let actor = person.actor?;
        let near = before.nearest().take(NEAR).find(|people| !people.is_empty());
        let near = if place > 0 { &people[..place] } else { near.map_or(&[][..], Vec::as_slice) };
        let alone = !near.is_empty() && near.len() <= NEAR && near.iter().all(|other| other.actor == Some(actor));
        alone.then_some(Decision {
            at: person.end - 1,
            how: How::Description,
            gender: None,
            actor: Some(actor),
            why: "the article describes nobody else so",
        })
    };
    people.iter().enumerate().filter(|(_, person)| person.described && !person.quoted).filter_map(decision)
}

/// A pronoun in its sentence.
struct Place<'a> {
    words: &'a [Word<'a>],
    at: usize,
    gender: Gender,
    case: Case,
    /// Where the circumstance ends that the sentence opens with.
    fronted: usize,
    people: &'a [Person],
    before: &'a Before,
}

/// A person who is meant, and why; or why nobody can tell.
type Decided = Result<(u32, &'static str), &'static str>;

impl Place<'_> {
    fn decide(&self) -> Decided {
        let word = &self.words[self.at];
        if word.quoted {
            return Err("it stands in quoted words");
        }
        if word.capital && self.at > 0 && !self.words[self.at - 1].mark {
            return Err("it is part of a title");
        }
        if self.words.iter().any(|word| !word.quoted && matches!(&*word.small, "i" | "you" | "your" | "my" | "me")) {
            return Err("the sentence is spoken to somebody");
        }
        let (actor, why) = match choose(&self.prior(), self.gender) {
            Choice::One(actor, stands) => self.in_sentence(actor, stands)?,
            Choice::Nobody => self.before_sentence()?,
            Choice::Unnamed => self.same_pronoun().ok_or("somebody without a name can be meant")?,
            Choice::Several => self.same_pronoun().ok_or("several people of the sentence can be meant")?,
        };
        if self.coming().is_some_and(|other| other.can_be(self.gender) && other.actor != Some(actor)) {
            return Err("the subject to come can be meant");
        }
        let named = |person: &Person| person.quoted && person.actor == Some(actor);
        if self.case == Case::Subject && self.people.iter().any(named) {
            return Err("the quoted words name the person");
        }
        Ok((actor, why))
    }

    /// The people of the sentence before the pronoun.
    fn prior(&self) -> impl Iterator<Item = &Person> + Clone {
        self.people.iter().filter(|person| person.end <= self.at && !person.quoted)
    }

    /// The one person whom the sentence spoke of before the pronoun.
    fn in_sentence(&self, actor: u32, stands: Stands) -> Decided {
        if self.case == Case::Subject && self.prior().any(|person| person.actor == Some(actor) && self.is_met(person)) {
            return Err("the one named is whom the person met");
        }
        let nearest = self.prior().last().filter(|person| person.stands == Stands::Subject);
        if self.case == Case::Object && nearest.is_some_and(|person| !self.clause_opens(person.end)) {
            return Err("it is not the subject of its own verb");
        }
        match self.before.context(self.gender) {
            Choice::Nobody => Ok((actor, "nobody else was spoken of")),
            Choice::One(other, _) if other == actor => Ok((actor, "nobody else was spoken of in the paragraph")),
            _ if stands == Stands::Subject && self.case != Case::Object && self.goes_on() => {
                Ok((actor, "the subject of the clause goes on"))
            }
            _ if stands == Stands::Subject && self.case == Case::Subject => {
                Ok((actor, "the only subject of the sentence goes on"))
            }
            _ => Err("others were spoken of before"),
        }
    }

    /// Whether the sentence opens with what its subject did to somebody: "After meeting Mara Holm, he".
    fn is_met(&self, person: &Person) -> bool {
        let participle = |word: &Word<'_>| word.small.len() > 5 && word.small.ends_with("ing");
        person.end < self.fronted && self.at >= self.fronted && self.words[..person.from].iter().any(participle)
    }

    /// Whether a clause opens between the word at `from` and the pronoun: "Holm feared that", "Holm said the quay would".
    fn clause_opens(&self, from: usize) -> bool {
        let opens = |at: usize| {
            let word = &self.words[at];
            let told = WORDS.saying.has(&word.small) && at + 1 < self.at;
            let mark = word.mark && word.small != "'s";
            told || mark
                || matches!(&*word.small, "that" | "and" | "but" | "who" | "as" | "when" | "while" | "if" | "because")
        };
        (from..self.at).any(opens)
    }

    /// Whether no other subject stands between the last person who was one and the pronoun.
    fn goes_on(&self) -> bool {
        let Some(subject) = self.prior().filter(|person| person.stands == Stands::Subject).last() else { return false };
        let mut from = subject.end;
        // ", the harbour master,"
        if self.words.get(from).is_some_and(|word| word.small == ",") {
            from = (from + 1..self.at).find(|at| self.words[*at].small == ",").unwrap_or(from);
        }
        let other = |word: &Word<'_>| {
            let small = &*word.small;
            let mark = matches!(small, ";" | ":" | "(" | "—" | "–");
            !word.quoted
                && (mark
                    || matches!(small, "it" | "they" | "there" | "we" | "which" | "who" | "whose" | "this" | "these"))
        };
        !self.words[from..self.at].iter().any(other)
    }

    /// The one person whom the nearest sentence before spoke of.
    fn before_sentence(&self) -> Decided {
        let only = matches!(self.before.context(self.gender), Choice::One(..));
        for people in self.before.nearest().take(NEAR) {
            return match choose(&people.iter(), self.gender) {
                Choice::Nobody => continue,
                Choice::One(_, Stands::Aside) => Err("somebody else acts in the sentence before"),
                Choice::One(actor, _) if only => Ok((actor, "nobody else was spoken of in the paragraph")),
                Choice::One(actor, Stands::Subject) => Ok((actor, "the subject of the sentence before goes on")),
                Choice::One(..) => Err("others were spoken of before"),
                Choice::Unnamed => self.only_subject(people).ok_or("somebody without a name can be meant"),
                Choice::Several => {
                    self.only_subject(people).ok_or("several people of the sentence before can be meant")
                }
            };
        }
        match self.before.earlier(self.gender) {
            Choice::One(actor, _) => Ok((actor, "nobody else was spoken of")),
            Choice::Nobody => Err("nobody was spoken of"),
            _ => Err("nobody was spoken of shortly before"),
        }
    }

    /// Whom the same pronoun means that is the last subject before it in the sentence: "he" before "his".
    fn same_pronoun(&self) -> Option<(u32, &'static str)> {
        let subjects = self.prior().filter(|person| person.stands == Stands::Subject && person.can_be(self.gender));
        let last = subjects.last().filter(|last| pronoun(self.words, last.from).is_some())?;
        Some((last.actor.filter(|_| self.case != Case::Object)?, "the same pronoun goes on"))
    }

    /// The only one among the `people` of the sentence before who is a subject, where the pronoun is one, too.
    fn only_subject(&self, people: &[Person]) -> Option<(u32, &'static str)> {
        let subjects = people.iter().filter(|person| person.stands == Stands::Subject);
        let leads = subjects.clone().filter(|person| person.can_be(self.gender)).all(|person| person.leads);
        match choose(&subjects, self.gender) {
            Choice::One(actor, _) if self.case == Case::Subject && leads => {
                Some((actor, "the only subject of the sentence before goes on"))
            }
            _ => None,
        }
    }

    /// The subject to come, where the pronoun stands in what opens the sentence: "In his speech, Mara Holm said".
    fn coming(&self) -> Option<&Person> {
        let mut later = self.people.iter().filter(|person| person.from > self.at && !person.quoted);
        let main = self.case == Case::Subject && self.fronts_no_clause();
        if self.at >= self.fronted || main {
            None
        } else if self.fronted == self.words.len() {
            later.next()
        } else {
            later.find(|person| person.from >= self.fronted && person.stands == Stands::Subject)
        }
    }

    /// Whether the sentence opens with a circumstance that is no clause: "In 2014", and not "When".
    fn fronts_no_clause(&self) -> bool {
        let mut open = self.words.iter().filter(|word| !word.mark && !word.quoted);
        let preposition = ["in", "on", "at", "during", "by", "for", "from", "under", "within", "with"];
        open.next().is_some_and(|word| preposition.contains(&&*word.small))
            && open.next().is_some_and(|word| !word.small.ends_with("ing"))
    }
}
