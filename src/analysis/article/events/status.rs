//! Whether a clause is told as having happened, as planned, or left open.

use super::clause::{Word, Words};
use super::words::Class;
use crate::base::{PartialDate, When};
use crate::model::Status;
use crate::text::chunk::{Form, Modal, Side, Tense, VerbGroup};
use std::ops::Range;

/// How the day of an event stands to the day of publication.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    Past,
    /// On the day itself, over it, or not known.
    Present,
    Future,
}

fn stand(when: When, published: Option<PartialDate>) -> Stand {
    let Some(published) = published else { return Stand::Present };
    if when.first_day().is_some_and(|first| first > published.last_day()) {
        Stand::Future
    } else if when.last_day().is_some_and(|last| last < published.first_day()) {
        Stand::Past
    } else {
        Stand::Present
    }
}

/// Days before publication from which on "would" tells the past as its future: "he would die in 1945".
const LONG_PAST: i64 = 366;

/// The status of the event that the word `at` dates, by the event's own verb and the words that belong to it; and the
/// rule that gives it.
///
/// Questions (`asked`), conditions, denials and "may", "might", "could" leave it open; so does a plan for a day that was
/// past when the article appeared. "Will", a plan, or a day after publication make it planned. All else has happened.
/// What another verb of the sentence may, must or will do says nothing of it: "ruled on Friday that it must close".
pub(super) fn status(
    words: &Words,
    at: usize,
    when: When,
    published: Option<PartialDate>,
    asked: bool,
) -> (Status, &'static str) {
    let Words { words: all, verbs } = words;
    let own = &all[at];
    let (told, range) = own_verb(words, at);
    let of_clause = |at: usize| all[at].clause == own.clause && all[at].said == own.said;
    let beside = || range.clone().filter(|at| of_clause(*at)).map(|at| &all[at]);
    let any = |class: Class| beside().any(|word| word.class.is(class));
    let has = |modal: Modal| told.is_some_and(|group| group.modal == Some(modal));
    let denied = beside().filter_map(|word| word.verb).any(|verb| verbs[verb].denied);
    // A condition is a clause of its own, but makes open what is said with it, unless that is plainly past.
    let past = told.is_some_and(|group| group.tense == Some(Tense::Past));
    let condition = all.iter().any(|word| word.side == Side::Condition && word.said == own.said);
    let unreal = has(Modal::Would) && told.is_some_and(|group| group.perfect);
    let open = [
        (asked, "asked"),
        (denied, "denied"),
        (condition && !past, "condition"),
        (unreal, "would-have"),
        (has(Modal::May) || any(Class::OPEN), "may"),
        (is_thought(words, at), "thought"),
    ];
    if let Some((_, rule)) = open.into_iter().find(|(open, _)| *open) {
        return (Status::Unknown, rule);
    }
    if let Some(off) = put_off(words, at) {
        return off;
    }
    let called_for = at > 0 && all[at - 1].class.is(Class::FOR) && any(Class::CALL.with(Class::PLAN));
    let planned = called_for || has(Modal::Due) || is_plan(words, &range, of_clause);
    match stand(when, published) {
        Stand::Future => (Status::Planned, "later"),
        _ if has(Modal::Will) => (Status::Planned, "will"),
        Stand::Present if planned => (Status::Planned, "plan"),
        Stand::Present if has(Modal::Would) => (Status::Planned, "would"),
        Stand::Past if planned => (Status::Unknown, "past-plan"),
        Stand::Past if has(Modal::Must) => (Status::Unknown, "must"),
        Stand::Past if has(Modal::Would) && (own.said || !long_past(when, published)) => {
            (Status::Unknown, "past-would")
        }
        _ => (Status::Happened, "told"),
    }
}

