//! Calendar dates in words: days, months, seasons, years, decades, centuries, weekdays and holidays.

use super::read::{Dated, Known, Named, by, day_at, day_part_at, which};
use super::{numeric, year};
use crate::analysis::article::dates::lexicon::{Class, FEASTS, FIXED_DAYS, year_of_history};
use crate::analysis::article::dates::meaning::{Fields, Turn, season};
use crate::analysis::article::dates::tokens::Tokens;

/// The calendar date at `at`.
pub(super) fn date(tokens: &Tokens<'_>, at: usize, known: Known) -> Named<Fields> {
    let start = tokens.skip(at, Class::The);
    match tokens.class(start)? {
        Class::Weekday | Class::ShortWeekday => by("weekday", weekday(tokens, at, known)),
        Class::Month | Class::ShortMonth | Class::Digits | Class::OrdinalDigits | Class::Ordinal => {
            by("numeric", numeric::date(tokens, at))
                .or_else(|| by("day", day(tokens, at, known)))
                .or_else(|| by("century", century(tokens, at)))
                .or_else(|| by("month", month(tokens, at, known)))
                .or_else(|| by("ordinal-day", ordinal_day(tokens, at)))
                .or_else(|| by("year", years(tokens, at, known)))
        }
        Class::Season => by("season", season_of(tokens, at, known)),
        Class::Tens0s => by("decade", decade(tokens, at)),
        Class::Era => by("year", year::with_era(tokens, at).map(year_only)),
        Class::Part => by("century", century(tokens, at)),
        Class::Unit | Class::Units if start > at && (tokens.word(start, "year") || tokens.word(start, "years")) => {
            by("year", year::attached(tokens, start + 1, known).map(year_only))
        }
        Class::Mark => by("decade", decade(tokens, at)).or_else(|| by("short-year", short_year(tokens, at))),
        Class::Starter | Class::Preposition if tokens.any(at, &["c", "ca", "circa"]) => {
            let next = at + 1 + usize::from(tokens.mark(at + 1, &['.']));
            by("year", year::with_era(tokens, next).map(year_only))
        }
        _ => None,
    }
    .or_else(|| by("holiday", holiday(tokens, at, known)))
    .or_else(|| by("turned", turned(tokens, at)))
}

fn year_only((to, year): (usize, i32)) -> (usize, Fields) {
    (to, Fields { year: Some(year), ..Fields::default() })
}

/// "June 22, 1941", "22 June", "the 5th of June 1941".
fn day(tokens: &Tokens<'_>, at: usize, known: Known) -> Dated {
    let (to, fields) = day_and_month(tokens, at).or_else(|| month_and_day(tokens, at))?;
    let (dated, fields) = with_year(tokens, to, fields, known);
    let (Some(month), Some(day), Some(next)) = (fields.month, fields.day, tokens.get(to).filter(|_| dated == to))
    else {
        return Some((dated, fields));
    };
    // "The September 11 attacks" are of one year of history.
    Some((to, Fields { year: year_of_history(month, day, next.text), ..fields }))
}

/// "22 June", "the 5th of June".
pub(super) fn day_and_month(tokens: &Tokens<'_>, at: usize) -> Dated {
    let start = tokens.skip(at, Class::The);
    let (day, ordinal) = day_number(tokens, start)?;
    let next = start + 1;
    let month_at = if tokens.is(next, Class::Of) && (ordinal || start > at) { next + 1 } else { next };
    let dash = usize::from(tokens.mark(month_at, &['-', '‑']) && tokens.tight(month_at) && tokens.tight(month_at + 1));
    let (to, month) = month_name(tokens, month_at + dash)?;
    if tokens.tight(month_at) && dash == 0 && !ordinal {
        return None;
    }
    Some((to, Fields { month: Some(month), day: Some(day), ..Fields::default() }))
}

/// "June 22", "Oct. 10th".
fn month_and_day(tokens: &Tokens<'_>, at: usize) -> Dated {
    let (next, month) = month_name(tokens, at)?;
    let next = tokens.skip(next, Class::The);
    let (day, _) = day_number(tokens, next)?;
    let clock = tokens.mark(next + 1, &[':']) && tokens.tight(next + 2);
    // "May 10 June" is no date, and in "March 3 million" three is a count.
    let taken = clock
        || month_name(tokens, next + 1).is_some()
        || tokens.is(next + 1, Class::Scale)
        || tokens.mark(next + 1, &['%']);
    (!taken).then(|| (next + 1, Fields { month: Some(month), day: Some(day), ..Fields::default() }))
}

