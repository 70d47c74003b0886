//! Dates known to the year, month, day or minute, written as EDTF and never made more precise.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;

/// A time of day, to the minute, with its distance from UTC where the source gives one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// Minutes east of UTC; `None` where the source names no zone.
    pub offset: Option<i16>,
}

/// A date of the proleptic Gregorian calendar, as precise as its source and no more.
///
/// Ordered by year, month, day, time; an unknown part sorts before every known one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: i32,
    month: Option<u8>,
    day: Option<u8>,
    time: Option<Time>,
}

impl PartialDate {
    /// A year alone.
    #[must_use]
    pub const fn year_only(year: i32) -> Self {
        Self { year, month: None, day: None, time: None }
    }

    /// A month of a year; `None` unless `month` is 1 to 12.
    #[must_use]
    pub fn month_of(year: i32, month: u32) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        Some(Self { day: None, ..Self::from(first) })
    }

    /// The year or month that begins on `day`, or the day itself where none does.
    #[must_use]
    pub fn beginning(day: NaiveDate) -> Self {
        let whole = Self::from(day);
        match (day.month(), day.day()) {
            (1, 1) => Self::year_only(day.year()),
            (_, 1) => Self { day: None, ..whole },
            _ => whole,
        }
    }

    /// A day; `None` where the calendar has no such day.
    #[must_use]
    pub fn day_of(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self::from)
    }

    /// The same day at a time; without a known day the time is dropped.
    #[must_use]
    pub fn at(mut self, time: Time) -> Self {
        self.time = self.day.map(|_| time);
        self
    }

    /// The year, astronomically numbered.
    #[must_use]
    pub const fn year(&self) -> i32 {
        self.year
    }

    /// The month, 1 to 12, where known.
    #[must_use]
    pub const fn month(&self) -> Option<u8> {
        self.month
    }

    /// The day of the month, where known.
    #[must_use]
    pub const fn day(&self) -> Option<u8> {
        self.day
    }

    /// The time of day, where known.
    #[must_use]
    pub const fn time(&self) -> Option<Time> {
        self.time
    }

    /// The earliest day that this date can mean.
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month.unwrap_or(1).into(), self.day.unwrap_or(1).into())
            .expect("constructors take days of the calendar only")
    }

    /// The latest day that this date can mean.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        let first = self.first_day();
        let months = match (self.month, self.day) {
            (_, Some(_)) => return first,
            (Some(_), None) => 1,
            (None, None) => 12,
        };
        first.checked_add_months(Months::new(months)).and_then(|next| next.pred_opt()).unwrap_or(first)
    }

    /// The same without its time of day.
    #[must_use]
    pub const fn date_only(mut self) -> Self {
        self.time = None;
        self
    }

    /// As a reader of English expects it: `7 October 2021`, `October 2021`, `2021`.
    #[must_use]
    pub fn in_words(&self) -> String {
        self.with_month(self.month.map(|m| MONTHS[usize::from(m) - 1]))
    }

    /// The same with the first three letters of the month: `7 Oct 2021`.
    #[must_use]
    pub fn in_short(&self) -> String {
        self.with_month(self.month.map(|m| &MONTHS[usize::from(m) - 1][..3]))
    }

    fn with_month(&self, month: Option<&str>) -> String {
        match (self.day, month) {
            (Some(day), Some(month)) => format!("{day} {month} {}", self.year_in_words()),
            (_, Some(month)) => format!("{month} {}", self.year_in_words()),
            _ => self.year_in_words(),
        }
    }

    /// The year 0 of the calendar is 1 BC.
    fn year_in_words(&self) -> String {
        if self.year > 0 { self.year.to_string() } else { format!("{} BC", 1 - self.year) }
    }

    /// Reads ISO 8601 and EDTF level 0: `2021`, `2021-10`, `2021-10-07`, `2021-10-07T14:05:00Z`.
    ///
    /// A space may stand for the `T`; seconds and their fractions are read over.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let text = text.trim();
        let (date, time) = match text.find(['T', 't', ' ']) {
            Some(at) => (&text[..at], Some(&text[at + 1..])),
            None => (text, None),
        };
        let mut parts = date.splitn(3, '-');
        let year = digits(parts.next()?, 4, 4)?.cast_signed();
        let parsed = match (parts.next(), parts.next()) {
            (None, _) => Self::year_only(year),
            (Some(month), None) => Self::month_of(year, digits(month, 2, 2)?)?,
            (Some(month), Some(day)) => Self::day_of(year, digits(month, 2, 2)?, digits(day, 2, 2)?)?,
        };
        match time {
            None => Some(parsed),
            Some(time) => Some(parsed.at(iso_time(time.trim())?)),
        }
    }
}

