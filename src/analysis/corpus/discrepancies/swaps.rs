//! Finds where two names have changed places in sentences that are otherwise the same: from Lennar to Trond, or from
//! Trond to Lennar; who accused whom.

use super::parallel::Laid;
use super::pieces::{Piece, Sort, alike};
use super::words::even;
use crate::base::Span;
use crate::model::DiscrepancyKind;

/// Least share of the longer sentence that stands in both, the name that moved set aside.
const WHOLE: f32 = 0.6;

/// What two names that have changed places come to: the kind, and the words of both sides.
pub(super) fn swapped(
    pieces: &[Vec<Piece<'_>>; 2],
    laid: &Laid,
    texts: [&str; 2],
    turned: bool,
) -> Option<(DiscrepancyKind, [Span; 2])> {
    let is_name = |piece: &Piece<'_>| matches!(piece.sort, Sort::Name(..) | Sort::Word(_, true));
    let parted = |side: usize| -> Vec<usize> {
        let gaps = laid.gaps.iter().flat_map(|gap| gap[side].clone());
        gaps.filter(|at| pieces[side][*at].tells()).take(3).collect()
    };
    let same = |one: usize, other: usize| is_name(&pieces[0][one]) && alike(&pieces[0][one], &pieces[1][other], texts);
    // The name that stands in both, and that the moved one has passed.
    let passed_by = |moved: usize, there: usize| {
        let passed = |(x, y): &&(usize, usize)| same(*x, *y) && (*x < moved) != (*y < there);
        let mut others = laid.same.iter().filter(passed);
        Some(((moved, there), others.next().filter(|_| others.next().is_none()).copied()?))
    };
    let alike = |one: usize, other: usize| alike(&pieces[0][one], &pieces[1][other], texts);
    let ((moved, there), (stays, here)) = match (&parted(0)[..], &parted(1)[..]) {
        ([moved], [there]) if same(*moved, *there) => passed_by(*moved, *there)?,
        ([first, last], [from, until]) if alike(*first, *until) && alike(*last, *from) => {
            match (same(*first, *until), same(*last, *from)) {
                (true, true) => ((*first, *until), (*last, *from)),
                (true, false) => passed_by(*first, *until)?,
                (false, true) => passed_by(*last, *from)?,
                (false, false) => return None,
            }
        }
        _ => return None,
    };
    if laid.whole < WHOLE {
        return None;
    }
    let before = |side: usize, at: usize| match &pieces[side].get(at.checked_sub(1)?)?.sort {
        Sort::Small(word) => Some(word.as_str()),
        _ => None,
    };
    let around = |side: usize, one: usize, other: usize| {
        let (first, last) = (one.min(other), one.max(other));
        Span { start: pieces[side][first.saturating_sub(1)].span.start, end: pieces[side][last].span.end }
    };
    let told = [[before(0, moved), before(0, stays)], [before(1, there), before(1, here)]];
    let exchanged = told[0][0] == told[1][1] && told[0][1] == told[1][0] && told[0][0] != told[0][1];
    if exchanged && told.iter().flatten().all(|word| word.is_some_and(|word| !even(word))) {
        return Some((DiscrepancyKind::Name, [around(0, moved, stays), around(1, there, here)]));
    }
    let opens = |side: usize, at: usize| !pieces[side][..at].iter().any(Piece::tells);
    let acts = |side: usize, one: usize, other: usize| opens(side, one.min(other)).then_some(one.min(other));
    let (one, other) = (acts(0, moved, stays)?, acts(1, there, here)?);
    turned.then(|| (DiscrepancyKind::Attribution, [pieces[0][one].span, pieces[1][other].span]))
}
