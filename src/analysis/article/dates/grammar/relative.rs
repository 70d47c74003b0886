//! Times told from another: "two days ago", "the next month", "yesterday", "that year", "now".

use super::count::counted;
use super::read::{Named, Read, by, day_part_at, here, shift, which};
use crate::analysis::article::dates::lexicon::Class;
use crate::analysis::article::dates::meaning::{Base, Count, DayPart, Fields, Meaning, Shift, Step, Unit};
use crate::analysis::article::dates::tokens::Tokens;

/// A time at a distance from the day of writing or from a date of the text.
pub(super) fn distance(tokens: &Tokens<'_>, at: usize) -> Named<Meaning> {
    by("day-word", day_word(tokens, at))
        .or_else(|| by("distance", far(tokens, at)))
        .or_else(|| by("unit", whole_unit(tokens, at)))
        .or_else(|| by("weekend", weekend(tokens, at)))
        .or_else(|| by("day-part", day_part(tokens, at)))
        .or_else(|| by("day-before", the_day_before(tokens, at)))
}

/// "yesterday", "today", "tomorrow morning", "tonight", "the day after tomorrow".
fn day_word(tokens: &Tokens<'_>, at: usize) -> Read {
    let token = tokens.get(at)?;
    match token.class {
        Class::DayWord => Some(parted(tokens, at + 1, Base::Speech, token.value)),
        Class::Tonight => Some((at + 1, on_day(Base::Speech, 0, Some(DayPart::Night)))),
        Class::The if tokens.word(at + 1, "day") => {
            let by = match tokens.class(at + 2)? {
                Class::After => 1,
                Class::Before => -1,
                _ => return None,
            };
            let word = tokens.value_of(at + 3, Class::DayWord).filter(|word| *word == by)?;
            Some((at + 4, shift(Base::Speech, word + by, Unit::Day)))
        }
        _ => None,
    }
}

const fn on_day(base: Base, by: i32, day_part: Option<DayPart>) -> Meaning {
    Meaning::Shift(Shift { step: Step { base, by, unit: Unit::Day }, part: None, day_part, half: None })
}

/// A day with the part of it that follows: "yesterday afternoon".
fn parted(tokens: &Tokens<'_>, to: usize, base: Base, by: i32) -> (usize, Meaning) {
    let (to, part) = day_part_at(tokens, to);
    (to, on_day(base, by, part))
}

/// "two days ago", "a week later", "three months before".
fn far(tokens: &Tokens<'_>, at: usize) -> Read {
    let over = tokens.any(at, &["over", "about", "almost", "nearly", "around", "only", "just"]);
    let start = at + usize::from(over);
    let vague_plural = tokens
        .get(start)
        .filter(|token| token.class == Class::Units)
        .map(|token| (start + 1, Count::Some, Unit::numbered(token.value)));
    let (to, count, unit) = counted(tokens, start)
        .filter(|found| !found.joined)
        .map(|found| (found.to, found.count, found.unit))
        .or(vague_plural)?;
    let token = tokens.get(to)?;
    let (base, sign) = match token.class {
        Class::Ago => (Base::Speech, -1),
        Class::Loose if token.value == 2 => (Base::Anchor, 1),
        Class::Loose => (Base::Anchor, -1),
        // "two days before the vote" counts from the vote, of which the calendar is not known.
        Class::Before | Class::After if ends_here(tokens, to + 1) || !matches!(token.text, "before" | "after") => {
            (Base::Anchor, if token.class == Class::After { 1 } else { -1 })
        }
        Class::Other if tokens.word(to, "back") && ends_here(tokens, to + 1) => (Base::Speech, -1),
        _ => return None,
    };
    let Count::Halves(halves) = count else {
        return Some((to + 1, Meaning::Reference(if sign > 0 { "FUTURE_REF" } else { "PAST_REF" })));
    };
    // A year and a half is eighteen months; half a day no day.
    let (amount, unit) = match (halves % 2, unit) {
        (0, unit) => (halves / 2, unit),
        (_, Unit::Year) => (halves * 6, Unit::Month),
        _ => return Some((to + 1, Meaning::Reference(if sign > 0 { "FUTURE_REF" } else { "PAST_REF" }))),
    };
    Some((to + 1, shift(base, sign * i32::try_from(amount).ok()?, unit)))
}

