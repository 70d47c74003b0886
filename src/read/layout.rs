//! Where the parts of a dossier lie.

use super::ReadError;
use super::found::Found;
use std::path::{Path, PathBuf};

/// Where the parts of a dossier lie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The folder that paths are shown relative to.
    pub root: PathBuf,
    /// Where `dossier.toml` and `outlets.toml` are looked for.
    pub content: PathBuf,
    /// Where articles are looked for.
    pub articles: PathBuf,
}

/// What a file of a content folder is by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Room {
    /// Settings or decisions.
    Settings,
    /// In the folder of actor records, or in a folder inside it.
    Records { directly: bool },
    /// In the folder of notes, or in a folder inside it.
    Notes { directly: bool },
    /// In the folder of articles.
    Articles,
    /// Where nothing is looked for.
    None,
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
    pub(super) fn is_arranged(&self) -> bool {
        self.content != self.root || self.articles != self.content
    }

    /// What `file`, which lies in the content folder, is by its place and name.
    pub(super) fn room(&self, file: &Path) -> Room {
        let name = file.file_name().unwrap_or_default();
        let settings =
            name == "dossier.toml" || name == "outlets.toml" || self.is_arranged() && name == "decisions.toml";
        let within = |folder: Option<PathBuf>| folder.filter(|folder| file.starts_with(folder));
        let directly = |folder: PathBuf| file.parent() == Some(&folder);
        if settings && directly(self.content.clone()) {
            Room::Settings
        } else if let Some(folder) = within(self.actors()) {
            Room::Records { directly: directly(folder) }
        } else if let Some(folder) = within(self.notes()) {
            Room::Notes { directly: directly(folder) }
        } else if file.starts_with(&self.articles) {
            Room::Articles
        } else {
            Room::None
        }
    }

    /// `file` with the path that readers see.
    pub(super) fn found(&self, file: &Path) -> Found {
        Found { file: file.to_owned(), shown: self.shown(file) }
    }

    /// `file` relative to the root, with forward slashes on every system.
    pub(super) fn shown(&self, file: &Path) -> String {
        let relative = file.strip_prefix(&self.root).unwrap_or(file);
        let parts: Vec<_> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        parts.join("/")
    }
}
