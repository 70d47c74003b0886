//! A stretch of the calendar as a text names it: a day, a season, "mid-August", "the 1980s".

use crate::base::PartialDate;
use chrono::{Days, Months, NaiveDate};
use std::fmt;

/// What a date expression means, as precise as its words and no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// A year, month, day or time of day.
    Date(PartialDate),
    /// The beginning, middle or end of a year or month.
    Part(Part, PartialDate),
    /// A season of the northern hemisphere's calendar; a winter is named after the year in which it begins.
    Season(i32, Season),
    /// A quarter of a year, 1 to 4.
    Quarter(i32, u8),
    /// A half of a year, 1 or 2.
    Half(i32, u8),
    /// The week that begins on this Monday.
    Week(NaiveDate),
    /// The ten years that share all but the last digit: `198` is the 1980s.
    Decade(i32),
    /// The hundred years that share all but the last two digits: `19` is the 1900s, or the 20th century.
    Century(i32),
    /// From one date to another, both included; an open end is unknown.
    Between(Option<PartialDate>, Option<PartialDate>),
}

/// A part of a year or month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Its first third.
    Early,
    /// Its second third.
    Mid,
    /// Its last third.
    Late,
}

/// A season.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

impl Season {
    /// The first of its three months, 1 to 12.
    #[must_use]
    pub const fn first_month(self) -> u32 {
        self.facts().1
    }

    /// As TIMEX3 writes it: `SU`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.facts().3
    }

    /// Its name, its first month, and its codes in EDTF (level 1) and TIMEX3.
    const fn facts(self) -> (&'static str, u32, u8, &'static str) {
        match self {
            Self::Spring => ("spring", 3, 21, "SP"),
            Self::Summer => ("summer", 6, 22, "SU"),
            Self::Autumn => ("autumn", 9, 23, "FA"),
            Self::Winter => ("winter", 12, 24, "WI"),
        }
    }
}

impl Part {
    /// Its name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Early => "early",
            Self::Mid => "mid",
            Self::Late => "late",
        }
    }
}

impl When {
    /// The earliest day that it can mean; `None` where it has no beginning.
    #[must_use]
    pub fn first_day(&self) -> Option<NaiveDate> {
        match *self {
            Self::Date(date) => Some(date.first_day()),
            Self::Part(part, of) => Some(part_of(part, of).0),
            Self::Season(year, season) => NaiveDate::from_ymd_opt(year, season.facts().1, 1),
            Self::Quarter(year, quarter) => NaiveDate::from_ymd_opt(year, u32::from(quarter) * 3 - 2, 1),
            Self::Half(year, half) => NaiveDate::from_ymd_opt(year, u32::from(half) * 6 - 5, 1),
            Self::Week(monday) => Some(monday),
            Self::Decade(decade) => NaiveDate::from_ymd_opt(decade * 10, 1, 1),
            Self::Century(century) => NaiveDate::from_ymd_opt(century * 100, 1, 1),
            Self::Between(from, _) => from.map(|from| from.first_day()),
        }
    }

    /// The latest day that it can mean; `None` where it has no end.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        let months = |count| self.first_day().and_then(|first| before(first.checked_add_months(Months::new(count))));
        match *self {
            Self::Date(date) => Some(date.last_day()),
            Self::Part(part, of) => Some(part_of(part, of).1),
            Self::Season(..) | Self::Quarter(..) => months(3),
            Self::Half(..) => months(6),
            Self::Week(monday) => monday.checked_add_days(Days::new(6)),
            Self::Decade(_) => months(120),
            Self::Century(_) => months(1200),
            Self::Between(_, to) => to.map(|to| to.last_day()),
        }
    }

    /// The one day that it means, where it is that precise.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => date.day().map(|_| date.first_day()),
            _ => None,
        }
    }

    /// As a reader expects it: `20 October 2021`, `mid-August 2021`, `the 1980s`, `from 1979 to 1989`.
    #[must_use]
    pub fn in_words(&self) -> String {
        match *self {
            Self::Date(date) => date.in_words(),
            Self::Part(Part::Mid, of) => format!("mid-{}", of.in_words()),
            Self::Part(part, of) => format!("{} {}", part.word(), of.in_words()),
            Self::Season(year, season @ Season::Winter) => {
                format!("{} {year}/{:02}", season.facts().0, (year + 1).rem_euclid(100))
            }
            Self::Season(year, season) => format!("{} {year}", season.facts().0),
            Self::Quarter(year, quarter) => {
                format!("{} quarter of {year}", ["first", "second", "third", "fourth"][usize::from(quarter - 1) % 4])
            }
            Self::Half(year, half) => format!("{} half of {year}", if half == 1 { "first" } else { "second" }),
            Self::Week(monday) => format!("week of {}", PartialDate::from(monday).in_words()),
            Self::Decade(decade) => format!("the {decade}0s"),
            Self::Century(century) => format!("the {century}00s"),
            Self::Between(Some(from), Some(to)) => format!("from {} to {}", from.in_words(), to.in_words()),
            Self::Between(Some(from), None) => format!("from {}", from.in_words()),
            Self::Between(None, Some(to)) => format!("until {}", to.in_words()),
            Self::Between(None, None) => "at an unknown time".to_owned(),
        }
    }

    /// As TIMEX3 writes it: `2021-10-20`, `2021-SU`, `2021-Q3`, `2021-W42`, `198`, `19`.
    #[must_use]
    pub fn timex(&self) -> String {
        match *self {
            Self::Date(date) | Self::Part(_, date) => timex_date(date),
            Self::Season(year, season) => format!("{}-{}", timex_year(year), season.facts().3),
            Self::Quarter(year, quarter) => format!("{}-Q{quarter}", timex_year(year)),
            Self::Half(year, half) => format!("{}-H{half}", timex_year(year)),
            Self::Week(monday) => monday.format("%G-W%V").to_string(),
            Self::Decade(decade) => format!("{decade:03}"),
            Self::Century(century) => format!("{century:02}"),
            Self::Between(from, to) => from.or(to).map(timex_date).unwrap_or_default(),
        }
    }
}

