//! Years, and the numbers that only look like years.

use super::read::{Era, Known};
use crate::analysis::article::dates::lexicon::Class;
use crate::analysis::article::dates::tokens::Tokens;

/// Years that a bare number of four digits may name.
const PLAUSIBLE: std::ops::RangeInclusive<i32> = 1000..=2100;

/// A year written behind a month or day: four digits, or fewer with their era. Returns the token behind it.
pub(super) fn attached(tokens: &Tokens<'_>, at: usize, known: Known) -> Option<(usize, i32)> {
    if let Some(found) = with_era(tokens, at) {
        return Some(found);
    }
    let token = tokens.get(at)?;
    let whole = token.class == Class::Digits && !decimal(tokens, at);
    if whole && token.text.len() == 4 && PLAUSIBLE.contains(&token.value) {
        return Some((at + 1, token.value));
    }
    let ended = tokens.get(at + 1).is_none() || tokens.mark(at + 1, &['.', ',', ')', ';']);
    if whole && ended && token.text.len() == 3 && token.spaced && tokens.is(at - 1, Class::Month) {
        return Some((at + 1, token.value));
    }
    let short = whole && token.text.len() == 3 && tokens.is(at - 1, Class::Of);
    known.ancient.filter(|_| short).map(|era| (at + 1, ancient(token.value, era)))
}

/// `490 BC`, `AD 842`, `842 CE`. Returns the token behind it and the astronomical year.
pub(super) fn with_era(tokens: &Tokens<'_>, at: usize) -> Option<(usize, i32)> {
    if tokens.value_of(at, Class::Era) == Some(1) && tokens.get(at)?.text.contains(['D', 'A']) {
        let year = tokens.value_of(at + 1, Class::Digits).filter(|year| *year > 0)?;
        return Some((at + 2, year));
    }
    let year = tokens.value_of(at, Class::Digits).filter(|year| *year > 0)?;
    let era =
        tokens.get(at + 1).filter(|token| token.class == Class::Era && token.text.starts_with(['B', 'A', 'C']))?;
    Some((at + 2, if era.value == 0 { 1 - year } else { year }))
}

/// A year of fewer than four digits, astronomically numbered.
const fn ancient(year: i32, era: Era) -> i32 {
    match era {
        Era::Before => 1 - year,
        Era::Ours => year,
    }
}

/// A year that stands alone, told from a count or a name by what surrounds it.
pub(super) fn alone(tokens: &Tokens<'_>, at: usize, known: Known) -> Option<(usize, i32)> {
    if let Some(found) = with_era(tokens, at) {
        return Some(found);
    }
    let token = tokens.get(at).filter(|token| token.class == Class::Digits && !decimal(tokens, at))?;
    let before = tokens.class_before(at);
    let dated = matches!(before, Some(Class::In | Class::Of | Class::To)) || preposition(tokens, at) == Some(0);
    if token.text.len() == 3 || token.text.len() == 2 && at > 0 && tokens.word(at - 1, "year") {
        let fits = early(tokens, at, dated) && !measured(tokens, at) && !counted(tokens, at);
        return known.ancient.filter(|_| fits).map(|era| (at + 1, ancient(token.value, era)));
    }
    if token.text.len() != 4
        || is_restated(tokens, at)
        || is_address(tokens, at)
        || is_telephone(tokens, at)
        || tokens.mark(at + 1, &['+'])
        || !PLAUSIBLE.contains(&token.value)
        || counted(tokens, at)
        || measured(tokens, at) && !(before == Some(Class::To) && tokens.word(at + 1, "per"))
    {
        return None;
    }
    let named = before == Some(Class::The);
    let plural = counts_what_follows(tokens, at + 1);
    let listed = at >= 2
        && (before == Some(Class::And) || tokens.mark(at - 1, &[',', '-', '–', '/']))
        && tokens.get(at - 2).is_some_and(|token| token.class == Class::Digits && token.text.len() == 4);
    let firmly = named
        || listed
        || before == Some(Class::In)
        || possessive(tokens, at)
        || tokens.word(at.wrapping_sub(1), "since");
    if plural && !firmly || token.value < 1400 && !dated && !firmly && before != Some(Class::And) {
        return None;
    }
    Some((at + 1, token.value))
}

/// Whether a number of two or three digits stands where a year does: "in 348 Petros died", "(c. 314 – 368)", "about 360 - 366".
fn early(tokens: &Tokens<'_>, at: usize, dated: bool) -> bool {
    let three = |at: usize| tokens.get(at).is_some_and(|token| token.class == Class::Digits && token.text.len() == 3);
    let dash = |at: usize| tokens.mark(at, &['-', '–', '—']);
    let about = at > 1 && tokens.mark(at - 1, &['.']) && tokens.any(at - 2, &["c", "ca"])
        || tokens.is(at.wrapping_sub(1), Class::About);
    let ranged = dash(at + 1) && three(at + 2) || at > 1 && dash(at - 1) && three(at - 2);
    let before = dated || about || at > 0 && (tokens.is(at - 1, Class::And) || tokens.word(at - 1, "year"));
    let alone = at + 1 == tokens.len() || !is_plain(tokens, at + 1) || dated && tokens.capital(at + 1);
    alone && (before || ranged)
}

