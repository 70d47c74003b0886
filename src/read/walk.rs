//! Finds the article files of a content folder, always in the same order.

use super::Layout;
use crate::base::{Diagnostic, Place, SITE_MARKER};

use crate::model::Format;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// Deepest folder below the articles' folder that is looked into.
const DEPTH: usize = 64;

/// A file that may hold an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Where it is.
    pub(super) file: PathBuf,
    /// The same, relative to the dossier's root, with forward slashes.
    pub(super) shown: String,
    /// The form that its ending says.
    pub(super) format: Format,
}

/// All that a walk turns up.
#[derive(Debug, Default)]
pub(super) struct Walk {
    /// Article files, in order of `shown`.
    pub(super) articles: Vec<Found>,
    /// Sidecars (`*.meta.toml`), in order.
    pub(super) sidecars: Vec<(PathBuf, String)>,
    /// What could not be looked at, and files of no known form.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Walks `folder`, which lies in or is `root`. Not looked at: hidden files, `skip` and every other
/// site that Cuttings wrote, and the folders of pictures and frames that browsers save with a page.
///
/// Symbolic links are followed; one that leads back to a folder above it is reported. In a
/// `mixed` folder, which is not for articles alone, files of other forms and a README are passed
/// over in silence.
pub(super) fn walk(root: &Path, folder: &Path, skip: &Path, mixed: bool) -> Walk {
    let mut found = Walk::default();
    let hidden = |entry: &DirEntry| entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
    let skip = skip.canonicalize().ok();
    let ours = |entry: &DirEntry| {
        let same = || skip.is_some() && entry.path().canonicalize().ok() == skip;
        entry.file_type().is_dir()
            && entry.depth() > 0
            && (entry.path().join(SITE_MARKER).is_file() || is_company_of_a_page(entry.path()) || same())
    };
    let mut entries = WalkDir::new(folder)
        .follow_links(true)
        .max_depth(DEPTH)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| !hidden(entry) && !ours(entry));
    while let Some(entry) = entries.next() {
        match entry {
            Ok(entry) if entry.file_type().is_file() => sort(root, entry.path(), mixed, &mut found),
            Ok(entry) => {
                if let Some(above) = leads_up(&entry) {
                    found.diagnostics.push(link_loop(shown(root, entry.path()), &above));
                    entries.skip_current_dir();
                }
            }
            Err(error) => found.diagnostics.push(unwalkable(root, &error)),
        }
    }
    found.articles.sort_by(|a, b| a.shown.cmp(&b.shown));
    found
}

/// Article files that lie beside the folder in which articles are looked for, and so are not read.
///
/// Only forms that hardly anything but an article is saved in count: a project has its README.md.
pub(super) fn passed_over(layout: &Layout) -> Option<Diagnostic> {
    if layout.articles == layout.root {
        return None;
    }
    let above = [&layout.root, &layout.content].into_iter().filter(|folder| **folder != layout.articles);
    let entries = above.flat_map(|folder| WalkDir::new(folder).max_depth(1).sort_by_file_name());
    let is_article = |entry: &DirEntry| {
        let ending = entry.path().extension().unwrap_or_default().to_string_lossy().to_lowercase();
        entry.file_type().is_file() && matches!(ending.as_str(), "txt" | "html" | "htm")
    };
    let found: Vec<DirEntry> = entries.filter_map(Result::ok).filter(is_article).collect();
    let first = found.first()?;
    let message = format!(
        "{} that may be an article lies outside `{}`, where articles are looked for",
        if found.len() == 1 { "one file".to_owned() } else { format!("each of {} files", found.len()) },
        shown(&layout.root, &layout.articles)
    );
    let place = Place::file(shown(&layout.root, first.path()));
    Some(Diagnostic::note("passed-over", message).at(place).hint("move it there, if it is to be read"))
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

/// The one `file` as a walk would find it, shown by its path as given.
pub(super) fn walk_file(file: &Path) -> Walk {
    let mut found = Walk::default();
    sort(Path::new(""), file, false, &mut found);
    found
}

fn sort(root: &Path, file: &Path, mixed: bool, found: &mut Walk) {
    let shown = shown(root, file);
    let name = file.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    if name.ends_with(".meta.toml") {
        found.sidecars.push((file.to_owned(), shown));
        return;
    }
    let ending = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let format = match ending.as_str() {
        "txt" | "text" => Format::Text,
        "md" | "markdown" => Format::Markdown,
        "html" | "htm" | "xhtml" => Format::Html,
        _ if mixed => return,
        _ => {
            let message = format!("`{name}` is not read: articles are .txt, .md, .html or .htm files");
            let hint = "save the page as HTML or text, or move the file out of the articles' folder";
            found.diagnostics.push(Diagnostic::note("other-file", message).at(Place::file(shown)).hint(hint));
            return;
        }
    };
    let readme = name.starts_with("readme.");
    if !(mixed && readme) {
        found.articles.push(Found { file: file.to_owned(), shown, format });
    }
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

fn unwalkable(root: &Path, error: &walkdir::Error) -> Diagnostic {
    let shown = error.path().map_or_else(String::new, |path| shown(root, path));
    if let Some(above) = error.loop_ancestor() {
        return link_loop(shown, above);
    }
    let why = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
    Diagnostic::error("unreadable", format!("this cannot be looked at: {why}"))
        .at(Place::file(shown))
        .hint("check that it exists and that you may read it")
}

/// `file` relative to `root`, with forward slashes on every system.
pub(super) fn shown(root: &Path, file: &Path) -> String {
    let relative = file.strip_prefix(root).unwrap_or(file);
    let parts: Vec<_> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}
