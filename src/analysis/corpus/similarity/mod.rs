//! How alike two sentences are, and what keeps them from reporting the same thing.
//!
//! [`signature`](mod@signature) brings a sentence to its content words, actors, amounts and dates; [`compare`](mod@compare)
//! measures what two of them share and finds what bars them from being one claim. Claims are joined by it, and
//! discrepancies found.

mod amount;
mod bars;
pub mod compare;
mod polarity;
pub mod signature;
mod support;
mod synonyms;

pub use amount::Amount;
pub use compare::{AKIN, Bars, Comparison, Nearness, RELATED, SAME, compare, similarity};
pub use polarity::is_denial;
pub use signature::{Signature, Word, signatures};
pub use support::support;
pub use synonyms::common as common_stem;

use crate::model::SentenceRef;

/// Two sentences that tell much the same, and differ in a detail at least.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contrast {
    /// The sentences of each side, never none: those of the same words.
    pub sentences: [Vec<SentenceRef>; 2],
    /// What bars them from being one claim, if anything does.
    pub bars: Bars,
    /// How much alike they are otherwise.
    pub nearness: Nearness,
}
