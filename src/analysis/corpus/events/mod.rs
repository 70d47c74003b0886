//! Puts the event mentions of all articles in order of time, and tells which days matter most.
//!
//! Sentences of several articles that tell the same event become one entry ([`same`]); what lies before the time that
//! the dossier is about is background ([`period`]); days are weighed by who comes back to them ([`days`]).

mod days;
mod period;
mod same;

pub use days::weightiest;
pub use period::Period;

use crate::base::When;
use crate::model::{Entry, Event, EventMention, How, SentenceRef, Settings};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// The events of `entries`, in order of time; of those that begin on one day, the longest stretch first.
///
/// One event for each sentence and time. An event without a calendar value is none.
#[must_use]
pub fn chronology(entries: &[Entry], settings: &Settings) -> Vec<Event> {
    let period = Period::of(entries, settings);
    let mut events = Vec::new();
    for (index, entry) in (0..).zip(entries) {
        let own = entry.reading.event_mentions.iter().filter_map(|happening| event(index, entry, happening, period));
        let first = events.len();
        for event in own {
            let twice = |other: &Event| other.at == event.at && stretch(other.when) == stretch(event.when);
            if !events[first..].iter().rev().take_while(|other: &&Event| other.at == event.at).any(twice) {
                events.push(event);
            }
        }
    }
    let mut events = same::joined(entries, events);
    events.sort_by_cached_key(|event| order(entries, event));
    events
}

fn event(index: u32, entry: &Entry, happening: &EventMention, period: Option<Period>) -> Option<Event> {
    let when = when(entry, happening.date)?;
    Some(Event {
        when,
        at: SentenceRef { entry: index, sentence: happening.sentence },
        date: happening.date,
        status: happening.status,
        actors: actors(entry, happening),
        background: period.is_some_and(|period| period.is_after(when)),
        also: Vec::new(),
    })
}

/// The time that a date expression names; for the first of two that mark an interval, the interval.
fn when(entry: &Entry, date: u32) -> Option<When> {
    let date = entry.reading.dates.get(date as usize)?;
    let until = date.until.and_then(|until| entry.reading.dates.get(until as usize));
    match (date.when?, until.and_then(|until| until.when)) {
        (When::Date(from), Some(When::Date(to))) if from <= to => Some(When::Between(Some(from), Some(to))),
        (when, _) => Some(when),
    }
}

/// The actors that a happening's sentence names or points at, in order, each once.
fn actors(entry: &Entry, happening: &EventMention) -> Vec<u32> {
    let mentions = &entry.reading.mentions;
    let from = mentions.partition_point(|mention| mention.sentence < happening.sentence);
    let mut actors = Vec::new();
    for (at, mention) in mentions.iter().enumerate().skip(from) {
        if mention.sentence != happening.sentence {
            break;
        }
        if let Some(actor) = entry.actors.get(at).copied().flatten()
            && mention.how != How::Demonym
            && !actors.contains(&actor)
        {
            actors.push(actor);
        }
    }
    actors
}

/// First and last day: what two events of the same time share.
type Stretch = (Option<NaiveDate>, Option<NaiveDate>);

fn stretch(when: When) -> Stretch {
    (when.first_day(), when.last_day())
}

/// What events are put in order by.
fn order(entries: &[Entry], event: &Event) -> impl Ord + use<> {
    let (first, last) = stretch(event.when);
    let time = match event.when {
        When::Date(date) => date.time(),
        _ => None,
    };
    let article = entries[event.at.entry as usize].article.id.clone();
    (first.or(last), Reverse(last.unwrap_or(NaiveDate::MAX)), time, article, event.at.sentence, event.date)
}
