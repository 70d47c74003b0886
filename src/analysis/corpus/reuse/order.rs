//! Tells whether one article tells the same as another in the same order, sentence after sentence.

use super::outline::{Outline, Stem};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Two sentences that tell the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Match {
    /// Indices of the two sentences among those told.
    pub(super) one: usize,
    pub(super) other: usize,
    /// How alike they are, 0 to 1.
    pub(super) alike: f32,
    /// Whether both are told in the reporter's own voice.
    pub(super) aside: bool,
}

/// How two articles run side by side.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// The sentences that tell the same in the same order.
    pub(super) chain: Vec<Match>,
    /// How strongly it shows that one retells the other, 0 to 1.
    pub(super) score: f32,
}

/// Least similarity of two sentences that tell the same.
const ALIKE: f32 = 0.3;

/// Most sentences from one match of a run to the next, in the article that follows the other and in the other: who
/// retells leaves out more than he adds.
const NEAR: (usize, usize) = (2, 5);

/// What a retelling shows: so many sentences in a row, of which so many in the reporter's own voice.
const IN_A_ROW: f32 = 4.0;
const ASIDES: f32 = 2.0;

/// Similarity of a run, summed over its sentences, at which it is as likely as not that one retells the other.
const EVEN: f32 = 1.7;

/// How the sentences of two outlines run side by side.
pub(super) fn order(one: &Outline, other: &Outline) -> Order {
    let matches = matches(one, other);
    let chain = chain(&matches);
    let runs = [NEAR, (NEAR.1, NEAR.0)].map(|near| best_run(&chain, near));
    let strength = runs.into_iter().max_by(f32::total_cmp).unwrap_or_default();
    let strength = strength * chain.len() as f32 / matches.len().max(1) as f32;
    Order { chain, score: strength / (strength + EVEN) }
}

/// The strength of the strongest run of matches that lie near to each other in both articles.
fn best_run(chain: &[Match], near: (usize, usize)) -> f32 {
    let next = |one: &Match, other: &Match| other.one - one.one <= near.0 && other.other - one.other <= near.1;
    chain.chunk_by(next).map(strength).max_by(f32::total_cmp).unwrap_or_default()
}

/// How strongly a run shows that one article retells the other: two reporters of one event share a sentence here and
/// there, and what was said, but not a row of sentences with the same asides among them.
fn strength(run: &[Match]) -> f32 {
    let alike: f32 = run.iter().map(|found| found.alike).sum();
    let asides = run.iter().filter(|found| found.aside).count() as f32;
    alike * (run.len() as f32 / IN_A_ROW).min(1.0) * ((1.0 + asides) / (1.0 + ASIDES)).min(1.0)
}

/// The sentences that tell the same, each the other's best; in order of the first.
fn matches(one: &Outline, other: &Outline) -> Vec<Match> {
    let (rows, columns) = (one.told.len(), other.told.len());
    let mut alike = vec![0.0_f32; rows * columns];
    let mut right = other.stems.chunk_by(|a, b| a.hash == b.hash).peekable();
    for left in one.stems.chunk_by(|a, b| a.hash == b.hash) {
        let stem = left[0].hash;
        while right.next_if(|group| group[0].hash < stem).is_some() {}
        let Some(right) = right.next_if(|group| group[0].hash == stem) else { continue };
        let add = |a: &Stem, b: &Stem, alike: &mut [f32]| {
            alike[usize::from(a.sentence) * columns + usize::from(b.sentence)] += a.weight * b.weight;
        };
        for a in left {
            for b in right {
                add(a, b, &mut alike);
            }
        }
    }
    // The last of equals is the best of a row, and of a column.
    let (mut best_of_row, mut best_of_column) = (vec![(0.0, 0); rows], vec![(0.0, 0); columns]);
    for (row, a) in one.told.iter().enumerate() {
        for (column, b) in other.told.iter().enumerate() {
            let cell = alike[row * columns + column];
            // Most sentences share no word.
            if cell > 0.0 {
                let similarity = cell / (a.length * b.length);
                if similarity >= best_of_row[row].0 {
                    best_of_row[row] = (similarity, column);
                }
                if similarity >= best_of_column[column].0 {
                    best_of_column[column] = (similarity, row);
                }
            }
        }
    }
    let mut found = Vec::new();
    for (row, (similarity, column)) in best_of_row.into_iter().enumerate() {
        if similarity >= ALIKE && best_of_column[column].1 == row {
            let aside = one.told[row].aside && other.told[column].aside;
            found.push(Match { one: row, other: column, alike: similarity, aside });
        }
    }
    found
}

/// The matches that run in one order in both: the longest common subsequence of their places.
fn chain(matches: &[Match]) -> Vec<Match> {
    let places: Vec<usize> = matches.iter().map(|found| found.other).collect();
    let mut ordered = places.clone();
    ordered.sort_unstable();
    let same = capture_diff_slices(Algorithm::Lcs, &places, &ordered);
    let same = same.iter().filter(|op| matches!(op, DiffOp::Equal { .. }));
    same.flat_map(DiffOp::old_range).map(|at| matches[at]).collect()
}
