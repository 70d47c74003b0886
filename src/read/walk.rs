//! Walks a content folder, always in the same order, and says of every file in it what it is.

use super::file_name::{ending, format_of, is_readme, is_settings, is_sidecar, plain_name};
use super::found::Found;
use super::layout::{Layout, Room};
use super::unread::{Kind, Unread};
use crate::base::{Diagnostic, Place, SITE_MARKER};
use crate::model::Format;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// Deepest folder below the content folder that is looked into.
const DEPTH: usize = 64;

/// A file that may hold an article, with the form that its ending says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ArticleFile {
    pub(super) found: Found,
    pub(super) format: Format,
}

/// All that a walk turns up.
#[derive(Debug, Default)]
pub(super) struct Walk {
    /// Article files, in order of the path shown.
    pub(super) articles: Vec<ArticleFile>,
    /// Whatever is named like the metadata of an article, even a folder, or a link that leads nowhere.
    pub(super) sidecars: Vec<Found>,
    /// Actor records.
    pub(super) records: Vec<Found>,
    /// The analyst's notes.
    pub(super) notes: Vec<Found>,
    /// Files of the settings' names where no settings are looked for.
    pub(super) astray: Vec<Found>,
    /// Every other file.
    pub(super) unread: Vec<Unread>,
    /// What could not be looked at.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Walks the content folder of `layout`.
///
/// Not looked at: hidden files, `output` and every other site that Cuttings wrote. Symbolic links are followed; one
/// that leads back to a folder above it is reported. A README, and what browsers save along with a page, is passed
/// over.
pub(super) fn walk(layout: &Layout, output: &Path) -> Walk {
    let mut found = Walk::default();
    let output = output.canonicalize().ok();
    let is_site = |entry: &DirEntry| {
        let same = || output.is_some() && entry.path().canonicalize().ok() == output;
        entry.path().join(SITE_MARKER).is_file() || same()
    };
    let hidden = |entry: &DirEntry| entry.file_name().to_string_lossy().starts_with('.');
    let passed_over = |entry: &DirEntry| {
        let folder = || entry.file_type().is_dir() && (is_site(entry) || is_company_of_a_page(entry.path()));
        entry.depth() > 0 && (hidden(entry) || folder())
    };
    let mut entries = WalkDir::new(&layout.content)
        .follow_links(true)
        .max_depth(DEPTH)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| !passed_over(entry));
    while let Some(entry) = entries.next() {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {
                if is_sidecar(&plain_name(entry.path())) {
                    found.sidecars.push(layout.found(entry.path()));
                }
                if let Some(above) = leads_up(&entry) {
                    found.diagnostics.push(link_loop(layout.shown(entry.path()), &above));
                    entries.skip_current_dir();
                }
            }
            Ok(entry) => sort(layout, entry.path(), entry.file_type().is_file(), &mut found),
            Err(error) => {
                match error.path().filter(|path| is_sidecar(&plain_name(path))) {
                    // Whoever reads it tells why that cannot be done.
                    Some(path) => found.sidecars.push(layout.found(path)),
                    None => found.diagnostics.push(unwalkable(layout, &error)),
                }
            }
        }
    }
    found.articles.sort_by(|a, b| a.found.cmp(&b.found));
    found.astray.extend(above_content(layout).filter(|found| is_settings(&plain_name(&found.file))));
    found
}

/// Articles that lie beside `content/`, and so are not read.
///
/// Only forms that hardly anything but an article is saved in count: a project has its README.md.
pub(super) fn passed_over(layout: &Layout) -> Option<Diagnostic> {
    let articles = above_content(layout).filter(|found| matches!(ending(&found.file).as_str(), "txt" | "html" | "htm"));
    let named: Vec<String> = articles.map(|found| found.shown).collect();
    let message = match named.as_slice() {
        [] => return None,
        [one] => format!("`{one}` may be an article, and lies outside `{}`", layout.shown(&layout.articles)),
        many => {
            format!("these may be articles, and lie outside `{}`: {}", layout.shown(&layout.articles), many.join(", "))
        }
    };
    Some(Diagnostic::note("passed-over", message).hint("move what is to be read into that folder"))
}

