//! Looks up the phrases by which furniture, credits, captions and bylines are known.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::shape::{head, unmarked};
use crate::model::Rule;

/// Bytes of a line in which phrases are looked for: long lines say early what they are.
const READ: usize = 320;

/// What the phrases of one list say of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct List {
    pub(super) rule: Rule,
    /// Longest line, in words, that one phrase can decide: a paragraph may well hold it by chance.
    pub(super) longest: u32,
    phrases: &'static str,
}

/// The lists, the most telling first.
pub(super) const LISTS: [List; 14] = [
    list(Rule::Comments, 60, include_str!("../lexicon/furniture/comments.txt")),
    list(Rule::Notice, 110, include_str!("../lexicon/furniture/notice.txt")),
    list(Rule::Newsletter, 40, include_str!("../lexicon/furniture/newsletter.txt")),
    list(Rule::MostRead, 8, include_str!("../lexicon/furniture/most-read.txt")),
    list(Rule::Related, 26, include_str!("../lexicon/furniture/related.txt")),
    list(Rule::Share, 24, include_str!("../lexicon/furniture/share.txt")),
    list(Rule::Print, 14, include_str!("../lexicon/furniture/print.txt")),
    list(Rule::Tags, 40, include_str!("../lexicon/furniture/tags.txt")),
    list(Rule::AuthorBox, 45, include_str!("../lexicon/furniture/author-box.txt")),
    list(Rule::Advert, 14, include_str!("../lexicon/furniture/advert.txt")),
    list(Rule::Navigation, 16, include_str!("../lexicon/furniture/navigation.txt")),
    list(Rule::BylineWords, 40, include_str!("../lexicon/furniture/byline.txt")),
    list(Rule::CreditWords, 20, include_str!("../lexicon/furniture/credit.txt")),
    list(Rule::CaptionWords, 80, include_str!("../lexicon/furniture/caption.txt")),
];

const fn list(rule: Rule, longest: u32, phrases: &'static str) -> List {
    List { rule, longest, phrases }
}

/// Where in a line a phrase has to stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Whole,
    Start,
    Anywhere,
}

/// All phrases of all lists in one automaton.
struct Book {
    automaton: AhoCorasick,
    /// List and place of each pattern.
    entries: Vec<(usize, Place, usize)>,
}

static BOOK: LazyLock<Book> = LazyLock::new(|| {
    let (mut patterns, mut entries) = (Vec::new(), Vec::new());
    for (index, list) in LISTS.iter().enumerate() {
        for line in list.phrases.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let (place, phrase) = match line.split_at(1) {
                ("=", phrase) => (Place::Whole, phrase),
                ("^", phrase) => (Place::Start, phrase),
                _ => (Place::Anywhere, line),
            };
            patterns.push(phrase);
            entries.push((index, place, phrase.len()));
        }
    }
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::Standard)
        .build(&patterns)
        .expect("the embedded word lists are far below the automaton's limits");
    Book { automaton, entries }
});

/// The lists that a line has a phrase of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hits(u16);

impl Hits {
    /// Looks `line` up. `lower` is scratch space.
    pub(super) fn of(line: &str, lower: &mut String) -> Self {
        normalise(counted(unmarked(line).0), lower);
        let whole = lower.trim_end_matches([' ', '.', ':', '!', '…', '»', '›', '>', '→', '*']).len();
        let is_word = |at: Option<&u8>| at.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80);
        let mut hits = 0;
        for found in BOOK.automaton.find_overlapping_iter(lower.as_str()) {
            let (list, place, length) = BOOK.entries[found.pattern().as_usize()];
            let bytes = lower.as_bytes();
            let ends = !is_word(bytes.get(found.end())) || !is_word(bytes.get(found.end() - 1));
            let begins = found.start() == 0
                || !is_word(bytes.get(found.start() - 1))
                || !is_word(bytes.get(found.start()));
            let fits = match place {
                Place::Whole => found.start() == 0 && length >= whole,
                // Beginnings may be beginnings of words: "^related stor".
                Place::Start => found.start() == 0,
                Place::Anywhere => begins && ends,
            };
            hits |= u16::from(fits) << list;
        }
        Self(hits)
    }

    /// Whether the list of `rule` has a phrase in the line, and may decide a line of `words` words.
    pub(super) fn has(self, rule: Rule, words: u32) -> bool {
        self.rules(words).any(|hit| hit == rule)
    }

    /// The furniture that the line is by its phrases, the most telling first.
    pub(super) fn furniture(self, words: u32) -> Option<Rule> {
        self.rules(words)
            .find(|rule| !matches!(rule, Rule::BylineWords | Rule::CreditWords | Rule::CaptionWords))
    }

    fn rules(self, words: u32) -> impl Iterator<Item = Rule> {
        LISTS
            .iter()
            .enumerate()
            .filter(move |(index, list)| self.0 >> index & 1 == 1 && words <= list.longest)
            .map(|(_, list)| list.rule)
    }
}

/// `line` without the count in "12 comments", "258 shares", "5 min read".
fn counted(line: &str) -> &str {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',');
    if rest.len() < line.len() && rest.starts_with(' ') { rest.trim_start() } else { line }
}

/// `line`'s beginning in lower case, with plain quotation marks and single spaces.
fn normalise(line: &str, lower: &mut String) {
    lower.clear();
    let mut space = true;
    for c in head(line, READ).chars() {
        match c {
            '’' | '‘' => lower.push('\''),
            _ if c.is_whitespace() || c == '*' => {
                if !space {
                    lower.push(' ');
                }
            }
            _ if c.is_ascii() => lower.push(c.to_ascii_lowercase()),
            _ => lower.extend(c.to_lowercase()),
        }
        space = lower.ends_with(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn furniture(line: &str) -> Option<Rule> {
        Hits::of(line, &mut String::new()).furniture(line.split_whitespace().count() as u32)
    }

    #[test]
    fn phrases_are_found_where_their_place_says() {
        assert_eq!(furniture("Read more: Bridge opens in May"), Some(Rule::Related));
        assert_eq!(furniture("LEAVE A REPLY"), Some(Rule::Comments));
        assert_eq!(furniture("* Share"), Some(Rule::Share));
        assert_eq!(furniture("Share prices fell on Monday, traders said."), None);
        assert_eq!(furniture("© 2020 The Harbour Post. All rights reserved."), Some(Rule::Notice));
    }

    #[test]
    fn no_list_holds_a_phrase_in_capitals_or_twice() {
        for list in LISTS {
            let mut phrases: Vec<&str> = list.phrases.lines().filter(|line| !line.starts_with('#')).collect();
            assert!(phrases.iter().all(|phrase| phrase.to_lowercase() == *phrase && !phrase.is_empty()));
            phrases.sort_unstable();
            let count = phrases.len();
            phrases.dedup();
            assert_eq!(phrases.len(), count, "{:?}", list.rule);
        }
    }
}
