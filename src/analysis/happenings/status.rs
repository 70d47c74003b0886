//! Whether a clause is told as having happened, as planned, or left open.

use super::clause::{Side, Token};
use super::words::Class;
use crate::base::{PartialDate, When};
use crate::model::Status;

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

/// The status of the event that the word `at` dates.
///
/// Questions (`asked`), conditions, denials and "may", "might", "could" leave it open; so does a plan for a day that was
/// past when the article appeared. "Will", a plan, or a day after publication make it planned. All else has happened.
pub(super) fn status(words: &[Token], at: usize, when: When, published: Option<PartialDate>, asked: bool) -> Status {
    let own = &words[at];
    let clause = || (0..words.len()).filter(|at| words[*at].clause == own.clause && words[*at].said == own.said);
    let any = |class: Class| clause().any(|at| words[at].class.is(class));
    let follows = |at: usize, class: Class| words.get(at + 1).is_some_and(|next| next.class.is(class));
    let pair = |first: Class, second: Class| clause().any(|at| words[at].class.is(first) && follows(at, second));
    let denied = clause().any(|at| words[at].class.is(Class::NOT) && !follows(at, Class::ONLY));
    // A condition is a clause of its own, but makes open what is said with it.
    let condition =
        words.iter().any(|word| word.class.is(Class::IF) && word.said == own.said && word.side == Side::Aside);
    let unreal = pair(Class::WOULD, Class::HAVE);
    if asked || denied || condition || unreal || any(Class::OPEN) {
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

/// "Is to", "plans to".
const BE_OR_PLAN: Class = Class::BE.with(Class::PLAN);

fn long_past(when: When, published: Option<PartialDate>) -> bool {
    let days = |published: PartialDate| Some((published.first_day() - when.last_day()?).num_days());
    published.and_then(days).is_some_and(|days| days > LONG_PAST)
}
