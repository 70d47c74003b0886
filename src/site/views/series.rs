//! How counts of one thing grow through the articles: a table of what they say when, each number with its sources.

use crate::base::PartialDate;
use crate::model::{Dossier, Series, Value};
use crate::site::catalogue::Catalogue;
use crate::site::draw::dots::Dots;
use crate::site::prose::{counted, grouped, sentence_case};
use crate::site::routes::{Anchor, Route};
use crate::site::series::{Label, labels};
use crate::site::shown;
use crate::site::views::citing::{Citations, Cite, Line};
use serde::Serialize;

/// Most series that the page tells; the data have all.
const MOST: usize = 40;
/// Most rows of a table that are shown, the others being folded, and most in all.
const ROWS: (usize, usize) = (8, 60);
/// Most sources of one row.
const SOURCES: usize = 24;

/// What articles say for one time.
#[derive(Serialize)]
struct Row<'d> {
    /// The time, in words.
    as_of: Option<String>,
    iso: Option<String>,
    /// The number, as the first of them writes it.
    value: &'d str,
    sources: Vec<Cite<'d>>,
    /// How many more there are, in words.
    more: Option<String>,
}

/// A series.
#[derive(Serialize)]
pub(crate) struct Counts<'d> {
    anchor: String,
    what: String,
    /// What it comes to, as sentences.
    lead: String,
    dots: Option<Dots>,
    rows: Vec<Row<'d>>,
    folded: Vec<Row<'d>>,
    /// How many rows are folded, in words.
    fold: Option<String>,
    /// A sentence that gives the latest number.
    latest: Option<Line<'d>>,
    href: String,
}

/// The values of a series that pages may show.
fn published<'s>(dossier: &Dossier, series: &'s Series) -> Vec<&'s Value> {
    let shown = |value: &&Value| {
        let entry = &dossier.entries[value.sentence.entry as usize];
        shown::published_sentence(entry, value.sentence.sentence).is_some()
    };
    series.values.iter().filter(shown).collect()
}

/// Every series that the page tells, those whose numbers differ first.
fn told<'d>(catalogue: &Catalogue<'d>) -> Vec<(&'d Series, Label)> {
    let dossier = catalogue.dossier;
    let all = dossier.series.iter().zip(labels(catalogue));
    let mut all: Vec<(&Series, Label)> = all.filter(|(series, _)| published(dossier, series).len() > 1).collect();
    all.sort_by_key(|(series, _)| (series.year.is_some(), !differs(dossier, series)));
    all.truncate(MOST);
    all
}

fn differs(dossier: &Dossier, series: &Series) -> bool {
    let values = published(dossier, series);
    values.iter().any(|value| (value.low, value.high) != (values[0].low, values[0].high))
}

impl<'d> Counts<'d> {
    /// The whole of it.
    fn of(series: &Series, label: &Label, citations: &mut Citations<'_, 'd>) -> Self {
        let dossier = citations.catalogue.dossier;
        let values = published(dossier, series);
        let mut rows = rows(&values, citations);
        let more = rows.len().saturating_sub(ROWS.1);
        rows.truncate(ROWS.1);
        let folded = rows.split_off(rows.len().min(ROWS.0));
        let numbers: Vec<(PartialDate, u64)> =
            values.iter().filter_map(|value| Some((value.as_of?, whole(value.high)))).collect();
        let anchor = Anchor::Series(&label.id);
        let latest = values.iter().rev().find(|value| value.as_of.is_some()).or(values.last());
        let latest = latest.map(|value| {
            let entry = citations.entry(value.sentence.entry);
            let words = entry.reading.quantities[value.quantity as usize].counted();
            Line { passage: citations.passage(value.sentence, &[words]), cite: citations.cite(value.sentence) }
        });
        Self {
            what: sentence_case(&label.what),
            lead: lead(series, &values),
            dots: Dots::of(&numbers),
            fold: (!folded.is_empty()).then(|| {
                let rest =
                    if more > 0 { format!("; {} in the data", counted(more, "more", "more")) } else { String::new() };
                sentence_case(&counted(folded.len(), "further number", "further numbers")) + &rest
            }),
            rows,
            folded,
            latest,
            href: citations.links.to_anchor(Route::Discrepancies, anchor),
            anchor: anchor.id(),
        }
    }
}

