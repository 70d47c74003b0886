//! Names of firms and of bodies that begin with a place: their borders, their first words alone, and firms that only the form in
//! their name shows.

use super::document::{Document, seen};
use super::tags::{Name, Sort};
use crate::text::gazetteer::{class, kind};
use crate::text::token::Shape;

/// Sets right the names of firms: a name goes on over the form of its firm, words before such a form are a name, two names that
/// "&" joins are one firm's, "Corp." ends a name, a city opens the name of its exchange, and the first word of a firm's full name
/// is its short one.
pub(super) fn mend(document: &Document<'_>, names: &mut Vec<Name>) {
    with_form(document, names);
    by_form(document, names);
    joined(document, names);
    parted(document, names);
    with_city(document, names);
    with_genitives(document, names);
    with_first_words(document, names);
    names.sort_by_key(|name| name.tokens.start);
}

/// Forms of firms that stand behind hardly anything but their names, without a stop.
const FORMS: [&str; 18] = [
    "AB", "AG", "AS", "ASA", "Bhd", "Co", "Corp", "GmbH", "Inc", "KGaA", "LLC", "Ltd", "NV", "PLC", "Plc", "SA", "SpA",
    "plc",
];

/// Whether the form of a firm stands at this token.
fn is_form(document: &Document<'_>, at: usize) -> bool {
    document.tokens[at].spaced && is_firm_form(document.word(at))
}

/// Whether a word behind a name is the legal form of a firm: `Ltd.`, `plc`.
pub(crate) fn is_firm_form(word: &str) -> bool {
    FORMS.contains(&word.trim_end_matches('.'))
}

/// Lets a name go on over the form of its firm: "Holm Holdings plc", "Dahl Lund & Co".
fn with_form(document: &Document<'_>, names: &mut [Name]) {
    for at in 0..names.len() {
        let end = names[at].tokens.end;
        let limit = limit(document, names, at);
        let behind = end + usize::from(end < limit && document.word(end) == "&");
        // "Texas AG" is a state's lawyer.
        let lawyer = names[at].sort == Sort::Location && behind == end;
        if behind < limit && is_form(document, behind) && !lawyer {
            names[at] = Name { tokens: names[at].tokens.start..behind + 1, sort: Sort::Organization };
        }
    }
}

/// Where the sentence of a name, or the name before the next one, ends.
fn limit(document: &Document<'_>, names: &[Name], at: usize) -> usize {
    let start = names[at].tokens.start;
    let sentence = document.sentences.partition_point(|sentence| sentence.end <= start);
    let end = document.sentences.get(sentence).map_or(start, |sentence| sentence.end);
    names.get(at + 1).map_or(end, |next| next.tokens.start.min(end))
}

/// Adds the firms that only their form shows: "Lennar Oil Co".
fn by_form(document: &Document<'_>, names: &mut Vec<Name>) {
    // The form is the end of that name, not the start of the next: "bought Lennar Oil Co. BP said".
    for name in names.iter_mut().filter(|name| name.tokens.len() > 1) {
        let start = name.tokens.start;
        if is_form(document, start) && start > 0 && document.tokens[start - 1].is_capitalised() {
            name.tokens.start += 1;
        }
    }
    let mut added = Vec::new();
    let mut found = names.iter().peekable();
    let mut from = 0;
    for (sentence, case) in document.sentences.iter().zip(&document.cases) {
        from = from.max(sentence.start);
        for at in sentence.clone().filter(|at| *case == 0 && is_form(document, *at)) {
            while let Some(name) = found.next_if(|name| name.tokens.start <= at) {
                from = from.max(name.tokens.end);
            }
            let of_name = |at: &usize| {
                let token = &document.tokens[*at];
                let word = matches!(token.shape, Shape::Capitalised | Shape::Mixed | Shape::Capitals);
                word && document.words[*at].classes & class::FUNCTION == 0
            };
            let words = (from..at).rev().take_while(of_name).count();
            if words > 0 {
                added.push(Name { tokens: at - words..at + 1, sort: Sort::Organization });
            }
        }
    }
    names.extend(added);
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

/// Lets a name end in the genitive that it is called by, "Lennar's said", and then wherever the article has it so.
fn with_genitives(document: &Document<'_>, names: &mut [Name]) {
    let genitive = |name: &Name| {
        let (mark, end) = (name.tokens.end, name.tokens.end + 2);
        let glued = end < document.tokens.len() && !document.tokens[mark].spaced;
        (glued && ["'", "’"].contains(&document.word(mark)) && document.word(mark + 1) == "s").then_some(end)
    };
    let says = |name: &&Name| {
        genitive(name)
            .is_some_and(|at| at < document.tokens.len() && ["said", "says", "told"].contains(&document.word(at)))
    };
    let mut called: Vec<u64> =
        names.iter().filter(says).map(|name| document.tokens[name.tokens.end - 1].folded).collect();
    called.sort_unstable();
    for name in
        names.iter_mut().filter(|name| called.binary_search(&document.tokens[name.tokens.end - 1].folded).is_ok())
    {
        if let Some(end) = genitive(name) {
            *name = Name { tokens: name.tokens.start..end, sort: Sort::Organization };
        }
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
        let limit = limit(document, names, at);
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

/// The initials of a firm's name of two words or more before its form: "GM" of "General Motors Corp".
pub(super) fn initials(document: &Document<'_>, name: &Name) -> Option<String> {
    let suffix = |at: &usize| document.words[*at].classes & class::SUFFIX != 0;
    let forms = name.tokens.clone().rev().take_while(suffix).count();
    let words = name.tokens.start..name.tokens.end - forms;
    let all = words.clone().all(|at| document.tokens[at].shape == Shape::Capitalised);
    let firm = forms > 0 && name.sort == Sort::Organization && words.len() > 1 && all;
    firm.then(|| words.filter_map(|at| document.word(at).chars().next()).collect())
}
