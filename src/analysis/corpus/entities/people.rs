//! Joins people whose full names are the same.

use super::local::Local;
use super::work::Work;
use crate::model::{ActorKind, LocalMention, Why};
use crate::text::lexicon::fold;
use crate::text::naming::Gender;
use crate::text::naming::{PersonName, differ_by_gender, middles_fit};

/// A full name, of a local actor or a record.
#[derive(Clone)]
struct Named {
    name: PersonName,
    local: Option<u32>,
    node: Option<u32>,
    gender: Option<Gender>,
}

/// Most first names with one letter and one surname that are compared with each other.
const MOST_COMPARED: usize = 24;
/// Least similarity (Jaro-Winkler) of two first names that may be spellings of one.
const SIMILAR: f64 = 0.9;

/// Joins full names; returns pairs of nodes whose names are merely similar.
pub(super) fn join(work: &mut Work<'_>) -> Vec<(u32, u32)> {
    let mut all = names(work);
    all.sort_by(|a, b| (&a.name, a.local, a.node).cmp(&(&b.name, b.local, b.node)));
    let mut similar = Vec::new();
    for family in all.chunk_by(|a, b| a.name.surname == b.name.surname) {
        let mut groups: Vec<Vec<&Named>> = Vec::new();
        for same in family.chunk_by(|a, b| a.name.given == b.name.given && !a.name.differ_as_listed(&b.name)) {
            if !same[0].name.is_initial() {
                by_middle(same, &mut groups);
            }
        }
        initials(family, &mut groups);
        let groups: Vec<Vec<&Named>> = groups.into_iter().flat_map(|group| told_apart(work, group)).collect();
        let nodes: Vec<Option<u32>> = groups.iter().map(|group| settle(work, group)).collect();
        compare(&groups, &nodes, &mut similar);
    }
    similar
}

/// The group as it is, or parted by the exact names where two of its members stand in one sentence of an article.
fn told_apart<'n>(work: &Work<'_>, mut group: Vec<&'n Named>) -> Vec<Vec<&'n Named>> {
    let sentences = |named: &&Named| {
        let local = &work.locals[named.local.unwrap_or_default() as usize];
        let mentions = &work.readings[local.entry as usize].mentions;
        let of = |local_mention: &LocalMention| (local.entry, mentions[local_mention.mention as usize].sentence);
        let mut here: Vec<_> = local.actor.mentions.iter().map(of).collect();
        here.dedup();
        here
    };
    let mut all: Vec<_> = group.iter().filter(|named| named.local.is_some()).flat_map(sentences).collect();
    all.sort_unstable();
    if all.windows(2).all(|pair| pair[0] != pair[1]) {
        return vec![group];
    }
    group.sort_by(|a, b| (&a.name, a.local, a.node).cmp(&(&b.name, b.local, b.node)));
    group.chunk_by(|a, b| a.name == b.name).map(<[_]>::to_vec).collect()
}

fn names(work: &Work<'_>) -> Vec<Named> {
    let local = |(at, local): (usize, &Local<'_>)| {
        let name = local.person.clone().filter(|_| !local.actor.listed)?;
        Some(Named { name, local: Some(at as u32), node: work.node_of[at], gender: local.gender })
    };
    let mut all: Vec<Named> = work.locals.iter().enumerate().filter_map(local).collect();
    for (at, record) in (0..).zip(work.records.all).filter(|(_, record)| record.kind == ActorKind::Person) {
        for name in std::iter::once(&record.name).chain(&record.aliases) {
            let parsed = PersonName::parse(name, &fold::fold(name));
            all.extend(parsed.map(|name| Named { name, local: None, node: Some(at), gender: None }));
        }
    }
    all
}

/// Parts names of one first and last name by their middle names, where those differ, and by gender.
fn by_middle<'n>(same: &'n [Named], groups: &mut Vec<Vec<&'n Named>>) {
    let longest = same.iter().map(|named| &named.name.middle).max_by_key(|middle| middle.len());
    let fit = |named: &Named| longest.is_none_or(|longest| middles_fit(longest, &named.name.middle));
    if same.iter().all(fit) {
        by_gender(same.iter().collect(), groups);
    } else {
        for part in same.chunk_by(|a, b| a.name.middle == b.name.middle) {
            by_gender(part.iter().collect(), groups);
        }
    }
}

