//! Proves citations by quoted words, in notes and records and decisions alike: each must stand exactly once.

use super::fields::misspelt;
use crate::base::{Diagnostic, Place};
use crate::model::{Article, Citation, Unfound, citations};

/// A citation with its place in the file that it stands in.
pub(super) struct Cited {
    citation: Citation,
    place: Place,
}

/// Gathers the citations of a text in Markdown: the bytes of `source` from `from`, the content of `file`.
///
/// What looks like one and is none is told.
pub(super) fn gather(file: &str, source: &str, from: usize, cited: &mut Vec<Cited>, diagnostics: &mut Vec<Diagnostic>) {
    let text = &source[from..];
    let place = |at: std::ops::Range<usize>| Place::at(file, source, from + at.start..from + at.end);
    let mut read = 0;
    let strays = |between: std::ops::Range<usize>, diagnostics: &mut Vec<Diagnostic>| {
        for (at, _) in text[between.clone()].match_indices("[@") {
            let at = between.start + at;
            if let Some(length) = stray(&text[at..between.end]) {
                diagnostics.push(malformed("this is no citation, and is shown as it stands", place(at..at + length)));
            }
        }
    };
    for (at, citation) in citations(text) {
        strays(read..at.start, diagnostics);
        read = at.end;
        cited.push(Cited { citation, place: place(at) });
    }
    strays(read..text.len(), diagnostics);
}

/// The length of the opening of what seems meant as a citation: an id and then some quotation mark.
fn stray(text: &str) -> Option<usize> {
    let id = text[2..].find(char::is_whitespace)? + 2;
    let plain = id > 2 && text[2..id].chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    let next = text[id..].trim_start();
    let quoted = next.starts_with(|c| is_quotation_mark(c) || c == '«');
    (plain && quoted).then_some(id)
}

/// What does not have the form of a citation.
pub(super) fn malformed(message: &str, place: Place) -> Diagnostic {
    let hint = "write the article’s id, then its words between straight quotation marks: [@article \"its words\"]";
    Diagnostic::error("citation-form", message).at(place).hint(hint)
}

/// Tells every citation that does not lead to one place of the saved text of one of `articles`, which come in order.
pub(super) fn check(cited: &[Cited], articles: &[Article], diagnostics: &mut Vec<Diagnostic>) {
    for Cited { citation, place } in cited {
        diagnostics.extend(problem(citation, articles).map(|told| told.at(place.clone())));
    }
}

/// What is wrong with a citation, if anything.
pub(super) fn problem(citation: &Citation, articles: &[Article]) -> Option<Diagnostic> {
    let id = &citation.article;
    let Ok(at) = articles.binary_search_by(|article| article.id.cmp(id)) else {
        let ids: Vec<&str> = articles.iter().map(|article| article.id.as_str()).collect();
        let hint = misspelt(id.as_str(), &ids).map_or_else(
            || "an article’s id stands in its metadata; else it is its file’s name".to_owned(),
            |meant| format!("did you mean `{meant}`?"),
        );
        return Some(Diagnostic::error("citation-article", format!("no article has the id `{id}`")).hint(hint));
    };
    let saved = &articles[at].saved.text;
    let (what, hint) = match citation.find(saved).err()? {
        Unfound::Twice => {
            let hint = "quote more of the sentence, or say which: @article \"words\" the second time";
            (format!("these words stand more than once in `{id}`"), hint.to_owned())
        }
        Unfound::Fewer(times) => {
            let times = if times == 1 { "once".to_owned() } else { format!("{times} times") };
            (format!("these words stand in `{id}` {times} only"), "count again from the head of the text".to_owned())
        }
        Unfound::Nowhere => {
            let hint = near(&citation.words, saved).map_or_else(
                || "quote words as the saved text has them, with its spelling, marks and spaces".to_owned(),
                |words| format!("the article has: {words}"),
            );
            (format!("these words do not stand in `{id}`"), hint)
        }
        Unfound::Unfit => {
            let what = "this citation quotes no words, too many, or characters that no page can show".to_owned();
            (what, "quote some words of one sentence".to_owned())
        }
    };
    Some(Diagnostic::error("citation-words", what).hint(hint))
}

/// Longest text in which near words are looked for, in bytes.
const NEAR_LIMIT: usize = 2_000_000;

/// The words of `saved` that differ from `words` in letter case, spaces, or the form of marks alone.
fn near<'s>(words: &str, saved: &'s str) -> Option<&'s str> {
    if saved.len() > NEAR_LIMIT {
        return None;
    }
    let needle: String = folded(words).map(|(_, c)| c).collect();
    let mut plain = String::with_capacity(saved.len());
    let mut offsets = Vec::with_capacity(saved.len() + 1);
    for (at, c) in folded(saved) {
        plain.push(c);
        offsets.resize(plain.len(), at);
    }
    let start = plain.find(&needle)?;
    let last = offsets[start + needle.len() - 1];
    let end = last + saved[last..].chars().next().map_or(0, char::len_utf8);
    saved.get(offsets[start]..end).filter(|found| !found.is_empty())
}

/// The characters with their places, without white space, in small letters, and with one form of each mark.
fn folded(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    text.char_indices().filter(|(_, c)| !c.is_whitespace()).map(|(at, c)| {
        let plain = match c {
            c if is_quotation_mark(c) => '"',
            '–' | '—' | '‐' | '‑' | '−' => '-',
            c => c.to_lowercase().next().unwrap_or(c),
        };
        (at, plain)
    })
}

const fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '‚' | '`' | '´')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_differ_in_case_spaces_and_marks_only() {
        let saved = "He said:  “It’s  late” — and left.";
        assert_eq!(near("said: \"it's late\" - and", saved), Some("said:  “It’s  late” — and"));
        assert_eq!(near("it was late", saved), None);
        assert_eq!(near("said İ", "He said İ"), Some("said İ"));
    }

    #[test]
    fn what_seems_meant_as_a_citation_is_told_from_other_brackets() {
        assert_eq!(stray("[@storm “words”]"), Some(7));
        assert_eq!(stray("[@storm \"never closed"), Some(7));
        for other in ["[@mara](https://example.org)", "[@mara on the web](x)", "[@", "[@a/b \"c\"]"] {
            assert_eq!(stray(other), None, "{other}");
        }
    }
}
