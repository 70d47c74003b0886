//! Finds the calendar dates that expressions fall on, one after another through the article.

mod feast;
mod found;
mod manner;
mod now;
mod shift;
mod timex;
mod turn;

use super::expression::{Expression, Tense};
use super::meaning::{Fields, Meaning};
use crate::base::When;
use crate::model::{DateBasis, DateKind, Sentence};
use found::Found;
pub(super) use now::Now;
use now::Place;

/// The date of an expression; what it names becomes the anchor of those that follow.
pub(super) fn resolve(now: &mut Now, expression: &Expression, sentences: &[Sentence]) -> Found {
    let place = (expression.sentence, sentences[expression.sentence].block);
    now.enter(place.1);
    let found = match expression.meaning {
        Meaning::Calendar(fields) => calendar(now, fields, expression.tense, place),
        Meaning::Shift(shift) => shift::shifted(now, &shift, expression.tense, place),
        Meaning::Reference(value) => Found::open(value.to_owned()),
        Meaning::Length(count, unit) => Found::written(DateKind::Duration, timex::length(count, unit)),
        Meaning::Set(set) => Found::written(DateKind::Set, timex::set(set)),
        Meaning::Fiscal(year) => Found::written(DateKind::Date, format!("FY{year:04}")),
        Meaning::Age => Found::open(String::new()),
    };
    now.follow(expression, &found, place);
    found
}

fn calendar(now: &Now, mut fields: Fields, tense: Tense, place: Place) -> Found {
    if let Some((first, second)) = fields.unordered {
        let Some(day_first) = now.day_first else { return Found::open(String::new()) };
        (fields.day, fields.month) = if day_first { (Some(first), Some(second)) } else { (Some(second), Some(first)) };
    }
    let mut basis = DateBasis::Words;
    if let Some(short) = fields.short_year {
        let near = now.carried(place).map(|anchor| anchor.date.year()).or(now.published.map(|date| date.year()));
        basis = DateBasis::Context;
        fields.year = Some(turn::century_of(short, near));
    }
    if let Some(decade) = fields.decade {
        return if decade < 0 {
            Found::open(format!("BC{:03}", -decade))
        } else {
            Found::of(When::Decade(decade), basis)
        };
    }
    if let Some(century) = fields.century {
        return if century < 0 {
            Found::open(format!("BC{:02}", -century - 1))
        } else {
            Found::of(When::Century(century), basis)
        };
    }
    if let Some(step) = fields.within {
        let base =
            now.base(step.base, step.unit, place).and_then(|(base, why)| Some((shift::container(base, step)?, why)));
        let Some((container, why)) = base else { return Found::open(String::new()) };
        basis = why;
        fields = turn::inside(fields, container, step.unit);
    }
    if let Some(rule) = fields.feast {
        let Some((day, why)) = feast::dated(now, fields, rule, tense, place) else { return Found::open(String::new()) };
        fields = day;
        basis = why;
    }
    if fields.year.is_none() {
        match turn::unsaid_year(now, &fields, tense, place) {
            Some((date, why)) => {
                fields = date;
                basis = why;
            }
            None => return Found::open(open_time(&fields)).timed(&fields),
        }
    }
    Found::fields(&fields, basis)
}

/// A time of a day that nothing tells, as TIMEX3 writes it.
fn open_time(fields: &Fields) -> String {
    match (fields.clock, fields.day_part) {
        (Some(time), _) => format!("XXXX-XX-XXT{:02}:{:02}", time.hour, time.minute),
        (None, Some(part)) => format!("XXXX-XX-XX{}", part.code()),
        (None, None) => String::new(),
    }
}
