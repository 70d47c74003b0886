//! When something happened or was said, as precise as its source and no more.

use crate::base::{PartialDate, When};
use serde::Serialize;

/// The date of an event or a statement.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Stamp {
    /// As the `time` element takes it; `None` where it has no form for such a stretch.
    datetime: Option<String>,
    words: String,
}

impl Stamp {
    pub(crate) fn of(when: &When) -> Self {
        Self { datetime: datetime(when), words: when.in_words() }
    }

    pub(crate) fn words(&self) -> &str {
        &self.words
    }

    /// A day, month or year.
    pub(crate) fn day(date: PartialDate) -> Self {
        Self::of(&When::Date(date))
    }
}

/// The value of a `time` element: a year, a month, a day or a week (HTML standard, 4.5.14).
pub(crate) fn datetime(when: &When) -> Option<String> {
    match when {
        When::Date(date) if (1..=9_999).contains(&date.year()) => Some(date.date_only().to_string()),
        When::Week(monday) => Some(monday.format("%G-W%V").to_string()).filter(|week| week.len() == 8),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Season;

    #[test]
    fn only_what_html_has_a_form_for_is_given_to_machines() {
        let date = |text: &str| When::Date(PartialDate::from_iso(text).unwrap());
        for same in ["2021", "2021-10", "2021-10-20"] {
            assert_eq!(datetime(&date(same)).as_deref(), Some(same));
        }
        assert_eq!(datetime(&date("2021-10-20T14:05")).as_deref(), Some("2021-10-20"));
        let monday = PartialDate::from_iso("2021-10-18").unwrap().first_day();
        assert_eq!(datetime(&When::Week(monday)).as_deref(), Some("2021-W42"));
        for stretch in [When::Decade(198), When::Season(2021, Season::Spring), When::Between(None, None)] {
            assert_eq!(datetime(&stretch), None);
        }
    }
}
