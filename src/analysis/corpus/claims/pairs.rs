//! Finds the pairs of sentences that are alike.

use super::units::Units;
use crate::analysis::corpus::candidates::{Bounds, alike};
use crate::analysis::corpus::compare::{Conflict, Nearness, RELATED, Signature, compare};
use std::cmp::Reverse;

/// Units stand in order of publication, and what reports the same thing is mostly published within days.
const BOUNDS: Bounds = Bounds { back: 96, rare: false, features: 20, compared: 16 };
/// Weight in hundredths below which a stem is too common to bring sentences together.
const COMMON: u16 = 160;
/// Least share of the mean weight of two sentences that has to be common for a comparison to be worthwhile.
const SHARED: f32 = 0.3;

/// Two units that are alike.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pair {
    /// The later unit, and the earlier one.
    pub(super) units: [u32; 2],
    /// How alike they are: 0 to 1.
    pub(super) similarity: f32,
    /// Whether one may support the other.
    pub(super) akin: bool,
    /// What sets them apart, where a detail does, and how near they are otherwise.
    pub(super) contrast: Option<(Vec<Conflict>, Nearness)>,
}

/// Pairs of units of different articles that are [`RELATED`] at least.
pub(super) fn pairs(signatures: &[Signature], units: &Units) -> Vec<Pair> {
    let signature = |unit: u32| &signatures[units.first(unit) as usize];
    let weights: Vec<u32> = (0..units.len() as u32).map(|unit| signature(unit).weight).collect();
    let worth = |unit: u32, other: u32, shared: u16| {
        let both = weights[unit as usize] + weights[other as usize];
        f32::from(shared) >= SHARED / 2.0 * both as f32 && !same_articles(unit, other, signatures, units)
    };
    let compare = |unit: u32, other: u32| {
        let found = compare(signature(unit), signature(other));
        let (similarity, akin) = (found.similarity(), found.is_akin());
        let contrast = found.contrast().map(|nearness| (found.conflicts, nearness));
        let close = similarity >= RELATED || contrast.is_some();
        close.then_some(Pair { units: [unit, other], similarity, akin, contrast })
    };
    alike(units.len(), BOUNDS, |unit| telling(signature(unit)), worth, compare)
}

/// Whether both units stand in one and the same article alone.
fn same_articles(a: u32, b: u32, signatures: &[Signature], units: &Units) -> bool {
    let article = |at: &u32| signatures[*at as usize].at.entry;
    let first = article(&units.first(a));
    units.of(a).iter().chain(units.of(b)).all(|at| article(at) == first)
}

/// The stems of a sentence that may bring it together with others, in order, each once with its greatest weight.
fn telling(signature: &Signature) -> Vec<(u32, u16)> {
    let words = signature.words.iter().filter(|word| word.weight >= COMMON);
    let mut stems: Vec<(u32, u16)> = words.map(|word| (word.stem, word.weight)).collect();
    stems.sort_unstable_by_key(|(stem, weight)| (*stem, Reverse(*weight)));
    stems.dedup_by_key(|(stem, _)| *stem);
    stems
}
