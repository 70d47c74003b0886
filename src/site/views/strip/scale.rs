//! The scale of a line of time: where a day lies on it, how wide a column is, and where its marks stand.

use crate::base::PartialDate;
use chrono::{Datelike as _, Days, Months, NaiveDate};

/// Most columns that the line is parted into.
const COLUMNS: i64 = 96;
/// Shortest line, in days.
const SHORTEST: i64 = 10;
/// Most marks with a date.
const TICKS: usize = 7;
/// Widest column, in percent of the line.
const WIDEST: f64 = 1.6;
/// Nearest to either end, in percent, that the middle of a date may stand.
const EDGE: f64 = 5.0;

/// A line of time.
#[derive(Debug)]
pub(super) struct Scale {
    /// Its first day.
    pub(super) first: NaiveDate,
    /// Its length in days.
    days: i64,
}

impl Scale {
    /// The line that has both days on it, with some room at its ends.
    pub(super) fn new(first: NaiveDate, last: NaiveDate) -> Self {
        let between = (last - first).num_days().max(0);
        let room = (between / 40).max((SHORTEST - between) / 2).max(1);
        let first = first.checked_sub_days(Days::new(room.unsigned_abs())).unwrap_or(first);
        Self { first, days: between + 1 + 2 * room }
    }

    /// How many days a column has.
    pub(super) fn column(&self) -> i64 {
        (self.days + COLUMNS - 1) / COLUMNS
    }

    /// Least days between two marks that can be told apart.
    pub(super) fn apart(&self) -> i64 {
        (self.days / (2 * COLUMNS)).max(1)
    }

    /// Left edge and width of the column that begins on a day, in percent.
    pub(super) fn column_box(&self, first: NaiveDate, days: i64) -> (String, String) {
        let whole = self.share(days);
        let width = (whole * 0.86).min(WIDEST);
        (percent(self.at(first) + (whole - width) / 2.0), percent(width))
    }

    /// Left edge and width of a stretch, as far as it lies on the line.
    pub(super) fn stretch(&self, first: NaiveDate, last: NaiveDate) -> Option<(String, String)> {
        let from = self.at(first).clamp(0.0, 100.0);
        let to = (self.at(last) + self.share(1)).clamp(0.0, 100.0);
        (to > from).then(|| (percent(from), percent((to - from).max(0.3))))
    }

    /// The middle of a day, in percent.
    pub(super) fn place(&self, day: NaiveDate) -> String {
        percent(self.at(day) + self.share(1) / 2.0)
    }

    fn at(&self, day: NaiveDate) -> f64 {
        self.share((day - self.first).num_days())
    }

    fn share(&self, days: i64) -> f64 {
        days as f64 * 100.0 / self.days as f64
    }

    /// The days that are marked, with their dates: the finest round steps of which few enough fit.
    pub(super) fn ticks(&self) -> Vec<(NaiveDate, String)> {
        let steps = [
            Step::Days(1),
            Step::Days(2),
            Step::Days(7),
            Step::Months(1),
            Step::Months(3),
            Step::Months(6),
            Step::Months(12),
            Step::Months(24),
            Step::Months(60),
            Step::Months(120),
            Step::Months(300),
            Step::Months(1_200),
        ];
        let fitting = steps.iter().map(|step| self.ticks_by(*step)).find(|ticks| ticks.len() <= TICKS);
        fitting.unwrap_or_default()
    }

    fn ticks_by(&self, step: Step) -> Vec<(NaiveDate, String)> {
        let mut ticks = Vec::new();
        let mut day = step.start(self.first);
        // One more than fit is enough to know that they do not.
        while let Some(here) = day.filter(|here| self.at(*here) <= 100.0 - EDGE && ticks.len() <= TICKS) {
            if self.at(here) >= EDGE {
                ticks.push((here, step.words(here)));
            }
            day = step.next(here);
        }
        ticks
    }
}

/// The distance between two marks.
#[derive(Clone, Copy, Debug)]
enum Step {
    Days(u64),
    Months(u32),
}

impl Step {
    /// The last round day on or before `day`.
    fn start(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(_) => Some(day),
            Self::Months(months) => {
                let month = day.year().checked_mul(12)?.checked_add(day.month0().cast_signed())?;
                let round = month.div_euclid(months.cast_signed()) * months.cast_signed();
                NaiveDate::from_ymd_opt(round.div_euclid(12), round.rem_euclid(12).unsigned_abs() + 1, 1)
            }
        }
    }

    fn next(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(days) => day.checked_add_days(Days::new(days)),
            Self::Months(months) => day.checked_add_months(Months::new(months)),
        }
    }

    /// The date of a mark, no more precise than the step.
    fn words(self, day: NaiveDate) -> String {
        let date = PartialDate::from(day);
        let short = |words: String, letters: usize| words.chars().take(letters).collect::<String>();
        match self {
            Self::Days(_) => format!("{} {}", day.day(), short(day.format("%B").to_string(), 3)),
            Self::Months(months) if months < 12 => {
                format!("{} {}", short(day.format("%B").to_string(), 3), date.year())
            }
            Self::Months(_) => date.year().to_string(),
        }
    }
}

/// A share in percent, with one decimal at most.
fn percent(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        PartialDate::from_iso(text).unwrap().first_day()
    }

    fn words(first: &str, last: &str) -> Vec<String> {
        Scale::new(day(first), day(last)).ticks().into_iter().map(|(_, words)| words).collect()
    }

    #[test]
    fn marks_stand_at_round_days_and_are_few() {
        assert_eq!(
            words("2018-11-09", "2021-10-20"),
            ["Jan 2019", "Jul 2019", "Jan 2020", "Jul 2020", "Jan 2021", "Jul 2021"]
        );
        assert_eq!(words("2021-08-20", "2021-10-20"), ["Sep 2021", "Oct 2021"]);
        assert_eq!(words("1979-12-24", "2021-10-20"), ["1990", "2000", "2010", "2020"]);
        assert!((2..=TICKS).contains(&words("2021-10-20", "2021-10-20").len()));
    }

    #[test]
    fn a_line_of_any_length_has_few_columns() {
        for (first, last) in [("2021-10-20", "2021-10-20"), ("2021-01-01", "2021-06-30"), ("0001-01-01", "9999-12-31")]
        {
            let scale = Scale::new(day(first), day(last));
            assert!(scale.days / scale.column() <= COLUMNS, "{first}");
            assert!(scale.ticks().len() <= TICKS, "{first}");
        }
    }

    #[test]
    fn a_stretch_is_cut_at_the_ends_of_the_line() {
        let scale = Scale::new(day("2021-10-01"), day("2021-10-20"));
        assert_eq!(scale.stretch(day("2021-01-01"), day("2021-12-31")), Some(("0".to_owned(), "100".to_owned())));
        assert_eq!(scale.stretch(day("2020-01-01"), day("2020-12-31")), None);
    }
}
