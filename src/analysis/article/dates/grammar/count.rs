//! Lengths of time ("three weeks", "a few days", "ten-day") and times that come again ("every Friday").

use super::read::Read;
use crate::analysis::article::dates::lexicon::Class;
use crate::analysis::article::dates::meaning::{Count, DayPart, Meaning, Set, Unit, season};
use crate::analysis::article::dates::tokens::Tokens;

/// Most that is counted; a larger number of any unit leaves every calendar.
const MOST: u32 = 9999;

/// A count and its unit: the token behind them.
#[derive(Clone, Copy)]
pub(super) struct Counted {
    pub(super) to: usize,
    pub(super) count: Count,
    pub(super) unit: Unit,
    /// Whether a hyphen joins them: "three-week".
    pub(super) joined: bool,
}

/// "three weeks", "a few days", "a year and a half", "two-and-a-half-year", "half an hour".
pub(super) fn counted(tokens: &Tokens<'_>, at: usize) -> Option<Counted> {
    let (next, count) = amount(tokens, at)?;
    let hyphen = usize::from(tokens.mark(next, &['-', '‑', '–']) && tokens.tight(next) && tokens.tight(next + 1));
    let mut unit_at = next + hyphen;
    // "two full days", "three long years"
    if hyphen == 0
        && ["full", "more", "long", "whole", "consecutive", "straight", "entire", "calendar"]
            .iter()
            .any(|word| tokens.word(unit_at, word))
    {
        unit_at += 1;
    }
    let token = tokens.get(unit_at)?;
    let unit = match token.class {
        Class::Unit | Class::Units => Unit::numbered(token.value),
        _ => return None,
    };
    let to = unit_at + 1;
    let one = matches!(count, Count::Halves(2));
    if token.class == Class::Unit
        && hyphen == 0
        && !one
        && count != Count::Halves(1)
        && !tokens.mark(to, &['-'])
        && !tokens.word(to, "long")
    {
        return None;
    }
    let (to, count) = and_a_half(tokens, to, count);
    let more = tokens.mark(to, &['-']) && tokens.tight(to);
    let old = to + usize::from(more);
    let to = if tokens.word(old, "long") && more { old + 1 } else { to };
    Some(Counted { to, count, unit, joined: hyphen == 1 })
}

/// The number of units at `at`.
fn amount(tokens: &Tokens<'_>, at: usize) -> Option<(usize, Count)> {
    let token = tokens.get(at)?;
    match token.class {
        Class::A => match tokens.class(at + 1)? {
            Class::Vague if tokens.word(at + 1, "few") => Some((at + 2, Count::Some)),
            Class::Couple => Some((tokens.skip(at + 2, Class::Of), Count::Halves(4))),
            Class::Half => Some((at + 2, Count::Halves(1))),
            Class::Scale => scaled(tokens, at + 1, 1),
            Class::Number if tokens.word(at + 1, "dozen") => Some((at + 2, Count::Halves(24))),
            _ => Some((at + 1, Count::Halves(2))),
        },
        Class::Half => {
            tokens.is(at + 1, Class::A).then_some((at + 2, Count::Halves(1))).or(Some((at + 1, Count::Halves(1))))
        }
        Class::Vague => Some((at + 1, Count::Some)),
        Class::Number | Class::Tens | Class::Digits | Class::Scale => number(tokens, at),
        Class::Figure => {
            let value = u32::try_from(token.value).ok()?;
            scaled(tokens, at + 1, value)
                .or(Some((at + 1, if value > MOST { Count::Some } else { Count::Halves(value * 2) })))
        }
        _ => None,
    }
}

fn number(tokens: &Tokens<'_>, at: usize) -> Option<(usize, Count)> {
    let token = tokens.get(at)?;
    let value = u32::try_from(token.value).ok()?;
    match token.class {
        Class::Digits => {
            let decimal = tokens.mark(at + 1, &['.'])
                && tokens.tight(at + 1)
                && tokens.tight(at + 2)
                && tokens.is(at + 2, Class::Digits);
            if decimal {
                let half = tokens.get(at + 2).is_some_and(|token| token.text == "5");
                return half.then_some((at + 3, Count::Halves(value * 2 + 1)));
            }
            let piece = at > 0 && tokens.tight(at) && tokens.mark(at - 1, &['.', ',', '/', ':', '$']);
            if piece { None } else { scaled(tokens, at + 1, value).or(Some((at + 1, Count::Halves(value * 2)))) }
        }
        Class::Tens => {
            let hyphen = usize::from(tokens.mark(at + 1, &['-', '‑']));
            let ones = tokens.value_of(at + 1 + hyphen, Class::Number).filter(|ones| *ones < 10);
            let total = value + ones.unwrap_or(0).unsigned_abs();
            let to = if ones.is_some() { at + 2 + hyphen } else { at + 1 };
            scaled(tokens, to, total).or(Some((to, Count::Halves(total * 2))))
        }
        Class::Number => {
            if let Some(found) = scaled(tokens, at + 1, value) {
                return Some(found);
            }
            // "two-and-a-half", "two and a half"
            let dash = usize::from(tokens.mark(at + 1, &['-']));
            let and = at + 1 + dash;
            if tokens.is(and, Class::And) {
                let a = and + 1 + usize::from(tokens.mark(and + 1, &['-']));
                let half = tokens.skip(a, Class::A);
                let half = half + usize::from(tokens.mark(half, &['-']));
                if tokens.is(half, Class::Half) {
                    return Some((half + 1, Count::Halves(value * 2 + 1)));
                }
            }
            Some((at + 1, Count::Halves(value * 2)))
        }
        Class::Scale => scaled(tokens, at, 1),
        _ => None,
    }
}

