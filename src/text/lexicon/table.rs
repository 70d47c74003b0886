//! A table of listed words, each with what it stands for, made once and looked up for every word of every article.

use super::hash::hash;

/// Words with what each stands for, found by their hash: a word that is not listed mostly costs one look.
#[derive(Clone, Debug)]
pub struct Table<V = ()> {
    /// The other half of a word's hash with its place in `entries`; a power of two of them, at most half of them taken.
    slots: Vec<Option<(u32, u32)>>,
    entries: Vec<(String, V)>,
}

impl Table {
    /// A table of words that stand for nothing but themselves.
    #[must_use]
    pub fn of_words<W: Into<String>>(words: impl IntoIterator<Item = W>) -> Self {
        Self::of(words.into_iter().map(|word| (word, ())))
    }
}

impl<V> Table<V> {
    /// A table of words with what they stand for; a word that is given again changes nothing.
    #[must_use]
    pub fn of<W: Into<String>>(given: impl IntoIterator<Item = (W, V)>) -> Self {
        let given: Vec<(W, V)> = given.into_iter().collect();
        let slots = vec![None; (2 * given.len()).next_power_of_two().max(2)];
        let mut table = Self { slots, entries: Vec::with_capacity(given.len()) };
        for (word, value) in given {
            let word = word.into();
            let slot = table.slot(&word);
            if table.slots[slot].is_none() {
                let tag = (hash(word.bytes()) >> 32) as u32;
                table.slots[slot] = Some((tag, table.entries.len() as u32));
                table.entries.push((word, value));
            }
        }
        table
    }

    /// What `word`, written as in the list, stands for.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<&V> {
        let at = self.slots[self.slot(word)]?.1;
        Some(&self.entries[at as usize].1)
    }

    /// Whether `word`, written as in the list, is listed.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.slots[self.slot(word)].is_some()
    }

    /// Its words, in the order in which they were given.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(word, _)| word.as_str())
    }

    /// The slot that `word` is in, or would be.
    fn slot(&self, word: &str) -> usize {
        let hash = hash(word.bytes());
        let (mut at, tag) = (hash as usize & (self.slots.len() - 1), (hash >> 32) as u32);
        while let Some((other, place)) = self.slots[at] {
            if other == tag && self.entries[place as usize].0 == word {
                break;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_word_is_found_and_no_other() {
        let table = Table::of((0..500).map(|number| (format!("word{number}"), number)));
        assert!((0..500).all(|number| table.get(&format!("word{number}")) == Some(&number)));
        assert!(!table.has("word500") && !table.has("") && !table.has("Word1"));
    }

    #[test]
    fn the_first_of_two_meanings_stands() {
        let table = Table::of([("port", 1), ("quay", 2), ("port", 3)]);
        assert_eq!(table.get("port"), Some(&1));
        assert_eq!(table.words().collect::<Vec<_>>(), ["port", "quay"]);
    }

    #[test]
    fn an_empty_table_holds_nothing() {
        assert!(!Table::of_words::<String>([]).has("port"));
    }
}
