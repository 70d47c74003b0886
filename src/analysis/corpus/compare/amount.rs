//! Numbers of a sentence with what they count, and whether two of them can be the same.

use crate::base::Span;
use crate::model::{Hedge, Quantity, Unit};
use crate::text::lexicon::content::{content_words, stem_of, tokens};
use crate::text::lexicon::table::Table;
use crate::text::lexicon::{QUANTITIES, SIMILARITY};
use std::sync::LazyLock;

/// Units that can be converted: the stem of what they measure, and how large one is.
static SIZES: LazyLock<Table<(u32, u64)>> = LazyLock::new(|| {
    Table::of(QUANTITIES.of("dimension").filter_map(|record| Some((record, stem(record.value)?))).flat_map(
        |(record, dimension)| {
            let sized =
                |unit: &'static str| unit.split_once('=').and_then(|(name, size)| Some((name, size.parse().ok()?)));
            record.words().filter_map(sized).map(move |(name, size)| (name, (dimension, size)))
        },
    ))
});

/// What befalls people, by the words that say so: its name, and its kind of amount; for the nouns that add nothing to it, 0.
static TOLL: LazyLock<Table<(&'static str, u32)>> = LazyLock::new(|| {
    Table::of(SIMILARITY.of("toll").flat_map(|record| {
        let of = if record.value == "people" { 0 } else { stem(record.value).unwrap_or_default().rotate_left(5) };
        record.words().map(move |word| (word, (record.value, of)))
    }))
});

/// What a word in small letters says befell people: "dead", "injured"; or "people", of the nouns that add nothing to it.
#[must_use]
pub fn befallen(word: &str) -> Option<&'static str> {
    TOLL.get(word).map(|(name, _)| *name)
}

/// The kinds of amounts that count people by what befell them.
static TOLLED: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let words = TOLL.words().filter_map(|word| TOLL.get(word));
    words.map(|(_, of)| *of).filter(|of| *of != 0).collect()
});

/// Words between a number of people and what befell them: "12 people were feared dead".
const BEHIND: usize = 3;

/// Least share of the greater amount that the smaller is, for both to be of one thing in different units.
const COMPARABLE: f64 = 0.2;
/// How far a round number in another unit may lie beside what is meant, as a share of it: "10 miles" for 16 km.
const ROUND: f64 = 0.05;

/// A number and what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The lower end, in thousandths.
    pub from: i64,
    /// The upper end, in thousandths; the same for a single number.
    pub to: i64,
    /// How exact the text says it is.
    pub hedge: Hedge,
    /// The stem of what is counted, or of what the unit measures: amounts of one kind can be compared.
    pub kind: u32,
    /// How large the unit is among those of its kind.
    pub size: u64,
    /// Where its words stand.
    pub span: Span,
}

impl Amount {
    /// The amount that `quantity` of `sentence` names; `None` where the text does not say of what.
    #[must_use]
    pub fn of(text: &str, sentence: Span, quantity: &Quantity) -> Option<Self> {
        if quantity.unit != Unit::Count {
            return Self::measured(quantity).or_else(|| {
                let noun = content_words(text, quantity.noun?).last()?;
                Some(Self::new(quantity, ((noun.stem.rotate_left(1)) >> 32) as u32, 1))
            });
        }
        let noun = quantity.noun.and_then(|noun| content_words(text, noun).last());
        let noun = noun.map(|word| (word.stem >> 32) as u32);
        Some(Self::new(quantity, toll(text, sentence, quantity).or(noun)?, 1))
    }

    /// The amount of `quantity` by its unit alone, as a bare number where it has none; `None` for an ordinal.
    #[must_use]
    pub fn measured(quantity: &Quantity) -> Option<Self> {
        let of = |name: &str, turn: u32| stem_of(name).map(|stem| (stem.rotate_left(turn) >> 32) as u32);
        let (kind, size) = match quantity.unit {
            Unit::Count => (0, 1),
            Unit::Ordinal => return None,
            Unit::Percent => (of("percent", 2)?, 1),
            Unit::Money(code) => (of(code, 3)?, 1),
            Unit::Measure(name) => match SIZES.get(name) {
                Some((kind, size)) => (kind.rotate_left(6), *size),
                None => (of(name, 4)?, 1),
            },
        };
        Some(Self::new(quantity, kind, size))
    }

