//! `dossier.toml` and `outlets.toml`: what the editor says of the dossier and of its sources.

use super::fields::{Fields, Notation};
use crate::base::{Diagnostic, Keep, OutletId, PartialDate, Place};
use crate::model::{Outlet, Publish, Settings};
use serde_json::Value;
use std::collections::BTreeMap;

const SETTINGS: [&str; 10] = [
    "title",
    "subtitle",
    "question",
    "prepared_by",
    "prepared_for",
    "language",
    "base_url",
    "period",
    "keep",
    "publish",
];
const OUTLET: [&str; 8] = ["name", "domains", "country", "kind", "grade", "why", "graded_on", "publish"];

/// The words of `publish`, for hints.
const PUBLISH: &str = "full, cited, metadata";

/// How much of a text may be published, as `fields` say, which otherwise may hold `known`.
///
/// A word or a field that is not understood withholds the whole text: a slip of the pen must never publish what its
/// writer wanted to withhold.
pub(super) fn publish(fields: &mut Fields<'_>, known: &[&str]) -> Option<Publish> {
    let slip = fields.slip("publish", known);
    let name = slip.as_deref().unwrap_or("publish");
    let place = fields.place(name);
    let value = fields.take(name)?;
    if slip.is_none()
        && let Ok(publish) = serde_json::from_value(value.clone())
    {
        return Some(publish);
    }
    let shown = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let message = match &slip {
        None => format!("`{shown}` is no value of `publish`, so nothing of the text is published"),
        Some(slip) => format!("`{slip}` looks like a slip for `publish`, so nothing of the text is published"),
    };
    let hint = match slip {
        None => format!("use one of {PUBLISH}"),
        Some(_) => format!("write publish and one of {PUBLISH}, or another name"),
    };
    fields.diagnostics.push(Diagnostic::error("bad-publish", message).at(place).hint(hint));
    Some(Publish::Metadata)
}

/// A field that holds a language, as a BCP 47 tag.
pub(super) fn language(fields: &mut Fields<'_>, names: &[&str]) -> Option<String> {
    let place = fields.first(names)?;
    let text = fields.text(&[place])?;
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    if text.split('-').all(part) && matches!(text.split('-').next().map(str::len), Some(2 | 3)) {
        return Some(text);
    }
    fields.complain(place, format!("`{text}` is not a language tag"), "write a tag such as en, fr or pt-BR");
    None
}

/// The fields of a file without which nobody can say what may be published.
fn needed<'f>(file: &'f str, source: &'f str, code: &'static str) -> Result<Fields<'f>, Box<Diagnostic>> {
    Fields::parse(Notation::Toml, file, source, 0..source.len()).map_err(|error| {
        Box::new(error.told(Diagnostic::error(code, "this file cannot be read"), file, source).hint("mend the line"))
    })
}

