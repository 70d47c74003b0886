//! Where the articles stand in the printed document, which cites itself.

use crate::base::SentenceId;
use crate::model::{Entry, SentenceRef};
use crate::site::routes::{Anchor, Links, Route};
use crate::site::shown;

/// For each entry, the part of the document, from 0, that has its text.
#[derive(Default)]
pub(crate) struct Places {
    pub(super) parts: Vec<usize>,
}

impl Places {
    /// The link to a sentence from the part at `from`; to its article where the sentence is not printed.
    pub(super) fn href(&self, at: SentenceRef, entry: &Entry, from: usize, links: &Links) -> String {
        let id = &entry.article.id;
        let anchor =
            if is_printed(entry, at.sentence) { Anchor::PrintedSentence(id, at.sentence) } else { Anchor::Printed(id) };
        link(self.parts.get(at.entry as usize).copied().unwrap_or(from), from, &anchor.id(), links)
    }
}

/// Whether a sentence has a place in the printed text, from which furniture is left out.
fn is_printed(entry: &Entry, id: SentenceId) -> bool {
    shown::published_sentence(entry, id).is_some_and(|sentence| !sentence.role.is_folded())
}

/// The link to an anchor on the part `to`, from the part `from`.
pub(super) fn link(to: usize, from: usize, anchor: &str, links: &Links) -> String {
    let page = if to == from { String::new() } else { links.to(Route::Print(to + 1)) };
    format!("{page}#{anchor}")
}
