//! Who said what and what happened when, as pages meet it: by actor and by date, in pages of bounded size.

use crate::base::{PartialDate, When};
use crate::model::{Dossier, Entry, Event, Quotation, SentenceRef, Statement, StatementRef};
use crate::site::calendar::{self, Calendar, Dated};
use crate::site::cast::Cast;
use crate::site::published::published;
use crate::site::routes::Stretch;
use crate::site::shown;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Most wordings of one quotation that are shown in full; the others are only cited.
pub(crate) const WORDINGS: usize = 6;
/// Most sentences of one wording that are shown.
pub(crate) const SENTENCES: usize = 4;
/// Most further wordings that are cited.
pub(crate) const CITED: usize = 24;
/// Most actors that stand below an event.
pub(crate) const ACTORS: usize = 6;
/// Most further sentences that are cited with an event.
pub(crate) const ALSO: usize = 8;

/// Most statements that stand on the page of their speaker: with more, pages of their own hold all.
const SAID_AT_HOME: usize = 40;
/// Heaviest that they may be together, in bytes of HTML as estimated.
const SAID_WEIGHT: usize = 120_000;

/// Bytes of HTML around the words of a sentence that is shown away from its article.
const AROUND: usize = 1_000;
/// Bytes of HTML of a link to an actor or to a further source.
const LINK: usize = 180;
/// Longest stretch of a sentence that is so shown, in bytes.
const PASSAGE: usize = 1_200;

/// Which quotations and events concern whom. Cost is linear in the statements, events and their mentions.
pub(crate) struct Register {
    /// For each actor, the quotations it made, latest first.
    said: Vec<Vec<u32>>,
    /// For each actor, the quotations of others whose words name it, latest first.
    about: Vec<Vec<u32>>,
    /// For each actor, the events whose sentence names it, in order of time: those whose subject it is, and the others.
    deeds: Vec<Vec<u32>>,
    events: Vec<Vec<u32>>,
    /// For each actor, what is said of it and another one, by the place in the dossier's list.
    relations: Vec<Vec<u32>>,
    /// Utterances of speakers who are not named, or who have no page; latest first.
    pub(crate) unnamed: Vec<u32>,
    /// What those actors said whose own page cannot hold it, in pages.
    pub(crate) shelves: BTreeMap<u32, Vec<Vec<u32>>>,
    /// The quotations by date, earliest first.
    pub(crate) by_date: Calendar,
    /// The events.
    pub(crate) chronology: Calendar,
}

impl Register {
    pub(crate) fn new(dossier: &Dossier, cast: &Cast) -> Self {
        let mut said = vec![Vec::new(); dossier.actors.len()];
        let (mut about, mut deeds, mut events) = (said.clone(), said.clone(), said.clone());
        let mut relations = said.clone();
        let mut unnamed = Vec::new();
        let order = by_date(dossier);
        for index in latest_first(dossier, &order) {
            let quotation = &dossier.quotations[index as usize];
            match speaker(dossier, cast, quotation) {
                Some(actor) => said[actor as usize].push(index),
                None => unnamed.push(index),
            }
            for actor in named_by(dossier, quotation) {
                about[actor as usize].push(index);
            }
        }
        for (index, event) in (0..).zip(&dossier.events) {
            let mut named = event.actors.clone();
            named.sort_unstable();
            named.dedup();
            for actor in named {
                let own = if event.subjects.contains(&actor) { &mut deeds } else { &mut events };
                own[actor as usize].push(index);
            }
        }
        for (index, relation) in (0..).zip(&dossier.relations) {
            relations[relation.subject as usize].push(index);
            relations[relation.object as usize].push(index);
        }
        let shelves = (0..).zip(&said).filter_map(|(actor, said)| Some((actor, shelves(dossier, said)?))).collect();
        let dated: Vec<Dated> = order.iter().map(|index| dated_quotation(dossier, *index)).collect();
        let by_date = Calendar::new(&dated);
        let dated: Vec<Dated> =
            (0..).zip(&dossier.events).map(|(index, event)| dated_event(dossier, index, event)).collect();
        Self { said, about, deeds, events, relations, unnamed, shelves, by_date, chronology: Calendar::new(&dated) }
    }

