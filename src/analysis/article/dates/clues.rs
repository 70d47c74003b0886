//! What the times that an article names tell of the day on which it was written.

use super::expression::{Expression, Tense};
use super::lexicon::may_be_ahead;
use super::meaning::{Base, Fields, Meaning, Turn, Unit};
use crate::base::{PartialDate, When};
use crate::model::{Clue, Named, Role};
use crate::text::annotated::Text;

/// The clues of an article's own sentences, in order.
pub(super) fn clues(expressions: &[Expression], text: &Text<'_>) -> Vec<Clue> {
    // Whether the sentence that was looked at last speaks of what may be ahead.
    let mut last = None;
    let clue = |expression: &Expression| {
        let sentence = &text.sentences[expression.sentence];
        let own = sentence.role == Role::Body || sentence.role == Role::Standfirst;
        let named = named(&expression.meaning).filter(|_| own)?;
        // A holiday ("Christmas") may be that of any year.
        let by_number = expression.span.of(text.saved).bytes().any(|byte| byte.is_ascii_digit());
        if matches!(named, Named::InYear { day: Some(_), .. }) && !by_number {
            return None;
        }
        if let Named::On(When::Date(date)) = named
            && date.month().is_none()
            && !is_tied(text, expression)
        {
            return None;
        }
        let ahead = match last {
            Some((of, ahead)) if of == expression.sentence => ahead,
            _ => speaks_ahead(text, expression.sentence),
        };
        last = Some((expression.sentence, ahead));
        // A day by which a sentence speaks of hopes and plans is not past for certain.
        let past = expression.tense == Tense::Past && !ahead;
        let tense = if expression.tense == Tense::Past && !past { Tense::Unsaid } else { expression.tense };
        Some(Clue { sentence: sentence.id, span: expression.span, named, tense })
    };
    expressions.iter().filter_map(clue).collect()
}

/// Whether a sentence has a word beside which a date may be yet to come.
fn speaks_ahead(text: &Text<'_>, sentence: usize) -> bool {
    text.tokens_of(sentence..sentence + 1).any(|at| may_be_ahead(text.tokens[at].span.of(text.saved)))
}

/// Words before a year that is a time, and neither part of a name ("the 2020 Games") nor another number.
const TIES: [&str; 9] = ["in", "since", "during", "of", "from", "between", "early", "late", "mid"];

fn is_tied(text: &Text<'_>, expression: &Expression) -> bool {
    let at = text.tokens_in(expression.span).start;
    let before = at.checked_sub(1).map(|at| text.tokens[at].span.of(text.saved));
    before.is_some_and(|word| TIES.iter().any(|tie| tie.eq_ignore_ascii_case(word)))
}

/// What an expression names, where it is of use.
fn named(meaning: &Meaning) -> Option<Named> {
    match meaning {
        Meaning::Calendar(fields) => calendar(fields),
        Meaning::Shift(shift) if shift.step.base == Base::Speech && shift.step.unit == Unit::Day => {
            Some(Named::Away(shift.step.by))
        }
        _ => None,
    }
}

fn calendar(fields: &Fields) -> Option<Named> {
    let plain = fields.unordered.is_none() && fields.within.is_none() && fields.short_year.is_none() && !fields.bare;
    if !plain || fields.decade.is_some() || fields.century.is_some() {
        return None;
    }
    match (fields.year, fields.month, fields.day) {
        (Some(year), Some(month), Some(day)) => {
            PartialDate::day_of(year, month, day).map(|day| Named::On(When::Date(day)))
        }
        (Some(year), Some(month), None) => PartialDate::month_of(year, month).map(|month| Named::On(When::Date(month))),
        (Some(year), None, None) if fields.season.is_none() && fields.quarter.is_none() && fields.half.is_none() => {
            Some(Named::On(When::Date(PartialDate::year_only(year))))
        }
        (None, Some(month), day) if fields.turn == Turn::Near => Some(Named::InYear { month, day }),
        (None, None, None) if fields.turn == Turn::Near => fields.weekday.map(Named::Weekday),
        _ => None,
    }
}
