//! From a content folder to a corpus: walking, front matter, and the text of each form of file.
#![expect(clippy::disallowed_methods, reason = "this is the edge where content files are read")]

mod article;
mod charset;
mod citing;
mod decisions;
mod decode;
mod editor_files;
mod fields;
mod front_matter;
mod html;
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
mod walk;

pub use article::SIZE_LIMIT;

use crate::base::{ArticleId, Diagnostic, Place};
use crate::model::{Article, Corpus, Publish, Settings};
use article::ReadFile;
use metadata::Given;
use outlet_book::OutletBook;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use walk::{Found, Walk};

/// Why nothing could be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The root is no folder.
    #[error("`{0}` is not a folder that can be read")]
    NoFolder(PathBuf),
    /// A file that may withhold texts could not be read.
    #[error("{}", .0.message)]
    Unsettled(Box<Diagnostic>),
    /// No article file lies where articles are looked for.
    #[error("no articles: no .txt, .md or .html file lies in `{0}`")]
    NoArticles(PathBuf),
}

/// A corpus, and what was found wrong on the way.
#[derive(Debug, Default)]
pub struct Findings {
    /// Everything that could be read.
    pub corpus: Corpus,
    /// What could not, in order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
}

/// Where the parts of a dossier lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The folder that paths are shown relative to.
    pub root: PathBuf,
    /// Where `dossier.toml` and `outlets.toml` are looked for.
    pub content: PathBuf,
    /// Where articles are looked for.
    pub articles: PathBuf,
}

impl Layout {
    /// The dossier at `root`: the folder that holds `content/`, a content folder itself, or any
    /// folder of articles.
    pub fn of(root: &Path) -> Result<Self, ReadError> {
        if !root.is_dir() {
            return Err(ReadError::NoFolder(root.to_owned()));
        }
        let inner = root.join("content");
        let content = if inner.is_dir() { inner } else { root.to_owned() };
        let articles = content.join("articles");
        let articles = if articles.is_dir() { articles } else { content.clone() };
        Ok(Self { root: root.to_owned(), content, articles })
    }

    /// The folder of actor records, which need not exist. A bare folder of articles has none: there, `actors` is
    /// a folder of articles like any other.
    #[must_use]
    pub fn actors(&self) -> Option<PathBuf> {
        self.is_arranged().then(|| self.content.join("actors"))
    }

    /// The folder of the analyst's notes, by the same rule.
    #[must_use]
    pub fn notes(&self) -> Option<PathBuf> {
        self.is_arranged().then(|| self.content.join("notes"))
    }

    /// Whether this is a content folder, and no bare folder of articles.
    fn is_arranged(&self) -> bool {
        self.content != self.root || self.articles != self.content
    }
}

/// Reads the dossier that `layout` describes; `output` is never read as input.
///
/// Every bad file is a diagnostic, and the rest is read all the same, but for `dossier.toml` and `outlets.toml`: what
/// they may withhold must not be published for a slip in them. `progress` is told each file that is done.
pub fn read(layout: &Layout, output: &Path, progress: &(dyn Fn() + Sync)) -> Result<Findings, ReadError> {
    let mut diagnostics = Vec::new();
    let settings = optional(layout, "dossier.toml", &mut diagnostics, settings::settings)
        .map_err(unsettled)?
        .unwrap_or_else(|| Settings { title: folder_title(&layout.root), ..Settings::default() });
    let listed =
        optional(layout, "outlets.toml", &mut diagnostics, settings::outlets).map_err(unsettled)?.unwrap_or_default();
    let mut book = OutletBook::new(listed);
    let Walk { articles: mut found, sidecars, diagnostics: walked } =
        walk::walk(&layout.root, &layout.articles, output, layout.articles == layout.content);
    for editors in [layout.actors(), layout.notes()].into_iter().flatten() {
        found.retain(|found| !found.file.starts_with(&editors));
    }
    diagnostics.extend(walked);
    diagnostics.extend(walk::passed_over(layout));
    if found.is_empty() {
        return Err(ReadError::NoArticles(layout.articles.clone()));
    }
    let beside = pair(&found, sidecars, &mut diagnostics);
    let files: Vec<ReadFile> = found
        .par_iter()
        .map(|found| {
            let read = article::read_file(found, beside.get(&found.file));
            progress();
            read
        })
        .collect();
    let mut read = Vec::with_capacity(files.len());
    for file in files {
        diagnostics.extend(file.diagnostics);
        read.extend(file.article);
    }
    let articles = unique(read, &mut diagnostics);
    let outlets_withhold = book.withholds();
    let place = |(mut article, given): (Article, Given)| {
        if given.unread && outlets_withhold {
            article.meta.publish = Some(Publish::Metadata);
        }
        book.place(article, given.outlet)
    };
    let articles: Vec<Article> = articles.into_iter().map(place).collect();
    let mut cited = Vec::new();
    let records = record::records(layout, &mut cited, &mut diagnostics);
    let notes = notes::notes(layout, &mut cited, &mut diagnostics);
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
    Ok(Findings { corpus: Corpus { settings, outlets, articles, records, notes, decisions }, diagnostics })
}