    /// The quotations of an actor, latest first.
    pub(crate) fn said(&self, actor: u32) -> &[u32] {
        &self.said[actor as usize]
    }

    /// The quotations of others whose words name an actor, latest first.
    pub(crate) fn about(&self, actor: u32) -> &[u32] {
        &self.about[actor as usize]
    }

    /// The events whose subject an actor is, in order of time.
    pub(crate) fn deeds(&self, actor: u32) -> &[u32] {
        &self.deeds[actor as usize]
    }

    /// What the articles say of an actor and another one.
    pub(crate) fn relations(&self, actor: u32) -> &[u32] {
        &self.relations[actor as usize]
    }

    /// The other events whose sentence names an actor, in order of time.
    pub(crate) fn events(&self, actor: u32) -> &[u32] {
        &self.events[actor as usize]
    }
}

/// A statement, with the article that it stands in.
pub(crate) fn statement(dossier: &Dossier, at: StatementRef) -> Option<(&Entry, &Statement)> {
    let entry = dossier.entries.get(at.entry as usize)?;
    Some((entry, entry.reading.statements.get(at.statement as usize)?))
}

/// The speaker of an quotation, if it has a page.
pub(crate) fn speaker(dossier: &Dossier, cast: &Cast, quotation: &Quotation) -> Option<u32> {
    quotation.speaker.filter(|actor| cast.has_page(dossier, *actor))
}

/// Longest stretch that can say when something was said, in days: a decade or a century is what was spoken of.
const MOMENT: i64 = 366;

/// When an quotation was made, as the first of its wordings says that dates it.
pub(crate) fn said_when(dossier: &Dossier, quotation: &Quotation) -> Option<When> {
    let moment = |when: &When| match (when.first_day(), when.last_day()) {
        (Some(first), Some(last)) => (last - first).num_days() <= MOMENT,
        _ => false,
    };
    quotation.wordings.iter().find_map(|wording| {
        let (entry, statement) = statement(dossier, wording.at)?;
        entry.reading.dates.get(statement.date? as usize)?.when.filter(moment)
    })
}

/// When it was first published in this dossier.
pub(crate) fn first_published(dossier: &Dossier, quotation: &Quotation) -> Option<PartialDate> {
    published(dossier.entries.get(quotation.wordings.first()?.at.entry as usize)?)
}

/// The sentence that an event is shown by: its own, or where that may not be published the first of the
/// others that may.
pub(crate) fn shown_by(dossier: &Dossier, event: &Event) -> SentenceRef {
    let is_published = |at: &&SentenceRef| {
        let entry = dossier.entries.get(at.entry as usize);
        entry.is_some_and(|entry| shown::published_sentence(entry, at.sentence).is_some())
    };
    std::iter::once(&event.at).chain(&event.also).find(is_published).copied().unwrap_or(event.at)
}

/// The day by which an quotation is put in order.
pub(crate) fn day_of(dossier: &Dossier, quotation: &Quotation) -> Option<NaiveDate> {
    let said = said_when(dossier, quotation).and_then(|when| when.first_day().or(when.last_day()));
    said.or_else(|| first_published(dossier, quotation).map(|date| date.first_day()))
}

/// All quotations, earliest first; those without a date stand last.
fn by_date(dossier: &Dossier) -> Vec<u32> {
    let mut order: Vec<u32> = (0..).zip(&dossier.quotations).map(|(index, _)| index).collect();
    order.sort_by_cached_key(|index| {
        let day = day_of(dossier, &dossier.quotations[*index as usize]);
        (day.is_none(), day)
    });
    order
}

/// The same, latest first; those of one day keep their order, and those without a date stand last.
fn latest_first(dossier: &Dossier, order: &[u32]) -> Vec<u32> {
    let mut order = order.to_vec();
    order.sort_by_cached_key(|index| Reverse(day_of(dossier, &dossier.quotations[*index as usize])));
    order
}

