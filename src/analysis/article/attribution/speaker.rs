//! Tells which noun phrases can be a speaker.

use super::item::Kind;
use super::lexicon::{Class, LEXICON};
use super::phrase::{Clause, TITLE};
use crate::model::{ActorKind, How};
use crate::text::lexicon::words::WORDS;
use std::ops::Range;

/// Most words of a relative clause before its last noun phrase.
const RELATIVE: usize = 10;

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
        whole || quoted || self.is_some_of(phrase) || self.person(phrase.end - 1) || core.clone().any(noun)
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

    /// "one of the officials", "some of them", "nearly 8 of 10 voters"
    fn is_some_of(&self, phrase: &Range<usize>) -> bool {
        let counts = |at: usize| {
            let word = self.word(at);
            let digits = word.starts_with(|c: char| c.is_ascii_digit());
            digits || LEXICON.speechless.has(word) || self.is(at, Class::Determiner) || self.is(at, Class::Adverb)
        };
        let of = phrase.clone().find(|at| self.word(*at) == "of");
        of.is_some_and(|of| of > phrase.start && (phrase.start..of).all(counts) && !counts(phrase.end - 1))
    }

    /// A description with the name that is set beside it: "his lawyer, Nina Dahl,". A place beside it names nobody.
    pub(super) fn with_name(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        let start = phrase.end + 1;
        // "a lawyer", "Mayor of Lennar": a name at its end is of what the office is for.
        let office = phrase.clone().any(|at| self.mention(at).is_none() && WORDS.titles.has(self.word(at)));
        let bare = self.mention(phrase.end - 1).is_none() || office && !self.person(phrase.end - 1);
        let described = phrase.len() > 1 && bare && self.mark(phrase.end, ',');
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
                || WORDS.titles.has(self.word(at).trim_end_matches('.'))
        })
    }

    /// The phrase without where or when its person spoke: "Holm in his opening speech".
    pub(super) fn without_place(&self, phrase: Range<usize>) -> Range<usize> {
        let name = phrase.clone().find(|at| self.person(*at)).map(|at| self.mention_end(at));
        let place = |at: &usize| {
            matches!(self.word(*at), "in" | "at" | "on" | "during" | "after" | "before") && *at < phrase.end
        };
        name.filter(place).map_or(phrase.clone(), |end| phrase.start..end)
    }

    /// Whether the two words before `end` say what somebody else did with the noun before them: "the captains I met".
    pub(super) fn is_tale(&self, end: usize) -> bool {
        let verb = |at: usize| self.participle(at) || WORDS.is_past(self.word(at));
        end > 2 && verb(end - 1) && self.is(end - 2, Class::Pronoun) && self.nominal(end - 3)
    }

    /// The noun phrase of which a relative clause up to `start` and behind it tells: "a study that came out in May".
    pub(super) fn told_of(&self, start: usize) -> Option<Range<usize>> {
        let reach = (start.saturating_sub(RELATIVE)..start)
            .rev()
            .take_while(|at| matches!(self.items[*at].kind, Kind::Word(_)));
        let opener = reach
            .filter(|at| matches!(self.word(*at), "that" | "who" | "which"))
            .find(|at| *at > 0 && self.nominal(at - 1) && !self.finite(at - 1))?;
        let verb =
            |at: usize| self.is(at, Class::Auxiliary) || self.word(at).ends_with("ed") || WORDS.is_past(self.word(at));
        if !verb(opener + 1) && !verb(opener + 2) {
            return None;
        }
        self.core(opener)
    }
}
