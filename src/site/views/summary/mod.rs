//! The merged summary: what all articles together report, in the order in which an editor would tell it.

mod about;
mod days;
mod more;
mod positions;

use crate::model::{Dossier, Summary};
use crate::site::catalogue::Catalogue;
use crate::site::prose::{counted, grouped, sentence_case};
use crate::site::routes::{Anchor, Links, Route};
use crate::site::views::chronology::event::Told;
use crate::site::views::citing::Citations;
use crate::site::views::claim::{Point, Room, points};
use crate::site::views::discrepancies::{self, Difference};
use crate::site::views::frame::Frame;
use crate::site::views::gaps::{self, Gap};
use crate::site::views::notes::{self, FrontNotes};
use crate::site::views::series::{self, Counts};
use more::FURTHER;
use positions::Positions;
use serde::Serialize;

pub(crate) use about::{holdings, period};
pub(crate) use more::{pages, view as more_view};

/// Most points of one article alone, unfolded and folded.
const SINGLE: (usize, usize) = (5, Summary::MOST_SINGLE - 5);
/// Most points of the background; all are folded.
const BACKGROUND: usize = Summary::MOST_BACKGROUND;
/// Most days of the chronology.
const DAYS: usize = 12;
/// Most series of counts.
const SERIES: usize = 6;
/// Most differences, and most sentences of each of their sides.
const DIFFERENCES: (usize, usize) = (5, 1);

/// Points of one sort: some shown, some folded, and how many there are beyond.
#[derive(Serialize)]
struct Section<'d> {
    shown: Vec<Point<'d>>,
    folded: Vec<Point<'d>>,
    /// How many are folded, in words.
    fold: Option<String>,
    /// How many more there are, in words.
    more: Option<String>,
}

impl<'d> Section<'d> {
    fn of(items: &[u32], (open, folded): (usize, usize), room: Room, citations: &Citations<'_, 'd>) -> Option<Self> {
        let (shown, rest) = items.split_at(items.len().min(open));
        let (folded, rest) = rest.split_at(rest.len().min(folded));
        (!items.is_empty()).then(|| Self {
            shown: points(shown, room, citations),
            fold: (!folded.is_empty()).then(|| sentence_case(&counted(folded.len(), "more", "more"))),
            folded: points(folded, room, citations),
            more: (!rest.is_empty()).then(|| counted(rest.len(), "more", "more")),
        })
    }
}

/// What lies before the time that the dossier is about.
#[derive(Serialize)]
struct Background<'d> {
    /// How much there is, in words.
    count: String,
    points: Vec<Point<'d>>,
    events: Vec<Told<'d>>,
    /// How many more there are, in words.
    more: Option<String>,
}

impl<'d> Background<'d> {
    fn of(citations: &Citations<'_, 'd>) -> Option<Self> {
        let dossier = citations.catalogue.dossier;
        let claims = &dossier.summary.background;
        let events: Vec<_> = dossier.events.iter().filter(|event| event.background && claims.is_empty()).collect();
        let total = claims.len() + events.len();
        let names = if claims.is_empty() { ("event", "events") } else { ("point", "points") };
        (total > 0).then(|| Self {
            count: sentence_case(&counted(total, names.0, names.1)),
            points: points(&claims[..claims.len().min(BACKGROUND)], Room::PLAIN, citations),
            events: events.iter().take(BACKGROUND).map(|event| Told::brief(event, citations)).collect(),
            more: (total > BACKGROUND).then(|| counted(total - BACKGROUND, "more", "more")),
        })
    }
}

/// The merged summary.
#[derive(Serialize)]
pub(crate) struct SummaryView<'d> {
    frame: Frame<'d>,
    title: &'d str,
    as_of: Option<String>,
    lead: String,
    question: Option<&'d str>,
    notes: Option<FrontNotes<'d>>,
    key_points: Vec<Point<'d>>,
    further: Option<Section<'d>>,
    days: Vec<Told<'d>>,
    /// How many events there are in all, in words.
    events: Option<String>,
    positions: Positions<'d>,
    /// How counts grow, those of which the numbers differ.
    series: Vec<Counts<'d>>,
    /// How many more there are, in words.
    more_series: Option<String>,
    differences: Vec<Difference<'d>>,
    /// How many were found, as a sentence.
    found: String,
    /// How many differences there are beyond, in words.
    more_differences: Option<String>,
    background: Option<Background<'d>>,
    single: Option<Section<'d>>,
    gaps: Vec<Gap<'d>>,
    about: Vec<String>,
    hrefs: Hrefs,
}

