//! Citations by quoted words, `[@article "words"]`: how an analyst or an editor points at a sentence.
//!
//! Words that stand more than once are told apart by a count: `[@article "words" the second time]`.

use crate::base::{ArticleId, Span, is_unshowable};
use crate::model::Sentence;
use std::ops::Range;

/// Words of an article, quoted so that they can be found in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// The article.
    pub article: ArticleId,
    /// The words, as its saved text has them; any white space stands for any other.
    pub words: String,
    /// Which time they stand there, from 1; without it they stand exactly once.
    pub time: Option<u32>,
}

/// Why a citation's words lead nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfound {
    /// There are no words, or more than [`Citation::LIMIT`] bytes of them.
    Unfit,
    /// They do not stand in the text.
    Nowhere,
    /// They stand in it more than once.
    Twice,
    /// They stand in it so many times only.
    Fewer(u32),
}

impl Citation {
    /// Most words that can be quoted, in bytes: a few sentences. It bounds the search for them.
    pub const LIMIT: usize = 1_200;

    /// The citation that `text` is, with or without the brackets around it.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
        let (article, rest) = head(inside)?;
        let (words, time) = rest.rsplit_once('"')?;
        let time = if time.is_empty() { None } else { Some(time_of(time)?) };
        Some(Self { article: ArticleId::new(article), words: words.trim().to_owned(), time })
    }

    /// Where the words stand in `saved`, the saved text of the cited article.
    pub fn find(&self, saved: &str) -> Result<Span, Unfound> {
        let mut found = self.occurrences(saved)?;
        match self.time {
            None => {
                let first = found.next().ok_or(Unfound::Nowhere)?;
                if found.next().is_some() { Err(Unfound::Twice) } else { Ok(first) }
            }
            Some(time) => {
                let (count, last) = (1..).zip(found).take(time as usize).last().ok_or(Unfound::Nowhere)?;
                if count == time { Ok(last) } else { Err(Unfound::Fewer(count)) }
            }
        }
    }

    /// Every place of the words in `saved`, in order.
    pub fn occurrences<'t>(&'t self, saved: &'t str) -> Result<impl Iterator<Item = Span> + 't, Unfound> {
        // Characters that no page can hold could not be proved there.
        let mut pieces = self.words.split_whitespace();
        let first = pieces.next().filter(|_| self.words.len() <= Self::LIMIT && !self.words.contains(is_unshowable));
        let first = first.ok_or(Unfound::Unfit)?;
        Ok(memchr::memmem::find_iter(saved.as_bytes(), first).filter_map(move |start| {
            let end = follow(saved, start + first.len(), pieces.clone())?;
            Some(Span::new(start, end))
        }))
    }
}

/// The times that are written as words, from the first.
const TIMES: [&str; 10] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// Which time `words` such as `the second time` or `the 12th time` say, from 1.
fn time_of(words: &str) -> Option<u32> {
    let mut words = words.split_whitespace();
    let (Some("the"), Some(time), Some("time"), None) = (words.next(), words.next(), words.next(), words.next()) else {
        return None;
    };
    if let Some(at) = TIMES.iter().position(|word| *word == time) {
        return Some(at as u32 + 1);
    }
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| time.strip_suffix(end))?;
    digits.parse().ok().filter(|time| *time > 0)
}

/// Where `pieces` end, if they follow in `text` from `at`, with white space before each.
fn follow<'w>(text: &str, mut at: usize, pieces: impl Iterator<Item = &'w str>) -> Option<usize> {
    for piece in pieces {
        let rest = &text[at..];
        let trimmed = rest.trim_start();
        if trimmed.len() == rest.len() || !trimmed.starts_with(piece) {
            return None;
        }
        at += rest.len() - trimmed.len() + piece.len();
    }
    Some(at)
}

/// The article's id and the rest of what `@article "…` opens, from behind its quotation mark.
fn head(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix('@')?;
    let (article, rest) = text.split_at(text.find(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '"'))?);
    let opened = rest.trim_start().strip_prefix('"')?;
    (!article.is_empty() && rest.starts_with(char::is_whitespace)).then_some((article, opened))
}

/// Every citation in the Markdown `text`, with its place in bytes, in order. Linear in the length of `text`.
pub fn citations(text: &str) -> impl Iterator<Item = (Range<usize>, Citation)> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        while let Some(at) = text[from..].find("[@").map(|at| from + at) {
            from = at + 2;
            if let Some(end) = end(text, at) {
                from = end;
                if let Some(citation) = Citation::of(&text[at..end]) {
                    return Some((at..end, citation));
                }
            }
        }
        None
    })
}

