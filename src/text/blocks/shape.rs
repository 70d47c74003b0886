//! What a line looks like: its length, its end, its marks, and the kinds of words it is made of.

use crate::text::lexicon::FURNITURE;
use std::sync::LazyLock;

use super::stamp;

/// Bytes of a line that are looked at; its end is always looked at too.
const READ: usize = 4000;

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// A full stop, question or exclamation mark, perhaps inside a closing quotation mark.
    Stop,
    /// An ellipsis.
    Cut,
    /// A colon or a comma: something is to follow.
    Open,
    /// Anything else.
    Bare,
}

/// A mark at the start of a plain line that stands for markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// None.
    None,
    /// `#` to `######`.
    Heading(u8),
    /// `*`, `+`, `-` or `•`.
    Item,
    /// `1.` or `1)`.
    Number,
    /// `>`.
    Quote,
}

/// A line's measures. Counts are of words unless said otherwise.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "independent observations, not the states of one thing")]
pub(super) struct Shape {
    pub(super) words: u32,
    /// Words such as "the", "of", "has", which running prose cannot do without.
    pub(super) function: u32,
    /// Words of four letters or more, and how many of them begin with a capital.
    pub(super) long: u32,
    pub(super) capital: u32,
    /// Words of two letters or more in capitals alone.
    pub(super) upper: u32,
    /// Letters and digits.
    pub(super) letters: u32,
    /// Bars, arrows and dots between the entries of a menu.
    pub(super) bars: u32,
    /// Sentences ended inside the line, before its last word.
    pub(super) inner_stops: u32,
    pub(super) commas: u32,
    /// Words run together (`StadiumThe`), as where a headline and its summary lost the space between.
    pub(super) joints: u32,
    pub(super) ending: Ending,
    pub(super) mark: Mark,
    /// Whether the whole line is stressed (`**…**`).
    pub(super) bold: bool,
    pub(super) starts_lower: bool,
    pub(super) quoted: bool,
    /// Whether the line holds nothing but a date, a time, and at most the place.
    pub(super) stamp: bool,
    /// Whether the line is one address of the web.
    pub(super) address: bool,
}

/// The list's words, each packed into a number, in order.
static FUNCTION_WORDS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut words: Vec<u64> = FURNITURE.words("function").filter_map(packed).collect();
    words.sort_unstable();
    words
});

/// A word of at most eight bytes as a number, its letters in lower case.
fn packed(word: &str) -> Option<u64> {
    let pack = |sum, byte: u8| sum << 8 | u64::from(byte.to_ascii_lowercase());
    (word.len() <= 8).then(|| word.bytes().fold(0, pack))
}

/// `line` without the marks of plain-text markup around it, and the mark it began with.
pub(super) fn unmarked(line: &str) -> (&str, Mark) {
    let mut rest = line.trim();
    let mut mark = Mark::None;
    loop {
        let hashes = rest.bytes().take_while(|byte| *byte == b'#').count();
        let next = match rest.as_bytes() {
            [b'#', ..] if hashes <= 6 && rest[hashes..].starts_with([' ', '*']) => {
                mark = Mark::Heading(hashes as u8);
                &rest[hashes..]
            }
            [b'*' | b'+' | b'-', b' ', ..] => {
                mark = Mark::Item;
                &rest[1..]
            }
            [b'>', ..] => {
                mark = Mark::Quote;
                &rest[1..]
            }
            _ if rest.starts_with(['•', '·', '▪', '■', '►', '▶', '»', '›', '–']) => {
                mark = Mark::Item;
                rest.trim_start_matches(['•', '·', '▪', '■', '►', '▶', '»', '›', '–'])
            }
            _ => break,
        };
        rest = next.trim_start();
    }
    if mark == Mark::None {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if (1..=2).contains(&digits) && (rest[digits..].starts_with(". ") || rest[digits..].starts_with(") ")) {
            return (rest[digits + 2..].trim_matches(['*', '_', ' ']), Mark::Number);
        }
    }
    (rest.trim_matches(['*', '_', ' ']), mark)
}

/// The first `bytes` bytes of `text`, or a few less where a character would be cut.
pub(super) fn head(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or(0)]
}