/// The day of the month at `at`, and whether it is an ordinal.
fn day_number(tokens: &Tokens<'_>, at: usize) -> Option<(u32, bool)> {
    let token = tokens.get(at)?;
    let ordinal = matches!(token.class, Class::OrdinalDigits | Class::Ordinal);
    let fits = ordinal || token.class == Class::Digits && token.text.len() <= 2;
    day_at(tokens, at).filter(|_| fits).map(|day| (day, ordinal))
}

/// The month at `at`, with the full stop of an abbreviation before more of the date.
fn month_name(tokens: &Tokens<'_>, at: usize) -> Option<(usize, u32)> {
    let token = tokens.get(at)?;
    let full = token.class == Class::Month;
    if !full && token.class != Class::ShortMonth || !tokens.capital(at) {
        return None;
    }
    let month = u32::try_from(token.value).ok()?;
    let stop = !full && tokens.mark(at + 1, &['.']) && tokens.tight(at + 1);
    let more = matches!(tokens.class(at + 2), Some(Class::Digits | Class::OrdinalDigits));
    Some((if stop && more { at + 2 } else { at + 1 }, month))
}

/// The same date with the year that follows: "1941", ", 1941", "of 1941", "’41".
fn with_year(tokens: &Tokens<'_>, to: usize, fields: Fields, known: Known) -> (usize, Fields) {
    let dash = tokens.mark(to, &['-', '‑']) && tokens.tight(to) && tokens.tight(to + 1) && fields.day.is_some();
    let next = if tokens.mark(to, &[',']) || tokens.is(to, Class::Of) || dash { to + 1 } else { to };
    if let Some((to, year)) = year::attached(tokens, next, known) {
        return (to, Fields { year: Some(year), ..fields });
    }
    if let Some((to, short)) = short_year(tokens, to) {
        return (to, Fields { short_year: short.short_year, ..fields });
    }
    (to, fields)
}

/// "June 1941", "June of 1941", "June".
fn month(tokens: &Tokens<'_>, at: usize, known: Known) -> Dated {
    let (to, month) = month_name(tokens, at)?;
    let fields = Fields { month: Some(month), ..Fields::default() };
    let (dated, fields) = with_year(tokens, to, fields, known);
    if dated > to || sure_of_month(tokens, at) { Some((dated, fields)) } else { None }
}

/// Whether a month without day and year is a month: "May", "March" and "August" are other words too.
fn sure_of_month(tokens: &Tokens<'_>, at: usize) -> bool {
    let introduced = match tokens.class_before(at) {
        Some(Class::Mark) => tokens.mark(at - 1, &['-', '–', '(']) || tokens.is(at.saturating_sub(2), Class::Month),
        Some(class) => !matches!(class, Class::Other | Class::Digits | Class::Figure),
        None => false,
    };
    let followed = matches!(tokens.class(at + 1), Some(Class::And | Class::To))
        && matches!(tokens.class(at + 2), Some(Class::Month));
    let Some(token) = tokens.get(at) else { return false };
    match token.class {
        Class::ShortMonth => introduced && token.text.len() > 3,
        _ if matches!(token.value, 3 | 5) => introduced || followed,
        _ => true,
    }
}

/// "Tuesday", "Tuesday morning", "Saturday, June 24, 1950", "Monday the 5th".
fn weekday(tokens: &Tokens<'_>, at: usize, known: Known) -> Dated {
    let token = tokens.get(at)?;
    let full = token.class == Class::Weekday;
    let named = tokens.class_before(at) == Some(Class::NamedDay) && tokens.capital(at - 1);
    if token.class == Class::The || named || !full && (token.class != Class::ShortWeekday || !tokens.capital(at)) {
        return None;
    }
    // "Saturday mornings" are a habit, of no one day.
    if tokens.any(at + 1, &["mornings", "afternoons", "evenings", "nights"]) {
        return None;
    }
    let weekday = u32::try_from(token.value).ok();
    let stop = usize::from(!full && tokens.mark(at + 1, &['.']));
    let (after, day_part) = if full { day_part_at(tokens, at + 1) } else { (at + 1 + stop, None) };
    let next = after + usize::from(tokens.mark(after, &[',']));
    let dated = numeric::date(tokens, next).or_else(|| day(tokens, next, known)).or_else(|| ordinal_day(tokens, next));
    if let Some((to, fields)) = dated {
        return Some((to, Fields { weekday, day_part, ..fields }));
    }
    full.then(|| (after, Fields { weekday, day_part, ..Fields::default() }))
}

