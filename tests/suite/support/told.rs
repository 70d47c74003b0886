//! Statements, dates and events for dossiers made by hand.

use super::islands::islands;
use cuttings::base::{PartialDate, SentenceId, Span, When};
use cuttings::model::{
    DateBasis, DateExpression, DateKind, Difference, Dossier, Entry, Event, Quotation, SentenceRef, Stance, Statement,
    StatementKind, StatementRef, StatementRule, Status, Wording,
};

/// Where words stand in an article, at their first occurrence.
pub fn words(entry: &Entry, words: &str) -> Span {
    let text = &entry.article.saved.text;
    let start = text.find(words).unwrap_or_else(|| panic!("no {words:?} in {text:?}"));
    Span::new(start, start + words.len())
}

/// The sentence in which a span stands.
pub fn sentence(entry: &Entry, span: Span) -> SentenceId {
    entry.reading.sentences.iter().find(|sentence| sentence.span.contains(span)).unwrap().id
}

pub fn when(iso: &str) -> When {
    When::Date(PartialDate::from_iso(iso).unwrap())
}

/// Adds a date expression; gives its index.
pub fn date(entry: &mut Entry, text: &str, when: When, basis: DateBasis) -> u32 {
    let span = words(entry, text);
    let expression = DateExpression {
        span,
        sentence: sentence(entry, span),
        kind: DateKind::Date,
        when: Some(when),
        timex: when.timex(),
        basis,
        rule: "",
        until: None,
    };
    entry.reading.dates.push(expression);
    u32::try_from(entry.reading.dates.len()).unwrap() - 1
}

/// An event told by the sentence of a date.
pub fn event(dossier: &Dossier, entry: u32, date: u32, status: Status, actors: &[&str]) -> Event {
    let expression = &dossier.entries[entry as usize].reading.dates[date as usize];
    let index = |id: &&str| dossier.actors.iter().position(|actor| actor.id.as_str() == *id).unwrap() as u32;
    Event {
        when: expression.when.unwrap(),
        at: SentenceRef { entry, sentence: expression.sentence },
        date,
        status,
        rule: "told",
        actors: actors.iter().map(index).collect(),
        subjects: Vec::new(),
        background: false,
        also: Vec::new(),
    }
}

/// Adds a statement with these words; gives its index.
pub fn statement(entry: &mut Entry, kind: StatementKind, said: &[&str], speaker: &str, cue: &str) -> u32 {
    let spans: Vec<Span> = said.iter().map(|said| words(entry, said)).collect();
    let mut sentences: Vec<SentenceId> = spans.iter().map(|span| sentence(entry, *span)).collect();
    sentences.dedup();
    entry.reading.statements.push(Statement {
        rule: StatementRule::SubjectVerb,
        kind,
        speaker: Some(words(entry, speaker)),
        by: None,
        on_behalf_of: None,
        intermediate: None,
        cue: Some(words(entry, cue)),
        stance: Some(if cue == "said" { Stance::Said } else { Stance::Praised }),
        spans,
        sentences,
        date: None,
    });
    u32::try_from(entry.reading.statements.len()).unwrap() - 1
}

/// A wording of an quotation.
pub fn wording(entry: u32, statement: u32, differs: Difference, changed: Vec<Span>) -> Wording {
    Wording { at: StatementRef { entry, statement }, differs, changed }
}

/// The islands with what was said and done there: four events and four quotations.
pub fn told() -> Dossier {
    let mut dossier = islands();
    let index = |id: &str| dossier.actors.iter().position(|actor| actor.id.as_str() == id).map(|at| at as u32);
    let (mara, nordline) = (index("mara-holm"), index("nordline"));
    let [held, open, spun] = dossier.entries.as_mut_slice() else { panic!("three articles") };
    let monday = date(held, "Monday", when("2020-03-02"), DateBasis::Publication);
    date(held, "Wednesday", when("2020-03-04"), DateBasis::Publication);
    let first = statement(held, StatementKind::Indirect, &["Port Lennar on Monday"], "Nordline", "said");
    held.reading.statements[first as usize].date = Some(monday);
    let come = statement(held, StatementKind::Indirect, &["that people come first"], "Holm told", "told");
    let changed = vec![words(held, "come first")];
    let thanks = statement(open, StatementKind::Mixed, &["Norland"], "The director", "thanked");
    open.reading.statements[thanks as usize].on_behalf_of = Some(2);
    let cost = statement(open, StatementKind::Direct, &["that the storm had cost it a million"], "Nordline", "said");
    open.reading.statements[cost as usize].intermediate = Some(words(open, "harbour master"));
    let counted = statement(spun, StatementKind::Indirect, &["ships for the Index"], "Ann Quist", "counted");
    let mut events = vec![
        event(&dossier, 0, 0, Status::Happened, &["mara-holm", "nordline", "port-lennar"]),
        event(&dossier, 0, 1, Status::Planned, &["mara-holm"]),
    ];
    events[0].also = vec![SentenceRef { entry: 2, sentence: SentenceId(1) }];
    dossier.events = events;
    let quotation = |speaker, wordings| Quotation { speaker, wordings };
    dossier.quotations = vec![
        quotation(nordline, vec![wording(0, first, Difference::Earliest, Vec::new())]),
        quotation(
            mara,
            vec![wording(0, come, Difference::Earliest, changed), wording(1, thanks, Difference::Reworded, Vec::new())],
        ),
        quotation(nordline, vec![wording(1, cost, Difference::Earliest, Vec::new())]),
        quotation(None, vec![wording(2, counted, Difference::Earliest, Vec::new())]),
    ];
    dossier
}
