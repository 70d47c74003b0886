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
        let named = phrase.clone().any(|at| self.mention(at).is_some_and(|mention| mention.how.is_name()));
        let clause = self.items[first].mention.is_none()
            && (self.word(first).ends_with("ing") || self.word(first) == "according")
            && self.is(first + 1, Class::Preposition);
        if clause && !self.person(phrase.end - 1) {
            return false;
        }
        if named || self.is(first, Class::Pronoun) {
            return true;
        }
        let core = phrase.clone().take_while(|at| *at == first || !self.is(*at, Class::Preposition));
        let noun = |at: usize| {
            let word = self.word(at);
            self.items[at].mention.is_some()
                || self.is(at, Class::Word) && word.starts_with(char::is_alphabetic) && !LEXICON.speechless.has(word)
        };
        let whole = phrase.len() == 1 && LEXICON.class(self.word(first)) == Class::Determiner;
        let last = core.clone().last().unwrap_or(first);
        whole
            || noun(last)
            || core.clone().any(|at| matches!(self.items[at].kind, Kind::Quote(_)))
            || self.one_of(first)
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
                || crate::analysis::lexicon::words::WORDS.titles.has(self.word(at).trim_end_matches('.'))
        })
    }
}
