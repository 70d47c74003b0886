//! Which word stands in which sentence: one line for each word, the newest article first.

use super::fold::words;
use super::shelved::Shelved;
use crate::site::shown::shows;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Most articles that a word leads to: of a word that more have, the newest are found by it alone.
const ARTICLES: u32 = 2_000;

/// Most sentences of an article that a word leads to; of a word in very many articles, the first.
const SENTENCES: usize = 8;
/// What counts as very many.
const FREQUENT: u32 = 300;

/// How many articles are read before their words are sorted in.
const BATCH: usize = 512;

/// First letters of words that are sorted in side by side: a to z, digits, all others.
const INITIALS: usize = 28;

/// A word with the places where it stands.
pub(super) struct Line {
    pub(super) word: String,
    /// Places as the search page reads them: for each article, from the newest, how far it stands before the one
    /// above (for the first, its number), then its sentences, each as the distance from the one before. All are in
    /// base 36, and a distance of one article is left out.
    pub(super) places: String,
    /// In how many articles it stands.
    pub(super) articles: u32,
}

impl Line {
    /// Whether the word stands in more articles than it leads to.
    pub(super) const fn is_cut(&self) -> bool {
        self.articles > ARTICLES
    }
}

/// The first bytes of a word, as a number that sorts as they do, and the others; few words have any.
type Key = (u64, Vec<u8>);

/// A word of one article, as a place in the article's words.
struct Found {
    /// The first bytes of the word, as a number that sorts as they do.
    head: u64,
    start: u32,
    length: u32,
    sentence: u32,
}

impl Found {
    /// What it is sorted by: its first bytes, the others (few words have any), and its sentence.
    fn key<'t>(&self, text: &'t [u8]) -> (u64, &'t [u8], u32) {
        let (start, length) = (self.start as usize, self.length as usize);
        (self.head, &text[start + length.min(HEAD)..start + length], self.sentence)
    }
}

/// The words of one article.
struct Words {
    text: String,
    /// In order of words, then of sentences; each pair once.
    found: Vec<Found>,
}

impl Words {
    /// The words of the title, as sentence 0, and of every sentence that may be shown.
    fn of(shelved: &Shelved<'_>) -> Self {
        let entry = shelved.entry;
        let mut words = Self { text: String::new(), found: Vec::new() };
        words.add(0, &shelved.title);
        let own = entry.reading.sentences.iter().filter(|sentence| !sentence.role.is_folded());
        for sentence in own.filter(|sentence| shows(entry, sentence)) {
            words.add(sentence.id.0, sentence.span.of(&entry.article.saved.text));
        }
        let text = words.text.as_bytes();
        words.found.sort_unstable_by(|a, b| a.key(text).cmp(&b.key(text)));
        words.found.dedup_by(|a, b| a.key(text) == b.key(text));
        words
    }

    fn add(&mut self, sentence: u32, text: &str) {
        words(text, |word| {
            let start = self.text.len() as u32;
            self.text.push_str(word);
            self.found.push(Found { head: head(word), start, length: word.len() as u32, sentence });
        });
    }

    fn word(&self, found: &Found) -> &str {
        &self.text[found.start as usize..(found.start + found.length) as usize]
    }
}

/// How many bytes of a word are held as a number.
const HEAD: usize = 8;

/// The first bytes of a word as a number; a shorter word is filled up with zeros.
fn head(word: &str) -> u64 {
    let mut head = [0; HEAD];
    head.iter_mut().zip(word.bytes()).for_each(|(to, byte)| *to = byte);
    u64::from_be_bytes(head)
}

/// A word with its places, as far as they are written.
#[derive(Default)]
struct Places {
    word: String,
    text: String,
    articles: u32,
    last: u32,
}

impl Places {
    fn of(word: &str) -> Self {
        Self { word: word.to_owned(), ..Self::default() }
    }

    /// Adds an article older than those before.
    fn add<'f>(&mut self, article: u32, sentences: impl Iterator<Item = &'f Found>) {
        self.articles += 1;
        if self.articles > ARTICLES {
            return;
        }
        if self.articles == 1 {
            push_base36(&mut self.text, article);
        } else {
            self.text.push(' ');
            if self.last - article > 1 {
                push_base36(&mut self.text, self.last - article);
            }
        }
        self.last = article;
        let most = if self.articles > FREQUENT { 1 } else { SENTENCES };
        let mut before = 0;
        for found in sentences.take(most) {
            self.text.push(',');
            push_base36(&mut self.text, found.sentence - before);
            before = found.sentence;
        }
    }
}

