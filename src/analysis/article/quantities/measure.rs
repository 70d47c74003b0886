//! Units of measure, percent and money around a number.

use super::lexicon::{MONEY, UNIT};
use super::number::{Number, Sort};
use crate::model::Unit;
use crate::text::figures::{Kind, Piece};

/// A sign of money before a number.
pub(super) struct Sign {
    /// The piece it starts at.
    pub(super) start: usize,
    code: &'static str,
}

/// The unit of a number.
pub(super) struct Measured {
    pub(super) unit: Unit,
    /// How many of the unit one is: a decade is ten years.
    pub(super) factor: i64,
    /// The piece after number and unit.
    pub(super) next: usize,
}

/// The sign of money that ends before piece `at` and starts no earlier than `from`: "$", "US$", "Rs", "USD".
pub(super) fn sign_before(text: &str, pieces: &[Piece<'_>], at: usize, from: usize) -> Option<Sign> {
    let last = at.checked_sub(1).filter(|last| *last >= from)?;
    let mut written = [0; 16];
    let mut get = |start: usize| {
        let span = crate::base::Span { start: pieces[start].span.start, end: pieces[last].span.end };
        let sign = span.of(text);
        let small = written.get_mut(..sign.len())?;
        small.copy_from_slice(sign.as_bytes());
        small.make_ascii_lowercase();
        let code = *MONEY.get(std::str::from_utf8(small).ok()?)?;
        // Codes are written in capitals: "all 5" has nothing to do with money.
        let word = sign.chars().all(char::is_alphabetic) && !sign.starts_with(char::is_uppercase);
        (!word).then_some(Sign { start, code })
    };
    let sign = &pieces[last];
    let dotted = sign.is_mark('.') && last > from && pieces[last - 1].small() == "rs";
    if dotted {
        return get_word(last - 1);
    }
    let longer = sign.is_mark('$') && !sign.spaced && last > from;
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

/// Whether a sign of money stands at piece `at`.
pub(super) fn is_sign(text: &str, pieces: &[Piece<'_>], at: usize) -> bool {
    pieces.get(at).is_some_and(|piece| matches!(piece.kind, Kind::Mark(_)))
        && sign_before(text, pieces, at + 1, at).is_some()
}

/// The unit behind `number`, or that of the sign before it.
pub(super) fn unit_at(pieces: &[Piece<'_>], number: &Number, sign: Option<&Sign>) -> Measured {
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
    let word = |at: usize| pieces.get(at).map_or("", Piece::small);
    let hyphen = pieces.get(at).is_some_and(|piece| piece.is_hyphen() && !piece.spaced);
    // "dozens of tonnes", "hundreds of kilometres".
    let of = number.sort == Sort::Vague && word(at) == "of";
    let start = at + usize::from(hyphen || of);
    if pieces.get(start).is_some_and(|piece| piece.is_mark('%')) || matches!(word(start), "percent" | "pc" | "pct") {
        return plain(Unit::Percent, start + 1);
    }
    if word(start) == "per" && word(start + 1) == "cent"
        || word(start) == "percentage" && word(start + 1) != "points" && word(start + 1) != "point"
    {
        return plain(Unit::Percent, start + 1 + usize::from(word(start) == "per"));
    }
    if pieces.get(start).is_some_and(|piece| piece.is_mark('°')) {
        let next = start + 1 + usize::from(matches!(word(start + 1), "c" | "f"));
        return plain(Unit::Measure("degree"), next);
    }
    if pieces.get(start).is_some_and(|piece| !piece.spaced && piece.is_mark('€')) {
        return plain(Unit::Money("EUR"), start + 1);
    }
    match unit(pieces, start) {
        Some((unit, factor, next)) => Measured { unit, factor, next },
        None => plain(Unit::Count, at),
    }
}

/// The unit whose words start at piece `at`.
fn unit(pieces: &[Piece<'_>], at: usize) -> Option<(Unit, i64, usize)> {
    let piece = pieces.get(at).filter(|piece| piece.is_word())?;
    let first = piece.small();
    let next = pieces.get(at + 1);
    let second = next.map_or("", Piece::small);
    if !second.is_empty() && first.len() + second.len() < 31 {
        let joint = next.is_some_and(Piece::is_word);
        if let Some((unit, factor)) = UNIT.get(&format!("{first} {second}")).cloned().filter(|_| joint) {
            return Some((unit, factor, at + 2));
        }
    }
    if next.is_some_and(|next| !next.spaced && (next.is_hyphen() || next.is_mark('/'))) {
        let mark = next.map_or("", |next| next.text);
        let longer = pieces.get(at + 2).filter(|third| !third.spaced).map_or("", Piece::small);
        if let Some((unit, factor)) =
            UNIT.get(&format!("{first}{mark}{longer}")).cloned().filter(|_| !longer.is_empty())
        {
            return Some((unit, factor, at + 3));
        }
    }
    let (unit, factor) = UNIT.get(first).cloned()?;
    // A lone "m" is metres only where it is glued or before a mark; "second" and "won" are words of their own.
    let letter = first.len() == 1 && piece.spaced && pieces.get(at + 1).is_some_and(Piece::is_word);
    (!letter).then_some((unit, factor, at + 1))
}
