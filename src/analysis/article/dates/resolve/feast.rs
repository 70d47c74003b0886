//! The days of feasts that move with the calendar.

use super::now::{Now, Place};
use crate::analysis::article::dates::expression::Tense;
use crate::analysis::article::dates::lexicon::FeastRule;
use crate::analysis::article::dates::meaning::Fields;
use crate::base::PartialDate;
use crate::model::DateBasis;
use chrono::{Datelike, Days, NaiveDate};

/// The fields of a feast as those of its day, and what its year rests on.
pub(super) fn dated(
    now: &Now,
    fields: Fields,
    rule: FeastRule,
    tense: Tense,
    place: Place,
) -> Option<(Fields, DateBasis)> {
    let (day, basis) = match (fields.year, now.carried(place)) {
        (Some(year), _) => (day(rule, year)?, DateBasis::Words),
        (None, Some(anchor)) => (day(rule, anchor.date.year())?, DateBasis::Context),
        (None, None) => (near(rule, now.published?, tense)?, DateBasis::Publication),
    };
    let fields =
        Fields { year: Some(day.year()), month: Some(day.month()), day: Some(day.day()), feast: None, ..fields };
    Some((fields, basis))
}

/// The feast that lies as the tense says, and nearest to publication where it says nothing.
fn near(rule: FeastRule, published: PartialDate, tense: Tense) -> Option<NaiveDate> {
    let (today, year) = (published.first_day(), published.year());
    let mut days = (year - 1..=year + 1).filter_map(|year| day(rule, year));
    match tense {
        Tense::Past => days.filter(|day| *day <= published.last_day()).max(),
        Tense::Future => days.find(|day| *day >= today),
        Tense::Unsaid => days.min_by_key(|day| (*day - today).num_days().abs()),
    }
}

fn day(rule: FeastRule, year: i32) -> Option<NaiveDate> {
    match rule {
        FeastRule::Easter(days) => {
            let moved = Days::new(days.unsigned_abs().into());
            let easter = easter(year)?;
            if days < 0 { easter.checked_sub_days(moved) } else { easter.checked_add_days(moved) }
        }
        FeastRule::On { month, from, weekday } => {
            let from = NaiveDate::from_ymd_opt(year, month, from)?;
            let ahead = (weekday + 7 - from.weekday().number_from_monday()) % 7;
            from.checked_add_days(Days::new(ahead.into()))
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by the rule that Butcher's Ecclesiastical Calendar (1876) gives.
fn easter(year: i32) -> Option<NaiveDate> {
    if year < 1583 {
        return None;
    }
    let golden = year % 19;
    let (century, rest) = (year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    let day = moon + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(day / 31).ok()?, u32::try_from(day % 31).ok()? + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_is_where_almanacs_have_it() {
        let days = [(1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2015, 4, 5), (2024, 3, 31), (2038, 4, 25)];
        for (year, month, day) in days {
            assert_eq!(easter(year), NaiveDate::from_ymd_opt(year, month, day));
        }
    }

    #[test]
    fn feasts_of_a_weekday_move_within_a_week() {
        let thanksgiving = FeastRule::On { month: 11, from: 22, weekday: 4 };
        assert_eq!(day(thanksgiving, 2024), NaiveDate::from_ymd_opt(2024, 11, 28));
        assert_eq!(day(FeastRule::Easter(-2), 2024), NaiveDate::from_ymd_opt(2024, 3, 29));
    }
}
