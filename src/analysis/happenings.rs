//! Tells which sentences report something at a time, and whether as past or as planned.

use crate::base::PartialDate;
use crate::model::{DateExpression, Happening, Sentence, Statement};

/// The happenings of `sentences`, in order.
#[must_use]
pub fn happenings(
    _text: &str,
    _sentences: &[Sentence],
    _dates: &[DateExpression],
    _statements: &[Statement],
    _published: Option<PartialDate>,
) -> Vec<Happening> {
    Vec::new()
}
