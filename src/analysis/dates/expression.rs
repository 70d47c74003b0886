//! The date expressions of an article before they are resolved, and the pairs that mark a stretch.

use super::grammar::{Known, Phrase, phrases};
use super::lexicon::{Class, is_future, is_past};
use super::meaning::{Fields, Meaning};
use super::tokens::Tokens;
use crate::base::Span;
use crate::model::{ActorKind, Mention, Sentence};

/// Words that may stand between "from 1996" and "until … 2001".
const STRETCH: usize = 8;

/// One expression.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expression {
    pub(super) span: Span,
    /// Index of its sentence.
    pub(super) sentence: usize,
    pub(super) meaning: Meaning,
    pub(super) tense: Tense,
    /// Whether it opens its sentence.
    pub(super) opens: bool,
    /// The expression that ends the stretch which this one begins.
    pub(super) until: Option<usize>,
}

/// Whether what the words around an expression tell lies before or after the writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unsaid,
}

/// Adds the expressions of one sentence to those of the article.
pub(super) fn read(
    text: &str,
    sentence: (usize, &Sentence),
    mentions: &[Mention],
    known: Known,
    all: &mut Vec<Expression>,
) {
    let tokens = Tokens::of(text, sentence.1.span);
    if !tokens.iter().any(|token| could_date(token.class)) {
        return;
    }
    let mut found = phrases(&tokens, known);
    found.retain(|phrase| !is_name(tokens.span(phrase.from, phrase.to), phrase, &tokens, mentions));
    let first = all.len();
    for phrase in &found {
        let tense = if needs_tense(&phrase.meaning) { tense(&tokens, phrase) } else { Tense::Unsaid };
        let span = tokens.span(phrase.from, phrase.to);
        all.push(Expression {
            span,
            sentence: sentence.0,
            meaning: phrase.meaning,
            tense,
            opens: phrase.from < 3,
            until: None,
        });
    }
    for at in 0..found.len().saturating_sub(1) {
        let (from, to) = (found[at], found[at + 1]);
        let link = between(&tokens, &from, &to);
        if link == Link::None {
            continue;
        }
        let (Meaning::Calendar(begin), Meaning::Calendar(end)) = (from.meaning, to.meaning) else { continue };
        all[first + at].meaning = Meaning::Calendar(lend(begin, &end));
        if link == Link::Until {
            all[first + at].until = Some(first + at + 1);
        }
    }
    // A list lends its year from back to front: "in January, March and May 2003".
    for at in (first + 1..all.len()).rev() {
        let linked = between(&tokens, &found[at - 1 - first], &found[at - first]) != Link::None;
        if let (true, Meaning::Calendar(begin), Meaning::Calendar(end)) = (linked, all[at - 1].meaning, all[at].meaning)
        {
            all[at - 1].meaning = Meaning::Calendar(lend(begin, &end));
        }
    }
    for at in first + 1..all.len() {
        if let (Meaning::Calendar(begin), Meaning::Calendar(end)) = (all[at - 1].meaning, all[at].meaning)
            && end.bare
        {
            all[at].meaning = Meaning::Calendar(borrow(&begin, end));
        }
    }
}

/// Whether a sentence that holds such a word may hold a date expression.
fn could_date(class: Class) -> bool {
    !matches!(
        class,
        Class::Other
            | Class::Mark
            | Class::The
            | Class::A
            | Class::Of
            | Class::In
            | Class::On
            | Class::And
            | Class::To
            | Class::Preposition
            | Class::That
            | Class::This
            | Class::Figure
            | Class::Starter
            | Class::About
    )
}

