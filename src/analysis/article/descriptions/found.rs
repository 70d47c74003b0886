//! What is found in one sentence, and the mention that it is found for.

use super::phrase::Clause;
use crate::base::Span;
use crate::model::{DescriptionNote, Sentence, Tie};

/// A mention among the tokens of its sentence.
#[derive(Clone, Copy)]
pub(super) struct Named {
    pub(super) mention: u32,
    pub(super) from: usize,
    pub(super) end: usize,
}

/// The roles found in one sentence.
pub(super) struct Found<'s> {
    pub(super) sentence: &'s Sentence,
    pub(super) notes: Vec<DescriptionNote>,
}

impl Found<'_> {
    /// Takes the tokens `from..end` as a role.
    pub(super) fn take(&mut self, clause: &Clause<'_>, mention: u32, from: usize, end: usize, tie: Tie) {
        let span = Span { start: clause.tokens[from].span.start, end: clause.tokens[end - 1].span.end };
        self.notes.push(DescriptionNote { mention, sentence: self.sentence.id, span, tie });
    }
}
