//! Finds sentences that a line break cut in two: "representatives of 1 / 1 countries".

use super::context::word_at;
use super::lexicon::DANGLING;
use super::mark;
use crate::base::Span;
use crate::model::{Block, Role};

/// Shortest block that counts as a line of prose, in bytes: headings, list items and lines of
/// verse are mostly shorter, and the lines that pages cut are whole paragraphs.
const PROSE: usize = 60;

/// Most blocks that one sentence may be put together from.
pub(super) const MOST_BLOCKS: usize = 3;

/// Whether the last sentence of `before` goes on in `after`, the next block that has words.
///
/// Only running text is rejoined. The first block must be prose without an end mark, and the
/// second must go on in lower case, or with a number or name where the first cannot end so.
pub(super) fn goes_on(text: &str, before: &Block, after: &Block) -> bool {
    let (head, tail) = (before.span.of(text), after.span.of(text));
    before.role == Role::Body
        && after.role == Role::Body
        && is_cut_prose(head)
        && is_prose(tail)
        && !is_list_item(head)
        && !is_list_item(tail)
        && fits(head, tail)
}

/// The span from the start of `first` to the end of `second`.
pub(super) fn joined(first: Span, second: Span) -> Span {
    Span { start: first.start, end: second.end }
}

/// Whether `head` is long enough for prose and stops after a word, a comma, a cut word's hyphen,
/// or a closing mark that ends no sentence.
fn is_cut_prose(head: &str) -> bool {
    let last = head.trim_end_matches(|c| mark::closes(c) || c == '"' || c == '\'').chars().next_back();
    head.len() >= PROSE && last.is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | '-'))
}

/// Whether `tail` is long enough for prose, or short and ended as a sentence is.
fn is_prose(tail: &str) -> bool {
    let last = tail.trim_end_matches(|c| mark::closes(c) || c == '"' || c == '\'').chars().next_back();
    tail.len() >= PROSE || last.is_some_and(|c| matches!(c, '.' | '!' | '?' | '…'))
}

/// Whether `block` starts with a bullet, a number or letter of a list, or an opening mark.
fn is_list_item(block: &str) -> bool {
    let counter = block.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    let short = block.len() - counter.len() <= 3;
    block.starts_with(|c: char| !c.is_alphanumeric())
        || (short && (counter.starts_with(") ") || counter.starts_with(". ")))
}

fn fits(head: &str, tail: &str) -> bool {
    let last = head.rsplit(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or("");
    let dangling = head.ends_with(last) && DANGLING.has(last);
    let Some(first) = tail.chars().next() else { return false };
    if first.is_numeric() {
        counts_something(tail) && (dangling || (ends_in_digit(head) && !is_year(last)))
    } else if first.is_lowercase() {
        !word_at(tail).chars().nth(1).is_some_and(char::is_uppercase)
            && !tail.starts_with("http")
            && !tail.starts_with("www.")
    } else {
        dangling && !is_running_head(tail)
    }
}

/// Whether `tail` opens with two words in CAPITALS, as the heads of printed pages and kickers do.
fn is_running_head(tail: &str) -> bool {
    let mut words = tail.split_whitespace().take(2);
    words.all(|word| word.len() > 1 && !word.contains(char::is_lowercase))
}

/// Whether `tail` starts with a number and then a word in lower case or a sign, and not with a
/// date or a heading ("20 October", "5 Reasons Why").
fn counts_something(tail: &str) -> bool {
    let rest = tail.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
    rest.starts_with(['%', '-']) || rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase))
}

fn ends_in_digit(head: &str) -> bool {
    head.ends_with(|c: char| c.is_ascii_digit())
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|b| b.is_ascii_digit())
}
