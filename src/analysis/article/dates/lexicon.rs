//! The words that date expressions are made of, each with its class and value.

use crate::text::lexicon::DATES;
use crate::text::lexicon::file::tables;
use crate::text::lexicon::table::Table;
use crate::text::numerals::{Numeral, numerals};
use std::sync::LazyLock;

macro_rules! classes {
    ($($name:ident = $word:literal),* $(,)?) => {
        /// What a word or mark is to a date expression; `dates.txt` lists the words of most classes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Class {
            /// A number of at most four digits.
            Digits,
            /// `5th`.
            OrdinalDigits,
            /// `1980s`, `80s`.
            Tens0s,
            /// A number that is no part of a date: `1,900`, `123456`.
            Figure,
            /// A character between words.
            Mark,
            /// Any other word.
            Other,
            $(#[doc = $word] $name,)*
        }

        impl Class {
            fn named(name: &str) -> Option<Self> {
                match name {
                    $($word => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

classes! {
    Number = "number", Tens = "tens", Scale = "scale", Ordinal = "ordinal", Vague = "vague", Couple = "couple",
    Month = "month", ShortMonth = "short-month", Weekday = "weekday", ShortWeekday = "short-weekday",
    Season = "season", Unit = "unit", Units = "units", Adverb = "adverb", DayPart = "day-part",
    ClockWord = "clock-word", Meridiem = "meridiem", Era = "era", Part = "part", PartNoun = "part-noun",
    Loose = "loose", DayWord = "day-word", Tonight = "tonight", Present = "present", Past = "past", Last = "last",
    PastWhich = "past-which", Previous = "previous", Next = "next", Following = "following", Coming = "coming",
    This = "this", That = "that", Same = "same", Ago = "ago", After = "after", Before = "before", Every = "every",
    The = "the", A = "a", Of = "of", In = "in", On = "on", And = "and", To = "to", Preposition = "preposition",
    About = "about", Half = "half", YearMark = "year-mark", Numbered = "numbered", Measured = "measured", Zone = "zone",
    Starter = "starter", NamedDay = "named-day",
    Holiday = "holiday",
}

/// The class and value of each word, in small letters and without full stops.
pub(super) static LISTED: LazyLock<Table<(Class, i32)>> = LazyLock::new(|| {
    let mut words = Vec::new();
    for record in DATES.records() {
        let Some(class) = Class::named(record.class) else { continue };
        words.extend(record.numbered().map(|(word, value)| (word, (class, whole(value)))));
    }
    words.extend(numerals().filter_map(|(word, numeral)| Some((word, number(numeral)?))));
    Table::of(words)
});

/// The class and value of a word of numbers; how many "dozens" are, no date depends on.
fn number(numeral: Numeral) -> Option<(Class, i32)> {
    Some(match numeral {
        Numeral::Small(value) => (Class::Number, whole(value)),
        Numeral::Tens(value) => (Class::Tens, whole(value)),
        Numeral::Scale(value) => (Class::Scale, whole(value)),
        Numeral::Ordinal(value) => (Class::Ordinal, whole(value)),
        Numeral::Plural(_) => return None,
    })
}

/// A listed value; one that is too large for any calendar stays so.
pub(super) fn whole(value: i64) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}

/// A holiday that falls on the same day each year.
pub(super) struct Holiday {
    /// Its words in small letters, without apostrophes.
    pub(super) words: Vec<&'static str>,
    pub(super) month: u32,
    pub(super) day: u32,
}

/// The holidays, those of most words first.
pub(super) static FIXED_DAYS: LazyLock<Vec<Holiday>> = LazyLock::new(|| {
    let mut days: Vec<Holiday> = DATES
        .of("day")
        .filter_map(|record| {
            let (month, day) = record.value.split_once('-')?;
            let (month, day) = (month.parse().ok()?, day.parse().ok()?);
            Some(record.words().map(move |name| Holiday { words: name.split(' ').collect(), month, day }))
        })
        .flatten()
        .collect();
    days.sort_by_key(|day| std::cmp::Reverse(day.words.len()));
    days
});

/// A feast that moves with the calendar.
pub(super) struct Feast {
    pub(super) words: Vec<&'static str>,
    pub(super) rule: FeastRule,
}

/// When a feast is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FeastRule {
    /// So many days behind Easter Sunday.
    Easter(i32),
    /// On a weekday, Monday being 1, on or behind the day of a month.
    On { month: u32, from: u32, weekday: u32 },
}

impl FeastRule {
    /// `easter-2`, `11-22+4`.
    fn read(text: &str) -> Option<Self> {
        if let Some(days) = text.strip_prefix("easter") {
            return days.parse().ok().map(Self::Easter);
        }
        let (day, weekday) = text.split_once('+')?;
        let (month, from) = day.split_once('-')?;
        Some(Self::On { month: month.parse().ok()?, from: from.parse().ok()?, weekday: weekday.parse().ok()? })
    }
}

/// The feasts that move, those of more words first.
pub(super) static FEASTS: LazyLock<Vec<Feast>> = LazyLock::new(|| {
    let read = DATES.of("feast").filter_map(|record| {
        let rule = FeastRule::read(record.value)?;
        Some(record.words().map(move |name| Feast { words: name.split(' ').collect(), rule }))
    });
    let mut feasts: Vec<Feast> = read.flatten().collect();
    feasts.sort_by_key(|feast| std::cmp::Reverse(feast.words.len()));
    feasts
});

/// Days of history, each with its year; their words are those that name what it was.
static HISTORIC: LazyLock<Vec<(i32, Holiday)>> = LazyLock::new(|| {
    let read = DATES.of("historic").filter_map(|record| {
        let (year, rest) = record.value.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        Some((year.parse().ok()?, Holiday { words: record.words().collect(), month, day }))
    });
    read.collect()
});

/// The year of history in which a day of a month was what the word behind it names.
pub(super) fn year_of_history(month: u32, day: u32, word: &str) -> Option<i32> {
    let named = |of: &Holiday| of.words.iter().any(|named| named.eq_ignore_ascii_case(word));
    HISTORIC.iter().find(|(_, of)| (of.month, of.day) == (month, day) && named(of)).map(|(year, _)| *year)
}

tables! {
    /// Past forms that do not end in -ed.
    PAST = DATES "past-form";
    FUTURE = DATES "future-word";
    AHEAD = DATES "ahead-word";
    PUT_OFF = DATES "put-off";
    SCHEDULING = DATES "scheduling";
}

/// Whether a word is a past form; `word` may have any letters.
pub(super) fn is_past(word: &str) -> bool {
    let regular = word.len() > 4 && word.ends_with("ed") && word.starts_with(|c: char| c.is_ascii_lowercase());
    regular || PAST.has(word)
}

/// Whether a word leaves open whether a date beside it is yet to come.
pub(super) fn may_be_ahead(word: &str) -> bool {
    is_future(word) || AHEAD.has(word)
}

/// Whether a word is a form of the present of a verb that tells what is to come on a day: "meets".
pub(super) fn is_scheduling(word: &str) -> bool {
    SCHEDULING.has(word)
}

/// Whether a verb says that something is moved to another day, or not to be.
pub(super) fn may_be_put_off(lemma: &str) -> bool {
    PUT_OFF.has(lemma)
}

/// Whether a word says that something is yet to come.
pub(super) fn is_future(word: &str) -> bool {
    FUTURE.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_a_class_and_a_value() {
        let found = ["may", "pm", "bc", "ninth", "trillion", "harbour"].map(|word| LISTED.get(word).copied());
        let listed =
            [(Class::Month, 5), (Class::Meridiem, 12), (Class::Era, 0), (Class::Ordinal, 9), (Class::Scale, i32::MAX)];
        assert_eq!((&found[..5], found[5]), (&listed.map(Some)[..], None));
    }

    #[test]
    fn every_listed_holiday_is_read() {
        assert_eq!(FIXED_DAYS.len(), DATES.words("day").count());
    }
}
