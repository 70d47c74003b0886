//! The day and year of a dossier's story, where articles without a known day name its days without their year.

use super::window::in_words;
use crate::base::WEEKDAYS;
use crate::model::{Named, Reading, Tense};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Fewest articles that name the day of the story.
const NAMED_BY: usize = 3;
/// How many years from the last one that is told of as past the story may be of.
const YEARS: i32 = 4;

/// How many days behind that of the story its articles name days of its year.
const AFTER: i64 = 60;

/// The day of a story, and what tells its year.
pub(super) struct Story {
    pub(super) day: NaiveDate,
    pub(super) why: String,
}

impl Story {
    /// The day that an article of the story means, where it names one without its year as past.
    pub(super) fn past(&self, named: Named) -> Option<NaiveDate> {
        let day = named.day_in(self.day.year())?;
        if (day - self.day).num_days() > AFTER { named.day_in(self.day.year() - 1) } else { Some(day) }
    }
}

/// The day of the story that articles without a known day tell: that in which the day most of them name as past falls on the
/// weekday most of them name as past, from the last year that any of them tells of as past on.
///
/// `known` are the days of the others: they must not be of another year.
pub(super) fn story<'r>(open: impl Iterator<Item = &'r Reading> + Clone, known: &[Option<NaiveDate>]) -> Option<Story> {
    let past =
        |reading: &'r Reading| reading.clues.iter().filter(|clue| clue.tense != Tense::Future).map(|clue| clue.named);
    let day = most(open.clone(), |reading| {
        past(reading).filter_map(|named| match named {
            Named::InYear { month, day: Some(day) } => Some((month, day)),
            _ => None,
        })
    })?;
    let weekday = most(open.clone(), |reading| {
        past(reading).filter_map(|named| if let Named::Weekday(weekday) = named { Some(weekday) } else { None })
    })?;
    let told = open.filter_map(|reading| reading.inferred.dated.as_ref()?.not_before);
    let first = told.max().map(|day| day.year()).or(known.iter().flatten().min().map(Datelike::year))?;
    let falls = |year: i32| {
        NaiveDate::from_ymd_opt(year, day.0, day.1).filter(|day| day.weekday().number_from_monday() == weekday)
    };
    let mut years = (first..first + YEARS).filter_map(falls);
    let day = years.next().filter(|_| years.next().is_none())?;
    if known.iter().flatten().any(|known| known.year() != day.year()) {
        return None;
    }
    let weekday = WEEKDAYS[weekday as usize - 1];
    let why = format!("the day that most articles name, {}, was a {weekday}, as they say", in_words(day));
    Some(Story { day, why })
}

/// What most articles name, of those that enough of them do.
fn most<'r, T: Ord + Copy, I: Iterator<Item = T>>(
    readings: impl Iterator<Item = &'r Reading>,
    named: impl Fn(&'r Reading) -> I,
) -> Option<T> {
    let mut articles: BTreeMap<T, usize> = BTreeMap::new();
    for reading in readings {
        let once: BTreeSet<T> = named(reading).collect();
        for one in once {
            *articles.entry(one).or_default() += 1;
        }
    }
    let (one, count) = articles.into_iter().rev().max_by_key(|(_, count)| *count)?;
    (count >= NAMED_BY).then_some(one)
}
