//! Days between which a witness has an article published.

use crate::base::PartialDate;
use chrono::NaiveDate;

/// Days from one to another, both included, and why.
pub(super) struct Window {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    /// The day that the witness holds for the likeliest.
    pub(super) likely: Option<NaiveDate>,
    pub(super) why: String,
}

/// A day as a reader expects it.
pub(super) fn in_words(day: NaiveDate) -> String {
    PartialDate::from(day).in_words()
}
