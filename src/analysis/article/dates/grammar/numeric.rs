//! Dates all in numbers: `2021-10-20`, `20/10/2021`, `20.10.21`, `10/20`.

use super::read::Dated;
use crate::analysis::article::dates::lexicon::Class;
use crate::analysis::article::dates::meaning::Fields;
use crate::analysis::article::dates::tokens::{Token, Tokens};

/// The date in numbers at `at`; which of two small numbers is the day may stay open.
pub(super) fn date(tokens: &Tokens<'_>, at: usize) -> Dated {
    let part = |at: usize| tokens.get(at).filter(|token| token.class == Class::Digits);
    let joined = |at: usize, mark: char| tokens.mark(at, &[mark]) && tokens.tight(at) && tokens.tight(at + 1);
    let a = part(at)?;
    let mark = tokens.get(at + 1)?.text.chars().next().filter(|mark| matches!(mark, '-' | '/' | '.'))?;
    if !joined(at + 1, mark) || at > 0 && tokens.tight(at) && tokens.mark(at - 1, &['-', '/', '.', '$', ':']) {
        return None;
    }
    let b = part(at + 2)?;
    let c = part(at + 4).filter(|_| joined(at + 3, mark));
    let Some(c) = c else {
        // "another 9/11" is like that day, and not that day.
        let kind = ["a", "another", "new", "next"].iter().any(|word| at > 0 && tokens.word(at - 1, word));
        if kind && (a.text, b.text) == ("9", "11") {
            return None;
        }
        return two(a, b, mark).filter(|_| !tokens.mark(at + 3, &['%', '/', '-'])).map(|fields| (at + 3, fields));
    };
    if tokens.mark(at + 5, &['-', '/', ':']) && tokens.tight(at + 6) || joined(at + 5, '.') {
        return None;
    }
    three(a, b, c, mark).map(|fields| (at + 5, fields))
}

fn three(a: &Token<'_>, b: &Token<'_>, c: &Token<'_>, mark: char) -> Option<Fields> {
    if a.text.len() == 4 && b.text.len() <= 2 && c.text.len() <= 2 {
        let day = Fields { year: Some(a.value), month: small(b), day: small(c), ..Fields::default() };
        return (real(&day) && (1000..3000).contains(&a.value)).then_some(day);
    }
    // `1.2.10` is the number of a chapter or a version at least as often as a day.
    let short = c.text.len() == 2 && (mark != '.' || a.text.len() == 2 && b.text.len() == 2) && mark != '-';
    let year = c.text.len() == 4 && (1000..3000).contains(&c.value);
    if !short && !year || a.text.len() > 2 || b.text.len() > 2 {
        return None;
    }
    let fields = ordered(a, b, mark)?;
    Some(if year { Fields { year: Some(c.value), ..fields } } else { Fields { short_year: Some(c.value), ..fields } })
}

/// `10/20`: only with a slash, and only where one of the two can be no month.
fn two(a: &Token<'_>, b: &Token<'_>, mark: char) -> Option<Fields> {
    if mark != '/' || a.text.len() > 2 || b.text.len() > 2 {
        return None;
    }
    if (a.text, b.text) == ("9", "11") {
        return Some(Fields { year: Some(2001), month: Some(9), day: Some(11), ..Fields::default() });
    }
    ordered(a, b, mark).filter(|fields| fields.month.is_some() && b.text.len() == 2 && a.value != b.value)
}

/// Day and month in the one order that the calendar allows, or left open. With full stops the day stands first.
fn ordered(a: &Token<'_>, b: &Token<'_>, mark: char) -> Option<Fields> {
    let (first, second) = (small(a)?, small(b)?);
    let fields = match (first, second) {
        (13.., _) => Fields { day: Some(first), month: Some(second), numeric: Some(true), ..Fields::default() },
        (_, 13..) => Fields { day: Some(second), month: Some(first), numeric: Some(false), ..Fields::default() },
        _ if first == second || mark == '.' => Fields { day: Some(first), month: Some(second), ..Fields::default() },
        _ => {
            return (first > 0 && second > 0).then(|| Fields { unordered: Some((first, second)), ..Fields::default() });
        }
    };
    real(&fields).then_some(fields)
}

fn small(token: &Token<'_>) -> Option<u32> {
    u32::try_from(token.value).ok().filter(|_| token.text.len() <= 2)
}

fn real(fields: &Fields) -> bool {
    fields.month.is_some_and(|month| (1..=12).contains(&month)) && fields.day.is_some_and(|day| (1..=31).contains(&day))
}
