//! What is known of a block before it has a role.

use super::cut::Draft;
use super::shape::{self, Shape};
use super::weights::Evidence;
use crate::model::Rule;

/// A block with its words and its evidence.
pub(super) struct Measured<'t> {
    pub(super) draft: Draft,
    pub(super) line: &'t str,
    pub(super) evidence: Evidence,
}

impl<'t> Measured<'t> {
    pub(super) fn shape(&self) -> &Shape {
        &self.evidence.shape
    }

    /// The words without marks of markup.
    pub(super) fn bare(&self) -> &'t str {
        shape::unmarked(self.line).0
    }

    pub(super) fn has(&self, rule: Rule) -> bool {
        self.evidence.hits.has(rule, self.shape())
    }
}
