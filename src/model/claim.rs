//! Claims: what the articles report, who supports it, and where they differ.

use crate::base::When;
use crate::model::SentenceRef;

/// Something that one or several sentences report, shown by one of them word for word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The sentence that stands for all.
    pub representative: SentenceRef,
    /// Every sentence that supports it, the representative among them, in order; never empty.
    pub support: Vec<Support>,
    /// What was counted of the representative and of those that support it fully in other words than its own, in order.
    pub counted: Vec<Counted>,
    /// Sentences close to it that support it too little to count, in order.
    pub related: Vec<SentenceRef>,
    /// Number of articles that support it, fully or in part; those that differ are not among them.
    pub articles: u32,
    /// How many of those are known or likely to derive from another of them.
    pub derived: u32,
    /// The actors that the representative names, as indices into the dossier's, in order of the text.
    pub actors: Vec<u32>,
    /// When it happened, where the representative says so.
    pub when: Option<When>,
    /// How much it matters to the dossier: the greater, the sooner it is told.
    pub score: u32,
}

/// A sentence that supports a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Support {
    /// The sentence.
    pub sentence: SentenceRef,
    /// How far it goes.
    pub level: Level,
}

/// What was counted of a sentence to tell that it supports a claim fully: as many actors and numbers as were counted of
/// the representative, each the one that stands at the same place there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counted {
    /// The sentence.
    pub sentence: SentenceRef,
    /// A mention of each actor, as indices into the reading's.
    pub actors: Vec<u32>,
    /// Each number, as indices into the reading's quantities.
    pub numbers: Vec<u32>,
}

/// How far a sentence supports a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// It has nearly the same words, and every actor, number, date and negation of the representative.
    Full,
    /// It has the core, but not all.
    Partial,
    /// It has the core, but says otherwise in a detail: another number, day, place or name, as a discrepancy tells.
    Differing,
}

impl Level {
    /// The word that exports and pages use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partial => "partial",
            Self::Differing => "differing",
        }
    }
}

/// Two or more sides of one thing that differ, without a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discrepancy {
    /// What differs.
    pub kind: DiscrepancyKind,
    /// The claims that it touches, as indices into the dossier's.
    pub claims: Vec<u32>,
    /// The sides, the best supported first; at least two.
    pub sides: Vec<Side>,
    /// What sources say of it elsewhere: in a caption, a headline, another sentence.
    pub also: Vec<SentenceRef>,
}

/// What differs between the sides of a discrepancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DiscrepancyKind {
    /// A number.
    Number,
    /// A date.
    Date,
    /// Who, or what, something is.
    Name,
    /// Who said or did it.
    Attribution,
    /// Whether it is so.
    Polarity,
    /// A word of which only one can be so: how, which, of what kind.
    Wording,
}

impl DiscrepancyKind {
    /// The word that exports use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Name => "name",
            Self::Attribution => "attribution",
            Self::Polarity => "polarity",
            Self::Wording => "wording",
        }
    }
}

/// One side of a discrepancy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// What it says, in the words of its first sentence: "5,000 troops", "Thursday".
    pub value: String,
    /// The sentences that say so; never empty.
    pub sentences: Vec<SentenceRef>,
}
