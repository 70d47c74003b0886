//! HTML in: a saved page as text, with what its markup says of each line and of the article.

mod caption;
mod date;
mod extract;
mod jsonld;
mod meta;
mod parse;
mod render;
mod saved_from;
mod squeezed;
mod table;
mod tags;
mod title;

pub(super) use meta::PageMeta;

use crate::model::SavedText;

/// A saved page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    /// All its text, one block a line.
    pub saved: SavedText,
    /// What it says of its article.
    pub stated: PageMeta,
}

/// Reads a page, however broken: never fails, and takes time linear in its length.
///
/// The text holds all that a reader could see, menus and footers too; `in_body` says of each line
/// whether Readability would show it, or `None` where that could not be told.
#[must_use]
pub(super) fn html(text: &str) -> Page {
    let parsed = parse::parse(text);
    let stated = meta::stated(&parsed);
    let mut rendered = render::render(&parsed.document);
    extract::mark_body(parsed.document, &mut rendered);
    Page { saved: rendered.saved, stated }
}

/// The text of a piece of HTML inside another document.
pub(in crate::read) fn fragment(text: &str) -> SavedText {
    render::render(&parse::parse(text).document).saved
}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(in crate::read) use tests::assert_sound;
