//! The proof of support: what fully supports a claim has every actor and number of the claim's sentence.
//!
//! Actors are read from the exported mentions, numbers from the sentences' own words; how the analysis came to join the
//! sentences plays no part. Of the mentions two hashes each are held.

use super::files::Files;
use super::findings::{Findings, Kind};
use super::json_lines::{self, Line};
use super::numbers::numbers;
use super::records::Sentences;
use super::{CheckError, fingerprint};
use rayon::prelude::*;
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

const CLAIMS: &str = "data/claims.jsonl";
const MENTIONS: &str = "data/mentions.jsonl";

/// What the proof needs of a line of `mentions.jsonl`.
#[derive(Deserialize)]
struct Mention<'a> {
    #[serde(borrow)]
    sentence: Cow<'a, str>,
    #[serde(borrow)]
    actor: Option<Cow<'a, str>>,
    #[serde(borrow)]
    how: Cow<'a, str>,
}

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
}

/// The actors that each sentence has.
#[derive(Default)]
struct Actors {
    /// Hash of a sentence's id, an actor, and whether the words name it; sorted.
    rows: Vec<(u64, u32, bool)>,
    /// The actors' ids.
    ids: Vec<String>,
}

impl Actors {
    fn read(files: &Files) -> Result<Self, CheckError> {
        let mut actors = Self::default();
        let Some(number) = files.number(MENTIONS) else { return Ok(actors) };
        let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
        json_lines::for_each_piece(files, number, |lines| {
            // Lines that are none were told of before.
            let parsed = lines.par_iter().filter_map(|line| serde_json::from_slice::<Mention<'_>>(line.1).ok());
            for mention in parsed.collect::<Vec<_>>() {
                let Some(actor) = mention.actor else { continue };
                let actor = numbers.get(&*actor).copied().unwrap_or_else(|| {
                    let number = actors.ids.len() as u32;
                    actors.ids.push(actor.clone().into_owned());
                    numbers.insert(actor.into_owned(), number);
                    number
                });
                let names = !matches!(&*mention.how, "demonym" | "role" | "pronoun");
                actors.rows.push((fingerprint(&mention.sentence), actor, names));
            }
        })?;
        actors.rows.sort_unstable();
        Ok(actors)
    }

    /// The mentions of the sentence: each actor, and whether it is named.
    fn of(&self, sentence: &str) -> &[(u64, u32, bool)] {
        let hash = fingerprint(sentence);
        let first = self.rows.partition_point(|row| row.0 < hash);
        let count = self.rows[first..].partition_point(|row| row.0 == hash);
        &self.rows[first..first + count]
    }
}

/// Proves every exported claim.
pub(super) fn check(files: &Files, sentences: &Sentences<'_>, findings: &mut Findings) -> Result<(), CheckError> {
    let Some(number) = files.number(CLAIMS) else { return Ok(()) };
    let actors = Actors::read(files)?;
    json_lines::for_each_piece(files, number, |lines| {
        let proved: Vec<Findings> = lines.par_iter().map(|line| prove(*line, sentences, &actors)).collect();
        for found in proved {
            findings.append(found);
        }
    })
}

/// Proves the claim on `line`.
fn prove(line: Line<'_>, sentences: &Sentences<'_>, actors: &Actors) -> Findings {
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
        if let Some(message) = sentences.missing(&claim.id, id) {
            findings.add(Kind::SentenceUnknown, message, place);
        }
    }
    let words = sentences.words(&claim.sentence);
    if let (Some(words), Some(text)) = (words, &claim.text)
        && words != text.as_ref()
    {
        let message = format!("the words of {} are not those of its sentence {}", claim.id, claim.sentence);
        findings.add(Kind::SpanMismatch, message, place);
    }
    if !claim.support.iter().any(|support| support.sentence == claim.sentence && support.level == "full") {
        let message = format!("{} is not supported by its own sentence {}", claim.id, claim.sentence);
        findings.add(Kind::SupportUnproved, message, place);
    }
    let wanted = words.map(numbers).unwrap_or_default();
    for support in claim.support.iter().filter(|support| support.level == "full" && support.sentence != claim.sentence)
    {
        let mut missing: Vec<String> = named(&claim.sentence, &support.sentence, actors);
        if let Some(words) = sentences.words(&support.sentence).filter(|_| !wanted.is_empty()) {
            let has = numbers(words);
            missing.extend(wanted.difference(&has).map(|number| format!("the number {number}")));
        }
        if !missing.is_empty() {
            let message = format!(
                "{} is not fully supported by {}: it does not have {}",
                claim.id,
                support.sentence,
                missing.join(", ")
            );
            findings.add(Kind::SupportUnproved, message, place);
        }
    }
    findings
}

/// The actors that `sentence` names and `supporter` has not.
fn named(sentence: &str, supporter: &str, actors: &Actors) -> Vec<String> {
    let has = actors.of(supporter);
    let mut missing: Vec<u32> = actors
        .of(sentence)
        .iter()
        .filter(|(_, actor, names)| *names && !has.iter().any(|row| row.1 == *actor))
        .map(|row| row.1)
        .collect();
    missing.dedup();
    missing.into_iter().map(|actor| format!("the actor {}", actors.ids[actor as usize])).collect()
}
