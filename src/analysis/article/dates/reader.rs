//! Reads the date expressions of a sentence, each with the tense of what stands around it.

use super::expression::{Expression, Tense};
use super::grammar::{Known, Phrase, phrases};
use super::lexicon::{Class, is_future, is_past};
use super::link::join;
use super::meaning::Meaning;
use super::tokens::{Token, Tokens};
use crate::base::Span;
use crate::model::{ActorKind, Mention};
use crate::text::annotated::Text;

/// Adds the expressions of one sentence to those of the article.
pub(super) fn read(text: &Text<'_>, sentence: usize, mentions: &[Mention], known: Known, all: &mut Vec<Expression>) {
    let tokens = Tokens::of(text, sentence);
    if !tokens.iter().any(|token| could_date(token.class)) {
        return;
    }
    let mut found = phrases(&tokens, known);
    found.retain(|phrase| !is_name(tokens.span(phrase.from, phrase.to), phrase, &tokens, mentions));
    found.retain(|phrase| !is_title(phrase, &tokens));
    drop_hours(&tokens, &mut found);
    let first = all.len();
    for phrase in &found {
        let tense = tense(&tokens, phrase);
        let span = tokens.span(phrase.from, phrase.to);
        all.push(Expression {
            span,
            sentence,
            meaning: phrase.meaning,
            tense,
            rule: phrase.rule,
            opens: phrase.from < 3,
            until: None,
        });
    }
    join(&tokens, &found, &mut all[first..], first);
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
            | Class::NamedDay
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

/// Whether the word is the title of something: “Today” in quotation marks, or with a capital inside a sentence.
fn is_title(phrase: &Phrase, tokens: &Tokens<'_>) -> bool {
    let at = phrase.from;
    if !matches!(tokens.class(at), Some(Class::DayWord | Class::Tonight)) || at == 0 {
        return false;
    }
    let quotes = ['"', '“', '”', '‘', '’'];
    if tokens.mark(at - 1, &quotes) {
        return phrase.to == at + 1 && tokens.mark(phrase.to, &quotes);
    }
    // In a headline, every longer word has a capital.
    let long_and_small = |token: &Token<'_>| token.text.len() > 4 && token.text.starts_with(char::is_lowercase);
    tokens.capital(at) && tokens.class(at - 1) != Some(Class::Mark) && tokens.iter().any(long_and_small)
}

/// Takes out the hours at which something is open, which are of no one day: "Daily 08:00 - 20:00".
fn drop_hours(tokens: &Tokens<'_>, found: &mut Vec<Phrase>) {
    let clock = |phrase: &Phrase| matches!(phrase.meaning, Meaning::Calendar(fields) if fields.clock.is_some() && fields.day.is_none() && fields.weekday.is_none());
    let of_a_day = |phrase: &Phrase| match phrase.meaning {
        Meaning::Calendar(fields) => fields.day.is_some() || fields.weekday.is_some(),
        Meaning::Shift(_) => true,
        _ => false,
    };
    if found.iter().any(of_a_day) {
        return;
    }
    let dash = |from: &Phrase, to: &Phrase| to.from == from.to + 1 && tokens.mark(from.to, &['-', '–', '—', '‑']);
    let hours = |pair: &[Phrase]| clock(&pair[0]) && clock(&pair[1]) && dash(&pair[0], &pair[1]);
    let opening: Vec<usize> =
        found.windows(2).filter(|pair| hours(pair)).flat_map(|pair| [pair[0].from, pair[1].from]).collect();
    found.retain(|phrase| !opening.contains(&phrase.from));
}

/// Words behind a date that opens a clause within which its verb is looked for.
const OPENS: usize = 6;

/// The tense of the verb nearest to an expression: before it, else behind it.
fn tense(tokens: &Tokens<'_>, phrase: &Phrase) -> Tense {
    let of = |at: usize| {
        let word = tokens.get(at)?.text;
        // "won’t" is read as "won" with a mark behind it.
        let won = word.eq_ignore_ascii_case("won") && !tokens.mark(at + 1, &['\'', '’']);
        if is_future(word) && !won {
            Some(Tense::Future)
        } else if is_past(word) {
            Some(Tense::Past)
        } else {
            None
        }
    };
    // "…, and on Friday she will leave": what opens a clause takes the tense of that clause.
    let tie = phrase.from.checked_sub(1).filter(|at| matches!(tokens.class(*at), Some(Class::On | Class::In)));
    let pause = tie
        .and_then(|tie| tie.checked_sub(1))
        .filter(|at| tokens.is(*at, Class::And) || tokens.word(*at, "but") || tokens.mark(*at, &[',', ';', '—', '–']));
    if pause.is_some() {
        let near = phrase.to..(phrase.to + OPENS).min(tokens.len());
        let own = near.take_while(|at| tokens.class(*at) != Some(Class::Mark)).find_map(of);
        if let Some(own) = own {
            return own;
        }
    }
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
