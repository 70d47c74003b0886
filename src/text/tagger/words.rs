//! What is known of single words from very large texts: how rare they are, and which are used alike.
//!
//! Made by `examples/cluster_words.rs`; see NOTICE for its sources.

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Its cluster of words used alike: 4 bits, then two times 3 bits, each part splitting the one before it.
    pub cluster: u16,
    /// How rare it is: the logarithm to base 2 of its rank over fifty, 0 to 10.
    pub rarity: u16,
    /// Whether a dictionary writes it in small letters.
    pub small: bool,
}

impl About {
    /// As it is stored.
    #[must_use]
    pub const fn packed(self) -> u16 {
        self.cluster | self.rarity << 10 | (self.small as u16) << 14
    }

    const fn unpacked(packed: u16) -> Self {
        Self { cluster: packed & 0x3ff, rarity: packed >> 10 & 15, small: packed >> 14 & 1 == 1 }
    }
}

/// Hashes in order, then what is known of each.
static TABLE: &[u8] = include_bytes!("words.bin");

/// All words and what is known of them: hash and packed knowledge.
pub(crate) fn all() -> impl Iterator<Item = (u32, About)> {
    let (hashes, abouts) = TABLE.split_at(TABLE.len() / 6 * 4);
    let hashes = hashes.as_chunks::<4>().0.iter().map(|bytes| u32::from_le_bytes(*bytes));
    hashes.zip(abouts.as_chunks::<2>().0.iter().map(|bytes| About::unpacked(u16::from_le_bytes(*bytes))))
}

#[cfg(test)]
mod tests {
    use super::super::hash;
    use super::*;

    fn about(word: &str) -> Option<About> {
        let wanted = hash::folded(word) as u32;
        all().find(|(hash, _)| *hash == wanted).map(|(_, about)| about)
    }

    #[test]
    fn what_is_known_of_a_word_survives_packing() {
        let about = About { cluster: 1023, rarity: 10, small: true };
        assert_eq!(About::unpacked(about.packed()), about);
    }

    #[test]
    fn dictionary_words_are_told_from_names() {
        assert!(about("minister").is_some_and(|about| about.small));
        assert!(about("london").is_some_and(|about| !about.small));
    }
}
