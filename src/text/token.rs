//! Cuts sentences into tokens: words, numbers and marks.

use super::tagger::hash;
use super::tagger::upos::Upos;
use crate::base::Span;

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// `talks`
    Lower,
    /// `Talks`
    Capitalised,
    /// `TALKS`
    Capitals,
    /// `A`, `B.`
    Initial,
    /// `U.S.`
    Dotted,
    /// `iPhone`, `McDonald`, `al‑Qaeda` written as one
    Mixed,
    /// `4,000`
    Number,
    /// `G20`, `H1N1`
    LettersAndDigits,
    /// `press@example.org`
    Address,
    /// Anything else.
    Mark,
}

/// One token of a sentence.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it stands in the saved text.
    pub span: Span,
    /// Hash of the word in small letters.
    pub folded: u64,
    /// How it is written.
    pub shape: Shape,
    /// Whether white space, or the sentence's start, stands before it.
    pub spaced: bool,
    /// Its part of speech; [`Upos::Punct`] until it is tagged.
    pub tag: Upos,
}

impl Token {
    /// The token that stands at `span` of `text`.
    #[must_use]
    pub fn new(text: &str, span: Span, spaced: bool) -> Self {
        let word = span.of(text);
        Self { span, folded: hash::folded(word), shape: shape_of(word), spaced, tag: Upos::default() }
    }

    /// Whether a name can begin with, or consist of, such a token.
    #[must_use]
    pub const fn is_capitalised(&self) -> bool {
        matches!(
            self.shape,
            Shape::Capitalised
                | Shape::Capitals
                | Shape::Initial
                | Shape::Dotted
                | Shape::Mixed
                | Shape::LettersAndDigits
        )
    }
}

/// Longest run of letters that is one token, in bytes: a hostile text costs no more than others.
const LONGEST: usize = 200;

/// Abbreviations that keep their stop, in small letters.
const WITH_STOP: [&str; 31] = [
    "adm", "assoc", "bros", "brig", "capt", "cmdr", "co", "col", "corp", "cpl", "dr", "ft", "gen", "gov", "hon", "inc",
    "jr", "lt", "ltd", "maj", "mr", "mrs", "ms", "mt", "pres", "prof", "rep", "rev", "sen", "sgt", "st",
];

/// Adds the tokens of `text[span]` to `tokens`.
pub fn tokenize(text: &str, span: Span, tokens: &mut Vec<Token>) {
    let (mut at, end) = (span.start as usize, span.end as usize);
    let mut spaced = true;
    while let Some(first) = text[at..end].chars().next() {
        if first.is_whitespace() {
            spaced = true;
            at += first.len_utf8();
            continue;
        }
        let length = if first.is_alphanumeric() { word_length(&text[at..end], &text[..at]) } else { first.len_utf8() };
        tokens.push(Token::new(text, Span::new(at, at + length), spaced));
        spaced = false;
        at += length;
    }
}

/// Length in bytes of the word that `rest` opens with; `before` is what stands before it.
fn word_length(rest: &str, before: &str) -> usize {
    // After an apostrophe only the ending of a possessive or a short form is left.
    if before.ends_with(['\'', '’'])
        && let Some(ending) = ending(rest)
    {
        return ending.len();
    }
    let mut length = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if at >= LONGEST {
            break;
        }
        let next = letters.peek().map(|(_, next)| *next);
        let goes_on = match letter {
            _ if letter.is_alphanumeric() || is_joiner(letter) => true,
            '\'' | '’' => next.is_some_and(char::is_alphabetic) && ending(&rest[at + letter.len_utf8()..]).is_none(),
            '@' | '.' | ',' | '_' => next.is_some_and(|next| inside(&rest[..at], letter, next)),
            _ => false,
        };
        if !goes_on {
            break;
        }
        length = at + letter.len_utf8();
    }
    let word = &rest[..length];
    length + usize::from(rest[length..].starts_with('.') && keeps_stop(word))
}

/// Whether `mark` between `word` and `next` stands inside one token.
fn inside(word: &str, mark: char, next: char) -> bool {
    let digits = word.ends_with(|c: char| c.is_ascii_digit());
    match mark {
        ',' => digits && next.is_ascii_digit(),
        '.' => next.is_lowercase() || next.is_ascii_digit() || (next.is_alphabetic() && is_dotted(word)),
        _ => next.is_alphanumeric(),
    }
}

/// Whether `word` is `U`, `U.S` and the like: single letters with stops between them.
fn is_dotted(word: &str) -> bool {
    let mut parts = word.split('.');
    parts.all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    })
}

