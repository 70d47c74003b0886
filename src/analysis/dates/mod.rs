//! Finds the times that a text names and what they mean on the calendar.

use crate::base::PartialDate;
use crate::model::{DateExpression, Mention, Sentence};

/// The date expressions of `sentences`, in order.
#[must_use]
pub fn dates(
    _text: &str,
    _sentences: &[Sentence],
    _published: Option<PartialDate>,
    _mentions: &[Mention],
) -> Vec<DateExpression> {
    Vec::new()
}
