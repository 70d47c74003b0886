//! A sentence of the dossier with all that its article tells of it: the one look-up of the stages over the corpus.

use crate::base::{SentenceId, Span};
use crate::model::{DateExpression, Entry, EventMention, How, Mention, Quantity, Role, SentenceRef};
use chrono::NaiveDate;
use std::ops::Range;

/// A sentence of the dossier.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told<'d> {
    pub(super) at: SentenceRef,
    pub(super) entry: &'d Entry,
    pub(super) span: Span,
}

/// All sentences of such roles that no editor hides, in order.
pub(super) fn told(entries: &[Entry], role: impl Fn(Role) -> bool) -> impl Iterator<Item = Told<'_>> {
    let all = (0..)
        .zip(entries)
        .flat_map(|(index, entry)| entry.reading.sentences.iter().map(move |own| (index, entry, own)));
    all.filter(move |(_, entry, own)| role(own.role) && !entry.hidden.contains(&own.id)).map(
        |(index, entry, sentence)| Told {
            at: SentenceRef { entry: index, sentence: sentence.id },
            entry,
            span: sentence.span,
        },
    )
}

impl<'d> Told<'d> {
    pub(super) fn new(entries: &'d [Entry], at: SentenceRef) -> Option<Self> {
        let entry = entries.get(at.entry as usize)?;
        let sentence = entry.reading.sentences.get((at.sentence.0 as usize).checked_sub(1)?)?;
        Some(Self { at, entry, span: sentence.span })
    }

    /// The saved text that spans point into.
    pub(super) fn text(&self) -> &'d str {
        &self.entry.article.saved.text
    }

    /// Its own words.
    pub(super) fn words(&self) -> &'d str {
        self.span.of(self.text())
    }

    /// Its quantities, each with its place in the reading.
    pub(super) fn quantities(&self) -> impl Iterator<Item = (u32, &'d Quantity)> + use<'d> {
        let all = &self.entry.reading.quantities;
        self.places(all, |quantity| quantity.sentence).map(|at| (at as u32, &all[at]))
    }

    pub(super) fn dates(&self) -> &'d [DateExpression] {
        let all = &self.entry.reading.dates;
        &all[self.places(all, |date| date.sentence)]
    }

    pub(super) fn event_mentions(&self) -> &'d [EventMention] {
        let all = &self.entry.reading.event_mentions;
        &all[self.places(all, |mention| mention.sentence)]
    }

    /// Its mentions, each with its place in the reading, and with its actor where that is known.
    pub(super) fn mentions(&self) -> impl Iterator<Item = (u32, &'d Mention, Option<u32>)> + use<'d> {
        let (all, actors) = (&self.entry.reading.mentions, &self.entry.actors);
        let places = self.places(all, |mention| mention.sentence);
        places.map(|at| (at as u32, &all[at], actors.get(at).copied().flatten()))
    }

    /// The actors that it mentions in such a way, in order, each once.
    pub(super) fn actors(&self, way: impl Fn(How) -> bool) -> Vec<u32> {
        let mut found = Vec::new();
        for actor in self.mentions().filter(|(_, mention, _)| way(mention.how)).filter_map(|(.., actor)| actor) {
            if !found.contains(&actor) {
                found.push(actor);
            }
        }
        found
    }

    /// The first and last day on which its article may have been published, where that is known.
    pub(super) fn published(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.entry.article.meta.days()
    }

    /// The places of its items among `items`, which stand in order of their sentences.
    fn places<T>(&self, items: &[T], sentence: impl Fn(&T) -> SentenceId) -> Range<usize> {
        let first = items.partition_point(|item| sentence(item) < self.at.sentence);
        first..first + items[first..].partition_point(|item| sentence(item) == self.at.sentence)
    }
}
