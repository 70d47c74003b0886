//! Single words by class: titles, given names, verbs of saying, heads of names.

use super::file::File;
use super::table::Table;
use crate::text::lexicon as lists;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A sorted list of words in small letters, each with its place.
#[derive(Debug)]
pub struct List(Table<u16>);

impl List {
    fn new(mut words: Vec<&'static str>) -> Self {
        words.sort_unstable();
        words.dedup();
        Self(Table::of(words.into_iter().zip(0..)))
    }

    /// Its words.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.words()
    }

    /// Whether `word`, in small letters, stands in the list.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.0.has(word)
    }

    /// The word's place in the list, a number that is the same in every run.
    #[must_use]
    pub fn place(&self, word: &str) -> Option<u16> {
        self.0.get(word).copied()
    }
}

/// The word lists by class.
#[derive(Debug)]
pub struct Words {
    /// Words of titles, offices and ranks, and nouns for what a person is: `president`, `mr`, `harbourmaster`.
    pub titles: List,
    /// Nouns for a single person: `president`, `harbourmaster`, `resident`.
    pub people: List,
    /// Words that fill a title before its head: `former`, `deputy`.
    pub modifiers: List,
    /// Common given names.
    pub given: List,
    /// Forms of verbs of saying.
    pub saying: List,
    /// Forms of verbs whose object speaks or acts next: `met`, `asked`, `appointed`.
    pub asking: List,
    /// Forms of auxiliaries: `has`, `would`.
    pub auxiliary: List,
    /// Past forms of verbs that do not end in -ed.
    past: List,
    /// Words that say what kind of organisation a name is of: `ministry`, `bank`.
    pub heads: List,
    /// First words of places' names: `rue`, `boulevard`.
    pub place_openings: List,
    /// Nouns behind a place's name: `airport`, `street`.
    pub venues: List,
    /// Nouns that stand before a place's name with "of": `town`.
    pub settlements: List,
    /// Nouns before or behind the name of a body: `magazine`, `airline`.
    pub bodies: List,
    /// Words of outlets' names: `courier`, `gazette`.
    pub outlet_names: List,
    /// Words with capitals that name no actor: `islam`, `cctv`.
    pub no_actors: List,
    /// Nouns behind the name of a thing that is made: `rifle`, `jet`.
    pub made: List,
    /// Letters before a ship's name, in capitals: `HMS`.
    pub ships: List,
    /// Endings of companies' names: `inc`.
    pub suffixes: List,
    /// Prepositions before places: `in`, `near`.
    pub place_prepositions: List,
    /// Words of closed classes.
    pub function: List,
    /// Given names that are almost only women's.
    women: List,
    /// Given names that are almost only men's.
    men: List,
    /// Each spelling of a given name with the usual one.
    spellings: BTreeMap<&'static str, &'static str>,
}

/// The word lists.
pub static WORDS: LazyLock<Words> = LazyLock::new(Words::read);

/// Words of titles that are too general to tell two people apart or to tie them together.
const NO_OFFICE: [&str; 24] = [
    "mr", "mrs", "ms", "miss", "mx", "sir", "dr", "the", "of", "for", "and", "his", "her", "former", "first", "high",
    "very", "hon", "right", "deputy", "vice", "acting", "chief", "special",
];

impl Words {
    fn read() -> Self {
        let class = |name| List::new(lists::WORDS.words(name).map(small).collect());
        let list = |file: File, class| List::new(file.words(class).collect());
        let titles = lists::TITLES.words("title").flat_map(str::split_whitespace).chain(lists::PERSONS.words("role"));
        let mut spellings = BTreeMap::new();
        for record in lists::GIVEN_NAMES.of("spelling") {
            let usual = record.words().next().unwrap_or_default();
            spellings.extend(record.words().map(|word| (word, usual)));
        }
        Self {
            titles: List::new(titles.map(small).filter(|word| !NO_OFFICE.contains(word)).collect()),
            given: List::new(lists::GIVEN_NAMES.words("given-common").map(small).collect()),
            modifiers: list(lists::DESCRIPTIONS, "modifier"),
            people: List::new(people()),
            saying: class("saying"),
            asking: class("asking"),
            auxiliary: class("auxiliary"),
            past: list(lists::DATES, "past-form"),
            heads: class("organization-head"),
            place_openings: list(lists::DESCRIPTIONS, "place-opening"),
            venues: list(lists::DESCRIPTIONS, "venue"),
            settlements: list(lists::DESCRIPTIONS, "settlement"),
            bodies: list(lists::DESCRIPTIONS, "body-noun"),
            outlet_names: list(lists::STATEMENTS, "outlet-name"),
            no_actors: list(lists::DESCRIPTIONS, "no-actor"),
            made: list(lists::DESCRIPTIONS, "made"),
            ships: list(lists::DESCRIPTIONS, "ship"),
            suffixes: class("company-suffix"),
            place_prepositions: class("place-preposition"),
            function: class("function"),
            women: list(lists::GIVEN_NAMES, "women"),
            men: list(lists::GIVEN_NAMES, "men"),
            spellings,
        }
    }

