//! Finds who says what: direct, told and mixed.

use crate::model::{DateExpression, LocalActor, Mention, SavedText, Sentence, Statement};

/// The statements of `sentences`, in order of their content.
#[must_use]
pub fn statements(
    _saved: &SavedText,
    _sentences: &[Sentence],
    _mentions: &[Mention],
    _actors: &[LocalActor],
    _dates: &[DateExpression],
) -> Vec<Statement> {
    Vec::new()
}
