//! From tags to names: their borders set right, and what lists and the rest of the article make certain added.

use super::document::{Document, seen};
use super::firms;
use super::tags::{self, Name, Sort};
use crate::text::gazetteer::{class, kind};
use crate::text::lexicon::fold;
use crate::text::token::Shape;
use std::borrow::Cow;
use std::ops::Range;

/// Classes of words that persons are called by, or that are no names.
const PERSONAL: u32 =
    class::GIVEN | class::GIVEN_RARE | class::GIVEN_WORD | class::SURNAME | class::SURNAME_RARE | class::SMALL;

/// The names of `document`, in order, by its tokens' tags.
#[must_use]
pub(super) fn names(document: &Document<'_>, tags: &[u8]) -> Vec<Name> {
    let mut names = Vec::new();
    let mut start = 0;
    for (at, tag) in tags.iter().enumerate() {
        let tag = usize::from(*tag);
        if tags::opens(tag) {
            start = at;
        }
        if let Some(sort) = tags::sort(tag).filter(|_| tags::closes(tag)) {
            part(document, start..at + 1, sort, &mut names);
        }
    }
    with_hyphens(document, &mut names);
    let mut all = with_listed(document, names);
    firms::mend(document, &mut all);
    with_bodies_of_states(document, &mut all);
    with_acronyms(document, &mut all);
    with_surnames(document, &mut all);
    // Last, so that no part of such a name is taken for a name of its own.
    all.retain(|name| !is_event_or_thing(document, name));
    all
}

/// Words that a hyphen ties to a name without being part of it: “Holm-led”, “Dahl-era”.
const TIED: [&str; 14] = [
    "led", "era", "style", "like", "run", "born", "owned", "linked", "ally", "free", "aligned", "elect", "type",
    "bashing",
];

/// Extends persons' names over the syllables that a hyphen ties to them: “Han Jae” in “Han Jae-un”.
fn with_hyphens(document: &Document<'_>, names: &mut [Name]) {
    for at in 0..names.len() {
        let limit = names.get(at + 1).map_or(document.tokens.len(), |next| next.tokens.start);
        let end = names[at].tokens.end;
        if names[at].sort != Sort::Person || end + 1 >= limit {
            continue;
        }
        // "Han Yo-jae" of which only the first word was seen.
        let further =
            names[at].tokens.len() == 1 && document.tokens[end].is_capitalised() && document.tokens[end].spaced;
        let end = if further { end + 1 } else { end };
        if end < 2 || end + 1 >= limit || end - names[at].tokens.start < 2 {
            continue;
        }
        let tied = |at: usize| {
            !document.tokens[at].spaced && document.tokens[at].span.start == document.tokens[at - 1].span.end
        };
        let syllable = document.word(end + 1);
        let word = syllable.chars().all(char::is_alphabetic) && !TIED.contains(&syllable);
        let participle = syllable.ends_with("ed") || syllable.ends_with("ing");
        if document.word(end) == "-" && tied(end) && tied(end + 1) && word && !participle {
            names[at].tokens.end = end + 2;
        }
    }
}

/// Adds the name at `tokens`, without what does not belong to it; a slash parts two names, and so does what one did to the other.
fn part(document: &Document<'_>, tokens: Range<usize>, sort: Sort, names: &mut Vec<Name>) {
    let mut from = tokens.start;
    let verb = |at: usize| document.tokens[at].shape == Shape::Lower && document.word(at).ends_with("ed");
    for at in tokens.clone() {
        if (document.word(at) == "/" || verb(at)) && document.listed[at].kinds == 0 {
            trim(document, from..at, sort, names);
            from = at + 1;
        }
    }
    trim(document, from..tokens.end, sort, names);
}

fn trim(document: &Document<'_>, mut tokens: Range<usize>, sort: Sort, names: &mut Vec<Name>) {
    let listed = |at: usize| document.listed[at].kinds;
    while !tokens.is_empty() {
        let (first, last) = (tokens.start, tokens.end - 1);
        let title = sort == Sort::Person
            && tokens.len() > 1
            && document.listed[first].before == 0
            && listed(first) & kind::TITLE != 0
            && document.words[first].classes & (class::GIVEN | class::GIVEN_RARE) == 0;
        if sort == Sort::Person && is_placed(document, &tokens) {
            tokens.start += usize::from(document.listed[first].after) + 1;
        } else if sort == Sort::Location && is_holder_of_office(document, &tokens) {
            tokens.end = first + usize::from(document.listed[first].after) + 1;
        } else if tokens.len() > 1 && is_small_word_before_listed(document, &tokens) {
            tokens.start += 1;
        } else if title {
            tokens.start += usize::from(document.listed[first].after) + 1;
        } else if document.tokens[first].shape == Shape::Mark
            || document.words[first].classes & class::TIME_ZONE != 0
            || is_article(document, first) && tokens.len() > 1
        {
            tokens.start += 1;
        } else if document.tokens[last].shape == Shape::Mark || is_possessive(document, &tokens) {
            tokens.end -= 1;
        } else {
            break;
        }
    }
    if tokens.start < tokens.end && tokens.clone().any(|at| document.tokens[at].is_capitalised()) {
        let sort = listed_sort(document, &tokens).unwrap_or(sort);
        names.push(Name { tokens, sort });
    }
}

