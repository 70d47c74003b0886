//! Which of the days, months or seasons of one name is meant.

use super::now::{Anchor, Now, Place};
use super::shift::{monday, month_from};
use crate::analysis::article::dates::expression::Tense;
use crate::analysis::article::dates::meaning::{Fields, Turn, Unit};
use crate::base::{PartialDate, Season};
use crate::model::DateBasis;
use chrono::{Datelike, Days, NaiveDate};

/// Months that a narrative goes back at most for a month that it names without its year.
const MONTHS_BACK: i32 = 7;
/// How many days behind it what was to come may be told of as such.
const JUST_PAST: i32 = 62;
/// Half of twelve months, counted as of 31 days each.
const HALF_A_YEAR: i32 = 186;

/// The fields with the year that the text leaves out, and what it rests on.
pub(super) fn unsaid_year(now: &Now, fields: &Fields, tense: Tense, place: Place) -> Option<(Fields, DateBasis)> {
    if fields.weekday.is_some() && fields.day.is_none() {
        return weekday_near(now, fields, tense, place);
    }
    if fields.month.is_none() && fields.day.is_none() && (fields.clock.is_some() || fields.day_part.is_some()) {
        let same =
            now.anchor.filter(|anchor| now.narrative || anchor.sentence == place.0).and_then(|anchor| anchor.day);
        let day = same
            .map(|day| (day, DateBasis::Context))
            .or(now.published.filter(|_| !now.narrative).map(|day| (day, DateBasis::Publication)));
        return day.filter(|(day, _)| day.day().is_some()).map(|(day, why)| (on(*fields, day), why));
    }
    if let Some(anchor) = now.carried(place) {
        return carried(fields, anchor).map(|fields| (fields, DateBasis::Context));
    }
    let published = now.published?;
    if fields.month.is_none() && fields.day.is_some() {
        return day_of_month(fields, now.near_anchor(place), published, tense);
    }
    Some((Fields { year: Some(nearest_year(fields, published, tense)), ..*fields }, DateBasis::Publication))
}

fn weekday_near(now: &Now, fields: &Fields, tense: Tense, place: Place) -> Option<(Fields, DateBasis)> {
    let weekday = fields.weekday?;
    if now.published.is_none() && !now.narrative {
        // Only a day of the text that is such a weekday itself can be the one that is meant.
        let day =
            now.near_anchor(place)?.day.filter(|day| day.first_day().weekday().number_from_monday() == weekday)?;
        return Some((on(*fields, day), DateBasis::Context));
    }
    if now.narrative {
        let day = now.near_anchor(place)?.day?.first_day();
        let day = forward(day, weekday, fields.turn == Turn::Following)?;
        return Some((on(*fields, day.into()), DateBasis::Context));
    }
    let published = now.published.filter(|date| date.day().is_some())?.first_day();
    let day = match (fields.turn, tense) {
        // Whoever writes on a Wednesday and means the day before says "on Tuesday": "last Tuesday" is a week earlier.
        (Turn::Last, _) => backward(published.pred_opt()?, weekday, true),
        (Turn::Next, _) => forward(published, weekday, true),
        (Turn::Following, _) => forward(now.near_anchor(place)?.day?.first_day(), weekday, true),
        (Turn::Previous, _) => backward(now.near_anchor(place)?.day?.first_day(), weekday, true),
        (Turn::This, Tense::Past) => backward(published, weekday, false),
        (Turn::This, _) | (Turn::Near, Tense::Future) => forward(published, weekday, false),
        (Turn::Near, _) => backward(published, weekday, false),
    }?;
    Some((on(*fields, day.into()), DateBasis::Publication))
}

fn on(fields: Fields, day: PartialDate) -> Fields {
    Fields { year: Some(day.year()), month: day.month().map(u32::from), day: day.day().map(u32::from), ..fields }
}

/// The first such weekday on or after `day`; `after` leaves the day itself out.
fn forward(day: NaiveDate, weekday: u32, after: bool) -> Option<NaiveDate> {
    let ahead = (weekday + 7 - day.weekday().number_from_monday()) % 7;
    day.checked_add_days(Days::new(u64::from(if after && ahead == 0 { 7 } else { ahead })))
}

/// The last such weekday on or before `day`; `before` leaves the day itself out.
fn backward(day: NaiveDate, weekday: u32, before: bool) -> Option<NaiveDate> {
    let back = (day.weekday().number_from_monday() + 7 - weekday) % 7;
    day.checked_sub_days(Days::new(u64::from(if before && back == 0 { 7 } else { back })))
}

/// A month, season or day in the year of the date before it, or in the next where the tale went on over New Year.
fn carried(fields: &Fields, anchor: Anchor) -> Option<Fields> {
    let year = anchor.date.year();
    let Some(month) = month_of(fields) else {
        // "the 5th" belongs to the month before it.
        let month = fields.day.and(anchor.date.month()).map(u32::from);
        let known = month.is_some() || fields.day.is_none() && (fields.quarter.is_some() || fields.half.is_some());
        return known.then_some(Fields { year: Some(year), month, ..*fields });
    };
    let ahead = anchor.date.month().map_or(0, |before| month.cast_signed() - i32::from(before));
    let year = match fields.turn {
        Turn::Last | Turn::Previous if ahead >= 0 => year - 1,
        Turn::Next | Turn::Following if ahead <= 0 && anchor.date.month().is_some() => year + 1,
        Turn::Next | Turn::Following if anchor.date.month().is_none() => year + 1,
        Turn::Near if ahead < -MONTHS_BACK => year + 1,
        _ => year,
    };
    Some(Fields { year: Some(year), ..*fields })
}

