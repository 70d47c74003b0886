//! What the rules of the grammar read, and what they share.

use crate::analysis::article::dates::lexicon::Class;
use crate::analysis::article::dates::meaning::{Base, DayPart, Fields, Meaning, Shift, Step, Turn, Unit};
use crate::analysis::article::dates::tokens::Tokens;

/// An expression: the tokens `from..to`, and what they say.
#[derive(Clone, Copy, Debug)]
pub(in crate::analysis::article::dates) struct Phrase {
    pub(in crate::analysis::article::dates) from: usize,
    pub(in crate::analysis::article::dates) to: usize,
    pub(in crate::analysis::article::dates) meaning: Meaning,
    /// The rule that read it.
    pub(in crate::analysis::article::dates) rule: &'static str,
}

/// What a rule reads: the token behind it, and what it says.
pub(super) type Read = Option<(usize, Meaning)>;

/// What the article has told of its own ways of writing dates.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::analysis::article::dates) struct Known {
    /// The era of years of fewer than four digits, where it has any.
    pub(in crate::analysis::article::dates) ancient: Option<Era>,
}

/// Years before our era, or of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analysis::article::dates) enum Era {
    Before,
    Ours,
}

/// What a rule of this file reads: the token behind it, and the parts of the date.
pub(super) type Dated = Option<(usize, Fields)>;

/// What a rule reads, with its name.
pub(super) type Named<T> = Option<(usize, T, &'static str)>;

/// The same with the name of the rule that read it.
pub(super) fn by<T>(rule: &'static str, read: Option<(usize, T)>) -> Named<T> {
    read.map(|(to, said)| (to, said, rule))
}

/// The longer of two; the first where they are as long.
pub(super) fn longer<T>(first: Named<T>, second: Named<T>) -> Named<T> {
    match (&first, &second) {
        (Some(one), Some(other)) if other.0 > one.0 => second,
        (None, _) => second,
        _ => first,
    }
}

/// A step of no distance from the date that the text named last.
pub(super) const fn here(unit: Unit, base: Base) -> Step {
    Step { base, by: 0, unit }
}

/// A shift that takes the whole of what it leads to.
pub(super) const fn shift(base: Base, by: i32, unit: Unit) -> Meaning {
    Meaning::Shift(Shift { step: Step { base, by, unit }, part: None, day_part: None, half: None })
}

/// The part of a day that follows a date, and the token behind both.
pub(super) fn day_part_at(tokens: &Tokens<'_>, to: usize) -> (usize, Option<DayPart>) {
    let part = tokens.value_of(to, Class::DayPart).map(DayPart::numbered);
    (to + usize::from(part.is_some()), part)
}

/// The day of a month that the number at `at` can be.
pub(super) fn day_at(tokens: &Tokens<'_>, at: usize) -> Option<u32> {
    u32::try_from(tokens.get(at)?.value).ok().filter(|day| (1..=31).contains(day))
}

/// Which of the times of one name the word at `at` chooses, and the base and direction for units.
pub(super) fn which(tokens: &Tokens<'_>, at: usize) -> Option<(Turn, Base, i32)> {
    Some(match tokens.class(at)? {
        Class::Last => (Turn::Last, Base::Speech, -1),
        Class::Previous => (Turn::Previous, Base::Anchor, -1),
        Class::Next | Class::Coming => (Turn::Next, Base::Speech, 1),
        Class::Following => (Turn::Following, Base::Anchor, 1),
        Class::This => (Turn::This, Base::Speech, 0),
        Class::That | Class::Same => (Turn::Near, Base::Anchor, 0),
        _ => return None,
    })
}
