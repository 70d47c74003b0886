//! What is known about an article, and on what ground.

use crate::base::{OutletId, PartialDate, Span};
use crate::model::{Dated, Publish};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The ground on which a value stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The saved text or page says so; with its place in the saved text where it is known.
    Stated {
        /// Where the saved text says it.
        span: Option<Span>,
    },
    /// An editor supplied it; the text does not state it.
    Editor {
        /// The editor's reason.
        reason: String,
    },
    /// A rule read it out of the text, the address, or the file's name.
    Inferred {
        /// What the rule goes by, as a phrase that follows "inferred from".
        rule: &'static str,
        /// The words it was read from, where they stand in the saved text.
        span: Option<Span>,
    },
}

impl Basis {
    /// The basis as one word, as the exports give it.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Stated { .. } => "stated",
            Self::Editor { .. } => "editor",
            Self::Inferred { .. } => "inferred",
        }
    }

    /// Where in the saved text the value stands, if anywhere.
    #[must_use]
    pub const fn span(&self) -> Option<Span> {
        match self {
            Self::Stated { span } | Self::Inferred { span, .. } => *span,
            Self::Editor { .. } => None,
        }
    }
}

/// A value with its ground. An unknown value is `Option::None` around this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known<T> {
    /// The value.
    pub value: T,
    /// Why it is believed.
    pub basis: Basis,
}

/// The rule of a title that is the article's opening words.
pub const OPENING_WORDS: &str = "its opening words";

impl<T> Known<T> {
    /// A value that the saved text or page states.
    pub const fn stated(value: T, span: Option<Span>) -> Self {
        Self { value, basis: Basis::Stated { span } }
    }

    /// A value that a rule read; `rule` follows the words "inferred from".
    pub const fn inferred(value: T, rule: &'static str, span: Option<Span>) -> Self {
        Self { value, basis: Basis::Inferred { rule, span } }
    }
}

/// When a copy was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retrieved {
    /// At this date.
    On(PartialDate),
    /// At this date or later (`2022-01-18/..`): the copy itself shows something of that date.
    OnOrAfter(PartialDate),
}

/// All that is known about an article besides its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Its headline.
    pub title: Option<Known<String>>,
    /// Who published it.
    pub outlet: Option<Known<OutletId>>,
    /// The news agency whose text it carries.
    pub agency: Option<Known<String>>,
    /// Who wrote it, in the order of the byline.
    pub authors: Option<Known<Vec<String>>>,
    /// When it was published.
    pub published: Option<Known<PartialDate>>,
    /// What is known of that day where nothing says it.
    pub dated: Option<Dated>,
    /// When this copy was saved.
    pub retrieved: Option<Known<Retrieved>>,
    /// Where it stood on the web.
    pub url: Option<Known<String>>,
    /// Where an archive keeps a copy.
    pub archive_url: Option<Known<String>>,
    /// Its language, as a BCP 47 tag.
    pub language: Option<Known<String>>,
    /// The part of the paper it appeared in.
    pub section: Option<Known<String>>,
    /// The article it is a copy of: an article id or a URL.
    pub copied_from: Option<Known<String>>,
    /// Why the copy is not the publisher's own wording (machine-translated, spun, truncated).
    pub altered: Option<Known<String>>,
    /// A remark of the editor's.
    pub note: Option<String>,
    /// How much of it may be published; `None` leaves it to the outlet, then the dossier.
    pub publish: Option<Publish>,
    /// Fields that Cuttings does not know, kept as they were written, by name.
    pub other: BTreeMap<String, String>,
}

impl Metadata {
    /// The date by which the article stands among others: that of publication, or else the one that is reckoned.
    #[must_use]
    pub fn standing(&self) -> Option<PartialDate> {
        let reckoned = || self.dated.as_ref().and_then(Dated::order).map(PartialDate::from);
        self.published.as_ref().map(|known| known.value).or_else(reckoned)
    }

    /// The first and the last day on which it may have been published, where both are known or reckoned.
    #[must_use]
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let reckoned = || {
            let dated = self.dated.as_ref()?;
            dated.likely.map(|day| (day, day)).or_else(|| dated.not_before.zip(dated.not_after))
        };
        self.published.as_ref().map(|known| (known.value.first_day(), known.value.last_day())).or_else(reckoned)
    }
}
