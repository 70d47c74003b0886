//! Content words: what a text is about, each word as its stem with how rare the stem is in English.

use super::hash::hash;
use super::{IRREGULAR, stem, words::WORDS};
use crate::base::Span;
use crate::text::token::is_ending;
use std::sync::LazyLock;

/// A word that carries meaning.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ContentWord {
    /// Its stem, as a hash that is the same in every run, on every machine; for a number, that of its digits.
    pub stem: u64,
    /// How rare the stem is: eight less the logarithm to base 10 of its count in a billion words, 1 to [`RAREST`].
    pub weight: f32,
    /// Whether it is a number in digits.
    pub is_number: bool,
    /// Where the word stands.
    pub span: Span,
}

impl ContentWord {
    /// Its weight in tenths, as a whole number.
    #[must_use]
    #[expect(clippy::cast_sign_loss, reason = "weights are 1 to 5")]
    pub const fn tenths(&self) -> u16 {
        (self.weight * 10.0) as u16
    }
}

/// Weight of a word that the table does not hold.
pub const RAREST: f32 = 5.0;

/// Weight of a number: as rare as a name that is known.
const NUMBER: f32 = 4.0;

/// The content words of the stretch `span` of `text`, in order; function words and marks are left out.
///
/// Words that differ in case, accents, number or tense have one stem. The weights come from a frozen table
/// (wordfreq 3, see NOTICE), so that one more article moves none. Linear in the length of the span.
///
/// # Panics
/// When `span` does not lie in `text` on character borders.
pub fn content_words(text: &str, span: Span) -> impl Iterator<Item = ContentWord> + '_ {
    tokens(text, span).filter_map(move |token| content_word(text, token))
}

/// The content word that one of the [`tokens`] of `text` is; `None` for a function word.
#[must_use]
pub fn content_word(text: &str, token: Span) -> Option<ContentWord> {
    let word = token.of(text);
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(ContentWord { stem: number(word), weight: NUMBER, is_number: true, span: token });
    }
    let stem = stem_of(word)?;
    Some(ContentWord { stem, weight: TABLE.weight(stem), is_number: false, span: token })
}

/// The stem of one word as a hash; `None` for a function word.
#[must_use]
pub fn stem_of(word: &str) -> Option<u64> {
    if word.ends_with("n't") || word.ends_with("n’t") {
        return None;
    }
    let mut letters = stem::Letters::of(word);
    let form = hashed(&letters);
    if let Some((_, stem)) = TABLE.forms.of(form).iter().find(|(listed, _)| *listed == form) {
        return *stem;
    }
    stem::stem(&mut letters);
    Some(hashed(&letters))
}

/// Words and numbers: runs of letters and digits, `1,520.15` and `o’clock` each one, a closing `’s` or `’ll` left out.
pub fn tokens(text: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    let words = span.of(text);
    let offset = span.start as usize;
    let mut next = 0;
    std::iter::from_fn(move || {
        let start = next + words[next..].find(char::is_alphanumeric)?;
        let rest = &words[start..];
        let plain = plain_length(rest);
        // Most words end with their plain letters: a mark of the kinds that may join is rare.
        let goes_on = matches!(rest.as_bytes().get(plain), Some(b'.' | b',' | b'\'' | 0x80..));
        let length = if goes_on { token_length(rest, plain) } else { plain };
        next = start + length;
        let word = &rest[..length];
        // `don’t` is a word as it is.
        let hangs = |at: &usize| {
            let letters = word[*at..].trim_start_matches(['\'', '’']);
            is_ending(letters) && !letters.eq_ignore_ascii_case("t")
        };
        let bare = if length == plain { None } else { word.rfind(['\'', '’']).filter(hangs) };
        Some(Span::new(offset + start, offset + start + bare.unwrap_or(length)))
    })
}

/// How many letters and digits of ASCII `rest` opens with.
fn plain_length(rest: &str) -> usize {
    rest.bytes().take_while(u8::is_ascii_alphanumeric).count()
}

/// Length in bytes of the token that `rest` opens with, its first `plain` bytes being letters and digits of ASCII.
fn token_length(rest: &str, plain: usize) -> usize {
    let mut before = rest[..plain].chars().next_back().unwrap_or(' ');
    let mut characters = rest[plain..].char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let after = characters.peek().map_or(' ', |(_, c)| *c);
        let joins = match c {
            '.' | ',' => before.is_ascii_digit() && after.is_ascii_digit(),
            '\'' | '’' => before.is_alphabetic() && after.is_alphabetic(),
            _ => c.is_alphanumeric() || is_accent(c),
        };
        if !joins {
            return plain + at;
        }
        before = c;
    }
    rest.len()
}

