//! Opens what an editor writes: settings, decisions, actor records and notes.

use super::article;
use super::found::Found;
use crate::base::{Diagnostic, Place};
use std::path::Path;

/// The text of a file; what makes it unreadable is told.
pub(super) fn source_of(found: &Found, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    text_of(&found.file, &found.shown).map_err(|refused| diagnostics.push(*refused)).ok()
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
