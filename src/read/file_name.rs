//! What a file is by its name.

use crate::model::Format;
use std::path::Path;
use unicode_normalization::UnicodeNormalization as _;

/// The form of an article file.
pub(super) fn format_of(file: &Path) -> Option<Format> {
    match ending(file).as_str() {
        "txt" | "text" => Some(Format::Text),
        "md" | "markdown" => Some(Format::Markdown),
        "html" | "htm" | "xhtml" => Some(Format::Html),
        _ => None,
    }
}

/// What stands behind the last full stop of a file's name, in lower case.
pub(super) fn ending(file: &Path) -> String {
    file.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

/// A file's name in which letters that systems and people write in several ways are one: in lower case, composed.
pub(super) fn plain_name(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.nfc().flat_map(char::to_lowercase).collect()
}

/// What an article's metadata file ends in, and what people and programs make of that.
pub(super) const SIDECAR: [&str; 6] =
    [".meta.toml", ".meta.toml.txt", ".meta.yaml", ".meta.yml", ".meta.json", ".meta"];

/// Whether a plain name is that of an article's metadata, or nearly.
pub(super) fn is_sidecar(name: &str) -> bool {
    SIDECAR.iter().any(|end| name.ends_with(end))
}

/// Whether a plain name is that of settings, or nearly.
pub(super) fn is_settings(name: &str) -> bool {
    let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
    matches!(stem, "dossier" | "outlets") && matches!(ending, "toml" | "toml.txt" | "yaml" | "yml" | "json")
}

/// The right name of settings whose file is named nearly so.
pub(super) fn settings_name(file: &Path) -> &'static str {
    if plain_name(file).starts_with("dossier") { "dossier.toml" } else { "outlets.toml" }
}

/// Whether a plain name is that of a description of the folder.
pub(super) fn is_readme(name: &str) -> bool {
    matches!(name, "readme" | "readme.md" | "readme.markdown" | "readme.txt")
}
