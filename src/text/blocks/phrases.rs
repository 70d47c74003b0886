//! Looks up the phrases by which furniture, credits, captions and bylines are known.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::shape::{Ending, Shape, head, unmarked};
use crate::model::Rule;
use crate::text::lexicon::FURNITURE;

/// Bytes of a line in which phrases are looked for: long lines say early what they are.
const READ: usize = 320;

/// What the phrases of one list say of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct List {
    pub(super) rule: Rule,
    /// Longest line, in words, that one phrase can decide: a paragraph may well hold it by chance.
    pub(super) longest: u32,
    /// Its class in the file of phrases.
    class: &'static str,
}

/// The lists, the most telling first.
pub(super) const LISTS: [List; 14] = [
    list(Rule::Comments, 60, "comments"),
    list(Rule::Notice, 110, "notice"),
    list(Rule::Newsletter, 40, "newsletter"),
    list(Rule::MostRead, 8, "most-read"),
    list(Rule::Related, 26, "related"),
    list(Rule::Share, 24, "share"),
    list(Rule::Print, 14, "print"),
    list(Rule::Tags, 40, "tags"),
    list(Rule::AuthorBox, 45, "author-box"),
    list(Rule::Advert, 14, "advert"),
    list(Rule::Navigation, 16, "navigation"),
    list(Rule::BylineWords, 40, "byline"),
    list(Rule::CreditWords, 20, "credit"),
    list(Rule::CaptionWords, 80, "caption"),
];

const fn list(rule: Rule, longest: u32, class: &'static str) -> List {
    List { rule, longest, class }
}

/// Letters of a beginning that no sentence of an article is likely to share.
const TELLING: usize = 14;

/// Where in a line a phrase has to stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Whole,
    Start,
    End,
    Anywhere,
}

/// One phrase: its list, its place, and whether it alone decides even a line of prose.
struct Phrase {
    list: usize,
    place: Place,
    length: usize,
    telling: bool,
}

/// All phrases of all lists in one automaton.
struct Book {
    automaton: AhoCorasick,
    /// What each of its patterns is.
    phrases: Vec<Phrase>,
}

static BOOK: LazyLock<Book> = LazyLock::new(|| {
    let (mut patterns, mut phrases) = (Vec::new(), Vec::new());
    for (index, list) in LISTS.iter().enumerate() {
        for line in FURNITURE.words(list.class) {
            let (place, phrase, telling) = match line.split_at(1) {
                ("=", phrase) => (Place::Whole, phrase, true),
                ("^", phrase) => (Place::Start, phrase, phrase.len() >= TELLING || phrase.contains([':', '©'])),
                ("$", phrase) => (Place::End, phrase, true),
                ("!", phrase) => (Place::Anywhere, phrase, true),
                _ => (Place::Anywhere, line, false),
            };
            patterns.push(phrase);
            phrases.push(Phrase { list: index, place, length: phrase.len(), telling });
        }
    }
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::Standard)
        .build(&patterns)
        .expect("the embedded word lists are far below the automaton's limits");
    Book { automaton, phrases }
});

/// The lists that a line has a phrase of, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hits {
    /// By phrases that decide prose as well.
    telling: u16,
    /// By any phrase.
    any: u16,
    /// How many phrases, up to 255.
    count: u8,
}

impl Hits {
    /// Looks `line` up. `lower` is scratch space.
    pub(super) fn of(line: &str, lower: &mut String) -> Self {
        normalise(counted(unmarked(line).0), lower);
        let whole = lower.trim_end_matches([' ', ':', '…', '»', '›', '>', '→', '*']).len();
        let is_word = |at: Option<&u8>| at.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80);
        let mut hits = Self::default();
        for found in BOOK.automaton.find_overlapping_iter(lower.as_str()) {
            let phrase = &BOOK.phrases[found.pattern().as_usize()];
            let bytes = lower.as_bytes();
            let ends = !is_word(bytes.get(found.end())) || !is_word(bytes.get(found.end() - 1));
            let begins =
                found.start() == 0 || !is_word(bytes.get(found.start() - 1)) || !is_word(bytes.get(found.start()));
            let fits = match phrase.place {
                Place::Whole => found.start() == 0 && phrase.length >= whole,
                // Beginnings may be beginnings of words: "^related stor".
                Place::Start => found.start() == 0,
                Place::End => begins && found.end() >= whole && line.len() < READ,
                Place::Anywhere => begins && ends,
            };
            if fits {
                hits.any |= 1 << phrase.list;
                hits.telling |= u16::from(phrase.telling) << phrase.list;
                hits.count = hits.count.saturating_add(1);
            }
        }
        hits
    }

    /// Whether a phrase of the list of `rule` decides the line of this shape.
    pub(super) fn has(self, rule: Rule, shape: &Shape) -> bool {
        self.rules(shape).any(|hit| hit == rule)
    }

    /// The furniture that the line is by its phrases, the most telling list first.
    pub(super) fn furniture(self, shape: &Shape) -> Option<Rule> {
        self.rules(shape).find(|rule| !matches!(rule, Rule::BylineWords | Rule::CreditWords | Rule::CaptionWords))
    }

    /// A sentence of the article may hold one phrase by chance, but hardly two.
    fn rules(self, shape: &Shape) -> impl Iterator<Item = Rule> {
        let prose = shape.ending == Ending::Stop && shape.words > 12;
        let lists = if prose && self.count < 2 { self.telling } else { self.any };
        let words = shape.words;
        LISTS
            .iter()
            .enumerate()
            .filter(move |(index, list)| lists >> index & 1 == 1 && words <= list.longest)
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
        Hits::of(line, &mut String::new()).furniture(&Shape::of(line))
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
    fn one_phrase_alone_does_not_fold_a_sentence() {
        assert_eq!(
            furniture("The firm changed its privacy policy on Monday after a court told it to do so at once."),
            None
        );
        assert_eq!(
            furniture("More in hope than faith, the mayor asked the ferrymen to come back to the old harbour."),
            None
        );
        assert_eq!(
            furniture(
                "This site uses cookies; see our privacy policy and cookie policy to learn what that means for you."
            ),
            Some(Rule::Notice)
        );
    }

    #[test]
    fn no_list_holds_a_phrase_in_capitals_or_twice() {
        for list in LISTS {
            let mut phrases: Vec<&str> = FURNITURE.words(list.class).collect();
            assert!(!phrases.is_empty() && phrases.iter().all(|phrase| phrase.to_lowercase() == *phrase));
            phrases.sort_unstable();
            let count = phrases.len();
            phrases.dedup();
            assert_eq!(phrases.len(), count, "{:?}", list.rule);
        }
    }
}
