//! A sentence as words and marks, each with what the grammar of roles needs to know of it.

use super::lexicon::{SAYING, STOPS, SURE, is_head};
use crate::base::Span;
use crate::model::{ActorKind, How, Mention};
use crate::text::annotated::Text;
use crate::text::words::{Kind, Word, words};
use std::borrow::Cow;

/// What a word or mark does in a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A mark, by its character.
    Mark(char),
    /// `'s` or a bare apostrophe behind a word.
    Possessive,
    /// "the", "a", "an".
    Article,
    /// "its", "his", "their".
    Owner,
    /// "of", "for", "to", "in" and the like.
    Preposition,
    /// "and", "&".
    And,
    /// A word that no role holds.
    Stop,
    /// A word that certainly belongs to a noun phrase.
    Sure,
    /// A word that may be a noun, an adjective or a verb.
    Unsure,
}

/// One word or mark.
#[derive(Debug)]
pub(super) struct Token<'t> {
    pub(super) span: Span,
    /// The word in small letters.
    pub(super) word: Cow<'t, str>,
    pub(super) class: Class,
    /// The mention that holds it, as an index into the article's mentions.
    pub(super) mention: Option<u32>,
    pub(super) capital: bool,
}

impl Token<'_> {
    /// Whether it can stand inside a noun phrase.
    pub(super) fn is_word(&self) -> bool {
        matches!(self.class, Class::Sure | Class::Unsure)
    }
}

/// The words and marks of the sentence `at`; `mentions` are those of the whole article, and `first..` the ones that may
/// lie in it.
pub(super) fn tokens<'t>(text: &Text<'t>, at: usize, mentions: &[Mention], first: usize) -> Vec<Token<'t>> {
    let own = text.tokens_of(at..at + 1);
    let mut found: Vec<Token<'t>> = Vec::with_capacity(own.len());
    let mut next = first;
    for word in words(text, own) {
        while mentions.get(next).is_some_and(|mention| mention.span.end <= word.span.start) {
            next += 1;
        }
        let holder = mentions.get(next).filter(|mention| mention.span.overlap(word.span).is_some());
        found.push(token(word, holder.map(|holder| (next as u32, holder)), found.is_empty()));
    }
    found
}

fn token<'t>(word: Word<'t>, holder: Option<(u32, &Mention)>, first: bool) -> Token<'t> {
    let named = holder.is_some_and(|(_, mention)| mention.how.is_name() || mention.how == How::Demonym);
    let class = match word.kind {
        Kind::Clitic if matches!(&*word.small, "'s" | "'") => Class::Possessive,
        _ if named => Class::Sure,
        Kind::Clitic => Class::Stop,
        Kind::Mark('&') => Class::And,
        Kind::Mark(mark) => Class::Mark(mark),
        Kind::Word => class(&word.small, word.capital && !first),
    };
    Token { span: word.span, word: word.small, class, mention: holder.map(|(at, _)| at), capital: word.capital }
}

fn class(word: &str, capital: bool) -> Class {
    match word {
        "the" | "a" | "an" => return Class::Article,
        "its" | "his" | "her" | "their" | "our" | "my" | "your" => return Class::Owner,
        "and" => return Class::And,
        "of" | "for" | "to" | "at" | "in" | "on" | "from" | "with" | "by" | "against" | "under" | "near" => {
            return Class::Preposition;
        }
        _ => {}
    }
    let noun =
        || [ActorKind::Person, ActorKind::Organization, ActorKind::Place].iter().any(|kind| is_head(word, *kind));
    let adverb = |word: &str| word.ends_with("ly") && word != "family";
    if SURE.has(word) || word.contains('-') && noun() {
        Class::Sure
    } else if STOPS.has(word) || !capital && (SAYING.has(word) || adverb(word)) {
        Class::Stop
    } else if capital || word.contains('-') {
        Class::Sure
    } else if word.ends_with("ed") || word.ends_with("ing") {
        Class::Stop
    } else {
        Class::Unsure
    }
}
