//! The quote ledger: joins the wordings in which several articles give one utterance.

use crate::model::{Entry, Utterance};

/// The utterances of `entries`, in order of their first wording's publication.
#[must_use]
pub fn ledger(_entries: &[Entry]) -> Vec<Utterance> {
    Vec::new()
}
