//! The time by which articles stand in order: when each was published.

use crate::base::PartialDate;
use crate::model::Entry;

/// When an article was published, where it is known.
pub(crate) fn published(entry: &Entry) -> Option<PartialDate> {
    entry.article.meta.published.as_ref().map(|known| known.value)
}
