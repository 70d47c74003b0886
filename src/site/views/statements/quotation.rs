//! An quotation: who spoke, when, and in which words each article gives it.

use crate::base::Span;
use crate::model::{Difference, Entry, Quotation, Stance, Statement, StatementKind, StatementRef, Wording};
use crate::site::prose::{counted, start};
use crate::site::published::published;
use crate::site::register::{self, CITED, SENTENCES, WORDINGS};
use crate::site::routes::Anchor;
use crate::site::shown;
use crate::site::views::citing::{Citations, Cite, Passage};
use crate::site::views::parts::Chip;
use crate::site::views::stamp::Stamp;
use serde::Serialize;

/// Longest name of a speaker, a cue or a intermediate that is shown, in bytes.
const NAME_LIMIT: usize = 160;

/// Whose words they are.
#[derive(Serialize)]
pub(crate) struct Speaker<'d> {
    /// The actor, where it is known.
    chip: Option<Chip<'d>>,
    /// Else how an article describes the speaker, where that may be shown.
    words: Option<&'d str>,
}

/// An quotation as a page shows it.
#[derive(Serialize)]
pub(crate) struct Said<'d> {
    id: String,
    /// Whether the one before it has the same date.
    again: bool,
    speaker: Speaker<'d>,
    /// When it was said, where an article tells.
    when: Option<Stamp>,
    /// Else when it was first published.
    published: Option<Stamp>,
    /// How many wordings there are, in words, where there are several.
    count: Option<String>,
    wordings: Vec<Row<'d>>,
    further: Vec<Cite<'d>>,
    /// How many more there are, in words.
    more: Option<String>,
}

/// A wording.
#[derive(Serialize)]
struct Row<'d> {
    /// Its sentences, as far as they are published.
    sentences: Vec<Line<'d>>,
    /// How many more sentences it has, in words.
    more: Option<String>,
    cite: Cite<'d>,
    kind: &'static str,
    /// The word with which the article reports it.
    cue: Option<&'d str>,
    /// What the word does, where it does more than report.
    stance: Option<&'static str>,
    /// For whom the speaker speaks.
    on_behalf: Option<Speaker<'d>>,
    /// Through whom it reached the article.
    intermediate: Option<&'d str>,
    differs: Option<&'static str>,
}

/// A sentence of a wording.
#[derive(Serialize)]
struct Line<'d> {
    /// Whether something stands between it and the one before.
    gap: bool,
    passage: Passage<'d>,
}

impl<'d> Said<'d> {
    pub(crate) fn of(quotation: &'d Quotation, citations: &Citations<'_, 'd>) -> Self {
        let dossier = citations.catalogue.dossier;
        let when = register::said_when(dossier, quotation).map(|when| Stamp::of(&when));
        let published = register::first_published(dossier, quotation).filter(|_| when.is_none()).map(Stamp::day);
        let several = quotation.wordings.len();
        let rows = quotation.wordings.iter().take(WORDINGS);
        let rest = quotation.wordings.get(WORDINGS..).unwrap_or_default();
        let more = rest.len().saturating_sub(CITED);
        Self {
            id: anchor(quotation, citations),
            again: false,
            speaker: speaker(quotation, citations),
            when,
            published,
            count: (several > 1).then(|| counted(several, "wording", "wordings")),
            wordings: rows.filter_map(|wording| row(quotation, wording, citations)).collect(),
            further: rest.iter().take(CITED).filter_map(|wording| cite(wording.at, citations)).collect(),
            more: (more > 0).then(|| counted(more, "more", "more")),
        }
    }
}

/// The quotations with these indices, in their order.
pub(super) fn listed<'d>(items: &[u32], citations: &Citations<'_, 'd>) -> Vec<Said<'d>> {
    let quotations = &citations.catalogue.dossier.quotations;
    let mut listed: Vec<Said<'d>> = Vec::with_capacity(items.len());
    for index in items {
        let mut said = Said::of(&quotations[*index as usize], citations);
        let date = (&said.when, &said.published);
        said.again = date != (&None, &None) && listed.last().is_some_and(|last| (&last.when, &last.published) == date);
        listed.push(said);
    }
    listed
}

/// The anchor of an quotation.
pub(super) fn anchor(quotation: &Quotation, citations: &Citations<'_, '_>) -> String {
    let at = quotation.wordings.first().map_or(StatementRef { entry: 0, statement: 0 }, |first| first.at);
    Anchor::Statement(&citations.entry(at.entry).article.id, at.statement.saturating_add(1)).id()
}

