//! The features that a tagger weighs, each a hash.

use super::hash::{fold, spread};

/// The hashes of the features of one token.
#[derive(Debug, Default)]
pub struct Hashes(pub Vec<u64>);

impl Hashes {
    /// Adds a feature: what a `template` asks for, and the answer.
    #[inline]
    pub fn add(&mut self, template: u64, value: u64) {
        self.0.push(spread(fold(template, value)));
    }

    /// Adds a feature that asks for two things together.
    #[inline]
    pub fn add_pair(&mut self, template: u64, one: u64, two: u64) {
        self.0.push(spread(fold(fold(template, one), two)));
    }

    /// Adds beginnings and ends of the word, in small letters, and its form in more detail (templates 11 to 30).
    pub fn add_spelling(&mut self, word: &str) {
        let mut letters = [0_u32; 24];
        let mut count = 0;
        let (mut form, mut last) = (0, 0);
        for letter in word.chars().take(letters.len()) {
            letters[count] = if letter.is_ascii() {
                u32::from(letter.to_ascii_lowercase())
            } else {
                letter.to_lowercase().next().map_or(0, u32::from)
            };
            count += 1;
            let sort = match letter {
                _ if letter.is_lowercase() => 1,
                _ if letter.is_uppercase() => 2,
                _ if letter.is_numeric() => 3,
                _ => u64::from(u32::from(letter)),
            };
            if sort != last {
                form = fold(form, sort);
                last = sort;
            }
        }
        let letters = &letters[..count];
        let hash = |part: &[u32]| part.iter().fold(0, |hash, letter| fold(hash, u64::from(*letter)));
        for length in 1..=4.min(count) {
            self.add(10 + length as u64, hash(&letters[..length]));
            self.add(20 + length as u64, hash(&letters[count - length..]));
        }
        self.add_pair(30, form, count.min(4) as u64);
    }
}