/// Accents that stand as characters of their own.
const fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// A number's digits: `5,200` and `5200` are the same.
fn number(word: &str) -> u64 {
    hash(word.bytes().filter(|byte| *byte != b','))
}

fn hashed(letters: &stem::Letters) -> u64 {
    hash(letters.as_bytes().iter().copied())
}

/// Stems with their frequencies, made by `examples/weigh_words.rs`: hashes in order, then a byte for each.
static FREQUENCIES: &[u8] = include_bytes!("lists/frequencies.bin");
/// How many units of a frequency byte make a power of ten.
pub const UNITS: f32 = 30.0;

/// What is known of forms and stems.
struct Table {
    /// Hash of a form, and its stem's: forms that the rules of stemming do not know; `None` for function words.
    forms: Stretches<(u64, Option<u64>)>,
    /// The highest 32 bits of stems, and their weights.
    stems: Stretches<(u32, f32)>,
}

/// Entries in order of their hashes, found by the highest 12 bits.
struct Stretches<T> {
    entries: Vec<T>,
    /// For each value of those bits, where its stretch begins; one more closes the last.
    begins: Vec<u32>,
}

impl<T> Stretches<T> {
    fn new(entries: Vec<T>, high: impl Fn(&T) -> u32) -> Self {
        let begin = |bits: u32| entries.partition_point(|entry| high(entry) < bits) as u32;
        Self { begins: (0..=4096).map(begin).collect(), entries }
    }

    /// The few entries whose hashes begin as this one does.
    fn of(&self, hash: u64) -> &[T] {
        let high = (hash >> 52) as usize;
        &self.entries[self.begins[high] as usize..self.begins[high + 1] as usize]
    }
}

static TABLE: LazyLock<Table> = LazyLock::new(Table::read);

impl Table {
    fn read() -> Self {
        let mut forms = irregular_forms();
        forms.extend(WORDS.function.iter().map(|word| (hashed(&stem::Letters::of(word)), None)));
        forms.sort_unstable();
        forms.dedup_by_key(|entry| entry.0);
        let (hashes, bytes) = FREQUENCIES.split_at(FREQUENCIES.len() / 5 * 4);
        let hashes = hashes.as_chunks::<4>().0.iter().map(|bytes| u32::from_le_bytes(*bytes));
        let weights = bytes.iter().map(|byte| (8.0 - f32::from(*byte) / UNITS).clamp(1.0, RAREST));
        let stems: Vec<(u32, f32)> = hashes.zip(weights).collect();
        Self {
            forms: Stretches::new(forms, |(form, _)| (form >> 52) as u32),
            stems: Stretches::new(stems, |(stem, _)| stem >> 20),
        }
    }

    fn weight(&self, stem: u64) -> f32 {
        let wanted = (stem >> 32) as u32;
        self.stems.of(stem).iter().find(|(stem, _)| *stem == wanted).map_or(RAREST, |(_, weight)| *weight)
    }
}

/// Each irregular form with the stem of its usual form.
fn irregular_forms() -> Vec<(u64, Option<u64>)> {
    let mut forms = Vec::new();
    for record in IRREGULAR.records() {
        let mut usual = stem::Letters::of(record.value);
        stem::stem(&mut usual);
        let usual = hashed(&usual);
        forms.extend(record.words().map(|word| (hashed(&stem::Letters::of(word)), Some(usual))));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<ContentWord> {
        content_words(text, Span::new(0, text.len())).collect()
    }

    fn shown(text: &str) -> String {
        words(text).iter().map(|word| word.span.of(text)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn function_words_and_marks_are_left_out() {
        assert_eq!(
            shown("“The ferry’s crew, of 1,520.5 tonnes, didn’t leave the U.N. pier.”"),
            "ferry crew 1,520.5 tonnes leave U N pier"
        );
    }

    #[test]
    fn forms_of_one_word_have_one_stem() {
        let stems = |text| words(text).iter().map(|word| word.stem).collect::<Vec<_>>();
        assert_eq!(stems("The ministers met in Zürich"), stems("a Minister meets: ZURICH"));
        assert_eq!(stems("5,200 women"), stems("5200 woman"));
        assert_ne!(stems("5200"), stems("5.200"));
    }

    #[test]
    fn rare_words_weigh_more_than_common_ones() {
        let weights: Vec<f32> = words("said government ferry Ålesundsveien").iter().map(|word| word.weight).collect();
        assert!(weights.is_sorted() && weights[0] >= 1.0 && weights[3] == RAREST, "{weights:?}");
    }
}
