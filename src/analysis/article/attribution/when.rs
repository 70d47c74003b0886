//! Tells when something was said: only a date that stands with the verb of saying does.

use super::draft::Draft;
use super::here::Here;
use super::item::Kind;
use super::lexicon::{Class, Form, LEXICON};
use super::reader::Reader;
use crate::base::Span;
use crate::model::{DateExpression, DateKind};
use std::ops::Range;

/// Most words and marks between a date and the words that it belongs to.
const NEAR: usize = 24;

impl Here<'_, '_> {
    /// The date that stands nearest to the verb, outside of what is told, and is not later than publication.
    pub(super) fn date(&self, reader: &Reader<'_>, draft: &Draft, content: &[Span]) -> Option<u32> {
        let cue = draft.cue.clone()?;
        let whole = self.span(&(0..self.clause.len()));
        let from = reader.dates.partition_point(|date| date.span.end <= whole.start);
        let inside = (from..).zip(&reader.dates[from..]).take_while(|(_, date)| date.span.start < whole.end);
        let told = |date: &DateExpression| content.iter().any(|span| span.overlap(date.span).is_some());
        let past = |date: &DateExpression| {
            let first = date.when.and_then(|when| when.first_day());
            let published = reader.published.map(|published| published.last_day());
            !matches!((first, published), (Some(first), Some(published)) if first > published)
        };
        let kind = |date: &DateExpression| matches!(date.kind, DateKind::Date | DateKind::Time);
        inside
            .filter(|(_, date)| kind(date) && !told(date) && past(date))
            .filter_map(|(at, date)| Some((self.steps(&self.items_of(date.span), draft, &cue)?, at as u32)))
            .min()
            .map(|(_, at)| at)
    }

    /// The items that a span lies on.
    fn items_of(&self, span: Span) -> Range<usize> {
        let items = self.clause.items;
        let from = items.partition_point(|item| item.span.end <= span.start);
        from..from + items[from..].iter().take_while(|item| item.span.start < span.end).count()
    }

    /// How far a date stands from the verb and its speaker, where only circumstances stand between.
    fn steps(&self, date: &Range<usize>, draft: &Draft, cue: &Range<usize>) -> Option<usize> {
        let clause = &self.clause;
        let speaker = draft.speaker.clone().unwrap_or_else(|| cue.clone());
        let bound = (date.start.saturating_sub(3)..date.start)
            .rev()
            .find(|at| !clause.is(*at, Class::Determiner) && !clause.is(*at, Class::Time))
            .is_some_and(|at| {
                clause.is(at, Class::Preposition) && !matches!(clause.word(at), "on" | "in" | "at" | "during" | "over")
                    || clause.is(at, Class::Subordinator)
            });
        if bound || date.start < speaker.end && speaker.start < date.end {
            return None;
        }
        let (first, behind) = (speaker.start.min(cue.start), speaker.start >= cue.end);
        if date.start >= cue.end {
            let from = if behind && date.start >= speaker.end { speaker.end } else { cue.end };
            let aside = usize::from(behind) * 2;
            return self.circumstances(&(from..date.start), aside);
        }
        if date.end <= first {
            let border = (date.start.saturating_sub(NEAR)..date.start).rev().find(|at| {
                clause.any_mark(*at) || clause.quotation(*at).is_some() || clause.is(*at, Class::Conjunction)
            });
            self.circumstances(&(border.map_or(0, |at| at + 1)..date.start), 0)?;
            return self.circumstances(&(date.end..first), 1);
        }
        let between = speaker.end.min(cue.start)..cue.start;
        let speech = between.clone().any(|at| LEXICON.speech.has(clause.word(at)) || clause.word(at) == "speaking");
        self.circumstances(&between, usize::from(speech) * 2)
    }

    /// The number of items, where they are words of when, where and to whom, with as many commas at most.
    fn circumstances(&self, range: &Range<usize>, commas: usize) -> Option<usize> {
        let clause = &self.clause;
        let mut marks = 0;
        let passes = |at: usize| match clause.items[at].kind {
            Kind::Word(Class::Word) if clause.items[at].mention.is_none() => {
                let word = clause.word(at);
                let past = LEXICON.verbs(word).iter().any(|verb| verb.form == Form::Past);
                let participle = word.ends_with("ed") || word.ends_with("ing");
                LEXICON.speech.has(word) || word == "speaking" || !past && !participle
            }
            Kind::Word(class) => {
                !matches!(class, Class::Subordinator | Class::Relative | Class::Auxiliary | Class::Conjunction)
                    && !matches!(clause.word(at), "after" | "before" | "since" | "until")
            }
            Kind::Mark(mark) => {
                marks += 1;
                mark == ',' && marks <= commas
            }
            Kind::Possessive => true,
            Kind::Quote(_) => false,
        };
        (range.len() <= NEAR && range.clone().all(passes)).then_some(range.len())
    }
}
