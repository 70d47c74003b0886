//! What a name stands for: a state or a place, a seat of government or its government, a surname or a full name.

use super::document::Document;
use super::tags::Name;
use super::tags::Sort;
use crate::model::{ActorKind, How};
use crate::text::gazetteer::{class, kind};
use crate::text::token::Shape;
use std::ops::Range;

/// The kind of each name, and how it stands for its actor.
#[must_use]
pub(super) fn senses(document: &Document<'_>, names: &[Name]) -> Vec<(ActorKind, How)> {
    let mut surnames: Vec<u64> = Vec::new();
    let mut senses: Vec<(ActorKind, How)> = Vec::with_capacity(names.len());
    for name in names {
        let last = document.tokens[name.tokens.end - 1].folded;
        let sense = match name.sort {
            Sort::Person if name.tokens.len() == 1 && surnames.contains(&last) => (ActorKind::Person, How::Surname),
            Sort::Person => {
                if name.tokens.len() > 1 && surnames.len() < MOST_SURNAMES && !surnames.contains(&last) {
                    surnames.push(last);
                }
                (ActorKind::Person, How::Name)
            }
            Sort::Organization | Sort::Location => sense(document, name),
        };
        senses.push(sense);
    }
    senses
}

/// Most persons of one article whose surnames are remembered.
const MOST_SURNAMES: usize = 500;

fn sense(document: &Document<'_>, name: &Name) -> (ActorKind, How) {
    let listed = document.listed[name.tokens.start];
    let whole = listed.before == 0 && usize::from(listed.after) + 1 == name.tokens.len();
    let kinds = if whole { listed.kinds } else { 0 };
    let how = if is_acronym(document, name) { How::Acronym } else { How::Name };
    let location = name.sort == Sort::Location;
    match kinds {
        _ if kinds & kind::SEAT != 0 && is_scene(document, &name.tokens) => (ActorKind::Place, How::Name),
        _ if kinds & kind::SEAT != 0 => (ActorKind::State, How::Metonym),
        _ if kinds & kind::STATE != 0 && (location || kinds & kind::COMPANY == 0) => (ActorKind::State, how),
        _ if kinds & kind::CAPITAL != 0 && (location || kinds == kind::CAPITAL) => {
            if acts(document, &name.tokens) {
                (ActorKind::State, How::Metonym)
            } else {
                (ActorKind::Place, How::Name)
            }
        }
        _ if kinds & kind::ORGANIZATION != 0 => (ActorKind::Organization, how),
        _ if location => (ActorKind::Place, How::Name),
        _ => (ActorKind::Organization, how),
    }
}

fn is_acronym(document: &Document<'_>, name: &Name) -> bool {
    let token = &document.tokens[name.tokens.start];
    let listed = document.listed[name.tokens.start];
    if listed.kinds & !kind::ACRONYM != 0 && listed.kinds & kind::ACRONYM == 0 {
        return false;
    }
    let letters = matches!(token.shape, Shape::Capitals | Shape::Dotted | Shape::LettersAndDigits);
    name.tokens.len() == 1 && letters && token.span.len() <= 8
}

/// Whether the house at `tokens` is where something is: “at the White House”, “in a statement from the Kremlin”.
fn is_scene(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let mut before = (tokens.start.saturating_sub(2)..tokens.start).rev().map(|at| document.word(at)).peekable();
    before.next_if(|word| *word == "the");
    before
        .next()
        .is_some_and(|word| ["at", "in", "inside", "outside", "near", "from", "around", "into"].contains(&word))
}

/// Whether the seat of a government at `tokens` stands for the government: it says or does something, something is
/// said or done to it, it has what governments have, or it is one of two parties.
fn acts(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let place = document.sentences.partition_point(|sentence| sentence.end <= tokens.start);
    let Some(sentence) = document.sentences.get(place) else { return false };
    let word = |at: usize| document.word(at);
    let is = |at: usize, bits: u32| sentence.contains(&at) && document.words[at].classes & bits != 0;
    let small = |at: usize| sentence.contains(&at) && document.tokens[at].shape == Shape::Lower;
    let before = tokens.start.checked_sub(1).filter(|at| sentence.contains(at));
    if before.is_some_and(|at| is(at, class::PLACE_PREPOSITION) && small(at)) {
        return false;
    }
    if is_party(document, sentence, tokens) {
        return true;
    }
    let mut next = tokens.end;
    // “Oslo’s decision”
    if sentence.contains(&(next + 2)) && ["'", "’"].contains(&word(next)) && word(next + 1) == "s" {
        return (next + 2..next + 5).take_while(|at| small(*at)).any(|at| is(at, class::OF_STATES));
    }
    if before.is_some_and(|at| ["of", "for", "on", "by", "the"].contains(&word(at))) {
        return false;
    }
    // “Oslo has also refused”
    let mut helped = false;
    while sentence.contains(&next) && small(next) && is(next, class::AUXILIARY | class::ADVERB) && next < tokens.end + 4
    {
        helped |= is(next, class::AUXILIARY);
        next += 1;
    }
    if helped {
        return true;
    }
    // “Oslo attacks the town”, and no “Oslo attacks”: a noun in the plural is no verb.
    let object = |at: usize| {
        sentence.contains(&at)
            && (document.tokens[at].is_capitalised() || ["the", "a", "an", "its", "to", "that"].contains(&word(at)))
    };
    if small(next) && is(next, class::SAYING | class::ACTING) {
        return is(next, class::SAYING) && !is(next, class::ACTING) || !word(next).ends_with('s') || object(next + 1);
    }
    // “Washington and its allies”
    if small(next) && word(next) == "and" && sentence.contains(&(next + 1)) && word(next + 1) == "its" {
        return true;
    }
    // “urged Oslo to”, “talks with Oslo”
    let alone = !small(tokens.end) || is(tokens.end, class::FUNCTION);
    alone && before.is_some_and(|at| small(at) && (is(at, class::ACTING) || ["with", "against"].contains(&word(at))))
}

/// Whether the name is one of two parties: “between Oslo and Rome”.
fn is_party(document: &Document<'_>, sentence: &Range<usize>, tokens: &Range<usize>) -> bool {
    const REACH: usize = 6;
    let parties = kind::CAPITAL | kind::STATE | kind::SEAT | kind::ORGANIZATION;
    let from = tokens.start.saturating_sub(REACH).max(sentence.start);
    let between = (from..tokens.start).rev().find(|at| document.word(*at).eq_ignore_ascii_case("between"));
    let Some(between) = between else { return false };
    let to = (tokens.end + REACH).min(sentence.end);
    (between..to).any(|at| !tokens.contains(&at) && document.listed[at].kinds & parties != 0)
}
