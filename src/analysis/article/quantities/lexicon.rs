//! The word lists that quantities are told by.

use crate::model::{Hedge, Unit};
use crate::text::lexicon::QUANTITIES;
use crate::text::lexicon::file::tables;
use crate::text::lexicon::table::Table;
use std::sync::LazyLock;

/// Phrases before a number, words parted by single spaces.
pub(super) static HEDGE: LazyLock<Table<Hedge>> = LazyLock::new(|| {
    Table::of(QUANTITIES.of("hedge").flat_map(|record| {
        let hedge = match record.value {
            "at-least" => Hedge::AtLeast,
            "at-most" => Hedge::AtMost,
            _ => Hedge::About,
        };
        record.words().map(move |phrase| (phrase, hedge))
    }))
});

/// Units of measure and money, of one word or two; each with how many of the named unit it is.
pub(super) static UNIT: LazyLock<Table<(Unit, i64)>> = LazyLock::new(|| {
    let measures = QUANTITIES.of("unit").flat_map(|record| {
        let factor = record.value.rsplit_once(' ').and_then(|(name, factor)| Some((name, factor.parse().ok()?)));
        let (name, factor) = factor.unwrap_or((record.value, 1));
        record.words().map(move |form| (form, (Unit::Measure(name), factor)))
    });
    Table::of(measures.chain(money().map(|(form, code)| (form, (Unit::Money(code), 1)))))
});

fn money() -> impl Iterator<Item = (&'static str, &'static str)> {
    QUANTITIES.of("money").flat_map(|record| record.words().map(move |form| (form, record.value)))
}

/// Signs and codes of money that stand before the number.
pub(super) static MONEY: LazyLock<Table<&'static str>> = LazyLock::new(|| {
    let before = |form: &str| form == "rs" || !form.chars().all(char::is_alphabetic) || form.len() == 3;
    Table::of(money().filter(|(form, _)| before(form) && !form.contains(' ')))
});

tables! {
    /// The names of months, which make a number beside them a day.
    pub(super) MONTH = QUANTITIES "month";
    /// Words at which the name of what is counted ends.
    pub(super) NOT_NOUN = QUANTITIES "no-noun", QUANTITIES "month";
    /// Words whose number is a name.
    pub(super) LABEL = QUANTITIES "label";
}
