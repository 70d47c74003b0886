//! Dates in a text, and the events that they date.

use crate::base::{SentenceId, Span, When};
use crate::model::SentenceRef;
use chrono::NaiveDate;

/// Words of a text that name a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateExpression {
    /// Where they stand.
    pub span: Span,
    /// The sentence that they stand in.
    pub sentence: SentenceId,
    /// What sort of time they name.
    pub kind: DateKind,
    /// The stretch of the calendar; `None` for lengths and sets, and where the text leaves it open.
    pub when: Option<When>,
    /// The value as TIMEX3 writes it (`2021-10-20`, `198`, `P10Y`, `PRESENT_REF`); empty where it is open.
    pub timex: String,
    /// What the calendar value rests on.
    pub basis: DateBasis,
    /// The rule of the grammar that read it, by its stable name: `weekday`, `distance`.
    pub rule: &'static str,
    /// For the first of two that mark an interval ("from 1996 until 2001"), the index of the second.
    pub until: Option<u32>,
}

/// What sort of time an expression names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateKind {
    /// A day, month, year, season …
    Date,
    /// A time of a day.
    Time,
    /// A length of time: "ten years", "for three weeks".
    Duration,
    /// A time that comes again: "every Friday".
    Set,
}

impl DateKind {
    /// The word that TIMEX3 and exports use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// What the value of a date expression rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateBasis {
    /// The words alone: "20 October 2021".
    Words,
    /// The day of publication: "on Wednesday".
    Publication,
    /// The day of publication as it was reckoned, see [`crate::model::Dated`].
    Reckoned,
    /// An earlier date of the text: "the next day", "in June" of a year named before.
    Context,
    /// The text leaves it open.
    Open,
}

impl DateBasis {
    /// The word that exports use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Publication => "publication",
            Self::Reckoned => "reckoned",
            Self::Context => "context",
            Self::Open => "open",
        }
    }
}

/// Whether what a sentence tells is told as having happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Reported as past or present.
    Happened,
    /// Announced, expected or planned when the article was written.
    Planned,
    /// It was to be at that time, and was called off.
    Cancelled,
    /// It was to be at that time, and was put off.
    Postponed,
    /// The sentence leaves it open: a condition, a denial, a question.
    Unknown,
}

impl Status {
    /// The word that exports use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Planned => "planned",
            Self::Cancelled => "cancelled",
            Self::Postponed => "postponed",
            Self::Unknown => "unknown",
        }
    }
}

/// A sentence of one article that tells what happened, or is to happen, at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventMention {
    /// The sentence.
    pub sentence: SentenceId,
    /// Its date expression: an index into the reading's dates.
    pub date: u32,
    /// Whether it is told as having happened.
    pub status: Status,
    /// The rule that gave the status, by its stable name.
    pub rule: &'static str,
}

/// An entry of the chronology: a time, and the one verbatim sentence that tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub when: When,
    /// The sentence.
    pub at: SentenceRef,
    /// The words that date it: an index into its reading's dates.
    pub date: u32,
    /// Whether it is told as having happened.
    pub status: Status,
    /// The rule that gave the status, by its stable name.
    pub rule: &'static str,
    /// The actors that the sentence names, in order, as indices into the dossier's.
    pub actors: Vec<u32>,
    /// Those of them that do what the sentence tells, or to whom it is done: its verbs' subjects. In order.
    pub subjects: Vec<u32>,
    /// Whether it lies before the time that the dossier is about.
    pub background: bool,
    /// Sentences of the dossier that tell the same event, this one not among them.
    pub also: Vec<SentenceRef>,
}

/// A day that the articles name, and how much it matters to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub day: NaiveDate,
    /// How much it matters: the greater, the sooner it is told.
    pub score: u32,
    /// In how many articles it is named.
    pub articles: u32,
    /// In how many of their sentences.
    pub sentences: u32,
}