/// Whether the name of a state, its people or another place stands before that of a person: “Belgian Mara Holm”, “of Norway Mara
/// Holm”.
fn is_placed(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let listed = document.listed[tokens.start];
    let places = kind::STATE | kind::DEMONYM | kind::CAPITAL | kind::CITY | kind::REGION;
    let given = tokens.start + usize::from(listed.after) + 1;
    let is_given = |at: usize| document.words[at].classes & (class::GIVEN | class::GIVEN_RARE) != 0;
    listed.before == 0
        && listed.kinds & places != 0
        && !is_given(tokens.start)
        && given + 1 < tokens.end
        && (is_given(given) || listed.kinds & kind::DEMONYM != 0 && document.tokens[given].shape == Shape::Capitalised)
}

/// What exactly these tokens name by the lists, where no person is called so.
fn listed_sort(document: &Document<'_>, tokens: &Range<usize>) -> Option<Sort> {
    let listed = document.listed[tokens.start];
    let whole = listed.before == 0 && usize::from(listed.after) + 1 == tokens.len();
    let certain = tokens.len() > 1 || document.words[tokens.start].classes & PERSONAL == 0;
    match listed.kinds {
        _ if !whole || !certain || listed.kinds & kind::COMPANY != 0 => None,
        kinds if kinds & (kind::STATE | kind::SEAT) != 0 => Some(Sort::Location),
        kinds if kinds & kind::ORGANIZATION != 0 && tokens.len() > 1 => Some(Sort::Organization),
        _ => None,
    }
}

/// Whether a name that ends so is of an event, a law or a machine: “the Lennar Accord”, “Lennar Solar Probe”.
fn is_event_or_thing(document: &Document<'_>, name: &Name) -> bool {
    let last = name.tokens.end - 1;
    name.sort == Sort::Organization
        && name.tokens.len() > 1
        && document.words[last].classes & (class::EVENT_HEAD | class::THING_HEAD) != 0
        && document.listed[last].kinds & kind::ORGANIZATION == 0
}

/// Whether the tokens are a state and the office of somebody, “Norway Special Counsel”.
fn is_holder_of_office(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let listed = document.listed[tokens.start];
    let rest = tokens.start + usize::from(listed.after) + 1..tokens.end;
    let office = |at: usize| {
        document.listed[at].kinds & kind::TITLE != 0 || document.words[at].classes & (class::TITLE | class::ROLE) != 0
    };
    let plain = |at: usize| office(at) || document.words[at].classes & class::SMALL != 0;
    listed.before == 0
        && listed.kinds & kind::STATE != 0
        && !rest.is_empty()
        && office(rest.end - 1)
        && rest.clone().all(plain)
}

/// Whether a small word, capitalised as the first of its sentence, stands before a listed name: “Per The Courier”.
fn is_small_word_before_listed(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let opens = document.sentences.binary_search_by_key(&tokens.start, |sentence| sentence.start).is_ok();
    let small = document.words[tokens.start].classes & (class::FUNCTION | class::SMALL) != 0;
    let listed = document.listed[tokens.start + 1];
    let names = kind::ORGANIZATION | kind::COMPANY | kind::STATE | kind::SEAT | kind::CAPITAL;
    let whole = listed.before == 0 && tokens.start + 2 + usize::from(listed.after) == tokens.end;
    small && whole && listed.kinds & names != 0 && opens && document.listed[tokens.start].kinds == 0
}

fn is_article(document: &Document<'_>, at: usize) -> bool {
    document.listed[at].kinds == 0 && ["the", "a", "an"].iter().any(|word| word.eq_ignore_ascii_case(document.word(at)))
}

fn is_possessive(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    tokens.len() > 2 && document.word(tokens.end - 1) == "s" && ["'", "’"].contains(&document.word(tokens.end - 2))
}

