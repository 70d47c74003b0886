//! The data files: JSON Lines for machines, written line by line and never held in memory.

mod actors;
mod cells;
mod claims;
mod records;
mod references;
mod series;
mod statements;
mod table;

pub(crate) use references::write_references;

use crate::base::PartialDate;
use crate::model::{Dated, Derivation, Entry, Known, Retrieved, Role};
use crate::site::RenderError;
use crate::site::catalogue::Catalogue;
use crate::site::keys::sentence_id;
use crate::site::routes::DataFile;
use crate::site::shown;
use crate::site::views::parts::language_of;
use records::Records;
use serde::Serialize;
use std::io::Write;
use table::Table;

/// The JSON Schema (2020-12) of a data file.
pub(crate) const fn schema(file: DataFile) -> &'static str {
    match file {
        DataFile::Articles => include_str!("../schema/articles.schema.json"),
        DataFile::Sentences => include_str!("../schema/sentences.schema.json"),
        DataFile::Actors => include_str!("../schema/actors.schema.json"),
        DataFile::Mentions => include_str!("../schema/mentions.schema.json"),
        DataFile::Statements => include_str!("../schema/statements.schema.json"),
        DataFile::Claims => include_str!("../schema/claims.schema.json"),
        DataFile::Discrepancies => include_str!("../schema/discrepancies.schema.json"),
        DataFile::Series => include_str!("../schema/series.schema.json"),
        DataFile::Events => include_str!("../schema/events.schema.json"),
    }
}

/// Writes a data file, one object a line, in order of ids.
pub(crate) fn write(catalogue: &Catalogue<'_>, file: DataFile, out: &mut dyn Write) -> Result<(), RenderError> {
    write_records(catalogue, file, &mut Records::Lines(out))
}

/// Writes a data file as a table.
pub(crate) fn write_table(catalogue: &Catalogue<'_>, file: DataFile, out: &mut dyn Write) -> Result<(), RenderError> {
    write_records(catalogue, file, &mut Records::Table(Box::new(Table::new(schema(file), out)?)))
}

fn write_records(catalogue: &Catalogue<'_>, file: DataFile, out: &mut Records<'_>) -> Result<(), RenderError> {
    let dossier = catalogue.dossier;
    match file {
        DataFile::Actors => return actors::write_actors(catalogue, out),
        DataFile::Statements => return statements::write_statements(dossier, out),
        DataFile::Claims => return claims::write_claims(catalogue, out),
        DataFile::Discrepancies => return claims::write_discrepancies(catalogue, out),
        DataFile::Series => return series::write_series(catalogue, out),
        DataFile::Events => return statements::write_events(dossier, out),
        DataFile::Articles | DataFile::Sentences | DataFile::Mentions => {}
    }
    for (index, entry) in dossier.entries.iter().enumerate() {
        match file {
            DataFile::Articles => {
                out.put(&ArticleRecord::of(catalogue, index))?;
            }
            DataFile::Sentences => write_sentences(entry, out)?,
            _ => actors::write_mentions(dossier, entry, out)?,
        }
    }
    Ok(())
}

/// The ground of every value, in one word each.
#[derive(Serialize)]
struct Grounds {
    title: &'static str,
    outlet: &'static str,
    agency: &'static str,
    authors: &'static str,
    published: &'static str,
    retrieved: &'static str,
    url: &'static str,
    archive_url: &'static str,
    language: &'static str,
    altered: &'static str,
}

/// An article that another derives from.
#[derive(Serialize)]
struct Source<'d> {
    article: &'d str,
    how: &'static str,
    /// 0 to 1.
    share: f64,
    sure: bool,
}

/// What the entry at `index` derives from, or may derive from.
fn sources<'d>(catalogue: &Catalogue<'d>, index: usize) -> Vec<Source<'d>> {
    let source = |derivation: &Derivation| Source {
        article: catalogue.dossier.entries[derivation.from as usize].article.id.as_str(),
        how: derivation.how.word(),
        share: f64::from(derivation.share) / 100.0,
        sure: derivation.directed,
    };
    catalogue.derivations.sources(index).iter().map(source).collect()
}

