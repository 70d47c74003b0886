//! The days that matter: for each of the weightiest, the one event that best tells it.

use crate::model::{Event, Status};
use crate::site::register::shown_by;
use crate::site::views::chronology::event::Told;
use crate::site::views::citing::Citations;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// At most `most` events after the background, in order of time: those of the weightiest days, then those
/// that most sentences tell. Cost is that of sorting the events.
pub(super) fn told<'d>(most: usize, citations: &Citations<'_, 'd>) -> Vec<Told<'d>> {
    let dossier = citations.catalogue.dossier;
    let mut by_day: BTreeMap<NaiveDate, Vec<usize>> = BTreeMap::new();
    let within = || dossier.events.iter().enumerate().filter(|(_, event)| !event.background);
    for (index, event) in within() {
        if let Some(day) = day_of(event) {
            by_day.entry(day).or_default().push(index);
        }
    }
    // The better told of two comes first.
    let rank = |index: &usize| {
        let event = &dossier.events[*index];
        let at = shown_by(dossier, event);
        let shown = citations.is_published(at);
        let altered = citations.entry(at.entry).article.meta.altered.is_some();
        (!shown, altered, event.status != Status::Happened, Reverse(event.also.len()), *index)
    };
    let best = |day: NaiveDate| by_day.get(&day).and_then(|events| events.iter().min_by_key(|index| rank(index)));
    let mut chosen: BTreeSet<usize> = dossier.days.iter().filter_map(|day| best(day.day)).take(most).copied().collect();
    if chosen.len() < most {
        let days: BTreeSet<NaiveDate> = chosen.iter().filter_map(|at| day_of(&dossier.events[*at])).collect();
        let other = |(index, event): (usize, &Event)| {
            let new = day_of(event).is_none_or(|day| !days.contains(&day));
            (new && event.when.first_day().is_some()).then_some(index)
        };
        let mut others: Vec<usize> = within().filter_map(other).collect();
        others.sort_by_cached_key(rank);
        // Of one date, the best told stands for all.
        let mut seen = Vec::new();
        for index in others {
            if chosen.len() == most {
                break;
            }
            let when = dossier.events[index].when;
            if !seen.contains(&when) {
                seen.push(when);
                chosen.insert(index);
            }
        }
    }
    chosen.into_iter().map(|index| Told::brief(&dossier.events[index], citations)).collect()
}

/// The day of an event, where it is known to the day.
fn day_of(event: &Event) -> Option<NaiveDate> {
    let (first, last) = (event.when.first_day()?, event.when.last_day()?);
    (first == last).then_some(first)
}