/// The files that lie directly in the root, where `content/` is a folder inside it.
fn above_content(layout: &Layout) -> impl Iterator<Item = Found> {
    let entries = (layout.root != layout.content)
        .then(|| WalkDir::new(&layout.root).min_depth(1).max_depth(1).sort_by_file_name().into_iter());
    let files = entries.into_iter().flatten().filter_map(Result::ok).filter(|entry| !entry.file_type().is_dir());
    files.map(|entry| layout.found(entry.path()))
}

/// The one `file` as a walk would find it, shown by its path as given.
pub(super) fn walk_file(file: &Path) -> Walk {
    let mut walk = Walk::default();
    let found = Found { file: file.to_owned(), shown: Layout::default().shown(file) };
    match format_of(file) {
        Some(format) => walk.articles.push(ArticleFile { found, format }),
        None => walk.unread.push(Unread { shown: found.shown, kind: Kind::of(file) }),
    }
    walk
}

/// Sorts one file, or what is none (a pipe, a device), by its place and name.
fn sort(layout: &Layout, file: &Path, is_file: bool, walk: &mut Walk) {
    let (name, found) = (plain_name(file), layout.found(file));
    let unread = |kind| Unread { shown: layout.shown(file), kind: if is_file { kind } else { Kind::NoFile } };
    let is_note = is_file && ending(file) == "md";
    match layout.room(file) {
        Room::Settings => {}
        _ if is_settings(&name) => walk.astray.push(found),
        _ if is_readme(&name) => {}
        Room::Records { directly: true } if is_note => walk.records.push(found),
        Room::Notes { directly: true } if is_note => walk.notes.push(found),
        Room::Records { .. } | Room::Notes { .. } => walk.unread.push(unread(Kind::BesideNotes)),
        _ if is_sidecar(&name) => walk.sidecars.push(found),
        Room::None => walk.unread.push(unread(Kind::Outside)),
        Room::Articles => match format_of(file) {
            // A pipe named as an article is told as one that cannot be read.
            Some(format) => walk.articles.push(ArticleFile { found, format }),
            None => walk.unread.push(unread(Kind::of(file))),
        },
    }
}

/// How browsers name the folder beside a saved page, behind the page's own name.
const COMPANY: [&str; 8] = ["_files", "-files", "_file", "-Dateien", "_fichiers", "_archivos", "_bestanden", "-filer"];

/// Whether `folder` holds what a browser saved along with a page beside it.
fn is_company_of_a_page(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let page = COMPANY.iter().find_map(|ending| name.strip_suffix(ending));
    page.is_some_and(|page| {
        ["html", "htm"].iter().any(|ending| folder.with_file_name(format!("{page}.{ending}")).is_file())
    })
}

/// The folder above `entry` that it links to, if that is what it does.
///
/// The walk itself only sees loops that come back to a folder it has passed.
fn leads_up(entry: &DirEntry) -> Option<PathBuf> {
    if !entry.path_is_symlink() {
        return None;
    }
    let target = entry.path().canonicalize().ok()?;
    let parent = entry.path().parent()?.canonicalize().ok()?;
    parent.starts_with(&target).then_some(target)
}

fn link_loop(shown: String, above: &Path) -> Diagnostic {
    let name = above.file_name().unwrap_or_default().to_string_lossy();
    let message = format!("this link leads back to `{name}`, a folder above it");
    Diagnostic::warning("link-loop", message).at(Place::file(shown)).hint("remove the link")
}

fn unwalkable(layout: &Layout, error: &walkdir::Error) -> Diagnostic {
    let shown = error.path().map_or_else(String::new, |path| layout.shown(path));
    if let Some(above) = error.loop_ancestor() {
        return link_loop(shown, above);
    }
    let why = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
    Diagnostic::error("unreadable", format!("this cannot be looked at: {why}"))
        .at(Place::file(shown))
        .hint("check that it exists and that you may read it")
}