/// Whether a clause ends before `at`, so that "before" and "after" have nothing to stand before.
fn ends_here(tokens: &Tokens<'_>, at: usize) -> bool {
    match tokens.class(at) {
        None => true,
        Some(Class::Mark) => !tokens.mark(at, &['\'', '’', '"', '“']),
        Some(class) => matches!(class, Class::And),
    }
}

/// "last week", "the following month", "this year", "that day", "the same year".
fn whole_unit(tokens: &Tokens<'_>, at: usize) -> Read {
    let the = tokens.is(at, Class::The);
    let mut start = at + usize::from(the);
    let same = tokens.is(start, Class::That) && tokens.is(start + 1, Class::Same)
        || tokens.is(start, Class::This) && tokens.is(start + 1, Class::Same);
    start += usize::from(same);
    let (_, base, by) = which(tokens, start)?;
    let unit = Unit::numbered(tokens.value_of(start + 1, Class::Unit)?);
    let after = start + 2;
    let class = tokens.class(start)?;
    // "the next day or two" is a stretch of which only about the length is known.
    if tokens.word(after, "or") && (tokens.is(after + 1, Class::Number) || tokens.word(after + 1, "so")) {
        return None;
    }
    // "last week Friday"
    if let Some(weekday) = tokens.value_of(after, Class::Weekday).filter(|_| unit == Unit::Week && !the) {
        let within = Some(Step { base, by, unit });
        let fields = Fields { weekday: u32::try_from(weekday).ok(), within, ..Fields::default() };
        return Some((after + 1, Meaning::Calendar(fields)));
    }
    if class == Class::Same && tokens.is(after, Class::Last) && tokens.word(after + 1, "year") {
        // "the same quarter last year" is a quarter and no year.
        match unit {
            Unit::Quarter => return Some((after + 2, shift(Base::Speech, -4, unit))),
            Unit::Month => return Some((after + 2, shift(Base::Speech, -12, unit))),
            _ => {}
        }
    }
    // "the next day" follows a date of the text; "next week" the day of writing.
    let base = if the && class == Class::Next { Base::Anchor } else { base };
    let next_day = unit == Unit::Day && class == Class::Next;
    let base = if next_day { Base::Anchor } else { base };
    match (class, unit) {
        (_, Unit::Second | Unit::Minute | Unit::Hour | Unit::Millennium) => None,
        // "the last decade" and "the last day of the war" are no dates of the calendar.
        (Class::Last, _)
            if the
                && (tokens.is(after, Class::Of) || unit != Unit::Week && unit != Unit::Month && unit != Unit::Year) =>
        {
            None
        }
        (Class::Last, Unit::Day) => None,
        (Class::This | Class::That | Class::Same, Unit::Day) => Some((after, on_day(base, by, None))),
        (_, Unit::Day) => Some(parted(tokens, after, base, by)),
        _ => Some((after, shift(base, by, unit))),
    }
}

/// "over the weekend": the last one, or the one that comes where the sentence tells of what will be.
fn weekend(tokens: &Tokens<'_>, at: usize) -> Read {
    let plain = tokens.is(at, Class::The) && tokens.word(at + 1, "weekend") && !tokens.is(at + 2, Class::Of);
    plain.then(|| (at + 2, shift(Base::Either, 0, Unit::Weekend)))
}

/// "that night", "last night", "this morning", "the next morning", "in the morning".
fn day_part(tokens: &Tokens<'_>, at: usize) -> Read {
    let the = tokens.is(at, Class::The);
    let start = at + usize::from(the);
    let same = usize::from(tokens.is(start, Class::That) && tokens.is(start + 1, Class::Same));
    let (by, base, next) = match tokens.class(start + same) {
        Some(Class::DayPart) if the && tokens.is(at.wrapping_sub(1), Class::In) => (0, Base::Either, start),
        _ => {
            let (_, base, by) = which(tokens, start + same)?;
            (by, if the || tokens.is(start, Class::Next) { Base::Anchor } else { base }, start + same + 1)
        }
    };
    let (to, part) = day_part_at(tokens, tokens.skip(next, Class::Part));
    part.map(|part| (to, on_day(base, by, Some(part))))
}