/// Adds listed names that no name found touches, where the list alone makes them certain.
fn with_listed(document: &Document<'_>, found: Vec<Name>) -> Vec<Name> {
    let mut all = Vec::with_capacity(found.len());
    let mut found = found.into_iter().peekable();
    for (sentence, case) in document.sentences.iter().zip(&document.cases) {
        let mut at = sentence.start;
        while at < sentence.end {
            if let Some(name) = found.next_if(|name| name.tokens.start <= at) {
                at = name.tokens.end.max(at);
                all.push(name);
                continue;
            }
            let listed = document.listed[at];
            let tokens = at..at + usize::from(listed.after) + 1;
            let free = found.peek().is_none_or(|name| name.tokens.start >= tokens.end);
            let opens = listed.kinds != 0 && listed.before == 0;
            if let Some(sort) = certain(document, sentence, &tokens, *case).filter(|_| opens && free) {
                all.push(Name { tokens: tokens.clone(), sort });
            }
            at = if opens && free { tokens.end } else { at + 1 };
        }
    }
    all.extend(found);
    all
}

/// What a listed name names where nothing but the list is needed to know it.
fn certain(document: &Document<'_>, sentence: &Range<usize>, tokens: &Range<usize>, case: u8) -> Option<Sort> {
    let kinds = document.listed[tokens.start].kinds;
    let capitalised = |at: Option<usize>| {
        at.filter(|at| sentence.contains(at)).is_some_and(|at| {
            let token = &document.tokens[at];
            let calendar = class::WEEKDAY | class::MONTH | class::FUNCTION;
            token.is_capitalised() && document.words[at].classes & calendar == 0 && (token.spaced || at < tokens.start)
        })
    };
    let before_title =
        document.words.get(tokens.end).is_some_and(|word| word.classes & (class::TITLE | class::ROLE) != 0);
    let stands_alone = !capitalised(tokens.start.checked_sub(1)) && (!capitalised(Some(tokens.end)) || before_title);
    if case == 2 && kinds & kind::ACRONYM != 0 || kinds & (kind::DEMONYM | kind::TITLE) != 0 {
        return None;
    }
    let personal = document.words[tokens.start].classes & PERSONAL;
    let body = kinds & kind::ORGANIZATION != 0 && personal == class::SMALL && is_only_name(document, tokens.start);
    let plain = tokens.len() > 1 || kinds & kind::ACRONYM != 0 || personal == 0 || body;
    if !plain || !(stands_alone || case > 0) {
        return None;
    }
    let before = tokens.start.checked_sub(1).filter(|at| sentence.contains(at));
    let bracketed = before.is_some_and(|at| document.word(at) == "(");
    match kinds {
        _ if kinds & (kind::STATE | kind::CAPITAL | kind::CITY | kind::SEAT) != 0 => Some(Sort::Location),
        _ if kinds & kind::ORGANIZATION != 0 && kinds & kind::ACRONYM != 0 && (case == 0 || case == 1 && bracketed) => {
            let set_off = before.is_some_and(|at| ["the", "The", "("].contains(&document.word(at)));
            let small = document.words[tokens.start].classes & class::SMALL != 0;
            (set_off || !small).then_some(Sort::Organization)
        }
        _ if kinds & kind::COMPANY != 0 && kinds & kind::ACRONYM == 0 && case == 0 => Some(Sort::Organization),
        _ if kinds & kind::ORGANIZATION != 0
            && case == 0
            && kinds & kind::ACRONYM == 0
            && document.tokens[tokens.start].is_capitalised()
            && (personal & class::SMALL == 0 || body) =>
        {
            Some(Sort::Organization)
        }
        _ if kinds & kind::ORGANIZATION != 0 && tokens.len() > 1 && document.tokens[tokens.start].is_capitalised() => {
            Some(Sort::Organization)
        }
        _ => None,
    }
}

/// Whether an article has a word in capitals where only a name would be, and nowhere in small letters: "Labour" is a party.
fn is_only_name(document: &Document<'_>, at: usize) -> bool {
    document.seen[at] & (seen::SMALL | seen::INSIDE) == seen::INSIDE
}

/// Most words of the name of a state's body.
const BODY: usize = 4;

