//! Places on a ring whose labels, in two columns beside it, cannot overlap.

use super::{self as draw, Point};

/// Height of a label's row: labels stand one above the other, so none can touch the next.
const ROW: f64 = 26.0;
/// Half the width of a ring for half its height: a little narrower than round, since labels take up the sides.
const SLIM: f64 = 0.75;
/// From a place to its label.
const GAP: f64 = 12.0;
/// Above the first row and below the last.
const EDGE: f64 = 12.0;

/// A ring of places.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ring {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) middle: Point,
    /// In order around the ring, clockwise from the top.
    pub(crate) places: Vec<Place>,
}

/// A place on a ring, with its label's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    pub(crate) at: Point,
    /// Where the label begins, or ends.
    pub(crate) label: Point,
    /// Whether the label stands left of the place and ends at it.
    pub(crate) left: bool,
}

impl Ring {
    /// A ring of places for these labels, in their order: half of them down its right side, the rest up its left.
    ///
    /// `least` is the least half width, in pixels, so that few places still leave room for the lines between them.
    pub(crate) fn of<T: AsRef<str>>(labels: &[T], least: f64) -> Self {
        let count = labels.len();
        let right = count.div_ceil(2);
        let tall = right as f64 * ROW / 2.0;
        let reach = (tall * SLIM).max(least);
        // From the middle: which side, how far out, how far down.
        let offset = |at: usize| {
            let left = at >= right;
            let row = if left { count - 1 - at } else { at };
            let y = (row as f64 + 0.5) * ROW - tall;
            (left, reach * (1.0 - (y / tall) * (y / tall)).max(0.0).sqrt(), y)
        };
        // Labels near the top and the foot stand further in.
        let extent = |left: bool| {
            let of = |(at, label): (usize, &T)| (offset(at), draw::width(label.as_ref()));
            let own = labels.iter().enumerate().map(of).filter(|((side, ..), _)| *side == left);
            own.map(|((_, out, _), width)| out + GAP + width).fold(reach, f64::max)
        };
        let middle = Point { x: extent(true), y: EDGE + tall };
        let place = |at: usize| {
            let (left, out, y) = offset(at);
            let side = if left { -1.0 } else { 1.0 };
            let at = Point { x: middle.x + side * out, y: middle.y + y };
            Place { at, label: Point { x: at.x + side * GAP, y: at.y }, left }
        };
        let width = middle.x + extent(false);
        Self { width, height: 2.0 * middle.y, middle, places: (0..count).map(place).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_one_side_are_a_row_apart() {
        for count in 1..40 {
            let labels = vec!["Harbour Board"; count];
            let ring = Ring::of(&labels, 60.0);
            for left in [false, true] {
                let mut rows: Vec<f64> = ring.places.iter().filter(|at| at.left == left).map(|at| at.label.y).collect();
                rows.sort_by(f64::total_cmp);
                assert!(rows.windows(2).all(|pair| pair[1] - pair[0] > ROW - 0.001), "{count}");
            }
            let label = draw::width(labels[0]);
            let fits = |at: &Place| {
                if at.left { at.label.x >= label - 0.001 } else { at.label.x <= ring.width - label + 0.001 }
            };
            let inside = |at: &Place| fits(at) && at.at.x >= 0.0 && at.at.y < ring.height;
            assert!(ring.places.iter().all(inside), "{count}");
        }
    }
}
