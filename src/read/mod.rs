//! From a content folder to a corpus: walking, front matter, and the text of each form of file.
#![expect(clippy::disallowed_methods, reason = "this is the edge where content files are read")]

mod address;
mod article;
mod beside;
mod charset;
mod citing;
mod decisions;
mod decode;
mod editor_files;
mod error;
mod fields;
mod file_name;
mod foreign;
mod found;
mod front_matter;
mod html;
mod layout;
mod lead;
mod markdown;
mod metadata;
mod nesting;
mod notes;
mod outlet_book;
mod record;
mod record_book;
mod rendering;
mod settings;
mod unclosed;
mod unread;
mod walk;

pub use article::SIZE_LIMIT;
pub use error::ReadError;
pub use layout::Layout;

use crate::base::{ArticleId, Diagnostic, Place, Severity};
use crate::model::{Article, Corpus, Publish, Settings};
use article::{Outcome, ReadFile};
use beside::Beside;
use metadata::Given;
use outlet_book::OutletBook;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use walk::Walk;

/// A corpus, and what was found wrong on the way.
#[derive(Debug, Default)]
pub struct Findings {
    /// Everything that could be read.
    pub corpus: Corpus,
    /// What could not, in order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
    /// How many files are not read: of other forms, in other places, or refused.
    pub unread: usize,
}

/// Reads the dossier that `layout` describes; `output` is never read as input.
///
/// Every bad file is a diagnostic, and the rest is read all the same, but for `dossier.toml` and `outlets.toml`: what
/// they may withhold must not be published for a slip in them. `progress` is told each file that is done.
pub fn read(layout: &Layout, output: &Path, progress: &(dyn Fn() + Sync)) -> Result<Findings, ReadError> {
    let mut diagnostics = Vec::new();
    let walk = walk::walk(layout, output);
    settled(layout, &walk)?;
    let mut settings =
        optional(layout, "dossier.toml", &mut diagnostics, settings::settings).map_err(unsettled)?.unwrap_or_default();
    if !settings.titled {
        settings.title = folder_title(&layout.root);
    }
    let listed =
        optional(layout, "outlets.toml", &mut diagnostics, settings::outlets).map_err(unsettled)?.unwrap_or_default();
    let mut book = OutletBook::new(listed);
    let Walk { articles: found, sidecars, records, notes, unread, diagnostics: walked, .. } = walk;
    diagnostics.extend(walked);
    diagnostics.extend(unread::told(&unread));
    diagnostics.extend(walk::passed_over(layout));
    if found.is_empty() {
        return Err(ReadError::NoArticles(layout.articles.clone(), diagnostics));
    }
    let beside = beside::pair(&found, sidecars, &mut diagnostics);
    let alone = Beside::default();
    let files: Vec<ReadFile> = found
        .par_iter()
        .map(|file| {
            let read = article::read_file(file, beside.get(&file.found.file).unwrap_or(&alone));
            progress();
            read
        })
        .collect();
    let mut read = Vec::with_capacity(files.len());
    let mut unread = unread.len();
    for file in files {
        diagnostics.extend(file.diagnostics);
        match file.outcome {
            Outcome::Read(article) => match article.1.foreign {
                None => read.push(*article),
                Some(foreign) => {
                    diagnostics.push(foreign.told(&article.0.path));
                    unread += 1;
                }
            },
            Outcome::Ignored => {}
            Outcome::Refused => unread += 1,
        }
    }
    let whole = read.len();
    let articles = unique(read, &mut diagnostics);
    unread += whole - articles.len();
    let outlets_withhold = book.withholds();
    let place = |(mut article, given): (Article, Given)| {
        if given.unread && outlets_withhold {
            article.meta.publish = Some(Publish::Metadata);
        }
        book.place(article, given.outlet)
    };
    let articles: Vec<Article> = articles.into_iter().map(place).collect();
    diagnostics.extend(book.told());
    let mut cited = Vec::new();
    let records = record::records(&records, &mut cited, &mut diagnostics);
    let notes = notes::notes(&notes, &mut cited, &mut diagnostics);
    let decide = |file: &str, source: &str, diagnostics: &mut Vec<Diagnostic>| {
        Ok(decisions::decisions(file, source, &articles, diagnostics))
    };
    let ruled = match layout.is_arranged().then(|| optional(layout, "decisions.toml", &mut diagnostics, decide)) {
        Some(Err(unread)) => {
            diagnostics.push(*unread);
            None
        }
        Some(Ok(ruled)) => ruled,
        None => None,
    };
    citing::check(&cited, &articles, &mut diagnostics);
    let decisions = ruled.unwrap_or_default();
    diagnostics.sort();
    let outlets = book.into_outlets();
    Ok(Findings { corpus: Corpus { settings, outlets, articles, records, notes, decisions }, diagnostics, unread })
}

