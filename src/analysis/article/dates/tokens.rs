//! A sentence as words, numbers and marks, each with its class in date expressions.

use super::lexicon::{Class, LISTED, whole};
use crate::base::Span;
use crate::text::annotated::Text;
use crate::text::figures::{Kind, Piece, pieces};

/// One word, number or mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    pub(super) span: Span,
    pub(super) text: &'t str,
    pub(super) class: Class,
    /// The number, or the lexicon's value of the word.
    pub(super) value: i32,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
}

/// A sentence's tokens; asking past its ends is allowed and finds nothing.
#[derive(Default)]
pub(super) struct Tokens<'t>(Vec<Token<'t>>);

impl<'t> Tokens<'t> {
    /// The tokens of the sentence at this place among those of `text`.
    pub(super) fn of(text: &Text<'t>, sentence: usize) -> Self {
        let token = |piece: Piece<'t>| {
            let (class, value) = match piece.kind {
                // Too long for a day or year, yet it may count years.
                Kind::Figure(value) if piece.text.len() > 4 => (Class::Figure, whole(value)),
                Kind::Figure(value) => (Class::Digits, whole(value)),
                Kind::Ordinal(value) if piece.text.len() > 6 => (Class::Figure, whole(value)),
                Kind::Ordinal(value) => (Class::OrdinalDigits, whole(value)),
                Kind::Decade(value) => (Class::Tens0s, whole(value)),
                Kind::Word => LISTED.get(piece.small()).copied().unwrap_or((Class::Other, 0)),
                Kind::Mark(_) => (Class::Mark, 0),
            };
            Token { span: piece.span, text: piece.text, class, value, spaced: piece.spaced }
        };
        Self(pieces(text, sentence).map(token).collect())
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Token<'t>> {
        self.0.get(at)
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &Token<'t>> {
        self.0.iter()
    }

    pub(super) fn class(&self, at: usize) -> Option<Class> {
        self.0.get(at).map(|token| token.class)
    }

    /// The class of the token before `at`.
    pub(super) fn class_before(&self, at: usize) -> Option<Class> {
        at.checked_sub(1).and_then(|before| self.class(before))
    }

    /// The value of the token at `at` where it is of this class.
    pub(super) fn value_of(&self, at: usize, class: Class) -> Option<i32> {
        self.0.get(at).filter(|token| token.class == class).map(|token| token.value)
    }

    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.class(at) == Some(class)
    }

    /// Whether `at` is this word, in whatever letters.
    pub(super) fn word(&self, at: usize, word: &str) -> bool {
        self.0.get(at).is_some_and(|token| token.text.eq_ignore_ascii_case(word))
    }

    /// Whether `at` is one of these words, in whatever letters.
    pub(super) fn any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.word(at, word))
    }

    /// Whether `at` is one of these marks.
    pub(super) fn mark(&self, at: usize, marks: &[char]) -> bool {
        self.0.get(at).is_some_and(|token| token.class == Class::Mark && token.text.starts_with(marks))
    }

    /// Whether `at` follows the token before it without white space.
    pub(super) fn tight(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(|token| !token.spaced)
    }

    /// `at`, or the token behind it where `at` is of this class.
    pub(super) fn skip(&self, at: usize, class: Class) -> usize {
        at + usize::from(self.is(at, class))
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(|token| token.text.starts_with(char::is_uppercase))
    }

    /// The bytes of the tokens `from..to`, of which there is one at least.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        Span { start: self.0[from].span.start, end: self.0[to - 1].span.end }
    }
}