fn keeps_stop(word: &str) -> bool {
    if word.len() > 6 || !word.starts_with(char::is_uppercase) {
        return false;
    }
    is_dotted(word) && word != "I" || WITH_STOP.iter().any(|kept| kept.eq_ignore_ascii_case(word))
}

/// Combining marks and joiners inside words of other scripts.
pub(super) const fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}')
}

/// The ending of a possessive or a short form that is the first word of `rest`.
fn ending(rest: &str) -> Option<&str> {
    let letters = &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())];
    is_ending(letters).then_some(letters)
}

/// Whether `letters` behind an apostrophe are the ending of a possessive or a short form: `s`, `ll`, the `t` of `don’t`.
pub(crate) fn is_ending(letters: &str) -> bool {
    ["s", "ll", "re", "ve", "d", "m", "t"].iter().any(|ending| ending.eq_ignore_ascii_case(letters))
}

/// Whether the token at `at` of `tokens` is such an ending, tight behind the apostrophe by which it hangs on a word.
pub(crate) fn ends_word(text: &str, tokens: &[Token], at: usize) -> bool {
    let both = at.checked_sub(1).and_then(|before| tokens.get(before..=at));
    let Some([apostrophe, letters]) = both.filter(|both| both[0].shape == Shape::Mark) else { return false };
    let tight = !apostrophe.spaced && !letters.spaced;
    tight && matches!(apostrophe.span.of(text), "'" | "’") && is_ending(letters.span.of(text))
}

/// Whether a sentence is written in capitals (2), in Title Case (1) or as usual (0), which one with several longer words in small
/// letters is, however many names it has.
#[must_use]
pub fn letter_case(tokens: &[Token]) -> u8 {
    let mut counts = [0_usize; 3];
    for token in tokens {
        match token.shape {
            Shape::Lower if token.span.len() > 3 => counts[0] += 1,
            Shape::Capitalised | Shape::Mixed => counts[1] += 1,
            Shape::Capitals if token.span.len() > 1 => counts[2] += 1,
            _ => {}
        }
    }
    let [small, capitalised, capitals] = counts;
    if capitals > 2 && capitals > 2 * (small + capitalised) {
        2
    } else {
        u8::from(capitalised > 3 && capitalised > 2 * small && small < 4)
    }
}

fn shape_of(word: &str) -> Shape {
    let (mut upper, mut lower, mut digits, mut dots, mut other) = (0_u32, 0_u32, 0_u32, 0_u32, 0_u32);
    for letter in word.chars() {
        match letter {
            _ if letter.is_lowercase() => lower += 1,
            _ if letter.is_uppercase() => upper += 1,
            _ if letter.is_numeric() => digits += 1,
            '.' => dots += 1,
            '@' | '_' => return Shape::Address,
            _ if letter.is_alphabetic() => lower += 1,
            _ => other += 1,
        }
    }
    let first_upper = word.starts_with(char::is_uppercase);
    match (upper, lower, digits) {
        (0, 0, 0) => Shape::Mark,
        (0, 0, _) => Shape::Number,
        (0, _, 0) if dots > 0 && other == 0 && lower > 1 && !word.ends_with('.') => Shape::Address,
        (0, _, 0) => Shape::Lower,
        (0, ..) => Shape::Number,
        (_, _, 1..) => Shape::LettersAndDigits,
        (1, 0, _) => Shape::Initial,
        (_, 0, _) if dots > 0 => Shape::Dotted,
        (_, 0, _) => Shape::Capitals,
        (1, ..) if first_upper => Shape::Capitalised,
        _ => Shape::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        tokens.iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn possessives_hyphens_and_stops_part_words() {
        assert_eq!(
            words("Port Lennar’s ex-mayor, Mr. O’Neill."),
            ["Port", "Lennar", "’", "s", "ex", "-", "mayor", ",", "Mr.", "O’Neill", "."]
        );
        assert_eq!(
            words("the U.S. and J. Holm (Acme Inc.)"),
            ["the", "U.S.", "and", "J.", "Holm", "(", "Acme", "Inc.", ")"]
        );
        assert_eq!(words("4,000 at p.holm@example.org don't"), ["4,000", "at", "p.holm@example.org", "don", "'", "t"]);
    }

    #[test]
    fn shapes_tell_how_words_are_written() {
        let shapes = ["talks", "Talks", "TALKS", "A.", "U.S.", "McNair", "12", "G20", "a@b", "—"].map(shape_of);
        let expected = [
            Shape::Lower,
            Shape::Capitalised,
            Shape::Capitals,
            Shape::Initial,
            Shape::Dotted,
            Shape::Mixed,
            Shape::Number,
            Shape::LettersAndDigits,
            Shape::Address,
            Shape::Mark,
        ];
        assert_eq!(shapes, expected);
    }
}