/// Reads `dossier.toml`, whose text is `source`; a bad value keeps its default, or withholds.
pub(super) fn settings(
    file: &str,
    source: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Settings, Box<Diagnostic>> {
    let mut fields = needed(file, source, "settings-syntax")?;
    let defaults = Settings::default();
    let title = fields.text(&["title"]);
    let read = Settings {
        titled: title.is_some(),
        title: title.unwrap_or(defaults.title),
        subtitle: fields.text(&["subtitle"]),
        question: fields.text(&["question"]),
        prepared_by: fields.text(&["prepared_by"]),
        prepared_for: fields.text(&["prepared_for"]),
        language: language(&mut fields, &["language"]).unwrap_or(defaults.language),
        base_url: base_url(&mut fields),
        period: period(&mut fields),
        keep: keep(&mut fields)?,
        publish: publish(&mut fields, &SETTINGS).unwrap_or(defaults.publish),
    };
    fields.rest(&SETTINGS, true);
    diagnostics.append(&mut fields.diagnostics);
    Ok(read)
}

fn base_url(fields: &mut Fields<'_>) -> Option<String> {
    let text = fields.text(&["base_url"])?;
    match url::Url::parse(&text) {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.query().is_none() && url.fragment().is_none() => {
            let url = url.to_string();
            Some(if url.ends_with('/') { url } else { url + "/" })
        }
        _ => {
            let hint = "write where the site will stand, such as https://example.org/dossier/";
            fields.complain("base_url", format!("`{text}` is not an address of a website"), hint);
            None
        }
    }
}

/// `1979/2021-10`, or a list of two dates.
fn period(fields: &mut Fields<'_>) -> Option<(PartialDate, PartialDate)> {
    let listed = fields.texts(&["period"]);
    let ends: Vec<&str> = listed.iter().flat_map(|text| text.split('/')).map(str::trim).collect();
    match ends[..] {
        [] => None,
        [from, to] => match (PartialDate::from_iso(from), PartialDate::from_iso(to)) {
            (Some(from), Some(to)) if from <= to => Some((from, to)),
            _ => bad_period(fields),
        },
        _ => bad_period(fields),
    }
}

/// What is kept. A slip is an error: a build would remove what its writer wanted to stay.
fn keep(fields: &mut Fields<'_>) -> Result<Keep, Box<Diagnostic>> {
    let told = |message: String, place: Place| {
        let hint = "write keep = [\"ads.txt\", \"downloads/**\"]: paths from the site’s own folder";
        Box::new(Diagnostic::error("bad-keep", message).at(place).hint(hint))
    };
    if let Some(slip) = fields.slip("keep", &SETTINGS) {
        return Err(told(format!("`{slip}` looks like a slip for `keep`"), fields.place(&slip)));
    }
    let place = fields.place("keep");
    let patterns = match fields.take("keep") {
        None => Some(Vec::new()),
        Some(Value::Array(items)) => items.iter().map(|item| item.as_str().map(str::to_owned)).collect(),
        Some(_) => None,
    };
    let Some(patterns) = patterns else { return Err(told("`keep` is no list of paths".to_owned(), place)) };
    Keep::of(patterns).map_err(|wrong| told(format!("`{wrong}` is no path within the site"), place))
}

fn bad_period(fields: &mut Fields<'_>) -> Option<(PartialDate, PartialDate)> {
    let hint = "write the first and last date, such as \"2018-11/2021-10-20\"";
    fields.complain("period", "`period` does not name two dates, the earlier first".to_owned(), hint);
    None
}

/// Reads `outlets.toml`, whose text is `source`; a table that cannot be used is left out.
pub(super) fn outlets(
    file: &str,
    source: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<BTreeMap<OutletId, Outlet>, Box<Diagnostic>> {
    let mut tables = needed(file, source, "outlets-syntax")?;
    let mut outlets = BTreeMap::new();
    for (name, value) in tables.drain() {
        let Some(mut fields) = tables.nested(&name, value) else {
            let message = format!("`{name}` is not a table");
            let hint = format!("write [{name}] on a line of its own, and under it name = \"…\"");
            diagnostics.push(Diagnostic::warning("bad-value", message).at(tables.place(&name)).hint(hint));
            continue;
        };
        let outlet = outlet(&name, &mut fields);
        diagnostics.append(&mut fields.diagnostics);
        outlets.insert(outlet.id.clone(), outlet);
    }
    Ok(outlets)
}

fn outlet(id: &str, fields: &mut Fields<'_>) -> Outlet {
    let host = |domain: &String| domain.trim_start_matches("www.").to_lowercase();
    let read = Outlet {
        id: OutletId::new(id),
        name: fields.text(&["name"]).unwrap_or_else(|| id.to_owned()),
        domains: fields.texts(&["domains"]).iter().map(host).collect(),
        country: fields.text(&["country"]),
        kind: fields.word("kind", "newspaper, agency, broadcaster, aggregator, \"state media\", blog"),
        grade: fields.word("grade", "A, B, C, D, E, F").unwrap_or_default(),
        why: fields.text(&["why"]),
        graded_on: fields.date(&["graded_on"]),
        publish: publish(fields, &OUTLET),
    };
    fields.rest(&OUTLET, true);
    read
}