/// Whether the words are part of somebody’s name: "Theresa May".
fn is_name(span: Span, phrase: &Phrase, tokens: &Tokens<'_>, mentions: &[Mention]) -> bool {
    let one = phrase.to == phrase.from + 1;
    let word =
        matches!(tokens.class(phrase.from), Some(Class::Month | Class::Season | Class::Weekday | Class::ShortMonth));
    if !one || !word {
        return false;
    }
    let at = mentions.partition_point(|mention| mention.span.end <= span.start);
    mentions.get(at).is_some_and(|mention| {
        mention.how.is_name()
            && mention.span.overlap(span).is_some()
            && (mention.kind == ActorKind::Person || mention.span.len() > span.len())
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    None,
    /// "and": no stretch, but the first may take its year from the second.
    List,
    Until,
}

/// What the words between two expressions make of them.
fn between(tokens: &Tokens<'_>, from: &Phrase, to: &Phrase) -> Link {
    let gap = from.to..to.from;
    if gap.len() == 1 {
        let dash = tokens.mark(gap.start, &['-', '–', '—', '‑', '/']);
        return match tokens.class(gap.start) {
            Some(Class::To) => Link::Until,
            Some(Class::Mark) if dash => Link::Until,
            Some(Class::And) if from.from > 0 && tokens.word(from.from - 1, "between") => Link::Until,
            Some(Class::And) => Link::List,
            Some(Class::Mark) if tokens.mark(gap.start, &[',']) => Link::List,
            _ => Link::None,
        };
    }
    let opened = from.from > 0 && ["from", "between", "since"].iter().any(|word| tokens.word(from.from - 1, word));
    let closes =
        |at: usize| tokens.is(at, Class::To) && !tokens.word(at, "to") || tokens.is(at, Class::To) && at + 1 == to.from;
    let through = gap.len() <= STRETCH && gap.clone().any(closes) && !gap.clone().any(|at| tokens.mark(at, &[';']));
    if opened && through { Link::Until } else { Link::None }
}

/// The first of two with what only the second says: "10-12 June", "May and July 2003".
fn lend(begin: Fields, end: &Fields) -> Fields {
    let mut lent = begin;
    let dated = begin.month.is_some() || begin.season.is_some() || begin.bare;
    if begin.bare && begin.day.is_some() && begin.month.is_none() {
        lent.month = end.month;
    }
    if begin.year.is_none() && begin.short_year.is_none() && begin.within.is_none() && dated {
        lent.within = end.within;
        lent.year = end.year.map(|year| if lent.month > end.month && end.month.is_some() { year - 1 } else { year });
    }
    lent
}

/// A bare number with what the date before it says: "June 3 to 5", "1990-94".
fn borrow(begin: &Fields, end: Fields) -> Fields {
    let mut whole = end;
    if let (Some(short), Some(year)) = (end.short_year, begin.year) {
        whole.year = Some(year - year.rem_euclid(100) + short);
        whole.short_year = None;
    } else if end.month.is_none() && end.day.is_some() {
        whole.month = begin.month;
        whole.year = end.year.or(begin.year);
        whole.within = begin.within;
    }
    whole
}

fn needs_tense(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Calendar(fields) if fields.year.is_none() && fields.decade.is_none() && fields.century.is_none())
}

/// The tense of the verb nearest to an expression: before it, else behind it.
fn tense(tokens: &Tokens<'_>, phrase: &Phrase) -> Tense {
    let of = |at: usize| {
        let word = tokens.get(at)?.text;
        if is_future(word) {
            Some(Tense::Future)
        } else if is_past(word) {
            Some(Tense::Past)
        } else {
            None
        }
    };
    let start = phrase.from.saturating_sub(14);
    let found = (start..phrase.from)
        .rev()
        .map_while(|at| (!tokens.mark(at, &[';', '“', '”'])).then(|| of(at).map(|tense| (at, tense))))
        .flatten()
        .next();
    if let Some((at, tense)) = found {
        // "will be opened", "was due": the auxiliary before the participle decides.
        let auxiliary = (at.saturating_sub(3)..at).rev().find_map(of);
        return if tense == Tense::Past && auxiliary == Some(Tense::Future) { Tense::Future } else { tense };
    }
    let end = (phrase.to + 14).min(tokens.len());
    (phrase.to..end).find_map(of).unwrap_or(Tense::Unsaid)
}
