//! The front page: what the dossier is, the head of its summary, its articles, and what is missing.

use crate::model::{Dossier, Sentence, SentenceRef};
use crate::site::catalogue::Catalogue;
use crate::site::prose::{counted, grouped, sentence_case};
use crate::site::routes::{Links, Route};
use crate::site::shown;
use crate::site::views::actors;
use crate::site::views::citing::{Citations, Cite, Passage};
use crate::site::views::claim::{Point, Room, points};
use crate::site::views::discrepancies::Difference;
use crate::site::views::frame::Frame;
use crate::site::views::gaps::{self, Gap};
use crate::site::views::notes::{self, FrontNotes};
use crate::site::views::parts::{Chip, Letter, Title, When};
use crate::site::views::strip::Strip;
use crate::site::views::summary::{holdings, period};
use serde::Serialize;

/// How many articles the front page lists: the list of sources has all.
const LISTED: usize = 8;

/// How many principal actors it shows.
const PRINCIPAL: usize = 12;

/// Most key points.
const KEY_POINTS: usize = 7;
/// How much of the support of each: the summary has all.
const ROOM: Room = Room::PLAIN;
/// Most differences.
const DIFFERENCES: usize = 3;

/// A fact about the dossier.
#[derive(Serialize)]
pub(crate) struct Fact {
    label: &'static str,
    text: String,
}

/// An article in the list.
#[derive(Serialize)]
struct Item<'d> {
    href: String,
    title: Title<'d>,
    outlet: Option<&'d str>,
    when: Option<When>,
    letter: Option<Letter>,
    altered: bool,
    /// The sentence that best tells what it is about, where it is published.
    teaser: Option<Passage<'d>>,
    cite: Option<Cite<'d>>,
}

/// The front page.
#[derive(Serialize)]
pub(crate) struct IndexView<'d> {
    frame: Frame<'d>,
    title: &'d str,
    /// Whether an editor gave it.
    titled: bool,
    subtitle: Option<&'d str>,
    question: Option<&'d str>,
    /// What the dossier holds, and as of when.
    standing: String,
    facts: Vec<Fact>,
    notes: Option<FrontNotes<'d>>,
    key_points: Vec<Point<'d>>,
    differences: Vec<Difference<'d>>,
    /// How many more differences there are, in words.
    more_differences: Option<String>,
    principal: Vec<Chip<'d>>,
    strip: Option<Strip>,
    articles: Vec<Item<'d>>,
    /// Whether they have an order.
    several: bool,
    /// How many more articles there are, in words.
    more: Option<String>,
    gaps: Vec<Gap<'d>>,
    summary: String,
    discrepancies: String,
    actors: String,
    network: String,
    chronology: String,
    statements: String,
    sources: String,
    a_to_z: String,
    method: String,
}

/// The front page.
pub(crate) fn view<'d>(catalogue: &Catalogue<'d>) -> IndexView<'d> {
    let dossier = catalogue.dossier;
    let settings = &dossier.settings;
    let links = Links::new(Route::Index, settings.base_url.as_deref());
    let has_dates = catalogue.span_of_dates().is_some();
    let citations = Citations::new(catalogue, links.clone());
    let notes = notes::front(catalogue, &links);
    let told = &dossier.summary.key_points;
    let key_points = points(&told[..told.len().min(KEY_POINTS)], ROOM, &citations);
    let found = dossier.discrepancies.iter().enumerate().take(DIFFERENCES);
    let differences: Vec<Difference<'d>> =
        found.map(|(index, found)| Difference::brief(index, found, 1, &citations)).collect();
    let more_differences = dossier.discrepancies.len() - differences.len();
    IndexView {
        frame: frame(catalogue).with_feed(has_dates.then(|| links.to(Route::Feed))),
        title: &settings.title,
        titled: settings.titled,
        subtitle: settings.subtitle.as_deref(),
        question: settings.question.as_deref(),
        standing: standing(dossier),
        facts: facts(catalogue),
        notes,
        key_points,
        differences,
        more_differences: (more_differences > 0).then(|| counted(more_differences, "more", "more")),
        principal: actors::principal(catalogue, PRINCIPAL, &links),
        strip: Strip::of(catalogue),
        articles: catalogue.newest_indices().take(LISTED).map(|index| item(index, &citations)).collect(),
        several: dossier.entries.len() > 1,
        more: dossier.entries.len().checked_sub(LISTED).filter(|n| *n > 0).map(|n| counted(n, "more", "more")),
        gaps: gaps::all(catalogue, &links),
        summary: links.to(Route::Summary),
        discrepancies: links.to(Route::Discrepancies),
        actors: links.to(Route::Actors),
        network: links.to(Route::Network),
        chronology: links.to(Route::Chronology),
        statements: links.to(Route::Statements),
        sources: links.to(Route::Sources),
        a_to_z: links.to(Route::AtoZ),
        method: links.to(Route::Method),
    }
}

