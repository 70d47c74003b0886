//! What the word lists say of single words and of whole names.

use super::tagger::hash;
use super::tagger::table::Table;
use super::tagger::words;
use super::token::{Shape, Token, tokenize};
use crate::base::Span;
use crate::text::lexicon;
use std::sync::LazyLock;

/// Classes of single words, as bits.
pub mod class {
    macro_rules! bits {
        ($($(#[$about:meta])* $name:ident = $bit:literal;)*) => {
            $($(#[$about])* pub const $name: u32 = 1 << $bit;)*
        };
    }
    bits! {
        /// A common given name.
        GIVEN = 0;
        /// Another given name.
        GIVEN_RARE = 1;
        /// A given name that is more often another word.
        GIVEN_WORD = 2;
        /// A common surname.
        SURNAME = 3;
        /// Another surname.
        SURNAME_RARE = 4;
        /// A surname of a list of the world.
        SURNAME_WORLD = 5;
        /// A word of a title: `Mr.`, `Minister`.
        TITLE = 6;
        /// A noun for what a person is or does.
        ROLE = 7;
        /// An ending of companies' names: `Inc.`.
        SUFFIX = 8;
        /// `University`, `Ministry`, `Bank` …
        ORGANIZATION_HEAD = 9;
        /// `River`, `Street`, `Island` …
        PLACE_HEAD = 10;
        /// `War`, `Summit`, `Act` …
        EVENT_HEAD = 11;
        /// `van`, `bin`, `al` …
        PARTICLE = 12;
        /// `son`, `wife` …
        KIN = 13;
        /// A form of a verb of saying.
        SAYING = 14;
        /// A month.
        MONTH = 15;
        /// A day of the week.
        WEEKDAY = 16;
        /// A religion or its followers.
        RELIGION = 17;
        /// A people or a political direction.
        PEOPLE = 18;
        /// A language.
        LANGUAGE = 19;
        /// `in`, `near` …
        PLACE_PREPOSITION = 20;
        /// A word of a closed class.
        FUNCTION = 21;
        /// Written in small letters by a dictionary.
        SMALL = 22;
        /// A word of a name of a listed organisation.
        IN_ORGANIZATION = 23;
        /// A word of a name of a listed place.
        IN_PLACE = 24;
        /// Among the frequent words of large texts.
        KNOWN = 25;
        /// A form of a verb for what governments do.
        ACTING = 26;
        /// A noun for what governments have.
        OF_STATES = 27;
        /// `has`, `would` …
        AUXILIARY = 28;
        /// `also`, `not`, `already` …
        ADVERB = 29;
        /// `GMT` …
        TIME_ZONE = 30;
        /// `Probe`, `Event` …: ends the name of a thing or happening; the tagger does not look at it.
        THING_HEAD = 31;
    }
}

/// Kinds of whole names, as bits.
pub mod kind {
    /// A sovereign state.
    pub const STATE: u16 = 1;
    /// A seat of a state's government: its capital.
    pub const CAPITAL: u16 = 2;
    /// A house that stands for a government.
    pub const SEAT: u16 = 4;
    /// A people, or the adjective of a state.
    pub const DEMONYM: u16 = 8;
    /// A region, territory or state of a federation.
    pub const REGION: u16 = 16;
    /// A large city.
    pub const CITY: u16 = 32;
    /// Another town.
    pub const TOWN: u16 = 64;
    /// An international or armed organisation, or one of a state.
    pub const ORGANIZATION: u16 = 128;
    /// A medium or a company.
    pub const COMPANY: u16 = 256;
    /// Written in capitals, and only so.
    pub const ACRONYM: u16 = 512;
    /// An office, rank or honorific.
    pub const TITLE: u16 = 1024;
    /// Set where longer names begin so; no name itself unless another bit is set.
    pub(super) const OPENS: u16 = 1 << 15;
}

/// What is known of a single word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// Bits of [`class`].
    pub classes: u32,
    /// The cluster of words used alike, see [`words::About`].
    pub cluster: u16,
    /// How rare the word is, see [`words::About`]; 15 where it is unknown.
    pub rarity: u8,
}

/// A whole name found in a sentence.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// Bits of [`kind`].
    pub kinds: u16,
    /// How many tokens it has.
    pub length: usize,
}

/// All lists.
pub struct Gazetteer {
    words: Table<Word>,
    names: Table<u16>,
}

/// Most words and names that the lists may hold.
const WORDS: usize = 160_000;
const NAMES: usize = 40_000;

/// Words of listed names that say nothing of what is named.
const LINKING: [&str; 12] = ["of", "the", "and", "for", "in", "on", "to", "de", "la", "-", "&", "'"];

/// The lists, read once.
pub static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::read);

impl Gazetteer {
    /// What is known of the word with this hash of its small letters.
    #[must_use]
    pub fn word(&self, folded: u64) -> Word {
        self.words.get(key(folded)).unwrap_or(Word { rarity: 15, ..Word::default() })
    }

