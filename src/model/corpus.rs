//! What `read` finds in a content folder.

use crate::base::{ArticleId, OutletId};
use crate::model::{Decision, Metadata, Note, Outlet, Record, SavedText, Settings};
use std::collections::BTreeMap;

/// The form in which an article was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `.txt`
    Text,
    /// `.md`
    Markdown,
    /// `.html`, `.htm`
    Html,
}

/// One saved article: the evidence, never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its id, unique within the corpus.
    pub id: ArticleId,
    /// The file, relative to the dossier's root, with forward slashes.
    pub path: String,
    /// The form it was saved in.
    pub format: Format,
    /// Name of the encoding it was decoded from, as the Encoding Standard spells it.
    pub encoding: &'static str,
    /// SHA-256 of the bytes after the front matter (of the whole file where there is none), in hex.
    pub sha256: String,
    /// Count of those bytes.
    pub bytes: u64,
    /// Its text, with the page's hints.
    pub saved: SavedText,
    /// What is known about it.
    pub meta: Metadata,
}

/// A content folder, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corpus {
    /// `dossier.toml`, or its defaults.
    pub settings: Settings,
    /// `outlets.toml` and every further outlet that an article names.
    pub outlets: BTreeMap<OutletId, Outlet>,
    /// The articles in order of their ids.
    pub articles: Vec<Article>,
    /// The actor records in order of their ids.
    pub records: Vec<Record>,
    /// The analyst's notes in order of their ids.
    pub notes: Vec<Note>,
    /// The editor's decisions in order of their file.
    pub decisions: Vec<Decision>,
}
