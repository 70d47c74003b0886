//! One sentence of an article: makes statements of what is told in it.

use super::draft::Draft;
use super::item::{Item, Kind};
use super::lexicon::Class;
use super::phrase::Clause;
use super::reader::{QUOTED, Reader};
use super::who::Voice;
use crate::base::{SentenceId, Span};
use crate::model::{Statement, StatementKind};
use std::ops::Range;

/// One sentence as it stands outside of quotation marks.
pub(super) struct Here<'a, 't> {
    pub(super) clause: Clause<'a, 't>,
}

impl<'t> Here<'_, 't> {
    fn items(&self) -> &[Item<'t>] {
        self.clause.items
    }

    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        Span { start: self.items()[range.start].span.start, end: self.items()[range.end - 1].span.end }
    }

    /// The sentences that hold the items.
    pub(super) fn sentences(&self, range: &Range<usize>) -> Range<usize> {
        self.items()[range.start].sentences.0 as usize..self.items()[range.end - 1].sentences.1 as usize + 1
    }

    pub(super) fn opens_paragraph(&self, reader: &Reader<'_>) -> bool {
        let first = self.items()[0].sentences.0 as usize;
        let sentences = reader.cast.sentences;
        first == 0 || !sentences[first].shares_paragraph(&sentences[first - 1])
    }

    /// The quotation that opens the sentence, and those that follow it at once.
    pub(super) fn leading(&self) -> Option<Range<usize>> {
        let first = self.clause.quotation(0)?;
        let mut to = 1;
        while to < self.clause.len() && (self.clause.quotation(to).is_some() || self.clause.any_mark(to)) {
            to += 1;
        }
        let alone = to == self.clause.len();
        let whole = !first.soft && first.words > QUOTED && !first.inner.of(self.clause.text).ends_with(',');
        (alone || whole).then(|| 0..if alone { last_quotation(&self.clause) + 1 } else { 1 })
    }

    /// The person that the sentence is about.
    pub(super) fn subject(&self) -> Option<Range<usize>> {
        let clause = &self.clause;
        let mut at = 0;
        if clause.is(0, Class::Preposition) || clause.is(0, Class::Subordinator) || clause.is(0, Class::Adverb) {
            at = (0..clause.len()).find(|at| clause.mark(*at, ','))? + 1;
        }
        while clause.is(at, Class::Conjunction) || clause.is(at, Class::Adverb) {
            at += 1;
        }
        if clause.word(at) == "according" && clause.word(at + 1) == "to" {
            at += 2;
        }
        let phrase = clause.after(at)?;
        let person = phrase.clone().any(|at| clause.person(at))
            || matches!(clause.word(phrase.start), "he" | "she" | "they")
            || clause.names_speaker(&phrase);
        let writer = phrase.len() == 1 && matches!(clause.word(phrase.start), "i" | "we");
        (person && !writer && clause.can_speak(&phrase)).then_some(phrase)
    }

    /// Whether the words of who speaks are a name or another word that expects a speaker.
    pub(super) fn names(&self, draft: &Draft) -> bool {
        draft.speaker.as_ref().is_some_and(|speaker| self.clause.names_speaker(speaker))
    }

    pub(super) fn statement(&self, reader: &Reader<'t>, draft: &Draft) -> Statement {
        let voice = draft.speaker.as_ref().map(|speaker| {
            let voice = reader.cast.voice(self.span(speaker));
            // "Holm, who said": what stands for the name is the speaker, as a pronoun would be.
            match self.relative(speaker, draft).filter(|_| voice.by.is_some()) {
                Some(at) => Voice { speaker: Some(self.items()[at].span), ..voice },
                None => voice,
            }
        });
        let spans: Vec<Span> = draft.content.iter().map(|range| self.span(range)).collect();
        let mut sentences: Vec<SentenceId> =
            draft.content.iter().flat_map(|range| reader.ids(self.sentences(range))).collect();
        sentences.dedup();
        let cue = draft.cue.as_ref().map(|cue| self.span(cue));
        Statement {
            intermediate: draft.intermediate.as_ref().map(|intermediate| self.span(intermediate)),
            cue,
            stance: draft.stance,
            kind: self.kind(draft),
            date: self.date(reader, draft, &spans),
            ..Statement {
                spans,
                sentences,
                ..reader.statement(draft.rule, voice.unwrap_or_default(), Vec::new(), 0..0)
            }
        }
    }

    /// The "who" that stands between a speaker and the verb.
    fn relative(&self, speaker: &Range<usize>, draft: &Draft) -> Option<usize> {
        let at = speaker.end + usize::from(self.clause.mark(speaker.end, ','));
        let cue = draft.cue.as_ref()?.start;
        let near = at < cue
            && (at + 1..cue).all(|at| self.clause.is(at, Class::Auxiliary) || self.clause.is(at, Class::Adverb));
        (near && self.clause.is(at, Class::Relative)).then_some(at)
    }

    fn kind(&self, draft: &Draft) -> StatementKind {
        let (mut own, mut most) = (0, 0);
        for at in draft.content.iter().flat_map(Clone::clone) {
            match self.clause.quotation(at) {
                Some(quotation) => most = most.max(quotation.words),
                None if matches!(self.items()[at].kind, Kind::Word(_)) => own += 1,
                None => {}
            }
        }
        match (own, most) {
            (0, _) => StatementKind::Direct,
            (_, most) if most >= QUOTED => StatementKind::Mixed,
            _ => StatementKind::Indirect,
        }
    }
}

fn last_quotation(clause: &Clause<'_, '_>) -> usize {
    (0..clause.len()).rev().find(|at| clause.quotation(*at).is_some()).unwrap_or(0)
}
