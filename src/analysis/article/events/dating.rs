//! How well a date expression dates the event of its clause.

use super::clause::{Word, Words};
use super::words::Class;
use crate::model::{DateExpression, DateKind};
use crate::text::chunk::{Form, Side, Tense};
use std::ops::Range;

/// What a date that stands well in a main clause scores; what scores under [`LEAST`] dates nothing that is told.
const FULL: u32 = 100;
/// The least that dates an event.
const LEAST: u32 = 50;

/// A date expression with its place among the words of the sentence.
pub(super) struct Candidate<'d> {
    /// Index into the reading's dates.
    pub(super) index: u32,
    /// The expression.
    pub(super) date: &'d DateExpression,
    /// Its words.
    pub(super) words: Range<usize>,
}

/// How well `candidate` dates what its clause tells, up to about 110; `None` where it dates something else.
///
/// It dates something else in brackets ("(1901)"), as part of a noun's phrase ("the 2003 law", "last year's budget",
/// "Expo 2020"), as a border or a comparison ("since 2001", "until Friday", "than in May"), in a relative clause ("which
/// was built in 1990"), in a clause of reason or condition, and behind a participle that describes ("a pact signed in
/// 2001 expired").
pub(super) fn score(text: &str, clauses: &Words, candidate: &Candidate<'_>) -> Option<u32> {
    let (date, range, words) = (candidate.date, &candidate.words, &clauses.words);
    let own = words.get(range.start)?;
    let known = matches!(date.kind, DateKind::Date | DateKind::Time) && date.when.is_some();
    let aside = matches!(own.side, Side::Aside | Side::Condition | Side::Relative);
    // "Here today" in what somebody says is the speaker's day, and not the article's.
    let of_speaker = own.quoted && date.rule == "day-word";
    if !known || own.bracketed || aside && !is_put_off_to(text, words, range.start) || of_speaker {
        return None;
    }
    let mut score = FULL;
    let day = date.when.is_some_and(|when| when.day().is_some());
    let before = range.start.checked_sub(1).map(|at| &words[at]).filter(|before| before.clause == own.clause);
    if is_possessive(text, candidate) {
        // "Sunday's vote was close" dates the vote; "praised Sunday's vote" does not date the praise.
        let subject = own.verbs == 0 && before.is_none_or(is_plain) && range.start < 2;
        if !subject || !day {
            return None;
        }
        score -= 40;
    } else {
        score = score.checked_sub(tie(text, words, candidate, day)?)?;
    }
    if described(text, clauses, range) {
        return None;
    }
    score = score.saturating_sub(if own.side == Side::Alongside { 40 } else { 0 });
    score = score.saturating_sub(if own.quoted { 20 } else { 0 });
    score += if day { 5 } else { 0 } + u32::from(before.is_none_or(|before| before.verb.is_some())) * 5;
    (score >= LEAST).then_some(score)
}

/// What the words beside a date take from its score; `None` where they tie it to a noun, or to no event.
fn tie(text: &str, words: &[Word], candidate: &Candidate<'_>, day: bool) -> Option<u32> {
    let range = &candidate.words;
    let own = &words[range.start];
    let earlier = |back: usize| range.start.checked_sub(back).map(|at| &words[at]);
    let before = earlier(1);
    let is = |word: Option<&Word>, class: Class| word.is_some_and(|word| word.class.is(class));
    let opens_noun = is(before, Class::DETERMINER) || before.is_some_and(|before| ends_possessive(text, before));
    let noun = noun_follows(text, words, candidate);
    if opens_noun && noun {
        return None;
    }
    // Past an article that belongs to the time: "before the summer".
    let (tie, ahead) = if is(before, Class::DETERMINER) { (earlier(2), earlier(3)) } else { (before, earlier(2)) };
    let tied = |word: &str| tie.is_some_and(|tie| tie.span.of(text).eq_ignore_ascii_case(word));
    if is(tie, Class::TIES) && belongs_to_noun(text, words, range.start) {
        return None;
    }
    let near =
        |class: Class, most: usize| words[..range.start].iter().rev().take(most).any(|word| word.class.is(class));
    if is(tie, Class::BOUND) {
        let allowed = (tied("of") && is(ahead, Class::EARLY))
            || (["to", "until", "till"].into_iter().any(tied) && near(Class::MOVE, 8));
        return allowed.then_some(0);
    }
    let bare_number = candidate.date.span.of(text).bytes().all(|byte| byte.is_ascii_digit());
    let follows_tie = is(tie, Class::TIES) || tie.is_some_and(|tie| tie.dates) || is(tie, Class::JOINT);
    if bare_number && !follows_tie {
        return None;
    }
    if tied("for") {
        return (day || near(Class::PLAN.with(Class::CALL).with(Class::MOVE), 8)).then_some(10);
    }
    if noun && !follows_tie && own.verbs == 0 {
        // "October talks", "tomorrow night games".
        return None;
    }
    Some(if tied("by") { 10 } else { 0 })
}

