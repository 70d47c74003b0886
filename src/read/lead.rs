//! Labelled values at the head of a saved text: `Source: …`, `Date: …`, a bare address; and its address at the foot.

use super::address::is_address;
use super::metadata::Given;
use crate::base::{PartialDate, Span, written_dates};
use crate::model::{Known, Line, LineKind, SavedText};

/// How many lines at the head of a text may hold labelled values.
const HEAD: usize = 8;

/// What the reader is told of such values.
const RULE: &str = "a labelled line at the head of the text";
const ADDRESS_RULE: &str = "an address at the head of the text";
const FOOT_RULE: &str = "a labelled address at the foot of the text";
/// How many lines at the foot of a text may be its labelled address.
const FOOT: usize = 4;

/// Takes the labelled lines that open `saved` into `given`, where it has no value yet.
///
/// The lines stay in the saved text, marked as labels. The first line that is no label ends them.
pub(super) fn take_labels(saved: &mut SavedText, given: &mut Given) {
    let SavedText { text, lines, .. } = saved;
    for line in lines.iter_mut().take(HEAD) {
        let words = line.span.of(text);
        let taken = if is_address(words) {
            given.meta.url.get_or_insert_with(|| Known::inferred(words.to_owned(), ADDRESS_RULE, Some(line.span)));
            true
        } else {
            labelled(words).is_some_and(|(label, value)| take(given, &label, value, part(words, value, line.span)))
        };
        if !taken {
            break;
        }
        line.kind = LineKind::Label;
    }
    let said = |line: &&mut Line| !line.span.of(text).trim().is_empty();
    for line in lines.iter_mut().rev().filter(said).take(FOOT) {
        let words = line.span.of(text);
        let labels = ["source", "url", "link", "address", "permalink", "article url", "retrieved from"];
        let labelled = labelled(words).filter(|(label, value)| labels.contains(&&**label) && is_address(value));
        if let Some((_, value)) = labelled.filter(|_| given.meta.url.is_none()) {
            let at = part(words, value, line.span);
            given.meta.url = Some(Known::inferred(value.to_owned(), FOOT_RULE, Some(at)));
            line.kind = LineKind::Label;
        }
    }
}

/// A label of one or two words before a colon, in lower case, and the value behind it.
fn labelled(words: &str) -> Option<(String, &str)> {
    let (label, value) = words.split_once(':')?;
    let label = label.trim_matches(['*', '_', ' ', '#']);
    let value = value.trim_matches(['*', '_', ' ', '\t']);
    (label.len() <= 20 && !value.is_empty()).then(|| (label.to_lowercase(), value))
}

/// Where `value`, a part of `words`, stands when `words` stand at `line`.
fn part(words: &str, value: &str, line: Span) -> Span {
    let offset = value.as_ptr() as usize - words.as_ptr() as usize;
    let start = line.start as usize + offset;
    Span::new(start, start + value.len())
}

/// Takes one labelled value; `false` when the label is not one of metadata.
fn take(given: &mut Given, label: &str, value: &str, span: Span) -> bool {
    let meta = &mut given.meta;
    let text = || Known::inferred(value.to_owned(), RULE, Some(span));
    match label {
        "source" | "url" | "link" | "address" if is_address(value) => {
            meta.url.get_or_insert_with(text);
        }
        "source" | "outlet" | "publication" | "publisher" | "newspaper" => {
            given.outlet.get_or_insert_with(text);
        }
        "title" | "headline" => {
            meta.title.get_or_insert_with(text);
        }
        "author" | "authors" | "byline" => {
            meta.authors.get_or_insert_with(|| Known::inferred(writers(value), RULE, Some(span)));
        }
        "date" | "published" | "publication date" | "date published" => {
            let Some(date) = date_in(value) else { return false };
            meta.published.get_or_insert_with(|| Known::inferred(date, RULE, Some(span)));
        }
        "section" => {
            meta.section.get_or_insert_with(text);
        }
        "language" => {
            meta.language.get_or_insert_with(text);
        }
        _ => return false,
    }
    true
}

/// `Ann Bell; Carl Dahl` and `Ann Bell, Carl Dahl` are two; `Ann Bell, Political Editor` and
/// `Bell, Ann` are one.
fn writers(value: &str) -> Vec<String> {
    let parts = |sign: char| {
        let parts = value.split(sign).map(str::trim).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect::<Vec<_>>()
    };
    let office = |part: &String| {
        let last = part.rsplit(' ').next().unwrap_or_default().to_lowercase();
        matches!(last.as_str(), "editor" | "correspondent" | "reporter" | "writer" | "staff" | "columnist")
    };
    if value.contains(';') {
        return parts(';');
    }
    let mut named = parts(',');
    if named.iter().any(|part| !part.contains(' ')) {
        return vec![value.to_owned()];
    }
    if named.len() > 1 {
        named.retain(|part| !office(part));
    }
    named
}

fn date_in(value: &str) -> Option<PartialDate> {
    PartialDate::from_iso(value).or_else(|| written_dates(value).next().map(|(_, date)| date))
}
