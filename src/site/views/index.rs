//! The front page: what the dossier is, its articles, and what is missing.

use crate::model::Dossier;
use crate::site::catalogue::Catalogue;
use crate::site::prose::{count, counted, grouped, sentence_case};
use crate::site::routes::{Links, Route};
use crate::site::shown;
use crate::site::views::actors;
use crate::site::views::frame::Frame;
use crate::site::views::gaps::{self, Gap};
use crate::site::views::notes::{self, FrontNotes};
use crate::site::views::parts::{Chip, Letter, Quoted, Title, When};
use crate::site::views::strip::Strip;
use serde::Serialize;
use std::collections::BTreeSet;

/// How many articles the front page lists, so that it stays under 100 kB: the list of sources has all.
const LISTED: usize = 80;

/// How many principal actors it shows.
const PRINCIPAL: usize = 12;

/// A fact of the title block.
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
    letter: Letter,
    altered: bool,
    teaser: Option<Quoted<'d>>,
}

/// The front page.
#[derive(Serialize)]
pub(crate) struct IndexView<'d> {
    frame: Frame<'d>,
    title: &'d str,
    subtitle: Option<&'d str>,
    question: Option<&'d str>,
    facts: Vec<Fact>,
    notes: Option<FrontNotes<'d>>,
    principal: Vec<Chip<'d>>,
    strip: Option<Strip>,
    articles: Vec<Item<'d>>,
    /// How many more articles there are, in words.
    more: Option<String>,
    gaps: Vec<Gap<'d>>,
    actors: String,
    network: String,
    chronology: String,
    statements: String,
    sources: String,
    a_to_z: String,
    method: String,
}

pub(crate) fn view<'d>(catalogue: &Catalogue<'d>) -> IndexView<'d> {
    let dossier = catalogue.dossier;
    let settings = &dossier.settings;
    let links = Links::new(Route::Index, settings.base_url.as_deref());
    let has_dates = catalogue.span_of_dates().is_some();
    IndexView {
        frame: frame(catalogue).with_feed(has_dates.then(|| links.to(Route::Feed))),
        title: &settings.title,
        subtitle: settings.subtitle.as_deref(),
        question: settings.question.as_deref(),
        facts: facts(catalogue),
        // An article has the number that its teaser has in the list.
        notes: notes::front(catalogue, &links, &mut |entry| catalogue.place_of_newest(entry)),
        principal: actors::principal(catalogue, PRINCIPAL, &links),
        strip: Strip::of(catalogue),
        articles: catalogue
            .newest_first()
            .take(LISTED)
            .map(|entry| {
                let outlet = catalogue.outlet(entry);
                Item {
                    href: links.to(Route::Article(&entry.article.id)),
                    title: Title::of(entry, dossier),
                    outlet: outlet.map(|outlet| outlet.name.as_str()),
                    when: When::published(entry),
                    letter: Letter::of(outlet),
                    altered: entry.article.meta.altered.is_some(),
                    teaser: Quoted::teaser(entry, dossier, &links),
                }
            })
            .collect(),
        more: dossier.entries.len().checked_sub(LISTED).filter(|n| *n > 0).map(|n| counted(n, "more", "more")),
        gaps: gaps::of(dossier, &links),
        actors: links.to(Route::Actors),
        network: links.to(Route::Network),
        chronology: links.to(Route::Chronology),
        statements: links.to(Route::Statements),
        sources: links.to(Route::Sources),
        a_to_z: links.to(Route::AtoZ),
        method: links.to(Route::Method),
    }
}

fn outlet_count(dossier: &Dossier) -> usize {
    let named = dossier.entries.iter().filter_map(|entry| entry.article.meta.outlet.as_ref());
    named.map(|known| &known.value).collect::<BTreeSet<_>>().len()
}

/// `five articles from three outlets`, `five articles, two of them from one known outlet`.
fn holdings(dossier: &Dossier) -> String {
    let articles = counted(dossier.entries.len(), "article", "articles");
    let placed = dossier.entries.iter().filter(|entry| entry.article.meta.outlet.is_some()).count();
    let outlets = outlet_count(dossier);
    if outlets == 0 {
        articles
    } else if placed == dossier.entries.len() {
        format!("{articles} from {}", counted(outlets, "outlet", "outlets"))
    } else {
        format!("{articles}, {} of them from {}", count(placed), counted(outlets, "known outlet", "known outlets"))
    }
}

fn period(catalogue: &Catalogue<'_>) -> Option<String> {
    let (first, last) = catalogue.span_of_dates()?;
    let (first, last) = (first.in_words(), last.in_words());
    Some(if first == last { first } else { format!("{first} to {last}") })
}

pub(crate) fn facts(catalogue: &Catalogue<'_>) -> Vec<Fact> {
    let dossier = catalogue.dossier;
    let settings = &dossier.settings;
    let words: usize = dossier.entries.iter().map(shown::words).sum();
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
