//! The wording that two articles share: how much of it, and which passages.

use super::outline::{Outline, SHINGLE, Word, own_words, shingle};
use crate::base::Span;
use crate::model::{Evidence, Reading};

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

/// The words of an article outside quotation marks, made once for a pair of articles and both directions.
pub(super) struct Own {
    words: Vec<Word>,
    /// The shingle that starts at each word.
    shingles: Vec<Option<u32>>,
    /// The shingles with the words that they start at, in order.
    places: Vec<(u32, u32)>,
}

impl Own {
    pub(super) fn of(text: &str, reading: &Reading) -> Self {
        let words = own_words(text, reading);
        let shingles: Vec<Option<u32>> = (0..words.len()).map(|at| shingle(&words, at)).collect();
        let mut places: Vec<(u32, u32)> =
            shingles.iter().zip(0..).filter_map(|(shingle, at)| Some(((*shingle)?, at))).collect();
        places.sort_unstable();
        Self { words, shingles, places }
    }

    /// The first places of a shingle, in order.
    fn places(&self, shingle: u32) -> &[(u32, u32)] {
        let from = &self.places[self.places.partition_point(|place| place.0 < shingle)..];
        let count = from.iter().take(MOST_PLACES).take_while(|place| place.0 == shingle).count();
        &from[..count]
    }

    /// Its words that stand in `source`, too.
    pub(super) fn wording(&self, source: &Self) -> Wording {
        let mut covered = vec![false; self.words.len()];
        // The places in the source of the shingle that starts at each word.
        let mut places: Vec<&[(u32, u32)]> = vec![&[]; self.words.len()];
        for (at, shingle) in self.shingles.iter().enumerate().filter_map(|(at, shingle)| Some((at, (*shingle)?))) {
            places[at] = source.places(shingle);
            if !places[at].is_empty() {
                covered[at..at + SHINGLE].fill(true);
            }
        }
        let count = covered.iter().filter(|covered| **covered).count();
        let share = (count * 100).checked_div(self.words.len()).unwrap_or(0) as u8;
        Wording { share, passages: passages(self, source, &places) }
    }
}

/// A run of shared words: where it starts in both, and how many words it has.
struct Run {
    at: usize,
    source: usize,
    length: usize,
}

fn passages(own: &Own, source: &Own, places: &[&[(u32, u32)]]) -> Vec<Evidence> {
    let mut runs: Vec<Run> = Vec::new();
    let mut at = 0;
    while at < own.words.len() {
        let starts = places[at].iter().map(|place| place.1 as usize);
        let longest = starts.map(|start| (run(own, at, source, start), start)).max_by_key(|run| run.0);
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
    let evidence = |run: &Run| {
        Evidence::Passage(span(&own.words, run.at, run.length), span(&source.words, run.source, run.length))
    };
    runs.iter().map(evidence).collect()
}

/// How many words from `at` on are those from `start` on in the source.
fn run(own: &Own, at: usize, source: &Own, start: usize) -> usize {
    let pairs = own.shingles[at..].iter().zip(&source.shingles[start..]);
    let shingles = pairs.take_while(|(own, theirs)| own.is_some() && own == theirs).count();
    if shingles > 0 { shingles + SHINGLE - 1 } else { 0 }
}