impl Shape {
    /// Measures `line`. Costs the same for every line over a few kilobytes.
    pub(super) fn of(line: &str) -> Self {
        let (bare, mark) = unmarked(line);
        let start = head(bare, READ);
        let mut shape = Self {
            words: 0,
            function: 0,
            long: 0,
            capital: 0,
            upper: 0,
            letters: 0,
            bars: 0,
            inner_stops: 0,
            commas: 0,
            joints: 0,
            ending: ending(bare),
            mark,
            bold: line.starts_with("**") && line.ends_with("**"),
            starts_lower: bare.starts_with(char::is_lowercase),
            quoted: start.contains(['"', '“', '”', '«']),
            stamp: false,
            address: !bare.contains(char::is_whitespace)
                && (bare.starts_with("http://") || bare.starts_with("https://") || bare.starts_with("www.")),
        };
        for token in start.split_whitespace() {
            shape.add(token);
        }
        if bare.len() > READ {
            // The rest of a very long line is taken to be like its beginning.
            shape.words = (u64::from(shape.words) * bare.len() as u64 / READ as u64) as u32;
        }
        shape.stamp = shape.words <= stamp::LONGEST && stamp::is_stamp(start);
        shape
    }

    fn add(&mut self, token: &str) {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            self.bars += u32::from(token.contains(['|', '·', '»', '›', '•', '←', '→']));
            return;
        }
        let (mut chars, mut uppers, mut wide) = (0_u32, 0_u32, 0_u32);
        let (mut lowers, mut joint) = (0_u32, false);
        for c in word.chars() {
            joint |= lowers >= 3 && c.is_uppercase();
            lowers = if c.is_lowercase() { lowers + 1 } else { 0 };
            chars += u32::from(c.is_alphanumeric());
            uppers += u32::from(c.is_uppercase());
            wide += u32::from(('\u{2E80}'..'\u{E000}').contains(&c));
        }
        // Scripts without spaces: two characters make a word, roughly.
        self.words += 1 + wide / 2;
        self.letters += chars;
        self.joints += u32::from(joint && chars >= 8);
        self.commas += u32::from(token.ends_with(','));
        self.inner_stops +=
            u32::from(chars > 2 && token.trim_end_matches(['"', '”', '’', ')']).ends_with(['.', '?', '!', '。']));
        if chars >= 4 {
            self.long += 1;
            self.capital += u32::from(word.starts_with(char::is_uppercase));
        }
        self.upper += u32::from(chars >= 2 && uppers == chars);
        self.function += u32::from(is_function_word(word));
    }

    /// Share of function words, in percent.
    pub(super) fn function_share(&self) -> u32 {
        self.function * 100 / self.words.max(1)
    }

    /// Share of capitalised words among the longer ones, in percent.
    pub(super) fn capital_share(&self) -> u32 {
        self.capital * 100 / self.long.max(1)
    }

    /// Whether the line is shaped like a finished sentence or more.
    pub(super) fn is_prose(&self) -> bool {
        self.ending == Ending::Stop && self.words >= 8 && self.mark == Mark::None && !self.stamp
    }

    /// Whether the line is a sentence, with or without a mark before it.
    pub(super) fn is_sentence(&self) -> bool {
        self.words >= 8 && self.function_share() >= 22 && self.ending == Ending::Stop
            || self.words >= 14 && self.function_share() >= 34
    }

    /// Whether nearly all of the line is in capitals.
    pub(super) fn shouts(&self) -> bool {
        self.upper * 10 >= self.words * 7
    }
}

fn is_function_word(word: &str) -> bool {
    packed(word).is_some_and(|word| FUNCTION_WORDS.binary_search(&word).is_ok())
}

fn ending(bare: &str) -> Ending {
    let end = bare.trim_end_matches(['"', '”', '’', '\'', ')', ']', '*', '_', ' ', '»']);
    if end.ends_with('…')
        || end.ends_with("...")
        || end.ends_with(". . .")
        || end.ends_with("[…")
        || end.ends_with("[...")
    {
        Ending::Cut
    } else if end.ends_with(['.', '!', '?', '。', '！', '？', '؟', '۔', '।']) {
        Ending::Stop
    } else if end.ends_with([':', ',', ';', '—', '–']) {
        Ending::Open
    } else {
        Ending::Bare
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_has_function_words_and_a_full_stop() {
        let shape = Shape::of("The mayor said that the bridge, which is new, would open in May. Nobody was surprised.");
        assert!(shape.is_prose());
        assert!(shape.function_share() >= 30);
        assert_eq!((shape.ending, shape.commas), (Ending::Stop, 2));
    }

    #[test]
    fn marks_of_markup_are_told_from_the_words() {
        assert_eq!(unmarked("* ### **Most read**"), ("Most read", Mark::Heading(3)));
        assert_eq!(unmarked("3. Bridge opens"), ("Bridge opens", Mark::Number));
        assert_eq!(unmarked("#bridge"), ("#bridge", Mark::None));
    }

    #[test]
    fn an_ellipsis_is_a_cut_even_inside_brackets() {
        assert_eq!(Shape::of("The mayor said that […]").ending, Ending::Cut);
        assert_eq!(Shape::of("The mayor said ...").ending, Ending::Cut);
    }
}
