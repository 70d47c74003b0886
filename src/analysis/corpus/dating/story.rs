//! The day and year of a dossier's story, where articles without a known day name its days without their year.

use super::window::{Window, in_words};
use crate::base::WEEKDAYS;
use crate::model::{Article, Clue, Named, Reading, Tense};
use crate::text::lexicon::content::content_words;
use chrono::{Datelike, Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Fewest articles that name the day of the story.
const NAMED_BY: usize = 3;
/// How many years from the last one that is told of as past the story may be of.
const YEARS: i32 = 4;

/// How many days behind that of the story its articles name days of its year.
const AFTER: i64 = 60;

/// Least weight of a word of the story, in tenths, and the least share of the articles that name its day in whose sentences on
/// that day it stands.
const WORD: (u16, f32) = (20, 0.15);
/// Fewest words of the story in a sentence that tells of it.
const TOLD: usize = 2;
/// Days in which a weekday comes again, less one.
const WEEK: u64 = 6;

/// The day of a story, and what tells its year.
pub(super) struct Story {
    pub(super) day: NaiveDate,
    pub(super) why: String,
    /// The words that tell what happened on it.
    words: BTreeSet<u32>,
}

impl Story {
    /// The day that an article of the story means, where it names one without its year as past.
    pub(super) fn past(&self, named: Named) -> Option<NaiveDate> {
        let day = named.day_in(self.day.year())?;
        if (day - self.day).num_days() > AFTER { named.day_in(self.day.year() - 1) } else { Some(day) }
    }

    /// The days on which an article was published that tells of the story by its weekday alone ("Friday's attacks"): of the week
    /// from that day on, and not before the last weekday that it tells of as past.
    pub(super) fn week(&self, article: &Article, reading: &Reading) -> Option<Window> {
        // Whoever looks back from afar names the day by its number, too.
        if reading.clues.iter().any(|clue| clue.named.names(self.day)) {
            return None;
        }
        let weekday = self.day.weekday().number_from_monday();
        let tells = |clue: &Clue| {
            let span = reading.sentences[clue.sentence.0 as usize - 1].span;
            let words: BTreeSet<u32> = content_words(&article.saved.text, span).map(|word| word.stem as u32).collect();
            words.intersection(&self.words).count() >= TOLD
        };
        let mut past = reading.clues.iter().filter(|clue| clue.tense != Tense::Future);
        past.find(|clue| clue.named == Named::Weekday(weekday) && tells(clue))?;
        let days = reading.clues.iter().filter(|clue| clue.tense == Tense::Past).filter_map(|clue| match clue.named {
            Named::Weekday(other) => self.day.checked_add_days(Days::new(u64::from((other + 7 - weekday) % 7))),
            _ => None,
        });
        let from = days.max().unwrap_or(self.day);
        let why = format!("tells of {} what happened on {}", WEEKDAYS[weekday as usize - 1], in_words(self.day));
        Some(Window { from, to: self.day.checked_add_days(Days::new(WEEK))?, likely: None, why })
    }
}

/// The words of the sentences that name the day of the story, of which enough articles have each.
fn words(articles: &[Article], readings: &[Reading], day: NaiveDate) -> BTreeSet<u32> {
    let mut articles_with: BTreeMap<u32, usize> = BTreeMap::new();
    let mut naming = 0;
    for (article, reading) in articles.iter().zip(readings) {
        let told = reading.clues.iter().filter(|clue| clue.named.names(day)).map(|clue| clue.sentence);
        let dated = reading.dates.iter().filter(|date| date.when.and_then(|when| when.day()) == Some(day));
        let sentences: BTreeSet<_> = told.chain(dated.map(|date| date.sentence)).collect();
        naming += usize::from(!sentences.is_empty());
        let spans = sentences.into_iter().map(|sentence| reading.sentences[sentence.0 as usize - 1].span);
        let words = spans.flat_map(|span| content_words(&article.saved.text, span));
        let telling = words.filter(|word| !word.is_number && word.tenths() >= WORD.0);
        for word in telling.map(|word| word.stem as u32).collect::<BTreeSet<u32>>() {
            *articles_with.entry(word).or_default() += 1;
        }
    }
    let enough = (naming as f32 * WORD.1).max(2.0);
    articles_with.into_iter().filter(|(_, count)| *count as f32 >= enough).map(|(word, _)| word).collect()
}

/// The day of the story that articles without a known day tell: that in which the day most of them name as past falls on the
/// weekday most of them name as past, from the last year that any of them tells of as past on.
///
/// `known` are the days of the others: they must not be of another year.
pub(super) fn story(articles: &[Article], readings: &[Reading], known: &[Option<NaiveDate>]) -> Option<Story> {
    let open = articles.iter().zip(readings).filter(|(article, _)| article.meta.published.is_none());
    let open = open.map(|(_, reading)| reading);
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
    Some(Story { day, why, words: words(articles, readings, day) })
}

/// What a reading names that does not lie ahead.
fn past(reading: &Reading) -> impl Iterator<Item = Named> + '_ {
    reading.clues.iter().filter(|clue| clue.tense != Tense::Future).map(|clue| clue.named)
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
