//! What is found in one sentence, and the mention that it is found for.

use super::phrase::Clause;
use crate::base::Span;
use crate::model::{DescriptionNote, Sentence, Tie};
use std::ops::Range;

/// A mention among the tokens of its sentence.
#[derive(Clone, Copy)]
pub(super) struct Named {
    pub(super) mention: u32,
    pub(super) from: usize,
    pub(super) end: usize,
}

/// How a role is tied to its name, and the stable name of the rule that says so.
pub(super) type Tied = (Tie, &'static str);

/// The roles found in one sentence.
pub(super) struct Found<'s> {
    pub(super) sentence: &'s Sentence,
    pub(super) notes: Vec<DescriptionNote>,
}

impl Found<'_> {
    /// Takes `tokens` as a role, tied to its name by a rule.
    pub(super) fn take(&mut self, clause: &Clause<'_>, mention: u32, tokens: Range<usize>, (tie, rule): Tied) {
        let span = Span { start: clause.tokens[tokens.start].span.start, end: clause.tokens[tokens.end - 1].span.end };
        self.notes.push(DescriptionNote { mention, sentence: self.sentence.id, span, tie, rule });
    }
}
