//! What an article is called wherever it is cited: its outlet and day, else the start of its headline.
//!
//! It is made of the article alone, so that a citation reads the same on every page and in every build.

use crate::model::{Dossier, Entry};
use crate::site::prose;
use std::borrow::Cow;

/// Longest stretch of a headline in a label, in characters.
const HEADLINE: usize = 36;

/// The label of an article.
pub(crate) fn of<'d>(entry: &'d Entry, dossier: &'d Dossier) -> Cow<'d, str> {
    let meta = &entry.article.meta;
    let outlet = meta.outlet.as_ref().and_then(|known| dossier.outlets.get(&known.value));
    let outlet = outlet.map(|outlet| outlet.name.as_str());
    let day = meta.published.as_ref().map(|known| known.value.in_short());
    match (outlet, day) {
        (Some(outlet), Some(day)) => Cow::Owned(format!("{outlet}, {day}")),
        (Some(outlet), None) => Cow::Owned(format!("{outlet}: {}", headline(entry))),
        (None, Some(day)) => Cow::Owned(format!("{}, {day}", headline(entry))),
        (None, None) => headline(entry),
    }
}

/// The start of an article's headline; its id where it has none.
pub(crate) fn headline(entry: &Entry) -> Cow<'_, str> {
    let title = entry.article.meta.title.as_ref().map(|known| known.value.trim());
    prose::shortened(title.filter(|title| !title.is_empty()).unwrap_or(entry.article.id.as_str()), HEADLINE)
}