    /// Whether a person of this full name is a woman, where the given name is almost only one sex's. A name of one word
    /// may be a surname and tells nothing.
    #[must_use]
    pub fn is_woman(&self, name: &str) -> Option<bool> {
        let given = name.split_once(' ')?.0.to_lowercase();
        if self.women.has(&given) { Some(true) } else { self.men.has(&given).then_some(false) }
    }

    /// Whether a word in small letters can be what somebody does or did, as far as its form tells.
    #[must_use]
    pub fn may_be_verb(&self, word: &str) -> bool {
        let same = ["set", "put", "hit", "cut", "read", "let", "shut", "hurt", "cost"];
        word.ends_with("ed")
            || word.ends_with('s')
            || self.past.has(word)
            || self.saying.has(word)
            || same.contains(&word)
    }

    /// Whether the word is a past form that does not end in -ed: `went`, `began`.
    #[must_use]
    pub fn is_past(&self, word: &str) -> bool {
        self.past.has(word)
    }

    /// The usual spelling of a given name, where it is among those that are spelled in several ways.
    #[must_use]
    pub fn usual_spelling(&self, word: &str) -> Option<&'static str> {
        self.spellings.get(word).copied()
    }
}

/// What a single person is: the nouns of the lists, without plurals and words that are none by themselves.
fn people() -> Vec<&'static str> {
    let no_person = lists::PERSONS.table("no-person");
    let titles = lists::TITLES.words("title").flat_map(str::split_whitespace);
    let persons = ["role", "calling"].into_iter().flat_map(|class| lists::PERSONS.words(class));
    let all: Vec<&'static str> = titles.chain(persons).map(small).collect();
    let known = List::new(all.clone());
    let plural = |word: &str| {
        word.strip_suffix('s').is_some_and(|stem| !stem.ends_with('s') && known.has(stem))
            || word.strip_suffix("es").is_some_and(|stem| known.has(stem))
            || word.strip_suffix("ies").is_some_and(|stem| known.has(&format!("{stem}y")))
    };
    all.into_iter().filter(|word| !plural(word) && !no_person.has(word)).collect()
}

/// A word of a list in small letters, without a dot at its end; lists are read once, so the few new words may stay.
fn small(word: &'static str) -> &'static str {
    let word = word.trim_end_matches('.');
    if word.chars().any(char::is_uppercase) { word.to_lowercase().leak() } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_read_by_class() {
        assert!(WORDS.titles.has("president") && !WORDS.titles.has("mr") && !WORDS.titles.has("of"));
        assert!(WORDS.given.has("james") && !WORDS.given.has("mohammed") && WORDS.given.has("alison"));
        assert!(WORDS.saying.has("said") && WORDS.heads.has("council") && WORDS.suffixes.has("ltd"));
        assert!(WORDS.people.has("resident") && !WORDS.people.has("residents") && !WORDS.people.has("police"));
        assert!(WORDS.may_be_verb("went") && WORDS.may_be_verb("sailed") && !WORDS.may_be_verb("jet"));
        assert_eq!(WORDS.usual_spelling("sergey"), Some("sergei"));
        assert_eq!(WORDS.usual_spelling("mara"), None);
        assert_eq!(WORDS.is_woman("Veronica Holm"), Some(true));
        assert_eq!(WORDS.is_woman("Donald Vik"), Some(false));
        assert_eq!((WORDS.is_woman("Robin Holm"), WORDS.is_woman("Veronica")), (None, None));
    }
}
