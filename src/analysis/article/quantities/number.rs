//! Reads numbers, in digits or spelled out, with their scales: "14,000", "twenty-five", "1.4bn", "hundreds of thousands".

use super::tokens::{Kind, Token};
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
    /// The token after it.
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

/// Whether a number may start with this token; cheap, as every token is asked.
pub(super) fn may_start(token: &Token) -> bool {
    match token.kind {
        Kind::Figure(_) => true,
        Kind::Word => {
            let word = token.small();
            numeral(word).is_some() || matches!(word, "a" | "an" | "half" | "several" | "few" | "couple")
        }
        Kind::Code | Kind::Mark(_) => false,
    }
}

/// Reads the number that starts at token `at`; `money` tells whether a sign of money stands before it.
pub(super) fn read(tokens: &[Token], at: usize, money: bool) -> Option<Number> {
    let word = |at: usize| tokens.get(at).map_or("", Token::small);
    let (a, first) = match word(at) {
        "a" | "an" => (true, at + 1),
        _ => (false, at),
    };
    vague(tokens, at, first)
        .or_else(|| fraction(tokens, a, first))
        .or_else(|| if a { article(tokens, first) } else { cardinal(tokens, at, money) })
        .or_else(|| if a { None } else { placed(tokens, at) })
}

/// "a million", "a dozen": the article counts as one before a scale.
fn article(tokens: &[Token], at: usize) -> Option<Number> {
    match numeral(tokens.get(at)?.small())? {
        Numeral::Scale(scale) => {
            let value = scale.checked_mul(1000)?;
            Some(Number { value, to: None, sort: Sort::Cardinal, scaled: scale, digits: false, next: at + 1 })
        }
        _ => None,
    }
}

/// "dozens", "tens of thousands", "several hundred", "a couple of".
fn vague(tokens: &[Token], start: usize, at: usize) -> Option<Number> {
    let word = |at: usize| tokens.get(at).map_or("", Token::small);
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
fn fraction(tokens: &[Token], a: bool, at: usize) -> Option<Number> {
    let word = |at: usize| tokens.get(at).map_or("", Token::small);
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
    let count = match (tokens.get(at)?.kind, numeral(word(at))) {
        (Kind::Figure(value), _) if value % 1000 == 0 && value <= 1_000_000 => value / 1000,
        (_, Some(Numeral::Small(count))) => count,
        _ => return None,
    };
    let hyphen = tokens.get(at + 1).is_some_and(Token::is_hyphen);
    let named = at + 1 + usize::from(hyphen);
    if let Some((of, _)) = part(word(named)).filter(|(of, plural)| *plural == (count > 1) && count < *of) {
        return if whole(named + 1) { of_whole(count, of, named + 1) } else { None };
    }
    if matches!(word(at + 1), "in" | "of") && (word(at + 1) == "in" || word(at + 2) == "every") {
        let of = at + 2 + usize::from(word(at + 2) == "every");
        return match (tokens.get(of)?.kind, numeral(word(of))) {
            (Kind::Figure(value), _) if value % 1000 == 0 && value > count * 1000 && value <= 10_000_000 => {
                of_whole(count, value / 1000, of + 1).filter(|_| count < 10)
            }
            (_, Some(Numeral::Small(of_these))) if of_these > count => of_whole(count, of_these, of + 1),
            _ => None,
        };
    }
    None
}

/// Figures or words that count.
fn cardinal(tokens: &[Token], start: usize, money: bool) -> Option<Number> {
    let (mut total, mut current, mut last) = (0_i64, 0_i64, None);
    let (mut scaled, mut digits, mut at) = (1, false, start);
    // Behind the last word that counts: a hyphen may lead to none.
    let mut end = start;
    while let Some(token) = tokens.get(at) {
        if last.is_some() && token.is_hyphen() && tokens.get(at + 1).and_then(|next| numeral(next.small())).is_some() {
            at += 1;
            continue;
        }
        match (token.kind, numeral(token.small())) {
            (Kind::Figure(value), _) if last.is_none() => (current, digits) = (value, true),
            (_, Some(Numeral::Small(n) | Numeral::Tens(n))) if fits(last, n, digits) => current += n * 1000,
            (_, Some(Numeral::Scale(scale))) if last.is_some() => {
                (total, current) = scaled_by(total, current, scale)?;
                scaled = scaled.max(scale);
            }
            _ if digits && last.is_some() && token.tight && scale_at(tokens, at, money).is_some() => {
                let scale = scale_at(tokens, at, money)?;
                (total, current, scaled) = (current.checked_mul(scale)?, 0, scale);
            }
            (Kind::Word, None) if token.small() == "and" && last.is_some() && !digits => {
                let next = tokens.get(at + 1).map_or("", Token::small);
                let half = next == "a" && tokens.get(at + 2).is_some_and(|token| token.small() == "half");
                if half {
                    current += 500;
                    at += 3;
                    (last, end) = (Some(1), at);
                    continue;
                }
                let goes_on =
                    matches!(last, Some(100..)) && matches!(numeral(next), Some(Numeral::Small(_) | Numeral::Tens(_)));
                if !goes_on {
                    break;
                }
                at += 1;
                continue;
            }
            _ => break,
        }
        last = match numeral(token.small()) {
            Some(Numeral::Small(n) | Numeral::Tens(n) | Numeral::Scale(n)) => Some(n),
            _ => Some(1),
        };
        at += 1;
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
fn scale_at(tokens: &[Token], at: usize, money: bool) -> Option<i64> {
    let word = tokens.get(at)?.small();
    let counted = || tokens.get(at + 1).is_some_and(|next| next.small() == "people" || next.small().ends_with('s'));
    match word {
        "m" if money || counted() => Some(1_000_000),
        "b" if money => Some(1_000_000_000),
        _ => glued(word),
    }
}

/// "third", "twenty-first", "21st".
fn placed(tokens: &[Token], at: usize) -> Option<Number> {
    let token = tokens.get(at)?;
    let number = |value: i64, next: usize| Number {
        value: value * 1000,
        to: None,
        sort: Sort::Ordinal,
        scaled: 1,
        digits: false,
        next,
    };
    ordinal(token.small()).map(|place| number(place, at + 1))
}

/// "21st": figures with the ending of an ordinal; "twenty-first": a ten with the word of one.
pub(super) fn made_ordinal(tokens: &[Token], number: Number) -> Number {
    let place = |value: i64, next: usize| Number { value, to: None, sort: Sort::Ordinal, next, ..number };
    let Some(token) = tokens.get(number.next) else { return number };
    if number.digits && token.tight && matches!(token.small(), "st" | "nd" | "rd" | "th") {
        return place(number.value, number.next + 1);
    }
    let ten = !number.digits && (20_000..100_000).contains(&number.value) && number.value % 10_000 == 0;
    if ten && token.is_hyphen() && token.tight {
        let one = tokens.get(number.next + 1).and_then(|token| ordinal(token.small())).filter(|one| *one < 10);
        return one.map_or(number, |one| place(number.value + one * 1000, number.next + 2));
    }
    number
}
