//! Short numbers that stand for texts.

use std::hash::Hasher;

/// A 64-bit hash of `text`, the same in every run. Nothing breaks by intent here, so that two of a
/// million ids collide with a chance of one in thirty million, and then only hide a finding.
pub(super) fn fingerprint(text: &str) -> u64 {
    let mut hasher = std::hash::DefaultHasher::new();
    hasher.write(text.as_bytes());
    hasher.finish()
}
