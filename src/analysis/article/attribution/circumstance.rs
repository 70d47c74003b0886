//! Passes over when, where and to whom something was said.

use super::item::Kind;
use super::lexicon::{Class, LEXICON};
use super::outlet;
use super::phrase::Clause;
use std::ops::Range;

/// Most circumstances behind a verb: "on Tuesday in a statement".
const CIRCUMSTANCES: usize = 5;

/// Passes over "on Tuesday", "in a statement", "to reporters", "in an interview with CNN".
///
/// From `end` on, behind the verb at `verb`; returns where they end, and the outlet that carries the words, if one is named.
pub(super) fn circumstances(clause: &Clause<'_, '_>, verb: usize, end: usize) -> (usize, Option<Range<usize>>) {
    let (mut end, mut carrier) = (end, None);
    for _ in 0..CIRCUMSTANCES {
        let at = end;
        let this = clause.is(at, Class::Determiner) && clause.is(at + 1, Class::Time);
        if clause.is(at, Class::Adverb) || clause.is(at, Class::Time) || this {
            let next = at + 1 + usize::from(this);
            let whose = clause.get(next).is_some_and(|item| item.kind == Kind::Possessive);
            if whose || clause.is(next, Class::Word) && this {
                break;
            }
            end = next;
        } else if clause.is(at, Class::Preposition) {
            let Some((behind, outlet)) = circumstance(clause, at, verb) else { break };
            end = behind;
            carrier = carrier.or(outlet);
        } else {
            break;
        }
    }
    (end, carrier)
}

/// The end of the prepositional phrase at `at`, where it says when, where or to whom something was said, and the
/// outlet in it.
fn circumstance(clause: &Clause<'_, '_>, at: usize, verb: usize) -> Option<(usize, Option<Range<usize>>)> {
    if let Some(end) = clause.time_end(at + 1) {
        return Some((end, None));
    }
    let phrase = match clause.after(at + 1) {
        Some(phrase) => phrase,
        None if matches!(clause.word(at + 1), "him" | "them" | "us" | "me" | "her") => at + 1..at + 2,
        None => return None,
    };
    let year = clause.word(at + 1).len() == 4 && clause.word(at + 1).bytes().all(|b| b.is_ascii_digit());
    let speech = phrase.clone().any(|at| LEXICON.speech.has(clause.word(at)) || clause.is(at, Class::Time));
    let outlet = (phrase.start..phrase.end).find_map(|from| {
        let part = from..phrase.end;
        (clause.mention(from).is_some() && outlet::is_outlet(clause, &part)).then_some(part)
    });
    let outlet = outlet.or_else(|| outlet::is_outlet(clause, &phrase).then(|| phrase.clone()));
    let end = phrase.end;
    let then = clause.quotation(end).is_some()
        || matches!(clause.word(at), "after" | "before" | "during") && clause.is(end, Class::Pronoun)
        || clause.word(end) == "that"
        || clause.get(end).is_none_or(|item| matches!(item.kind, Kind::Mark(_)));
    let to = clause.word(at) == "to" && matches!(clause.word(verb).get(..2), Some("sa" | "wr"));
    if !(year || speech || outlet.is_some() || then || to) {
        return None;
    }
    let carries = matches!(clause.word(at), "to" | "with" | "on" | "in" | "by");
    Some((end, outlet.filter(|_| carries)))
}
