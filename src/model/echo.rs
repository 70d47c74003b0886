//! Echo: how one article's text stands to another's.

use crate::base::{SentenceId, Span};

/// One article's text that comes, or probably comes, from another's.
///
/// `entry` is the derived one and `from` its source where `directed`; else which came first is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derivation {
    /// Index of the entry.
    pub entry: u32,
    /// Index of the other entry.
    pub from: u32,
    /// Whether dates or credits decide which came first.
    pub directed: bool,
    /// The relation.
    pub how: Derived,
    /// Share of `entry`'s own words, quotations set aside, that stand in `from` too: 0 to 100.
    pub share: u8,
    /// What shows it.
    pub evidence: Vec<Evidence>,
}

/// How a text derives from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Derived {
    /// Much of the wording is the same.
    Copy,
    /// Little of the wording is the same, but it tells the same in the same order: probably derived.
    Retelling,
    /// The same article, saved twice or changed by its publisher.
    Version,
}

impl Derived {
    /// The word that exports and pages use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::Retelling => "retelling",
            Self::Version => "version",
        }
    }
}

/// One piece of evidence that two texts belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The metadata of `entry` says so: `copied_from`, one canonical address, one agency.
    Credit(&'static str),
    /// The same words in both: a stretch of `entry`, and one of `from`.
    Passage(Span, Span),
    /// The same told at the same place of the order: a sentence of `entry`, and one of `from`.
    Aligned(SentenceId, SentenceId),
}
