//! Names of firms and of bodies that begin with a place: their borders, and their first words alone.

use super::document::{Document, seen};
use super::tags::{Name, Sort};
use crate::text::gazetteer::{class, kind};
use crate::text::token::Shape;

/// Sets right the names of firms: two names that "&" joins are one firm's, "Corp." ends a name, a city opens the name of its
/// exchange, and the first word of a firm's full name is its short one.
pub(super) fn mend(document: &Document<'_>, names: &mut Vec<Name>) {
    joined(document, names);
    parted(document, names);
    with_city(document, names);
    with_first_words(document, names);
    names.sort_by_key(|name| name.tokens.start);
}

/// Makes "Holm & Lund" one name.
fn joined(document: &Document<'_>, names: &mut Vec<Name>) {
    let mut at = 0;
    while at + 1 < names.len() {
        let (one, other) = (&names[at], &names[at + 1]);
        let single = one.tokens.len() == 1 && other.tokens.len() == 1;
        let tied = one.tokens.end + 1 == other.tokens.start && document.word(one.tokens.end) == "&";
        // "Bill & Hillary" are two people.
        let given = |name: &Name| document.words[name.tokens.start].classes & class::GIVEN != 0;
        if single && tied && !(given(one) && given(other)) && one.sort != Sort::Location && other.sort != Sort::Location
        {
            names[at] = Name { tokens: one.tokens.start..other.tokens.end, sort: Sort::Organization };
            names.remove(at + 1);
        }
        at += 1;
    }
}

/// Ends a name behind "Corp." where another name follows without a border: "bought Lennar Corp. Fisk Co. said".
fn parted(document: &Document<'_>, names: &mut Vec<Name>) {
    let suffix = |at: usize| document.words[at].classes & class::SUFFIX != 0;
    let mut added = Vec::new();
    for name in names.iter_mut().filter(|name| name.sort == Sort::Organization) {
        let ends = |at: &usize| {
            let next = &document.tokens[at + 1];
            suffix(*at) && document.word(*at).ends_with('.') && next.shape == Shape::Capitalised && !suffix(at + 1)
        };
        let inner = name.tokens.start + 1..name.tokens.end.saturating_sub(1);
        if let Some(end) = inner.into_iter().find(ends) {
            added.push(Name { tokens: end + 1..name.tokens.end, sort: Sort::Organization });
            name.tokens.end = end + 1;
        }
    }
    names.extend(added);
    names.sort_by_key(|name| name.tokens.start);
}

/// Most words of a name behind its city.
const BEHIND: usize = 4;

/// Makes "London Metal Exchange" one name where only the city was found.
fn with_city(document: &Document<'_>, names: &mut [Name]) {
    for at in 0..names.len() {
        let first = names[at].tokens.end;
        let sentence = document.sentences.partition_point(|sentence| sentence.end <= names[at].tokens.start);
        let Some(sentence) = document.sentences.get(sentence) else { continue };
        let limit = names.get(at + 1).map_or(sentence.end, |next| next.tokens.start.min(sentence.end));
        let city = names[at].sort == Sort::Location
            && document.listed[names[at].tokens.start].kinds & (kind::CITY | kind::CAPITAL) != 0;
        let goes_on = |at: &usize| document.tokens[*at].spaced && document.tokens[*at].shape == Shape::Capitalised;
        let end = first + (first..limit.min(first + BEHIND)).take_while(goes_on).count();
        let body = |at: usize| ["Exchange", "Bourse"].contains(&document.word(at));
        if city && end > first && body(end - 1) {
            names[at] = Name { tokens: names[at].tokens.start..end, sort: Sort::Organization };
        }
    }
}

/// Adds "Fisk" where the article has "Fisk Shipping Corp.", and the word is nothing else.
fn with_first_words(document: &Document<'_>, names: &mut Vec<Name>) {
    let other = class::SMALL | class::FUNCTION | class::GIVEN | class::PEOPLE | class::TITLE;
    let first = |name: &Name| {
        let at = name.tokens.start;
        let firm = name.tokens.len() > 1 && document.words[name.tokens.end - 1].classes & class::SUFFIX != 0;
        let own = document.tokens[at].shape == Shape::Capitalised
            && document.words[at].classes & other == 0
            && document.listed[at].kinds & !kind::COMPANY == 0
            && document.seen[at] & seen::SMALL == 0;
        (firm && own && name.sort == Sort::Organization).then(|| document.tokens[at].folded)
    };
    let mut firsts: Vec<u64> = names.iter().filter_map(first).collect();
    if firsts.is_empty() {
        return;
    }
    firsts.sort_unstable();
    let mut added = Vec::new();
    let mut found = names.iter().peekable();
    for at in document.read() {
        let token = &document.tokens[at];
        while found.next_if(|name| name.tokens.end <= at).is_some() {}
        let free = found.peek().is_none_or(|name| name.tokens.start > at);
        if free && token.shape == Shape::Capitalised && firsts.binary_search(&token.folded).is_ok() {
            added.push(Name { tokens: at..at + 1, sort: Sort::Organization });
        }
    }
    names.extend(added);
}