    fn new(quantity: &Quantity, kind: u32, size: u64) -> Self {
        let from = quantity.thousandths;
        Self { from, to: quantity.to.unwrap_or(from), hedge: quantity.hedge, kind, size, span: quantity.span }
    }

    /// Whether both count or measure what can be the same thing.
    ///
    /// In different units they are of the same order: a height in feet is no distance in miles.
    #[must_use]
    pub fn is_of(&self, other: &Self) -> bool {
        let (one, another) = (self.size as f64 * self.from as f64, other.size as f64 * other.from as f64);
        self.kind == other.kind && (self.size == other.size || one.min(another) >= COMPARABLE * one.max(another))
    }

    /// Whether it counts people by what befell them: the dead, the missing.
    #[must_use]
    pub fn is_toll(&self) -> bool {
        TOLLED.contains(&self.kind)
    }

    /// Whether both are one number in one unit.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        (self.kind, self.size, self.from, self.to) == (other.kind, other.size, other.from, other.to)
    }

    /// Whether both can mean the same number: rounding, ranges, units and "more than" are respected.
    #[must_use]
    pub fn fits(&self, other: &Self) -> bool {
        if self.size != other.size {
            return self.converts(other);
        }
        let overlap = self.from <= other.to && other.from <= self.to;
        overlap || self.reaches(other) || other.reaches(self) || self.rounds(other) || other.rounds(self)
    }

    /// Whether both can mean the same in different units, of which one is mostly rounded.
    fn converts(&self, other: &Self) -> bool {
        let bounds = |amount: &Self| {
            let digit = |number: i64| last_digit(number).map_or(0.0, |step| step as f64 / 2.0);
            let slack = |number: i64| digit(number).min(number.abs() as f64 * ROUND);
            let size = amount.size as f64;
            let (low, high) = (amount.from as f64 - slack(amount.from), amount.to as f64 + slack(amount.to));
            let (low, high) = match amount.hedge {
                Hedge::Exact => (low, high),
                Hedge::About => (low * 0.9, high * 1.1),
                Hedge::AtLeast => (low, high * 1.5),
                Hedge::AtMost => (low * 0.5, high),
            };
            (low * size, high * size)
        };
        let (one, another) = (bounds(self), bounds(other));
        one.0 <= another.1 && another.0 <= one.1
    }

    /// Whether the hedge of this one reaches the other number.
    fn reaches(&self, other: &Self) -> bool {
        let part = |of: i64, in_so_many: i64| of / in_so_many;
        match self.hedge {
            Hedge::Exact => false,
            Hedge::About => (other.from - self.from).abs() <= part(self.from.abs(), 8),
            // Two different lower bounds are two numbers.
            Hedge::AtLeast if other.hedge == Hedge::AtLeast => false,
            Hedge::AtLeast => other.to >= self.from && other.to <= self.from + part(self.from.abs(), 2),
            Hedge::AtMost => other.from <= self.to && other.from >= part(self.to, 2),
        }
    }

    /// Whether this one is the other, rounded to two digits or more, or to one where "about" says so.
    fn rounds(&self, other: &Self) -> bool {
        let (Some(step), Some(finer)) = (last_digit(self.from), last_digit(other.from)) else { return false };
        let digits = self.from / step;
        let about = |hedge| matches!(hedge, Hedge::Exact | Hedge::About);
        let enough = about(self.hedge) && about(other.hedge) && (digits >= 10 || self.hedge != other.hedge);
        finer < step && enough && (self.from - other.from).abs() * 2 <= step
    }
}

fn stem(word: &str) -> Option<u32> {
    stem_of(word).map(|stem| (stem >> 32) as u32)
}

