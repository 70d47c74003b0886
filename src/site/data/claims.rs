//! The data files of claims and of discrepancies.

use super::records::Records;
use crate::model::{Claim, Counted, Discrepancy, Dossier, Level, Quantity, SentenceRef, Side, Summary, Support};
use crate::site::RenderError;
use crate::site::cast::is_hidden;
use crate::site::catalogue::Catalogue;
use crate::site::keys::sentence_id;
use crate::site::shown;
use serde::Serialize;

/// A sentence that supports a claim.
#[derive(Serialize)]
struct SupportRecord<'d> {
    sentence: String,
    article: &'d str,
    level: &'static str,
    /// Its mentions of the actors that were counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    actors: Option<Vec<ActorCounted>>,
    /// The numbers that were counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    numbers: Option<Vec<NumberCounted>>,
}

/// Where a counted actor is mentioned.
#[derive(Serialize)]
struct ActorCounted {
    start: u32,
    end: u32,
}

/// Where a counted number stands, and what it says where it is a plain one and published.
#[derive(Serialize)]
struct NumberCounted {
    start: u32,
    end: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
}

/// A line of `claims.jsonl`. The order of the fields is the order of the keys.
#[derive(Serialize)]
struct ClaimRecord<'d> {
    id: &'d str,
    /// The words of the representative, where they are published.
    text: Option<&'d str>,
    sentence: String,
    support: Vec<SupportRecord<'d>>,
    related: Vec<String>,
    articles: u32,
    derived: u32,
    actors: Vec<&'d str>,
    date: Option<String>,
    section: Option<&'static str>,
}

/// Every claim, in the order of the sentences that stand for them, which one more article does not disturb.
pub(super) fn write_claims(catalogue: &Catalogue<'_>, out: &mut Records<'_>) -> Result<(), RenderError> {
    let dossier = catalogue.dossier;
    let sections = sections(&dossier.summary, dossier.claims.len());
    let mut told: Vec<_> = dossier.claims.iter().zip(&catalogue.claim_ids).zip(sections).collect();
    told.sort_by_key(|((claim, _), _)| claim.representative);
    for ((claim, id), section) in told {
        out.put(&record(dossier, id, claim, section))?;
    }
    Ok(())
}

/// For each claim, the section of the merged summary that tells it.
fn sections(summary: &Summary, claims: usize) -> Vec<Option<&'static str>> {
    let mut sections = vec![None; claims];
    let told = [
        ("key", &summary.key_points),
        ("further", &summary.further),
        ("background", &summary.background),
        ("single", &summary.single),
    ];
    for (name, claims) in told {
        for claim in claims {
            if let Some(section) = sections.get_mut(*claim as usize) {
                *section = Some(name);
            }
        }
    }
    sections
}

fn record<'d>(dossier: &'d Dossier, id: &'d str, claim: &Claim, section: Option<&'static str>) -> ClaimRecord<'d> {
    let support = |support: &Support| {
        let full = support.level == Level::Full;
        let counted = claim.counted.iter().find(|counted| full && counted.sentence == support.sentence);
        SupportRecord {
            sentence: id_at(dossier, support.sentence),
            article: dossier.entries[support.sentence.entry as usize].article.id.as_str(),
            level: Level::word(support.level),
            actors: counted.map(|counted| actors_counted(dossier, counted)),
            numbers: counted.map(|counted| numbers_counted(dossier, counted)),
        }
    };
    let actors = claim.actors.iter().filter_map(|actor| dossier.actors.get(*actor as usize));
    ClaimRecord {
        id,
        text: words(dossier, claim.representative),
        sentence: id_at(dossier, claim.representative),
        support: claim.support.iter().map(support).collect(),
        related: claim.related.iter().map(|at| id_at(dossier, *at)).collect(),
        articles: claim.articles,
        derived: claim.derived,
        actors: actors.filter(|actor| !is_hidden(actor)).map(|actor| actor.id.as_str()).collect(),
        date: claim.when.map(|when| when.to_string()),
        section,
    }
}

