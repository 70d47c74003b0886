//! Compares times that two articles name, as far as each is known.

use crate::analysis::corpus::told::Told;
use crate::model::{DateExpression, DateKind};
use chrono::{Datelike, NaiveDate};

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

/// Most days before an article's publication that it still is about.
const LONG: i64 = 60;

/// Whether the one is dated long before the other article, and the other is not: it is about its own days.
pub(super) fn elsewhen(told: &Told<'_>, other: &Told<'_>) -> bool {
    let Some((first, _)) = other.published() else { return false };
    let long_before = |told: &Told<'_>| {
        let ends = told.dates().iter().filter_map(|date| date.when?.last_day());
        ends.into_iter().any(|day| (first - day).num_days() > LONG)
    };
    long_before(told) && !long_before(other)
}

/// What two times come to, held beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// They can be the same.
    Fit,
    /// They cannot; so many days lie between them, where that is known.
    Apart(Option<i64>),
    /// It cannot be told.
    Open,
}

/// A time, in the words that name it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Time<'d> {
    pub(super) date: &'d DateExpression,
    pub(super) words: &'d str,
}

/// Whether two times can be the same.
pub(super) fn fit(x: &Time<'_>, y: &Time<'_>) -> bool {
    let alike = || x.words.eq_ignore_ascii_case(y.words);
    // Of "noon" the day is only guessed.
    if x.date.kind == DateKind::Time && y.date.kind == DateKind::Time && alike() {
        return true;
    }
    match held(x, y) {
        Held::Fit => true,
        Held::Apart(_) => false,
        Held::Open => alike(),
    }
}

/// Holds two times beside each other.
pub(super) fn held(x: &Time<'_>, y: &Time<'_>) -> Held {
    use Known::{DayOfYear, Days, Nothing, Weekday};
    let told = |same: bool| if same { Held::Fit } else { Held::Apart(None) };
    // Hours of one day are told too differently to be held against each other.
    let (one, other) = (known(x), known(y));
    match (one, other) {
        (Days(first, last), Days(from, until)) if first <= until && from <= last => Held::Fit,
        (Days(first, last), Days(from, until)) => {
            let one_day = first == last && from == until;
            Held::Apart(one_day.then(|| (first - from).num_days().abs()))
        }
        (Days(first, last), Weekday(day)) | (Weekday(day), Days(first, last)) if first == last => {
            told(first.weekday().num_days_from_monday() == day)
        }
        (Days(first, last), DayOfYear(month, day)) | (DayOfYear(month, day), Days(first, last)) if first == last => {
            told((first.month(), first.day()) == (month, day))
        }
        (Weekday(_), Weekday(_)) | (DayOfYear(..), DayOfYear(..)) => told(one == other),
        (Nothing | Days(..) | Weekday(_) | DayOfYear(..), _) => Held::Open,
    }
}

fn known(Time { date, words }: &Time<'_>) -> Known {
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
