//! The analyst's own pages: notes and key judgements.

use crate::base::{NoteId, PartialDate};

/// A note: `content/notes/<id>.md`, an analyst's words and nobody else's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The file's stem.
    pub id: NoteId,
    /// The file, relative to the dossier's root, with forward slashes.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Whether its paragraphs and list items are key judgements, set first and apart.
    pub judgements: bool,
    /// When it was written.
    pub date: Option<PartialDate>,
    /// Who wrote it.
    pub by: Option<String>,
    /// Fields that Cuttings does not know, as text by name.
    pub other: Vec<(String, String)>,
    /// The words, in Markdown, with citations by quoted words.
    pub text: String,
}