fn by_gender<'n>(same: Vec<&'n Named>, groups: &mut Vec<Vec<&'n Named>>) {
    let has = |gender| same.iter().any(|named| named.gender == Some(gender));
    if !(has(Gender::Woman) && has(Gender::Man)) {
        groups.push(same);
        return;
    }
    for gender in [None, Some(Gender::Woman), Some(Gender::Man)] {
        let part: Vec<&Named> = same.iter().copied().filter(|named| named.gender == gender).collect();
        if !part.is_empty() {
            groups.push(part);
        }
    }
}

/// Adds names with an initial to the one group that they fit; else they are groups of their own.
fn initials<'n>(family: &'n [Named], groups: &mut Vec<Vec<&'n Named>>) {
    let full = if groups.len() > MOST_COMPARED { 0 } else { groups.len() };
    let letters = family.iter().filter(|named| named.name.is_initial()).collect::<Vec<_>>();
    for part in letters.chunk_by(|a, b| a.name.given == b.name.given && a.name.middle == b.name.middle) {
        let fits = |group: &&Vec<&Named>| part.iter().all(|named| group[0].name.fits(&named.name));
        let mut fitting = (0..full).filter(|at| fits(&&groups[*at]));
        match (fitting.next(), fitting.next()) {
            (Some(one), None) => groups[one].extend(part),
            _ => groups.push(part.to_vec()),
        }
    }
}

/// Puts a group's local actors into one node: the one record's among them, or a new one.
fn settle(work: &mut Work<'_>, group: &[&Named]) -> Option<u32> {
    let mut taken: Vec<u32> = group.iter().filter_map(|named| named.node).collect();
    taken.sort_unstable();
    taken.dedup();
    let mut open: Vec<u32> =
        group.iter().filter(|named| named.node.is_none()).filter_map(|named| named.local).collect();
    let mut node = if let [one] = taken[..] { Some(one) } else { None };
    if let Some(record) = node {
        let records = work.records;
        let barred: Vec<u32>;
        (barred, open) = open
            .into_iter()
            .partition(|local| records.bars(work.nodes[record as usize].record, &work.locals[*local as usize].key));
        if !barred.is_empty() {
            let other = work.node(ActorKind::Person);
            for local in barred {
                work.put(local, other, Why::SameName);
            }
        }
    }
    if open.is_empty() {
        return node;
    }
    let into = *node.get_or_insert_with(|| work.node(ActorKind::Person));
    let usual = group[0].name.clone();
    for local in open {
        let name = work.locals[local as usize].person.as_ref();
        let spelled = name.is_some_and(|name| name.written != usual.written && !name.is_initial());
        work.put(local, into, if spelled { Why::Transliteration } else { Why::SameName });
    }
    node
}

/// Finds nodes of one surname whose first names are similar.
fn compare(groups: &[Vec<&Named>], nodes: &[Option<u32>], similar: &mut Vec<(u32, u32)>) {
    let mut letters: Vec<(Option<char>, usize)> =
        groups.iter().enumerate().map(|(at, group)| (group[0].name.given.chars().next(), at)).collect();
    letters.sort_unstable();
    for part in letters.chunk_by(|a, b| a.0 == b.0).filter(|part| part.len() <= MOST_COMPARED) {
        for (at, (_, a)) in part.iter().enumerate() {
            for (_, b) in &part[at + 1..] {
                let (one, other) = (&groups[*a][0].name, &groups[*b][0].name);
                let (Some(node_a), Some(node_b)) = (nodes[*a], nodes[*b]) else { continue };
                let alike = one.given.len() > 2
                    && other.given.len() > 2
                    && one.given != other.given
                    && !one.differ_as_listed(other)
                    && !differ_by_gender(&one.written, &other.written)
                    && middles_fit(&one.middle, &other.middle)
                    && strsim::jaro_winkler(&one.written, &other.written) >= SIMILAR;
                if alike && node_a != node_b {
                    similar.push((node_a, node_b));
                }
            }
        }
    }
}
