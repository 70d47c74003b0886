//! Tells which noun phrases can be a speaker.

use super::item::Kind;
use super::lexicon::{Class, LEXICON};
use super::phrase::{Clause, TITLE};
use crate::model::{ActorKind, How};
use std::ops::Range;

impl Clause<'_, '_> {
    /// Whether the phrase has a word for somebody or something that can speak: no mere number, adverb or time, and no
    /// clause ("Speaking in Oslo").
    pub(super) fn can_speak(&self, phrase: &Range<usize>) -> bool {
        let first = phrase.start;
        let clause = self.items[first].mention.is_none()
            && (self.word(first).ends_with("ing") || self.word(first) == "according")
            && self.is(first + 1, Class::Preposition);
        if clause && !self.person(phrase.end - 1) {
            return false;
        }
        if self.is(first, Class::Pronoun) {
            return true;
        }
        let core = phrase.clone().take_while(|at| *at == first || !self.is(*at, Class::Preposition));
        let whole = phrase.len() == 1 && LEXICON.class(self.word(first)) == Class::Determiner;
        let quoted = core.clone().any(|at| matches!(self.items[at].kind, Kind::Quote(_)));
        let noun = |at| self.denotes_speaker(at, phrase.end);
        whole || quoted || self.one_of(first) || self.person(phrase.end - 1) || core.clone().any(noun)
    }

    /// Whether the word is a noun for a person, a body, a state or a document, or a name, and not whose another is.
    fn denotes_speaker(&self, at: usize, end: usize) -> bool {
        let item = &self.items[at];
        let owner = self.get(at + 1).is_some_and(|next| next.kind == Kind::Possessive);
        // "French bombs" are no people, "the French" are.
        let people = self.mention(at).is_some_and(|mention| mention.how == How::Demonym) && at + 1 < end;
        let name = item.capital && !people && !LEXICON.speechless.has(self.word(at));
        !owner
            && self.is(at, Class::Word)
            && (self.mention(at).is_some() && !people || name || LEXICON.speaks(self.word(at)))
    }

    /// "one of the officials", "some of them"
    fn one_of(&self, at: usize) -> bool {
        self.word(at + 1) == "of" && (self.word(at) == "one" || self.is(at, Class::Determiner))
    }

    /// A description with the name that is set beside it: "his lawyer, Nina Dahl,". A place beside it names nobody.
    pub(super) fn with_name(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        let start = phrase.end + 1;
        let described = phrase.len() > 1 && self.mention(phrase.end - 1).is_none() && self.mark(phrase.end, ',');
        let name = (start..start + TITLE).find(|at| self.mention(*at).is_some() || !self.nominal(*at))?;
        let named = self.mention(name).is_some_and(|mention| {
            mention.how.is_name() && matches!(mention.kind, ActorKind::Person | ActorKind::Organization)
        });
        if !described || !named {
            return None;
        }
        let end = self.mention_end(name);
        (self.get(end).is_none() || self.any_mark(end)).then_some(phrase.start..end)
    }

    /// Whether the phrase is a name, a pronoun or an expected description of a speaker.
    pub(super) fn names_speaker(&self, phrase: &Range<usize>) -> bool {
        phrase.clone().any(|at| {
            self.mention(at).is_some_and(|mention| mention.how != How::Demonym)
                || self.is(at, Class::Pronoun) && !matches!(self.word(at), "it" | "you")
                || LEXICON.unnamed.has(self.word(at))
                || crate::text::lexicon::words::WORDS.titles.has(self.word(at).trim_end_matches('.'))
        })
    }
}