/// "hundred" and its like behind a number; what is too large to count leaves the calendar.
fn scaled(tokens: &Tokens<'_>, at: usize, value: u32) -> Option<(usize, Count)> {
    let scale = u32::try_from(tokens.value_of(at, Class::Scale)?).ok()?;
    let total = value.saturating_mul(scale);
    Some((at + 1, if total > MOST { Count::Some } else { Count::Halves(total * 2) }))
}

/// "and a half" behind a unit.
fn and_a_half(tokens: &Tokens<'_>, to: usize, count: Count) -> (usize, Count) {
    let dash = |at: usize| at + usize::from(tokens.mark(at, &['-']));
    let and = dash(to);
    let a = dash(and + 1);
    match count {
        Count::Halves(halves)
            if tokens.is(and, Class::And) && tokens.is(a, Class::A) && tokens.is(dash(a + 1), Class::Half) =>
        {
            (dash(a + 1) + 1, Count::Halves(halves + 1))
        }
        _ => (to, count),
    }
}

/// A length of time at `at`, with the words that limit it: "more than three weeks", "the past few years".
pub(super) fn length(tokens: &Tokens<'_>, at: usize) -> Read {
    if tokens.word(at, "aged") {
        let (to, _) = number(tokens, at + 1)?;
        return Some((to, Meaning::Age));
    }
    let start = limited(tokens, at);
    let chosen = tokens.skip(start, Class::The);
    let which = chosen
        + usize::from(matches!(
            tokens.class(chosen),
            Some(
                Class::Last
                    | Class::PastWhich
                    | Class::Previous
                    | Class::Next
                    | Class::Following
                    | Class::Coming
                    | Class::Ordinal
            )
        ));
    let framed = which > chosen;
    if let Some(found) = counted(tokens, if framed { which } else { start }) {
        if old(tokens, found.to) {
            return Some((found.to + 1, Meaning::Age));
        }
        let rate = tokens.is(start, Class::A) && !framed && found.count == Count::Halves(2) && is_rate(tokens, start);
        return (!rate).then_some((found.to, Meaning::Length(found.count, found.unit)));
    }
    let plain = tokens.get(which).filter(|token| matches!(token.class, Class::Unit | Class::Units))?;
    let unit = Unit::numbered(plain.value);
    if plain.class == Class::Unit {
        // "the past year" is a length; "last year" a date.
        let past = framed && chosen > start && tokens.is(chosen, Class::PastWhich);
        return past.then_some((which + 1, Meaning::Length(Count::Halves(2), unit)));
    }
    let introduced = matches!(tokens.class_before(at), Some(Class::In))
        || tokens.word(at.wrapping_sub(1), "for")
        || tokens.word(at.wrapping_sub(1), "within")
        || framed;
    introduced.then_some((which + 1, Meaning::Length(Count::Some, unit)))
}

/// The token behind "more than", "at least", "nearly" and the like.
fn limited(tokens: &Tokens<'_>, at: usize) -> usize {
    let two = [
        ("more", "than"),
        ("less", "than"),
        ("at", "least"),
        ("at", "most"),
        ("up", "to"),
        ("fewer", "than"),
        ("as", "little"),
    ];
    if two.iter().any(|(a, b)| tokens.word(at, a) && tokens.word(at + 1, b)) {
        return at + 2;
    }
    let one = ["about", "around", "nearly", "almost", "approximately", "roughly", "over", "only", "another", "under"];
    at + usize::from(one.iter().any(|word| tokens.word(at, word)))
}

fn old(tokens: &Tokens<'_>, at: usize) -> bool {
    let dash = at + usize::from(tokens.mark(at, &['-', '‑']));
    tokens.word(dash, "old") || tokens.word(dash, "olds") || tokens.word(at, "of") && tokens.word(at + 1, "age")
}

/// Whether "a day" says how often: "three times a day", "40 ships a month".
fn is_rate(tokens: &Tokens<'_>, at: usize) -> bool {
    at > 0 && ["once", "twice", "times"].iter().any(|word| tokens.word(at - 1, word))
        || at > 1
            && tokens.is(at - 1, Class::Other)
            && matches!(tokens.class(at - 2), Some(Class::Digits | Class::Figure | Class::Number | Class::Scale))
            && tokens.get(at - 1).is_some_and(|token| token.text.ends_with('s'))
}

/// "every Friday", "each year", "every two weeks", "daily", "on Sundays".
pub(super) fn set(tokens: &Tokens<'_>, at: usize) -> Read {
    let token = tokens.get(at)?;
    // "Daily" inside a sentence is the name of a paper.
    if token.class == Class::Adverb && (at == 0 || !tokens.capital(at)) {
        return Some((at + 1, Meaning::Set(Set::Every(Unit::numbered(token.value)))));
    }
    if token.class != Class::Every {
        return None;
    }
    let next = tokens.get(at + 1)?;
    let number = next.value.unsigned_abs();
    let set = match next.class {
        Class::Unit => Set::Every(Unit::numbered(next.value)),
        Class::Weekday => Set::Weekday(number),
        Class::Month => Set::Month(number),
        Class::Season => Set::Season(season(next.value)),
        Class::DayPart => Set::DayPart(DayPart::numbered(next.value)),
        _ => {
            let found = counted(tokens, at + 1)?;
            let Count::Halves(halves) = found.count else { return None };
            return Some((found.to, Meaning::Set(Set::EveryFew(halves / 2, found.unit))));
        }
    };
    Some((at + 2, Meaning::Set(set)))
}
