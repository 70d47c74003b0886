//! An event: its date, and the one verbatim sentence that tells of it.

use crate::model::{Event, SentenceRef, Status};
use crate::site::prose::counted;
use crate::site::register::{self, ACTORS, ALSO};
use crate::site::views::citing::{Citations, Cite, Passage};
use crate::site::views::parts::{Chip, When};
use crate::site::views::sheets::Step;
use crate::site::views::stamp::Stamp;
use serde::Serialize;

/// An event as a page shows it.
#[derive(Serialize)]
pub(crate) struct Told<'d> {
    when: Stamp,
    /// What leads to it, where it is the first of its time on a page of the chronology.
    anchor: Option<String>,
    /// The dates before and after it on the page, for a reader whom a link has led to this one.
    steps: Vec<Step>,
    /// Whether the event before it has the same date.
    again: bool,
    /// What is to be known of it, unless it is told as having happened.
    status: Option<&'static str>,
    /// Its sentence, where it is published.
    passage: Option<Passage<'d>>,
    cite: Cite<'d>,
    /// Which days its article is reckoned to be of, where nothing says its date.
    dated: Option<When>,
    actors: Vec<Chip<'d>>,
    also: Vec<Cite<'d>>,
    /// How many more sentences tell it, in words.
    more: Option<String>,
}

impl<'d> Told<'d> {
    /// The event as a link can lead to it.
    pub(super) fn anchored(self, anchor: Option<String>) -> Self {
        Self { anchor, ..self }
    }

    /// The step to the event, where links can lead to it: `prev` from the dates after it, `next` from those before.
    fn step(&self, rel: &'static str) -> Option<Step> {
        let anchor = self.anchor.as_ref()?;
        Some(Step::beside(format!("#{anchor}"), self.when.words().to_owned(), rel))
    }

    /// The event without the actors that it names.
    pub(crate) fn brief(event: &'d Event, citations: &Citations<'_, 'd>) -> Self {
        Self { actors: Vec::new(), ..Self::of(event, false, citations) }
    }

    pub(crate) fn of(event: &'d Event, again: bool, citations: &Citations<'_, 'd>) -> Self {
        let dossier = citations.catalogue.dossier;
        let at = register::shown_by(dossier, event);
        let dated = citations.entry(at.entry).reading.dates.get(event.date as usize).filter(|_| at == event.at);
        let passage = citations.passage(at, dated.map(|date| date.span).as_slice());
        let others: Vec<SentenceRef> =
            std::iter::once(event.at).chain(event.also.iter().copied()).filter(|other| *other != at).collect();
        let more = others.len().saturating_sub(ALSO);
        Self {
            when: Stamp::of(&event.when),
            anchor: None,
            steps: Vec::new(),
            again,
            status: status(event.status),
            cite: citations.cite(at),
            dated: When::reckoned_of(citations.entry(at.entry)),
            // Who is named is part of what is not published.
            actors: if passage.is_some() { actors(event, citations) } else { Vec::new() },
            passage,
            also: others.iter().take(ALSO).map(|other| citations.cite(*other)).collect(),
            more: (more > 0).then(|| counted(more, "more sentence", "more sentences")),
        }
    }
}

/// Joins the dates of a page, in its order, each to those beside it.
pub(super) fn join<'e, 'd: 'e>(events: impl Iterator<Item = &'e mut Told<'d>>) {
    let mut led_to: Vec<&mut Told<'d>> = events.filter(|event| event.anchor.is_some()).collect();
    for at in 0..led_to.len() {
        let before = at.checked_sub(1).and_then(|before| led_to[before].step("prev"));
        let after = led_to.get(at + 1).and_then(|after| after.step("next"));
        led_to[at].steps = before.into_iter().chain(after).collect();
    }
}

/// How the sentence tells of it, in words; nothing where it tells it as having happened.
const fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Happened => None,
        Status::Planned => Some("planned when written"),
        Status::Cancelled => Some("called off"),
        Status::Postponed => Some("put off"),
        Status::Unknown => Some("unclear whether it happened"),
    }
}

fn actors<'d>(event: &'d Event, citations: &Citations<'_, 'd>) -> Vec<Chip<'d>> {
    let (dossier, cast) = (citations.catalogue.dossier, &citations.catalogue.cast);
    let with_page = event.actors.iter().filter(|actor| cast.has_page(dossier, **actor));
    with_page.take(ACTORS).map(|actor| Chip::bare(&dossier.actors[*actor as usize], &citations.links)).collect()
}
