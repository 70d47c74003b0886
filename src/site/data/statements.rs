//! The data files of statements and of events.

use super::records::Records;
use crate::base::Span;
use crate::model::{Dossier, Entry, Event, Stance, StatementRef};
use crate::site::RenderError;
use crate::site::cast::is_hidden;
use crate::site::keys::sentence_id;
use crate::site::shown;
use serde::Serialize;
use std::collections::BTreeMap;

/// Words of a saved text: their bytes and, where all their sentences are published, the words.
#[derive(Serialize)]
struct Words<'d> {
    start: u32,
    end: u32,
    text: Option<&'d str>,
}

impl<'d> Words<'d> {
    fn of(entry: &'d Entry, span: Span) -> Self {
        Self { start: span.start, end: span.end, text: shown::published_words(entry, span) }
    }
}

/// A line of `statements.jsonl`. The order of the fields is the order of the keys.
#[derive(Serialize)]
struct StatementRecord<'d> {
    id: String,
    actor: Option<&'d str>,
    on_behalf_of: Option<&'d str>,
    intermediate_source: Option<Words<'d>>,
    speaker: Option<Words<'d>>,
    cue: Option<Words<'d>>,
    stance: Option<&'static str>,
    rule: &'static str,
    kind: &'static str,
    sentence: Option<String>,
    sentences: Vec<String>,
    spans: Vec<Words<'d>>,
    date: Option<String>,
    quotation: Option<String>,
}

/// Every statement, in order of articles and of their text.
pub(super) fn write_statements(dossier: &Dossier, out: &mut Records<'_>) -> Result<(), RenderError> {
    let mut first_of: BTreeMap<StatementRef, StatementRef> = BTreeMap::new();
    for quotation in dossier.quotations.iter().filter(|quotation| quotation.wordings.len() > 1) {
        let all = || quotation.wordings.iter().map(|wording| wording.at);
        let first = all().min();
        first_of.extend(all().zip(first.into_iter().cycle()));
    }
    for (index, entry) in (0..).zip(&dossier.entries) {
        for number in (0..).take(entry.reading.statements.len()) {
            let at = StatementRef { entry: index, statement: number };
            out.put(&statement(dossier, entry, at, first_of.get(&at).copied()))?;
        }
    }
    Ok(())
}

fn statement<'d>(
    dossier: &'d Dossier,
    entry: &'d Entry,
    at: StatementRef,
    quotation: Option<StatementRef>,
) -> StatementRecord<'d> {
    let statement = &entry.reading.statements[at.statement as usize];
    let words = |span: Span| Words::of(entry, span);
    let date = statement.date.and_then(|date| entry.reading.dates.get(date as usize)).and_then(|date| date.when);
    StatementRecord {
        id: statement_id(dossier, at),
        actor: actor(dossier, entry, statement.by),
        on_behalf_of: actor(dossier, entry, statement.on_behalf_of),
        intermediate_source: statement.intermediate.map(words),
        speaker: statement.speaker.map(words),
        cue: statement.cue.map(words),
        stance: statement.stance.map(Stance::word),
        rule: statement.rule.code(),
        kind: statement.kind.word(),
        sentence: statement.sentences.first().map(|sentence| sentence_id(entry, *sentence)),
        sentences: statement.sentences.iter().map(|sentence| sentence_id(entry, *sentence)).collect(),
        spans: statement.spans.iter().map(|span| words(*span)).collect(),
        date: date.map(|when| when.to_string()),
        quotation: quotation.map(|first| statement_id(dossier, first)),
    }
}

fn statement_id(dossier: &Dossier, at: StatementRef) -> String {
    format!("{}#q{}", dossier.entries[at.entry as usize].article.id, at.statement + 1)
}

/// The id of a mention's actor, unless a record hides it.
fn actor<'d>(dossier: &'d Dossier, entry: &Entry, mention: Option<u32>) -> Option<&'d str> {
    let actor = entry.actors.get(mention? as usize).copied().flatten()?;
    let actor = dossier.actors.get(actor as usize).filter(|actor| !is_hidden(actor))?;
    Some(actor.id.as_str())
}

/// A line of `events.jsonl`.
#[derive(Serialize)]
struct EventRecord<'d> {
    id: String,
    date: String,
    /// The words that date it, where their sentence is published.
    phrase: Option<&'d str>,
    /// The rule that read these words.
    date_rule: &'static str,
    sentence: String,
    status: &'static str,
    rule: &'static str,
    basis: &'static str,
}

/// Every event, in order of the articles and of the words that date it.
pub(super) fn write_events(dossier: &Dossier, out: &mut Records<'_>) -> Result<(), RenderError> {
    let mut events: Vec<&Event> = dossier.events.iter().collect();
    events.sort_by_key(|event| (event.at.entry, event.date));
    for event in events {
        let entry = &dossier.entries[event.at.entry as usize];
        let date = &entry.reading.dates[event.date as usize];
        let record = EventRecord {
            id: format!("{}#d{}", entry.article.id, event.date + 1),
            date: event.when.to_string(),
            phrase: shown::published_words(entry, date.span),
            date_rule: date.rule,
            sentence: sentence_id(entry, event.at.sentence),
            status: event.status.word(),
            rule: event.rule,
            basis: date.basis.word(),
        };
        out.put(&record)?;
    }
    Ok(())
}