/// "the 5th" where no noun follows that it could count.
fn ordinal_day(tokens: &Tokens<'_>, at: usize) -> Dated {
    let start = tokens.skip(at, Class::The);
    let day = day_at(tokens, start).filter(|_| tokens.is(start, Class::OrdinalDigits) && start > at)?;
    let nouns = matches!(
        tokens.class(start + 1),
        Some(
            Class::Other | Class::Measured | Class::Unit | Class::Units | Class::Half | Class::Season | Class::Weekday
        )
    );
    let hyphen = tokens.mark(start + 1, &['-', '‑']);
    let of = tokens.is(start + 1, Class::Of)
        && !matches!(tokens.class(start + 2), Some(Class::This | Class::That | Class::The | Class::Next | Class::Last));
    let placed = matches!(
        tokens.class_before(at),
        Some(Class::On | Class::To | Class::Preposition | Class::And | Class::Weekday | Class::Of | Class::DayPart)
    );
    (placed && !nouns && !hyphen && !of).then(|| (start + 1, Fields { day: Some(day), ..Fields::default() }))
}

/// A year alone, or with its season: "1982", "1982 summer".
fn years(tokens: &Tokens<'_>, at: usize, known: Known) -> Dated {
    let (to, year) = year::alone(tokens, at, known)?;
    let name = tokens.value_of(to, Class::Season).filter(|name| *name != 3 || !tokens.is(to + 1, Class::Of));
    // "the 1998 Winter Games" are an event of 1998.
    let name = name.filter(|_| !tokens.capital(to) || !tokens.capital(to + 1));
    Some((to + usize::from(name.is_some()), Fields { year: Some(year), season: name.map(season), ..Fields::default() }))
}

/// "the summer of 1942", "summer 1942", "in spring".
fn season_of(tokens: &Tokens<'_>, at: usize, known: Known) -> Dated {
    let start = tokens.skip(at, Class::The);
    let token = tokens.get(start)?;
    let fields = Fields { season: Some(season(token.value)), ..Fields::default() };
    let (to, dated) = with_year(tokens, start + 1, fields, known);
    if dated.year.is_some() {
        return Some((to, dated));
    }
    let of = tokens.is(start + 1, Class::Of);
    let within = of && matches!(tokens.class(start + 2), Some(Class::That | Class::Next | Class::Last | Class::This))
        || of && tokens.is(start + 2, Class::The) && which(tokens, start + 3).is_some();
    let before = tokens.class_before(at);
    let introduced = matches!(
        before,
        Some(Class::In | Class::Of | Class::To | Class::Part | Class::Preposition | Class::Loose | Class::And)
    );
    let doubtful = matches!(token.text, "fall" | "Fall" | "spring" | "Spring");
    let plain = !doubtful || introduced && (start > at || token.value == 1);
    // "the summer" of a sentence is a time; "summer camps" are none.
    let noun = tokens.is(start + 1, Class::Other) && start == at && !introduced;
    (!of && plain && !noun && (introduced || start > at) || within).then_some((start + 1, fields))
}

/// "the 1980s", "the ’90s".
fn decade(tokens: &Tokens<'_>, at: usize) -> Dated {
    let start = tokens.skip(at, Class::The);
    let quote = usize::from(tokens.mark(start, &['\'', '’', '‘']));
    let token = tokens.get(start + quote).filter(|token| token.class == Class::Tens0s)?;
    if token.text.len() == 4 && tokens.value_of(start + 1, Class::Era) == Some(0) {
        return Some((start + 2, Fields { decade: Some(-token.value / 10), ..Fields::default() }));
    }
    let whole = token.text.len() == 5 && (1000..2100).contains(&token.value);
    let after_the = start > at
        || matches!(tokens.class_before(at), Some(Class::Part | Class::The))
        || tokens.mark(at.wrapping_sub(1), &['-']);
    let short = token.text.len() == 3 && (quote == 1 || after_the);
    if whole && token.value % 100 == 0 && token.value < 1900 {
        return Some((start + 1, Fields { century: Some(token.value / 100), ..Fields::default() }));
    }
    let decade = if whole { token.value / 10 } else { 190 + token.value / 10 };
    (whole || short).then(|| (start + quote + 1, Fields { decade: Some(decade), ..Fields::default() }))
}

