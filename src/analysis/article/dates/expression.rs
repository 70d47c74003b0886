//! A date expression of an article before it is resolved.

use super::meaning::Meaning;
use crate::base::Span;
pub(super) use crate::model::Tense;

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
