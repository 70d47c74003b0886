//! Lays two sentences beside each other, piece by piece, and finds where the one has what the other has not.

use super::pieces::{Piece, alike, pieces};
use crate::analysis::corpus::compare::Signature;
use crate::analysis::corpus::told::Told;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// Two sentences laid beside each other.
pub(super) struct Pair<'d> {
    pub(super) told: [&'d Told<'d>; 2],
    pub(super) pieces: [Vec<Piece<'d>>; 2],
    /// Where they part: a stretch of the pieces of each, one of them empty at times; in order.
    pub(super) gaps: Vec<[Range<usize>; 2]>,
    /// The pieces that stand in both, in order.
    pub(super) same: Vec<(usize, usize)>,
}

impl<'d> Pair<'d> {
    pub(super) fn new(told: [&'d Told<'d>; 2], signatures: [&Signature; 2]) -> Self {
        let pieces = [0, 1].map(|side| pieces(told[side], signatures[side]));
        let (mut gaps, mut same) = (Vec::new(), Vec::new());
        // Each piece by the first of the one sentence that says the same.
        let numbers = |side: usize| -> Vec<usize> {
            let first = |piece| pieces[0].iter().position(|own| alike(own, piece));
            let others = pieces[side].iter().enumerate();
            others.map(|(at, piece)| first(piece).unwrap_or(pieces[0].len() + at)).collect()
        };
        for op in capture_diff_slices(Algorithm::Lcs, &numbers(0), &numbers(1)) {
            match op {
                DiffOp::Equal { .. } => same.extend(op.old_range().zip(op.new_range())),
                _ => gaps.push([op.old_range(), op.new_range()]),
            }
        }
        Self { told, pieces, gaps, same }
    }

    /// Share of what the shorter sentence tells that the longer tells too, in the same order: 0 to 1.
    pub(super) fn held(&self) -> f32 {
        let [one, other] = &self.pieces;
        self.same.len() as f32 / one.len().min(other.len()).max(1) as f32
    }

    /// Share of what the longer sentence tells that the shorter tells too: 0 to 1.
    pub(super) fn whole(&self) -> f32 {
        let [one, other] = &self.pieces;
        self.same.len() as f32 / one.len().max(other.len()).max(1) as f32
    }

    /// The text of one of the two.
    pub(super) fn text(&self, side: usize) -> &'d str {
        self.told[side].text()
    }

    pub(super) fn in_gap(&self, side: usize, at: usize) -> bool {
        self.gaps.iter().any(|gap| gap[side].contains(&at))
    }
}