/// What befell those whom `quantity` counts, where it counts people: "killed 14", "14 dead", "14 people died".
fn toll(text: &str, sentence: Span, quantity: &Quantity) -> Option<u32> {
    let number = quantity.noun.map_or(quantity.span, |noun| Span { start: quantity.span.start, end: noun.start });
    let listed = |span: Span| {
        let word = span.of(text);
        let small = if word.len() > 16 { return None } else { word.to_ascii_lowercase() };
        TOLL.get(&small).map(|(_, of)| *of)
    };
    let befell = |of: Option<u32>| of.filter(|of| *of != 0);
    if let Some(noun) = quantity.noun {
        let last = tokens(text, noun).last().and_then(listed);
        if last != Some(0) || noun.of(text).contains(' ') {
            return befell(last).filter(|_| !noun.of(text).contains(' '));
        }
    }
    let behind = tokens(text, Span { start: quantity.span.end, end: sentence.end.max(quantity.span.end) }).take(BEHIND);
    let mut end = quantity.span.end;
    let close = behind.take_while(|token| {
        let gap = Span { start: end, end: token.start }.of(text);
        end = token.end;
        !gap.contains([',', ';', ':', '(', '—', '–'])
    });
    let before = || tokens(text, Span { start: sentence.start.min(number.start), end: number.start }).last();
    close.map(listed).find_map(befell).or_else(|| befell(before().and_then(listed)))
}

/// The value of the last digit that is not zero: 100 for 5,200.
fn last_digit(mut number: i64) -> Option<i64> {
    let mut step = 1;
    if number <= 0 {
        return None;
    }
    while number % 10 == 0 {
        number /= 10;
        step *= 10;
    }
    Some(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(number: i64, hedge: Hedge) -> Amount {
        Amount { from: number * 1000, to: number * 1000, hedge, kind: 1, size: 1, span: Span::new(0, 0) }
    }

    #[test]
    fn rounding_and_hedges_are_respected() {
        let exact = |number| amount(number, Hedge::Exact);
        assert!(amount(5000, Hedge::AtLeast).fits(&exact(5200)));
        assert!(!amount(5000, Hedge::AtLeast).fits(&exact(4900)));
        assert!(amount(100, Hedge::About).fits(&exact(96)));
        assert!(exact(1_500_000).fits(&exact(1_523_400)));
        assert!(!exact(10).fits(&exact(11)) && !exact(200).fits(&exact(210)) && !exact(5).fits(&exact(50)));
        assert!(amount(60, Hedge::AtMost).fits(&exact(55)) && !amount(60, Hedge::AtMost).fits(&exact(70)));
    }

    #[test]
    fn units_of_one_dimension_are_converted() {
        let of = |number, name: &str| {
            let (kind, size) = *SIZES.get(name).unwrap();
            Amount { kind, size, ..amount(number, Hedge::Exact) }
        };
        let fits = |x: Amount, y: Amount| x.is_of(&y) && x.fits(&y);
        assert!(fits(of(10, "mile"), of(16, "kilometre")) && fits(of(300, "foot"), of(90, "metre")));
        assert!(fits(of(3, "kilometre"), of(3000, "metre")) && fits(of(100, "acre"), of(40, "hectare")));
        assert!(!of(10, "kilometre").fits(&of(20, "mile")) && of(10, "kilometre").is_of(&of(20, "mile")));
        assert!(!of(62, "metre").is_of(&of(10, "kilometre")) && !of(10, "tonne").is_of(&of(10, "mile")));
    }

    #[test]
    fn what_befalls_people_is_counted_however_it_is_put() {
        let kind = |text: &str| {
            let at = text.find("14").unwrap();
            let noun = text[at..].find("people").map(|from| Span::new(at + from, at + from + 6));
            let span = Span::new(at, noun.map_or(at + 2, |noun| noun.end as usize));
            let sentence = crate::base::SentenceId(1);
            let (hedge, unit) = (Hedge::Exact, Unit::Count);
            let (number, written) = (Span::new(at, at + 2), Some(14_000));
            let rule = "figures";
            let quantity =
                Quantity { span, sentence, number, written, thousandths: 14_000, to: None, hedge, unit, noun, rule };
            Amount::of(text, Span::new(0, text.len()), &quantity).map(|amount| amount.kind)
        };
        let dead = kind("it left 14 dead");
        assert!(dead.is_some());
        for text in
            ["the storm killed 14 in all", "14 people were killed", "at least 14 people feared dead", "14 have died"]
        {
            assert_eq!(kind(text), dead, "{text}");
        }
        assert_ne!(kind("14 people were hurt"), dead);
        assert_ne!(kind("14 people met, and two were killed"), dead);
    }
}
