//! The word lists that quantities are told by, each a file a person can read.

use crate::model::{Hedge, Unit};
use crate::text::lexicon::table::Table;
use std::sync::LazyLock;

const HEDGES: &str = include_str!("../../../text/lexicon/quantities/hedges.txt");
const UNITS: &str = include_str!("../../../text/lexicon/quantities/units.txt");
const CURRENCIES: &str = include_str!("../../../text/lexicon/quantities/currencies.txt");
const NOT_NOUNS: &str = include_str!("../../../text/lexicon/quantities/not_nouns.txt");
const LABELS: &str = include_str!("../../../text/lexicon/quantities/labels.txt");

/// The lines of a list without its comments, as key and rest.
fn keyed(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "))
}

fn plain(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

/// Phrases before a number, words parted by single spaces.
pub(super) static HEDGE: LazyLock<Table<Hedge>> = LazyLock::new(|| {
    Table::of(keyed(HEDGES).flat_map(|(kind, phrases)| {
        let hedge = match kind {
            "at-least" => Hedge::AtLeast,
            "at-most" => Hedge::AtMost,
            _ => Hedge::About,
        };
        phrases.split(';').map(move |phrase| (phrase.trim(), hedge))
    }))
});

/// Units of measure and money, two words joined by `_`; each with how many of the named unit it is.
pub(super) static UNIT: LazyLock<Table<(Unit, i64)>> = LazyLock::new(|| {
    let measures = keyed(UNITS).flat_map(|(key, forms)| {
        let factor = key.rsplit_once(' ').and_then(|(name, factor)| Some((name, factor.parse().ok()?)));
        let (name, factor) = factor.unwrap_or((key, 1));
        forms.split(' ').map(move |form| (form, (Unit::Measure(name), factor)))
    });
    Table::of(measures.chain(money()))
});

fn money() -> impl Iterator<Item = (&'static str, (Unit, i64))> {
    keyed(CURRENCIES).flat_map(|(code, forms)| forms.split(' ').map(move |form| (form, (Unit::Money(code), 1))))
}

/// Signs and codes of money that stand before the number.
pub(super) static MONEY: LazyLock<Table<&'static str>> = LazyLock::new(|| {
    let before = |form: &str| form == "rs" || !form.chars().all(char::is_alphabetic) || form.len() == 3;
    Table::of(money().filter_map(|(form, (unit, _))| match unit {
        Unit::Money(code) if before(form) && !form.contains('_') => Some((form, code)),
        _ => None,
    }))
});

/// The names of months, which make a number beside them a day.
pub(super) static MONTH: LazyLock<Table> = LazyLock::new(|| {
    let months = NOT_NOUNS.lines().find(|line| line.starts_with("january "));
    Table::of_words(months.into_iter().flat_map(str::split_whitespace))
});

/// Words at which the name of what is counted ends.
pub(super) static NOT_NOUN: LazyLock<Table> = LazyLock::new(|| Table::of_words(plain(NOT_NOUNS)));

/// Words whose number is a name.
pub(super) static LABEL: LazyLock<Table> = LazyLock::new(|| Table::of_words(plain(LABELS)));
