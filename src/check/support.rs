//! The proof of support: what fully supports a claim has the words of the claim's sentence, or every actor and number.
//!
//! Which mentions and numbers were counted the export says; that they stand there, are the same, and are all, is proved
//! by the exported mentions and the saved texts. How the analysis came to join the sentences plays no part.

use super::CheckError;
use super::files::Files;
use super::findings::{Findings, Kind};
use super::json_lines::{self, Line};
use super::named::Named;
use super::numbers::{number_words, runs, value};
use super::records::Sentences;
use rayon::prelude::*;
use serde::Deserialize;
use std::borrow::Cow;

const CLAIMS: &str = "data/claims.jsonl";

/// What the proof needs of a line of `claims.jsonl`.
#[derive(Deserialize)]
struct Claim<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    text: Option<Cow<'a, str>>,
    #[serde(borrow)]
    sentence: Cow<'a, str>,
    #[serde(borrow)]
    support: Vec<Support<'a>>,
    #[serde(borrow)]
    related: Vec<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct Support<'a> {
    #[serde(borrow)]
    sentence: Cow<'a, str>,
    #[serde(borrow)]
    level: Cow<'a, str>,
    #[serde(borrow)]
    actors: Option<Vec<Counted<'a>>>,
    #[serde(borrow)]
    numbers: Option<Vec<Counted<'a>>>,
}

impl Support<'_> {
    /// Whether the export says what was counted of it.
    fn is_counted(&self) -> bool {
        self.actors.is_some() && self.numbers.is_some()
    }

    fn numbers(&self) -> &[Counted<'_>] {
        self.numbers.as_deref().unwrap_or_default()
    }
}

/// Where a counted actor or number stands in the saved text.
#[derive(Deserialize)]
struct Counted<'a> {
    start: usize,
    end: usize,
    /// What a plain number says.
    #[serde(borrow)]
    value: Option<Cow<'a, str>>,
}

/// Proves every exported claim.
pub(super) fn check(files: &Files, sentences: &Sentences<'_>, findings: &mut Findings) -> Result<(), CheckError> {
    let Some(number) = files.number(CLAIMS) else { return Ok(()) };
    let proof = Proof { sentences, named: &Named::read(files)? };
    json_lines::for_each_piece(files, number, |lines| {
        let proved: Vec<Findings> = lines.par_iter().map(|line| proof.claim(*line)).collect();
        for found in proved {
            findings.append(found);
        }
    })
}

/// What support is proved by.
struct Proof<'s> {
    sentences: &'s Sentences<'s>,
    named: &'s Named,
}

