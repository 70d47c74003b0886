//! The proof of the other exports: mentions, statements, events and the sides of discrepancies stand where they say.

use super::CheckError;
use super::files::Files;
use super::findings::{Findings, Kind};
use super::json_lines::{self, Line};
use super::sentences::{ByArticle, Expected, number_of};
use rayon::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// The sentences that records may name, with their words.
pub(super) struct Sentences<'s> {
    /// The files of the site.
    pub(super) files: &'s Files,
    /// The saved texts at hand, by the ids of their articles.
    pub(super) saved: &'s BTreeMap<&'s str, &'s str>,
    /// The exported sentences.
    pub(super) expected: &'s ByArticle,
}

impl<'s> Sentences<'s> {
    fn find(&self, id: &str) -> Option<&'s Expected> {
        let (article, _) = id.split_once('#')?;
        let (number, sentences) = (number_of(id)?, self.expected.get(article)?);
        // They stand in order of their numbers, unless somebody changed the export.
        let at = sentences.binary_search_by_key(&number, |sentence| sentence.number).ok();
        at.map(|at| &sentences[at])
    }

    /// The words of a published sentence, where its saved text is at hand.
    pub(super) fn words(&self, id: &str) -> Option<&'s str> {
        self.placed(id).map(|(words, _)| words)
    }

    /// The same with the byte of the saved text that they start at.
    pub(super) fn placed(&self, id: &str) -> Option<(&'s str, usize)> {
        let sentence = self.find(id)?;
        let (article, _) = id.split_once('#')?;
        Some((self.saved.get(article)?.get(sentence.start..sentence.end)?, sentence.start))
    }

    /// What to tell where `record` names a sentence that there cannot be.
    ///
    /// Of an article that is not published in full, sentences may be named that are not exported.
    pub(super) fn missing(&self, record: &str, id: &str) -> Option<String> {
        if self.find(id).is_some() {
            return None;
        }
        let article = id.split_once('#').filter(|_| number_of(id).is_some()).map(|(article, _)| article);
        let has = |path: String| self.files.number(&path).is_some();
        let withheld = article
            .is_some_and(|article| has(format!("articles/{article}.html")) && !has(format!("articles/{article}.txt")));
        (!withheld).then(|| format!("{record} names {id}, which is no sentence of the site"))
    }
}

/// Words with their bytes in the saved text.
#[derive(Deserialize)]
struct Words {
    start: usize,
    end: usize,
    text: Option<String>,
}

/// What the proof needs of a line of `mentions.jsonl`.
#[derive(Deserialize)]
struct Mention {
    id: String,
    sentence: String,
    start: usize,
    end: usize,
    text: Option<String>,
}

/// What the proof needs of a line of `statements.jsonl`.
#[derive(Deserialize)]
struct Statement {
    id: String,
    intermediate_source: Option<Words>,
    speaker: Option<Words>,
    cue: Option<Words>,
    sentences: Vec<String>,
    spans: Vec<Words>,
}

/// What the proof needs of a line of `events.jsonl`.
#[derive(Deserialize)]
struct Event {
    id: String,
    phrase: Option<String>,
    sentence: String,
}

/// What the proof needs of a line of `discrepancies.jsonl`.
#[derive(Deserialize)]
struct Discrepancy {
    id: String,
    sides: Vec<Side>,
    also: Vec<String>,
}

#[derive(Deserialize)]
struct Side {
    value: Option<String>,
    sentences: Vec<String>,
}

/// Proves mentions, statements, events and discrepancies.
pub(super) fn check(files: &Files, sentences: &Sentences<'_>, findings: &mut Findings) -> Result<(), CheckError> {
    each(files, "data/mentions.jsonl", findings, |mention: &Mention, tell| {
        if let Some(message) = sentences.missing(&mention.id, &mention.sentence) {
            tell(Kind::SentenceUnknown, message);
        }
        let Mention { start, end, text, .. } = mention;
        let Some((words, from)) = sentences.placed(&mention.sentence) else { return };
        let inside = start.checked_sub(from).zip(end.checked_sub(from));
        let stands = inside.and_then(|(start, end)| words.get(start..end));
        if stands.is_none_or(str::is_empty) || stands != text.as_deref() {
            let message = format!("the words of {} are not at bytes {start} to {end} of its sentence", mention.id);
            tell(Kind::SpanMismatch, message);
        }
    })?;
    each(files, "data/statements.jsonl", findings, |statement: &Statement, tell| {
        statement.sentences.iter().filter_map(|id| sentences.missing(&statement.id, id)).for_each(|message| {
            tell(Kind::SentenceUnknown, message);
        });
        let article = statement.id.split_once('#').map_or("", |(article, _)| article);
        let Some(saved) = sentences.saved.get(article) else { return };
        let words = [&statement.intermediate_source, &statement.speaker, &statement.cue].into_iter().flatten();
        for words in words.chain(&statement.spans) {
            let stands = saved.get(words.start..words.end);
            if stands.is_none() || words.text.as_deref().is_some_and(|text| stands != Some(text)) {
                let (start, end) = (words.start, words.end);
                let message =
                    format!("the words of {} are not at bytes {start} to {end} of its saved text", statement.id);
                tell(Kind::SpanMismatch, message);
            }
        }
    })?;
    each(files, "data/events.jsonl", findings, |event: &Event, tell| {
        if let Some(message) = sentences.missing(&event.id, &event.sentence) {
            tell(Kind::SentenceUnknown, message);
        }
        let words = sentences.words(&event.sentence);
        if let (Some(words), Some(phrase)) = (words, &event.phrase)
            && !words.contains(&**phrase)
        {
            tell(
                Kind::SpanMismatch,
                format!("{} does not hold the words {phrase:?} that date {}", event.sentence, event.id),
            );
        }
    })?;
    each(files, "data/discrepancies.jsonl", findings, |discrepancy: &Discrepancy, tell| {
        let of_sides = discrepancy.sides.iter().flat_map(|side| &side.sentences);
        of_sides.chain(&discrepancy.also).filter_map(|id| sentences.missing(&discrepancy.id, id)).for_each(|message| {
            tell(Kind::SentenceUnknown, message);
        });
        for side in &discrepancy.sides {
            let Some(first) = side.sentences.first() else {
                tell(Kind::SideUnproved, format!("a side of {} has no sentence", discrepancy.id));
                continue;
            };
            if let (Some(words), Some(value)) = (sentences.words(first), &side.value)
                && !words.contains(&**value)
            {
                tell(Kind::SideUnproved, format!("{first} does not hold {value:?}, a side of {}", discrepancy.id));
            }
        }
    })
}

/// Hands each record of the file at `path` to `prove`, many at once; findings are told in order.
fn each<T: DeserializeOwned>(
    files: &Files,
    path: &str,
    findings: &mut Findings,
    prove: impl Fn(&T, &mut dyn FnMut(Kind, String)) + Sync,
) -> Result<(), CheckError> {
    let Some(number) = files.number(path) else { return Ok(()) };
    let of_line = |line: &Line<'_>| {
        let mut found = Findings::default();
        match serde_json::from_slice(line.1) {
            Ok(record) => prove(&record, &mut |kind, message| {
                found.add(kind, message, || json_lines::place(path, *line, 0));
            }),
            Err(error) => json_lines::report(&mut found, path, *line, &error),
        }
        found
    };
    json_lines::for_each_piece(files, number, |lines| {
        let proved: Vec<Findings> = lines.par_iter().map(of_line).collect();
        for found in proved {
            findings.append(found);
        }
    })
}
