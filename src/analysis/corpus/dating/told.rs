//! Articles that tell the same of one weekday.

use super::story::Story;
use super::window::{Window, in_words};
use crate::analysis::corpus::candidates::{self, Bounds};
use crate::base::{SentenceId, WEEKDAYS};
use crate::model::{Article, Named, Reading, Status, Tense};
use crate::text::lexicon::content::content_words;
use chrono::{Datelike, Days, NaiveDate};

/// Days of a week: how far back a weekday is told of without another word.
const WEEK: u64 = 6;
/// Least weight that two sentences share which tell the same, in tenths; a rare name weighs 50.
const SHARED: u16 = 75;
/// Sentences with one word that are looked at, and how many one is compared with.
const BOUNDS: Bounds = Bounds { back: 64, rare: false, features: 24, compared: 4 };

/// A sentence that tells something of a weekday.
struct Telling {
    article: u32,
    sentence: SentenceId,
    /// Monday is 1.
    weekday: u32,
    /// The day that it is, where the article's own day is known.
    day: Option<NaiveDate>,
}

/// Most days between the first and the last known day of a dossier of one story.
const STORY: i64 = 60;

/// For each article without a known day the days that a telling of the same of a known day leaves.
///
/// What is told of one Wednesday is told alike of many, so it counts only within the windows that there are already, or where
/// the whole dossier is of one story.
pub(super) fn windows(
    articles: &[Article],
    readings: &[Reading],
    days: &[Option<NaiveDate>],
    within: &[Option<Window>],
    story: Option<&Story>,
) -> Vec<Option<Window>> {
    let of = |known: bool| (0..).zip(readings).filter(move |(at, _)| days[*at as usize].is_some() == known);
    let mut tellings: Vec<Telling> = Vec::new();
    of(true).for_each(|(at, reading)| dated(at, reading, days[at as usize], &mut tellings));
    if let Some(story) = story {
        of(false).for_each(|(at, reading)| named(at, reading, story, &mut tellings));
    }
    let known = tellings.len();
    of(false).for_each(|(at, reading)| undated(at, reading, &mut tellings));
    let features = |at: u32| {
        let telling = &tellings[at as usize];
        words(&articles[telling.article as usize], &readings[telling.article as usize], telling)
    };
    let (first, last) = (days.iter().flatten().min(), days.iter().flatten().max());
    let one_story =
        story.is_some() || first.zip(last).is_some_and(|(first, last)| (*last - *first).num_days() <= STORY);
    let fits = |own: &Telling, other: &Telling| {
        let window = within[own.article as usize].as_ref().zip(other.day);
        window.map_or(one_story, |(window, day)| (window.from..=window.to).contains(&day))
    };
    let worth = |at: u32, other: u32, shared: u16| {
        let (at, other) = (at as usize, other as usize);
        at >= known && other < known && shared >= SHARED && fits(&tellings[at], &tellings[other])
    };
    let pairs = candidates::alike(tellings.len(), BOUNDS, features, worth, |at, other| Some((at, other)));
    let mut windows: Vec<Option<Window>> = (0..articles.len()).map(|_| None).collect();
    let mut contradicted = vec![false; articles.len()];
    for (at, other) in pairs {
        let (own, other) = (&tellings[at as usize], &tellings[other as usize]);
        let Some(day) = other.day.filter(|_| own.article != other.article) else { continue };
        let published = days[other.article as usize];
        let Some(to) = day.checked_add_days(Days::new(WEEK)) else { continue };
        let window = &mut windows[own.article as usize];
        match window {
            Some(before) if before.from != day => contradicted[own.article as usize] = true,
            Some(_) => {}
            None => {
                let weekday = WEEKDAYS[own.weekday as usize - 1];
                let why = published.map_or_else(
                    || format!("tells of {weekday} what others tell of {}", in_words(day)),
                    |published| format!("tells of {weekday} as an article of {} does", in_words(published)),
                );
                let likely = published.filter(|published| goes_on(&readings[own.article as usize], day, *published));
                *window = Some(Window { from: day, to, likely, why });
            }
        }
    }
    for (window, contradicted) in windows.iter_mut().zip(contradicted) {
        *window = window.take().filter(|_| !contradicted);
    }
    windows
}

/// Whether most weekdays that an article tells of as past would lie between `told` and its day, were that `published`: an article
/// that tells of Monday what others tell of Friday is of a later day than those.
fn goes_on(reading: &Reading, told: NaiveDate, published: NaiveDate) -> bool {
    let past = reading.clues.iter().filter(|clue| clue.tense != Tense::Future);
    let back = past.filter_map(|clue| match clue.named {
        Named::Weekday(weekday) => Some((published.weekday().number_from_monday() + 7 - weekday) % 7),
        _ => None,
    });
    let between = back.map(|days| published.checked_sub_days(Days::new(days.into())).is_some_and(|day| day >= told));
    let (between, before): (Vec<bool>, Vec<bool>) = between.partition(|between| *between);
    between.len() > before.len()
}

/// The tellings of an article of a known day: what it tells as having happened in the week before.
fn dated(at: u32, reading: &Reading, published: Option<NaiveDate>, tellings: &mut Vec<Telling>) {
    let happened = reading.event_mentions.iter().filter(|event| event.status == Status::Happened);
    for event in happened {
        let day = reading.dates[event.date as usize].when.and_then(|when| when.day());
        let Some((day, published)) = day.zip(published) else { continue };
        if (0..=WEEK.cast_signed()).contains(&(published - day).num_days()) {
            let weekday = day.weekday().number_from_monday();
            tellings.push(Telling { article: at, sentence: event.sentence, weekday, day: Some(day) });
        }
    }
}

/// What an article of an unknown day tells of days of the story's year as past.
fn named(at: u32, reading: &Reading, story: &Story, tellings: &mut Vec<Telling>) {
    for clue in reading.clues.iter().filter(|clue| clue.tense == Tense::Past) {
        if let Some(day) = story.past(clue.named) {
            let weekday = day.weekday().number_from_monday();
            tellings.push(Telling { article: at, sentence: clue.sentence, weekday, day: Some(day) });
        }
    }
}

/// The tellings of an article of an unknown day: what it tells of a weekday as past.
fn undated(at: u32, reading: &Reading, tellings: &mut Vec<Telling>) {
    for clue in reading.clues.iter().filter(|clue| clue.tense != Tense::Future) {
        if let Named::Weekday(weekday) = clue.named {
            tellings.push(Telling { article: at, sentence: clue.sentence, weekday, day: None });
        }
    }
}

/// The words of a telling with their weights in tenths; those of another weekday are other words.
fn words(article: &Article, reading: &Reading, telling: &Telling) -> Vec<(u32, u16)> {
    let span = reading.sentences[telling.sentence.0 as usize - 1].span;
    let words = content_words(&article.saved.text, span);
    let feature = |stem: u64| (stem as u32).rotate_left(telling.weekday);
    let mut words: Vec<(u32, u16)> = words.map(|word| (feature(word.stem), word.tenths())).collect();
    words.sort_unstable();
    words.dedup_by_key(|word| word.0);
    words
}