    /// The longest listed name that `tokens` open with.
    #[must_use]
    pub fn name(&self, text: &str, tokens: &[Token]) -> Option<Found> {
        let first = tokens.first()?;
        let opens_small =
            first.shape == Shape::Lower && tokens.get(1).is_some_and(|next| next.span.start == first.span.end);
        if !first.is_capitalised() && !opens_small {
            return None;
        }
        let mut found = self.acronym(text, first).map(|kinds| Found { kinds, length: 1 });
        let mut hash = 0;
        for (at, token) in tokens.iter().enumerate() {
            hash = hash::fold(hash, token.folded);
            let Some(kinds) = self.names.get(hash) else { break };
            // "The European union", "the Labour party".
            let whole = token.shape != Shape::Lower || at > 0 && kinds & kind::ORGANIZATION != 0;
            if kinds & !kind::OPENS != 0 && whole {
                let kinds = kinds & !kind::OPENS;
                found = match found {
                    Some(short) if at == 0 => Some(Found { kinds: kinds | short.kinds, length: 1 }),
                    _ => Some(Found { kinds, length: at + 1 }),
                };
            }
            if kinds & kind::OPENS == 0 {
                break;
            }
        }
        found
    }

    fn acronym(&self, text: &str, token: &Token) -> Option<u16> {
        let word = token.span.of(text);
        let capitals = matches!(token.shape, Shape::Capitals | Shape::Dotted | Shape::LettersAndDigits);
        if token.shape == Shape::Capitalised && self.can_be_acronym(word) {
            return self.names.get(hash::exact(&word.to_uppercase())).filter(|kinds| kinds & kind::ACRONYM != 0);
        }
        capitals.then(|| self.names.get(hash::exact(word))).flatten()
    }

    /// Whether a capitalised word can be an acronym that is written as it is spoken, as British papers do: "Nato", "Unesco";
    /// it is neither a word nor a person's name.
    #[must_use]
    pub fn can_be_acronym(&self, word: &str) -> bool {
        const OTHER: u32 = class::SMALL | class::GIVEN | class::GIVEN_RARE | class::GIVEN_WORD | class::SURNAME;
        (4..=6).contains(&word.len())
            && word.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
            && self.word(hash::folded(word)).classes & OTHER == 0
    }

    fn read() -> Self {
        let mut lists = Self { words: Table::with_room(WORDS), names: Table::with_room(NAMES) };
        for (folded, about) in words::all() {
            let small = if about.small { class::SMALL } else { 0 };
            *lists.words.entry(u64::from(folded)) =
                Word { classes: class::KNOWN | small, cluster: about.cluster + 1, rarity: about.rarity as u8 };
        }
        lists.read_words();
        lists.read_states();
        for record in lexicon::ORGANIZATIONS.records().filter(|record| record.class != "agency") {
            let kinds = if matches!(record.class, "media" | "company") { kind::COMPANY } else { kind::ORGANIZATION };
            for name in std::iter::once(record.value).chain(record.words()) {
                lists.add_name(name, kinds, class::IN_ORGANIZATION);
            }
        }
        for record in lexicon::PLACES.records() {
            let kinds = match record.class {
                "city" => kind::CITY,
                "town" => kind::TOWN,
                _ => kind::REGION,
            };
            record.words().for_each(|name| lists.add_name(name, kinds, class::IN_PLACE));
        }
        lists
    }

