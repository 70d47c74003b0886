//! Numbers of a sentence with what they count, and whether two of them can be the same.

use crate::analysis::lexicon::content::{content_words, stem_of};
use crate::base::Span;
use crate::model::{Hedge, Quantity, Unit};

/// A number and what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The lower end, in thousandths.
    pub from: i64,
    /// The upper end, in thousandths; the same for a single number.
    pub to: i64,
    /// How exact the text says it is.
    pub hedge: Hedge,
    /// The stem of what is counted, or of the unit: amounts of one kind can be compared.
    pub kind: u32,
    /// Where its words stand.
    pub span: Span,
}

impl Amount {
    /// The amount that `quantity` names; `None` where the text does not say of what.
    #[must_use]
    pub fn of(text: &str, quantity: &Quantity) -> Option<Self> {
        let noun = || quantity.noun.and_then(|noun| content_words(text, noun).last()).map(|word| word.stem);
        let kind = match quantity.unit {
            Unit::Count => noun()?,
            Unit::Ordinal => noun()?.rotate_left(1),
            Unit::Percent => stem_of("percent")?.rotate_left(2),
            Unit::Money(code) => stem_of(code)?.rotate_left(3),
            Unit::Measure(name) => stem_of(name)?.rotate_left(4),
        };
        let from = quantity.thousandths;
        let to = quantity.to.unwrap_or(from);
        Some(Self { from, to, hedge: quantity.hedge, kind: (kind >> 32) as u32, span: quantity.span })
    }

    /// Whether both can mean the same number: rounding, ranges and "more than" are respected.
    #[must_use]
    pub fn fits(&self, other: &Self) -> bool {
        let overlap = self.from <= other.to && other.from <= self.to;
        overlap || self.reaches(other) || other.reaches(self) || self.rounds(other) || other.rounds(self)
    }

    /// Whether the hedge of this one reaches the other number.
    fn reaches(&self, other: &Self) -> bool {
        let part = |of: i64, in_so_many: i64| of / in_so_many;
        match self.hedge {
            Hedge::Exact => false,
            Hedge::About => (other.from - self.from).abs() <= part(self.from.abs(), 8),
            // Two different lower bounds are two numbers.
            Hedge::AtLeast if other.hedge == Hedge::AtLeast => false,
            Hedge::AtLeast => other.to >= self.from && other.to <= self.from + part(self.from.abs(), 2),
            Hedge::AtMost => other.from <= self.to && other.from >= part(self.to, 2),
        }
    }

    /// Whether this one is the other, rounded to two digits or more, or to one where "about" says so.
    fn rounds(&self, other: &Self) -> bool {
        let (Some(step), Some(finer)) = (last_digit(self.from), last_digit(other.from)) else { return false };
        let digits = self.from / step;
        let about = |hedge| matches!(hedge, Hedge::Exact | Hedge::About);
        let enough = about(self.hedge) && about(other.hedge) && (digits >= 10 || self.hedge != other.hedge);
        finer < step && enough && (self.from - other.from).abs() * 2 <= step
    }
}

/// The value of the last digit that is not zero: 100 for 5,200.
fn last_digit(mut number: i64) -> Option<i64> {
    let mut step = 1;
    if number <= 0 {
        return None;
    }
    while number % 10 == 0 {
        number /= 10;
        step *= 10;
    }
    Some(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(number: i64, hedge: Hedge) -> Amount {
        Amount { from: number * 1000, to: number * 1000, hedge, kind: 1, span: Span::new(0, 0) }
    }

    #[test]
    fn rounding_and_hedges_are_respected() {
        let exact = |number| amount(number, Hedge::Exact);
        assert!(amount(5000, Hedge::AtLeast).fits(&exact(5200)));
        assert!(!amount(5000, Hedge::AtLeast).fits(&exact(4900)));
        assert!(amount(100, Hedge::About).fits(&exact(96)));
        assert!(exact(1_500_000).fits(&exact(1_523_400)));
        assert!(!exact(10).fits(&exact(11)) && !exact(200).fits(&exact(210)) && !exact(5).fits(&exact(50)));
        assert!(amount(60, Hedge::AtMost).fits(&exact(55)) && !amount(60, Hedge::AtMost).fits(&exact(70)));
    }
}