impl fmt::Display for When {
    /// As EDTF (ISO 8601-2): `2021-10-20`, `2021-22`, `198X`, `19XX`, `2021-08-11/2021-08-20`, `1979/1989`, `1996/..`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Date(date) => date.fmt(f),
            Self::Part(part, of) => {
                let (first, last) = part_of(part, of);
                match of.month() {
                    Some(_) => write!(f, "{first}/{last}"),
                    None => write!(f, "{}/{}", first.format("%Y-%m"), last.format("%Y-%m")),
                }
            }
            Self::Season(year, season) => write!(f, "{year:04}-{}", season.facts().2),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-{}", 32 + quarter),
            Self::Half(year, half) => write!(f, "{year:04}-{}", 39 + half),
            Self::Week(monday) => write!(f, "{monday}/{}", monday + Days::new(6)),
            Self::Decade(decade) => write!(f, "{decade:03}X"),
            Self::Century(century) => write!(f, "{century:02}XX"),
            Self::Between(from, to) => {
                let end = |date: Option<PartialDate>| date.map_or_else(|| "..".to_owned(), |date| date.to_string());
                write!(f, "{}/{}", end(from), end(to))
            }
        }
    }
}

/// TIMEX3 counts years before our era from 1 BC: `BC0490`.
fn timex_year(year: i32) -> String {
    if year > 0 { format!("{year:04}") } else { format!("BC{:04}", 1 - year) }
}

fn timex_date(date: PartialDate) -> String {
    let written = date.to_string();
    let from = written[1..].find('-').map_or(written.len(), |at| at + 1);
    format!("{}{}", timex_year(date.year()), &written[from..])
}

/// First and last day of a part of a year (four months) or of a month (ten days; the last to its end).
fn part_of(part: Part, of: PartialDate) -> (NaiveDate, NaiveDate) {
    let (first, last) = (of.first_day(), of.last_day());
    if of.month().is_none() {
        let month = |months| first + Months::new(months);
        let end = |months| before(Some(month(months))).unwrap_or(last);
        return match part {
            Part::Early => (first, end(4)),
            Part::Mid => (month(4), end(8)),
            Part::Late => (month(8), last),
        };
    }
    let day = |days| first + Days::new(days);
    match part {
        Part::Early => (first, day(9)),
        Part::Mid => (day(10), day(19)),
        Part::Late => (day(20), last),
    }
}

fn before(day: Option<NaiveDate>) -> Option<NaiveDate> {
    day.and_then(|day| day.pred_opt())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        PartialDate::from_iso(text).unwrap()
    }

    #[test]
    fn every_stretch_is_written_as_edtf_and_in_words() {
        let monday = NaiveDate::from_ymd_opt(2021, 10, 18).unwrap();
        for (when, edtf, words) in [
            (When::Date(date("2021-10-20")), "2021-10-20", "20 October 2021"),
            (When::Part(Part::Mid, date("2021-08")), "2021-08-11/2021-08-20", "mid-August 2021"),
            (When::Part(Part::Early, date("2021")), "2021-01/2021-04", "early 2021"),
            (When::Season(2010, Season::Winter), "2010-24", "winter 2010/11"),
            (When::Quarter(2021, 3), "2021-35", "third quarter of 2021"),
            (When::Half(2021, 2), "2021-41", "second half of 2021"),
            (When::Week(monday), "2021-10-18/2021-10-24", "week of 18 October 2021"),
            (When::Decade(198), "198X", "the 1980s"),
            (When::Century(19), "19XX", "the 1900s"),
            (When::Between(Some(date("1979")), Some(date("1989"))), "1979/1989", "from 1979 to 1989"),
            (When::Between(Some(date("1996")), None), "1996/..", "from 1996"),
        ] {
            assert_eq!((when.to_string().as_str(), when.in_words().as_str()), (edtf, words));
        }
    }

    #[test]
    fn a_stretch_ends_on_its_last_day() {
        let last = |when: When| when.last_day().unwrap().to_string();
        assert_eq!(last(When::Season(2010, Season::Winter)), "2011-02-28");
        assert_eq!(last(When::Part(Part::Late, date("2020-02"))), "2020-02-29");
        assert_eq!(last(When::Decade(198)), "1989-12-31");
        assert_eq!(last(When::Date(date("2021"))), "2021-12-31");
    }
}
