//! Tokens joined into the words that grammar is read from: `vice-president`, `don't` and `$4m` are one word each, `'s` is
//! a word of its own.

use super::annotated::Text;
use super::token::{Shape, Token, ends_word};
use crate::base::Span;
use std::borrow::Cow;
use std::ops::Range;

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters and digits.
    Word,
    /// `'s`, `'ll` and the like behind a word, or a bare apostrophe.
    Clitic,
    /// A mark, by its character; `--` is one.
    Mark(char),
}

/// One word or mark.
#[derive(Clone, Debug)]
pub(crate) struct Word<'t> {
    pub(crate) span: Span,
    /// In small letters and with straight apostrophes; a mark as it is written.
    pub(crate) small: Cow<'t, str>,
    pub(crate) kind: Kind,
    /// Whether it begins with a capital.
    pub(crate) capital: bool,
}

/// The words and marks that the `tokens` of `text`, given as a range of them, make up.
pub(crate) fn words<'t>(text: &Text<'t>, tokens: Range<usize>) -> impl Iterator<Item = Word<'t>> {
    let mut at = tokens.start;
    std::iter::from_fn(move || {
        let (word, next) = word(text, at..tokens.end)?;
        at = next;
        Some(word)
    })
}

/// The word that the `tokens` of `text` open with, and the token behind it.
pub(crate) fn word<'t>(text: &Text<'t>, tokens: Range<usize>) -> Option<(Word<'t>, usize)> {
    let at = tokens.start;
    let first = text.tokens.get(at..tokens.end)?.first()?;
    let run = Run { saved: text.saved, tokens: &text.tokens[..tokens.end] };
    let (end, kind) = if first.shape == Shape::Mark { run.mark(at) } else { (run.word(at), Kind::Word) };
    let span = Span { start: first.span.start, end: text.tokens[end - 1].span.end };
    let written = span.of(text.saved);
    let small = if written.contains(|c: char| c.is_uppercase() || c == '’') && !matches!(kind, Kind::Mark(_)) {
        Cow::Owned(written.to_lowercase().replace('’', "'"))
    } else {
        Cow::Borrowed(written)
    };
    let capital = written.starts_with(char::is_uppercase);
    Some((Word { span, small, kind, capital }, end))
}

/// Tokens of which some make a word.
struct Run<'t> {
    saved: &'t str,
    tokens: &'t [Token],
}

impl<'t> Run<'t> {
    /// The token at `at` where nothing parts it from the one before.
    fn tight(&self, at: usize) -> Option<&'t str> {
        self.tokens.get(at).filter(|token| !token.spaced).map(|token| token.span.of(self.saved))
    }

    /// Where the word that begins at `at` ends.
    fn word(&self, at: usize) -> usize {
        let mut end = at + 1;
        while let Some(mark) = self.tight(end) {
            let behind = self.tight(end + 1).filter(|behind| behind.starts_with(char::is_alphanumeric));
            end += match (mark, behind) {
                ("%", _) => return end + 1,
                ("-" | "‑" | "." | "/" | "&" | "@", Some(_)) => 2,
                ("'" | "’", Some(letters)) if self.is_negation(end, letters) || !self.ends_word(end + 1) => 2,
                _ => return end,
            };
        }
        end
    }

    fn ends_word(&self, at: usize) -> bool {
        ends_word(self.saved, self.tokens, at)
    }

    /// Whether the apostrophe at `at`, before `letters`, is that of `n't`.
    fn is_negation(&self, at: usize, letters: &str) -> bool {
        letters.eq_ignore_ascii_case("t") && self.tokens[at - 1].span.of(self.saved).ends_with(['n', 'N'])
    }

    /// Where the mark at `at` ends, and what it is.
    fn mark(&self, at: usize) -> (usize, Kind) {
        let written = self.tokens[at].span.of(self.saved);
        let behind = self.tight(at + 1).unwrap_or_default();
        let hangs = at > 0 && !self.tokens[at].spaced && self.tokens[at - 1].shape != Shape::Mark;
        match written {
            "'" | "’" if hangs && self.ends_word(at + 1) => (at + 2, Kind::Clitic),
            "'" | "’" => (at + 1, Kind::Clitic),
            "$" | "@" if behind.starts_with(char::is_alphanumeric) => (self.word(at + 1), Kind::Word),
            "-" if behind == "-" => (at + 2, Kind::Mark('-')),
            _ => (at + 1, Kind::Mark(written.chars().next().unwrap_or(' '))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SentenceId;
    use crate::model::{Role, Sentence};

    #[test]
    fn hyphens_join_words_and_short_forms_of_verbs_part_them() {
        let saved = "Lennar’s ex-mayor DON’T say he’ll pay $4m -- 5% of the ministers' all-in A&B costs.";
        let span = Span::new(0, saved.len());
        let sentences = [Sentence { id: SentenceId(1), block: 0, role: Role::Body, span, rejoined: false }];
        let text = Text::new(saved, &sentences);
        let words: Vec<_> = words(&text, text.tokens_of(0..1)).collect();
        let small: Vec<&str> = words.iter().map(|word| &*word.small).collect();
        let expected = "lennar 's ex-mayor don't say he 'll pay $4m -- 5% of the ministers ' all-in a&b costs .";
        assert_eq!(small.join(" "), expected);
        let clitics = words.iter().filter(|word| word.kind == Kind::Clitic).count();
        assert_eq!((clitics, words[9].kind), (3, Kind::Mark('-')));
    }
}