/// The month that fields begin in.
fn month_of(fields: &Fields) -> Option<u32> {
    fields.month.or_else(|| fields.season.map(Season::first_month))
}

/// "the 5th" in an article about today.
fn day_of_month(
    fields: &Fields,
    anchor: Option<Anchor>,
    published: PartialDate,
    tense: Tense,
) -> Option<(Fields, DateBasis)> {
    if let Some(month) = anchor.and_then(|anchor| anchor.date.month().map(|month| (anchor.date.year(), month))) {
        return Some((Fields { year: Some(month.0), month: Some(month.1.into()), ..*fields }, DateBasis::Context));
    }
    let (day, today) = (fields.day?, u32::from(published.day()?));
    let by = match tense {
        Tense::Future if day < today => 1,
        Tense::Past | Tense::Unsaid if day > today => -1,
        _ => 0,
    };
    let (year, month) = month_from(published, by)?;
    Some((Fields { year: Some(year), month: Some(month), ..*fields }, DateBasis::Publication))
}

/// The year in which a month or day lies as the tense says, and nearest to publication where it says nothing.
fn nearest_year(fields: &Fields, published: PartialDate, tense: Tense) -> i32 {
    let year = published.year();
    let Some(month) = month_of(fields) else { return quarter_year(fields, published, tense) };
    if let Some(year) = year_of_weekday(fields, year) {
        return year;
    }
    if fields.day == Some(29) && month == 2 {
        return nearest_leap(year, tense);
    }
    let Some(now) = published.month().map(u32::from) else { return year };
    let today = published.day().map_or(1, u32::from);
    // Days since the start of the year, near enough to compare two dates.
    let length = if fields.season.is_some() { 90 } else { 0 };
    let here = (now * 31 + today).cast_signed();
    // Of a publication of which only the month is known, no day of that month lies before or behind.
    let day = fields.day.filter(|_| published.day().is_some()).unwrap_or(today);
    let there = (month * 31 + day).cast_signed();
    let ahead = there - here;
    let whole_month = fields.day.is_none();
    let same = whole_month && month == now;
    // A winter is named after the year in which it begins: "this winter" is the one that January lies in.
    let in_winter = fields.season == Some(Season::Winter) && now < 3;
    let (back, on) = match (fields.turn, tense) {
        (Turn::This, _) => (in_winter, false),
        (Turn::Last | Turn::Previous, _) => (ahead + length >= 0 || same, false),
        (Turn::Next | Turn::Following, _) => (false, ahead <= 0 || same),
        (Turn::Near, _) if same => (false, false),
        (Turn::Near, Tense::Past) => (ahead > 0, false),
        // "Would rule by Jan. 14", in the middle of January, is of this year.
        (Turn::Near, Tense::Future) => (false, ahead + length < -JUST_PAST),
        (Turn::Near, Tense::Unsaid) => (ahead > HALF_A_YEAR, ahead < -HALF_A_YEAR),
    };
    year - i32::from(back) + i32::from(on)
}

/// The leap year nearest to `near`, of the past unless the tense is of the future.
fn nearest_leap(near: i32, tense: Tense) -> i32 {
    let leaps = |year: &i32| NaiveDate::from_ymd_opt(*year, 2, 29).is_some();
    let found = if tense == Tense::Future { (near..near + 8).find(leaps) } else { (near - 8..=near).rev().find(leaps) };
    found.unwrap_or(near)
}

/// The year around `near` in which a day falls on the weekday that is named with it: "Friday 13 November".
fn year_of_weekday(fields: &Fields, near: i32) -> Option<i32> {
    let (weekday, month, day) = (fields.weekday?, fields.month?, fields.day?);
    let falls = |year: &i32| {
        let day = NaiveDate::from_ymd_opt(*year, month, day);
        day.is_some_and(|day| day.weekday().number_from_monday() == weekday)
    };
    (near - 1..=near + 1).find(falls)
}

/// The year of a quarter or half that names none.
fn quarter_year(fields: &Fields, published: PartialDate, tense: Tense) -> i32 {
    let now = published.month().map_or(0, u32::from);
    let first =
        fields.quarter.map(|quarter| u32::from(quarter) * 3 - 2).or(fields.half.map(|half| u32::from(half) * 6 - 5));
    match first {
        Some(first) if tense != Tense::Future && first > now && now > 0 => published.year() - 1,
        _ => published.year(),
    }
}

/// The fields inside the year, month or week that the text names for them.
pub(super) fn inside(fields: Fields, container: PartialDate, unit: Unit) -> Fields {
    match unit {
        Unit::Week => {
            let day = fields.weekday.zip(monday(container.first_day()));
            let day = day.and_then(|(weekday, monday)| monday.checked_add_days(Days::new(u64::from(weekday - 1))));
            day.map_or(fields, |day| on(fields, day.into()))
        }
        Unit::Month => Fields { year: Some(container.year()), month: container.month().map(u32::from), ..fields },
        _ => Fields { year: Some(container.year()), ..fields },
    }
}

/// The year that two digits end, nearest to a year; of the past where nothing is near.
pub(super) fn century_of(short: i32, near: Option<i32>) -> i32 {
    let near = near.unwrap_or(1975);
    let base = near - near.rem_euclid(100) + short;
    let candidates = [base - 100, base, base + 100];
    candidates.into_iter().min_by_key(|year| (year - near).abs()).unwrap_or(base)
}
