//! Lays two sentences beside each other, word by word, and finds where the one has what the other has not.

use super::pieces::{Piece, alike};
use std::ops::Range;

/// Least share of what the shorter sentence tells that the other tells in the same order.
const SAME: f32 = 0.6;
/// Fewest pieces that tell something and stand in both.
const FEWEST: usize = 3;
/// What a word that tells something counts beside one of a closed class.
const TELLING: u16 = 3;

/// Two sentences laid beside each other.
#[derive(Clone, Debug)]
pub(super) struct Laid {
    /// Where they part: a stretch of the pieces of each, one of them empty at times; in order.
    pub(super) gaps: Vec<[Range<usize>; 2]>,
    /// The pieces that stand in both, in order.
    pub(super) same: Vec<(usize, usize)>,
    /// Share of what the longer sentence tells that the shorter tells too: 0 to 1.
    pub(super) whole: f32,
    /// Share of what the shorter sentence tells that the longer tells too: 0 to 1.
    pub(super) held: f32,
}

/// Lays `a` beside `b`; `None` where they do not tell nearly the same.
///
/// The longest common subsequence, words that tell something first; its cost is the product of the pieces.
pub(super) fn lay(a: &[Piece<'_>], b: &[Piece<'_>], texts: [&str; 2]) -> Option<Laid> {
    let width = b.len() + 1;
    let mut best = vec![0_u16; (a.len() + 1) * width];
    let worth = |x: usize, y: usize| match (alike(&a[x], &b[y], texts), a[x].tells()) {
        (false, _) => 0,
        (true, true) => TELLING,
        (true, false) => 1,
    };
    for x in (0..a.len()).rev() {
        for y in (0..b.len()).rev() {
            let worth = worth(x, y);
            let (skip, skip_other) = (best[(x + 1) * width + y], best[x * width + y + 1]);
            let both = if worth > 0 { best[(x + 1) * width + y + 1] + worth } else { 0 };
            best[x * width + y] = both.max(skip).max(skip_other);
        }
    }
    let (mut x, mut y) = (0, 0);
    let mut same = Vec::with_capacity(a.len().min(b.len()));
    while x < a.len() && y < b.len() {
        let here = best[x * width + y];
        let worth = worth(x, y);
        if worth > 0 && here == best[(x + 1) * width + y + 1] + worth {
            same.push((x, y));
            (x, y) = (x + 1, y + 1);
        } else if here == best[(x + 1) * width + y] {
            x += 1;
        } else {
            y += 1;
        }
    }
    let told = |pieces: &[Piece<'_>]| pieces.iter().filter(|piece| piece.tells()).count();
    let (one, other) = (told(a), told(b));
    let shared = same.iter().filter(|(x, _)| a[*x].tells()).count();
    let near = shared as f32 >= SAME * one.min(other) as f32;
    (near && shared >= FEWEST).then(|| Laid {
        gaps: gaps(&same, a.len(), b.len()),
        whole: shared as f32 / one.max(other).max(1) as f32,
        held: shared as f32 / one.min(other).max(1) as f32,
        same,
    })
}

fn gaps(same: &[(usize, usize)], a: usize, b: usize) -> Vec<[Range<usize>; 2]> {
    let mut from = (0, 0);
    let ends = same.iter().copied().chain([(a, b)]);
    let gap = |(x, y): (usize, usize)| {
        let gap = [from.0..x, from.1..y];
        from = (x + 1, y + 1);
        gap
    };
    ends.map(gap).filter(|[one, other]| !one.is_empty() || !other.is_empty()).collect()
}
