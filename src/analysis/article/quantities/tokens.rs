//! A sentence as words, figures and marks.

use crate::base::Span;

/// The longest word that a list holds, in bytes.
const LONGEST: usize = 16;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number in digits, in thousandths.
    Figure(i64),
    /// Digits that are no number: `1.2.3`, `007`, or too long.
    Code,
    /// A run of letters, with apostrophes inside.
    Word,
    /// A mark.
    Mark(char),
}

/// One word, number or mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// Whether nothing parts it from the token before.
    pub(super) tight: bool,
    /// A word in small letters, cut off where no list holds one so long.
    small: [u8; LONGEST],
    length: u8,
}

impl Token {
    /// A short word of ASCII letters in small letters; empty for all else.
    pub(super) fn small(&self) -> &str {
        std::str::from_utf8(&self.small[..self.length as usize]).unwrap_or_default()
    }

    pub(super) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    pub(super) fn is_hyphen(&self) -> bool {
        matches!(self.kind, Kind::Mark('-' | '‑' | '–' | '—' | '−'))
    }
}

/// Reads the tokens of `span` into `tokens`.
pub(super) fn tokenise(text: &str, span: Span, tokens: &mut Vec<Token>) {
    tokens.clear();
    let (mut at, end) = (span.start as usize, span.end as usize);
    let mut tight = false;
    while let Some(c) = text[at..end].chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            tight = false;
            continue;
        }
        let rest = &text[at..end];
        let (length, kind) = if c.is_ascii_digit() {
            figure(rest)
        } else if c.is_alphanumeric() {
            (word(rest), Kind::Word)
        } else {
            (c.len_utf8(), Kind::Mark(c))
        };
        let mut token = Token { span: Span::new(at, at + length), kind, tight, small: [0; LONGEST], length: 0 };
        let written = &rest.as_bytes()[..length];
        if kind == Kind::Word && length <= LONGEST && written.is_ascii() {
            token.small[..length].copy_from_slice(written);
            token.small.make_ascii_lowercase();
            token.length = length as u8;
        }
        tokens.push(token);
        at += length;
        tight = true;
    }
}

fn word(rest: &str) -> usize {
    let mut letters = rest.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let inside = matches!(c, '\'' | '’') && letters.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !c.is_alphabetic() && !inside && !matches!(c, '\u{300}'..='\u{36f}') {
            return if at == 0 { c.len_utf8() } else { at };
        }
    }
    rest.len()
}

/// The number that `rest` opens with: digits, grouped by commas or narrow spaces, with a decimal part.
fn figure(rest: &str) -> (usize, Kind) {
    let bytes = rest.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let (mut at, mut whole, mut fraction, mut scale) = (0, Some(0_i64), 0_i64, 1000_i64);
    let mut points = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'0'..=b'9' if points == 0 => {
                whole = whole.and_then(|n| n.checked_mul(10)?.checked_add(i64::from(byte - b'0')));
            }
            b'0'..=b'9' => {
                scale /= 10;
                fraction += i64::from(byte - b'0') * scale;
            }
            b',' if points == 0 && digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4) => {}
            // Indian grouping: 3,50,000.
            b',' if points == 0 && digit(at + 1) && digit(at + 2) && bytes.get(at + 3) == Some(&b',') => {}
            b'.' if digit(at + 1) => points += 1,
            _ => break,
        }
        at += 1;
    }
    let code = points > 1 || at > 1 && bytes[0] == b'0' && bytes[1].is_ascii_digit();
    let value = whole.and_then(|n| n.checked_mul(1000)?.checked_add(fraction)).filter(|_| !code);
    (at, value.map_or(Kind::Code, Kind::Figure))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(&str, Kind)> {
        let mut tokens = Vec::new();
        tokenise(text, Span::new(0, text.len()), &mut tokens);
        tokens.iter().map(|token| (token.span.of(text), token.kind)).collect()
    }

    #[test]
    fn figures_are_read_with_groups_and_decimals() {
        assert_eq!(
            kinds("14,000 2.5m 3,50,000 v1.2.3"),
            [
                ("14,000", Kind::Figure(14_000_000)),
                ("2.5", Kind::Figure(2_500)),
                ("m", Kind::Word),
                ("3,50,000", Kind::Figure(350_000_000)),
                ("v", Kind::Word),
                ("1.2.3", Kind::Code),
            ]
        );
        assert_eq!(kinds("9999999999999999999")[0].1, Kind::Code);
    }

    #[test]
    fn every_character_comes_out_once() {
        for text in ["²é’s—x", "½", "a'", "1,", "1.", "𝟙", "e\u{301}t"] {
            let joined: String = kinds(text).iter().map(|(words, _)| *words).collect();
            assert_eq!(joined, text);
        }
    }
}