/// Every word of `articles`, which are numbered in their order, oldest first; in order of the words.
pub(super) fn of(articles: &[Shelved<'_>]) -> Vec<Line> {
    let mut shelves: Vec<BTreeMap<Key, Places>> = (0..INITIALS).map(|_| BTreeMap::new()).collect();
    let mut end = articles.len();
    while end > 0 {
        let start = end.saturating_sub(BATCH);
        let batch: Vec<Words> = articles[start..end].par_iter().map(Words::of).collect();
        shelves.par_iter_mut().enumerate().for_each(|(shelf, places)| {
            for (article, words) in (start as u32..end as u32).zip(&batch).rev() {
                sort_in(shelf, article, words, places);
            }
        });
        end = start;
    }
    let line = |places: Places| Line { word: places.word, places: places.text, articles: places.articles };
    let mut all: Vec<Line> = shelves.into_iter().flat_map(BTreeMap::into_values).map(line).collect();
    // Digits come before letters.
    all.sort_by(|a, b| a.word.cmp(&b.word));
    all
}

/// Adds those words of an article that belong to one shelf.
fn sort_in(shelf: usize, article: u32, words: &Words, places: &mut BTreeMap<Key, Places>) {
    let start = words.found.partition_point(|found| shelf_of(words.word(found)) < shelf);
    let end = words.found.partition_point(|found| shelf_of(words.word(found)) <= shelf);
    let own = &words.found[start..end];
    let text = words.text.as_bytes();
    let same = |one: &Found, other: &Found| one.head == other.head && one.key(text).1 == other.key(text).1;
    for run in own.chunk_by(same) {
        let key = (run[0].head, run[0].key(text).1.to_vec());
        places.entry(key).or_insert_with(|| Places::of(words.word(&run[0]))).add(article, run.iter());
    }
}

/// The shelf of a word; shelves are in the order of words.
fn shelf_of(word: &str) -> usize {
    match word.bytes().next() {
        Some(letter @ b'a'..=b'z') => usize::from(letter - b'a') + 1,
        Some(byte) if byte > b'z' => INITIALS - 1,
        _ => 0,
    }
}

fn push_base36(out: &mut String, mut n: u32) {
    const DIGITS: [u8; 36] = *b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut digits = [0; 7];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = DIGITS[(n % 36) as usize];
        n /= 36;
        if n == 0 {
            break;
        }
    }
    for digit in &digits[at..] {
        out.write_char(char::from(*digit)).expect("writing to a string cannot fail");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_base_36() {
        let written = |n| {
            let mut out = String::new();
            push_base36(&mut out, n);
            out
        };
        assert_eq!([0, 35, 36, 1_295, u32::MAX].map(written), ["0", "z", "10", "zz", "1z141z3"]);
    }

    #[test]
    fn places_run_from_the_newest_article_and_leave_out_what_goes_without_saying() {
        let found = |sentence| Found { head: 0, start: 0, length: 0, sentence };
        let mut places = Places::default();
        places.add(40, [found(0), found(3), found(13)].iter());
        places.add(39, [found(2)].iter());
        places.add(3, [found(36)].iter());
        assert_eq!(places.text, "14,0,3,a ,2 10,10");
    }

    #[test]
    fn a_word_that_stands_everywhere_costs_no_more_than_a_frequent_one() {
        let found = Found { head: 0, start: 0, length: 0, sentence: 1 };
        let mut places = Places::default();
        for article in (0..100_000).rev() {
            places.add(article, std::iter::once(&found));
        }
        assert_eq!(places.articles, 100_000);
        assert!(places.text.len() < 10_000, "{}", places.text.len());
    }

    #[test]
    fn shelves_are_in_the_order_of_words() {
        let words = ["0", "9z", "a", "zz", "москва", "港"];
        let shelves: Vec<usize> = words.iter().map(|word| shelf_of(word)).collect();
        assert!(shelves.is_sorted() && shelves[0] == 0 && shelves[5] == INITIALS - 1);
    }
}
