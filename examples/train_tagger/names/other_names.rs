//! Copies of texts in which persons and towns have other names, so that the tagger learns how they are written of and
//! not who they are.

use cuttings::base::Span;
use cuttings::text::names::tags;
use cuttings::text::tagger::hash;

const GIVEN: &str = include_str!("../../../src/text/lexicon/names/given_names.txt");
const PLACES: &str = include_str!("../../../src/text/lexicon/names/places.txt");
const SURNAMES: &str = include_str!("../../../src/text/lexicon/names/surnames.txt");

/// `words` with other names for its persons and towns, and the names where they then stand; `None` where nobody is named.
pub(crate) fn renamed(
    words: &str,
    names: &[(Span, tags::Sort)],
    doc: &str,
) -> Option<(String, Vec<(Span, tags::Sort)>)> {
    if !names.iter().any(|(_, sort)| *sort == tags::Sort::Person) {
        return None;
    }
    let (given, surnames, places) = (list(GIVEN), list(SURNAMES), towns());
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
    let from = PLACES.find("= city").unwrap_or(0);
    let mut towns: Vec<&str> = PLACES[from..].lines().filter(|line| !line.contains([' ', '='])).collect();
    towns.sort_unstable();
    towns
}

fn list(file: &'static str) -> Vec<&'static str> {
    let lines = file.lines().filter(|line| !line.starts_with(['#', '=']));
    lines.flat_map(str::split_whitespace).collect()
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