/// Whether a date is the one that something was put off to: "postponed until Friday".
fn is_put_off_to(text: &str, words: &[Word], date: usize) -> bool {
    let tied = date.checked_sub(1).is_some_and(|at| ["until", "till"].contains(&words[at].span.of(text)));
    tied && words[..date].iter().rev().take(4).any(|word| word.class.is(Class::MOVE))
}

/// Most words back from a date to what its noun is compared with or follows.
const BACK: usize = 7;

/// Whether a date belongs to a noun that something is compared with or comes after: "more than the siege in January", "since the
/// attack on Monday".
fn belongs_to_noun(text: &str, words: &[Word], date: usize) -> bool {
    let clause = words[date].clause;
    let own = |at: &usize| words[*at].clause == clause && words[*at].verb.is_none() && !words[*at].dates;
    let mut before = (0..date.saturating_sub(1)).rev().take(BACK).take_while(own);
    let bounds = ["than", "since", "after", "like"];
    let bound = before.find(|at| bounds.iter().any(|bound| words[*at].span.of(text).eq_ignore_ascii_case(bound)));
    // "After talks on Monday the union left" dates the leaving as well.
    bound.is_some_and(|at| at + 2 < date && words[..at].iter().any(|word| word.verb.is_some()))
}

/// Whether a noun follows without a mark or small word between.
fn noun_follows(text: &str, words: &[Word], candidate: &Candidate<'_>) -> bool {
    let end = candidate.date.span.end as usize;
    let Some(next) = words.get(candidate.words.end) else { return false };
    let between = &text[end..next.span.start as usize];
    let plain = !between.is_empty() && between.chars().all(|c| c == ' ' || c == '-' || c == '\u{a0}');
    let noun = next.span.of(text).starts_with(|c: char| c.is_lowercase()) || between.contains('-');
    plain && noun && is_plain(next) && !is_small(next.span.of(text))
}

/// Whether a word is no verb, and none that does something to a date.
fn is_plain(word: &Word) -> bool {
    word.class == Class::default() && word.verb.is_none()
}

/// Whether a word is of a closed class or an adverb, and so no noun.
fn is_small(word: &str) -> bool {
    crate::text::lexicon::content::stem_of(word).is_none() || word.ends_with("ly")
}

fn ends_possessive(text: &str, word: &Word) -> bool {
    text[word.span.end as usize..].strip_prefix(['\'', '’']).is_some_and(|rest| rest.starts_with(['s', ' ']))
}

fn is_possessive(text: &str, candidate: &Candidate<'_>) -> bool {
    let after = &text[candidate.date.span.end as usize..];
    let mark = after.strip_prefix(['\'', '’']).is_some_and(|rest| rest.starts_with(['s', ' ']));
    mark || candidate.date.span.of(text).ends_with("'s") || candidate.date.span.of(text).ends_with("’s")
}

/// Whether the verb before a date is a participle that describes a noun: another verb of the clause tells.
///
/// "A pact signed in 2001 expired", "he rejected a pact signed in 2001"; but not "said the ferry sank on Monday".
fn described(text: &str, clauses: &Words, date: &Range<usize>) -> bool {
    let words = &clauses.words;
    let own = &words[date.start];
    let in_clause = |at: &usize| words[*at].clause == own.clause;
    let verb = |at: &usize| in_clause(at) && clauses.told(*at).is_some();
    let group = |number: usize| (0..words.len()).filter(|at| words[*at].verbs == number).find(verb);
    let Some(governing) = group(own.verbs).filter(|_| own.verbs > 0) else { return false };
    let subject = |at: usize| clauses.told(at).and_then(|told| told.subject);
    let bare = clauses.told(governing).is_some_and(|told| {
        told.form == Form::Participle || told.tense == Some(Tense::Past) && told.tokens.start == told.head
    });
    // "Talks scheduled for Friday" are told as much as what is told of them.
    if !bare || words[governing].auxiliary || words[governing].class.is(Class::SAYING.with(Class::PLAN)) {
        return false;
    }
    if own.verbs > 1 {
        // "The pact signed in 2001 expired in": what follows a date directly is the main verb.
        let main = words[governing - 1].dates;
        let lets = Class::SAYING.with(Class::THAT).with(Class::JOINT);
        let earlier = |at: &usize| in_clause(at) && words[*at].verbs < own.verbs;
        !main && !(0..words.len()).filter(earlier).any(|at| words[at].class.is(lets))
    } else {
        // "The protests began in May, then went on": a comma parts two verbs that tell, unless it sets off what describes.
        let comma = |at: usize| text[..words[at].span.start as usize].trim_end().ends_with(',');
        let shares = |later: &usize| subject(*later) == subject(governing) && (!comma(date.end) || comma(governing));
        let next = (date.end..words.len().min(date.end + 2)).any(|at| verb(&at) && shares(&at));
        // "Ruled on Monday that it was illegal": what follows "that" is another clause.
        let apart = |later: usize| words[date.end..later.max(date.end)].iter().any(|word| word.class.is(Class::THAT));
        next || group(2)
            .is_some_and(|later| words[later].auxiliary && !apart(later) && subject(later) == subject(governing))
    }
}
