//! The words that numbers are spelled with, each with what it does in a number.

use super::lexicon::NUMBERS;
use super::lexicon::table::Table;
use std::sync::LazyLock;

/// What a word does in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numeral {
    /// One to nineteen.
    Small(i64),
    /// Twenty to ninety.
    Tens(i64),
    /// Dozen, hundred, thousand and so on.
    Scale(i64),
    /// Their plurals: about so many times.
    Plural(i64),
    /// The place in an order.
    Ordinal(i64),
}

static NUMERALS: LazyLock<Table<Numeral>> = LazyLock::new(|| Table::of(numerals()));

/// Every listed word, in small letters, with what it does.
pub fn numerals() -> impl Iterator<Item = (&'static str, Numeral)> {
    NUMBERS.records().flat_map(|record| {
        let numeral: fn(i64) -> Numeral = match record.class {
            "small" => Numeral::Small,
            "tens" => Numeral::Tens,
            "scale" => Numeral::Scale,
            "plural" => Numeral::Plural,
            _ => Numeral::Ordinal,
        };
        record.numbered().map(move |(word, value)| (word, numeral(value)))
    })
}

/// What `word`, in small letters, does in a number; `None` for other words.
#[must_use]
pub fn numeral(word: &str) -> Option<Numeral> {
    NUMERALS.get(word).copied()
}

/// Whether a word of any case counts, or is part of a number that does; "one" is a pronoun as often.
#[must_use]
pub fn counts(word: &str) -> bool {
    let numeral = if word.len() < 10 { numeral(&word.to_ascii_lowercase()) } else { None };
    numeral.is_some_and(|numeral| !matches!(numeral, Numeral::Small(1) | Numeral::Ordinal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_by_what_they_do() {
        let found = ["nineteen", "ninety", "crore", "scores", "second", "thirtieth", "harbour"].map(numeral);
        let expected = [
            Some(Numeral::Small(19)),
            Some(Numeral::Tens(90)),
            Some(Numeral::Scale(10_000_000)),
            Some(Numeral::Plural(20)),
            Some(Numeral::Ordinal(2)),
            Some(Numeral::Ordinal(30)),
            None,
        ];
        assert_eq!(found, expected);
        assert_eq!(["Two", "one", "first"].map(counts), [true, false, false]);
    }
}
