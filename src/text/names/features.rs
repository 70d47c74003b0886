//! The features of a token that the tagger weighs, each a hash.
//!
//! The choice follows what is usual for names (affixes, shapes, neighbours, lists, clusters), with what the whole
//! article says of a word (Chieu and Ng 2003).

use super::agreement::Agreement;
use super::document::{Document, Listed};
use crate::text::gazetteer::{Word, class};
use crate::text::tagger::features::Hashes;
use crate::text::tagger::hash::fold;
use crate::text::token::Shape;
use std::ops::Range;

/// Groups of word classes that are weighed as one.
const PERSONAL: u32 = class::GIVEN
    | class::GIVEN_RARE
    | class::GIVEN_WORD
    | class::SURNAME
    | class::SURNAME_RARE
    | class::SURNAME_WORLD
    | class::SMALL;
const NOUNS: u32 = class::TITLE
    | class::ROLE
    | class::SUFFIX
    | class::ORGANIZATION_HEAD
    | class::PLACE_HEAD
    | class::EVENT_HEAD
    | class::KIN
    | class::PEOPLE
    | class::RELIGION
    | class::LANGUAGE;
const FORMS: u32 = class::PARTICLE
    | class::SAYING
    | class::MONTH
    | class::WEEKDAY
    | class::PLACE_PREPOSITION
    | class::FUNCTION
    | class::ROLE
    | class::TITLE
    | class::SMALL;
const LISTED: u32 = class::IN_ORGANIZATION | class::IN_PLACE | class::SMALL | class::KNOWN;

/// A token as its neighbours see it; what lies outside the sentence has none of everything.
#[derive(Clone, Copy)]
struct View {
    folded: u64,
    shape: u64,
    word: Word,
    listed: Listed,
    seen: u16,
}

const OUTSIDE: View = View {
    folded: 1,
    shape: 99,
    word: Word { classes: 0, cluster: 0, rarity: 0 },
    listed: Listed { kinds: 0, before: 0, after: 0 },
    seen: 0,
};

/// Writes the features of tokens.
pub struct Features<'d, 't> {
    document: &'d Document<'t>,
    /// The hashes of the features of one token.
    pub hashes: Hashes,
}

impl<'d, 't> Features<'d, 't> {
    /// For the tokens of `document`.
    #[must_use]
    pub fn new(document: &'d Document<'t>) -> Self {
        Self { document, hashes: Hashes::default() }
    }

    fn view(&self, sentence: &Range<usize>, at: usize, step: isize) -> View {
        let Some(at) = at.checked_add_signed(step).filter(|at| sentence.contains(at)) else { return OUTSIDE };
        let token = &self.document.tokens[at];
        let mark = if token.shape == Shape::Mark { token.folded & 0xff } else { 0 };
        View {
            folded: token.folded,
            shape: token.shape as u64 | u64::from(token.spaced) << 4 | mark << 8,
            word: self.document.words[at],
            listed: self.document.listed[at],
            seen: self.document.seen[at],
        }
    }

    /// Fills `hashes` with the features of the token `at` of `sentence`, whose letter case is `case`.
    pub fn fill(&mut self, sentence: &Range<usize>, case: u8, at: usize) {
        self.hashes.0.clear();
        let views: [View; 7] = std::array::from_fn(|step| self.view(sentence, at, step.cast_signed() - 3));
        let first = u64::from(at == sentence.start || views[2].shape >> 8 != 0 && at < sentence.start + 3);
        self.hashes.add_spelling(self.document.word(at));
        self.words(&views, first, case);
        self.lists(&views, first, case);
        self.run(sentence, at);
    }

    /// Adds what the first pass says of the word elsewhere, and of this place: the tags before, at and after it.
    pub fn add_agreement(&mut self, agreement: Agreement, at: usize, tags: &[u8]) {
        let tag = |at: Option<usize>| at.and_then(|at| tags.get(at)).map_or(0, |tag| u64::from(*tag));
        let own = tag(Some(at));
        let Agreement { usual, usual_name, part_of } = agreement;
        self.hashes.add(150, usual.into());
        self.hashes.add(151, usual_name.into());
        self.hashes.add_pair(152, usual.into(), own);
        self.hashes.add_pair(153, usual_name.into(), own);
        self.hashes.add_pair(154, part_of.into(), own);
        self.hashes.add_pair(155, part_of.into(), usual_name.into());
        self.hashes.add_pair(156, own, fold(tag(at.checked_sub(1)), tag(Some(at + 1))));
        self.hashes.add_pair(157, usual.into(), self.document.tokens[at].shape as u64);
    }

    fn words(&mut self, v: &[View; 7], first: u64, case: u8) {
        let shapes = |from: usize, to: usize| v[from..=to].iter().fold(0, |hash, view| fold(hash, view.shape & 0xff));
        let case = u64::from(case);
        self.hashes.add(40, v[3].folded);
        self.hashes.add_pair(41, v[3].folded, v[3].shape & 15);
        self.hashes.add(42, v[2].folded);
        self.hashes.add(43, v[4].folded);
        self.hashes.add(44, v[1].folded);
        self.hashes.add(45, v[5].folded);
        self.hashes.add_pair(46, v[2].folded, v[3].folded);
        self.hashes.add_pair(47, v[3].folded, v[4].folded);
        self.hashes.add_pair(48, v[1].folded, v[2].folded);
        self.hashes.add_pair(49, v[4].folded, v[5].folded);
        self.hashes.add_pair(50, v[3].shape, first << 2 | case);
        self.hashes.add_pair(51, shapes(2, 3), first);
        self.hashes.add_pair(52, shapes(3, 4), first);
        self.hashes.add(53, shapes(2, 4));
        self.hashes.add(54, shapes(1, 5));
        self.hashes.add_pair(55, v[2].folded, v[3].shape & 15);
        self.hashes.add_pair(56, v[4].folded, v[3].shape & 15);
        for (template, shift) in [(60, 6), (61, 3), (62, 0)] {
            for (step, view) in v.iter().enumerate().skip(1).take(5) {
                self.hashes.add_pair(template, step as u64, u64::from((view.word.cluster + 1023) >> shift));
            }
        }
        let coarse = |view: &View| u64::from((view.word.cluster + 1023) >> 3);
        self.hashes.add_pair(65, coarse(&v[2]), coarse(&v[3]));
        self.hashes.add_pair(66, coarse(&v[3]), coarse(&v[4]));
        self.hashes.add_pair(67, coarse(&v[2]), fold(v[3].shape & 15, coarse(&v[4])));
    }

