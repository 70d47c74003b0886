//! Who publishes, and how far an editor trusts them.

use crate::base::{OutletId, PartialDate};
use crate::model::Publish;
use serde::Deserialize;

/// Reliability of a source on the Admiralty scale (NATO STANAG 2511), given by a person, never computed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Grade {
    /// Completely reliable.
    A,
    /// Usually reliable.
    B,
    /// Fairly reliable.
    C,
    /// Not usually reliable.
    D,
    /// Unreliable.
    E,
    /// Reliability cannot be judged: the default.
    #[default]
    F,
}

impl Grade {
    /// The letter.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        ["A", "B", "C", "D", "E", "F"][self as usize]
    }

    /// What the letter says.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        [
            "completely reliable",
            "usually reliable",
            "fairly reliable",
            "not usually reliable",
            "unreliable",
            "cannot be judged",
        ][self as usize]
    }

    /// Every grade, best first.
    pub const ALL: [Self; 6] = [Self::A, Self::B, Self::C, Self::D, Self::E, Self::F];
}

/// What sort of publisher an outlet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OutletKind {
    /// A newspaper or news magazine, in print or on the web.
    Newspaper,
    /// A news agency.
    Agency,
    /// A radio or television broadcaster.
    Broadcaster,
    /// A site that republishes others' articles.
    Aggregator,
    /// An outlet that a state owns or directs.
    #[serde(rename = "state media")]
    StateMedia,
    /// A web log, newsletter or personal page.
    Blog,
}

impl OutletKind {
    /// The word that `outlets.toml` uses for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Newspaper => "newspaper",
            Self::Agency => "agency",
            Self::Broadcaster => "broadcaster",
            Self::Aggregator => "aggregator",
            Self::StateMedia => "state media",
            Self::Blog => "blog",
        }
    }
}

/// One table of `outlets.toml`, or an outlet that only articles name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlet {
    /// Its id.
    pub id: OutletId,
    /// Its name as readers know it.
    pub name: String,
    /// Hosts it publishes on, without `www.`.
    pub domains: Vec<String>,
    /// Where it is based, as an editor wrote it.
    pub country: Option<String>,
    /// What sort of publisher it is.
    pub kind: Option<OutletKind>,
    /// The editor's letter.
    pub grade: Grade,
    /// The editor's reason for the letter.
    pub why: Option<String>,
    /// When the letter was given.
    pub graded_on: Option<PartialDate>,
    /// How much of its articles may be published, unless an article says otherwise.
    pub publish: Option<Publish>,
}

impl Outlet {
    /// An outlet of which nothing but the name is known.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self {
            id: OutletId::new(name),
            name: name.to_owned(),
            domains: Vec::new(),
            country: None,
            kind: None,
            grade: Grade::F,
            why: None,
            graded_on: None,
            publish: None,
        }
    }
}
