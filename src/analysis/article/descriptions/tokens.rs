//! A sentence as words and marks, each with what the grammar of roles needs to know of it.

use super::lexicon::{ABBREVIATED, SAYING, STOPS, SURE, is_head};
use crate::base::Span;
use crate::model::{ActorKind, How, Mention};
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

/// The words and marks of the sentence at `span`; `mentions` are those of the whole article, and
/// `first..` the ones that may lie in it.
pub(super) fn tokens<'t>(text: &'t str, span: Span, mentions: &[Mention], first: usize) -> Vec<Token<'t>> {
    let mut found: Vec<Token<'t>> = Vec::with_capacity(span.len() / 5);
    let mut at = span.start as usize;
    let end = span.end as usize;
    let mut mention = first;
    while let Some(c) = text[at..end].chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let next = if c.is_alphanumeric() { word_end(text, at, end) } else { mark_end(text, at, end, c) };
        let here = Span::new(at, next);
        while mentions.get(mention).is_some_and(|mention| mention.span.end as usize <= at) {
            mention += 1;
        }
        let holder = mentions.get(mention).filter(|mention| mention.span.overlap(here).is_some());
        found.push(token(text, here, holder.map(|holder| (mention as u32, holder)), found.is_empty()));
        at = next;
    }
    found
}

fn token<'t>(text: &'t str, span: Span, holder: Option<(u32, &Mention)>, first: bool) -> Token<'t> {
    let words = span.of(text);
    let word = if words.chars().any(char::is_uppercase) { Cow::from(words.to_lowercase()) } else { Cow::from(words) };
    let capital = words.starts_with(char::is_uppercase);
    let named = holder.is_some_and(|(_, mention)| mention.how.is_name() || mention.how == How::Demonym);
    let class = if named && !is_possessive(words) { Class::Sure } else { class(words, &word, capital && !first) };
    Token { span, word, class, mention: holder.map(|(at, _)| at), capital }
}

fn is_possessive(words: &str) -> bool {
    matches!(words, "'s" | "’s" | "'" | "’" | "'S" | "’S")
}

fn class(words: &str, word: &str, capital: bool) -> Class {
    if is_possessive(words) {
        return Class::Possessive;
    }
    if !words.starts_with(char::is_alphanumeric) {
        let mark = words.chars().next().unwrap_or(' ');
        return if mark == '&' { Class::And } else { Class::Mark(mark) };
    }
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

/// The end of the word that starts at `at`: hyphens and apostrophes inside it belong to it, and so
/// does the full stop of an abbreviation, but not `'s`.
fn word_end(text: &str, at: usize, end: usize) -> usize {
    let mut to = at;
    let mut rest = text[at..end].chars().peekable();
    while let Some(c) = rest.next() {
        let joins = matches!(c, '-' | '\'' | '’' | '.' | '‑') && rest.peek().is_some_and(|next| next.is_alphanumeric());
        let figure = c == ','
            && rest.peek().is_some_and(char::is_ascii_digit)
            && text[at..to].ends_with(|c: char| c.is_ascii_digit());
        let owner = matches!(c, '\'' | '’') && {
            let mut ahead = rest.clone();
            matches!(ahead.next(), Some('s' | 'S')) && !ahead.next().is_some_and(char::is_alphanumeric)
        };
        if !c.is_alphanumeric() && c != '\u{301}' && !figure && (!joins || owner) {
            break;
        }
        to += c.len_utf8();
    }
    let stopped = text[to..end].starts_with('.');
    let inside = text[at..to].contains('.') || to - at == 1;
    if stopped && (inside || ABBREVIATED.has(&text[at..=to].to_lowercase())) { to + 1 } else { to }
}

/// The end of the mark at `at`; `'s` is one mark.
fn mark_end(text: &str, at: usize, end: usize, mark: char) -> usize {
    let after = at + mark.len_utf8();
    let mut rest = text[after..end].chars();
    let s = matches!(mark, '\'' | '’') && matches!(rest.next(), Some('s' | 'S'));
    if s && !rest.next().is_some_and(char::is_alphanumeric) && text[..at].ends_with(char::is_alphanumeric) {
        after + 1
    } else {
        after
    }
}