/// A line of `articles.jsonl`. The order of the fields is the order of the keys.
#[derive(Serialize)]
struct ArticleRecord<'d> {
    id: &'d str,
    title: Option<&'d str>,
    outlet: Option<&'d str>,
    agency: Option<&'d str>,
    authors: &'d [String],
    published: Option<PartialDate>,
    dated: Option<&'d Dated>,
    retrieved: Option<String>,
    url: Option<&'d str>,
    archive_url: Option<&'d str>,
    language: &'d str,
    basis: Grounds,
    altered: Option<&'d str>,
    path: &'d str,
    sha256: &'d str,
    bytes: u64,
    words: usize,
    /// Articles that this one derives from, or may derive from.
    derived: Vec<Source<'d>>,
    grade: &'static str,
}

fn value<T>(known: Option<&Known<T>>) -> Option<&T> {
    known.map(|known| &known.value)
}

fn ground<T>(known: Option<&Known<T>>) -> &'static str {
    known.map_or("unknown", |known| known.basis.word())
}

impl<'d> ArticleRecord<'d> {
    fn of(catalogue: &Catalogue<'d>, index: usize) -> Self {
        let entry = &catalogue.dossier.entries[index];
        let outlet = catalogue.outlet(entry);
        let (article, meta) = (&entry.article, &entry.article.meta);
        let text = |known: &'d Option<Known<String>>| value(known.as_ref()).map(String::as_str);
        let language = language_of(entry);
        Self {
            id: article.id.as_str(),
            title: text(&meta.title),
            outlet: outlet.map(|outlet| outlet.name.as_str()),
            agency: text(&meta.agency),
            authors: value(meta.authors.as_ref()).map_or(&[], Vec::as_slice),
            published: value(meta.published.as_ref()).copied(),
            dated: meta.dated.as_ref(),
            retrieved: value(meta.retrieved.as_ref()).map(edtf),
            url: text(&meta.url),
            archive_url: text(&meta.archive_url),
            language,
            basis: Grounds {
                title: ground(meta.title.as_ref()),
                outlet: ground(meta.outlet.as_ref()),
                agency: ground(meta.agency.as_ref()),
                authors: ground(meta.authors.as_ref()),
                published: ground(meta.published.as_ref()),
                retrieved: ground(meta.retrieved.as_ref()),
                url: ground(meta.url.as_ref()),
                archive_url: ground(meta.archive_url.as_ref()),
                language: language_ground(meta.language.as_ref(), language),
                altered: ground(meta.altered.as_ref()),
            },
            altered: text(&meta.altered),
            path: &article.path,
            sha256: &article.sha256,
            bytes: article.bytes,
            words: catalogue.words[index],
            derived: sources(catalogue, index),
            grade: outlet.map(|outlet| outlet.grade).unwrap_or_default().letter(),
        }
    }
}

/// A language that no metadata give is read out of the text.
fn language_ground(given: Option<&Known<String>>, tag: &str) -> &'static str {
    match given {
        Some(known) => known.basis.word(),
        None if tag == "und" => "unknown",
        None => "inferred",
    }
}

/// A date of retrieval as EDTF; an open end is written `2022-01-18/..`.
fn edtf(when: &Retrieved) -> String {
    match when {
        Retrieved::On(date) => date.to_string(),
        Retrieved::OnOrAfter(date) => format!("{date}/.."),
    }
}

/// A line of `sentences.jsonl`.
#[derive(Serialize)]
struct SentenceRecord<'d> {
    id: String,
    article: &'d str,
    role: Role,
    rule: &'static str,
    start: u32,
    end: u32,
    text: &'d str,
}

/// The published sentences of an article.
fn write_sentences(entry: &Entry, out: &mut Records<'_>) -> Result<(), RenderError> {
    let article = entry.article.id.as_str();
    for sentence in entry.reading.sentences.iter().filter(|sentence| shown::shows(entry, sentence)) {
        let block = entry.reading.blocks.get(sentence.block as usize);
        out.put(&SentenceRecord {
            id: sentence_id(entry, sentence.id),
            article,
            role: sentence.role,
            rule: block.map_or("", |block| block.rule.code()),
            start: sentence.span.start,
            end: sentence.span.end,
            text: sentence.span.of(&entry.article.saved.text),
        })?;
    }
    Ok(())
}