    fn lists(&mut self, v: &[View; 7], first: u64, case: u8) {
        let own = &v[3];
        let rarity = u64::from(own.word.rarity);
        self.hashes.add_pair(70, rarity, own.shape & 15);
        self.hashes.add_pair(
            71,
            rarity,
            fold(u64::from(own.word.classes & class::SMALL), first << 2 | u64::from(case)),
        );
        for (template, mask) in [(72, PERSONAL), (73, NOUNS), (74, FORMS), (75, LISTED)] {
            for (step, view) in v.iter().enumerate().skip(1).take(5) {
                self.hashes.add_pair(template, step as u64, u64::from(view.word.classes & mask));
            }
            self.hashes.add_pair(template + 10, u64::from(own.word.classes & mask), fold(own.shape & 15, first));
            self.hashes.add_pair(
                template + 20,
                u64::from(own.word.classes & mask),
                u64::from(v[4].word.classes & mask),
            );
            self.hashes.add_pair(
                template + 30,
                u64::from(v[2].word.classes & mask),
                u64::from(own.word.classes & mask),
            );
        }
        let place = |listed: Listed| {
            u64::from(listed.kinds) << 4 | u64::from(listed.before.min(2)) << 2 | u64::from(listed.after.min(2))
        };
        self.hashes.add_pair(110, place(own.listed), own.shape & 15);
        self.hashes.add_pair(111, place(v[2].listed), own.shape & 15);
        self.hashes.add_pair(112, place(v[4].listed), own.shape & 15);
        self.hashes.add_pair(113, place(own.listed), v[4].shape & 15);
        self.hashes.add_pair(114, place(own.listed), v[2].shape & 15);
        self.hashes.add_pair(115, place(own.listed), u64::from(own.word.classes & (PERSONAL | NOUNS)));
        let seen = u64::from(own.seen);
        self.hashes.add_pair(120, seen & 3, first << 2 | u64::from(case));
        self.hashes.add_pair(121, seen & (4 | 8 | 64), rarity);
        self.hashes.add_pair(122, seen & (4 | 8 | 16 | 32), first);
        self.hashes.add_pair(123, seen & (16 | 128 | 64), 0);
        self.hashes.add_pair(124, seen & (256 | 512 | 1024), own.shape);
        self.hashes.add_pair(125, seen & (1 | 2 | 4 | 8), u64::from(own.word.classes & PERSONAL));
        for bit in 0..11 {
            if seen >> bit & 1 == 1 {
                self.hashes.add(126, bit);
            }
        }
    }

    /// The capitalised words around the token: how many, what opens and closes them, what stands on both sides.
    fn run(&mut self, sentence: &Range<usize>, at: usize) {
        const MOST: usize = 8;
        let tokens = &self.document.tokens;
        if !tokens[at].is_capitalised() {
            self.hashes.add(130, 0);
            return;
        }
        let joins = |one: usize| tokens[one].is_capitalised() && tokens[one].spaced;
        let mut start = at;
        while start > sentence.start && at - start < MOST && tokens[start].spaced && tokens[start - 1].is_capitalised()
        {
            start -= 1;
        }
        let mut end = at + 1;
        while end < sentence.end && end - at < MOST && joins(end) {
            end += 1;
        }
        let about = |one: usize| (self.document.words[one], tokens[one].folded);
        let (head, head_folded) = about(end - 1);
        let (opens, opens_folded) = about(start);
        let before = if start > sentence.start { about(start - 1) } else { (Word::default(), 1) };
        let after = if end < sentence.end { about(end) } else { (Word::default(), 1) };
        let (length, place) = ((end - start).min(4) as u64, (at - start).min(3) as u64);
        let coarse = |word: Word| u64::from((word.cluster + 1023) >> 3);
        self.hashes.add_pair(131, length, place);
        self.hashes.add_pair(132, head_folded, place);
        self.hashes.add_pair(133, u64::from(head.classes & NOUNS), place);
        self.hashes.add_pair(134, u64::from(opens.classes & (PERSONAL | NOUNS)), fold(length, place));
        self.hashes.add_pair(135, opens_folded, place);
        self.hashes.add_pair(136, before.1, fold(length, place));
        self.hashes.add_pair(137, after.1, fold(length, place));
        self.hashes.add_pair(138, coarse(before.0), fold(length, place));
        self.hashes.add_pair(139, coarse(after.0), fold(length, place));
        self.hashes.add_pair(140, coarse(head), place);
        self.hashes.add_pair(
            141,
            u64::from(head.classes & PERSONAL),
            fold(u64::from(opens.classes & PERSONAL), fold(length, place)),
        );
    }
}