impl Proof<'_> {
    /// What is wrong with the claim on `line`.
    fn claim(&self, line: Line<'_>) -> Findings {
        let mut findings = Findings::default();
        let place = || json_lines::place(CLAIMS, line, 0);
        let claim: Claim<'_> = match serde_json::from_slice(line.1) {
            Ok(claim) => claim,
            Err(error) => {
                json_lines::report(&mut findings, CLAIMS, line, &error);
                return findings;
            }
        };
        let supporters = claim.support.iter().map(|support| &support.sentence);
        for id in [&claim.sentence].into_iter().chain(supporters).chain(&claim.related) {
            if let Some(message) = self.sentences.missing(&claim.id, id) {
                findings.add(Kind::SentenceUnknown, message, place);
            }
        }
        if let (Some(words), Some(text)) = (self.sentences.words(&claim.sentence), &claim.text)
            && words != text.as_ref()
        {
            let message = format!("the words of {} are not those of its sentence {}", claim.id, claim.sentence);
            findings.add(Kind::SpanMismatch, message, place);
        }
        let full = || claim.support.iter().filter(|support| support.level == "full");
        let Some(own) = full().find(|support| support.sentence == claim.sentence) else {
            let message = format!("{} is not supported by its own sentence {}", claim.id, claim.sentence);
            findings.add(Kind::SupportUnproved, message, place);
            return findings;
        };
        for other in full().filter(|support| support.sentence != claim.sentence) {
            let lacking = self.lacking(own, other);
            if !lacking.is_empty() {
                let (id, sentence) = (&claim.id, &other.sentence);
                let message = format!("{id} is not fully supported by {sentence}: {}", lacking.join("; "));
                findings.add(Kind::SupportUnproved, message, place);
            }
        }
        findings
    }

    /// What full support by `other` lacks.
    fn lacking(&self, own: &Support<'_>, other: &Support<'_>) -> Vec<String> {
        let words = [own, other].map(|support| self.sentences.words(&support.sentence));
        let [Some(one), Some(another)] = words else {
            // What is not published can be told by nothing else.
            return if own.is_counted() && other.is_counted() { self.lacking_counted(own, other) } else { Vec::new() };
        };
        if one.split_whitespace().eq(another.split_whitespace()) {
            return Vec::new();
        }
        if !own.is_counted() || !other.is_counted() {
            return vec!["its words are others, and what was counted is not told".to_owned()];
        }
        let mut lacking = self.lacking_counted(own, other);
        if lacking.is_empty() {
            lacking = self.further_numbers(own, one, another);
        }
        lacking
    }

    /// What was counted of the first sentence and not of the second.
    fn lacking_counted(&self, own: &Support<'_>, other: &Support<'_>) -> Vec<String> {
        let mut lacking = self.lacking_actors(own, other);
        let mut numbers = other.numbers().iter();
        for number in own.numbers() {
            if !numbers.next().is_some_and(|like| self.is_same_number(own, number, other, like)) {
                let shown = number.value.as_deref().or_else(|| self.counted_words(own, number));
                lacking.push(format!("it does not have the number {}", shown.unwrap_or("that was counted")));
            }
        }
        lacking
    }

    /// The actors that the first sentence names, and those counted of it, that are not counted of the second as well.
    fn lacking_actors(&self, own: &Support<'_>, other: &Support<'_>) -> Vec<String> {
        let of = |support: &Support<'_>| {
            let actor = |at: &Counted<'_>| self.named.at(&support.sentence, at.start, at.end);
            support.actors.iter().flatten().map(actor).collect::<Vec<Option<u32>>>()
        };
        let (counted, others) = (of(own), of(other));
        let mut wanted = self.named.by(&own.sentence);
        wanted.retain(|actor| !counted.contains(&Some(*actor)));
        let uncounted = wanted.into_iter().map(|actor| format!("the actor {} is not counted", self.named.id(actor)));
        let pairs = counted.iter().enumerate().filter_map(|(at, actor)| match actor {
            None => Some(format!("no actor is mentioned where number {} is counted in {}", at + 1, own.sentence)),
            Some(_) if others.get(at) == Some(actor) => None,
            Some(actor) => Some(format!("it does not have the actor {}", self.named.id(*actor))),
        });
        uncounted.chain(pairs).collect()
    }

    /// Whether two numbers stand where they say, read as they say, and say the same.
    fn is_same_number(&self, own: &Support<'_>, number: &Counted<'_>, other: &Support<'_>, like: &Counted<'_>) -> bool {
        let (one, another) = (self.counted_words(own, number), self.counted_words(other, like));
        let reads = |words: Option<&str>, number: &Counted<'_>| {
            let Some(words) = words else { return true };
            // A number that is no plain one has no value.
            !words.is_empty() && number.value.as_deref().is_none_or(|stated| value(words).as_deref() == Some(stated))
        };
        let same = match (&number.value, &like.value) {
            (Some(value), Some(other)) => value == other,
            (None, None) => one.zip(another).is_none_or(|(one, another)| one.eq_ignore_ascii_case(another)),
            // One of the two is not published.
            _ => one.is_none() || another.is_none(),
        };
        same && reads(one, number) && reads(another, like)
    }

    /// The words of a number that was counted, where its sentence is published; empty where it is not in there.
    fn counted_words(&self, support: &Support<'_>, number: &Counted<'_>) -> Option<&str> {
        let (words, start) = self.sentences.placed(&support.sentence)?;
        let inside = number.start.checked_sub(start).zip(number.end.checked_sub(start));
        Some(inside.and_then(|(from, to)| words.get(from..to)).unwrap_or_default())
    }

    /// The figures and number words of `words`, the first sentence, that were not counted and are not in the second.
    fn further_numbers(&self, own: &Support<'_>, words: &str, others: &str) -> Vec<String> {
        let start = self.sentences.placed(&own.sentence).map_or(0, |(_, start)| start);
        let counted = |at: usize, length: usize| {
            own.numbers().iter().any(|number| number.start < start + at + length && start + at < number.end)
        };
        let lacks = |word: &str| !runs(others).any(|(_, other)| other.eq_ignore_ascii_case(word));
        let further = number_words(words).filter(|(at, word)| !counted(*at, word.len()) && lacks(word));
        further.map(|(_, word)| format!("it does not have the number {word}")).collect()
    }
}
