//! The features of a word that tell its part of speech: spelling, neighbours, lists and clusters.

use super::treebank::{Cut, OUTSIDE, cut};
use crate::text::gazetteer::{Word, class};
use crate::text::tagger::features::Hashes;
use crate::text::tagger::hash::fold;
use crate::text::token::Token;

/// Words that are seen on either side.
const REACH: usize = 2;
/// Classes of words that tell a part of speech.
const CLASSES: u32 = class::SMALL
    | class::KNOWN
    | class::FUNCTION
    | class::AUXILIARY
    | class::ADVERB
    | class::SAYING
    | class::ROLE
    | class::TITLE
    | class::PEOPLE
    | class::MONTH
    | class::WEEKDAY
    | class::GIVEN
    | class::SURNAME
    | class::IN_PLACE;

/// Writes the features of the words of one sentence after the other.
#[derive(Debug, Default)]
pub struct Features<'t> {
    text: &'t str,
    case: u64,
    /// The words of the sentence, and what stands around it.
    cuts: Vec<Cut>,
    /// The hashes of the features of one word.
    pub hashes: Hashes,
}

impl<'t> Features<'t> {
    /// Takes up a sentence: its `tokens`, what the lists say of each, and its letter case.
    pub fn read(&mut self, text: &'t str, tokens: &[Token], known: &[Word], case: u8) {
        (self.text, self.case) = (text, case.into());
        self.cuts.clear();
        self.cuts.extend([OUTSIDE; REACH]);
        cut(text, tokens, known, &mut self.cuts);
        self.cuts.extend([OUTSIDE; REACH]);
    }

    /// The words of the sentence.
    #[must_use]
    pub fn words(&self) -> &[Cut] {
        self.cuts.get(REACH..self.cuts.len().saturating_sub(REACH)).unwrap_or_default()
    }

    /// Fills `hashes` with the features of a word.
    pub fn fill(&mut self, at: usize) {
        let Self { text, case, cuts, hashes } = self;
        let [two_before, before, own, after, two_after] = &cuts[at..=at + 2 * REACH] else { return };
        hashes.0.clear();
        hashes.add_spelling(&text[own.span.clone()]);
        let first = u64::from(at == 0 || before.shape >> 8 != 0 && at < 3);
        let form = own.shape & 15;
        hashes.add(40, own.folded);
        hashes.add_pair(41, own.folded, form);
        hashes.add(42, before.folded);
        hashes.add(43, after.folded);
        hashes.add(44, two_before.folded);
        hashes.add(45, two_after.folded);
        hashes.add_pair(46, before.folded, after.folded);
        hashes.add_pair(47, own.folded, after.shape & 15);
        hashes.add(50, before.ending);
        hashes.add(51, after.ending);
        hashes.add_pair(52, before.ending, own.ending);
        hashes.add_pair(53, own.ending, after.ending);
        hashes.add_pair(54, own.shape, first << 2 | *case);
        hashes.add(55, fold(before.shape, fold(own.shape, after.shape)));
        let cluster = |cut: &Cut, shift: u32| u64::from((cut.known.cluster + 1023) >> shift);
        for (template, shift) in [(60, 6), (61, 3), (62, 0)] {
            for (step, cut) in [before, own, after].into_iter().enumerate() {
                hashes.add_pair(template, step as u64, cluster(cut, shift));
            }
        }
        hashes.add(63, cluster(two_before, 3));
        hashes.add(64, cluster(two_after, 3));
        hashes.add_pair(70, own.known.rarity.into(), fold(form, first << 2 | *case));
        hashes.add_pair(71, u64::from(own.known.classes & CLASSES), fold(form, first));
        hashes.add(72, u64::from(before.known.classes & CLASSES));
        hashes.add(73, u64::from(after.known.classes & CLASSES));
    }
}
