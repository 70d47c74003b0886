//! The wording that two articles share: how much of it, and which passages.

use super::outline::{Outline, SHINGLE, Word, own_words, shingle};
use crate::base::Span;
use crate::model::{Evidence, Reading};
use std::collections::BTreeMap;

/// Least words of a passage that is shown.
const PASSAGE: usize = 8;

/// Most passages that are shown, the longest ones.
const MOST_PASSAGES: usize = 20;

/// A shingle that stands more often in one article says nothing of where it comes from.
const MOST_PLACES: usize = 4;

/// How many shingles two outlines share.
pub(super) fn shared(one: &Outline, other: &Outline) -> usize {
    let (mut left, mut right, mut count) = (0, 0, 0);
    // Without a branch on which is less: no processor guesses that.
    while let (Some(a), Some(b)) = (one.shingles.get(left), other.shingles.get(right)) {
        count += usize::from(a == b);
        left += usize::from(a <= b);
        right += usize::from(a >= b);
    }
    count
}

/// The wording that an article shares with its source.
pub(super) struct Wording {
    /// Share of its own words that stand in the source too, 0 to 100.
    pub(super) share: u8,
    /// The longest shared passages, in order of the text.
    pub(super) passages: Vec<Evidence>,
}

/// What of `entry`'s own words stands in `from`, too.
pub(super) fn wording(entry: (&str, &Reading), from: (&str, &Reading)) -> Wording {
    let (words, source) = (own_words(entry.0, entry.1), own_words(from.0, from.1));
    let mut places: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, shingle) in (0..source.len()).filter_map(|at| Some((at, shingle(&source, at)?))) {
        let places = places.entry(shingle).or_default();
        if places.len() < MOST_PLACES {
            places.push(at);
        }
    }
    let mut covered = vec![false; words.len()];
    for at in 0..words.len() {
        if shingle(&words, at).is_some_and(|shingle| places.contains_key(&shingle)) {
            covered[at..at + SHINGLE].fill(true);
        }
    }
    let count = covered.iter().filter(|covered| **covered).count();
    let share = (count * 100).checked_div(words.len()).unwrap_or(0) as u8;
    Wording { share, passages: passages(&words, &source, &places) }
}

/// A run of shared words: where it starts in both, and how many words it has.
struct Run {
    at: usize,
    source: usize,
    length: usize,
}

fn passages(words: &[Word], source: &[Word], places: &BTreeMap<u32, Vec<usize>>) -> Vec<Evidence> {
    let mut runs: Vec<Run> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let starts = shingle(words, at).and_then(|shingle| places.get(&shingle)).map_or(&[][..], Vec::as_slice);
        let longest = starts.iter().map(|start| (run(words, at, source, *start), *start)).max_by_key(|run| run.0);
        let (length, start) = longest.unwrap_or((0, 0));
        if length >= PASSAGE {
            runs.push(Run { at, source: start, length });
        }
        at += length.max(1);
    }
    runs.sort_by_key(|run| (std::cmp::Reverse(run.length), run.at));
    runs.truncate(MOST_PASSAGES);
    runs.sort_by_key(|run| run.at);
    let span = |words: &[Word], at: usize, length: usize| Span {
        start: words[at].span.start,
        end: words[at + length - 1].span.end,
    };
    let evidence = |run: &Run| Evidence::Passage(span(words, run.at, run.length), span(source, run.source, run.length));
    runs.iter().map(evidence).collect()
}

/// How many words from `at` on are those from `start` on in the source.
fn run(words: &[Word], at: usize, source: &[Word], start: usize) -> usize {
    let same = |step: &usize| {
        let own = shingle(words, at + step);
        own.is_some() && own == shingle(source, start + step)
    };
    let shingles = (0..words.len() - at).take_while(same).count();
    if shingles > 0 { shingles + SHINGLE - 1 } else { 0 }
}
