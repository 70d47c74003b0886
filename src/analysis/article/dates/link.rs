//! What neighbouring expressions lend each other, and the pairs that mark a stretch.

use super::expression::Expression;
use super::grammar::Phrase;
use super::lexicon::Class;
use super::meaning::{Fields, Meaning, Unit};
use super::tokens::Tokens;

/// Words that may stand between "from 1996" and "until … 2001".
const STRETCH: usize = 8;

/// Words that may stand between a time of day and its day: "5 p.m. local time on Friday".
const TIME_TO_DAY: usize = 4;

/// Completes the expressions of one sentence by their neighbours; `first` is the number of the first of them.
pub(super) fn join(tokens: &Tokens<'_>, found: &[Phrase], all: &mut [Expression], first: usize) {
    // Back to front, so that a list lends its year along: "in January, March and May 2003".
    for at in (1..all.len()).rev() {
        let link = between(tokens, &found[at - 1], &found[at]);
        if let (Meaning::Calendar(begin), Meaning::Calendar(end)) = (all[at - 1].meaning, all[at].meaning)
            && link != Link::None
        {
            all[at - 1].meaning = Meaning::Calendar(lend(begin, &end));
            all[at - 1].until = (link == Link::Until).then_some(first + at);
        }
    }
    for at in 1..all.len() {
        if tokens.mark(found[at - 1].to, &['(']) && found[at].from == found[at - 1].to + 1 {
            all[at - 1].meaning = explained(all[at - 1].meaning, all[at].meaning);
        }
        if let (Meaning::Calendar(begin), Meaning::Calendar(end)) = (all[at - 1].meaning, all[at].meaning) {
            if end.bare {
                all[at].meaning = Meaning::Calendar(borrow(&begin, end));
            } else if found[at].from - found[at - 1].to <= TIME_TO_DAY {
                let (one, other) = on_one_day(begin, end);
                all[at - 1].meaning = Meaning::Calendar(one);
                all[at].meaning = Meaning::Calendar(other);
            }
        }
    }
}

/// A day by its name takes the date that stands behind it in brackets: "last Friday (14 October 2011)".
fn explained(day: Meaning, date: Meaning) -> Meaning {
    let named = match day {
        Meaning::Calendar(fields) => fields.weekday.is_some() && fields.day.is_none(),
        Meaning::Shift(shift) => shift.step.unit == Unit::Day && shift.day_part.is_none(),
        _ => false,
    };
    let whole = |fields: Fields| fields.day.is_some() && fields.month.is_some() || fields.unordered.is_some();
    if named && matches!(date, Meaning::Calendar(fields) if whole(fields)) { date } else { day }
}

/// A time of day beside a day is a time of that day.
fn on_one_day(one: Fields, other: Fields) -> (Fields, Fields) {
    let is_time = |fields: &Fields| fields.clock.is_some() && fields.day.is_none() && fields.weekday.is_none();
    let is_day = |fields: &Fields| fields.clock.is_none() && (fields.day.is_some() || fields.weekday.is_some());
    if is_time(&one) && is_day(&other) {
        (Fields { clock: one.clock, day_part: None, ..other }, other)
    } else if is_day(&one) && is_time(&other) {
        (one, Fields { clock: other.clock, day_part: None, ..one })
    } else {
        (one, other)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    None,
    /// "and": no stretch, but the first may take its year from the second.
    List,
    Until,
}

/// What the words between two expressions make of them.
fn between(tokens: &Tokens<'_>, from: &Phrase, to: &Phrase) -> Link {
    let gap = from.to..to.from;
    if gap.len() == 1 {
        let dash = tokens.mark(gap.start, &['-', '–', '—', '‑', '/']);
        return match tokens.class(gap.start) {
            Some(Class::To) => Link::Until,
            Some(Class::Mark) if dash => Link::Until,
            Some(Class::And) if from.from > 0 && tokens.word(from.from - 1, "between") => Link::Until,
            Some(Class::And) => Link::List,
            Some(Class::Mark) if tokens.mark(gap.start, &[',']) => Link::List,
            _ => Link::None,
        };
    }
    let opened = from.from > 0 && tokens.any(from.from - 1, &["from", "between", "since"]);
    let closes =
        |at: usize| tokens.is(at, Class::To) && !tokens.word(at, "to") || tokens.is(at, Class::To) && at + 1 == to.from;
    let through = gap.len() <= STRETCH && gap.clone().any(closes) && !gap.clone().any(|at| tokens.mark(at, &[';']));
    if opened && through { Link::Until } else { Link::None }
}

/// The first of two with what only the second says: "10-12 June", "May and July 2003".
fn lend(begin: Fields, end: &Fields) -> Fields {
    let mut lent = begin;
    let dated = begin.month.is_some() || begin.season.is_some() || begin.bare;
    if begin.bare && begin.day.is_some() && begin.month.is_none() {
        lent.month = end.month;
    }
    if begin.year.is_none() && begin.short_year.is_none() && begin.within.is_none() && dated {
        lent.within = end.within;
        lent.year = end.year.map(|year| if lent.month > end.month && end.month.is_some() { year - 1 } else { year });
    }
    lent
}

/// A bare number with what the date before it says: "June 3 to 5", "1990-94".
fn borrow(begin: &Fields, end: Fields) -> Fields {
    let mut whole = end;
    if let (Some(short), Some(year)) = (end.short_year, begin.year) {
        whole.year = Some(year - year.rem_euclid(100) + short);
        whole.short_year = None;
    } else if end.month.is_none() && end.day.is_some() {
        whole.month = begin.month;
        whole.year = end.year.or(begin.year);
        whole.within = begin.within;
    }
    whole
}
