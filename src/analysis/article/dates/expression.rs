//! A date expression of an article before it is resolved.

use super::meaning::Meaning;
use crate::base::Span;

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

/// Whether what the words around an expression tell lies before or after the writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unsaid,
}
