//! How often something happens over time, as a row of bars: by day, month or year as the span asks.

use super::Px;
use crate::base::PartialDate;
use crate::site::prose::counted;
use chrono::Datelike;
use serde::Serialize;
use std::collections::BTreeMap;

/// Width of the whole row.
const WIDTH: f64 = 320.0;
/// Height of the tallest bar.
const HEIGHT: f64 = 36.0;
/// Widest bar.
const WIDEST: f64 = 16.0;
/// Most bars, so that each is seen.
const MOST: i32 = 80;

/// One bar.
#[derive(Debug, Serialize)]
struct Bar {
    x: Px,
    y: Px,
    width: Px,
    height: Px,
    words: String,
}

/// A row of bars.
#[derive(Debug, Serialize)]
pub(crate) struct Bars {
    width: Px,
    height: Px,
    each: Vec<Bar>,
    first: String,
    last: String,
    /// All that it shows, in words.
    words: String,
}

/// What one bar stands for.
#[derive(Clone, Copy)]
enum Unit {
    Day,
    Month,
    Year,
}

impl Unit {
    /// The number of the unit that `date` lies in, counted from any fixed point.
    fn number(self, date: PartialDate) -> i32 {
        match self {
            Self::Day => date.first_day().num_days_from_ce(),
            Self::Month => date.year() * 12 + i32::from(date.month().unwrap_or(1)) - 1,
            Self::Year => date.year(),
        }
    }

    fn words(self, date: PartialDate) -> String {
        match self {
            Self::Day => date.date_only().in_words(),
            Self::Month => PartialDate::month_of(date.year(), date.month().unwrap_or(1).into())
                .map_or_else(|| date.in_words(), |month| month.in_words()),
            Self::Year => date.year().to_string(),
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

impl Bars {
    /// The bars of `counts` between the dates `from` and `to`; none where all lies in one day, month
    /// or year, or the dates are too coarse to be told apart.
    pub(crate) fn of(counts: &[(PartialDate, u32)], (from, to): (PartialDate, PartialDate)) -> Option<Self> {
        let fits = |unit: Unit| unit.number(to) - unit.number(from) < MOST;
        let every_day = counts.iter().all(|(date, _)| date.day().is_some());
        let every_month = counts.iter().all(|(date, _)| date.month().is_some());
        let unit = match () {
            () if every_day && fits(Unit::Day) => Unit::Day,
            () if every_month && fits(Unit::Month) => Unit::Month,
            () if fits(Unit::Year) => Unit::Year,
            () => return None,
        };
        let (first, last) = (unit.number(from), unit.number(to));
        let mut sums: BTreeMap<i32, (PartialDate, u32)> = BTreeMap::new();
        for (date, count) in counts.iter().filter(|(date, _)| (first..=last).contains(&unit.number(*date))) {
            sums.entry(unit.number(*date)).or_insert((*date, 0)).1 += count;
        }
        let most = sums.values().map(|(_, sum)| *sum).max()?;
        if first == last {
            return None;
        }
        let step = WIDTH / f64::from(last - first + 1);
        let width = (step * 0.8).min(WIDEST);
        let bar = |(number, (date, sum)): (&i32, &(PartialDate, u32))| {
            let height = (HEIGHT * f64::from(*sum) / f64::from(most)).max(2.0);
            Bar {
                x: Px(f64::from(number - first) * step + (step - width) / 2.0),
                y: Px(HEIGHT - height),
                width: Px(width),
                height: Px(height),
                words: format!("{}: {}", unit.words(*date), counted(*sum as usize, "mention", "mentions")),
            }
        };
        let bars: Vec<Bar> = sums.iter().map(bar).collect();
        let all: Vec<&str> = bars.iter().map(|bar| bar.words.as_str()).collect();
        let words = format!("Mentions by {} of publication. {}.", unit.name(), all.join("; "));
        Some(Self {
            width: Px(WIDTH),
            height: Px(HEIGHT),
            words,
            first: unit.words(from),
            last: unit.words(to),
            each: bars,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        PartialDate::from_iso(text).unwrap()
    }

    #[test]
    fn the_span_decides_what_a_bar_stands_for() {
        let counts = [(date("2020-03-01"), 2), (date("2020-03-04"), 1), (date("2021-05-04"), 4)];
        let bars = Bars::of(&counts, (counts[0].0, counts[2].0)).unwrap();
        assert_eq!(
            bars.words,
            "Mentions by month of publication. March 2020: three mentions; May 2021: four mentions."
        );
        let days = Bars::of(&counts[..2], (counts[0].0, counts[1].0)).unwrap();
        assert_eq!((days.each.len(), days.first.as_str(), days.last.as_str()), (2, "1 March 2020", "4 March 2020"));
    }

    #[test]
    fn one_day_alone_has_no_course_of_time() {
        let counts = [(date("2020-03-01"), 2)];
        assert!(Bars::of(&counts, (counts[0].0, counts[0].0)).is_none());
        assert!(Bars::of(&[], (date("2020"), date("2021"))).is_none());
    }
}
