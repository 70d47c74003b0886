//! Hashes of words and features: fixed, so that weights and tables made once stay good.

/// Odd multiplier of `FxHash` (Firefox; also rustc), whose high bits mix well.
const FACTOR: u64 = 0x517c_c1b7_2722_0a95;

/// Folds one more number into a hash.
#[inline]
#[must_use]
pub const fn fold(hash: u64, more: u64) -> u64 {
    (hash.rotate_left(5) ^ more).wrapping_mul(FACTOR)
}

/// Spreads a hash over all its bits, so that any of them can address a table.
#[inline]
#[must_use]
pub const fn spread(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 29)
}

/// A word in small letters; `’` counts as `'`, and letters with accents are kept.
#[must_use]
pub fn folded(word: &str) -> u64 {
    let mut hash = 0;
    if word.is_ascii() {
        for byte in word.bytes() {
            hash = fold(hash, u64::from(byte.to_ascii_lowercase()));
        }
    } else {
        for letter in word.chars().flat_map(char::to_lowercase) {
            hash = fold(hash, u64::from(u32::from(if letter == '’' { '\'' } else { letter })));
        }
    }
    spread(hash)
}

/// A word as it is written.
#[must_use]
pub fn exact(word: &str) -> u64 {
    let hash = word.chars().fold(1, |hash, letter| fold(hash, u64::from(u32::from(letter))));
    spread(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_hash_alike_whatever_their_case_and_apostrophe() {
        assert_eq!(folded("O'Neill"), folded("O’NEILL"));
        assert_eq!(folded("Élan"), folded("éLAN"));
        assert_ne!(exact("US"), exact("us"));
        assert_ne!(folded("ab"), folded("ba"));
    }
}
