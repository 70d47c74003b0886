//! Distances on the calendar: "two days ago", "the next month", "that year".

use super::found::{Found, YEARS};
use super::now::{Now, Place};
use crate::analysis::article::dates::expression::Tense;
use crate::analysis::article::dates::meaning::{Base, Shift, Step, Unit};
use crate::base::{PartialDate, When};
use chrono::{Datelike, Days, NaiveDate};

/// The date at a distance.
pub(super) fn shifted(now: &Now, shift: &Shift, tense: Tense, place: Place) -> Found {
    let step = shift.step;
    // "today" in a tale of the past is the reader's day, and no day of the tale.
    if now.narrative && step.by == 0 && step.unit == Unit::Day && step.base == Base::Speech && shift.day_part.is_none()
    {
        return Found::open("PRESENT_REF".to_owned());
    }
    let Some((base, basis)) = now.base(step.base, step.unit, place) else { return Found::open(String::new()) };
    let mut step = step;
    let working_day = base.day().is_some() && base.first_day().weekday().num_days_from_monday() < 5;
    if step.unit == Unit::Weekend && step.base == Base::Either && tense != Tense::Future && working_day {
        step.by = -1;
    }
    let Some(when) = moved(base, step) else { return Found::open(String::new()) };
    let when = match (when, shift.part, shift.half) {
        (When::Date(date), Some(part), _) if date.day().is_none() => When::Part(part, date),
        (When::Date(date), _, Some(half)) if date.month().is_none() => When::Half(date.year(), half),
        (when, ..) => when,
    };
    match when {
        When::Date(date) if date.day().is_some() => Found::day(date, shift.day_part, basis),
        When::Between(Some(saturday), _) => {
            let week = monday(saturday.first_day()).map_or_else(String::new, |monday| When::Week(monday).timex());
            Found { timex: format!("{week}-WE"), ..Found::of(when, basis) }
        }
        when => Found::of(when, basis),
    }
}

/// The unit that lies `step` from `base`; `None` where the base is too vague to count from, or the calendar ends.
fn moved(base: PartialDate, step: Step) -> Option<When> {
    let by = step.by;
    match step.unit {
        Unit::Day => day_from(base, by).map(|day| When::Date(day.into())),
        Unit::Week => monday(day_from(base, by.checked_mul(7)?)?).map(When::Week),
        Unit::Fortnight => monday(day_from(base, by.checked_mul(14)?)?).map(When::Week),
        Unit::Weekend => weekend(day_from(base, 0)?, by),
        Unit::Month => {
            month_from(base, by).and_then(|(year, month)| PartialDate::month_of(year, month)).map(When::Date)
        }
        Unit::Quarter => {
            let (year, month) = month_from(base, by.checked_mul(3)?)?;
            Some(When::Quarter(year, u8::try_from(month).ok()?.div_ceil(3)))
        }
        Unit::Year => year_from(base, by).map(|year| When::Date(PartialDate::year_only(year))),
        Unit::Decade if base.year() > 0 => {
            year_from(base, by.checked_mul(10)?).filter(|year| *year > 0).map(|year| When::Decade(year / 10))
        }
        Unit::Century if base.year() > 0 => {
            year_from(base, by.checked_mul(100)?).filter(|year| *year > 0).map(|year| When::Century(year / 100))
        }
        _ => None,
    }
}

/// The year and month so many months from a base that names its month.
pub(super) fn month_from(base: PartialDate, by: i32) -> Option<(i32, u32)> {
    let months = i64::from(base.year()) * 12 + i64::from(base.month()?) - 1 + i64::from(by);
    let year = i32::try_from(months.div_euclid(12)).ok().filter(|year| YEARS.contains(year))?;
    Some((year, u32::try_from(months.rem_euclid(12)).ok()? + 1))
}

fn year_from(base: PartialDate, by: i32) -> Option<i32> {
    base.year().checked_add(by).filter(|year| YEARS.contains(year))
}

/// So many days from a base that is a day.
fn day_from(base: PartialDate, by: i32) -> Option<NaiveDate> {
    base.day()?;
    let days = Days::new(u64::from(by.unsigned_abs()));
    let day = if by < 0 { base.first_day().checked_sub_days(days) } else { base.first_day().checked_add_days(days) }?;
    YEARS.contains(&day.year()).then_some(day)
}

pub(super) fn monday(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())))
}

/// Saturday and Sunday: "last weekend" is the one that is over.
fn weekend(day: NaiveDate, by: i32) -> Option<When> {
    let saturday = monday(day)?.checked_add_days(Days::new(5))?;
    let days = Days::new(u64::from(by.unsigned_abs().checked_mul(7)?));
    let saturday = if by < 0 { saturday.checked_sub_days(days) } else { saturday.checked_add_days(days) }?;
    Some(When::Between(Some(saturday.into()), Some(saturday.succ_opt()?.into())))
}

/// The year, month or week that a step leads to, as a date of just that precision; a week by its Monday.
pub(super) fn container(base: PartialDate, step: Step) -> Option<PartialDate> {
    match moved(base, step)? {
        When::Date(date) => Some(date),
        When::Week(monday) => Some(monday.into()),
        _ => None,
    }
}
