//! The title of an article that metadata gives none.

use crate::base::Span;
use crate::model::metadata::OPENING_WORDS;
use crate::model::{Block, Known, Role};

/// Longest dateline that is passed over, in bytes.
const DATELINE: usize = 110;

/// Longest opening that stands in for a title, in bytes.
const OPENING: usize = 90;

/// The headline that the page shows, else the opening words of its first paragraph.
pub(super) fn title(text: &str, blocks: &[Block]) -> Option<Known<String>> {
    if let Some(headline) = blocks.iter().find(|block| block.role == Role::Headline) {
        let span = without_marks(headline.span, text);
        return Some(Known::inferred(one_line(span.of(text)), "the headline", Some(span)));
    }
    let first = blocks.iter().find(|block| block.role == Role::Body).or_else(|| blocks.first())?;
    let first = behind_dateline(without_marks(first.span, text), text);
    let span = opening(first, text);
    let cut = span.end < first.end;
    let words = one_line(span.of(text));
    let shown =
        if cut { format!("{}…", words.trim_end_matches([',', ';', ':', '-', '–', '—', ' '])) } else { words };
    Some(Known::inferred(shown, OPENING_WORDS, Some(span)))
}

/// Without the signs that plain text puts before a heading.
fn without_marks(span: Span, text: &str) -> Span {
    let words = span.of(text);
    let bare = words.trim_start_matches(['#', '*', '>', '\\', ' ']);
    if bare.is_empty() { span } else { Span::new(span.end as usize - bare.len(), span.end as usize).trimmed(text) }
}

/// Without a dateline at its head: `OSLO (Agency) - `, `OSLO | Wed May 3, 2020 — `.
fn behind_dateline(span: Span, text: &str) -> Span {
    let words = span.of(text);
    let shout = words.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    let opens_loud = shout.is_some_and(|word| word.len() > 2 && word.chars().all(char::is_uppercase));
    let dashes = words.char_indices().take_while(|(at, _)| *at < DATELINE);
    let dash = dashes.filter(|(at, c)| matches!(c, '-' | '–' | '—') && words[..*at].ends_with([' ', ')'])).last();
    let tells = |lead: &str| lead.contains(|c: char| c == ')' || c.is_ascii_digit());
    match dash {
        Some((at, c)) if opens_loud && tells(&words[..at]) && words.len() > at + OPENING / 3 => {
            Span::new(span.start as usize + at + c.len_utf8(), span.end as usize).trimmed(text)
        }
        _ => span,
    }
}

/// The whole words at the start of `span` that fit a title.
fn opening(span: Span, text: &str) -> Span {
    let words = span.of(text);
    if words.len() <= OPENING {
        return span;
    }
    let mut limit = OPENING;
    while !words.is_char_boundary(limit) {
        limit -= 1;
    }
    let cut = words[..limit].rfind(char::is_whitespace).filter(|at| *at > OPENING / 2).unwrap_or(limit);
    Span::new(span.start as usize, span.start as usize + cut).trimmed(text)
}

/// Words parted by single spaces, cut at 300 characters.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(300).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Rule;

    fn block(text: &str, role: Role) -> Block {
        let span = Span::new(0, text.len());
        Block { extent: span, span, role, rule: Rule::KeepAll }
    }

    #[test]
    fn a_headline_loses_the_marks_of_plain_text() {
        let text = "## Ferries stop for a day";
        let title = title(text, &[block(text, Role::Headline)]).unwrap();
        assert_eq!(title.value, "Ferries stop for a day");
        assert_eq!(title.basis.span().unwrap().of(text), "Ferries stop for a day");
    }

    #[test]
    fn opening_words_begin_behind_a_dateline() {
        let text = "OSLO | Wed May 3, 2020 11:17 am OSLO (Agency) - Leaflets on the storm are to be sent to every home on the islands, the ministry said.";
        let title = title(text, &[block(text, Role::Body)]).unwrap();
        assert!(title.value.starts_with("Leaflets on the storm"), "{}", title.value);
    }

    #[test]
    fn without_a_headline_the_opening_words_stand_in() {
        let text = "The harbour authority said on Monday that no ferry would leave the islands before the storm, which is expected to last, had passed.";
        let title = title(text, &[block(text, Role::Body)]).unwrap();
        assert_eq!(
            title.value,
            "The harbour authority said on Monday that no ferry would leave the islands before the…"
        );
    }
}
