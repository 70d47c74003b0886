//! What an expression comes to, as each of its kinds is written.

use crate::analysis::article::dates::meaning::{DayPart, Fields};
use crate::base::{PartialDate, When};
use crate::model::{DateBasis, DateKind};

/// Years that a date of a text may have; what lies beyond is no date that anybody recorded.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = -9998..=9999;

/// What an expression came to, with the date that later expressions may count from.
pub(in crate::analysis::article::dates) struct Found {
    pub(in crate::analysis::article::dates) kind: DateKind,
    pub(in crate::analysis::article::dates) when: Option<When>,
    pub(in crate::analysis::article::dates) timex: String,
    pub(in crate::analysis::article::dates) basis: DateBasis,
    pub(super) anchor: Option<PartialDate>,
}

impl Found {
    /// What nothing places on the calendar.
    pub(super) fn open(timex: String) -> Self {
        Self { kind: DateKind::Date, when: None, timex, basis: DateBasis::Open, anchor: None }
    }

    pub(super) fn timed(self, fields: &Fields) -> Self {
        let kind = if fields.clock.is_some() || fields.day_part.is_some() { DateKind::Time } else { self.kind };
        Self { kind, ..self }
    }

    /// A time that comes again or has no place: only its kind and writing are told.
    pub(super) fn written(kind: DateKind, timex: String) -> Self {
        Self { kind, basis: DateBasis::Words, ..Self::open(timex) }
    }

    pub(super) fn of(when: When, basis: DateBasis) -> Self {
        let anchor = match when {
            When::Date(date) | When::Part(_, date) => Some(date),
            When::Season(year, _) | When::Quarter(year, _) | When::Half(year, _) => Some(PartialDate::year_only(year)),
            When::Week(monday) => Some(PartialDate::from(monday)),
            _ => None,
        };
        Self { kind: DateKind::Date, when: Some(when), timex: when.timex(), basis, anchor }
    }

    /// A day, and the part of it that is meant.
    pub(super) fn day(day: PartialDate, part: Option<DayPart>, basis: DateBasis) -> Self {
        let found = Self::of(When::Date(day), basis);
        match part {
            Some(part) => Self { kind: DateKind::Time, timex: format!("{}{}", found.timex, part.code()), ..found },
            None => found,
        }
    }

    /// The date of fields that name their year.
    pub(super) fn fields(fields: &Fields, basis: DateBasis) -> Self {
        let year = fields.year.filter(|year| YEARS.contains(year));
        let date = year.and_then(|year| match (fields.month, fields.day) {
            (Some(month), Some(day)) => PartialDate::day_of(year, month, day),
            (Some(month), None) => PartialDate::month_of(year, month),
            _ => Some(PartialDate::year_only(year)),
        });
        let Some(date) = date else { return Self::open(String::new()) };
        if let Some(clock) = fields.clock.filter(|_| date.day().is_some()) {
            let timex = format!("{date}T{:02}:{:02}", clock.hour, clock.minute);
            return Self { kind: DateKind::Time, timex, ..Self::of(When::Date(date.at(clock)), basis) };
        }
        if date.day().is_some() {
            return Self::day(date, fields.day_part, basis);
        }
        let year = date.year();
        let when = match (fields.season, fields.quarter, fields.half, fields.part) {
            (Some(season), ..) => When::Season(year, season),
            (_, Some(quarter), ..) => When::Quarter(year, quarter),
            (_, _, Some(half), _) => When::Half(year, half),
            (.., Some(part)) => When::Part(part, date),
            _ => When::Date(date),
        };
        Self::of(when, basis)
    }
}
