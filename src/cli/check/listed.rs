//! Long lists of findings, cut short.

/// Most files that are named one by one.
const LISTED: usize = 50;

/// Those of `all` that are named one by one, and how many more there are.
pub(super) fn listed<T>(mut all: Vec<T>) -> (Vec<T>, usize) {
    let more = all.len().saturating_sub(LISTED);
    all.truncate(LISTED);
    (all, more)
}
