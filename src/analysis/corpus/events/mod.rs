//! Puts the event mentions of all articles in order of time, and tells which days matter most.
//!
//! An event is a claim with a time: what supports one claim, and is told of one time, is one entry. What lies before the
//! time that the dossier is about is background ([`period`]); days are weighed by who comes back to them ([`days`]).

mod days;
mod period;

pub use days::weightiest;
pub use period::Period;

use super::acts::subjects;
use super::claims::homes;
use super::told::{Told, told};
use crate::base::{PartialDate, When};
use crate::model::{Claim, Entry, Event, EventMention, How, SentenceRef, Settings, Status};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The events of `entries`, in order of time; of those that begin on one day, the longest stretch first.
///
/// One sentence has one event for each time; one without a calendar value is none. Of the sentences of one event the best
/// stands for it, and the others are its `also`. What is not known to have happened or to be planned joins its like
/// alone: a denial does not tell what it denies.
#[must_use]
pub fn chronology(entries: &[Entry], claims: &[Claim], settings: &Settings) -> Vec<Event> {
    let (period, homes) = (Period::of(entries, settings), homes(claims));
    let mut found: BTreeMap<_, Vec<Event>> = BTreeMap::new();
    for told in told(entries, |_| true) {
        let mut times: Vec<Stretch> = Vec::new();
        for event in told.event_mentions().iter().filter_map(|mention| event(&told, mention, period)) {
            let time = stretch(event.when);
            if !times.contains(&time) {
                times.push(time);
                let claim = homes.get(&told.at).copied().ok_or(told.at);
                found.entry((time, event.status == Status::Unknown, claim)).or_default().push(event);
            }
        }
    }
    let mut events: Vec<Event> = found.into_values().filter_map(|same| joined(entries, same)).collect();
    events.sort_by_cached_key(|event| order(entries, event));
    events
}

/// The event that several sentences tell.
fn joined(entries: &[Entry], same: Vec<Event>) -> Option<Event> {
    let mut also: Vec<SentenceRef> = same.iter().map(|event| event.at).collect();
    let best = same.into_iter().min_by_key(|event| rank(entries, event))?;
    also.retain(|at| *at != best.at);
    also.sort_unstable();
    Some(Event { also, ..best })
}

/// Which of several sentences stands for an event: altered copies last, then what has happened, then the earliest.
fn rank(entries: &[Entry], event: &Event) -> (bool, Status, bool, Option<PartialDate>, SentenceRef) {
    let meta = &entries[event.at.entry as usize].article.meta;
    let published = meta.standing();
    (meta.altered.is_some(), event.status, published.is_none(), published, event.at)
}

fn event(told: &Told<'_>, mention: &EventMention, period: Option<Period>) -> Option<Event> {
    let when = when(told.entry, mention.date)?;
    Some(Event {
        when,
        at: told.at,
        date: mention.date,
        status: mention.status,
        rule: mention.rule,
        actors: told.actors(|how| how != How::Demonym),
        subjects: subjects(told.entry, told.at.sentence),
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
