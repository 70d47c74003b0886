//! Joins units into claims: each new member has to fit all that are there, so that chains do not drift.

use super::pairs::Pair;
use super::units::Units;
use crate::analysis::corpus::cluster::clusters;
use crate::analysis::corpus::compare::{AKIN, Nearness, RELATED, Signature, compare};

/// Most members of each side that are compared when two groups may become one.
const COMPARED: usize = 8;

/// Least similarity of a sentence that is shown as related.
const SHOWN: f32 = 0.32;
/// Least mean similarity of the members of two groups that become one, as a share of that of a pair.
const MEAN: f32 = 0.85;

/// Sentences that report one thing, as indices into the signatures, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Group {
    /// Its sentences.
    pub(super) members: Vec<u32>,
    /// Sentences of other groups that are close to it, or tell the same but for one thing.
    pub(super) related: Vec<u32>,
}

/// The groups of all units: those of the most alike pairs are joined first (complete linkage).
pub(super) fn groups(signatures: &[Signature], units: &Units, pairs: &[Pair]) -> Vec<Group> {
    let mut order: Vec<&Pair> = pairs.iter().filter(|pair| pair.akin).collect();
    order.sort_by(|a, b| b.similarity.total_cmp(&a.similarity).then(a.units.cmp(&b.units)));
    let tried = order.into_iter().map(|pair| pair.units);
    let clusters = clusters(units.len(), tried, |a, b| fit(a, b, signatures, units));
    let mut home: Vec<u32> = vec![0; units.len()];
    let group = |(index, cluster): (u32, &Vec<u32>)| {
        for unit in cluster {
            home[*unit as usize] = index;
        }
        let mut members: Vec<u32> = cluster.iter().flat_map(|unit| units.of(*unit)).copied().collect();
        members.sort_unstable();
        Group { members, related: Vec::new() }
    };
    let mut groups: Vec<Group> = (0..).zip(&clusters).map(group).collect();
    for pair in pairs {
        let [a, b] = pair.units;
        let (home_a, home_b) = (home[a as usize] as usize, home[b as usize] as usize);
        if home_a != home_b
            && (pair.similarity >= SHOWN || pair.contrast.as_ref().is_some_and(|found| found.1 == Nearness::Alike))
        {
            groups[home_a].related.push(units.first(b));
            groups[home_b].related.push(units.first(a));
        }
    }
    for group in &mut groups {
        group.related.sort_unstable();
        group.related.dedup();
    }
    groups
}

/// Whether the members of two clusters all go together: none barred, all related, and alike on the whole.
fn fit(a: &[u32], b: &[u32], signatures: &[Signature], units: &Units) -> bool {
    let signature = |unit: u32| &signatures[units.first(unit) as usize];
    let (mut sum, mut count) = (0.0, 0.0);
    for one in spread(a) {
        for other in spread(b) {
            let found = compare(signature(one), signature(other));
            let similarity = found.similarity();
            if !found.conflicts.is_empty() || similarity < RELATED || share_article(one, other, signatures, units) {
                return false;
            }
            sum += similarity;
            count += 1.0;
        }
    }
    sum >= MEAN * AKIN * count
}

/// Whether an article has sentences of both units: what it tells twice in other words are two claims.
fn share_article(a: u32, b: u32, signatures: &[Signature], units: &Units) -> bool {
    let entry = |at: &u32| signatures[*at as usize].at.entry;
    let (mut one, mut other) = (units.of(a), units.of(b));
    if one.len() > other.len() {
        (one, other) = (other, one);
    }
    one.iter().any(|at| other.binary_search_by_key(&entry(at), entry).is_ok())
}

/// Up to `COMPARED` members, spread evenly.
fn spread(cluster: &[u32]) -> impl Iterator<Item = u32> + '_ {
    let step = cluster.len().div_ceil(COMPARED).max(1);
    cluster.iter().step_by(step).copied()
}
