//! Reads numbers, in digits or spelled out, with their scales: "14,000", "twenty-five", "1.4bn", "hundreds of thousands".

use crate::text::figures::{Kind, Piece};
use crate::text::numerals::{Numeral, numeral};

/// What a number does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// It counts.
    Cardinal,
    /// It counts, but only about: "dozens", "several hundred".
    Vague,
    /// It names a place in an order.
    Ordinal,
    /// It is a part of a whole, in thousandths of a percent: "half of", "one in four".
    Part,
}

/// A number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    /// In thousandths.
    pub(super) value: i64,
    /// The upper end of what it can mean, in thousandths.
    pub(super) to: Option<i64>,
    pub(super) sort: Sort,
    /// Whether it has a scale in words: "million".
    pub(super) scaled: i64,
    /// Whether it is written in digits.
    pub(super) digits: bool,
    /// The piece after it.
    pub(super) next: usize,
}

impl Number {
    /// The rule that read it.
    pub(super) const fn rule(&self) -> &'static str {
        match (self.sort, self.to) {
            (Sort::Ordinal, _) => "ordinal",
            (Sort::Part, _) => "part",
            (Sort::Vague, _) => "vague",
            (Sort::Cardinal, Some(_)) => "range",
            (Sort::Cardinal, None) if self.digits => "figures",
            (Sort::Cardinal, None) => "words",
        }
    }

    /// Its value where it is one plain number that `written`, its words, give in full: figures count to the thousandth.
    pub(super) fn plain(&self, written: &str) -> Option<i64> {
        let fine =
            written.split('.').nth(1).is_some_and(|part| part.bytes().take_while(u8::is_ascii_digit).count() > 3);
        (self.sort == Sort::Cardinal && self.to.is_none() && !fine).then_some(self.value)
    }
}

/// Scales that are glued to figures: "1.4bn".
fn glued(word: &str) -> Option<i64> {
    Some(match word {
        "k" => 1_000,
        "mn" | "mln" => 1_000_000,
        "bn" | "bln" => 1_000_000_000,
        "tn" | "trn" => 1_000_000_000_000,
        _ => return None,
    })
}

/// The place in an order that a word names.
fn ordinal(word: &str) -> Option<i64> {
    if let Some(Numeral::Ordinal(place)) = numeral(word) { Some(place) } else { None }
}

/// What part of a whole a word names, as its denominator, and whether it is a plural.
fn part(word: &str) -> Option<(i64, bool)> {
    Some(match word {
        "half" => (2, false),
        "quarter" => (4, false),
        "halves" => (2, true),
        "quarters" => (4, true),
        _ => {
            let one = word.strip_suffix('s').unwrap_or(word);
            (ordinal(one).filter(|of| (3..=10).contains(of))?, one != word)
        }
    })
}

/// Whether a number may start with this piece; cheap, as every piece is asked.
pub(super) fn may_start(piece: &Piece<'_>) -> bool {
    match piece.kind {
        Kind::Figure(_) | Kind::Ordinal(_) => true,
        Kind::Word => {
            let word = piece.small();
            numeral(word).is_some() || matches!(word, "a" | "an" | "half" | "several" | "few" | "couple")
        }
        Kind::Decade(_) | Kind::Mark(_) => false,
    }
}

