//! Numbers that are dates only beside a date: "10-12 June", "May 4 and 5", "1990-94".

use super::calendar;
use super::read::{Phrase, Read, day_at};
use crate::analysis::article::dates::lexicon::Class;
use crate::analysis::article::dates::meaning::{Fields, Meaning};
use crate::analysis::article::dates::tokens::Tokens;

/// The number at `at`, where the date before it or behind it makes it one too.
pub(super) fn number(tokens: &Tokens<'_>, at: usize, last: Option<&Phrase>) -> Read {
    let token = tokens.get(at).filter(|token| matches!(token.class, Class::Digits | Class::OrdinalDigits))?;
    let day = day_at(tokens, at).filter(|_| token.text.len() <= 4);
    let ahead =
        connector(tokens, at + 1).then(|| calendar::day_and_month(tokens, tokens.skip(at + 2, Class::The))).flatten();
    if let (Some(day), Some(_)) = (day, ahead) {
        return Some((at + 1, bare(Fields { day: Some(day), ..Fields::default() })));
    }
    let last = last.filter(|last| at > 0 && last.to == at - 1 && connector(tokens, at - 1))?;
    let Meaning::Calendar(fields) = last.meaning else { return None };
    let is_day_last = matches!(tokens.class(last.to - 1), Some(Class::Digits | Class::OrdinalDigits));
    let free = !tokens.is(at + 1, Class::Month) && !tokens.mark(at + 1, &['%', '-']) && is_day_last;
    if !free {
        return None;
    }
    let tight = tokens.tight(at) && tokens.tight(at - 1) && !tokens.mark(at - 1, &[',']);
    let year_last = fields.year.is_some() && tokens.get(last.to - 1).is_some_and(|token| token.text.len() == 4);
    if year_last && fields.day.is_none() {
        let follows = fields.year.is_some_and(|year| year.rem_euclid(100) < token.value);
        let short = tight && token.class == Class::Digits && token.text.len() == 2 && follows;
        return short.then(|| (at + 1, bare(Fields { short_year: Some(token.value), ..Fields::default() })));
    }
    let sound = fields.day.is_some() && !year_last && fields.clock.is_none() && fields.unordered.is_none();
    let plain = tight
        || !matches!(
            tokens.class(at + 1),
            Some(Class::Other | Class::Units | Class::Scale | Class::Measured | Class::Unit)
        );
    let day = day.filter(|day| sound && plain && fields.day < Some(*day))?;
    let to = at + 1;
    let year = super::year::attached_after_comma(tokens, to);
    Some((
        year.map_or(to, |(to, _)| to),
        bare(Fields { day: Some(day), year: year.map(|(_, year)| year), ..Fields::default() }),
    ))
}

const fn bare(fields: Fields) -> Meaning {
    Meaning::Calendar(Fields { bare: true, ..fields })
}

/// A dash, "to", "and": what stands between the two ends of a stretch, or two days.
pub(super) fn connector(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.mark(at, &['-', '–', '—', '‑', '/']) || matches!(tokens.class(at), Some(Class::To | Class::And))
}
