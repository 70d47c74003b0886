//! Finds and opens what an editor writes in Markdown: actor records and notes, each a file in a folder of its own.

use super::{Layout, article, walk};
use crate::base::{Diagnostic, Place};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The files in `folder` with the names to show them by; none where there is no such folder.
///
/// Hidden files, a README, and folders inside are left alone.
pub(super) fn files(
    layout: &Layout,
    folder: Option<PathBuf>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(PathBuf, String)> {
    let Some(folder) = folder.filter(|folder| folder.is_dir()) else { return Vec::new() };
    let mut found = Vec::new();
    for entry in WalkDir::new(&folder).min_depth(1).max_depth(1).follow_links(true).sort_by_file_name() {
        match entry {
            Ok(entry) => {
                let hidden = entry.file_name().to_string_lossy().starts_with('.');
                let markdown = entry.path().extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md"));
                let readme = entry.file_name().to_string_lossy().to_lowercase().starts_with("readme.");
                if entry.file_type().is_file() && markdown && !hidden && !readme {
                    found.push((entry.path().to_owned(), walk::shown(&layout.root, entry.path())));
                }
            }
            Err(error) => {
                let shown = error.path().map_or_else(String::new, |path| walk::shown(&layout.root, path));
                let told = Diagnostic::error("unreadable", format!("this cannot be looked at: {error}"));
                let hint = "check that it exists and that you may read it";
                diagnostics.push(told.at(Place::file(shown)).hint(hint));
            }
        }
    }
    found
}

/// The text of a file; what makes it unreadable is told.
pub(super) fn source_of(file: &Path, shown: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    text_of(file, shown).map_err(|refused| diagnostics.push(*refused)).ok()
}

/// The text of a file, or what makes it unreadable.
pub(super) fn text_of(file: &Path, shown: &str) -> Result<String, Box<Diagnostic>> {
    let bytes = article::bytes_of(file, shown)?;
    let Ok(source) = String::from_utf8(bytes) else {
        let told = Diagnostic::error("not-utf-8", "this file is not valid UTF-8").at(Place::file(shown));
        return Err(Box::new(told.hint("save it again as UTF-8")));
    };
    Ok(source.trim_start_matches('\u{feff}').to_owned())
}
