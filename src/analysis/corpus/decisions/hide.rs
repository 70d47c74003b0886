//! Marks in their articles what an editor hides: no stage behind tells it.

use crate::model::{Decided, Entry};

/// Marks hidden sentences in their articles.
pub fn hide(decided: &[Decided], entries: &mut [Entry]) {
    for at in decided.iter().flat_map(|decided| &decided.hidden) {
        entries[at.entry as usize].hidden.insert(at.sentence);
    }
}
