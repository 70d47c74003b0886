//! What an editor hides, marked in its articles: no stage behind tells it.

use crate::model::{Decided, Entry};

/// The entries with their hidden sentences marked.
#[must_use]
pub fn hide(decided: &[Decided], mut entries: Vec<Entry>) -> Vec<Entry> {
    for at in decided.iter().flat_map(|decided| &decided.hidden) {
        entries[at.entry as usize].hidden.insert(at.sentence);
    }
    entries
}