/// Where the citation that opens at `at` ends: behind the first `"]`, or a count between the two, in the same paragraph.
fn end(text: &str, at: usize) -> Option<usize> {
    let reach = floor(text, at + Citation::LIMIT);
    let (_, opened) = head(&text[at + 1..reach])?;
    let start = reach - opened.len();
    let window = &text[start..floor(text, start + Citation::LIMIT + 2)];
    let closes = |(at, _): (usize, &str)| {
        let behind = &window[at + 1..];
        let length = behind.find(']').filter(|length| *length == 0 || time_of(&behind[..*length]).is_some())?;
        Some((at, at + 1 + length + 1))
    };
    let (quote, end) = window.match_indices('"').find_map(closes)?;
    let blank = window[..quote].split('\n').skip(1).any(|line| line.trim().is_empty());
    (!blank).then_some(start + end)
}

/// The last border between characters that is not past `at`.
fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The sentence in which `span` starts, of `sentences` in order.
#[must_use]
pub fn sentence_at(sentences: &[Sentence], span: Span) -> Option<&Sentence> {
    sentences_of(sentences, span).first().filter(|sentence| sentence.span.start <= span.start)
}

/// Those of `sentences`, which come in order, that hold a part of `span`.
#[must_use]
pub fn sentences_of(sentences: &[Sentence], span: Span) -> &[Sentence] {
    let from = sentences.partition_point(|sentence| sentence.span.end <= span.start);
    let to = sentences.partition_point(|sentence| sentence.span.start < span.end);
    &sentences[from..to.max(from)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &str, saved: &str) -> Result<String, Unfound> {
        let citation = Citation { article: ArticleId::new("a"), words: words.to_owned(), time: None };
        citation.find(saved).map(|span| span.of(saved).to_owned())
    }

    #[test]
    fn citations_are_found_with_their_places() {
        let note =
            "So [@one \"a \"b\" c\"], [@two\n\"d\ne\"] and [@three words] [@four \"open\n\nshut\"] é[@five \"f\"]";
        let all: Vec<_> = citations(note).map(|(at, c)| (note[at].len(), c.article.to_string(), c.words)).collect();
        let expected = [(16, "one", "a \"b\" c"), (12, "two", "d\ne"), (11, "five", "f")];
        assert_eq!(all, expected.map(|(n, article, words)| (n, article.to_owned(), words.to_owned())));
    }

    #[test]
    fn words_must_stand_exactly_once_with_any_white_space_between_them() {
        let saved = "The ferry left.  The\nferry came back. Bananas.";
        assert_eq!(found("ferry came", saved).as_deref(), Ok("ferry came"));
        assert_eq!(found("left. The ferry", saved).as_deref(), Ok("left.  The\nferry"));
        assert_eq!(found("The ferry", saved), Err(Unfound::Twice));
        assert_eq!(found("the ferry", saved), Err(Unfound::Nowhere));
        assert_eq!(found("leftThe", saved), Err(Unfound::Nowhere));
        for unfit in [" ", "a\0", &"x".repeat(2_000)] {
            assert_eq!(found(unfit, saved), Err(Unfound::Unfit));
        }
    }

    #[test]
    fn words_that_stand_more_than_once_are_told_apart_by_a_count() {
        let saved = "The ferry left. The ferry came. The ferry sank.";
        let found = |text: &str| Citation::of(text).unwrap().find(saved).map(|span| span.start);
        assert_eq!(found("@a \"The ferry\" the second time"), Ok(16));
        assert_eq!(found("[@a \"The ferry\" the 3rd time]"), Ok(32));
        assert_eq!(found("@a \"The ferry\" the fourth time"), Err(Unfound::Fewer(3)));
        assert_eq!(found("@a \"A ferry\" the first time"), Err(Unfound::Nowhere));
        for not in ["@a \"w\" second", "@a \"w\" the 0th time", "@a \"w\" the last time"] {
            assert_eq!(Citation::of(not), None, "{not}");
        }
        let note = "So [@a \"b \"c\"\" the second time] it is, and [@a \"d\" the e time].";
        let all: Vec<_> = citations(note).map(|(at, c)| (&note[at], c.words, c.time)).collect();
        assert_eq!(all, [("[@a \"b \"c\"\" the second time]", "b \"c\"".to_owned(), Some(2))]);
    }

    #[test]
    fn unfinished_citations_cost_little_and_are_none() {
        assert_eq!(citations(&"[@a \"é".repeat(20_000)).count(), 0);
        assert_eq!(citations(&"[@".repeat(50_000)).count(), 0);
    }

    #[test]
    fn a_citation_stands_with_or_without_brackets() {
        let plain = Citation::of("@a \"some words\"").unwrap();
        assert_eq!(Citation::of(" [@a \" some words \"] ").unwrap(), plain);
        for not in ["a \"w\"", "@a w", "@a\"w\"", "@ \"w\"", "@a \"w"] {
            assert_eq!(Citation::of(not), None, "{not}");
        }
    }
}
