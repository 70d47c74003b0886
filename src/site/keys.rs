//! The ids of sentences, claims and discrepancies. Those of claims and discrepancies are made of the words of their
//! sentences, so that they stay while these stay, whatever else the dossier gains.

use crate::base::{SentenceId, id};
use crate::model::{Dossier, Entry, SentenceRef, Side};
use crate::site::shown;
use std::collections::BTreeSet;

/// `article#s3`.
pub(crate) fn sentence_id(entry: &Entry, sentence: SentenceId) -> String {
    [entry.article.id.as_str(), "#s", &sentence.0.to_string()].concat()
}

/// `c-` and a hash, for each claim.
pub(crate) fn claims(dossier: &Dossier) -> Vec<String> {
    ids("c-", dossier, dossier.claims.iter().map(|claim| vec![claim.representative]))
}

/// `x-` and a hash, for each discrepancy: of the first sentence of each side.
pub(crate) fn discrepancies(dossier: &Dossier) -> Vec<String> {
    let first = |side: &Side| side.sentences.first().copied();
    ids("x-", dossier, dossier.discrepancies.iter().map(|found| found.sides.iter().filter_map(first).collect()))
}

/// An id for each thing by the sentences that tell it; of several of the same words, the later ones also by their places.
fn ids(prefix: &str, dossier: &Dossier, things: impl Iterator<Item = Vec<SentenceRef>>) -> Vec<String> {
    let mut things: Vec<(usize, Vec<SentenceRef>)> = things.enumerate().collect();
    let mut ids = vec![String::new(); things.len()];
    things.sort_by(|(_, one), (_, other)| one.cmp(other));
    let mut taken = BTreeSet::new();
    for (index, sentences) in things {
        let texts: Vec<&str> = sentences.iter().map(|at| words(dossier, *at)).collect();
        let mut id = format!("{prefix}{}", id::hash_of(&texts));
        if !taken.insert(id.clone()) {
            let places: Vec<String> = sentences.iter().map(|at| place(dossier, *at)).collect();
            id = format!("{prefix}{}", id::hash_of(&places));
            taken.insert(id.clone());
        }
        ids[index] = id;
    }
    ids
}

fn words(dossier: &Dossier, at: SentenceRef) -> &str {
    let entry = &dossier.entries[at.entry as usize];
    shown::sentence(entry, at.sentence).map_or("", |found| found.span.of(&entry.article.saved.text))
}

fn place(dossier: &Dossier, at: SentenceRef) -> String {
    sentence_id(&dossier.entries[at.entry as usize], at.sentence)
}
