//! The articles as references: CSL-JSON and BibTeX, for reference managers.

use crate::base::PartialDate;
use crate::model::{Entry, Known, Retrieved};
use crate::site::RenderError;
use crate::site::catalogue::Catalogue;
use crate::site::routes::{References, outward};
use crate::site::views::parts::{Title, language_of};
use serde::Serialize;
use std::fmt::Write as _;
use std::io::{self, Write};

/// A date as CSL-JSON has it: year, then month and day as far as they are known.
#[derive(Serialize)]
struct DateParts {
    #[serde(rename = "date-parts")]
    parts: [Vec<i32>; 1],
}

impl DateParts {
    fn of(date: PartialDate) -> Self {
        let month = date.month().map(i32::from);
        let day = date.day().map(i32::from);
        Self { parts: [[Some(date.year()), month, day].into_iter().map_while(|part| part).collect()] }
    }
}

/// A writer as the article gives it: its parts are not told apart.
#[derive(Serialize)]
struct Author<'d> {
    literal: &'d str,
}

/// An item of CSL-JSON (schema 1.0.2).
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item<'d> {
    id: &'d str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'d str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Author<'d>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<DateParts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<DateParts>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    archive_location: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'d str>,
}

/// Writes every article as a reference.
pub(crate) fn write_references(
    catalogue: &Catalogue<'_>,
    form: References,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    match form {
        References::CslJson => {
            for (at, entry) in catalogue.dossier.entries.iter().enumerate() {
                out.write_all(if at == 0 { b"[\n" } else { b",\n" })?;
                let title = Title::of(entry, catalogue.dossier);
                serde_json::to_writer(&mut *out, &item(catalogue, entry, &title)).map_err(io::Error::from)?;
            }
            out.write_all(if catalogue.dossier.entries.is_empty() { b"[]\n" } else { b"\n]\n" })?;
        }
        References::BibTeX => {
            for entry in &catalogue.dossier.entries {
                out.write_all(bibtex(catalogue, entry).as_bytes())?;
            }
        }
    }
    Ok(())
}

/// When a page was looked at, if that is one known date.
fn accessed(entry: &Entry) -> Option<PartialDate> {
    match entry.article.meta.retrieved.as_ref()?.value {
        Retrieved::On(date) => Some(date),
        Retrieved::OnOrAfter(_) => None,
    }
}

/// What a value says.
fn said<T>(known: Option<&Known<T>>) -> Option<&T> {
    known.map(|known| &known.value)
}

fn item<'d>(catalogue: &Catalogue<'d>, entry: &'d Entry, title: &'d Title<'d>) -> Item<'d> {
    let meta = &entry.article.meta;
    let authors = said(meta.authors.as_ref()).map_or(&[][..], Vec::as_slice);
    Item {
        id: entry.article.id.as_str(),
        kind: "article-newspaper",
        title: &title.text,
        author: authors.iter().map(|name| Author { literal: name }).collect(),
        container_title: catalogue.outlet(entry).map(|outlet| outlet.name.as_str()),
        source: said(meta.agency.as_ref()).map(String::as_str),
        issued: said(meta.published.as_ref()).copied().map(DateParts::of),
        accessed: accessed(entry).map(DateParts::of),
        url: said(meta.url.as_ref()).and_then(|url| outward(url)),
        archive_location: said(meta.archive_url.as_ref()).and_then(|url| outward(url)),
        language: Some(language_of(entry)).filter(|tag| *tag != "und"),
        note: said(meta.altered.as_ref()).map(String::as_str),
    }
}

/// An entry of biblatex: dates in EDTF, as known and no more.
fn bibtex(catalogue: &Catalogue<'_>, entry: &Entry) -> String {
    let meta = &entry.article.meta;
    let title = Title::of(entry, catalogue.dossier);
    // Braces around each name keep it whole.
    let authors: Vec<String> =
        said(meta.authors.as_ref()).into_iter().flatten().map(|name| format!("{{{}}}", escaped(name))).collect();
    let day = |date: PartialDate| date.date_only().to_string();
    let url = |known: Option<&Known<String>>| said(known).and_then(|url| outward(url)).map(|url| percent(&url));
    let text = |text: &str| escaped(text);
    let fields = [
        ("title", Some(format!("{{{}}}", text(&title.text)))),
        ("author", (!authors.is_empty()).then(|| authors.join(" and "))),
        ("journaltitle", catalogue.outlet(entry).map(|outlet| text(&outlet.name))),
        ("entrysubtype", Some("newspaper".to_owned())),
        ("date", said(meta.published.as_ref()).map(|date| day(*date))),
        ("url", url(meta.url.as_ref())),
        ("urldate", accessed(entry).map(day)),
        ("addendum", url(meta.archive_url.as_ref()).map(|url| format!("Archived at \\url{{{url}}}"))),
        ("langid", Some(language_of(entry)).filter(|tag| *tag != "und").map(text)),
        ("note", said(meta.altered.as_ref()).map(|reason| text(reason))),
    ];
    let mut out = format!("@article{{{},\n", entry.article.id);
    for (name, value) in fields.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        let _ = writeln!(out, "  {name} = {{{value}}},");
    }
    out.push_str("}\n");
    out
}

/// `text` without what BibTeX or TeX would take for a command.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// An address in which no brace or backslash is left.
fn percent(url: &str) -> String {
    url.replace('\\', "%5C").replace('{', "%7B").replace('}', "%7D")
}