/// Whether the clause of the word `at` only says what is thought: "is believed to have left on Monday".
fn is_thought(words: &Words, at: usize) -> bool {
    let all = &words.words;
    (0..at).rev().take_while(|before| all[*before].clause == all[at].clause).any(|before| {
        let next = all.get(before + 1).is_some_and(|next| next.class.is(Class::TO));
        let verb = words.told(before).is_some_and(|verb| verb.passive);
        all[before].class.is(Class::THOUGHT)
            && verb
            && (next || all[before + 1].verb.is_some_and(|verb| is_infinitive(&words.verbs[verb])))
    })
}

/// Whether what the word `at` dates was called off or put off, as a verb behind it tells: "the vote on Friday was cancelled", and
/// not "on Friday the vote was cancelled", which dates the calling off.
fn put_off(words: &Words, at: usize) -> Option<(Status, &'static str)> {
    let all = &words.words;
    let own = &all[at];
    let tells = |at: &usize| !all[*at].auxiliary && words.told(*at).is_some();
    // A plan may stand between: "the vote scheduled for Friday".
    let before = (0..at).rev().take_while(|at| all[*at].clause == own.clause);
    let noun = before.clone().any(|at| !all[at].dates && all[at].class == Class::default() && all[at].verb.is_none());
    let plain = before.filter(tells).all(|at| all[at].class.is(Class::PLAN.with(Class::CALL)));
    let next = (at..all.len()).find(|at| all[*at].said == own.said && tells(at))?;
    let verb = words.told(next)?;
    if !noun || !plain || verb.denied || verb.modal.is_some() || !verb.passive {
        return None;
    }
    let class = all[next].class;
    if class.is(Class::OFF) {
        Some((Status::Cancelled, "called-off"))
    } else {
        class.is(Class::MOVE).then_some((Status::Postponed, "put-off"))
    }
}

/// The verb group that tells of the event that the word `at` dates, and the words that belong to it: from behind the verb
/// before its own one to the date, or to the end of its own verb, where that stands behind the date.
fn own_verb(words: &Words, at: usize) -> (Option<&VerbGroup>, Range<usize>) {
    let own = &words.words[at];
    let tells = |at: &usize| {
        let word: &Word = &words.words[*at];
        word.clause == own.clause && word.said == own.said && words.told(*at).is_some()
    };
    if let Some(last) = (0..at).rev().find(tells) {
        let verb = words.words[last].verb;
        let other = (0..last).rev().find(|at| tells(at) && words.words[*at].verb != verb);
        return (words.told(last), other.map_or(0, |other| other + 1)..at + 1);
    }
    let Some(first) = (at..words.words.len()).find(tells) else { return (None, 0..words.words.len()) };
    let verb = words.words[first].verb;
    // "Was due to leave": what follows may tell that it is a plan.
    let more = |at: &usize| {
        let word = &words.words[*at];
        word.verb == verb
            || word.class.is(Class::PLAN)
            || word.verb.is_some_and(|verb| is_infinitive(&words.verbs[verb]))
    };
    let end = (first..words.words.len()).take_while(more).last().unwrap_or(first);
    (words.told(first), 0..end + 1)
}

fn is_infinitive(group: &VerbGroup) -> bool {
    group.form == Form::Infinitive
}

/// Whether a plan is told: "is scheduled for", "plans to", "is due to", "had to".
fn is_plan(words: &Words, range: &Range<usize>, beside: impl Fn(usize) -> bool) -> bool {
    range.clone().filter(|at| beside(*at)).any(|at| {
        let next = words.words.get(at + 1).filter(|_| at + 1 < range.end);
        let to = next.and_then(|next| next.verb).is_some_and(|verb| is_infinitive(&words.verbs[verb]));
        let word = &words.words[at];
        let behind_auxiliary = at > range.start && words.words[at - 1].auxiliary;
        word.class.is(Class::PLAN) && (to || behind_auxiliary) || word.class.is(Class::HAVE) && to
    })
}

fn long_past(when: When, published: Option<PartialDate>) -> bool {
    let days = |published: PartialDate| Some((published.first_day() - when.last_day()?).num_days());
    published.and_then(days).is_some_and(|days| days > LONG_PAST)
}