/// Adds the body whose name goes on behind that of its state where only the state was found: "the United States Air Force".
fn with_bodies_of_states(document: &Document<'_>, names: &mut Vec<Name>) {
    let mut added = Vec::new();
    for (at, state) in names.iter().enumerate() {
        let sentence = document.sentences.partition_point(|sentence| sentence.end <= state.tokens.start);
        let Some(sentence) = document.sentences.get(sentence).filter(|_| document.cases[sentence] == 0) else {
            continue;
        };
        let limit = names.get(at + 1).map_or(sentence.end, |next| next.tokens.start.min(sentence.end));
        let first = state.tokens.end;
        let words = (first..limit.min(first + BODY))
            .take_while(|at| document.tokens[*at].spaced && document.tokens[*at].shape == Shape::Capitalised);
        let end = first + words.count();
        let listed = document.listed[state.tokens.start];
        let whole = listed.before == 0 && usize::from(listed.after) + 1 == state.tokens.len();
        let body = end > first + 1 && document.words[end - 1].classes & class::ORGANIZATION_HEAD != 0;
        if whole && listed.kinds & kind::STATE != 0 && body {
            added.push(Name { tokens: first..end, sort: Sort::Organization });
        }
    }
    names.extend(added);
    names.sort_by_key(|name| name.tokens.start);
}

/// Longest acronym that is looked for, in letters.
const ACRONYM: usize = 6;

/// Adds the acronyms that stand in brackets behind the names that they are of, and the initials of firms, wherever they stand in
/// the article: "IS" among small letters is no verb where the article says "Islamic State (IS)".
fn with_acronyms(document: &Document<'_>, names: &mut Vec<Name>) {
    let introduced = |name: &&Name| {
        let at = name.tokens.end + 1;
        let closed = at + 1 < document.tokens.len() && document.word(at - 1) == "(" && document.word(at + 1) == ")";
        let acronym = closed.then(|| document.word(at)).filter(|word| (2..=ACRONYM).contains(&word.len()))?;
        let span = document.tokens[name.tokens.start].span.start as usize..document.tokens[at - 2].span.end as usize;
        let letters =
            document.tokens[at].shape == Shape::Capitals && name.sort != Sort::Person && name.tokens.len() > 1;
        (letters && fold::opens(&fold::fold(acronym), &fold::fold(&document.text[span]))).then_some(acronym)
    };
    let known: Vec<&str> = names.iter().filter_map(|name| introduced(&name)).collect();
    let mut acronyms: Vec<Cow<'_, str>> = known.into_iter().map(Cow::Borrowed).collect();
    acronyms.extend(names.iter().filter_map(|name| firms::initials(document, name)).map(Cow::Owned));
    if acronyms.is_empty() {
        return;
    }
    acronyms.sort_unstable();
    let mut added = Vec::new();
    let mut found = names.iter().peekable();
    for (sentence, case) in document.sentences.iter().zip(&document.cases) {
        for at in sentence.clone() {
            while found.next_if(|name| name.tokens.end <= at).is_some() {}
            let free = found.peek().is_none_or(|name| name.tokens.start > at) && *case < 2;
            if free
                && document.tokens[at].shape == Shape::Capitals
                && acronyms.binary_search_by(|acronym| acronym.as_ref().cmp(document.word(at))).is_ok()
            {
                added.push(Name { tokens: at..at + 1, sort: Sort::Organization });
            }
        }
    }
    names.extend(added);
    names.sort_by_key(|name| name.tokens.start);
}

/// Makes single words persons that end the full name of a person elsewhere in the article, and adds those not found.
fn with_surnames(document: &Document<'_>, names: &mut Vec<Name>) {
    let mut surnames: Vec<u64> = names
        .iter()
        .filter(|name| name.sort == Sort::Person && name.tokens.len() > 1)
        .map(|name| document.tokens[name.tokens.end - 1].folded)
        .collect();
    surnames.sort_unstable();
    let is_surname = |at: usize| {
        surnames.binary_search(&document.tokens[at].folded).is_ok()
            && document.listed[at].kinds == 0
            && document.words[at].classes & class::SMALL == 0
    };
    for name in names.iter_mut().filter(|name| name.tokens.len() == 1 && name.sort != Sort::Person) {
        if is_surname(name.tokens.start) && document.tokens[name.tokens.start].shape != Shape::Capitals {
            name.sort = Sort::Person;
        }
    }
    let mut added = Vec::new();
    let mut found = names.iter().peekable();
    for at in document.read() {
        while found.next_if(|name| name.tokens.end <= at).is_some() {}
        let free = found.peek().is_none_or(|name| name.tokens.start > at);
        let shape = document.tokens[at].shape;
        if free && shape == Shape::Capitalised && document.seen[at] & seen::SMALL == 0 && is_surname(at) {
            added.push(Name { tokens: at..at + 1, sort: Sort::Person });
        }
    }
    names.extend(added);
    names.sort_by_key(|name| name.tokens.start);
}
