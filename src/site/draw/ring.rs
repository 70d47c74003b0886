//! Places on a ring whose labels, in two columns beside it, cannot overlap.

use super::Point;

/// Height of a label's row: labels stand one above the other, so none can touch the next.
const ROW: f64 = 26.0;
/// Least half width of the ring, so that few places still leave room for the lines between them.
const LEAST_REACH: f64 = 130.0;
/// Room for a label at either side.
const LABEL: f64 = 190.0;
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
    /// A ring of `count` places: half of them down its right side, the rest up its left.
    pub(crate) fn of(count: usize) -> Self {
        let right = count.div_ceil(2);
        let tall = right as f64 * ROW / 2.0;
        let reach = tall.max(LEAST_REACH);
        let middle = Point { x: LABEL + GAP + reach, y: EDGE + tall };
        let place = |at: usize| {
            let left = at >= right;
            let row = if left { count - 1 - at } else { at };
            let y = (row as f64 + 0.5) * ROW - tall;
            let out = reach * (1.0 - (y / tall) * (y / tall)).max(0.0).sqrt();
            let side = if left { -1.0 } else { 1.0 };
            let at = Point { x: middle.x + side * out, y: middle.y + y };
            Place { at, label: Point { x: at.x + side * GAP, y: at.y }, left }
        };
        Self { width: 2.0 * middle.x, height: 2.0 * middle.y, middle, places: (0..count).map(place).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_one_side_are_a_row_apart() {
        for count in 1..40 {
            let ring = Ring::of(count);
            for left in [false, true] {
                let mut rows: Vec<f64> = ring.places.iter().filter(|at| at.left == left).map(|at| at.label.y).collect();
                rows.sort_by(f64::total_cmp);
                assert!(rows.windows(2).all(|pair| pair[1] - pair[0] > ROW - 0.001), "{count}");
            }
            let inside = |at: &Place| at.at.x >= LABEL && at.at.x <= ring.width - LABEL && at.at.y < ring.height;
            assert!(ring.places.iter().all(inside), "{count}");
        }
    }
}
