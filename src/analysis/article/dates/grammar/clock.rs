//! Times of day: "at 3:30 p.m. GMT", "1430 hours", "9.15am", "noon", "10 o’clock on Tuesday morning".

use super::read::Read;
use crate::analysis::article::dates::lexicon::Class;
use crate::analysis::article::dates::meaning::{Fields, Meaning};
use crate::analysis::article::dates::tokens::Tokens;
use crate::base::Time;

/// A time of day at `at`, with the day that follows it directly: "5 p.m. Friday".
pub(super) fn time(tokens: &Tokens<'_>, at: usize) -> Read {
    let (to, clock) = clock(tokens, at)?;
    let local = usize::from(tokens.word(to, "local") && tokens.word(to + 1, "time")) * 2;
    let to = to + local;
    let comma = usize::from(tokens.mark(to, &[',']));
    let fields = Fields { clock: Some(clock), ..Fields::default() };
    let dated = super::calendar::date(tokens, to + comma, super::Known::default())
        .filter(|(_, day, _)| (day.day.is_some() || day.weekday.is_some()) && day.clock.is_none());
    Some(match dated {
        Some((to, day, _)) => (to, Meaning::Calendar(Fields { clock: Some(clock), day_part: None, ..day })),
        None => (to, Meaning::Calendar(fields)),
    })
}

fn clock(tokens: &Tokens<'_>, at: usize) -> Option<(usize, Time)> {
    if let Some(hour) = tokens.value_of(at, Class::ClockWord) {
        return Some(zoned(tokens, at + 1, Time { hour: u8::try_from(hour).ok()?, minute: 0, offset: None }));
    }
    let (to, hour, minute, marked) = figures(tokens, at)?;
    if let Some(half) = tokens.value_of(to, Class::Meridiem).filter(|_| (1..=12).contains(&hour)) {
        // "10 am" is a time, and "I am" never follows a number.
        let hour = hour % 12 + half;
        return Some(zoned(tokens, to + 1, Time { hour: u8::try_from(hour).ok()?, minute, offset: None }));
    }
    let time = Time { hour: u8::try_from(hour).ok()?, minute, offset: None };
    if tokens.word(to, "o") && tokens.mark(to + 1, &['\'', '’']) && tokens.word(to + 2, "clock") {
        return Some(zoned(tokens, to + 3, time));
    }
    let four = tokens.get(at).is_some_and(|token| token.text.len() == 4) || marked == Some(':');
    let local = tokens.word(to, "local") && tokens.word(to + 1, "time");
    // "2009 H1N1" is no hour.
    let hours = tokens.any(to, &["hours", "hrs", "hr", "h"])
        && (tokens.get(to + 1).is_none() || !tokens.tight(to + 1) || tokens.is(to + 1, Class::Mark));
    if local && four || super::year::is_restated(tokens, at) {
        return Some((to, time));
    }
    if hours && four {
        return Some(zoned(tokens, to + 1, time));
    }
    let zone =
        tokens.is(to, Class::Zone) && tokens.get(to).is_some_and(|zone| zone.text.chars().all(char::is_uppercase));
    if zone && (four || marked.is_some())
        || marked == Some(':') && tokens.get(to - 1).is_some_and(|token| token.text.len() == 2)
    {
        return Some(zoned(tokens, to, time));
    }
    None
}

/// The hour and minute in figures at `at`, and the mark between them: `3`, `3:30`, `9.15`, `1430`; or "ten" in words.
fn figures(tokens: &Tokens<'_>, at: usize) -> Option<(usize, i32, u8, Option<char>)> {
    if let Some(hour) = tokens.value_of(at, Class::Number).filter(|hour| (1..=12).contains(hour)) {
        return Some((at + 1, hour, 0, None));
    }
    let hour = tokens.get(at).filter(|token| token.class == Class::Digits)?;
    // A score, a share or a verse: `2:1:30`, `$3.30`.
    if at > 0 && tokens.tight(at) && tokens.mark(at - 1, &['$', '£', '€', ':', '.', ',']) {
        return None;
    }
    if hour.text.len() == 4 {
        let (hour, minute) = (hour.value / 100, hour.value % 100);
        let minute = u8::try_from(minute).ok().filter(|minute| *minute < 60)?;
        return (hour < 24).then_some((at + 1, hour, minute, None));
    }
    let mark = tokens.get(at + 1).and_then(|token| token.text.chars().next()).filter(|mark| matches!(mark, ':' | '.'));
    let minute =
        tokens.get(at + 2).filter(|token| token.class == Class::Digits && token.text.len() == 2 && token.value < 60);
    let tight = tokens.tight(at + 1) && tokens.tight(at + 2);
    let (Some(mark), Some(minute), true) = (mark, minute, tight) else {
        return (hour.value < 25 && hour.text.len() <= 2).then_some((at + 1, hour.value, 0, None));
    };
    let more = tokens.mark(at + 3, &[':']) && tokens.tight(at + 3) && tokens.tight(at + 4);
    let seconds = more && tokens.get(at + 4).is_some_and(|token| token.class == Class::Digits && token.text.len() == 2);
    let to = if seconds { at + 5 } else { at + 3 };
    let minute = u8::try_from(minute.value).ok()?;
    (hour.value < 24 && hour.text.len() <= 2).then_some((to, hour.value, minute, Some(mark)))
}

/// The same time with the zone that follows.
fn zoned(tokens: &Tokens<'_>, to: usize, time: Time) -> (usize, Time) {
    let Some(zone) =
        tokens.get(to).filter(|token| token.class == Class::Zone && token.text.chars().all(char::is_uppercase))
    else {
        return (to, time);
    };
    // Some names of zones are shared by several: they belong to the words but give no offset.
    let offset = i16::try_from(zone.value).ok().filter(|minutes| minutes.abs() < 900);
    (to + 1, Time { offset, ..time })
}
