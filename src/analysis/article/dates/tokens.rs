//! A sentence as words, numbers and marks, each with its class in date expressions.

use super::lexicon::{Class, look_up};
use crate::base::Span;

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
    /// The tokens of the sentence at `span`.
    pub(super) fn of(text: &'t str, span: Span) -> Self {
        let mut found = Vec::with_capacity(span.len() / 5);
        let (mut at, end) = (span.start as usize, span.end as usize);
        let mut spaced = true;
        while let Some(c) = text[at..end].chars().next() {
            if c.is_whitespace() {
                at += c.len_utf8();
                spaced = true;
                continue;
            }
            let token = token(text, at, end, c);
            at = token.span.end as usize;
            found.push(Token { spaced, ..token });
            spaced = false;
        }
        Self(found)
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

fn token(text: &str, at: usize, end: usize, c: char) -> Token<'_> {
    let (to, class, value) = if c.is_ascii_digit() {
        number(text, at, end)
    } else if c.is_alphabetic() {
        let to = word_end(text, at, end);
        let (class, value) = look_up(&text[at..to]).unwrap_or((Class::Other, 0));
        (to, class, value)
    } else {
        (at + c.len_utf8(), Class::Mark, 0)
    };
    Token { span: Span::new(at, to), text: &text[at..to], class, value, spaced: false }
}

/// The end of the letters at `at`, or of letters with a full stop behind each one: `p.m.`.
fn word_end(text: &str, at: usize, end: usize) -> usize {
    let bytes = text.as_bytes();
    let stopped = |at: usize| at + 1 < end && bytes[at].is_ascii_alphabetic() && bytes[at + 1] == b'.';
    let single = |at: usize| {
        at < end && bytes[at].is_ascii_alphabetic() && !(at + 1 < end && bytes[at + 1].is_ascii_alphanumeric())
    };
    let mut to = at;
    while stopped(to) && single(to + 2) && to - at < 8 {
        to += 2;
    }
    if to > at {
        return if stopped(to) { to + 2 } else { to + 1 };
    }
    let letters = text[at..end].find(|c: char| !c.is_alphabetic() && c != '\u{301}');
    letters.map_or(end, |length| at + length)
}

/// The number at `at` with its ordinal ending, the `s` of a decade, or its groups of thousands.
fn number(text: &str, at: usize, end: usize) -> (usize, Class, i32) {
    let digits = |from: usize| text[from..end].bytes().take_while(u8::is_ascii_digit).count();
    let mut to = at + digits(at);
    let mut grouped = false;
    while text[to..end].starts_with(',') && digits(to + 1) == 3 {
        to += 4;
        grouped = true;
    }
    if grouped || to - at > 4 {
        // Too long for a day or year, yet it may count years; nine digits are far beyond any calendar.
        let value = text[at..to].bytes().filter(u8::is_ascii_digit).take(9);
        return (to, Class::Figure, value.fold(0, |sum, digit| sum * 10 + i32::from(digit - b'0')));
    }
    let value = text[at..to].bytes().fold(0, |sum, digit| sum * 10 + i32::from(digit - b'0'));
    let letters = text[to..end].bytes().take_while(u8::is_ascii_alphabetic).count();
    let ending = &text[to..to + letters];
    if ["st", "nd", "rd", "th"].iter().any(|known| ending.eq_ignore_ascii_case(known)) {
        return (to + letters, Class::OrdinalDigits, value);
    }
    if ending == "s" && value % 10 == 0 && matches!(to - at, 2..=4) {
        return (to + 1, Class::Tens0s, value);
    }
    (to, Class::Digits, value)
}
