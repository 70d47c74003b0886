//! The editor's decisions: where a person overrules the rules, with a reason.

use crate::base::Place;
use crate::model::{Citation, SentenceRef};

/// One entry of `content/decisions.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What is decided.
    pub ruling: Ruling,
    /// Why; shown wherever the decision acts.
    pub reason: String,
    /// Where it stands.
    pub place: Place,
}

/// What an editor can decide. A claim is named by words of one of the sentences that support it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// The claim stands neither in the summary nor in a difference; its sentences stay where they are.
    Hide(Citation),
    /// The claims are one; at least two.
    Join(Vec<Citation>),
    /// No two of the sentences support one claim; a lone one supports a claim of its own.
    Part(Vec<Citation>),
    /// Where these sentences differ, sources do not differ on one thing.
    NotADiscrepancy(Vec<Citation>),
    /// What bears this name is no actor.
    NotAnActor(String),
}

impl Ruling {
    /// The word that `decisions.toml` and pages use.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Hide(_) => "hide",
            Self::Join(_) => "join",
            Self::Part(_) => "part",
            Self::NotADiscrepancy(_) => "not-a-discrepancy",
            Self::NotAnActor(_) => "not-an-actor",
        }
    }

    /// The sentences that it names.
    #[must_use]
    pub fn citations(&self) -> &[Citation] {
        match self {
            Self::Hide(claim) => std::slice::from_ref(claim),
            Self::Join(claims) | Self::Part(claims) | Self::NotADiscrepancy(claims) => claims,
            Self::NotAnActor(_) => &[],
        }
    }
}

/// A decision, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The decision.
    pub decision: Decision,
    /// The sentences that it names, in its order; those of articles that are left out are missing.
    pub sentences: Vec<SentenceRef>,
    /// All sentences of the claim that it hides.
    pub hidden: Vec<SentenceRef>,
    /// How many claims, discrepancies or actors it applies to; with 0 it is out of date.
    pub matched: u32,
}