/// "the day before", "the year before", "a day earlier" are told from the date before them.
fn the_day_before(tokens: &Tokens<'_>, at: usize) -> Read {
    let start = tokens.is(at, Class::The).then_some(at + 1)?;
    let token = tokens.get(start)?;
    let by = match tokens.class(start + 1)? {
        Class::Before if ends_here(tokens, start + 2) => -1,
        Class::After | Class::Following if ends_here(tokens, start + 2) => 1,
        _ => return None,
    };
    match token.class {
        Class::Unit => Some((start + 2, shift(Base::Anchor, by, Unit::numbered(token.value)))),
        Class::DayPart => Some((start + 2, on_day(Base::Anchor, by, Some(DayPart::numbered(token.value))))),
        _ => None,
    }
}

/// "the year", "the month" behind "the end of": the one that the text is in.
pub(super) fn the_unit(tokens: &Tokens<'_>, at: usize) -> Read {
    let start = tokens.skip(at, Class::The);
    let unit = Unit::numbered(tokens.value_of(start, Class::Unit)?);
    let known = matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century | Unit::Day);
    let more = tokens.is(start + 1, Class::Of);
    (known && start > at && !more).then(|| (start + 1, shift(Base::Either, 0, unit)))
}

/// "of that year", "of the same month", "of next year", "last year": what a date without its year lies in.
pub(super) fn within(tokens: &Tokens<'_>, at: usize, fields: &Fields) -> Option<(usize, Step)> {
    if fields.year.is_some()
        || fields.short_year.is_some()
        || fields.bare
        || fields.clock.is_some() && fields.day.is_none()
    {
        return None;
    }
    let of = at + usize::from(tokens.is(at, Class::Of) || tokens.is(at, Class::In));
    let the = tokens.skip(of, Class::The);
    let (_, base, by) = which(tokens, the)?;
    let unit = Unit::numbered(tokens.value_of(the + 1, Class::Unit)?);
    let larger = match unit {
        Unit::Week => fields.weekday.is_some() && fields.month.is_none(),
        Unit::Month => fields.month.is_none() && fields.day.is_some(),
        Unit::Year => fields.month.is_some() || fields.season.is_some() || fields.quarter.is_some(),
        _ => false,
    };
    let base = if the > of && by == 1 { Base::Anchor } else { base };
    (larger).then_some((the + 2, Step { by, ..here(unit, base) }))
}

/// Words that point at a time and name none: "now", "recently", "in recent years", "the future".
pub(super) fn reference(tokens: &Tokens<'_>, at: usize) -> Read {
    let token = tokens.get(at)?;
    let found = |to: usize, value: &'static str| Some((to, Meaning::Reference(value)));
    match token.class {
        Class::Present => found(at + 1, "PRESENT_REF"),
        Class::Past => found(at + 1, "PAST_REF"),
        Class::Starter if tokens.word(at, "right") && tokens.word(at + 1, "now") => found(at + 2, "PRESENT_REF"),
        Class::Starter if tokens.word(at, "recent") && matches!(tokens.class(at + 1), Some(Class::Units)) => {
            found(at + 2, "PAST_REF")
        }
        Class::Starter if tokens.word(at, "present") && tokens.word(at + 1, "day") => found(at + 2, "PRESENT_REF"),
        Class::Starter if tokens.word(at, "these") && tokens.word(at + 1, "days") => found(at + 2, "PRESENT_REF"),
        Class::The => {
            let noun = ends_here(tokens, at + 2)
                || matches!(tokens.class(at + 2), Some(Class::Preposition | Class::In | Class::On | Class::That));
            if tokens.is(at + 1, Class::PastWhich) && noun {
                found(at + 2, "PAST_REF")
            } else if tokens.word(at + 1, "future") && !tokens.is(at + 2, Class::Other) {
                found(at + 2, "FUTURE_REF")
            } else {
                None
            }
        }
        _ => None,
    }
}
