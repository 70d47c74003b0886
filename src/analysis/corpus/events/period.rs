//! The time that a dossier is about.

use crate::base::When;
use crate::model::{Entry, Settings};
use chrono::{Days, NaiveDate};

/// Longest pause between two publications, in days, that does not part one run of reporting from another.
const PAUSE: i64 = 120;
/// Days before the first publication of that run that still belong to it: news comes back to what led up to it.
const LEAD: u64 = 90;

/// The time that a dossier is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day, where an editor set one.
    pub last: Option<NaiveDate>,
}

impl Period {
    /// The period that the editor set; else that of the main run of reporting, with 90 days before it.
    ///
    /// Publications that follow each other within 120 days are one run; the main one has the most articles, the latest
    /// of equals. So one old article in the folder does not make its time the dossier's. `None` without any date.
    #[must_use]
    pub fn of(entries: &[Entry], settings: &Settings) -> Option<Self> {
        if let Some((from, to)) = settings.period {
            return Some(Self { first: from.first_day(), last: Some(to.last_day()) });
        }
        let standing = entries.iter().filter_map(|entry| entry.article.meta.standing());
        let mut days: Vec<NaiveDate> = standing.map(|date| date.first_day()).collect();
        days.sort_unstable();
        let runs = days.chunk_by(|day, next| (*next - *day).num_days() <= PAUSE);
        let main = runs.max_by_key(|run| run.len())?;
        let first = main.first()?;
        Some(Self { first: first.checked_sub_days(Days::new(LEAD)).unwrap_or(*first), last: None })
    }

    /// Whether all of `when` lies before the period.
    #[must_use]
    pub fn is_after(self, when: When) -> bool {
        when.last_day().is_some_and(|last| last < self.first)
    }

    /// Whether `day` lies in the period.
    #[must_use]
    pub fn holds(self, day: NaiveDate) -> bool {
        day >= self.first && self.last.is_none_or(|last| day <= last)
    }
}