/// "the nineteenth century", "late 19th-century".
fn century(tokens: &Tokens<'_>, at: usize) -> Dated {
    let start = tokens.skip(at, Class::The);
    let (to, number) = tokens
        .value_of(start, Class::OrdinalDigits)
        .or_else(|| tokens.value_of(start, Class::Ordinal))
        .map(|number| (start + 1, number))
        .or_else(|| {
            let twenty = tokens.value_of(start, Class::Tens).filter(|tens| *tens == 20)?;
            tokens.mark(start + 1, &['-']).then_some(())?;
            Some((start + 3, twenty + tokens.value_of(start + 2, Class::Ordinal)?))
        })?;
    let hyphen = usize::from(tokens.mark(to, &['-', '‑', '–']));
    let word = tokens.word(to + hyphen, "century") || tokens.word(to + hyphen, "centuries");
    if !word || !(1..=30).contains(&number) {
        return None;
    }
    let to = to + hyphen + 1;
    match tokens.get(to).filter(|token| token.class == Class::Era) {
        Some(era) if era.value == 0 => Some((to + 1, Fields { century: Some(-number), ..Fields::default() })),
        Some(_) => Some((to + 1, Fields { century: Some(number - 1), ..Fields::default() })),
        None => Some((to, Fields { century: Some(number - 1), ..Fields::default() })),
    }
}

/// `’99`.
fn short_year(tokens: &Tokens<'_>, at: usize) -> Dated {
    if let Some(found) = decade(tokens, at) {
        return Some(found);
    }
    let quote = tokens.mark(at, &['\'', '’', '‘']) && tokens.tight(at + 1);
    let free = at == 0 || tokens.get(at).is_some_and(|token| token.spaced) || tokens.mark(at - 1, &['(', '-', '–']);
    let token = tokens.get(at + 1).filter(|token| token.class == Class::Digits && token.text.len() == 2)?;
    let closed = tokens.mark(at + 2, &['\'', '’']) || tokens.is(at + 2, Class::Units);
    (quote && free && !closed).then(|| (at + 2, Fields { short_year: Some(token.value), ..Fields::default() }))
}

/// "Christmas Eve", "New Year’s Day 1999".
fn holiday(tokens: &Tokens<'_>, at: usize, known: Known) -> Dated {
    tokens.capital(at).then_some(())?;
    let fixed = FIXED_DAYS.iter().find_map(|holiday| {
        let fields = Fields { month: Some(holiday.month), day: Some(holiday.day), ..Fields::default() };
        named(tokens, at, &holiday.words).map(|to| (to, fields))
    });
    let (to, fields) = fixed.or_else(|| feast(tokens, at))?;
    let (to, fields) = with_year(tokens, to, fields, known);
    let (to, day_part) = day_part_at(tokens, to);
    Some((to, Fields { day_part, ..fields }))
}

/// "Good Friday", "Easter Monday", "Thanksgiving": a feast that moves with the calendar.
fn feast(tokens: &Tokens<'_>, at: usize) -> Dated {
    FEASTS.iter().find_map(|feast| {
        let to = named(tokens, at, &feast.words)?;
        // "Easter holidays", "the Labour Day Parade" are longer than their day.
        let alone = feast.words.len() > 1 || !tokens.capital(to) && !tokens.is(to, Class::Other);
        alone.then(|| (to, Fields { feast: Some(feast.rule), ..Fields::default() }))
    })
}

/// The token behind `words`, where they stand at `at`.
fn named(tokens: &Tokens<'_>, at: usize, words: &[&str]) -> Option<usize> {
    let mut to = at;
    let fits = words.iter().all(|word| {
        to += usize::from(to > at && tokens.mark(to, &['\'', '’', '.', '-']));
        to += 1;
        tokens.word(to - 1, word)
    });
    fits.then_some(to)
}

/// "last March", "next Friday", "this summer", "the following spring".
fn turned(tokens: &Tokens<'_>, at: usize) -> Dated {
    let start = tokens.skip(at, Class::The);
    let (turn, ..) = which(tokens, start)?;
    let next = start + 1;
    let plain = Known::default();
    let (to, fields) = match tokens.class(next)? {
        Class::Weekday => weekday(tokens, next, plain)?,
        Class::Month => {
            month_name(tokens, next).map(|(to, month)| (to, Fields { month: Some(month), ..Fields::default() }))?
        }
        Class::Season => {
            (next + 1, Fields { season: tokens.value_of(next, Class::Season).map(season), ..Fields::default() })
        }
        Class::Other | Class::Holiday => holiday(tokens, next, plain)?,
        _ => return None,
    };
    let turn = if turn == Turn::Near { Turn::This } else { turn };
    let turn = if tokens.is(start, Class::That) || tokens.is(start, Class::Same) { Turn::Near } else { turn };
    Some((to, Fields { turn, ..fields }))
}
