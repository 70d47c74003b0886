//! Which claims name whom, and which article supports which: what pages of actors and articles report.

use crate::model::{Claim, Dossier, Support};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The claims by actor and by article. Cost is linear in the claims, their actors and their support.
pub(crate) struct Reports {
    /// For each actor, the claims of several articles whose representative names it, best supported first.
    about: Vec<Vec<u32>>,
    /// For each entry, the claims that it supports together with another, best supported first.
    shared: Vec<Vec<u32>>,
    /// For each claim of several articles, those.
    backers: BTreeMap<u32, Backers>,
    /// For each claim on which sources differ, the differences, as indices.
    differences: BTreeMap<u32, Vec<usize>>,
}

/// The articles that support a claim.
pub(crate) struct Backers {
    /// How many they are.
    pub(crate) articles: usize,
    /// What best supports it in each of the first [`FIRST`] articles: unaltered ones first, then by level and date.
    pub(crate) first: Vec<Support>,
}

/// How many articles of a claim are held: looking through all of them on the page of each would be quadratic.
pub(crate) const FIRST: usize = 4;

impl Backers {
    /// `place` is where each entry stands among the articles, oldest first.
    fn of(dossier: &Dossier, claim: &Claim, place: &[usize]) -> Self {
        let runs = claim.support.chunk_by(|one, other| one.sentence.entry == other.sentence.entry);
        let mut first: Vec<Support> = runs.filter_map(best).collect();
        let articles = first.len();
        first.sort_by_key(|support| {
            let entry = support.sentence.entry as usize;
            (dossier.entries[entry].article.meta.altered.is_some(), support.level, place[entry])
        });
        first.truncate(FIRST);
        Self { articles, first }
    }
}

/// What supports a claim best.
fn best(support: &[Support]) -> Option<Support> {
    support.iter().min_by_key(|one| (one.level, one.sentence)).copied()
}

/// What supports the claim best in the entry at `index`.
pub(crate) fn best_of(claim: &Claim, index: u32) -> Option<Support> {
    let first = claim.support.partition_point(|support| support.sentence.entry < index);
    let last = claim.support.partition_point(|support| support.sentence.entry <= index);
    best(&claim.support[first..last])
}

impl Reports {
    /// `place` is where each entry stands among the articles, oldest first.
    pub(crate) fn new(dossier: &Dossier, place: &[usize]) -> Self {
        let mut backers = BTreeMap::new();
        let mut about = vec![Vec::new(); dossier.actors.len()];
        let mut shared = vec![Vec::new(); dossier.entries.len()];
        for (index, claim) in (0..).zip(&dossier.claims) {
            if claim.articles < 2 {
                continue;
            }
            let mut actors = claim.actors.clone();
            actors.sort_unstable();
            actors.dedup();
            for actor in actors {
                about[actor as usize].push(index);
            }
            backers.insert(index, Backers::of(dossier, claim, place));
            for run in claim.support.chunk_by(|one, other| one.sentence.entry == other.sentence.entry) {
                let entry: &mut Vec<u32> = &mut shared[run[0].sentence.entry as usize];
                if entry.last() != Some(&index) {
                    entry.push(index);
                }
            }
        }
        // Not by weight, which every article added anywhere moves a little.
        let rank = |claim: &u32| {
            let claim = &dossier.claims[*claim as usize];
            let told = (claim.articles.saturating_sub(claim.derived), claim.articles);
            (Reverse(told), place[claim.representative.entry as usize], claim.representative)
        };
        about.iter_mut().chain(&mut shared).for_each(|list| list.sort_by_key(rank));
        let mut differences: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (index, found) in dossier.discrepancies.iter().enumerate() {
            for claim in &found.claims {
                differences.entry(*claim).or_default().push(index);
            }
        }
        Self { about, shared, backers, differences }
    }

    /// The differences between sources on a claim, as indices, in their order.
    pub(crate) fn differences(&self, claim: u32) -> &[usize] {
        self.differences.get(&claim).map_or(&[], Vec::as_slice)
    }

    /// The articles that support a claim, where they are several.
    pub(crate) fn backers(&self, claim: u32) -> Option<&Backers> {
        self.backers.get(&claim)
    }

    /// The claims of several articles that name an actor, best supported first.
    pub(crate) fn about(&self, actor: u32) -> &[u32] {
        &self.about[actor as usize]
    }

    /// The claims that an article supports together with another, best supported first.
    pub(crate) fn shared(&self, entry: usize) -> &[u32] {
        &self.shared[entry]
    }
}
