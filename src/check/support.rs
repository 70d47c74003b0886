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
        if let [Some(one), Some(another)] = words
            && one.split_whitespace().eq(another.split_whitespace())
        {
            return Vec::new();
        }
        let counted = (&own.actors, &other.actors, &own.numbers, &other.numbers);
        let (Some(actors), Some(other_actors), Some(numbers), Some(other_numbers)) = counted else {
            // Of sentences that are not published there is nothing else to tell by.
            let untold = words.iter().all(Option::is_some);
            return untold
                .then(|| "its words are others, and what was counted is not told".to_owned())
                .into_iter()
                .collect();
        };
        let mut lacking = self.lacking_actors((own, actors), (other, other_actors));
        lacking.extend(self.lacking_numbers((own, numbers), (other, other_numbers)));
        if numbers.len() == other_numbers.len()
            && let [Some(one), Some(another)] = words
        {
            lacking.extend(self.further_numbers(own, numbers, one, another));
        }
        lacking
    }

    /// The actors that the first sentence names, and those counted of it, that are not counted of the second as well.
    fn lacking_actors(
        &self,
        own: (&Support<'_>, &[Counted<'_>]),
        other: (&Support<'_>, &[Counted<'_>]),
    ) -> Vec<String> {
        let of = |(support, counted): (&Support<'_>, &[Counted<'_>])| {
            let actor = |at: &Counted<'_>| self.named.at(&support.sentence, at.start, at.end);
            counted.iter().map(actor).collect::<Vec<Option<u32>>>()
        };
        let (counted, others) = (of(own), of(other));
        let mut wanted = self.named.by(&own.0.sentence);
        wanted.retain(|actor| !counted.contains(&Some(*actor)));
        let uncounted = wanted.into_iter().map(|actor| format!("the actor {} is not counted", self.named.id(actor)));
        let pairs = counted.iter().enumerate().filter_map(|(at, actor)| match actor {
            None => Some(format!("no actor is mentioned where number {} is counted in {}", at + 1, own.0.sentence)),
            Some(_) if others.get(at) == Some(actor) => None,
            Some(actor) => Some(format!("it does not have the actor {}", self.named.id(*actor))),
        });
        uncounted.chain(pairs).collect()
    }

    /// The numbers counted of the first sentence that are none, or are not those counted of the second.
    fn lacking_numbers(
        &self,
        own: (&Support<'_>, &[Counted<'_>]),
        other: (&Support<'_>, &[Counted<'_>]),
    ) -> Vec<String> {
        let mut lacking = Vec::new();
        for (at, number) in own.1.iter().enumerate() {
            let words = self.counted_words(own.0, number);
            let shown = number.value.as_deref().or(words).unwrap_or("that was counted");
            let Some(like) = other.1.get(at) else {
                lacking.push(format!("it does not have the number {shown}"));
                continue;
            };
            let theirs = self.counted_words(other.0, like);
            let reads = |words: Option<&str>, number: &Counted<'_>| {
                // A number that is no plain one has no value, and its words are compared.
                let (Some(words), Some(stated)) = (words, &number.value) else { return true };
                value(words).as_deref() == Some(stated)
            };
            let same = match (&number.value, &like.value) {
                (Some(one), Some(another)) => one == another,
                (None, None) => words.zip(theirs).is_none_or(|(one, another)| one.eq_ignore_ascii_case(another)),
                // One of the two is not published.
                _ => words.is_none() || theirs.is_none(),
            };
            if !same || !reads(words, number) || !reads(theirs, like) {
                lacking.push(format!("it does not have the number {shown}"));
            }
        }
        lacking
    }

    /// The words of a number that was counted, where its sentence is published; empty where it is not in there.
    fn counted_words(&self, support: &Support<'_>, number: &Counted<'_>) -> Option<&str> {
        let (words, start) = self.sentences.placed(&support.sentence)?;
        let inside = number.start.checked_sub(start).zip(number.end.checked_sub(start));
        Some(inside.and_then(|(from, to)| words.get(from..to)).unwrap_or_default())
    }

    /// The figures and number words of `words`, the first sentence, that were not counted and are not in the second.
    fn further_numbers(&self, own: &Support<'_>, numbers: &[Counted<'_>], words: &str, others: &str) -> Vec<String> {
        let start = self.sentences.placed(&own.sentence).map_or(0, |(_, start)| start);
        let counted = |at: usize, length: usize| {
            numbers.iter().any(|number| number.start < start + at + length && start + at < number.end)
        };
        let lacks = |word: &str| !runs(others).any(|(_, other)| other.eq_ignore_ascii_case(word));
        let further = number_words(words).filter(|(at, word)| !counted(*at, word.len()) && lacks(word));
        further.map(|(_, word)| format!("it does not have the number {word}")).collect()
    }
}
