//! One article's tokens, with what the lists and the rest of the article say of each.

use crate::text::annotated::Text;
use crate::text::gazetteer::{GAZETTEER, Word, class};
use crate::text::tagger::hash;
use crate::text::token::{Shape, Token, letter_case};
use std::ops::Range;

/// What an article says of a word, as bits.
pub mod seen {
    /// In small letters.
    pub const SMALL: u16 = 1;
    /// Capitalised, where only a name would be.
    pub const INSIDE: u16 = 2;
    /// After a title.
    pub const AFTER_TITLE: u16 = 4;
    /// After a given name.
    pub const AFTER_GIVEN: u16 = 8;
    /// After `in`, `at`, `from` …
    pub const AFTER_PREPOSITION: u16 = 16;
    /// Before a verb of saying.
    pub const BEFORE_SAYING: u16 = 32;
    /// Before `Inc.`, `University` and the like.
    pub const BEFORE_HEAD: u16 = 64;
    /// After `the`.
    pub const AFTER_THE: u16 = 128;
    /// More than once.
    pub const OFTEN: u16 = 256;
    /// Before another capitalised word.
    pub const BEFORE_NAME: u16 = 512;
    /// After another capitalised word.
    pub const AFTER_NAME: u16 = 1024;
}

/// Where a token stands in a listed name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Bits of [`crate::text::gazetteer::kind`]; none where the token is in no listed name.
    pub kinds: u16,
    /// Tokens of the name before this one.
    pub before: u8,
    /// Tokens of the name after this one.
    pub after: u8,
}

/// One article, ready for features.
pub struct Document<'t> {
    /// The saved text.
    pub text: &'t str,
    /// Its tokens, sentence after sentence.
    pub tokens: &'t [Token],
    /// What is known of each token's word.
    pub words: &'t [Word],
    /// The listed name that each token is part of.
    pub listed: Vec<Listed>,
    /// What the article says of each token's word; bits of [`seen`].
    pub seen: Vec<u16>,
    /// The tokens of each sentence that is read, in order.
    pub sentences: Vec<Range<usize>>,
    /// Whether each sentence is written in capitals (2), in Title Case (1) or as usual (0).
    pub cases: Vec<u8>,
}

impl<'t> Document<'t> {
    /// Reads the `sentences` of `text`, given as ranges of its tokens.
    #[must_use]
    pub fn new(text: &'t Text<'_>, sentences: Vec<Range<usize>>) -> Self {
        let mut document = Self {
            text: text.saved,
            listed: vec![Listed::default(); text.tokens.len()],
            seen: vec![0; text.tokens.len()],
            cases: sentences.iter().map(|range| letter_case(&text.tokens[range.clone()])).collect(),
            tokens: &text.tokens,
            words: &text.known,
            sentences,
        };
        document.look_up();
        document.gather();
        document
    }

    /// The word of a token.
    #[must_use]
    pub fn word(&self, at: usize) -> &'t str {
        self.tokens[at].span.of(self.text)
    }

    /// The places of the tokens that are read, in order: those of credits are not, and no name may be found there.
    pub fn read(&self) -> impl Iterator<Item = usize> + '_ {
        self.sentences.iter().flat_map(Clone::clone)
    }

    /// Finds listed names, the longest first, from left to right.
    fn look_up(&mut self) {
        for range in &self.sentences {
            let mut at = range.start;
            while at < range.end {
                let Some(found) = GAZETTEER.name(self.text, &self.tokens[at..range.end]) else {
                    at += 1;
                    continue;
                };
                for part in 0..found.length {
                    self.listed[at + part] =
                        Listed { kinds: found.kinds, before: part as u8, after: (found.length - 1 - part) as u8 };
                }
                at += found.length;
            }
        }
    }

    /// Collects what the article says of its words.
    fn gather(&mut self) {
        let capitalised = self.tokens.iter().filter(|token| token.is_capitalised()).count();
        let mut table = Evidence::with_room(capitalised);
        for (range, case) in self.sentences.iter().zip(&self.cases) {
            for at in range.clone().filter(|at| self.tokens[*at].is_capitalised()) {
                let evidence = self.evidence(range, at, *case);
                table.add(self.tokens[at].folded, evidence);
            }
        }
        for token in self.read().map(|at| &self.tokens[at]).filter(|token| token.shape == Shape::Lower) {
            table.note_small(token.folded);
        }
        for (token, seen) in self.tokens.iter().zip(&mut self.seen) {
            if token.is_capitalised() {
                *seen = table.get(token.folded);
            }
        }
    }

    /// What one place says of the word that stands there.
    fn evidence(&self, sentence: &Range<usize>, at: usize, case: u8) -> u16 {
        let mut bits = 0;
        let plain = case == 0;
        if at > sentence.start {
            let (before, word) = (&self.tokens[at - 1], &self.words[at - 1]);
            if plain && (before.shape == Shape::Lower || before.span.of(self.text) == ",") {
                bits |= seen::INSIDE;
            }
            if before.is_capitalised() && self.tokens[at].spaced {
                bits |= seen::AFTER_NAME;
                bits |= if word.classes & class::TITLE != 0 { seen::AFTER_TITLE } else { 0 };
                bits |= if word.classes & (class::GIVEN | class::GIVEN_RARE) != 0 { seen::AFTER_GIVEN } else { 0 };
            }
            if before.shape == Shape::Lower {
                bits |= if word.classes & class::PLACE_PREPOSITION != 0 { seen::AFTER_PREPOSITION } else { 0 };
                bits |= if before.span.of(self.text) == "the" { seen::AFTER_THE } else { 0 };
            }
        }
        if at + 1 < sentence.end {
            let (after, word) = (&self.tokens[at + 1], &self.words[at + 1]);
            if after.is_capitalised() && after.spaced {
                bits |= seen::BEFORE_NAME;
                let heads = class::SUFFIX | class::ORGANIZATION_HEAD;
                bits |= if plain && word.classes & heads != 0 { seen::BEFORE_HEAD } else { 0 };
            }
            if after.shape == Shape::Lower && word.classes & class::SAYING != 0 {
                bits |= seen::BEFORE_SAYING;
            }
        }
        bits
    }
}

/// What an article says of its capitalised words, addressed by their hashes.
struct Evidence {
    slots: Vec<(u64, u16)>,
}

impl Evidence {
    fn with_room(most: usize) -> Self {
        Self { slots: vec![(0, 0); (most * 2 + 2).next_power_of_two()] }
    }

    fn slot(&self, key: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash::spread(key) as usize & mask;
        while self.slots[at].0 != key && self.slots[at].0 != 0 {
            at = (at + 1) & mask;
        }
        at
    }

    fn add(&mut self, key: u64, evidence: u16) {
        let at = self.slot(key);
        let often = if self.slots[at].0 == key { seen::OFTEN } else { 0 };
        self.slots[at] = (key, self.slots[at].1 | evidence | often);
    }

    fn note_small(&mut self, key: u64) {
        let at = self.slot(key);
        if self.slots[at].0 == key {
            self.slots[at].1 |= seen::SMALL;
        }
    }

    fn get(&self, key: u64) -> u16 {
        self.slots[self.slot(key)].1
    }
}
