//! Where a text that is too long for one page is cut: between paragraphs, else between sentences, else within one.

use crate::base::Span;

/// A place where a text can be cut.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    /// In bytes of the saved text.
    pub(super) at: u32,
    /// What was written before it, in bytes.
    pub(super) before: usize,
    /// Whether a block begins there.
    pub(super) opens: bool,
}

/// Least and most bytes of the words between two places within a sentence: it is cut at white space if it has any.
const STEP: (usize, usize) = (64, 256);

/// The cuts of a text of `total` bytes in parts of about the same weight.
pub(super) fn choose(marks: &[Mark], total: usize, limit: usize) -> Vec<u32> {
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

/// The words at `span` of `text` in steps, between which they can be cut.
pub(super) fn steps(span: Span, text: &str) -> Vec<Span> {
    let (mut steps, mut from, mut spaced) = (Vec::new(), 0, false);
    let step = |from: usize, to: usize| Span::new(span.start as usize + from, span.start as usize + to);
    if span.len() > STEP.1 {
        for (at, letter) in span.of(text).char_indices() {
            let passed = at - from;
            if (spaced && passed >= STEP.0) || passed >= STEP.1 {
                steps.push(step(from, at));
                from = at;
            }
            spaced = letter.is_whitespace();
        }
    }
    steps.push(step(from, span.len()));
    steps
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
