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
        && tokens.any(unit_at, &["full", "more", "long", "whole", "consecutive", "straight", "entire", "calendar"])
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
    let (to, count) = match (count, and_half(tokens, to)) {
        (Count::Halves(halves), Some((to, true))) => (to, Count::Halves(halves + 1)),
        _ => (to, count),
    };
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
            Class::Scale => Some(scaled(tokens, at + 1, 1)),
            _ => Some((at + 1, Count::Halves(2))),
        },
        Class::Half => {
            tokens.is(at + 1, Class::A).then_some((at + 2, Count::Halves(1))).or(Some((at + 1, Count::Halves(1))))
        }
        Class::Vague => Some((at + 1, Count::Some)),
        Class::Number | Class::Tens | Class::Digits | Class::Scale => number(tokens, at),
        Class::Figure => Some(scaled(tokens, at + 1, u32::try_from(token.value).ok()?)),
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
            (!piece).then(|| scaled(tokens, at + 1, value))
        }
        Class::Tens => {
            let hyphen = usize::from(tokens.mark(at + 1, &['-', '‑']));
            let ones = tokens.value_of(at + 1 + hyphen, Class::Number).filter(|ones| *ones < 10);
            let total = value + ones.unwrap_or(0).unsigned_abs();
            let to = if ones.is_some() { at + 2 + hyphen } else { at + 1 };
            Some(scaled(tokens, to, total))
        }
        // "two-and-a-half", "two and half"
        Class::Number => match and_half(tokens, at + 1) {
            Some((to, _)) => Some((to, Count::Halves(value * 2 + 1))),
            None => Some(scaled(tokens, at + 1, value)),
        },
        Class::Scale => Some(scaled(tokens, at, 1)),
        _ => None,
    }
}

/// A number with the "hundred" and its like behind it; what is too large to count leaves the calendar.
fn scaled(tokens: &Tokens<'_>, at: usize, value: u32) -> (usize, Count) {
    let scale = tokens.value_of(at, Class::Scale).map(i32::unsigned_abs);
    let total = value.saturating_mul(scale.unwrap_or(1));
    (at + usize::from(scale.is_some()), if total > MOST { Count::Some } else { Count::Halves(total * 2) })
}

/// "and a half", "-and-a-half", "and half": the token behind it, and whether it has its article.
fn and_half(tokens: &Tokens<'_>, at: usize) -> Option<(usize, bool)> {
    let dash = |at: usize| at + usize::from(tokens.mark(at, &['-']));
    let and = dash(at);
    let a = dash(and + 1);
    let half = dash(tokens.skip(a, Class::A));
    (tokens.is(and, Class::And) && tokens.is(half, Class::Half)).then_some((half + 1, tokens.is(a, Class::A)))
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
    let introduced = framed || tokens.any(at.wrapping_sub(1), &["in", "for", "within"]);
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
    at + usize::from(tokens.any(at, &one))
}

fn old(tokens: &Tokens<'_>, at: usize) -> bool {
    let dash = at + usize::from(tokens.mark(at, &['-', '‑']));
    tokens.word(dash, "old") || tokens.word(dash, "olds") || tokens.word(at, "of") && tokens.word(at + 1, "age")
}

/// Whether "a day" says how often: "three times a day", "40 ships a month".
fn is_rate(tokens: &Tokens<'_>, at: usize) -> bool {
    at > 0 && tokens.any(at - 1, &["once", "twice", "times"])
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
