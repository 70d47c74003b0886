//! Whether a clause is told as having happened, as planned, or left open.

use super::clause::{Side, Token};
use super::words::Class;
use crate::base::{PartialDate, When};
use crate::model::Status;
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

/// The status of the event that the word `at` dates, by the event's own verb and the words that belong to it.
///
/// Questions (`asked`), conditions, denials and "may", "might", "could" leave it open; so does a plan for a day that was
/// past when the article appeared. "Will", a plan, or a day after publication make it planned. All else has happened.
/// What another verb of the sentence may, must or will do says nothing of it: "ruled on Friday that it must close".
pub(super) fn status(words: &[Token], at: usize, when: When, published: Option<PartialDate>, asked: bool) -> Status {
    let own = &words[at];
    let told = own_verb(words, at);
    let beside = || told.clone().filter(|at| words[*at].clause == own.clause && words[*at].said == own.said);
    let any = |class: Class| beside().any(|at| words[at].class.is(class));
    let follows = |at: usize, class: Class| words.get(at + 1).is_some_and(|next| next.class.is(class));
    let pair = |first: Class, second: Class| beside().any(|at| words[at].class.is(first) && follows(at, second));
    let denied = beside().any(|at| words[at].class.is(Class::NOT) && !follows(at, Class::ONLY));
    // A condition is a clause of its own, but makes open what is said with it, unless that is plainly past.
    let past = any(Class::PAST) && !any(Class::WILL.with(Class::WOULD).with(Class::MUST));
    let condition =
        words.iter().any(|word| word.class.is(Class::IF) && word.said == own.said && word.side == Side::Aside);
    let unreal = pair(Class::WOULD, Class::HAVE);
    if asked || denied || (condition && !past) || unreal || any(Class::OPEN) {
        return Status::Unknown;
    }
    let called_for = at > 0 && words[at - 1].class.is(Class::FOR) && any(Class::CALL.with(Class::PLAN));
    let planned = called_for || pair(BE_OR_PLAN, Class::TO) || pair(Class::AUXILIARY, Class::PLAN);
    match stand(when, published) {
        Stand::Future => Status::Planned,
        _ if any(Class::WILL) => Status::Planned,
        Stand::Present if planned || any(Class::WOULD) => Status::Planned,
        Stand::Past if planned || any(Class::MUST) => Status::Unknown,
        Stand::Past if any(Class::WOULD) && (own.said || !long_past(when, published)) => Status::Unknown,
        _ => Status::Happened,
    }
}

/// What a verb may begin with: modal words and auxiliaries, and verbs themselves.
const CHAIN: Class = Class::VERB.with(Class::OPEN).with(Class::NOT);

/// The words that tell of the event that the word `at` dates: from behind the verb before its own one to the date,
/// or to the end of its own verb, where that stands behind the date.
fn own_verb(words: &[Token], at: usize) -> Range<usize> {
    let own = &words[at];
    let of_chain = |at: &usize| {
        let word = &words[*at];
        word.clause == own.clause && word.said == own.said && word.class.is(CHAIN)
    };
    let Some(last) = (0..at).rev().find(of_chain) else {
        let Some(first) = (at..words.len()).find(of_chain) else { return 0..words.len() };
        let more = |at: &usize| of_chain(at) || words[*at].class.is(Class::PLAN.with(Class::TO));
        let end = (first..words.len()).take_while(more).last().unwrap_or(first);
        return 0..end + 1;
    };
    // "will soon be closed": one word may stand inside.
    let mut start = last;
    while let Some(before) = (start.saturating_sub(2)..start).rev().find(of_chain) {
        start = before;
    }
    let other = (0..start).rev().find(of_chain);
    other.map_or(0, |other| other + 1)..at + 1
}

/// "Is to", "plans to".
const BE_OR_PLAN: Class = Class::BE.with(Class::PLAN);

fn long_past(when: When, published: Option<PartialDate>) -> bool {
    let days = |published: PartialDate| Some((published.first_day() - when.last_day()?).num_days());
    published.and_then(days).is_some_and(|days| days > LONG_PAST)
}
