//! Places one below the other, labels before them and curves behind: what a phone shows of a ring.

use super::{self as draw, Point, Px};
use crate::site::draw::ring::Place;

/// Height of a row, which is also the least height of a target.
const ROW: f64 = 26.0;
/// From a place to its label.
const GAP: f64 = 12.0;
/// Behind the places, where the curves are.
const ROOM: f64 = 120.0;

/// A column of places.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Column {
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// In their order, from the top.
    pub(crate) places: Vec<Place>,
}

impl Column {
    /// A column of places for these labels.
    pub(crate) fn of<T: AsRef<str>>(labels: &[T]) -> Self {
        let widest = labels.iter().map(|label| draw::width(label.as_ref())).fold(0.0, f64::max);
        let x = widest + GAP;
        let place = |row: usize| {
            let y = (row as f64 + 0.5) * ROW;
            Place { at: Point { x, y }, label: Point { x: widest, y }, left: true }
        };
        Self { width: x + ROOM, height: labels.len() as f64 * ROW, places: (0..labels.len()).map(place).collect() }
    }

    /// A curve from one place to another, as the `d` of a path: the farther apart, the wider.
    pub(crate) fn curve(&self, from: Point, to: Point) -> String {
        // A cubic curve reaches three quarters as far as its handles.
        let reach = from.x + (ROOM - 4.0) / 0.75 * ((from.y - to.y).abs() / self.height).max(0.12).sqrt();
        let [x, far] = [from.x, reach].map(|x| Px(x).written());
        let [one, other] = [from.y, to.y].map(|y| Px(y).written());
        format!("M{x} {one} C{far} {one} {far} {other} {x} {other}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_as_high_as_targets_must_be_and_no_curve_leaves_the_drawing() {
        let column = Column::of(&["Harbour board", "Mara Holm", "Nordline"]);
        assert_eq!(column.places.iter().map(|place| place.at.y).collect::<Vec<_>>(), [13.0, 39.0, 65.0]);
        let curve = column.curve(column.places[0].at, column.places[2].at);
        let reach: f64 = curve[1..].split(['C', ' ']).filter(|part| !part.is_empty()).nth(2).unwrap().parse().unwrap();
        let x = column.places[0].at.x;
        assert!(reach > x && x + (reach - x) * 0.75 <= column.width, "{curve}");
    }
}