/// English names of the days of the week, Monday first.
pub const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// English names of the months, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl From<NaiveDate> for PartialDate {
    fn from(day: NaiveDate) -> Self {
        let part = |n: u32| Some(u8::try_from(n).expect("months and days are below 32"));
        Self { year: day.year(), month: part(day.month()), day: part(day.day()), time: None }
    }
}

/// A number of `least` to `most` ASCII digits and nothing else.
fn digits(text: &str, least: usize, most: usize) -> Option<u32> {
    let plain = (least..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

fn iso_time(text: &str) -> Option<Time> {
    let zone_at = text.find(['Z', 'z', '+', '-', ' ']).unwrap_or(text.len());
    let (clock, zone) = (&text[..zone_at], text[zone_at..].trim());
    let mut parts = clock.splitn(3, ':');
    let hour = digits(parts.next()?, 1, 2).filter(|h| *h < 24)?;
    let minute = digits(parts.next()?, 2, 2).filter(|m| *m < 60)?;
    let offset = match zone {
        "" => None,
        "Z" | "z" | "UTC" | "GMT" => Some(0),
        _ => Some(zone_offset(zone)?),
    };
    Some(Time { hour: hour as u8, minute: minute as u8, offset })
}

/// Minutes east of UTC of `+05:30`, `-0500` or `+01`.
fn zone_offset(zone: &str) -> Option<i16> {
    let sign = match zone.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let plain: String = zone[1..].chars().filter(|c| *c != ':').collect();
    let (hours, minutes) = plain.split_at_checked(2)?;
    let hours = digits(hours, 2, 2).filter(|h| *h < 15)?;
    let minutes = if minutes.is_empty() { 0 } else { digits(minutes, 2, 2).filter(|m| *m < 60)? };
    i16::try_from(hours * 60 + minutes).ok().map(|total| total * sign)
}

impl fmt::Display for PartialDate {
    /// As EDTF: `2021`, `2021-10`, `2021-10-07`, `2021-10-07T14:05+01:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // EDTF writes years before the year 0 with four digits too: `-0489`.
        write!(f, "{}{:04}", if self.year < 0 { "-" } else { "" }, self.year.unsigned_abs())?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        if let Some(Time { hour, minute, offset }) = self.time {
            write!(f, "T{hour:02}:{minute:02}")?;
            match offset {
                Some(0) => write!(f, "Z")?,
                Some(east) => {
                    let sign = if east < 0 { '-' } else { '+' };
                    write!(f, "{sign}{:02}:{:02}", east.abs() / 60, east.abs() % 60)?;
                }
                None => {}
            }
        }
        Ok(())
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_iso(&text).ok_or_else(|| D::Error::custom(format!("`{text}` is not a date such as 2021-10-07")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(text: &str) -> Option<String> {
        PartialDate::from_iso(text).map(|date| date.to_string())
    }

    #[test]
    fn iso_dates_keep_their_precision() {
        for same in ["2021", "2021-10", "2021-10-07", "2021-10-07T14:05", "2021-10-07T14:05+05:30"] {
            assert_eq!(iso(same).as_deref(), Some(same));
        }
        assert_eq!(iso("2021-10-07 14:05:09.123Z").as_deref(), Some("2021-10-07T14:05Z"));
        assert_eq!(iso("2021-10-07T14:05:00-0430").as_deref(), Some("2021-10-07T14:05-04:30"));
    }

    #[test]
    fn days_that_no_calendar_has_are_refused() {
        for bad in ["2021-13", "2021-02-30", "21-10-07", "2021-1-7", "2021-10-07T25:00", "soon", "", "2021-10-07T1"] {
            assert_eq!(iso(bad), None, "{bad}");
        }
    }

    #[test]
    fn years_before_our_era_are_told_as_such() {
        let year = PartialDate::year_only(-489);
        assert_eq!((year.to_string().as_str(), year.in_words().as_str()), ("-0489", "490 BC"));
    }

    #[test]
    fn unknown_parts_sort_first() {
        let year = PartialDate::year_only(2021);
        let month = PartialDate::month_of(2021, 1).unwrap();
        let day = PartialDate::day_of(2021, 1, 1).unwrap();
        assert!(year < month && month < day && day < PartialDate::year_only(2022));
    }
}
