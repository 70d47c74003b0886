//! Which noun group is the subject of a verb group.

use super::clauses::Clause;
use super::nouns::NounGroup;
use super::verbs::{Form, VerbGroup};
use super::words::Side;
use crate::text::annotated::Text;
use crate::text::gazetteer::class;
use crate::text::tagger::upos::Upos;

/// Ties each of `verbs` that has a tense to its subject among `nouns`.
///
/// It is the last noun group before the verb in its clause that hangs on no preposition and is no object of another verb. Where
/// there is none, the verb shares the subject of the verb before ("met and agreed"), or what a relative clause describes.
pub(super) fn tie(text: &Text<'_>, nouns: &[NounGroup], verbs: &mut [VerbGroup], clauses: &[Clause]) {
    for at in 0..verbs.len() {
        let (before, [verb, ..]) = verbs.split_at_mut(at) else { continue };
        if !matches!(verb.form, Form::Finite | Form::Participle) {
            continue;
        }
        let (own, start) = (verb.tokens.start, verb.tokens.start);
        let number = clauses.partition_point(|clause| clause.tokens.end <= own);
        let Some(clause) = clauses.get(number) else { continue };
        let behind_relative = number > 0 && clauses[number - 1].side == Side::Relative;
        let from = before.last().map_or(clause.tokens.start, |before| before.tokens.end.max(clause.tokens.start));
        let end = nouns.partition_point(|group| group.tokens.start < start);
        let free = |place: &usize| nouns[*place].tokens.start >= from && is_free(text, &nouns[*place]);
        let found = (0..end).rev().take_while(|place| nouns[*place].tokens.start >= from).filter(free);
        let found: Vec<usize> = found.collect();
        verb.subject = match found.as_slice() {
            [beside, main, ..] if is_set_off(text, &nouns[*beside], start) => Some(*main),
            // "Who", "which": what stands before.
            [relative, ..] if clause.side == Side::Relative && nouns[*relative].tokens.start == clause.tokens.start => {
                relative.checked_sub(1)
            }
            [nearest, ..] => Some(*nearest),
            [] if clause.side == Side::Relative => end.checked_sub(1),
            // "…, said the captain."
            [] if clause.tokens.start == start && says(text, verb) => {
                Some(end).filter(|behind| follows(nouns, *behind, verb))
            }
            [] => {
                let shared = |before: &&VerbGroup| {
                    before.tokens.start >= clause.tokens.start || behind_relative || joins(text, start)
                };
                before.last().filter(shared).and_then(|before| before.subject)
            }
        };
    }
}

/// Whether a noun group hangs on no preposition.
fn is_free(text: &Text<'_>, group: &NounGroup) -> bool {
    let before = group.tokens.start.checked_sub(1).map(|before| &text.tokens[before]);
    // "More than 4,000 passengers".
    before.is_none_or(|before| before.tag != Upos::Adp || before.span.of(text.saved) == "than")
}

/// Whether a noun group stands between commas beside another, before the verb at `verb`: "Holm, a vet at the clinic, said".
fn is_set_off(text: &Text<'_>, group: &NounGroup, verb: usize) -> bool {
    let comma = |at: Option<usize>| at.is_some_and(|at| text.tokens[at].span.of(text.saved) == ",");
    comma(group.tokens.start.checked_sub(1)) && comma(verb.checked_sub(1))
}

/// Whether "and" or "but" stands before the verb at `verb`.
fn joins(text: &Text<'_>, verb: usize) -> bool {
    verb.checked_sub(1).is_some_and(|before| text.tokens[before].tag == Upos::Cconj)
}

/// Whether a verb tells that somebody speaks.
fn says(text: &Text<'_>, verb: &VerbGroup) -> bool {
    text.known[verb.head].classes & class::SAYING != 0
}

/// Whether the noun group at `place` stands right behind a verb.
fn follows(nouns: &[NounGroup], place: usize, verb: &VerbGroup) -> bool {
    nouns.get(place).is_some_and(|group| group.tokens.start == verb.tokens.end)
}
