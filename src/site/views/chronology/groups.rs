//! The events of a page by year, and where a year has many by month.

use super::event::Told;
use crate::base::When;
use crate::base::date::MONTHS;
use crate::site::calendar;
use crate::site::catalogue::Catalogue;
use crate::site::prose::grouped;
use crate::site::routes::{Anchor, Stretch};
use crate::site::views::citing::Citations;
use crate::site::views::sheets::{Step, Year};
use serde::Serialize;
use std::collections::BTreeSet;

/// Least number of events of a year that are parted by month.
const BY_MONTH: usize = 16;

/// Events below one heading.
#[derive(Serialize)]
pub(super) struct Group<'d> {
    /// The year that begins here, with its anchor, where the page has several.
    year: Option<Heading>,
    month: Option<&'static str>,
    events: Vec<Told<'d>>,
}

#[derive(Serialize)]
struct Heading {
    id: String,
    text: String,
}

impl<'d> Group<'d> {
    pub(super) fn events_mut(&mut self) -> &mut [Told<'d>] {
        &mut self.events
    }
}

/// The year of an event, and its month where it lies in one; what has no year stands last.
fn place(when: &When) -> (bool, i32, u8) {
    match calendar::stretch_of(Some(*when)) {
        Stretch::Month(year, month) => (false, year, month),
        Stretch::Year(year) => (false, year, 0),
        Stretch::Background | Stretch::Undated => (true, 0, 0),
    }
}

/// The events of `items` in groups.
pub(super) fn of<'d>(items: &[u32], anchored: &mut BTreeSet<String>, citations: &Citations<'_, 'd>) -> Vec<Group<'d>> {
    let events = &citations.catalogue.dossier.events;
    let year_of = |index: &u32| {
        let (undated, year, _) = place(&events[*index as usize].when);
        (undated, year)
    };
    let month_of = |index: &u32| place(&events[*index as usize].when).2;
    let mut ordered = items.to_vec();
    ordered.sort_by_key(year_of);
    let several = ordered.first().map(year_of) != ordered.last().map(year_of);
    let mut groups = Vec::new();
    for year in ordered.chunk_by_mut(|one, other| year_of(one) == year_of(other)) {
        let by_month = year.len() >= BY_MONTH;
        if by_month {
            year.sort_by_key(month_of);
        }
        let mut heading = several.then(|| heading(year_of(&year[0])));
        for run in year.chunk_by(|one, other| !by_month || month_of(one) == month_of(other)) {
            let month = MONTHS.get(usize::from(month_of(&run[0])).wrapping_sub(1)).copied();
            groups.push(Group {
                year: heading.take(),
                month: month.filter(|_| by_month),
                events: told(run, anchored, citations),
            });
        }
    }
    groups
}

/// Events in their order; the first of each time that is not among the `anchored` has an anchor.
pub(super) fn told<'d>(items: &[u32], anchored: &mut BTreeSet<String>, citations: &Citations<'_, 'd>) -> Vec<Told<'d>> {
    let events = &citations.catalogue.dossier.events;
    let mut before: Option<&When> = None;
    let one = |index: &u32| {
        let event = &events[*index as usize];
        let again = before.replace(&event.when).is_some_and(|before| *before == event.when);
        let anchor = Anchor::Time(event.when).id();
        let anchor = anchored.insert(anchor.clone()).then_some(anchor);
        Told::of(event, again, citations).anchored(anchor)
    };
    items.iter().map(one).collect()
}

/// The years that a page with these events holds, unless it is one.
pub(super) fn years_of(catalogue: &Catalogue<'_>, items: &[u32]) -> Vec<Year> {
    let events = &catalogue.dossier.events;
    let within = items.iter().map(|index| &events[*index as usize]);
    let mut places: Vec<(bool, i32)> = within
        .filter(|event| !event.background)
        .map(|event| {
            let (undated, year, _) = place(&event.when);
            (undated, year)
        })
        .collect();
    places.sort_unstable();
    let runs: Vec<&[(bool, i32)]> = places.chunk_by(|one, other| one == other).collect();
    if runs.len() < 2 {
        return Vec::new();
    }
    let year = |run: &&[(bool, i32)]| {
        let Heading { id, text } = heading(run[0]);
        Year::alone(Step::to(format!("#{id}"), text), grouped(run.len() as u64))
    };
    runs.iter().map(year).collect()
}

fn heading((undated, year): (bool, i32)) -> Heading {
    if undated {
        return Heading { id: Anchor::Undated.id(), text: "At no known time".to_owned() };
    }
    Heading { id: Anchor::Year(year).id(), text: year.to_string() }
}
