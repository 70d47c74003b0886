//! Where a text that is too long for one page is cut: between paragraphs, else between sentences, else within one.

use super::{Form, Writer, laid_out};
use crate::base::Span;
use crate::model::Entry;
use crate::site::markup::Known;

/// A place where a text can be cut.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    /// In bytes of the saved text.
    at: u32,
    /// What was written before it, in bytes.
    before: usize,
    /// Whether a block begins there.
    opens: bool,
}

/// Least and most bytes of the words between two places within a sentence: it is cut at white space if it has any.
const STEP: (usize, usize) = (64, 256);

/// Where each part but the first of a text starts, so that no part weighs more than `limit` bytes of HTML.
pub(crate) fn cuts(entry: &Entry, known: Vec<Known>, shared: Vec<Span>, limit: usize) -> Vec<u32> {
    let mut writer = Writer::new(entry, known, shared, Form::Page, Span::new(0, entry.article.saved.text.len()));
    writer.marks = Some(Vec::new());
    let Some(writer) = laid_out(writer) else { return Vec::new() };
    choose(writer.marks.as_deref().unwrap_or_default(), writer.out.len(), limit)
}

/// The cuts of a text of `total` bytes in parts of about the same weight.
fn choose(marks: &[Mark], total: usize, limit: usize) -> Vec<u32> {
    if total <= limit {
        return Vec::new();
    }
    let even = total / total.div_ceil(limit);
    let most = limit.min(even + even / 8);
    let (mut cuts, mut first, mut base) = (Vec::new(), 0, 0);
    for (index, mark) in marks.iter().enumerate() {
        let after = marks.get(index + 1).map_or(total, |next| next.before);
        if after - base <= most || index == first {
            continue;
        }
        // A paragraph stays whole where that costs no more than a quarter of the part.
        let mut back = (first + 1..=index).rev().take_while(|at| marks[*at].before - base >= most / 4 * 3);
        let at = if mark.opens { index } else { back.find(|at| marks[*at].opens).unwrap_or(index) };
        cuts.push(marks[at].at);
        (first, base) = (at, marks[at].before);
    }
    cuts
}

impl Writer<'_> {
    /// Notes a place where the text can be cut, if it is being weighed.
    pub(super) fn note_place(&mut self, at: u32, opens: bool) {
        let before = self.out.len();
        if let Some(marks) = &mut self.marks {
            marks.push(Mark { at, before, opens });
        }
    }

    /// Writes words; where they are being weighed, step by step.
    pub(super) fn write_words(&mut self, span: Span) {
        if self.marks.is_none() || span.len() <= STEP.1 {
            return self.words.push(&mut self.out, span);
        }
        let text = span.of(&self.entry.article.saved.text);
        let (mut from, mut spaced) = (0, false);
        for (at, letter) in text.char_indices() {
            let passed = at - from;
            if (spaced && passed >= STEP.0) || passed >= STEP.1 {
                self.write_step(span, from, at);
                from = at;
            }
            spaced = letter.is_whitespace();
        }
        self.write_step(span, from, text.len());
    }

    fn write_step(&mut self, span: Span, from: usize, to: usize) {
        let start = span.start as usize;
        let step = Span::new(start + from, start + to);
        if from > 0 {
            self.note_place(step.start, false);
        }
        self.words.push(&mut self.out, step);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Marks ten bytes of text and a hundred of HTML apart, of which each third opens a block.
    fn marks(count: u32) -> Vec<Mark> {
        (0..count).map(|n| Mark { at: n * 10, before: n as usize * 100, opens: n % 3 == 0 }).collect()
    }

    #[test]
    fn a_text_within_the_limit_is_not_cut() {
        assert!(choose(&marks(10), 1_000, 1_000).is_empty());
    }

    #[test]
    fn parts_are_about_even_and_begin_with_a_block_where_one_is_near() {
        assert_eq!(choose(&marks(30), 3_000, 2_900), [150]);
        assert_eq!(choose(&marks(30), 3_000, 1_000), [90, 180, 270]);
    }

    #[test]
    fn what_has_no_block_near_is_cut_between_sentences() {
        let plain: Vec<Mark> = marks(30).into_iter().map(|mark| Mark { opens: false, ..mark }).collect();
        let cuts = choose(&plain, 3_000, 1_100);
        assert_eq!(cuts, [110, 220]);
    }

    #[test]
    fn no_part_is_empty() {
        let heavy = [Mark { at: 0, before: 500, opens: true }, Mark { at: 10, before: 9_000, opens: true }];
        assert_eq!(choose(&heavy, 20_000, 1_000), [10]);
    }
}
