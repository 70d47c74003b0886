//! Surnames alone, in articles that never give the full name.

use super::context::{self, Context};
use super::work::{Open, Work};
use crate::model::{ActorKind, Why};
use crate::text::lexicon::fold;
use crate::text::naming as person;
use crate::text::naming::Gender;
use std::collections::BTreeMap;

/// How many times as often as the others the chief bearer of a surname must be named.
const CLEARLY: usize = 2;

/// Joins surnames with their one bearer where the context agrees; returns all others, for an editor to look at.
pub(super) fn join(work: &mut Work<'_>) -> Vec<Open> {
    let waiting: Vec<u32> = (0..work.locals.len() as u32)
        .filter(|at| work.node_of[*at as usize].is_none() && work.locals[*at as usize].is_bare())
        .collect();
    if waiting.is_empty() {
        return Vec::new();
    }
    let bearers = bearers(work);
    let named = named(work);
    let mut context = Context::new(work);
    let mut about: BTreeMap<u32, (Vec<u16>, Option<Gender>)> = BTreeMap::new();
    let mut open: BTreeMap<(String, Vec<u32>), Vec<u32>> = BTreeMap::new();
    let mut decided = Vec::new();
    for at in waiting {
        let local = &work.locals[at as usize];
        let surname = person::surname(&local.key);
        let found = bearers.get(&surname).map_or(&[][..], Vec::as_slice);
        let spelled = |node: u32| {
            let mut full = work.nodes[node as usize].locals.iter().map(|at| &work.locals[*at as usize].key);
            full.len() == 0 || full.any(|full| person::may_be_surname(&local.key, full))
        };
        let fits = |node: &&u32| !work.records.bars(work.nodes[**node as usize].record, &local.key) && spelled(**node);
        let mut candidates: Vec<u32> = found.iter().filter(fits).copied().collect();
        if candidates.len() > 1 {
            let chief = chief(work, &candidates, &named);
            candidates = chief.map_or(candidates, |chief| vec![chief]);
        }
        if let [one] = candidates[..] {
            let (titles, gender) = about.entry(one).or_insert_with(|| (context::titles(work, one), gender(work, one)));
            // An article that names the candidate in full, and not as this one, means another.
            let beside = named.binary_search(&(one, local.entry)).is_ok();
            let contrary = beside || matches!((local.gender, *gender), (Some(a), Some(b)) if a != b);
            let alike = context::meet(&local.titles, titles) || context.agrees(work, one, local.entry);
            if alike && !contrary {
                decided.push((at, one));
                continue;
            }
        }
        open.entry((surname, candidates)).or_default().push(at);
    }
    for (at, node) in decided {
        work.put(at, node, Why::OnlyBearer);
    }
    let mut left = Vec::with_capacity(open.len());
    for ((_, candidates), locals) in open {
        if candidates.is_empty() {
            let node = work.node(ActorKind::Person);
            for local in &locals {
                work.put(*local, node, Why::SameName);
            }
        }
        left.push(Open { locals, candidates });
    }
    left
}

/// The one of several bearers of a surname beside whom alone the others are named, as a son beside his father: without the
/// others in the article, the surname is his.
fn chief(work: &Work<'_>, candidates: &[u32], named: &[(u32, u32)]) -> Option<u32> {
    let articles = |node: u32| {
        let from = named.partition_point(|(other, _)| *other < node);
        named[from..].iter().take_while(move |(other, _)| *other == node).map(|(_, entry)| *entry)
    };
    let mentions = |node: u32| -> usize {
        let locals = work.nodes[node as usize].locals.iter();
        locals.map(|local| work.locals[*local as usize].actor.mentions.len()).sum()
    };
    let chief = candidates.iter().copied().max_by_key(|node| (articles(*node).count(), mentions(*node)))?;
    let lesser = |node: &u32| {
        articles(*node).all(|entry| named.binary_search(&(chief, entry)).is_ok())
            && mentions(*node) * CLEARLY <= mentions(chief)
    };
    candidates.iter().filter(|node| **node != chief).all(lesser).then_some(chief)
}

/// The people that each article names in full, with the article; sorted.
fn named(work: &Work<'_>) -> Vec<(u32, u32)> {
    let full = work.locals.iter().zip(&work.node_of).filter(|(local, _)| local.person.is_some());
    let mut named: Vec<(u32, u32)> = full.filter_map(|(local, node)| Some(((*node)?, local.entry))).collect();
    named.sort_unstable();
    named
}

/// The people of the dossier by surname, and by what their articles call them for short.
fn bearers(work: &Work<'_>) -> BTreeMap<String, Vec<u32>> {
    let mut bearers: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (local, node) in work.locals.iter().zip(&work.node_of) {
        let (Some(node), Some(name)) = (*node, &local.person) else { continue };
        let known = bearers.entry(name.surname.clone()).or_default();
        if known.last() != Some(&node) {
            known.push(node);
        }
        let given = local.actor.mentions.iter().find(|mention| mention.why == Why::GivenName);
        if let Some(given) = given {
            let mention = &work.readings[local.entry as usize].mentions[given.mention as usize];
            let words = mention.span.of(&work.articles[local.entry as usize].saved.text);
            bearers.entry(person::surname(&fold::fold(words))).or_default().push(node);
        }
    }
    for (at, record) in (0..).zip(work.records.all).filter(|(_, record)| record.kind == ActorKind::Person) {
        for name in std::iter::once(&record.name).chain(&record.aliases) {
            bearers.entry(person::surname(&fold::fold(name))).or_default().push(at);
        }
    }
    for nodes in bearers.values_mut() {
        nodes.sort_unstable();
        nodes.dedup();
    }
    bearers
}

/// The gender that most titles before the names of a node tell.
fn gender(work: &Work<'_>, node: u32) -> Option<Gender> {
    let locals = &work.nodes[node as usize].locals;
    let count = |gender| locals.iter().filter(|local| work.locals[**local as usize].gender == Some(gender)).count();
    let (women, men) = (count(Gender::Woman), count(Gender::Man));
    match women.cmp(&men) {
        std::cmp::Ordering::Greater => Some(Gender::Woman),
        std::cmp::Ordering::Less => Some(Gender::Man),
        std::cmp::Ordering::Equal => None,
    }
}
