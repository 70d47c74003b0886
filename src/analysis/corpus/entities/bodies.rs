//! Joins organisations and places: by their content words, and acronyms with the one name that they stand for.

use super::work::Work;
use crate::model::{ActorKind, How, Why};
use crate::text::lexicon::fold;
use std::collections::BTreeMap;

/// Joins what is left of organisations, states and places.
pub(super) fn join(work: &mut Work<'_>) {
    let mut acronyms = Vec::new();
    let mut keyed: Vec<(bool, String, Option<u32>, u32)> = Vec::new();
    for (at, local) in (0..).zip(work.locals) {
        let place = local.kind == ActorKind::Place;
        if work.node_of[at as usize].is_some() || local.kind == ActorKind::Person {
            continue;
        }
        if !place && fold::is_acronym(&local.actor.name) && local.key.len() < 7 {
            acronyms.push(at);
        } else {
            keyed.push((place, key(place, &local.key), None, at));
        }
    }
    for (at, record) in (0..).zip(work.records.all).filter(|(_, record)| record.kind != ActorKind::Person) {
        let place = record.kind == ActorKind::Place;
        let names = std::iter::once(&record.name).chain(&record.aliases);
        keyed.extend(names.map(|name| (place, key(place, &fold::fold(name)), Some(at), 0)));
    }
    keyed.sort_unstable();
    for same in keyed.chunk_by(|a, b| (a.0, &a.1) == (b.0, &b.1)) {
        let mut node = None;
        let mut first: Option<&str> = None;
        let records: Vec<u32> = same.iter().filter_map(|entry| entry.2).collect();
        let record = records.first().copied().filter(|first| records.iter().all(|record| record == first));
        for (_, _, _, at) in same.iter().filter(|entry| entry.2.is_none()) {
            let local = &work.locals[*at as usize];
            let recorded = record.filter(|record| !work.records.bars(Some(*record), &local.key));
            let into = recorded.unwrap_or_else(|| *node.get_or_insert_with(|| work.node(local.kind)));
            let why = if *first.get_or_insert(&local.key) == local.key { Why::SameName } else { Why::SameWords };
            work.put(*at, into, why);
        }
    }
    settle_acronyms(work, &acronyms);
}

fn key(place: bool, folded: &str) -> String {
    if place { folded.to_owned() } else { fold::content_key(folded) }
}

/// Nodes by acronym: those whose articles explain it, and those whose words have its letters.
#[derive(Default)]
struct Expansions {
    explained: BTreeMap<String, Vec<u32>>,
    letters: BTreeMap<String, Vec<u32>>,
    /// Organisations by their folded names of one word.
    words: BTreeMap<String, u32>,
}

/// Shortest name in capitals that is taken for the same name in small letters: shorter ones are words.
const SHOUTED: usize = 5;

/// Shortest acronym that is taken for a name whose words have its letters where no article explains it.
const FIT_LETTERS: usize = 3;

fn settle_acronyms(work: &mut Work<'_>, acronyms: &[u32]) {
    if acronyms.is_empty() {
        return;
    }
    let expansions = expansions(work);
    let mut own: BTreeMap<&str, u32> = BTreeMap::new();
    for &at in acronyms {
        let key = work.locals[at as usize].key.as_str();
        let explained = expansions.explained.get(key).map_or(&[][..], Vec::as_slice);
        let by_letters =
            expansions.letters.get(key).filter(|_| key.len() >= FIT_LETTERS).map_or(&[][..], Vec::as_slice);
        let candidates = if explained.is_empty() { by_letters } else { explained };
        match candidates {
            [] if key.len() >= SHOUTED && expansions.words.contains_key(key) => {
                work.put(at, expansions.words[key], Why::SameName);
            }
            [one] if !work.records.bars(work.nodes[*one as usize].record, key) => work.put(at, *one, Why::Acronym),
            // With two names for it, it stays a name of its own, which says nothing false.
            _ => {
                let node = *own.entry(key).or_insert_with(|| work.node(ActorKind::Organization));
                work.put(at, node, Why::SameName);
            }
        }
    }
}

fn expansions(work: &Work<'_>) -> Expansions {
    let mut found = Expansions::default();
    for (local, node) in work.locals.iter().zip(&work.node_of) {
        let Some(node) = *node else { continue };
        if local.kind != ActorKind::Organization {
            continue;
        }
        let reading = &work.readings[local.entry as usize];
        let text = &work.articles[local.entry as usize].saved.text;
        let acronym = local.actor.mentions.iter().find(|mention| {
            mention.why == Why::Acronym && reading.mentions[mention.mention as usize].how == How::Acronym
        });
        if let Some(mention) = acronym {
            let words = reading.mentions[mention.mention as usize].span.of(text);
            found.explained.entry(fold::fold(words)).or_default().push(node);
        }
        if !local.key.contains(' ') {
            found.words.entry(local.key.clone()).or_insert(node);
        }
        for letters in fold::initials(&local.key) {
            found.letters.entry(letters).or_default().push(node);
        }
    }
    for nodes in found.explained.values_mut().chain(found.letters.values_mut()) {
        nodes.sort_unstable();
        nodes.dedup();
    }
    found
}
