//! What the words of a date expression say before it is known which calendar dates they fall on.

use super::lexicon::FeastRule;
use crate::base::{Part, Season, Time};

/// The sense of one expression.
#[derive(Clone, Copy, Debug)]
pub(super) enum Meaning {
    /// Parts of a calendar date, some of them unsaid.
    Calendar(Fields),
    /// A distance from the day of publication or from a date of the text.
    Shift(Shift),
    /// A time without a place on the calendar, as TIMEX3 names it: `PAST_REF`.
    Reference(&'static str),
    /// A length of time.
    Length(Count, Unit),
    /// A time that comes again.
    Set(Set),
    /// A business year by its number: which days it holds, no text says.
    Fiscal(i32),
    /// A number that is no time, held so that no part of it is read as one.
    Age,
}

/// A time that comes again.
#[derive(Clone, Copy, Debug)]
pub(super) enum Set {
    Every(Unit),
    EveryFew(u32, Unit),
    Weekday(u32),
    Month(u32),
    Season(Season),
    DayPart(DayPart),
}

/// Parts of a calendar date; `None` is unsaid.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fields {
    /// Astronomically numbered: 490 BC is -489.
    pub(super) year: Option<i32>,
    pub(super) month: Option<u32>,
    pub(super) day: Option<u32>,
    /// Monday is 1.
    pub(super) weekday: Option<u32>,
    pub(super) season: Option<Season>,
    pub(super) quarter: Option<u8>,
    pub(super) half: Option<u8>,
    /// The year without its last digit; below zero counted before our era: -46 is the 460s BC.
    pub(super) decade: Option<i32>,
    /// The year without its last two digits; below zero the number of the century before our era.
    pub(super) century: Option<i32>,
    pub(super) part: Option<Part>,
    pub(super) day_part: Option<DayPart>,
    pub(super) clock: Option<Time>,
    pub(super) turn: Turn,
    /// The year, month or week that they lie in: "of that year".
    pub(super) within: Option<Step>,
    /// Two numbers whose order only the rest of the article tells: day and month, or month and day.
    pub(super) unordered: Option<(u32, u32)>,
    /// For a date all in numbers whose order is plain: whether the day stands first.
    pub(super) numeric: Option<bool>,
    /// Two digits of a year, whose century only the rest tells.
    pub(super) short_year: Option<i32>,
    /// A feast that moves with the calendar, in place of month and day.
    pub(super) feast: Option<FeastRule>,
    /// A bare number, which is a year or day only beside another date.
    pub(super) bare: bool,
}

/// Which of the times that bear one name is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Turn {
    /// Unsaid.
    #[default]
    Near,
    /// "last March".
    Last,
    /// "this March".
    This,
    /// "next March".
    Next,
    /// "the following March".
    Following,
    /// "the previous March".
    Previous,
}

/// So many units from a base.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) base: Base,
    pub(super) by: i32,
    pub(super) unit: Unit,
}

/// A distance, and which part of the time it leads to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shift {
    pub(super) step: Step,
    pub(super) part: Option<Part>,
    pub(super) day_part: Option<DayPart>,
    pub(super) half: Option<u8>,
}

/// What a distance counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    /// The day of writing: "two days ago".
    Speech,
    /// The date that the text named last: "two days later".
    Anchor,
    /// Whichever of the two the text lives in: "the end of the year".
    Either,
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    /// Halves: 3 is one and a half.
    Halves(u32),
    /// "a few".
    Some,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// The unit with this number in the word list.
    pub(super) const fn numbered(number: i32) -> Self {
        match number {
            1 => Self::Second,
            2 => Self::Minute,
            3 => Self::Hour,
            4 => Self::Day,
            5 => Self::Week,
            6 => Self::Weekend,
            7 => Self::Fortnight,
            8 => Self::Month,
            9 => Self::Quarter,
            10 => Self::Year,
            11 => Self::Decade,
            12 => Self::Century,
            _ => Self::Millennium,
        }
    }
}

/// A part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

impl DayPart {
    /// The part with this number in the word list.
    pub(super) const fn numbered(number: i32) -> Self {
        match number {
            1 => Self::Morning,
            2 => Self::Afternoon,
            3 => Self::Evening,
            4 => Self::Night,
            _ => Self::Daytime,
        }
    }

    /// As TIMEX3 writes it.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Morning => "TMO",
            Self::Afternoon => "TAF",
            Self::Evening => "TEV",
            Self::Night => "TNI",
            Self::Daytime => "TDT",
        }
    }
}

/// The season with this number in the word list.
pub(super) const fn season(number: i32) -> Season {
    match number {
        1 => Season::Spring,
        2 => Season::Summer,
        3 => Season::Autumn,
        _ => Season::Winter,
    }
}

/// The part with this number in the word list.
pub(super) const fn part(number: i32) -> Part {
    match number {
        1 => Part::Early,
        2 => Part::Mid,
        _ => Part::Late,
    }
}
