//! Joins sentences that report the same thing, and says how far each supports it.

use crate::model::{Claim, Derivation, Entry};

/// The claims of `entries`, the weightiest first.
#[must_use]
pub fn claims(_entries: &[Entry], _derivations: &[Derivation]) -> Vec<Claim> {
    Vec::new()
}
