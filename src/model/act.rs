//! What actors do in the sentences whose subject they are, and what sentences say of two of them.

use super::role::rules;
use crate::base::{SentenceId, Span};
use crate::model::SentenceRef;

rules! {
    /// What a verb says of its subject and another actor; its words are a clause about the subject that the other's name ends.
    RelationKind:
    /// The two met.
    Met "met" "met";
    /// One spoke with the other.
    SpokeWith "spoke-with" "spoke with";
    /// One gave the other an office.
    Appointed "appointed" "gave an office to";
    /// One took the office of the other.
    Succeeded "succeeded" "came after";
    /// One took the other's office away.
    Dismissed "dismissed" "dismissed";
    /// One says that the other did wrong.
    Accused "accused" "accused";
    /// One calls the other, or what it does, wrong.
    Criticised "criticised" "criticised";
    /// One stands up for the other.
    Backed "backed" "backed";
    /// One helps the other.
    Helped "helped" "helped";
    /// One thanks or praises the other.
    Praised "praised" "praised";
    /// One holds the other.
    Arrested "arrested" "arrested";
    /// One takes the other to court.
    Sued "sued" "took to court";
    /// One uses force against the other.
    Attacked "attacked" "attacked";
    /// One kills the other.
    Killed "killed" "killed";
    /// One beats the other in a vote, a match or a war.
    Defeated "defeated" "defeated";
    /// One punishes the other by sanctions or a ban.
    Sanctioned "sanctioned" "put sanctions or a ban on";
    /// One buys the other.
    Bought "bought" "bought";
    /// One joins the other.
    Joined "joined" "joined";
    /// The two married.
    Married "married" "married";
}

/// What a sentence says of two actors: the one did something to the other, or with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RelationNote {
    /// The sentence.
    pub sentence: SentenceId,
    /// What it says.
    pub kind: RelationKind,
    /// The one who does it: an index into the reading's mentions.
    pub subject: u32,
    /// The other, likewise.
    pub object: u32,
    /// The verb.
    pub verb: Span,
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
    /// The one who does it, as an index into the dossier's actors.
    pub subject: u32,
    /// What it does.
    pub kind: RelationKind,
    /// The other, likewise.
    pub object: u32,
    /// The sentence that says so.
    pub at: SentenceRef,
    /// Its verb.
    pub verb: Span,
}
