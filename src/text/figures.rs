//! The words, figures and marks of a sentence: its tokens, parted where digits, letters and marks meet (`3pm`, `20.10.2021`).

use super::annotated::Text;
use super::token::{is_joiner, tokenize};
use crate::base::Span;
use std::borrow::Cow;

/// The longest word that is given in small letters, in bytes: no list holds so long a word.
const LONGEST: usize = 16;

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A whole number in digits, with or without groups: `14,000`. What is too large is the largest that there is.
    Figure(i64),
    /// A place in an order: `21st`.
    Ordinal(i64),
    /// `1980s`, `80s`.
    Decade(i64),
    /// A run of letters, or single letters with a full stop behind each: `p.m.`
    Word,
    /// Any other character.
    Mark(char),
}

/// A word, figure or mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece<'t> {
    /// Where it stands in the saved text.
    pub(crate) span: Span,
    /// As it is written.
    pub(crate) text: &'t str,
    pub(crate) kind: Kind,
    /// Whether white space, or the sentence's start, stands before it.
    pub(crate) spaced: bool,
    small: [u8; LONGEST],
    length: u8,
}

impl<'t> Piece<'t> {
    fn new(span: Span, text: &'t str, kind: Kind, spaced: bool) -> Self {
        let (mut small, mut length) = ([0; LONGEST], 0);
        if kind == Kind::Word && text.len() <= LONGEST && text.is_ascii() {
            for letter in text.bytes().filter(|byte| *byte != b'.') {
                small[length] = letter.to_ascii_lowercase();
                length += 1;
            }
        }
        Self { span, text, kind, spaced, small, length: length as u8 }
    }

    /// A short word of ASCII in small letters and without full stops; empty for all else.
    pub(crate) fn small(&self) -> &str {
        std::str::from_utf8(&self.small[..usize::from(self.length)]).unwrap_or_default()
    }

    /// Whether it begins with digits.
    pub(crate) const fn is_figure(&self) -> bool {
        matches!(self.kind, Kind::Figure(_) | Kind::Ordinal(_) | Kind::Decade(_))
    }

    pub(crate) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub(crate) fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    pub(crate) const fn is_hyphen(&self) -> bool {
        matches!(self.kind, Kind::Mark('-' | '‑' | '–' | '—' | '−'))
    }
}

/// The pieces of the sentence at this place among those of `text`; none in furniture.
pub(crate) fn pieces<'t>(text: &Text<'t>, sentence: usize) -> impl Iterator<Item = Piece<'t>> {
    let (span, role) = (text.sentences[sentence].span, text.sentences[sentence].role);
    let mut tokens = Cow::Borrowed(&text.tokens[text.tokens_of(sentence..sentence + 1)]);
    if tokens.is_empty() && !role.is_folded() {
        // Bylines and credits are not tokenised otherwise, yet tell of days.
        tokenize(text.saved, span, tokens.to_mut());
    }
    let (mut next, mut at) = (0, span.start);
    std::iter::from_fn(move || {
        // A piece may reach beyond its token: the last full stop of "p.m." is one of its own.
        while tokens.get(next)?.span.end <= at {
            next += 1;
        }
        let token = &tokens[next];
        let start = at.max(token.span.start);
        let rest = Span { start, end: span.end }.of(text.saved);
        let (length, kind) = cut(rest);
        at = start + length as u32;
        Some(Piece::new(Span { start, end: at }, &rest[..length], kind, token.spaced && start == token.span.start))
    })
}

/// The length in bytes of the piece that `rest` opens with, and what it is.
fn cut(rest: &str) -> (usize, Kind) {
    match rest.chars().next() {
        Some(digit) if digit.is_ascii_digit() => figure(rest),
        Some(letter) if letter.is_alphabetic() => (word(rest), Kind::Word),
        mark => (mark.map_or(0, char::len_utf8), Kind::Mark(mark.unwrap_or(' '))),
    }
}

fn word(rest: &str) -> usize {
    let plain = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    match rest.as_bytes().get(plain) {
        Some(b'.') if plain == 1 => dotted(rest.as_bytes()),
        Some(0x80..) => rest.find(|c: char| !c.is_alphabetic() && !is_joiner(c)).unwrap_or(rest.len()),
        _ => plain,
    }
}