/// The actors but the speaker that the words of an quotation name, as its first wording gives them.
fn named_by(dossier: &Dossier, quotation: &Quotation) -> Vec<u32> {
    let first = quotation.wordings.first().and_then(|wording| statement(dossier, wording.at));
    let Some((entry, statement)) = first else { return Vec::new() };
    let mentions = &entry.reading.mentions;
    let mut named: Vec<u32> = Vec::new();
    for span in &statement.spans {
        let from = mentions.partition_point(|mention| mention.span.start < span.start);
        let inside = mentions[from..].iter().take_while(|mention| mention.span.end <= span.end);
        let known = inside.zip(entry.actors.get(from..).unwrap_or_default());
        named.extend(known.filter_map(|(mention, actor)| actor.filter(|_| mention.how.is_name())));
    }
    named.sort_unstable();
    named.dedup();
    named.retain(|actor| Some(*actor) != quotation.speaker);
    named
}

/// Pages for what an actor said, where its own page cannot hold it.
fn shelves(dossier: &Dossier, said: &[u32]) -> Option<Vec<Vec<u32>>> {
    let quotation = |index: &u32| &dossier.quotations[*index as usize];
    let weights = said.iter().map(|index| weight(dossier, quotation(index)));
    let fits = said.len() <= SAID_AT_HOME && weights.clone().sum::<usize>() <= SAID_WEIGHT;
    let items = said.iter().zip(weights).map(|(index, weight)| (*index, weight, begins(dossier, quotation(index))));
    (!fits).then(|| calendar::bordered(items))
}

fn dated_quotation(dossier: &Dossier, item: u32) -> Dated {
    let quotation = &dossier.quotations[item as usize];
    let when = said_when(dossier, quotation).or_else(|| first_published(dossier, quotation).map(When::Date));
    let border = begins(dossier, quotation);
    Dated { item, stretch: calendar::stretch_of(when), weight: weight(dossier, quotation), border }
}

/// Whether a page may begin with a quotation.
fn begins(dossier: &Dossier, quotation: &Quotation) -> bool {
    let first = quotation.wordings.first().and_then(|wording| statement(dossier, wording.at));
    first.is_some_and(|(entry, statement)| {
        calendar::is_border(statement.spans.first().map_or("", |span| span.of(&entry.article.saved.text)))
    })
}

fn dated_event(dossier: &Dossier, item: u32, event: &Event) -> Dated {
    let stretch = if event.background { Stretch::Background } else { calendar::stretch_of(Some(event.when)) };
    let shown = shown_by(dossier, event);
    let entry = dossier.entries.get(shown.entry as usize);
    let sentence = entry.and_then(|entry| shown::published_sentence(entry, shown.sentence));
    let links = event.actors.len().min(ACTORS) + event.also.len().min(ALSO);
    let words = sentence.map_or(0, |sentence| sentence.span.len().min(PASSAGE) * 2);
    let place = |entry: &Entry| format!("{}#{}", entry.article.id, shown.sentence);
    let border = entry.is_some_and(|entry| calendar::is_border(&place(entry)));
    Dated { item, stretch, weight: AROUND + LINK * links + words, border }
}

/// How heavy an quotation is on a page, in bytes of HTML as estimated.
pub(crate) fn weight(dossier: &Dossier, quotation: &Quotation) -> usize {
    let sentence = |entry: &Entry, id| shown::published_sentence(entry, id).map_or(0, |s| s.span.len().min(PASSAGE));
    let wordings = quotation.wordings.iter().take(WORDINGS);
    let words = wordings.filter_map(|wording| {
        let (entry, statement) = statement(dossier, wording.at)?;
        let shown = statement.sentences.iter().take(SENTENCES);
        Some(AROUND + LINK * 2 + shown.map(|id| sentence(entry, *id) * 2).sum::<usize>())
    });
    let further = quotation.wordings.len().saturating_sub(WORDINGS).min(CITED);
    AROUND / 2 + LINK * further + words.sum::<usize>()
}
