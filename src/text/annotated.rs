//! The annotated text of one article: made once, and read by everything that asks what the article says.

use super::quotation::Quotations;
use crate::model::Sentence;

/// An article's text with what is told of it before anything is looked for in it.
#[derive(Clone, Debug)]
pub struct Text<'t> {
    /// The saved text.
    pub saved: &'t str,
    /// Its sentences, in order.
    pub sentences: &'t [Sentence],
    /// Its quotations, in order.
    pub quotations: Quotations,
}

impl<'t> Text<'t> {
    /// Annotates `saved`, cut into `sentences`.
    #[must_use]
    pub fn new(saved: &'t str, sentences: &'t [Sentence]) -> Self {
        Self { saved, sentences, quotations: Quotations::find(saved, sentences) }
    }
}
