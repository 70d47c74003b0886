//! The word lists that statements are told by.

use crate::model::Stance;
use crate::text::lexicon::table::Table;
use crate::text::lexicon::words::WORDS;
use crate::text::lexicon::{DESCRIPTIONS, STATEMENTS};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a word does in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// "the", "his", "some".
    Determiner,
    /// "he", "they".
    Pronoun,
    /// "of", "at".
    Preposition,
    /// "and", "but".
    Conjunction,
    /// "that", "because", "as".
    Subordinator,
    /// "who", "which".
    Relative,
    /// "has", "would", "not".
    Auxiliary,
    /// "also", "repeatedly".
    Adverb,
    /// "Tuesday", "last", "week".
    Time,
    /// Any other.
    Word,
}

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// "say".
    Base,
    /// "says".
    Third,
    /// "said", in the past or as a participle.
    Past,
    /// "saying".
    Gerund,
}

/// What a reporting verb may stand with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a letter of the word list, and any may stand with any")]
pub(super) struct Frames {
    pub(super) quotation: bool,
    /// A clause without "that".
    pub(super) clause: bool,
    /// A clause with "that".
    pub(super) that: bool,
    pub(super) question: bool,
    pub(super) infinitive: bool,
    pub(super) object: bool,
    /// A noun phrase and what it is called: "called the plan a mistake".
    pub(super) label: bool,
    pub(super) hearer: bool,
    /// Its bare and its "-s" form are nouns as often.
    pub(super) noun: bool,
}

/// One sense of a form: a verb with or without its particle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    pub(super) form: Form,
    pub(super) frames: Frames,
    pub(super) stance: Stance,
    pub(super) particle: Option<&'static str>,
}

/// The word lists.
pub(super) struct Lexicon {
    /// Senses by form, those with a particle first.
    verbs: Table<Vec<Verb>>,
    nouns: Table<Stance>,
    classes: Table<Class>,
    nouns_in_ly: Table,
    pub(super) speech: Table,
    pub(super) outlet_heads: Table,
    pub(super) spokespersons: Table,
    pub(super) unnamed: Table,
    /// Numbers, times and other words that are no speaker by themselves.
    pub(super) speechless: Table,
    /// Nouns for bodies, groups of people, states and documents, beside those for a person.
    speakers: Table,
}

/// The word lists, read once.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

impl Lexicon {
    fn read() -> Self {
        let list = |name| STATEMENTS.table(name);
        let words = |name| STATEMENTS.words(name);
        // A word of several classes has the first of these.
        let order = [
            ("subordinator", Class::Subordinator),
            ("relative", Class::Relative),
            ("determiner", Class::Determiner),
            ("pronoun", Class::Pronoun),
            ("preposition", Class::Preposition),
            ("conjunction", Class::Conjunction),
            ("auxiliary", Class::Auxiliary),
            ("time", Class::Time),
            ("adverb", Class::Adverb),
        ];
        Self {
            verbs: Table::of(verbs()),
            nouns: Table::of(STATEMENTS.of("noun").flat_map(|record| {
                let stance = stance_of(record.value);
                record.words().map(move |word| (word, stance))
            })),
            classes: Table::of(order.into_iter().flat_map(|(name, kind)| words(name).map(move |word| (word, kind)))),
            nouns_in_ly: list("noun-in-ly"),
            speech: list("speech"),
            outlet_heads: list("outlet-head"),
            spokespersons: list("spokesperson"),
            unnamed: list("unnamed"),
            speechless: list("speechless"),
            speakers: Table::of_words(
                ["speaker", "unnamed", "speech", "outlet-head", "spokesperson"]
                    .into_iter()
                    .flat_map(words)
                    .chain(["group", "place"].into_iter().flat_map(|class| DESCRIPTIONS.words(class))),
            ),
        }
    }

    /// Whether a noun in small letters, one or many, can be a speaker: a person, a body, a state, a document.
    pub(super) fn speaks(&self, noun: &str) -> bool {
        let one = |noun: &str| {
            let person = ["ist", "ee", "man", "men", "woman", "women"]
                .iter()
                .any(|end| noun.len() > end.len() + 2 && noun.ends_with(end));
            person || self.speakers.has(noun) || WORDS.people.has(noun) || WORDS.heads.has(noun)
        };
        let ending = |ending: &str, one_has: &str| noun.strip_suffix(ending).map(|stem| format!("{stem}{one_has}"));
        let last = noun.rsplit('-').next().unwrap_or(noun);
        one(noun)
            || one(last)
            || [ending("ies", "y"), ending("es", ""), ending("s", "")].into_iter().flatten().any(|noun| one(&noun))
    }

    /// What a word in small letters does.
    pub(super) fn class(&self, word: &str) -> Class {
        match self.classes.get(word) {
            Some(class) => *class,
            None if word.ends_with("ly") && word.len() > 4 && !self.nouns_in_ly.has(word) => Class::Adverb,
            None => Class::Word,
        }
    }

