//! The time by which articles stand in order: when each was published.

use crate::base::PartialDate;
use crate::model::{Dated, Entry};
use std::borrow::Cow;

/// When an article was published, where it is known.
pub(crate) fn published(entry: &Entry) -> Option<PartialDate> {
    entry.article.meta.published.as_ref().map(|known| known.value)
}

/// The date by which an article stands in lists, see [`crate::model::Metadata::standing`].
pub(crate) fn standing(entry: &Entry) -> Option<PartialDate> {
    entry.article.meta.standing()
}

/// When an article was published, as a reader expects it: `20 October 2021`, `probably 20 October 2021`, `undated`.
pub(crate) fn in_words(entry: &Entry) -> Cow<'static, str> {
    let stated = published(entry).map(|date| date.in_words());
    let reckoned = || entry.article.meta.dated.as_ref().and_then(Dated::in_words);
    stated.or_else(reckoned).map_or(Cow::Borrowed("undated"), Cow::Owned)
}