/// Reads the number that starts at piece `at`; `money` tells whether a sign of money stands before it.
pub(super) fn read(pieces: &[Piece<'_>], at: usize, money: bool) -> Option<Number> {
    let word = |at: usize| pieces.get(at).map_or("", Piece::small);
    let (a, first) = match word(at) {
        "a" | "an" => (true, at + 1),
        _ => (false, at),
    };
    vague(pieces, at, first)
        .or_else(|| fraction(pieces, a, first))
        .or_else(|| if a { article(pieces, first) } else { cardinal(pieces, at, money) })
        .or_else(|| if a { None } else { placed(pieces, at) })
}

/// "a million", "a dozen": the article counts as one before a scale.
fn article(pieces: &[Piece<'_>], at: usize) -> Option<Number> {
    match numeral(pieces.get(at)?.small())? {
        Numeral::Scale(scale) => {
            let value = scale.checked_mul(1000)?;
            Some(Number { value, to: None, sort: Sort::Cardinal, scaled: scale, digits: false, next: at + 1 })
        }
        _ => None,
    }
}

/// "dozens", "tens of thousands", "several hundred", "a couple of".
fn vague(pieces: &[Piece<'_>], start: usize, at: usize) -> Option<Number> {
    let word = |at: usize| pieces.get(at).map_or("", Piece::small);
    let number = |low: i64, high: i64, next: usize| {
        let (value, to) = (low.checked_mul(1000)?, high.checked_mul(1000)?);
        Some(Number { value, to: (to > value).then_some(to), sort: Sort::Vague, scaled: low, digits: false, next })
    };
    if let Some(Numeral::Plural(one)) = numeral(word(at)).filter(|_| start == at) {
        let more = if word(at + 1) == "of" { numeral(word(at + 2)) } else { None };
        return match more {
            Some(Numeral::Plural(scale)) => number(scale * one * 2, scale * one * 10 - 1, at + 3),
            // "scores" and "tens" are words of their own.
            _ if matches!(one, 10 | 20) && word(at + 1) != "of" => None,
            _ => number(one * 2, if one < 1_000 { one * 10 - 1 } else { one * 100 - 1 }, at + 1),
        };
    }
    match word(at) {
        "several" | "few" => match numeral(word(at + 1))? {
            Numeral::Scale(scale) => number(scale * 2, scale * 10 - 1, at + 2),
            _ => None,
        },
        "couple" if start < at && word(at + 1) == "of" => number(2, 3, at + 2),
        "couple" if start < at => match numeral(word(at + 1))? {
            Numeral::Scale(scale) => number(scale * 2, scale * 3, at + 2),
            _ => None,
        },
        _ => None,
    }
}

/// "half of", "two-thirds of", "one in four", "half a million".
fn fraction(pieces: &[Piece<'_>], a: bool, at: usize) -> Option<Number> {
    let word = |at: usize| pieces.get(at).map_or("", Piece::small);
    let of_whole = |count: i64, of: i64, next: usize| {
        let value = (count * 100_000).checked_div(of)?;
        Some(Number { value, to: None, sort: Sort::Part, scaled: 1, digits: false, next })
    };
    // "of", or at once what it is a part of: "half the crew".
    let whole = |at: usize| matches!(word(at), "of" | "the" | "its" | "their" | "his" | "her" | "all");
    if word(at) == "half" {
        let (article, scale) = (matches!(word(at + 1), "a" | "an"), numeral(word(at + 2)));
        if let Some(Numeral::Scale(scale)) = scale.filter(|_| article) {
            let value = scale.checked_mul(500)?;
            return Some(Number { value, to: None, sort: Sort::Cardinal, scaled: scale, digits: false, next: at + 3 });
        }
        return if whole(at + 1) { of_whole(1, 2, at + 1) } else { None };
    }
    if let Some((of, false)) = part(word(at)).filter(|_| a) {
        return if word(at + 1) == "of" { of_whole(1, of, at + 1) } else { None };
    }
    let (count, next) = match (figure(pieces, at), numeral(word(at))) {
        (Some((value, next)), _) if value % 1000 == 0 && value <= 1_000_000 => (value / 1000, next),
        (_, Some(Numeral::Small(count))) => (count, at + 1),
        _ => return None,
    };
    let named = next + usize::from(pieces.get(next).is_some_and(Piece::is_hyphen));
    if let Some((of, _)) = part(word(named)).filter(|(of, plural)| *plural == (count > 1) && count < *of) {
        return if whole(named + 1) { of_whole(count, of, named + 1) } else { None };
    }
    let every = word(next + 1) == "every";
    if word(next) == "in" || word(next) == "of" && every {
        let of = next + 1 + usize::from(every);
        return match (figure(pieces, of), numeral(word(of))) {
            (Some((value, next)), _) if value % 1000 == 0 && value > count * 1000 && value <= 10_000_000 => {
                of_whole(count, value / 1000, next).filter(|_| count < 10)
            }
            (_, Some(Numeral::Small(of_these))) if of_these > count => of_whole(count, of_these, of + 1),
            _ => None,
        };
    }
    None
}

/// The figure at piece `at` with its decimals, in thousandths, and the piece after it; `None` for `007` and the like.
fn figure(pieces: &[Piece<'_>], at: usize) -> Option<(i64, usize)> {
    let whole = pieces.get(at)?;
    let Kind::Figure(value) = whole.kind else { return None };
    let value = value.checked_mul(1000).filter(|_| whole.text.len() == 1 || !whole.text.starts_with('0'))?;
    let Some([point, part]) = pieces.get(at + 1..at + 3) else { return Some((value, at + 1)) };
    let decimal = point.is_mark('.') && matches!(part.kind, Kind::Figure(_)) && !part.text.contains(',');
    if !decimal || point.spaced || part.spaced {
        return Some((value, at + 1));
    }
    let digits = part.text.bytes().chain(*b"00").take(3);
    let thousandths = digits.fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    Some((value.checked_add(thousandths)?, at + 3))
}

/// Figures or words that count.
fn cardinal(pieces: &[Piece<'_>], start: usize, money: bool) -> Option<Number> {
    let (mut total, mut current, mut last) = (0_i64, 0_i64, None);
    let (mut scaled, mut digits, mut at) = (1, false, start);
    // Behind the last word that counts: a hyphen may lead to none.
    let mut end = start;
    while let Some(piece) = pieces.get(at) {
        if last.is_some() && piece.is_hyphen() && pieces.get(at + 1).and_then(|next| numeral(next.small())).is_some() {
            at += 1;
            continue;
        }
        let mut next = at + 1;
        match (figure(pieces, at), numeral(piece.small())) {
            (Some((value, behind)), _) if last.is_none() => (current, digits, next) = (value, true, behind),
            (_, Some(Numeral::Small(n) | Numeral::Tens(n))) if fits(last, n, digits) => current += n * 1000,
            (_, Some(Numeral::Scale(scale))) if last.is_some() => {
                (total, current) = scaled_by(total, current, scale)?;
                scaled = scaled.max(scale);
            }
            _ if digits && last.is_some() && !piece.spaced && scale_at(pieces, at, money).is_some() => {
                let scale = scale_at(pieces, at, money)?;
                (total, current, scaled) = (current.checked_mul(scale)?, 0, scale);
            }
            _ if piece.small() == "and" && last.is_some() && !digits => {
                let behind = pieces.get(at + 1).map_or("", Piece::small);
                let half = behind == "a" && pieces.get(at + 2).is_some_and(|piece| piece.small() == "half");
                if half {
                    current += 500;
                    at += 3;
                    (last, end) = (Some(1), at);
                    continue;
                }
                let goes_on = matches!(last, Some(100..))
                    && matches!(numeral(behind), Some(Numeral::Small(_) | Numeral::Tens(_)));
                if !goes_on {
                    break;
                }
                at += 1;
                continue;
            }
            _ => break,
        }
        last = match numeral(piece.small()) {
            Some(Numeral::Small(n) | Numeral::Tens(n) | Numeral::Scale(n)) => Some(n),
            _ => Some(1),
        };
        at = next;
        end = at;
    }
    last?;
    let value = total.checked_add(current)?;
    Some(Number { value, to: None, sort: Sort::Cardinal, scaled, digits, next: end })
}

/// Whether a small number or a ten may follow the numeral `last`.
fn fits(last: Option<i64>, n: i64, digits: bool) -> bool {
    match last {
        None => true,
        Some(_) if digits => false,
        Some(last) => last >= 100 || (20..100).contains(&last) && n < 10,
    }
}

/// A scale multiplies what stands before it; a thousand and more closes it.
fn scaled_by(total: i64, current: i64, scale: i64) -> Option<(i64, i64)> {
    let scaled = if current == 0 { total.checked_mul(scale)? } else { current.checked_mul(scale)? };
    match (scale, current) {
        (_, 0) => Some((scaled, 0)),
        (..1_000, _) => Some((total, scaled)),
        _ => Some((total.checked_add(scaled)?, 0)),
    }
}

/// The scale that is glued to a figure; an "m" is a million before what is counted or behind a sign of money.
fn scale_at(pieces: &[Piece<'_>], at: usize, money: bool) -> Option<i64> {
    let word = pieces.get(at)?.small();
    let counted = || pieces.get(at + 1).is_some_and(|next| next.small() == "people" || next.small().ends_with('s'));
    match word {
        "m" if money || counted() => Some(1_000_000),
        "b" if money => Some(1_000_000_000),
        _ => glued(word),
    }
}

/// "third", "21st".
fn placed(pieces: &[Piece<'_>], at: usize) -> Option<Number> {
    let piece = pieces.get(at)?;
    let (place, digits) = match piece.kind {
        Kind::Ordinal(place) => (place, true),
        _ => (ordinal(piece.small())?, false),
    };
    let value = place.checked_mul(1000)?;
    Some(Number { value, to: None, sort: Sort::Ordinal, scaled: 1, digits, next: at + 1 })
}

/// "twenty-first": a ten with the word of a place.
pub(super) fn made_ordinal(pieces: &[Piece<'_>], number: Number) -> Number {
    let place = |value: i64, next: usize| Number { value, to: None, sort: Sort::Ordinal, next, ..number };
    let Some(piece) = pieces.get(number.next) else { return number };
    let ten = !number.digits && (20_000..100_000).contains(&number.value) && number.value % 10_000 == 0;
    if ten && piece.is_hyphen() && !piece.spaced {
        let one = pieces.get(number.next + 1).and_then(|piece| ordinal(piece.small())).filter(|one| *one < 10);
        return one.map_or(number, |one| place(number.value + one * 1000, number.next + 2));
    }
    number
}
