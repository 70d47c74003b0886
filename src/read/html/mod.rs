//! HTML in: a saved page as text, with what its markup says of each line and of the article.

mod caption;
mod date;
mod extract;
mod jsonld;
mod meta;
mod parse;
mod render;
mod saved_from;
mod table;
mod tags;
mod title;

use crate::base::PartialDate;
use crate::model::SavedText;

/// A saved page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    /// All its text, one block a line.
    pub saved: SavedText,
    /// What it says of its article.
    pub stated: PageMeta,
}

/// What a page states of its article outside the text: in metadata, JSON-LD, or a saver's comment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PageMeta {
    /// The headline, without the name of the site.
    pub title: Option<String>,
    /// The outlet's name.
    pub outlet: Option<String>,
    /// Who wrote it, in the page's order; empty where the page does not say.
    pub authors: Vec<String>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// Its address, absolute.
    pub url: Option<String>,
    /// Its language, as a BCP 47 tag.
    pub language: Option<String>,
    /// The part of the paper.
    pub section: Option<String>,
    /// The page's own summary.
    pub description: Option<String>,
    /// When the copy was saved.
    pub retrieved: Option<PartialDate>,
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