/// Whether the four digits at `at` are a time that is told again for another zone: "1100 (1600 GMT)".
pub(super) fn is_restated(tokens: &Tokens<'_>, at: usize) -> bool {
    let four = |at: usize| tokens.get(at).is_some_and(|token| token.class == Class::Digits && token.text.len() == 4);
    four(at) && tokens.mark(at + 1, &['(']) && four(at + 2) && tokens.is(at + 3, Class::Zone)
}

/// Words of a street's name behind its number.
const STREET: usize = 4;

/// Whether the number at `at` is that of a house: "1696 Harbour Road".
fn is_address(tokens: &Tokens<'_>, at: usize) -> bool {
    let streets = [
        "avenue",
        "ave",
        "street",
        "st",
        "road",
        "rd",
        "boulevard",
        "blvd",
        "drive",
        "lane",
        "terrace",
        "plaza",
        "highway",
    ];
    let name = (at + 1..at + 1 + STREET).take_while(|at| tokens.capital(*at));
    name.skip(1).any(|at| tokens.any(at, &streets))
}

/// Whether the four digits at `at` end a telephone number: "944-1776".
fn is_telephone(tokens: &Tokens<'_>, at: usize) -> bool {
    let three = |at: usize| tokens.get(at).is_some_and(|token| token.class == Class::Digits && token.text.len() == 3);
    at > 1 && tokens.tight(at) && tokens.mark(at - 1, &['-']) && tokens.tight(at - 1) && three(at - 2)
}

/// Whether the number at `at` is a piece of a longer one, a sum of money, a share or a label.
fn decimal(tokens: &Tokens<'_>, at: usize) -> bool {
    let joined = |mark: usize, number: usize| {
        tokens.mark(mark, &['.', ':', '/', ','])
            && tokens.tight(mark)
            && tokens.tight(number)
            && is_number(tokens, number)
    };
    let before = at >= 2 && joined(at - 1, at) && is_number(tokens, at - 2) && tokens.tight(at - 1);
    let slash = |at: usize| tokens.mark(at, &['/']);
    (joined(at + 1, at + 2) && !slash(at + 1))
        || (before && !slash(at - 1))
        || money(tokens, at)
        || tokens.mark(at + 1, &['%', '°', '$', '€', '£'])
        || tokens.tight(at + 1) && tokens.class(at + 1) != Some(Class::Mark)
        || tokens.tight(at)
            && at > 0
            && !tokens.mark(
                at - 1,
                &['-', '–', '—', '−', '/', '(', '[', '"', '“', '‘', '\'', '’', '‑', ',', '~', '.', ':', '«'],
            )
}

fn money(tokens: &Tokens<'_>, at: usize) -> bool {
    at > 0 && tokens.mark(at - 1, &['$', '£', '€', '¥', '#', '₹', '№'])
}

fn is_number(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(tokens.class(at), Some(Class::Digits | Class::Figure))
}

/// The strength of the preposition before `at`: 0 may stand before a year, 1 only before a count.
fn preposition(tokens: &Tokens<'_>, at: usize) -> Option<i32> {
    tokens.value_of(at.checked_sub(1)?, Class::Preposition)
}

/// Whether words before the number say that it counts or numbers something.
fn counted(tokens: &Tokens<'_>, at: usize) -> bool {
    let numbered = at > 0
        && (tokens.is(at - 1, Class::Numbered)
            || at > 1 && tokens.mark(at - 1, &['.']) && tokens.is(at - 2, Class::Numbered));
    numbered || preposition(tokens, at) == Some(1)
}

/// Whether what follows is measured by the number.
fn measured(tokens: &Tokens<'_>, at: usize) -> bool {
    let next = at + 1;
    let hyphen = usize::from(tokens.mark(next, &['-']) && tokens.tight(next) && tokens.tight(next + 1));
    let unit = tokens.class(next + hyphen);
    matches!(unit, Some(Class::Measured | Class::Units | Class::Scale | Class::Zone))
        || hyphen == 1 && unit == Some(Class::Unit)
        || unit == Some(Class::Units)
}

fn possessive(tokens: &Tokens<'_>, at: usize) -> bool {
    at >= 2 && tokens.word(at - 1, "s") && tokens.mark(at - 2, &['\'', '’'])
}

/// Whether a small-lettered word follows that could be what a number counts: a plural noun.
fn counts_what_follows(tokens: &Tokens<'_>, at: usize) -> bool {
    let plural = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            token.class == Class::Other
                && token.text.len() > 3
                && token.text.ends_with('s')
                && !token.text.ends_with("ss")
                && !token.text.ends_with("wards")
        })
    };
    let small = is_plain(tokens, at) && !tokens.capital(at);
    small
        && (plural(at)
            || is_plain(tokens, at + 1)
                && !tokens.capital(at + 1)
                && plural(at + 1)
                && tokens.get(at).is_some_and(|token| token.text.len() > 4))
}

fn is_plain(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is(at, Class::Other)
}

/// `, 1918` behind the day of a month.
pub(super) fn attached_after_comma(tokens: &Tokens<'_>, at: usize) -> Option<(usize, i32)> {
    if !tokens.mark(at, &[',']) {
        return None;
    }
    attached(tokens, at + 1, Known::default())
}
