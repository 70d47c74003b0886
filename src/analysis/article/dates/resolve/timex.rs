//! Lengths and recurrences as TIMEX3 writes them.

use crate::analysis::article::dates::meaning::{Count, Set, Unit};

/// `P3W`, `P2.5Y`, `PXD`, `PT24H`.
pub(super) fn length(count: Count, unit: Unit) -> String {
    let (number, halved) = match count {
        Count::Halves(halves) if unit == Unit::Fortnight => (halves.to_string(), false),
        Count::Halves(halves) => ((halves / 2).to_string(), halves % 2 == 1),
        Count::Some => ("X".to_owned(), false),
    };
    let half = if halved { ".5" } else { "" };
    let time = if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) { "T" } else { "" };
    format!("P{time}{number}{half}{}", letters(unit))
}

const fn letters(unit: Unit) -> &'static str {
    match unit {
        Unit::Second => "S",
        Unit::Minute | Unit::Month => "M",
        Unit::Hour => "H",
        Unit::Day => "D",
        Unit::Week | Unit::Fortnight => "W",
        Unit::Weekend => "WE",
        Unit::Quarter => "Q",
        Unit::Year => "Y",
        Unit::Decade => "DE",
        Unit::Century => "CE",
        Unit::Millennium => "ML",
    }
}

/// `XXXX-WXX-5` for every Friday, `XXXX` for every year, `P2W` for every two weeks.
pub(super) fn set(set: Set) -> String {
    match set {
        Set::Every(unit) => match unit {
            Unit::Second | Unit::Minute | Unit::Hour => "XXXX-XX-XXTXX".to_owned(),
            Unit::Day => "XXXX-XX-XX".to_owned(),
            Unit::Week => "XXXX-WXX".to_owned(),
            Unit::Weekend => "XXXX-WXX-WE".to_owned(),
            Unit::Month => "XXXX-XX".to_owned(),
            Unit::Quarter => "XXXX-QX".to_owned(),
            Unit::Year => "XXXX".to_owned(),
            other => length(Count::Halves(2), other),
        },
        Set::EveryFew(count, unit) => length(Count::Halves(count.saturating_mul(2)), unit),
        Set::Weekday(day) => format!("XXXX-WXX-{day}"),
        Set::Month(month) => format!("XXXX-{month:02}"),
        Set::Season(season) => format!("XXXX-{}", season.code()),
        Set::DayPart(part) => format!("XXXX-XX-XX{}", part.code()),
    }
}
