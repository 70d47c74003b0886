//! A name in an article, and how it stands for its actor.

use crate::base::{SentenceId, Span};

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActorKind {
    /// A human being.
    Person,
    /// A company, party, agency, armed group, international body …
    Organization,
    /// A sovereign state, or its government.
    State,
    /// Any other place: a city, region, river, building.
    Place,
}

impl ActorKind {
    /// The word that exports use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::State => "state",
            Self::Place => "place",
        }
    }
}

/// How the words of a mention stand for the actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// By its name.
    Name,
    /// By another of its names.
    Alias,
    /// A person by the last part of the name, which the article has given in full.
    Surname,
    /// By the first letters of its name.
    Acronym,
    /// A state by the seat of its government: “the Kremlin”.
    Metonym,
    /// A state by the adjective or its people: “Norwegian”. Recorded, but no name.
    Demonym,
    /// By what it is: “the foreign minister”. No name.
    Description,
    /// By a pronoun. No name.
    Pronoun,
}

impl How {
    /// The word that exports use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Alias => "alias",
            Self::Surname => "surname",
            Self::Acronym => "acronym",
            Self::Metonym => "metonym",
            Self::Demonym => "demonym",
            Self::Description => "description",
            Self::Pronoun => "pronoun",
        }
    }

    /// Whether the words name the actor, and do not only point at it.
    #[must_use]
    pub const fn is_name(self) -> bool {
        !matches!(self, Self::Demonym | Self::Description | Self::Pronoun)
    }
}

/// Words of one sentence that stand for an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where they stand: without title, leading article and `'s`.
    pub span: Span,
    /// The sentence that they stand in.
    pub sentence: SentenceId,
    /// What the actor is.
    pub kind: ActorKind,
    /// How the words stand for it.
    pub how: How,
}

/// A pronoun that stands for one person: "he", "she", "him", "her", "his", "hers".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pronoun {
    /// Where it stands.
    pub span: Span,
    /// The sentence that it stands in.
    pub sentence: SentenceId,
    /// Its mention, an index into the reading's mentions; `None` where the text leaves open who is meant.
    pub mention: Option<u32>,
    /// Why it is that person, or nobody, in a few words.
    pub why: &'static str,
}