    /// The senses of a word in small letters as a reporting verb, those with a particle first.
    pub(super) fn verbs(&self, word: &str) -> &[Verb] {
        self.verbs.get(word).map_or(&[], Vec::as_slice)
    }

    /// What a noun that reports does.
    pub(super) fn noun(&self, word: &str) -> Option<Stance> {
        self.nouns.get(word).copied()
    }
}

fn stance_of(name: &str) -> Stance {
    use Stance::{
        Affirmed, Announced, Asked, Claimed, Criticised, Denied, Praised, Promised, Said, Thought, Urged, Warned,
    };
    let all = [Claimed, Affirmed, Urged, Denied, Promised, Warned, Criticised, Praised, Asked, Thought, Announced];
    all.into_iter().find(|stance| stance.word() == name).unwrap_or(Said)
}

fn verbs() -> BTreeMap<String, Vec<Verb>> {
    let mut all: BTreeMap<String, Vec<Verb>> = BTreeMap::new();
    for record in STATEMENTS.of("verb") {
        let (stance, letters) = record.value.split_once(' ').unwrap_or((record.value, ""));
        let (stance, frames) = (stance_of(stance), frames(letters));
        for entry in record.words() {
            let mut parts = entry.split('/');
            let lemma = parts.next().unwrap_or_default();
            let (lemma, particle) = lemma.split_once('+').map_or((lemma, None), |(verb, with)| (verb, Some(with)));
            for (word, form) in forms(lemma, parts) {
                let senses = all.entry(word).or_default();
                let sense = Verb { form, frames, stance, particle };
                match senses.iter_mut().find(|known| known.particle == particle && known.form == form) {
                    Some(known) => known.frames = known.frames.and(frames),
                    None => senses.push(sense),
                }
            }
        }
    }
    for senses in all.values_mut() {
        senses.sort_by_key(|sense| (sense.particle.is_none(), sense.form));
    }
    all
}

fn frames(letters: &str) -> Frames {
    let has = |letter| letters.contains(letter);
    Frames {
        quotation: has('q'),
        clause: has('t'),
        that: has('t') || has('h'),
        question: has('w'),
        infinitive: has('i'),
        object: has('o'),
        label: has('l'),
        hearer: has('r'),
        noun: has('n'),
    }
}

impl Frames {
    /// What either may stand with.
    fn and(self, other: Self) -> Self {
        Self {
            quotation: self.quotation || other.quotation,
            clause: self.clause || other.clause,
            that: self.that || other.that,
            question: self.question || other.question,
            infinitive: self.infinitive || other.infinitive,
            object: self.object || other.object,
            label: self.label || other.label,
            hearer: self.hearer || other.hearer,
            noun: self.noun || other.noun,
        }
    }
}

/// The forms of a verb; `given` are the past and the participle where they are irregular.
fn forms(lemma: &str, given: std::str::Split<'_, char>) -> Vec<(String, Form)> {
    let stem = lemma.strip_suffix('e').unwrap_or(lemma);
    let y = lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o']));
    let doubled = ["quip", "rebut", "slam"].contains(&lemma).then(|| format!("{lemma}{}", &lemma[lemma.len() - 1..]));
    let third = match y {
        Some(stem) => format!("{stem}ies"),
        None if lemma.ends_with(['s', 'x']) || lemma.ends_with("sh") || lemma.ends_with("ch") || lemma == "go" => {
            format!("{lemma}es")
        }
        None => format!("{lemma}s"),
    };
    let gerund = match &doubled {
        Some(doubled) => format!("{doubled}ing"),
        None if lemma.ends_with("ee") => format!("{lemma}ing"),
        None => format!("{stem}ing"),
    };
    let mut all = vec![(lemma.to_owned(), Form::Base), (third, Form::Third), (gerund, Form::Gerund)];
    let past: Vec<String> = given.map(str::to_owned).collect();
    if past.is_empty() {
        let regular = match (&doubled, y) {
            (Some(doubled), _) => format!("{doubled}ed"),
            (None, Some(stem)) => format!("{stem}ied"),
            (None, None) => format!("{stem}ed"),
        };
        all.push((regular, Form::Past));
    } else {
        all.extend(past.into_iter().map(|word| (word, Form::Past)));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_known_in_all_their_forms() {
        for word in ["said", "says", "saying", "told", "replied", "quipped", "agreeing", "stresses", "denies", "wrote"]
        {
            assert!(!LEXICON.verbs(word).is_empty(), "{word}");
        }
        assert!(LEXICON.verbs("called").iter().any(|sense| sense.particle == Some("for")));
        assert!(LEXICON.verbs("walked").is_empty());
    }

    #[test]
    fn a_word_has_one_class() {
        assert_eq!(LEXICON.class("that"), Class::Subordinator);
        assert_eq!(LEXICON.class("reportedly"), Class::Adverb);
        assert_eq!(LEXICON.class("harbour"), Class::Word);
    }
}