/// The length of a letter, or of several with a full stop behind each: `p.m.`, but `J` of `J. Holm`.
fn dotted(rest: &[u8]) -> usize {
    let stop = |at: usize| rest.get(at) == Some(&b'.');
    let single = |at: usize| {
        rest.get(at).is_some_and(u8::is_ascii_alphabetic) && !rest.get(at + 1).is_some_and(u8::is_ascii_alphanumeric)
    };
    let mut length = 1;
    while stop(length) && single(length + 1) && length + 2 < LONGEST {
        length += 2;
    }
    length + usize::from(length > 1 && stop(length))
}

/// Digits with what hangs on them.
fn figure(rest: &str) -> (usize, Kind) {
    let length = digits(rest.as_bytes());
    let value = rest[..length].bytes().filter(u8::is_ascii_digit);
    let value = value.fold(0_i64, |sum, digit| sum.saturating_mul(10).saturating_add(i64::from(digit - b'0')));
    let letters = rest[length..].bytes().take(3).take_while(u8::is_ascii_alphabetic).count();
    let ending = &rest[length..length + letters];
    if ["st", "nd", "rd", "th"].iter().any(|known| ending.eq_ignore_ascii_case(known)) {
        (length + letters, Kind::Ordinal(value))
    } else if ending == "s" && value % 10 == 0 && matches!(length, 2..=4) {
        (length + 1, Kind::Decade(value))
    } else {
        (length, Kind::Figure(value))
    }
}

/// The length of digits in groups of three, or of two before another group, as in India: `3,50,000`.
fn digits(rest: &[u8]) -> usize {
    let digit = |at: usize| rest.get(at).is_some_and(u8::is_ascii_digit);
    let comma = |at: usize| rest.get(at) == Some(&b',');
    let groups = |at: usize| {
        comma(at)
            && digit(at + 1)
            && digit(at + 2)
            && (digit(at + 3) && !digit(at + 4) || comma(at + 3) && digit(at + 4))
    };
    (0..rest.len()).find(|at| !digit(*at) && !groups(*at)).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SentenceId;
    use crate::model::{Role, Sentence};

    fn with_pieces<T>(saved: &str, told: impl Fn(&[Piece<'_>]) -> T) -> T {
        let span = Span::new(0, saved.len());
        let sentences = [Sentence { id: SentenceId(1), block: 0, role: Role::Body, span, rejoined: false }];
        told(&pieces(&Text::new(saved, &sentences), 0).collect::<Vec<_>>())
    }

    #[test]
    fn tokens_are_parted_where_digits_letters_and_marks_meet() {
        for (saved, expected) in [
            ("20.10.2021, 3pm", "20 . 10 . 2021 , 3 pm"),
            ("at 5 p.m. in the U.S.", "at 5 p.m. in the U.S."),
            ("J. Holm’s $2.5m, v1.2", "J . Holm ’ s $ 2 . 5 m , v 1 . 2"),
            ("14,000 3,50,000 5,10, 15,5", "14,000 3,50,000 5 , 10 , 15 , 5"),
            ("21st 1990s 5s 10ths", "21st 1990s 5 s 10 ths"),
        ] {
            let joined =
                with_pieces(saved, |pieces| pieces.iter().map(|piece| piece.text).collect::<Vec<_>>().join(" "));
            assert_eq!(joined, expected);
        }
    }

    #[test]
    fn figures_have_a_value_and_short_words_small_letters() {
        with_pieces("3,50,000 99999999999999999999 2nd 80s P.M. Zürich", |pieces| {
            let kinds: Vec<Kind> = pieces.iter().map(|piece| piece.kind).collect();
            let figures = [Kind::Figure(350_000), Kind::Figure(i64::MAX), Kind::Ordinal(2), Kind::Decade(80)];
            assert_eq!((&kinds[..4], &kinds[4..]), (&figures[..], &[Kind::Word; 2][..]));
            assert_eq!((pieces[4].small(), pieces[5].small()), ("pm", ""));
        });
    }

    #[test]
    fn every_character_comes_out_once() {
        for saved in ["²é’s—x", "½", "a'", "1,", "1.", "𝟙", "e\u{301}t", "a.b.c.d.e.f.g.h.i.j.k.", "\u{301}5\u{200d}"]
        {
            let joined: String = with_pieces(saved, |pieces| pieces.iter().map(|piece| piece.text).collect());
            assert_eq!(joined, saved);
        }
    }
}
