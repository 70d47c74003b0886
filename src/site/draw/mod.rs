//! Where the parts of drawings stand: plain geometry, the same on every machine.
//!
//! Only `+ - * /` and square roots are used, which IEEE 754 rounds alike everywhere; lengths are
//! rounded to a tenth of a pixel before they are written.

pub(crate) mod bars;
pub(crate) mod column;
pub(crate) mod dots;
pub(crate) mod order;
pub(crate) mod ring;

use serde::{Serialize, Serializer};

/// A length in pixels, written with one decimal at most.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub(crate) struct Px(pub(crate) f64);

impl Px {
    /// As SVG writes it.
    pub(crate) fn written(self) -> String {
        let tenths = (self.0 * 10.0).round() / 10.0;
        // Adding zero turns a negative zero into a plain one.
        format!("{}", tenths + 0.0)
    }
}

impl Serialize for Px {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written())
    }
}

/// A point of a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Point {
    pub(crate) x: f64,
    pub(crate) y: f64,
}

/// A curve from one point to another that bends towards `middle`, as the `d` of a path.
///
/// The farther apart the points are, the more it bends: lines between neighbours stay at the rim.
pub(crate) fn bent(from: Point, to: Point, middle: Point) -> String {
    let half = Point { x: f64::midpoint(from.x, to.x), y: f64::midpoint(from.y, to.y) };
    let far = |one: Point, other: Point| {
        let (x, y) = (one.x - other.x, one.y - other.y);
        (x * x + y * y).sqrt()
    };
    let share = far(from, to) / (far(from, middle) + far(to, middle)).max(1.0);
    let bend = |half: f64, middle: f64| Px(half + (middle - half) * (0.2 + 0.5 * share)).written();
    format!(
        "M{} {} Q{} {} {} {}",
        Px(from.x).written(),
        Px(from.y).written(),
        bend(half.x, middle.x),
        bend(half.y, middle.y),
        Px(to.x).written(),
        Px(to.y).written()
    )
}

/// About how wide a label of 13 pixels is, in pixels, and rather too wide: the page sets it in a face that is not known.
pub(crate) fn width(label: &str) -> f64 {
    let of = |c: char| match c {
        _ if c >= '\u{1100}' => 14.0,
        'm' | 'w' | 'M' | 'W' | '…' => 12.0,
        _ if c.is_uppercase() => 9.5,
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | ' ' | '-' | '.' | ',' | '’' => 5.0,
        _ => 8.0,
    };
    label.chars().map(of).sum()
}

/// `text` cut to `most` characters, with an ellipsis where something was cut.
pub(crate) fn fitted(text: &str, most: usize) -> String {
    if text.chars().nth(most).is_none() {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most - 1).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_one_decimal_at_most_and_no_negative_zero() {
        assert_eq!([Px(1.0), Px(1.26), Px(-0.01)].map(Px::written), ["1", "1.3", "0"]);
    }

    #[test]
    fn wide_letters_take_more_room() {
        assert!(width("Mara Holm") > width("till Lili") && width("风暴临近") > width("wind"));
    }

    #[test]
    fn long_names_end_with_an_ellipsis() {
        assert_eq!((fitted("Harbour", 7).as_str(), fitted("Harbour Board", 9).as_str()), ("Harbour", "Harbour…"));
    }
}
