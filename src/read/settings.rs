//! `dossier.toml` and `outlets.toml`: what the editor says of the dossier and of its sources.

use super::fields::{Fields, Notation};
use super::metadata;
use crate::base::{Diagnostic, OutletId, PartialDate};
use crate::model::{Outlet, Settings};
use std::collections::BTreeMap;

const SETTINGS: [&str; 9] =
    ["title", "subtitle", "question", "prepared_by", "prepared_for", "language", "base_url", "period", "publish"];
const OUTLET: [&str; 8] = ["name", "domains", "country", "kind", "grade", "why", "graded_on", "publish"];

/// The words of `publish`, for hints.
pub(super) const PUBLISH: &str = "full, cited, metadata";

/// Reads `dossier.toml`, whose text is `source`; what cannot be used keeps its default.
pub(super) fn settings(file: &str, source: &str, diagnostics: &mut Vec<Diagnostic>) -> Settings {
    let mut fields = match Fields::parse(Notation::Toml, file, source, 0..source.len()) {
        Ok(fields) => fields,
        Err(error) => {
            let of = Diagnostic::error("settings-syntax", "the settings cannot be read, so all keep their defaults");
            diagnostics.push(error.told(of, file, source));
            return Settings::default();
        }
    };
    let defaults = Settings::default();
    let read = Settings {
        title: fields.text(&["title"]).unwrap_or(defaults.title),
        subtitle: fields.text(&["subtitle"]),
        question: fields.text(&["question"]),
        prepared_by: fields.text(&["prepared_by"]),
        prepared_for: fields.text(&["prepared_for"]),
        language: metadata::language(&mut fields, &["language"]).unwrap_or(defaults.language),
        base_url: base_url(&mut fields),
        period: period(&mut fields),
        publish: fields.word("publish", PUBLISH).unwrap_or(defaults.publish),
    };
    fields.rest(&SETTINGS, true);
    diagnostics.append(&mut fields.diagnostics);
    read
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

fn bad_period(fields: &mut Fields<'_>) -> Option<(PartialDate, PartialDate)> {
    let hint = "write the first and last date, such as \"2018-11/2021-10-20\"";
    fields.complain("period", "`period` does not name two dates, the earlier first".to_owned(), hint);
    None
}

/// Reads `outlets.toml`, whose text is `source`; a table that cannot be used is left out.
pub(super) fn outlets(file: &str, source: &str, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<OutletId, Outlet> {
    let mut tables = match Fields::parse(Notation::Toml, file, source, 0..source.len()) {
        Ok(tables) => tables,
        Err(error) => {
            let of = Diagnostic::error("outlets-syntax", "no outlet is read");
            diagnostics.push(error.told(of, file, source));
            return BTreeMap::new();
        }
    };
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
    outlets
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
        publish: fields.word("publish", PUBLISH),
    };
    fields.rest(&OUTLET, true);
    read
}
