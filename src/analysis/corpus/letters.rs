//! Words as numbers that are the same in every run, on every machine.

use crate::base::Span;
use crate::text::lexicon::content::tokens;

/// Fowler, Noll and Vo's hash (FNV-1a) of a word in small letters, `’` as `'`.
pub(super) fn letters(word: &str) -> u64 {
    let step = |hash: u64, letter: u32| (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3);
    let start = 0xcbf2_9ce4_8422_2325;
    if word.is_ascii() {
        return word.bytes().fold(start, |hash, byte| step(hash, u32::from(byte.to_ascii_lowercase())));
    }
    let small = word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c });
    small.fold(start, |hash, c| step(hash, u32::from(c)))
}

/// A number for words in order.
pub(super) fn sequence(letters: impl Iterator<Item = u64>) -> u64 {
    letters.fold(0, |hash, word| hash.rotate_left(7).wrapping_mul(31) ^ word)
}

/// A number for the words at `span`: the same for those that differ in case and marks alone.
pub(super) fn wording(text: &str, span: Span) -> u64 {
    sequence(tokens(text, span).map(|token| letters(token.of(text))))
}
