//! The day of an article that says none.

use crate::base::{PartialDate, SentenceId, Span, When};
use chrono::{Datelike, Days, NaiveDate};
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// Whether what the words around a date tell lies before or after the writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// Before it.
    Past,
    /// After it.
    Future,
    /// The words do not say.
    Unsaid,
}

/// What a date in a text tells of the day on which the text was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clue {
    /// The sentence that it stands in.
    pub sentence: SentenceId,
    /// Its words.
    pub span: Span,
    /// The time that it names.
    pub named: Named,
    /// Whether that is told as past or to come.
    pub tense: Tense,
}

/// A time as a text names it, whenever the text was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A day, month or year of the calendar.
    On(When),
    /// A month, or a day of it, of an unsaid year.
    InYear {
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: Option<u32>,
    },
    /// A day of the week, Monday being 1.
    Weekday(u32),
    /// So many days from the writing: -1 is yesterday.
    Away(i32),
}

/// What is known of the day on which an article that says none was published. Reckoned, and never shown as stated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dated {
    /// No earlier than this day.
    pub not_before: Option<NaiveDate>,
    /// No later than this day.
    pub not_after: Option<NaiveDate>,
    /// The day of the story that the article tells with others, by which it is understood where nothing closes the interval.
    pub story: Option<NaiveDate>,
    /// The day that several witnesses agree on.
    pub likely: Option<NaiveDate>,
    /// What that rests on, in words: "tells of 14 November 2015; was printed on 20 November 2015".
    pub why: String,
}

impl Dated {
    /// Whether nothing is known.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.not_before.is_none() && self.not_after.is_none() && self.likely.is_none()
    }

    /// The date by which what the article leaves unsaid can be understood: the likely day, or the month or year in which all
    /// days of the interval lie, or the month of the story.
    #[must_use]
    pub fn reference(&self) -> Option<PartialDate> {
        if let Some(day) = self.likely {
            return Some(day.into());
        }
        let month = |day: NaiveDate| PartialDate::month_of(day.year(), day.month());
        let interval = self.not_before.zip(self.not_after).filter(|(from, to)| from.year() == to.year());
        match interval {
            Some((from, to)) if from.month() == to.month() => month(from),
            Some((from, _)) => Some(PartialDate::year_only(from.year())),
            None => self.story.and_then(month),
        }
    }

    /// The day by which the article stands among others: the likely one, the middle of the interval, or its one end, which is not
    /// before the story.
    #[must_use]
    pub fn order(&self) -> Option<NaiveDate> {
        let middle = || {
            let (from, to) = self.not_before.zip(self.not_after)?;
            from.checked_add_days(Days::new((to - from).num_days().unsigned_abs() / 2))
        };
        self.likely.or_else(middle).or_else(|| self.not_before.max(self.story)).or(self.not_after)
    }

    /// As EDTF (level 1): `2021-10-20?`, `2015-11-14/2015-11-17`, `2015-11-14/..`; empty where nothing is known.
    #[must_use]
    pub fn edtf(&self) -> String {
        let end = |day: Option<NaiveDate>| day.map_or("..".to_owned(), |day| PartialDate::from(day).to_string());
        match self.likely {
            Some(day) => format!("{}?", PartialDate::from(day)),
            None if self.is_open() => String::new(),
            None => format!("{}/{}", end(self.not_before), end(self.not_after)),
        }
    }

    /// As a reader expects it: `probably 20 October 2021`, `between 14 November 2015 and 17 November 2015`, `June 2015 or later`.
    #[must_use]
    pub fn in_words(&self) -> Option<String> {
        let words = |day: NaiveDate| PartialDate::from(day).in_words();
        match (self.likely, self.not_before, self.not_after) {
            (Some(day), ..) => Some(format!("probably {}", words(day))),
            (None, Some(from), Some(to)) if from == to => Some(format!("probably {}", words(from))),
            (None, Some(from), Some(to)) => Some(format!("between {} and {}", words(from), words(to))),
            (None, Some(from), None) => Some(format!("{} or later", PartialDate::beginning(from).in_words())),
            (None, None, Some(to)) => Some(format!("{} or earlier", words(to))),
            (None, None, None) => None,
        }
    }
}

impl Named {
    /// The day that a day of an unsaid year is in `year`.
    #[must_use]
    pub fn day_in(self, year: i32) -> Option<NaiveDate> {
        let Self::InYear { month, day: Some(day) } = self else { return None };
        NaiveDate::from_ymd_opt(year, month, day)
    }
}

impl Named {
    /// Whether it names `day` by its number.
    #[must_use]
    pub fn names(self, day: NaiveDate) -> bool {
        match self {
            Self::On(when) => when.day() == Some(day),
            named => named.day_in(day.year()) == Some(day),
        }
    }
}

impl Serialize for Dated {
    /// As exports have it; the story is a means of reckoning and no part of what is known.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let written = |day: Option<NaiveDate>| day.map(PartialDate::from);
        let mut out = serializer.serialize_struct("Dated", 5)?;
        out.serialize_field("days", &self.edtf())?;
        out.serialize_field("not_before", &written(self.not_before))?;
        out.serialize_field("not_after", &written(self.not_after))?;
        out.serialize_field("likely", &written(self.likely))?;
        out.serialize_field("why", &self.why)?;
        out.end()
    }
}
