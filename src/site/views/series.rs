//! How counts of one thing grow through the articles: a table of what they say when, each number with its sources.

use crate::base::PartialDate;
use crate::model::Series;
use crate::site::catalogue::Catalogue;
use crate::site::draw::dots::Dots;
use crate::site::prose::{counted, sentence_case};
use crate::site::routes::Anchor;
use crate::site::series::{self, Label, Row};
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
struct RowView<'d> {
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
    rows: Vec<RowView<'d>>,
    folded: Vec<RowView<'d>>,
    /// How many rows are folded, in words.
    fold: Option<String>,
    /// A sentence that gives the latest number, or that most give.
    told: Option<Line<'d>>,
}

/// Every series that the page tells, those whose numbers differ first.
fn told<'c, 'd>(catalogue: &'c Catalogue<'d>) -> Vec<(&'d Series, &'c Label)> {
    let dossier = catalogue.dossier;
    let all = dossier.series.iter().zip(&catalogue.series);
    let mut all: Vec<(&Series, &Label)> =
        all.filter(|(series, _)| series::published(dossier, series).len() > 1).collect();
    all.sort_by_key(|(series, _)| (series.year.is_some(), !series::differs(dossier, series)));
    all.truncate(MOST);
    all
}

impl<'d> Counts<'d> {
    /// The series at `index` of the dossier's, for paper.
    pub(crate) fn printed(index: u32, citations: &Citations<'_, 'd>) -> Self {
        let catalogue = citations.catalogue;
        let (series, label) = (&catalogue.dossier.series[index as usize], &catalogue.series[index as usize]);
        let mut printed = Self::of(series, label, citations);
        printed.rows.append(&mut printed.folded);
        Self { fold: None, ..printed }
    }

    /// The whole of it.
    fn of(series: &'d Series, label: &Label, citations: &Citations<'_, 'd>) -> Self {
        let dossier = citations.catalogue.dossier;
        let values = series::published(dossier, series);
        let rows = series::rows(dossier, series);
        let mut rows: Vec<RowView<'d>> = rows.iter().map(|told| row(told, citations)).collect();
        let more = rows.len().saturating_sub(ROWS.1);
        rows.truncate(ROWS.1);
        let folded = rows.split_off(rows.len().min(ROWS.0));
        let numbers: Vec<(PartialDate, u64)> =
            values.iter().filter_map(|value| Some((value.as_of?, series::whole(value.high)))).collect();
        let anchor = Anchor::Series(&label.id);
        let told = series::telling(&values).map(|value| {
            let entry = citations.entry(value.sentence.entry);
            let words = entry.reading.quantities[value.quantity as usize].counted();
            Line { passage: citations.passage(value.sentence, &[words]), cite: citations.cite(value.sentence) }
        });
        Self {
            what: sentence_case(&label.what),
            lead: series::lead(dossier, series),
            dots: Dots::of(&numbers),
            fold: (!folded.is_empty()).then(|| {
                let rest =
                    if more > 0 { format!("; {} in the data", counted(more, "more", "more")) } else { String::new() };
                sentence_case(&counted(folded.len(), "further number", "further numbers")) + &rest
            }),
            rows,
            folded,
            told,
            anchor: anchor.id(),
        }
    }
}

fn row<'d>(row: &Row<'d>, citations: &Citations<'_, 'd>) -> RowView<'d> {
    let more = row.sentences.len().saturating_sub(SOURCES);
    RowView {
        as_of: row.as_of.map(|date| date.in_words()),
        iso: row.as_of.map(|date| date.to_string()),
        value: row.words,
        sources: row.sentences.iter().take(SOURCES).map(|at| citations.cite(*at)).collect(),
        more: (more > 0).then(|| counted(more, "more", "more")),
    }
}

/// The first series of the story whose numbers differ; and how many more there are, in words.
pub(crate) fn first<'d>(most: usize, citations: &Citations<'_, 'd>) -> (Vec<Counts<'d>>, Option<String>) {
    let dossier = citations.catalogue.dossier;
    let all = told(citations.catalogue).into_iter();
    let all: Vec<_> = all.filter(|(series, _)| series.year.is_none() && series::differs(dossier, series)).collect();
    let more = all.len().saturating_sub(most);
    let counts = all.iter().take(most).map(|(series, label)| Counts::of(series, label, citations)).collect();
    (counts, (more > 0).then(|| counted(more, "more", "more")))
}

/// Every series of the page.
pub(crate) fn all<'d>(citations: &Citations<'_, 'd>) -> Vec<Counts<'d>> {
    told(citations.catalogue).iter().map(|(series, label)| Counts::of(series, label, citations)).collect()
}