/// The claims that the summary tells, the weightiest first, each with its page.
pub(crate) fn told(catalogue: &Catalogue<'_>) -> Vec<(u32, Route<'static>)> {
    let told = &catalogue.dossier.summary;
    let first = |claims: &[u32], most: usize| claims.iter().take(most).copied().collect::<Vec<_>>();
    let here = |claims: Vec<u32>| claims.into_iter().map(|claim| (claim, Route::Summary));
    let mut all: Vec<_> = here(first(&told.key_points, usize::MAX)).collect();
    all.extend(here(first(&told.further, FURTHER.0 + FURTHER.1)));
    for (number, claims) in (1..).zip(more::parts(catalogue)) {
        all.extend(claims.into_iter().map(|claim| (claim, Route::SummaryMore(number))));
    }
    all.extend(here(first(&told.single, SINGLE.0 + SINGLE.1)));
    all.extend(here(first(&told.background, BACKGROUND)));
    all
}

/// Where the page leads.
#[derive(Serialize)]
struct Hrefs {
    more: Option<String>,
    chronology: String,
    statements: String,
    differences: String,
    sources: String,
    method: String,
    support: String,
}

impl Hrefs {
    fn of(catalogue: &Catalogue<'_>, links: &Links) -> Self {
        Self {
            more: (pages(catalogue) > 0).then(|| links.to(Route::SummaryMore(1))),
            chronology: links.to(Route::Chronology),
            statements: links.to(Route::Statements),
            differences: links.to(Route::Discrepancies),
            sources: links.to(Route::Sources),
            method: links.to(Route::Method),
            support: links.to_anchor(Route::Method, Anchor::Support),
        }
    }
}

/// The merged summary.
pub(crate) fn view<'d>(catalogue: &Catalogue<'d>) -> SummaryView<'d> {
    let dossier = catalogue.dossier;
    let links = Links::new(Route::Summary, dossier.settings.base_url.as_deref());
    let citations = Citations::new(catalogue, links.clone());
    let told = &dossier.summary;
    let notes = notes::front(catalogue, &links);
    let key_points = points(&told.key_points, Room::KEY, &citations);
    let further = Section::of(&told.further, FURTHER, Room::PLAIN, &citations);
    let days = days::told(DAYS, &citations);
    let positions = Positions::of(&citations);
    let (most, sentences) = DIFFERENCES;
    let (series, more_series) = series::first(SERIES, &citations);
    let found = dossier.discrepancies.iter().enumerate().take(most);
    let differences: Vec<Difference<'d>> =
        found.map(|(index, found)| Difference::brief(index, found, sentences, &citations)).collect();
    let background = Background::of(&citations);
    let single = Section::of(&told.single, SINGLE, Room::SINGLE, &citations);
    let more_differences = dossier.discrepancies.len() - differences.len();
    let within = dossier.events.iter().filter(|event| !event.background).count();
    SummaryView {
        frame: frame(dossier),
        title: &dossier.settings.title,
        as_of: dossier.as_of.map(|date| date.in_words()),
        lead: about::lead(catalogue),
        question: dossier.settings.question.as_deref(),
        notes,
        key_points,
        further,
        events: (within > days.len()).then(|| grouped(within as u64)),
        days,
        positions,
        series,
        more_series,
        differences,
        found: discrepancies::lead(dossier),
        more_differences: (more_differences > 0).then(|| counted(more_differences, "more", "more")),
        background,
        single,
        gaps: gaps::all(catalogue, &links),
        about: about::sentences(catalogue),
        hrefs: Hrefs::of(catalogue, &links),
    }
}

fn frame(dossier: &Dossier) -> Frame<'_> {
    let description = "What the articles together report: each point one sentence of an article, word for word, \
                       with every source that supports it.";
    Frame::new(dossier, Route::Summary, "Summary", description.to_owned())
}