/// Whose words an quotation is.
pub(super) fn speaker<'d>(quotation: &Quotation, citations: &Citations<'_, 'd>) -> Speaker<'d> {
    let catalogue = citations.catalogue;
    let dossier = catalogue.dossier;
    if let Some(actor) = register::speaker(dossier, &catalogue.cast, quotation) {
        return Speaker { chip: Some(Chip::bare(&dossier.actors[actor as usize], &citations.links)), words: None };
    }
    let words = quotation.wordings.iter().find_map(|wording| {
        let (entry, statement) = register::statement(dossier, wording.at)?;
        words_at(entry, statement.speaker?)
    });
    Speaker { chip: None, words }
}

/// Words of an article, where they are published; cut short where they are very long.
fn words_at(entry: &Entry, span: Span) -> Option<&str> {
    shown::sentence_at(entry, span)?;
    let words = span.get(&entry.article.saved.text)?;
    Some(start(words, NAME_LIMIT).trim()).filter(|words| !words.is_empty())
}

pub(super) fn cite<'d>(at: StatementRef, citations: &Citations<'_, 'd>) -> Option<Cite<'d>> {
    let (_, statement) = register::statement(citations.catalogue.dossier, at)?;
    Some(citations.cite(at.sentence(*statement.sentences.first()?)))
}

fn row<'d>(quotation: &Quotation, wording: &'d Wording, citations: &Citations<'_, 'd>) -> Option<Row<'d>> {
    let dossier = citations.catalogue.dossier;
    let (entry, statement) = register::statement(dossier, wording.at)?;
    Some(Row {
        sentences: lines(wording, statement, citations),
        more: statement
            .sentences
            .len()
            .checked_sub(SENTENCES)
            .filter(|more| *more > 0)
            .map(|more| counted(more, "more sentence", "more sentences")),
        cite: cite(wording.at, citations)?,
        kind: kind(statement.kind),
        cue: statement.cue.and_then(|cue| words_at(entry, cue)),
        stance: statement.stance.filter(|stance| *stance != Stance::Said).map(Stance::word),
        on_behalf: on_behalf(entry, statement, citations),
        intermediate: statement.intermediate.and_then(|intermediate| words_at(entry, intermediate)),
        differs: differs(quotation, wording, citations),
    })
}

/// The sentences of a wording, with what it says told apart, and in it what other wordings have otherwise.
fn lines<'d>(wording: &Wording, statement: &Statement, citations: &Citations<'_, 'd>) -> Vec<Line<'d>> {
    let mut lines = Vec::new();
    let mut before: Option<u32> = None;
    for id in statement.sentences.iter().take(SENTENCES) {
        let gap = before.replace(id.0).is_some_and(|before| before + 1 != id.0);
        let passage = citations.saying(wording.at.sentence(*id), &wording.changed, &statement.spans);
        lines.extend(passage.map(|passage| Line { gap, passage }));
    }
    lines
}

const fn kind(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Direct => "as quoted",
        StatementKind::Mixed => "quoted in part",
        StatementKind::Indirect => "told, not quoted",
    }
}

/// For whom the speaker speaks; nothing where that is the speaker.
fn on_behalf<'d>(entry: &'d Entry, statement: &Statement, citations: &Citations<'_, 'd>) -> Option<Speaker<'d>> {
    let at = statement.on_behalf_of? as usize;
    let (dossier, cast) = (citations.catalogue.dossier, &citations.catalogue.cast);
    let actor = entry.actors.get(at).copied().flatten();
    if let Some(actor) = actor.filter(|actor| cast.has_page(dossier, *actor)) {
        return Some(Speaker {
            chip: Some(Chip::bare(&dossier.actors[actor as usize], &citations.links)),
            words: None,
        });
    }
    let words = words_at(entry, entry.reading.mentions.get(at)?.span)?;
    Some(Speaker { chip: None, words: Some(words) })
}

/// How a wording stands to the earliest, in words; nothing where it is the only one.
fn differs(quotation: &Quotation, wording: &Wording, citations: &Citations<'_, '_>) -> Option<&'static str> {
    let [first, second, ..] = quotation.wordings.as_slice() else { return None };
    let date = |wording: &Wording| published(citations.entry(wording.at.entry));
    Some(match wording.differs {
        // Of two articles of one day nobody knows which came first.
        Difference::Earliest => match (date(first), date(second)) {
            (Some(first), Some(second)) if first.last_day() >= second.first_day() => "the others are compared with it",
            (Some(_), _) => "earliest in this dossier",
            (None, _) => "the others are compared with it",
        },
        Difference::Same => "same words",
        Difference::Shorter => "shorter",
        Difference::Longer => "longer",
        Difference::Reworded => "reworded",
        Difference::Paraphrased => "told in the article’s words",
    })
}
