//! Which days matter most: those that most articles name, and come back to.

use super::Period;
use crate::analysis::corpus::letters::wording;
use crate::base::SentenceId;
use crate::model::{Day, Entry, Role, Settings};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What a sentence that tells of a day counts for it, one that only names it, and one whose words another article has.
const TELLS: u32 = 4;
const NAMES: u32 = 2;
const COPIES: u32 = 1;
/// What an article gives at most to a day that it names often, in hundredths; one that tells of it once gives half.
const MOST: u32 = 200;
/// What the sentences of one article count at most, so that no sum runs over.
const MOST_WEIGHT: u32 = 10_000;
/// What an article that appeared on the day adds, in hundredths.
const PUBLISHED: u32 = 25;
/// Percent that a mention counts before the day has come, and for a day outside the dossier's period.
const AHEAD: u32 = 60;
const OUTSIDE: u32 = 40;
/// Percent added for each doubling of the days between a day and an article that names it, up to 64 days: whoever comes
/// back to a day later takes it to matter (after the date graphs of Tran, Herder and Markert, 2015).
const DOUBLING: u32 = 25;
const FARTHEST: u32 = 64;

/// The days that the articles name, the weightiest first; the earlier first of equals.
///
/// The baseline counts sentences that name a day. Here each article has one vote, which grows little with further
/// sentences, and repeated wording counts little, so that one text in ten feeds is not ten; a sentence that tells of the
/// day counts more than one that only names it; and coming back to a day later counts more than reporting it at once.
#[must_use]
pub fn weightiest(entries: &[Entry], settings: &Settings) -> Vec<Day> {
    let period = Period::of(entries, settings);
    let mut days: BTreeMap<NaiveDate, Day> = BTreeMap::new();
    let mut seen: BTreeSet<(NaiveDate, u64)> = BTreeSet::new();
    let mut appeared: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    for entry in entries {
        let published = entry.article.meta.days().filter(|(first, last)| first == last).map(|(day, _)| day);
        for (day, (sentences, weight)) in named(entry, &mut seen) {
            let outside = if period.is_some_and(|period| !period.holds(day)) { OUTSIDE } else { 100 };
            let weight = weight.min(MOST_WEIGHT);
            let vote = MOST * weight / (weight + TELLS);
            let noted = days.entry(day).or_insert(Day { day, score: 0, articles: 0, sentences: 0 });
            noted.score += vote * reach(day, published) / 100 * outside / 100;
            noted.articles += 1;
            noted.sentences += sentences;
        }
        if let Some(published) = published {
            *appeared.entry(published).or_default() += PUBLISHED;
        }
    }
    for (day, score) in appeared {
        if let Some(noted) = days.get_mut(&day) {
            noted.score += score;
        }
    }
    let mut days: Vec<Day> = days.into_values().collect();
    days.sort_by_key(|day| (std::cmp::Reverse(day.score), day.day));
    days
}

/// The days that an article names, each with the number of its sentences that do and what they count.
fn named(entry: &Entry, seen: &mut BTreeSet<(NaiveDate, u64)>) -> BTreeMap<NaiveDate, (u32, u32)> {
    let reading = &entry.reading;
    let mut days: BTreeMap<NaiveDate, (u32, u32)> = BTreeMap::new();
    let mut last: Option<(NaiveDate, SentenceId)> = None;
    let tells: BTreeSet<u32> = reading.event_mentions.iter().map(|mention| mention.date).collect();
    for (index, date) in (0..).zip(&reading.dates) {
        let Some(day) = date.when.and_then(|when| when.day()) else { continue };
        let place = reading.sentences.binary_search_by_key(&date.sentence, |sentence| sentence.id);
        let Some(sentence) = place.ok().map(|at| &reading.sentences[at]) else { continue };
        let counts = matches!(sentence.role, Role::Body | Role::Headline | Role::Standfirst);
        if !counts || last == Some((day, date.sentence)) {
            continue;
        }
        last = Some((day, date.sentence));
        let new = seen.insert((day, wording(&entry.article.saved.text, sentence.span)));
        let weight = match (new, tells.contains(&index)) {
            (false, _) => COPIES,
            (true, true) => TELLS,
            (true, false) => NAMES,
        };
        let noted = days.entry(day).or_default();
        *noted = (noted.0 + 1, noted.1 + weight);
    }
    days
}

/// Percent that a mention counts by how long after the day its article appeared.
fn reach(day: NaiveDate, published: Option<NaiveDate>) -> u32 {
    let Some(published) = published else { return 100 };
    match u32::try_from((published - day).num_days()) {
        Err(_) => AHEAD,
        Ok(gap) => 100 + DOUBLING * gap.clamp(1, FARTHEST).ilog2(),
    }
}