fn item<'d>(index: usize, citations: &Citations<'_, 'd>) -> Item<'d> {
    let at = u32::try_from(index).unwrap_or(u32::MAX);
    let entry = citations.entry(at);
    let outlet = citations.catalogue.outlet(entry);
    let title = Title::of(entry, citations.catalogue.dossier);
    // Where an article has no title of its own, its first sentence serves as one already.
    let own = |sentence: &&Sentence| sentence.span.of(&entry.article.saved.text) != title.text;
    let teaser = shown::teaser(entry).filter(own).map(|sentence| SentenceRef { entry: at, sentence: sentence.id });
    Item {
        href: citations.links.to(Route::Article(&entry.article.id)),
        title,
        outlet: outlet.map(|outlet| outlet.name.as_str()),
        when: When::published(entry),
        letter: Letter::of(outlet),
        altered: entry.article.meta.altered.is_some(),
        teaser: teaser.and_then(|at| citations.passage(at, &[])),
        cite: teaser.map(|at| citations.cite(at)),
    }
}

/// `As of 5 March 2020: three articles from one outlet`.
fn standing(dossier: &Dossier) -> String {
    let holdings = holdings(dossier);
    dossier.as_of.map_or_else(|| sentence_case(&holdings), |date| format!("As of {}: {holdings}", date.in_words()))
}

pub(crate) fn facts(catalogue: &Catalogue<'_>) -> Vec<Fact> {
    let dossier = catalogue.dossier;
    let settings = &dossier.settings;
    let words: usize = catalogue.words.iter().sum();
    [
        ("As of", dossier.as_of.map(|date| date.in_words())),
        ("Holds", Some(sentence_case(&holdings(dossier)))),
        ("Length", Some(format!("{} words of article text", grouped(words as u64)))),
        ("Published", period(catalogue)),
        ("Concerns", settings.period.map(|(from, to)| format!("{} to {}", from.in_words(), to.in_words()))),
        ("Prepared by", settings.prepared_by.clone()),
        ("Prepared for", settings.prepared_for.clone()),
    ]
    .into_iter()
    .filter_map(|(label, text)| Some(Fact { label, text: text? }))
    .collect()
}

/// The dossier in the vocabulary of schema.org.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    in_language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    temporal_coverage: Option<String>,
}

fn frame<'d>(catalogue: &Catalogue<'d>) -> Frame<'d> {
    let settings = &catalogue.dossier.settings;
    let lead = settings.subtitle.as_deref().or(settings.question.as_deref());
    let holdings = sentence_case(&holdings(catalogue.dossier));
    let description = lead.map_or_else(|| format!("{holdings}."), |lead| format!("{lead} {holdings}."));
    Frame::new(catalogue.dossier, Route::Index, &settings.title, description).described_as(&Report {
        context: "https://schema.org",
        kind: "Report",
        name: &settings.title,
        description: lead,
        in_language: &settings.language,
        date_modified: catalogue.dossier.as_of.map(|date| date.date_only().to_string()),
        temporal_coverage: catalogue
            .span_of_dates()
            .map(|(first, last)| format!("{}/{}", first.date_only(), last.date_only())),
    })
}