/// The rows of a table: one for each number of each time.
fn rows<'d>(values: &[&Value], citations: &mut Citations<'_, 'd>) -> Vec<Row<'d>> {
    let of = |value: &Value| (value.as_of, value.low, value.high, value.hedge);
    let mut values = values.to_vec();
    values.sort_by_key(|value| (value.as_of.is_none(), of(value), value.sentence));
    let same = |one: &&Value, other: &&Value| of(one) == of(other);
    let rows = values.chunk_by(same);
    let row = |told: &[&Value]| {
        let first = told[0];
        let entry = citations.entry(first.sentence.entry);
        let words = entry.reading.quantities[first.quantity as usize].counted();
        let more = told.len().saturating_sub(SOURCES);
        Row {
            as_of: first.as_of.map(|date| date.in_words()),
            iso: first.as_of.map(|date| date.to_string()),
            value: words.get(&entry.article.saved.text).unwrap_or_default(),
            sources: told.iter().take(SOURCES).map(|value| citations.cite(value.sentence)).collect(),
            more: (more > 0).then(|| counted(more, "more", "more")),
        }
    };
    rows.map(row).collect()
}

/// A number of thousandths, without them.
const fn whole(thousandths: i64) -> u64 {
    (thousandths / 1000).unsigned_abs()
}

/// What a series comes to: its range, its latest number, and whether sources stand against each other.
fn lead(series: &Series, values: &[&Value]) -> String {
    let mut articles: Vec<u32> = values.iter().map(|value| value.sentence.entry).collect();
    articles.sort_unstable();
    articles.dedup();
    let articles = counted(articles.len(), "article", "articles");
    let (least, most) = (values.iter().map(|value| value.low).min(), values.iter().map(|value| value.high).max());
    let (least, most) = (whole(least.unwrap_or_default()), whole(most.unwrap_or_default()));
    if least == most {
        return sentence_case(&format!("{articles} give one number: {}.", grouped(least)));
    }
    let mut lead = format!("From {} to {} in {articles}.", grouped(least), grouped(most));
    let dated = values.iter().filter(|value| value.as_of.is_some()).count();
    // Where most say no day, the last that does is hardly the latest.
    if let Some(day) = values.iter().filter_map(|value| value.as_of).max().filter(|_| 2 * dated > values.len()) {
        let mut latest: Vec<u64> =
            values.iter().filter(|value| value.as_of == Some(day)).map(|value| whole(value.high)).collect();
        latest.sort_unstable();
        latest.dedup();
        let latest: Vec<String> = latest.into_iter().map(grouped).collect();
        lead.push_str(&format!(" The latest, of {}: {}.", day.in_words(), latest.join(", ")));
    }
    if series.disputed {
        lead.push_str(" Articles of one day differ on it.");
    }
    lead
}

/// The first series of the story whose numbers differ; and how many more there are, in words.
pub(crate) fn first<'d>(most: usize, citations: &mut Citations<'_, 'd>) -> (Vec<Counts<'d>>, Option<String>) {
    let dossier = citations.catalogue.dossier;
    let all = told(citations.catalogue).into_iter();
    let all: Vec<_> = all.filter(|(series, _)| series.year.is_none() && differs(dossier, series)).collect();
    let more = all.len().saturating_sub(most);
    let counts = all.iter().take(most).map(|(series, label)| Counts::of(series, label, citations)).collect();
    (counts, (more > 0).then(|| counted(more, "more", "more")))
}

/// Every series of the page.
pub(crate) fn all<'d>(citations: &mut Citations<'_, 'd>) -> Vec<Counts<'d>> {
    told(citations.catalogue).iter().map(|(series, label)| Counts::of(series, label, citations)).collect()
}
