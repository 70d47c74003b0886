//! What one sentence tells, while it is read: its verbs of reporting, and the statements made of them.

use super::cue::Cue;
use super::item::Kind;
use super::lexicon::Class;
use super::phrase::Clause;
use crate::model::{Stance, StatementRule};
use std::ops::Range;

/// Fewest words of an indirect statement.
const FEWEST: usize = 3;

/// A statement as indices of the sentence's items.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) rule: StatementRule,
    pub(super) speaker: Option<Range<usize>>,
    pub(super) intermediate: Option<Range<usize>>,
    pub(super) cue: Option<Range<usize>>,
    pub(super) stance: Option<Stance>,
    /// In order; empty for words that only announce what follows ("Holm said:"), or close what came before.
    pub(super) content: Vec<Range<usize>>,
    /// Whether the words can say who spoke in the quotation of the sentence before: "said Holm."
    pub(super) closing: bool,
}

/// Reads one sentence.
pub(super) struct Reader<'c, 'a, 't> {
    pub(super) clause: &'c Clause<'a, 't>,
    pub(super) cues: Vec<Cue>,
    pub(super) drafts: Vec<Draft>,
    /// What lies before it belongs to statements already.
    pub(super) taken: usize,
    /// Who spoke last in this sentence.
    pub(super) speaker: Option<Range<usize>>,
}

impl Reader<'_, '_, '_> {
    /// The words `from..end` without the marks at their ends; nothing where they are too few.
    pub(super) fn range(&self, from: usize, end: usize) -> Option<Range<usize>> {
        let clause = self.clause;
        let (mut from, mut end) = (from, end);
        let trims = |at: usize| matches!(clause.items[at].kind, Kind::Mark(',' | '.' | ';' | ':' | '—'));
        while from < end && trims(from) {
            from += 1;
        }
        while end > from && (trims(end - 1) || clause.is(end - 1, Class::Conjunction)) {
            end -= 1;
        }
        let quoted = (from..end).any(|at| clause.quotation(at).is_some());
        (from < end && (quoted || end - from >= FEWEST)).then_some(from..end)
    }
}
