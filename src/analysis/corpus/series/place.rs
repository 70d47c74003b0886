//! Where a sentence counts people.

use super::words::{LISTS, Word};
use crate::analysis::corpus::told::Told;
use crate::base::Span;
use crate::model::{ActorKind, Mention};
use crate::text::lexicon::fold::fold;
use std::ops::Range;

/// Where they are counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Place {
    /// The sentence names no place.
    Whole,
    /// A place that the sentence only points to: "there", "at the hall".
    Here,
    /// The world.
    World,
    /// A place by its actor in the dossier, or its folded name.
    Named(Result<u32, String>),
}

/// Words between a preposition and the place that it opens: "at the crowded old Bellmore".
const NAME_WITHIN: usize = 4;
/// Words at the head of a sentence that may name whose officials count: "Lennar health officials said".
const OPENS: usize = 3;

/// The words of a sentence, with what it tells.
pub(super) struct Places<'s, 'd> {
    pub(super) told: &'s Told<'d>,
    pub(super) words: &'s [Word],
}

impl Places<'_, '_> {
    /// The place of the count whose words stand at `count`: behind it, else within, else before it in its clause, else what the
    /// sentence opens with.
    pub(super) fn of(&self, count: Range<usize>) -> Place {
        let next = (count.end..self.words.len()).find(|at| self.words[*at].number).unwrap_or(self.words.len());
        let ends = |at: &usize| matches!(self.words[*at].small.as_str(), "and" | "while" | "but");
        let clause = (count.end..next).find(ends).unwrap_or(next);
        let start = (0..count.start).rev().find(|at| self.words[*at].number).map_or(0, |at| at + 1);
        self.first_in(count.end.saturating_sub(1)..clause)
            .or_else(|| self.first_in(count.start..count.end))
            .or_else(|| self.last_in(start..count.start))
            .or_else(|| self.labelled())
            .or_else(|| self.subject(count.start))
            .or_else(|| self.counted_by())
            .or_else(|| self.opened(0))
            .unwrap_or(Place::Whole)
    }

    fn first_in(&self, mut range: Range<usize>) -> Option<Place> {
        range.find_map(|at| self.opened(at))
    }

    fn last_in(&self, range: Range<usize>) -> Option<Place> {
        range.rev().find_map(|at| self.opened(at).filter(|_| self.words[at].small != "there"))
    }

    /// The place that the word at `at` opens: "in Lennar", "there", "worldwide".
    fn opened(&self, at: usize) -> Option<Place> {
        let small = self.words[at].small.as_str();
        if small == "there" {
            return Some(Place::Here);
        }
        if LISTS.world.has(small) {
            return Some(Place::World);
        }
        if !LISTS.place_before.has(small) {
            return None;
        }
        let mut within = (at + 1..self.words.len().min(at + 1 + NAME_WITHIN))
            .take_while(|at| !self.words[*at].paused && !LISTS.place_before.has(&self.words[*at].small));
        let here = |at: usize| (small != "of" && LISTS.here.has(&self.words[at].small)).then_some(Place::Here);
        // A body is where something happens only "at" it, or near it.
        let at_it = matches!(small, "at" | "inside" | "near" | "outside" | "into");
        within.find_map(|at| self.mention(at, at_it).map(|(place, _)| place).or_else(|| here(at)))
    }

    /// The place that a line opens with as its label: "Bellmore Hall, 4 Quay Street - at least 19 dead".
    fn labelled(&self) -> Option<Place> {
        let mention = self.mention(0, true)?;
        let behind = self.words.iter().find(|word| word.span.start >= mention.1.end)?;
        behind.paused.then_some(mention.0)
    }

    /// The place that has them: "Lennar has two cases", "Lennar reported 80 deaths"; "it has two" points to one.
    fn subject(&self, first: usize) -> Option<Place> {
        let verbs =
            ["has", "have", "had", "reported", "reports", "confirmed", "confirms", "recorded", "records", "saw"];
        let verb = (first.saturating_sub(3)..first).rev().find(|at| verbs.contains(&self.words[*at].small.as_str()))?;
        (verb.saturating_sub(2)..verb).rev().find_map(|at| {
            if self.words[at].small == "it" {
                return Some(Place::Here);
            }
            self.mention(at, false).map(|(place, _)| place)
        })
    }

    /// The state whose officials count: "Lennar officials confirmed 65 cases".
    fn counted_by(&self) -> Option<Place> {
        let end = self.words.len().min(OPENS + 1);
        let office = |word: &Word| matches!(word.small.as_str(), "officials" | "authorities" | "police" | "government");
        let at = (0..end).find(|at| office(&self.words[*at]))?;
        let span = |at: usize| self.words[at].span;
        let state = |mention: &Mention| matches!(mention.kind, ActorKind::State | ActorKind::Place);
        let found = (0..at).find_map(|at| {
            self.told.mentions().find(|(_, mention, _)| mention.span.contains(span(at)) && state(mention))
        })?;
        found.2.map(|actor| Place::Named(Ok(actor)))
    }

    /// The place that a mention at a word names, with where it stands; that of a body where `bodies`.
    fn mention(&self, at: usize, bodies: bool) -> Option<(Place, Span)> {
        let span = self.words.get(at)?.span;
        let place = |mention: &Mention| {
            let named = matches!(mention.kind, ActorKind::State | ActorKind::Place)
                || bodies && mention.kind == ActorKind::Organization;
            named && mention.how.is_name()
        };
        let (_, mention, actor) =
            self.told.mentions().find(|(_, mention, _)| mention.span.contains(span) && place(mention))?;
        let key = actor.ok_or_else(|| fold(mention.span.of(self.told.text())));
        Some((Place::Named(key), mention.span))
    }
}
