//! How a number grows through time, as dots: time from left to right, the number from the bottom up.

use super::Px;
use crate::base::PartialDate;
use crate::site::prose::grouped;
use chrono::Datelike;
use serde::Serialize;

/// Width and height of the drawing, and the room left for the dots at its rim.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 72.0;
const RIM: f64 = 6.0;

/// One dot.
#[derive(Debug, Serialize)]
struct Dot {
    x: Px,
    y: Px,
    words: String,
}

/// Dots of numbers at their times.
#[derive(Debug, Serialize)]
pub(crate) struct Dots {
    width: Px,
    height: Px,
    each: Vec<Dot>,
    first: String,
    last: String,
    /// The least number and the greatest.
    least: String,
    most: String,
    /// All that it shows, in words.
    words: String,
}

impl Dots {
    /// The dots of `numbers`, which stand in order of their times; none where all are of one day or one number.
    pub(crate) fn of(numbers: &[(PartialDate, u64)]) -> Option<Self> {
        let (from, to) = (numbers.first()?.0, numbers.last()?.0);
        let day = |date: PartialDate| f64::from(date.first_day().num_days_from_ce());
        let least = numbers.iter().map(|(_, number)| *number).min()?;
        let most = numbers.iter().map(|(_, number)| *number).max()?;
        if day(from) >= day(to) || least == most {
            return None;
        }
        let along = |at: f64, from: f64, to: f64, room: f64| RIM + (at - from) / (to - from) * (room - 2.0 * RIM);
        let mut told: Vec<(PartialDate, u64)> = numbers.to_vec();
        told.dedup();
        let dot = |(date, number): &(PartialDate, u64)| Dot {
            x: Px(along(day(*date), day(from), day(to), WIDTH)),
            y: Px(HEIGHT - along(*number as f64, least as f64, most as f64, HEIGHT)),
            words: format!("{}: {}", date.in_words(), grouped(*number)),
        };
        let each: Vec<Dot> = told.iter().map(dot).collect();
        let all: Vec<&str> = each.iter().map(|dot| dot.words.as_str()).collect();
        Some(Self {
            width: Px(WIDTH),
            height: Px(HEIGHT),
            words: format!("The numbers by day. {}.", all.join("; ")),
            first: from.in_words(),
            last: to.in_words(),
            least: grouped(least),
            most: grouped(most),
            each,
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
    fn time_runs_to_the_right_and_numbers_upwards() {
        let dots = Dots::of(&[(date("2020-03-01"), 11), (date("2020-03-03"), 1_500)]).unwrap();
        assert_eq!(dots.words, "The numbers by day. 1 March 2020: 11; 3 March 2020: 1,500.");
        assert!(dots.each[0].x < dots.each[1].x && dots.each[0].y > dots.each[1].y);
    }

    #[test]
    fn one_day_or_one_number_has_no_course() {
        assert!(Dots::of(&[(date("2020-03-01"), 11), (date("2020-03-01"), 12)]).is_none());
        assert!(Dots::of(&[(date("2020-03-01"), 11), (date("2020-03-02"), 11)]).is_none());
        assert!(Dots::of(&[]).is_none());
    }
}
