//! The data files of claims and of discrepancies.

use super::{Records, sentence_id};
use crate::model::{Claim, Discrepancy, Dossier, Level, SentenceRef, Side, Summary, Support};
use crate::site::RenderError;
use crate::site::cast::is_hidden;
use crate::site::shown;
use serde::Serialize;

/// A sentence that supports a claim.
#[derive(Serialize)]
struct SupportRecord<'d> {
    sentence: String,
    article: &'d str,
    level: &'static str,
}

/// A line of `claims.jsonl`. The order of the fields is the order of the keys.
#[derive(Serialize)]
struct ClaimRecord<'d> {
    id: String,
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
    score: u32,
}

/// Every claim, the weightiest first.
pub(super) fn write_claims(dossier: &Dossier, out: &mut Records<'_>) -> Result<(), RenderError> {
    let sections = sections(&dossier.summary, dossier.claims.len());
    for ((index, claim), section) in (0..).zip(&dossier.claims).zip(sections) {
        out.put(&record(dossier, index, claim, section))?;
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

fn record<'d>(dossier: &'d Dossier, index: u32, claim: &Claim, section: Option<&'static str>) -> ClaimRecord<'d> {
    let support = |support: &Support| SupportRecord {
        sentence: id_at(dossier, support.sentence),
        article: dossier.entries[support.sentence.entry as usize].article.id.as_str(),
        level: Level::word(support.level),
    };
    let actors = claim.actors.iter().filter_map(|actor| dossier.actors.get(*actor as usize));
    ClaimRecord {
        id: claim_id(index),
        text: words(dossier, claim.representative),
        sentence: id_at(dossier, claim.representative),
        support: claim.support.iter().map(support).collect(),
        related: claim.related.iter().map(|at| id_at(dossier, *at)).collect(),
        articles: claim.articles,
        derived: claim.derived,
        actors: actors.filter(|actor| !is_hidden(actor)).map(|actor| actor.id.as_str()).collect(),
        date: claim.when.map(|when| when.to_string()),
        section,
        score: claim.score,
    }
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
    id: String,
    kind: &'static str,
    claims: Vec<String>,
    sides: Vec<SideRecord<'d>>,
    also: Vec<String>,
}

/// Every discrepancy, in the order in which pages tell them.
pub(super) fn write_discrepancies(dossier: &Dossier, out: &mut Records<'_>) -> Result<(), RenderError> {
    for (number, discrepancy) in (1..).zip(&dossier.discrepancies) {
        out.put(&discrepancy_record(dossier, number, discrepancy))?;
    }
    Ok(())
}

fn discrepancy_record<'d>(dossier: &'d Dossier, number: u32, discrepancy: &'d Discrepancy) -> DiscrepancyRecord<'d> {
    let ids = |sentences: &[SentenceRef]| sentences.iter().map(|at| id_at(dossier, *at)).collect();
    let side = |side: &'d Side| SideRecord {
        value: side.sentences.first().and_then(|first| words(dossier, *first)).map(|_| side.value.as_str()),
        sentences: ids(&side.sentences),
    };
    DiscrepancyRecord {
        id: format!("x{number}"),
        kind: discrepancy.kind.word(),
        claims: discrepancy.claims.iter().map(|claim| claim_id(*claim)).collect(),
        sides: discrepancy.sides.iter().map(side).collect(),
        also: ids(&discrepancy.also),
    }
}

/// The id of a claim: its place among all. It is good for one edition.
fn claim_id(index: u32) -> String {
    format!("c{}", index + 1)
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
