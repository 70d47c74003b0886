//! Tells which articles' texts come from each other: copies, retellings, versions.

use crate::model::{Derivation, Entry};

/// The derivations among `entries`, in order.
#[must_use]
pub fn echo(_entries: &[Entry]) -> Vec<Derivation> {
    Vec::new()
}
