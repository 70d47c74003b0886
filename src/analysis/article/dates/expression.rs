//! A date expression of an article before it is resolved.

use super::meaning::{Fields, Meaning};
use crate::base::Span;
pub(super) use crate::model::Tense;

impl Expression {
    /// Whether it is a time of day without a day.
    pub(super) const fn is_time_alone(&self) -> bool {
        matches!(
            self.meaning,
            Meaning::Calendar(Fields {
                clock: Some(_),
                year: None,
                month: None,
                day: None,
                weekday: None,
                feast: None,
                ..
            })
        )
    }
}

/// One expression.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expression {
    pub(super) span: Span,
    /// Index of its sentence.
    pub(super) sentence: usize,
    pub(super) meaning: Meaning,
    pub(super) tense: Tense,
    /// The rule that read it.
    pub(super) rule: &'static str,
    /// Whether it opens its sentence.
    pub(super) opens: bool,
    /// The expression that ends the stretch which this one begins.
    pub(super) until: Option<usize>,
}