/// Reads one article file on its own, with no dossier around it.
///
/// Returns the article where it could be read, and what was wrong.
#[must_use]
pub fn read_article(file: &Path) -> (Option<Article>, Vec<Diagnostic>) {
    let walk = walk::walk_file(file);
    let Some(found) = walk.articles.first() else { return (None, unread::told(&walk.unread)) };
    let sidecar = file.with_file_name(beside::sidecar_name(file));
    let sidecar = sidecar.is_file().then(|| Layout::default().found(&sidecar));
    let mut read = article::read_file(found, &Beside { sidecar, unsure: Vec::new() });
    // Who names a file has it read, whatever it is.
    if let Outcome::Read(article) = &read.outcome
        && let Some(foreign) = article.1.foreign
    {
        read.diagnostics.push(Diagnostic { severity: Severity::Warning, ..foreign.told(&article.0.path) });
    }
    read.diagnostics.sort();
    let Outcome::Read(article) = read.outcome else { return (None, read.diagnostics) };
    let (article, given) = *article;
    (Some(OutletBook::default().place(article, given.outlet)), read.diagnostics)
}

/// An article whose plain text is at hand, under the name `path`.
#[must_use]
pub fn article_of_text(path: &str, text: String) -> Article {
    article::of_text(path, text)
}

/// Refuses a folder with settings where none are looked for: they may be meant to withhold texts.
fn settled(layout: &Layout, walk: &Walk) -> Result<(), ReadError> {
    let Some(astray) = walk.astray.first() else { return Ok(()) };
    let name = file_name::settings_name(&astray.file);
    let right = layout.shown(&layout.content.join(name));
    let told = Diagnostic::error("settings-astray", format!("settings are read from `{right}`, not from here"));
    let hint = format!("rename or move it to `{right}`; if it belongs to another dossier, move that elsewhere");
    Err(unsettled(Box::new(told.at(Place::file(&*astray.shown)).hint(hint))))
}

/// Why nothing may be built from a folder whose settings cannot be read: they may withhold texts, and keep files.
fn unsettled(mut told: Box<Diagnostic>) -> ReadError {
    told.message += "; no site is written, and an existing one was not changed";
    ReadError::Unsettled(told)
}

/// An optional file of the content folder, parsed by `parse`; an error where it is there and cannot be read.
fn optional<T>(
    layout: &Layout,
    name: &str,
    diagnostics: &mut Vec<Diagnostic>,
    parse: impl Fn(&str, &str, &mut Vec<Diagnostic>) -> Result<T, Box<Diagnostic>>,
) -> Result<Option<T>, Box<Diagnostic>> {
    let file = layout.content.join(name);
    // A link that leads nowhere is there, and cannot be read.
    if std::fs::symlink_metadata(&file).is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound) {
        return Ok(None);
    }
    let shown = layout.shown(&file);
    let source = editor_files::text_of(&file, &shown)?;
    parse(&shown, &source, diagnostics).map(Some)
}

/// A dossier without a title is named after its folder.
fn folder_title(root: &Path) -> String {
    let full = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let name = full.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let words: Vec<&str> = name.split(|c: char| c == '-' || c == '_' || c.is_whitespace()).collect();
    let name = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let mut letters = name.trim_matches(|c: char| !c.is_alphanumeric()).chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => Settings::default().title,
    }
}

/// The articles in order of their ids; those that share an id are reported and stay out.
fn unique(read: Vec<(Article, Given)>, diagnostics: &mut Vec<Diagnostic>) -> Vec<(Article, Given)> {
    let mut by_id: BTreeMap<ArticleId, Vec<(Article, Given)>> = BTreeMap::new();
    for pair in read {
        by_id.entry(pair.0.id.clone()).or_default().push(pair);
    }
    let mut kept = Vec::with_capacity(by_id.len());
    for (id, mut alike) in by_id {
        if alike.len() == 1 {
            kept.append(&mut alike);
            continue;
        }
        for (article, _) in &alike {
            let others: Vec<&str> =
                alike.iter().map(|(other, _)| other.path.as_str()).filter(|path| *path != article.path).collect();
            let message = format!("the id `{id}` is also that of {}, so neither is used", others.join(", "));
            let told = Diagnostic::error("id-twice", message).at(Place::file(&*article.path));
            diagnostics.push(told.hint("give one of them another `id`, or another file name"));
        }
    }
    kept
}
