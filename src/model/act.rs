//! What actors do in the sentences whose subject they are, and what sentences say of two of them.

use crate::base::{SentenceId, Span};
use crate::model::SentenceRef;

/// What a sentence says of two actors: the one did something to the other, or with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RelationNote {
    /// The sentence.
    pub sentence: SentenceId,
    /// What it says, by the stable name of the class of its verb: `accused`.
    pub kind: &'static str,
    /// The verb's subject: an index into the reading's mentions.
    pub subject: u32,
    /// The other actor, likewise.
    pub object: u32,
    /// The words between the two: the verb, with the small word that leads to the other ("spoke to", "accused by").
    pub words: Span,
    /// Whether it was done to the subject.
    pub passive: bool,
}

/// An actor that is the subject of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Act {
    /// The sentence.
    pub sentence: SentenceId,
    /// The actor: an index into the reading's mentions.
    pub subject: u32,
}

/// What the articles say of two actors of the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relation {
    /// The verb's subject, as an index into the dossier's actors.
    pub subject: u32,
    /// What it says, by the stable name of the class of its verb.
    pub kind: &'static str,
    /// The other, likewise.
    pub object: u32,
    /// The sentence that says so.
    pub at: SentenceRef,
    /// Its words between the two.
    pub words: Span,
}
