//! The one comparison of sentences: how much of two is the same, and on what they conflict.
//!
//! [`signature`](mod@signature) brings a sentence to its content words, actors, amounts and dates;
//! [`compare`](compare()) aligns two of them, weighs what they share ([`overlap`]) and finds what bars them from being one
//! claim ([`Conflict`]). Claims are joined by it, and discrepancies are the conflicts.

mod amount;
mod conflicts;
mod exclusives;
pub mod overlap;
mod polarity;
pub mod signature;
mod support;
mod synonyms;
mod time;

pub use amount::{Amount, befallen};
pub use conflicts::{Conflict, On};
pub use exclusives::{beside, exclude};
pub use overlap::{AKIN, Comparison, Nearness, RELATED, SAME, Substituted, compare, similarity};
pub use polarity::is_denial;
pub use signature::{Signature, Word, signature, signatures, stems};
pub use support::support;
pub use synonyms::common as common_stem;
pub use time::{Held, Time};

use crate::model::SentenceRef;

/// Two sentences that tell much the same, and differ in a detail at least.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contrast {
    /// The sentences of each side, never none: those of the same words.
    pub sentences: [Vec<SentenceRef>; 2],
    /// What bars the first of each side from being one claim, if anything does.
    pub conflicts: Vec<Conflict>,
    /// How much alike they are otherwise.
    pub nearness: Nearness,
}