/// The mentions that were counted, but for those of actors that a record hides: of them the data say nothing.
fn actors_counted(dossier: &Dossier, counted: &Counted) -> Vec<ActorCounted> {
    let entry = &dossier.entries[counted.sentence.entry as usize];
    let is_told = |at: &&u32| {
        let actor = entry.actors.get(**at as usize).copied().flatten();
        actor.and_then(|actor| dossier.actors.get(actor as usize)).is_some_and(|actor| !is_hidden(actor))
    };
    let spans = counted.actors.iter().filter(is_told).map(|at| entry.reading.mentions[*at as usize].span);
    spans.map(|span| ActorCounted { start: span.start, end: span.end }).collect()
}

fn numbers_counted(dossier: &Dossier, counted: &Counted) -> Vec<NumberCounted> {
    let entry = &dossier.entries[counted.sentence.entry as usize];
    let published = words(dossier, counted.sentence).is_some();
    let numbers = counted.numbers.iter().map(|at| &entry.reading.quantities[*at as usize]);
    let number = |quantity: &Quantity| NumberCounted {
        start: quantity.number.start,
        end: quantity.number.end,
        value: quantity.written.filter(|_| published).map(decimal),
    };
    numbers.map(number).collect()
}

/// A number of thousandths as digits: `2.5`.
fn decimal(thousandths: i64) -> String {
    let (whole, rest) = (thousandths / 1000, thousandths % 1000);
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:03}").trim_end_matches('0').to_owned() }
}

/// One side of a discrepancy.
#[derive(Serialize)]
struct SideRecord<'d> {
    /// What it says, where its first sentence is published.
    value: Option<&'d str>,
    sentences: Vec<String>,
}

/// A line of `discrepancies.jsonl`. The order of the fields is the order of the keys.
#[derive(Serialize)]
struct DiscrepancyRecord<'d> {
    id: &'d str,
    kind: &'static str,
    claims: Vec<&'d str>,
    sides: Vec<SideRecord<'d>>,
    also: Vec<String>,
}

/// Every discrepancy, in the order in which pages tell them.
pub(super) fn write_discrepancies(catalogue: &Catalogue<'_>, out: &mut Records<'_>) -> Result<(), RenderError> {
    for (discrepancy, id) in catalogue.dossier.discrepancies.iter().zip(&catalogue.difference_ids) {
        out.put(&discrepancy_record(catalogue, id, discrepancy))?;
    }
    Ok(())
}

fn discrepancy_record<'d>(
    catalogue: &'d Catalogue<'_>,
    id: &'d str,
    discrepancy: &'d Discrepancy,
) -> DiscrepancyRecord<'d> {
    let dossier = catalogue.dossier;
    let ids = |sentences: &[SentenceRef]| sentences.iter().map(|at| id_at(dossier, *at)).collect();
    let side = |side: &'d Side| SideRecord {
        value: side.sentences.first().and_then(|first| words(dossier, *first)).map(|_| side.value.as_str()),
        sentences: ids(&side.sentences),
    };
    DiscrepancyRecord {
        id,
        kind: discrepancy.kind.word(),
        claims: discrepancy
            .claims
            .iter()
            .filter_map(|claim| catalogue.claim_ids.get(*claim as usize))
            .map(String::as_str)
            .collect(),
        sides: discrepancy.sides.iter().map(side).collect(),
        also: ids(&discrepancy.also),
    }
}

fn id_at(dossier: &Dossier, at: SentenceRef) -> String {
    sentence_id(&dossier.entries[at.entry as usize], at.sentence)
}

/// The words of a sentence, if pages and data may hold them.
fn words(dossier: &Dossier, at: SentenceRef) -> Option<&str> {
    let entry = dossier.entries.get(at.entry as usize)?;
    let sentence = shown::published_sentence(entry, at.sentence)?;
    sentence.span.get(&entry.article.saved.text)
}
