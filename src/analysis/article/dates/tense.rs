//! Whether a date that its words leave open lies before or behind the writing, as the verb of its clause tells.

use super::expression::{Expression, Tense};
use super::lexicon::{is_future, is_scheduling, may_be_put_off};
use super::meaning::{Fields, Meaning, Turn};
use crate::model::Role;
use crate::text::annotated::Text;
use crate::text::chunk::{Chunks, Form, Modal, Tense as VerbTense, VerbGroup};
use std::ops::Range;

/// Whether the verb of its clause may tell when an expression is: a weekday or a day of an unsaid year, in the text itself.
pub(super) fn is_open(text: &Text<'_>, expression: &Expression) -> bool {
    let near = matches!(
        expression.meaning,
        Meaning::Calendar(Fields { turn: Turn::Near, year: None, decade: None, century: None, weekday, month, feast, .. })
            if weekday.is_some() || month.is_some() || feast.is_some()
    );
    near && text.sentences[expression.sentence].role == Role::Body
}

/// Longest sentence that is read, in tokens, as for events: no text costs more than its length.
const LONGEST: usize = 400;

/// Sets the tense of the open ones among `expressions` right. Their sentences must be tagged.
pub(super) fn settle(text: &Text<'_>, expressions: &mut [Expression]) {
    for of_sentence in expressions.chunk_by_mut(|one, other| one.sentence == other.sentence) {
        let tokens = text.tokens_of(of_sentence[0].sentence..of_sentence[0].sentence + 1);
        if tokens.len() > LONGEST || !of_sentence.iter().any(|expression| is_open(text, expression)) {
            continue;
        }
        let chunks = Chunks::of(text, tokens.clone(), &[]);
        for expression in of_sentence.iter_mut().filter(|expression| is_open(text, expression)) {
            let here = Here { text, tokens: tokens.clone(), date: text.tokens_in(expression.span) };
            expression.tense = here.tense(&chunks, expression).unwrap_or(expression.tense);
        }
    }
}

/// A date among the tokens of its sentence.
struct Here<'a> {
    text: &'a Text<'a>,
    tokens: Range<usize>,
    date: Range<usize>,
}

impl Here<'_> {
    fn word(&self, at: usize) -> &str {
        self.text.tokens[at].span.of(self.text.saved)
    }

    /// The tense that the verbs tell; `None` where they say no more than the words did.
    fn tense(&self, chunks: &Chunks, expression: &Expression) -> Option<Tense> {
        let clause = chunks.clause_at(self.date.start);
        let own = |verb: &&VerbGroup| verb.form == Form::Finite && chunks.clause_at(verb.head) == clause;
        let led = chunks.verbs.iter().rev().filter(|verb| verb.tokens.end <= self.date.start).filter(own);
        let before = led.clone().next();
        let behind = || chunks.verbs.iter().filter(|verb| verb.tokens.start >= self.date.end).find(own);
        let moved = |verb: &VerbGroup| may_be_put_off(&verb.lemma(self.text)) || self.is_called_off(verb);
        let planned = before.is_none_or(|verb| is_future(self.word(verb.head)));
        if let Some(verb) = behind().filter(|verb| planned && moved(verb)) {
            // "The concert on Friday has been cancelled" before Friday; a vote scheduled for May 3 that was called off is near it.
            let ahead = verb.tense == Some(VerbTense::Present);
            let plan = before.is_some() && is_weekday(expression);
            return Some(if ahead || plan { Tense::Future } else { Tense::Unsaid });
        }
        let Some(verb) = before.or_else(behind) else {
            return self.scheduled(&chunks.clauses.get(clause)?.tokens);
        };
        let (plan, moved) = (self.plans(verb), moved(verb));
        match (verb.modal, verb.tense) {
            _ if led.clone().any(|verb| matches!(verb.modal, Some(Modal::Due | Modal::Will))) => Some(Tense::Future),
            (Some(Modal::Due), _) => Some(Tense::Future),
            // "By October 31" may be near on either side.
            (None, _) if self.is_limit() && !is_weekday(expression) => Some(Tense::Unsaid),
            // "Was slated for October 15", in early October: that day is near, on either side.
            (None, Some(VerbTense::Past)) if plan && !verb.perfect && !is_weekday(expression) => Some(Tense::Unsaid),
            // "Had been due on Friday": that day is over.
            (None, Some(VerbTense::Past)) if plan && verb.perfect => Some(Tense::Past),
            (None, _) if moved && self.leads_to() => Some(Tense::Future),
            (None, Some(VerbTense::Present)) if before.is_some() && self.is_schedule(verb) => Some(Tense::Future),
            _ => None,
        }
    }

    /// The tense where no verb was found, since "council meets" may be two nouns as well: a word before the date that is a verb of
    /// schedules.
    fn scheduled(&self, clause: &Range<usize>) -> Option<Tense> {
        (clause.start..self.date.start).any(|at| is_scheduling(self.word(at))).then_some(Tense::Future)
    }

    /// Whether a word of plans stands in a verb's group or right behind it: "had been due", "was set".
    fn plans(&self, verb: &VerbGroup) -> bool {
        (verb.head..(verb.tokens.end + 1).min(self.tokens.end)).any(|at| is_future(self.word(at)))
    }

    fn is_called_off(&self, verb: &VerbGroup) -> bool {
        let next = verb.tokens.end;
        next < self.tokens.end && self.word(verb.head) == "called" && self.word(next) == "off"
    }

    /// Whether a date is where something is put off to: "until Monday".
    fn leads_to(&self) -> bool {
        let before = self.date.start.checked_sub(1).filter(|at| *at >= self.tokens.start);
        before.is_some_and(|at| ["until", "till", "to", "for"].contains(&self.word(at)))
    }

    /// Whether a date ends a time: "by October 31".
    fn is_limit(&self) -> bool {
        let before = self.date.start.checked_sub(1).filter(|at| *at >= self.tokens.start);
        before.is_some_and(|at| ["by", "until", "till"].contains(&self.word(at)))
    }

    /// Whether a verb in the present tells what is to come on a day: "meets on Thursday", "the deadline is Thursday", but not
    /// "the talks follow a statement on Thursday".
    fn is_schedule(&self, verb: &VerbGroup) -> bool {
        let word = self.word(verb.head);
        let is = verb.tokens.end == self.date.start && ["is", "are"].contains(&word);
        let must = ["has", "have"].contains(&word) && self.word(verb.tokens.end) == "to";
        !verb.perfect && (is || must || is_scheduling(word) || verb.passive && self.plans(verb))
    }
}

/// Whether a weekday is named without a day of the year.
const fn is_weekday(expression: &Expression) -> bool {
    matches!(expression.meaning, Meaning::Calendar(Fields { weekday: Some(_), day: None, .. }))
}
