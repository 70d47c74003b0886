//! Numbers in a text, with what they count or measure.

use crate::base::{SentenceId, Span};

/// A number with its unit or noun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The words: hedge, number, unit and noun ("more than 700 military vehicles").
    pub span: Span,
    /// The sentence that they stand in.
    pub sentence: SentenceId,
    /// The words of the number alone ("700").
    pub number: Span,
    /// What these say, in thousandths, where they are one plain number: no range, no part of a whole, no place in an
    /// order, no "dozens".
    pub written: Option<i64>,
    /// The number in thousandths, in the unit below: 2.5 is 2500, and two decades are 20,000 of a year.
    pub thousandths: i64,
    /// The upper end of a range ("10 to 12"), in thousandths.
    pub to: Option<i64>,
    /// How exact the text says it is.
    pub hedge: Hedge,
    /// What it is measured in.
    pub unit: Unit,
    /// The words that say what is counted or measured ("military vehicles"), where the text has them.
    pub noun: Option<Span>,
    /// The rule that read its number, by its stable name: `figures`, `range`.
    pub rule: &'static str,
}

impl Quantity {
    /// The words of the number with the hedge before it: "more than 700".
    #[must_use]
    pub const fn counted(&self) -> Span {
        Span { start: self.span.start, end: self.number.end }
    }
}

/// How exact a number is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hedge {
    /// Given as it is.
    Exact,
    /// "about", "some", "nearly", "dozens".
    About,
    /// "more than", "at least", "over".
    AtLeast,
    /// "fewer than", "up to", "at most".
    AtMost,
}

/// What a number is measured in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Things or people, counted.
    Count,
    /// A place in an order: "the third round".
    Ordinal,
    /// Hundredths of a whole.
    Percent,
    /// Money, by its ISO 4217 code.
    Money(&'static str),
    /// A measure by its singular name: "year", "kilometre", "tonne".
    Measure(&'static str),
}