    fn read_words(&mut self) {
        for (file, listed, bit) in [
            (lexicon::GIVEN_NAMES, "given-common", class::GIVEN),
            (lexicon::GIVEN_NAMES, "given-other", class::GIVEN_RARE),
            (lexicon::GIVEN_NAMES, "given-other-word", class::GIVEN_WORD),
            (lexicon::SURNAMES, "surname-common", class::SURNAME),
            (lexicon::SURNAMES, "surname-other", class::SURNAME_RARE),
            (lexicon::SURNAMES, "surname-world", class::SURNAME_WORLD),
            (lexicon::PERSONS, "role", class::ROLE),
        ] {
            file.words(listed).for_each(|word| self.add_word(word, bit));
        }
        for title in lexicon::TITLES.words("title") {
            title
                .split([' ', '-'])
                .filter(|word| !LINKING.contains(word))
                .for_each(|word| self.add_word(word, class::TITLE));
            self.add_name(title, kind::TITLE, 0);
            // "Col. Holm" is "Col Holm" in Britain.
            if title.contains('.') {
                self.add_name(&title.replace('.', ""), kind::TITLE, 0);
            }
        }
        for record in lexicon::WORDS.records() {
            record.words().for_each(|word| self.add_word(word, class_named(record.class)));
        }
    }

    fn read_states(&mut self) {
        for record in lexicon::STATES.records() {
            let (kinds, part) = match record.class {
                "capital" => (kind::CAPITAL, class::IN_PLACE),
                "people" => (kind::DEMONYM, 0),
                "seat" => (kind::SEAT, class::IN_PLACE),
                _ => (kind::STATE, class::IN_PLACE),
            };
            let own = (record.class == "state").then_some(record.value);
            own.into_iter().chain(record.words()).for_each(|name| self.add_name(name, kinds, part));
        }
    }

    fn add_word(&mut self, word: &str, bit: u32) {
        let entry = self.words.entry(key(hash::folded(word)));
        if entry.classes == 0 {
            entry.rarity = 15;
        }
        entry.classes |= bit;
    }

    fn add_name(&mut self, name: &str, kinds: u16, part: u32) {
        let name = name.trim();
        let mut tokens = Vec::new();
        tokenize(name, Span::new(0, name.len()), &mut tokens);
        let [first, rest @ ..] = tokens.as_slice() else { return };
        if rest.is_empty() && first.shape != Shape::Capitalised && name.len() <= 8 && first.shape != Shape::Mixed {
            *self.names.entry(hash::exact(name)) |= kinds | kind::ACRONYM;
            return;
        }
        let mut hash = 0;
        for (at, token) in tokens.iter().enumerate() {
            hash = hash::fold(hash, token.folded);
            *self.names.entry(hash) |= if at + 1 < tokens.len() { kind::OPENS } else { kinds };
            if part != 0 && !LINKING.contains(&token.span.of(name)) {
                self.add_word(token.span.of(name), part);
            }
        }
    }
}

const fn key(folded: u64) -> u64 {
    folded & 0xffff_ffff
}

fn class_named(name: &str) -> u32 {
    match name {
        "company-suffix" => class::SUFFIX,
        "organization-head" => class::ORGANIZATION_HEAD,
        "place-head" => class::PLACE_HEAD,
        "event-head" => class::EVENT_HEAD,
        "particle" => class::PARTICLE,
        "kin" => class::KIN,
        "saying" => class::SAYING,
        "month" => class::MONTH,
        "weekday" => class::WEEKDAY,
        "religion" => class::RELIGION,
        "people" => class::PEOPLE,
        "language" => class::LANGUAGE,
        "time-zone" => class::TIME_ZONE,
        "thing-head" => class::THING_HEAD,
        "acting" => class::ACTING,
        "of-states" => class::OF_STATES,
        "auxiliary" => class::AUXILIARY,
        "adverb" => class::ADVERB,
        "place-preposition" => class::PLACE_PREPOSITION,
        _ => class::FUNCTION,
    }
}
