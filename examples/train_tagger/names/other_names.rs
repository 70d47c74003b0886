//! Copies of texts in which persons and towns have other names, so that the tagger learns how they are written of and
//! not who they are.

use cuttings::base::Span;
use cuttings::text::lexicon::file::Record;
use cuttings::text::lexicon::{GIVEN_NAMES, PLACES, SURNAMES};
use cuttings::text::names::tags;
use cuttings::text::tagger::hash;

/// `words` with other names for its persons and towns, and the names where they then stand; `None` where nobody is named.
pub(crate) fn renamed(
    words: &str,
    names: &[(Span, tags::Sort)],
    doc: &str,
) -> Option<(String, Vec<(Span, tags::Sort)>)> {
    if !names.iter().any(|(_, sort)| *sort == tags::Sort::Person) {
        return None;
    }
    let given: Vec<&str> = ["given-common", "given-other", "given-other-word"]
        .into_iter()
        .flat_map(|class| GIVEN_NAMES.words(class))
        .collect();
    let surnames: Vec<&str> = SURNAMES.records().flat_map(Record::words).collect();
    let places = towns();
    let (mut text, mut moved, mut from) = (String::with_capacity(words.len()), Vec::new(), 0);
    for (span, sort) in names {
        text.push_str(&words[from..span.start as usize]);
        let start = text.len();
        let name = span.of(words);
        if *sort == tags::Sort::Person {
            let parts: Vec<&str> = name.split(' ').collect();
            for (at, part) in parts.iter().enumerate() {
                text.push_str(if at > 0 { " " } else { "" });
                let pool = if at + 1 < parts.len() { &given } else { &surnames };
                text.push_str(&other(part, pool, doc));
            }
        } else if *sort == tags::Sort::Location && !name.contains(' ') && places.binary_search(&name).is_ok() {
            text.push_str(&other(name, &places, doc));
        } else {
            text.push_str(name);
        }
        moved.push((Span::new(start, text.len()), *sort));
        from = span.end as usize;
    }
    text.push_str(&words[from..]);
    Some((text, moved))
}

/// Cities and towns of one word, in order.
fn towns() -> Vec<&'static str> {
    let listed = PLACES.words("city").chain(PLACES.words("town"));
    let mut towns: Vec<&str> = listed.filter(|name| !name.contains(' ')).collect();
    towns.sort_unstable();
    towns
}

/// Another name for `part`, the same throughout a text; particles, initials and words in capitals stay.
fn other(part: &str, pool: &[&str], doc: &str) -> String {
    let plain = part.len() > 2 && part.starts_with(char::is_uppercase) && part.chars().skip(1).all(char::is_lowercase);
    if !plain {
        return part.to_owned();
    }
    let choice = hash::spread(hash::fold(hash::exact(part), hash::exact(doc)));
    pool[choice as usize % pool.len()].to_owned()
}
