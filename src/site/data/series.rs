//! The data file of series.

use super::records::Records;
use crate::model::{Dossier, Hedge, Series, Value, Where};
use crate::site::RenderError;
use crate::site::catalogue::Catalogue;
use crate::site::keys::sentence_id;
use crate::site::series::Label;
use crate::site::shown;
use serde::Serialize;

/// A line of `series.jsonl`. The order of the fields is the order of the keys.
#[derive(Serialize)]
struct SeriesRecord<'d> {
    id: &'d str,
    what: &'d str,
    unit: &'static str,
    place: Option<&'d str>,
    values: Vec<ValueRecord<'d>>,
    latest: Vec<String>,
    disputed: bool,
}

/// A count, as a sentence gives it.
#[derive(Serialize)]
struct ValueRecord<'d> {
    /// Its words, its number and its hedge, where the sentence is published.
    value: Option<&'d str>,
    low: Option<i64>,
    high: Option<i64>,
    hedge: Option<&'static str>,
    sentence: String,
    start: u32,
    end: u32,
    as_of: Option<String>,
}

/// Every series, in the order in which pages tell them.
pub(super) fn write_series(catalogue: &Catalogue<'_>, out: &mut Records<'_>) -> Result<(), RenderError> {
    let dossier = catalogue.dossier;
    let mut all = dossier.series.iter().zip(&catalogue.series);
    all.try_for_each(|(series, label)| out.put(&record(dossier, series, label)))
}

fn record<'d>(dossier: &'d Dossier, series: &Series, label: &'d Label) -> SeriesRecord<'d> {
    let place = match series.place {
        Some(Where::Actor(actor)) => Some(dossier.actors[actor as usize].id.as_str()),
        _ => None,
    };
    SeriesRecord {
        id: &label.id,
        what: &label.what,
        unit: "count",
        place,
        values: series.values.iter().map(|value| value_record(dossier, value)).collect(),
        latest: series.latest().map(|value| sentence(dossier, value)).collect(),
        disputed: series.disputed,
    }
}

fn sentence(dossier: &Dossier, value: &Value) -> String {
    sentence_id(&dossier.entries[value.sentence.entry as usize], value.sentence.sentence)
}

fn value_record<'d>(dossier: &'d Dossier, value: &Value) -> ValueRecord<'d> {
    let entry = &dossier.entries[value.sentence.entry as usize];
    let quantity = &entry.reading.quantities[value.quantity as usize];
    let words = shown::published_sentence(entry, value.sentence.sentence)
        .and_then(|_| quantity.counted().get(&entry.article.saved.text));
    ValueRecord {
        value: words,
        low: words.map(|_| value.low / 1000),
        high: words.map(|_| value.high / 1000),
        hedge: words.map(|_| match value.hedge {
            Hedge::Exact => "exact",
            Hedge::About => "about",
            Hedge::AtLeast => "at least",
            Hedge::AtMost => "at most",
        }),
        sentence: sentence(dossier, value),
        start: quantity.counted().start,
        end: quantity.counted().end,
        as_of: value.as_of.map(|date| date.to_string()),
    }
}