/// Reads one article file on its own, with no dossier around it.
///
/// Returns the article where it could be read, and what was wrong.
#[must_use]
pub fn read_article(file: &Path) -> (Option<Article>, Vec<Diagnostic>) {
    let parent = file.parent().unwrap_or(Path::new(""));
    let walk = walk::walk_file(file);
    let Some(found) = walk.articles.first() else { return (None, walk.diagnostics) };
    let sidecar = parent.join(sidecar_name(file));
    let sidecar = sidecar.is_file().then(|| (sidecar.clone(), walk::shown(Path::new(""), &sidecar)));
    let mut read = article::read_file(found, sidecar.as_ref());
    read.diagnostics.sort();
    let article = read.article.map(|(article, given)| OutletBook::default().place(article, given.outlet));
    (article, read.diagnostics)
}

/// An article whose plain text is at hand, under the name `path`.
#[must_use]
pub fn article_of_text(path: &str, text: String) -> Article {
    article::of_text(path, text)
}

/// Why nothing may be built from a folder whose settings cannot be read: they may withhold texts, and keep files.
fn unsettled(mut told: Box<Diagnostic>) -> ReadError {
    told.message += "; no site is written, and one that was there stays as it was";
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
    let shown = walk::shown(&layout.root, &file);
    let source = editor_files::text_of(&file, &shown)?;
    parse(&shown, &source, diagnostics).map(Some)
}

/// A dossier without settings is named after its folder.
fn folder_title(root: &Path) -> String {
    let full = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let name = full.file_name().map(|name| name.to_string_lossy().replace(['-', '_'], " ")).unwrap_or_default();
    let mut letters = name.trim_matches(|c: char| !c.is_alphanumeric()).chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => Settings::default().title,
    }
}

fn sidecar_name(file: &Path) -> String {
    format!("{}.meta.toml", file.file_stem().unwrap_or_default().to_string_lossy())
}

/// Each article file's sidecar; one that belongs to no article is reported.
fn pair(
    found: &[Found],
    sidecars: Vec<(PathBuf, String)>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<PathBuf, (PathBuf, String)> {
    let mut waiting: BTreeMap<PathBuf, (PathBuf, String)> =
        sidecars.into_iter().map(|sidecar| (sidecar.0.clone(), sidecar)).collect();
    let mut paired = BTreeMap::new();
    for article in found {
        if let Some(sidecar) = waiting.remove(&article.file.with_file_name(sidecar_name(&article.file))) {
            paired.insert(article.file.clone(), sidecar);
        }
    }
    diagnostics.extend(waiting.into_values().map(|(_, shown)| {
        let message = "this metadata belongs to no article";
        let hint = "name it after its article: NAME.meta.toml beside NAME.txt";
        Diagnostic::warning("lone-sidecar", message).at(Place::file(shown)).hint(hint)
    }));
    paired
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
