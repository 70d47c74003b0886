//! Times that sentences name, as far as each is known, and whether two can be the same.

use crate::base::Span;
use crate::model::{DateExpression, DateKind};
use chrono::{Datelike, NaiveDate};

/// A time that a sentence names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// The words that name it.
    pub span: Span,
    /// Whether it is a time of day.
    pub of_day: bool,
    known: Known,
}

/// What is known of a time: its stretch of the calendar, or a day of some week or month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    Days(NaiveDate, NaiveDate),
    /// Days from Monday.
    Weekday(u32),
    /// Month and day of a year that is not known.
    DayOfYear(u32, u32),
    Nothing,
}

/// What two times come to, held beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// They can be the same.
    Fit,
    /// They cannot; so many days lie between them, where that is known.
    Apart(Option<i64>),
    /// It cannot be told.
    Open,
}

impl Time {
    /// The time that `date` names; `None` for what is no time, such as a duration.
    #[must_use]
    pub fn of(text: &str, date: &DateExpression) -> Option<Self> {
        let of_day = date.kind == DateKind::Time;
        let is_time = of_day || date.kind == DateKind::Date;
        is_time.then(|| Self { span: date.span, of_day, known: known(date, date.span.of(text)) })
    }

    /// The first and the last day of its stretch of the calendar, where that is known.
    #[must_use]
    pub const fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        if let Known::Days(first, last) = self.known { Some((first, last)) } else { None }
    }

    /// Whether both can be the same.
    #[must_use]
    pub fn held(&self, other: &Self) -> Held {
        use Known::{DayOfYear, Days, Nothing, Weekday};
        let told = |same: bool| if same { Held::Fit } else { Held::Apart(None) };
        // Hours of one day are told too differently to be held against each other.
        match (self.known, other.known) {
            (Days(first, last), Days(from, until)) if first <= until && from <= last => Held::Fit,
            (Days(first, last), Days(from, until)) => {
                let one_day = first == last && from == until;
                Held::Apart(one_day.then(|| (first - from).num_days().abs()))
            }
            (Days(first, last), Weekday(day)) | (Weekday(day), Days(first, last)) if first == last => {
                told(first.weekday().num_days_from_monday() == day)
            }
            (Days(first, last), DayOfYear(month, day)) | (DayOfYear(month, day), Days(first, last))
                if first == last =>
            {
                told((first.month(), first.day()) == (month, day))
            }
            (Weekday(_), Weekday(_)) | (DayOfYear(..), DayOfYear(..)) => told(self.known == other.known),
            (Nothing | Days(..) | Weekday(_) | DayOfYear(..), _) => Held::Open,
        }
    }
}

fn known(date: &DateExpression, words: &str) -> Known {
    if let Some((first, last)) = date.when.and_then(|when| Some((when.first_day()?, when.last_day()?))) {
        return Known::Days(first, last);
    }
    if date.kind != DateKind::Date {
        return Known::Nothing;
    }
    if let Ok(day) = words.parse::<chrono::Weekday>() {
        return Known::Weekday(day.num_days_from_monday());
    }
    let mut parts = words.split([' ', ',']).filter(|part| !part.is_empty());
    let (Some(one), Some(other), None) = (parts.next(), parts.next(), parts.next()) else { return Known::Nothing };
    let month =
        |word: &str| word.trim_end_matches('.').parse::<chrono::Month>().ok().map(|month| month.number_from_month());
    let day = |word: &str| word.trim_end_matches(char::is_alphabetic).parse::<u32>().ok().filter(|day| *day <= 31);
    let known = month(one).zip(day(other)).or_else(|| month(other).zip(day(one)));
    known.map_or(Known::Nothing, |(month, day)| Known::DayOfYear(month, day))
}
