//! Units of measure, percent and money around a number.

use super::lexicon::{MONEY, UNIT};
use super::number::{Number, Sort};
use super::tokens::{Kind, Token};
use crate::model::Unit;

/// A sign of money before a number.
pub(super) struct Sign {
    /// The token it starts at.
    pub(super) start: usize,
    code: &'static str,
}

/// The unit of a number.
pub(super) struct Measured {
    pub(super) unit: Unit,
    /// How many of the unit one is: a decade is ten years.
    pub(super) factor: i64,
    /// The token after number and unit.
    pub(super) next: usize,
}

/// The sign of money that ends before token `at` and starts no earlier than `from`: "$", "US$", "Rs", "USD".
pub(super) fn sign_before(text: &str, tokens: &[Token], at: usize, from: usize) -> Option<Sign> {
    let last = at.checked_sub(1).filter(|last| *last >= from)?;
    let mut written = [0; 16];
    let mut get = |start: usize| {
        let span = crate::base::Span { start: tokens[start].span.start, end: tokens[last].span.end };
        let sign = span.of(text);
        let small = written.get_mut(..sign.len())?;
        small.copy_from_slice(sign.as_bytes());
        small.make_ascii_lowercase();
        let code = *MONEY.get(std::str::from_utf8(small).ok()?)?;
        // Codes are written in capitals: "all 5" has nothing to do with money.
        let word = sign.chars().all(char::is_alphabetic) && !sign.starts_with(char::is_uppercase);
        (!word).then_some(Sign { start, code })
    };
    let sign = &tokens[last];
    let dotted = sign.is_mark('.') && last > from && tokens[last - 1].small() == "rs";
    if dotted {
        return get_word(last - 1);
    }
    let longer = sign.is_mark('$') && sign.tight && last > from;
    if let Some(longer) = if longer { get(last - 1) } else { None } {
        return Some(longer);
    }
    let possible = matches!(sign.kind, Kind::Mark(_)) || (2..=3).contains(&sign.small().len());
    if possible { get(last) } else { None }
}

/// "Rs.", whose full stop is a mark of its own.
fn get_word(start: usize) -> Option<Sign> {
    MONEY.get("rs").map(|&code| Sign { start, code })
}

/// Whether a sign of money stands at token `at`.
pub(super) fn is_sign(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Mark(_)))
        && sign_before(text, tokens, at + 1, at).is_some()
}

/// The unit behind `number`, or that of the sign before it.
pub(super) fn unit_at(text: &str, tokens: &[Token], number: &Number, sign: Option<&Sign>) -> Measured {
    let at = number.next;
    let plain = |unit: Unit, next: usize| Measured { unit, factor: 1, next };
    match number.sort {
        Sort::Ordinal => return plain(Unit::Ordinal, at),
        Sort::Part => return plain(Unit::Percent, at),
        Sort::Cardinal | Sort::Vague => {}
    }
    if let Some(sign) = sign {
        return plain(Unit::Money(sign.code), at);
    }
    let word = |at: usize| tokens.get(at).map_or("", Token::small);
    let hyphen = tokens.get(at).is_some_and(|token| token.is_hyphen() && token.tight);
    // "dozens of tonnes", "hundreds of kilometres".
    let of = number.sort == Sort::Vague && word(at) == "of";
    let start = at + usize::from(hyphen || of);
    if tokens.get(start).is_some_and(|token| token.is_mark('%')) || matches!(word(start), "percent" | "pc" | "pct") {
        return plain(Unit::Percent, start + 1);
    }
    if word(start) == "per" && word(start + 1) == "cent"
        || word(start) == "percentage" && word(start + 1) != "points" && word(start + 1) != "point"
    {
        return plain(Unit::Percent, start + 1 + usize::from(word(start) == "per"));
    }
    if tokens.get(start).is_some_and(|token| token.is_mark('°')) {
        let next = start + 1 + usize::from(matches!(word(start + 1), "c" | "f"));
        return plain(Unit::Measure("degree"), next);
    }
    if tokens.get(start).is_some_and(|token| token.tight && token.is_mark('€')) {
        return plain(Unit::Money("EUR"), start + 1);
    }
    match unit(text, tokens, start) {
        Some((unit, factor, next)) => Measured { unit, factor, next },
        None => plain(Unit::Count, at),
    }
}

/// The unit whose words start at token `at`.
fn unit(text: &str, tokens: &[Token], at: usize) -> Option<(Unit, i64, usize)> {
    let token = tokens.get(at).filter(|token| token.is_word())?;
    let first = token.small();
    let next = tokens.get(at + 1);
    let second = next.map_or("", Token::small);
    if !second.is_empty() && first.len() + second.len() < 31 {
        let joint = next.is_some_and(Token::is_word);
        if let Some((unit, factor)) = UNIT.get(&format!("{first} {second}")).cloned().filter(|_| joint) {
            return Some((unit, factor, at + 2));
        }
    }
    if next.is_some_and(|next| next.tight && (next.is_hyphen() || next.is_mark('/'))) {
        let mark = next.map_or("", |next| next.span.of(text));
        let longer = tokens.get(at + 2).filter(|third| third.tight).map_or("", Token::small);
        if let Some((unit, factor)) =
            UNIT.get(&format!("{first}{mark}{longer}")).cloned().filter(|_| !longer.is_empty())
        {
            return Some((unit, factor, at + 3));
        }
    }
    let (unit, factor) = UNIT.get(first).cloned()?;
    // A lone "m" is metres only where it is glued or before a mark; "second" and "won" are words of their own.
    let letter = first.len() == 1 && !token.tight && tokens.get(at + 1).is_some_and(Token::is_word);
    (!letter).then_some((unit, factor, at + 1))
}
