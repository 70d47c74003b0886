//! Which claims name whom, and which article supports which: what pages of actors and articles report.

use crate::model::Dossier;
use std::cmp::Reverse;

/// The claims by actor and by article. Cost is linear in the claims, their actors and their support.
pub(crate) struct Reports {
    /// For each actor, the claims whose representative names it, best supported first.
    about: Vec<Vec<u32>>,
    /// For each entry, the claims that it supports together with another, the weightiest first.
    shared: Vec<Vec<u32>>,
}

impl Reports {
    pub(crate) fn new(dossier: &Dossier) -> Self {
        let mut about = vec![Vec::new(); dossier.actors.len()];
        let mut shared = vec![Vec::new(); dossier.entries.len()];
        for (index, claim) in (0..).zip(&dossier.claims) {
            let mut actors = claim.actors.clone();
            actors.sort_unstable();
            actors.dedup();
            for actor in actors {
                about[actor as usize].push(index);
            }
            if claim.articles < 2 {
                continue;
            }
            for run in claim.support.chunk_by(|one, other| one.sentence.entry == other.sentence.entry) {
                let entry: &mut Vec<u32> = &mut shared[run[0].sentence.entry as usize];
                if entry.last() != Some(&index) {
                    entry.push(index);
                }
            }
        }
        // Claims come in order of their weight, and the sort keeps it among equals.
        for list in &mut about {
            list.sort_by_key(|claim| {
                let claim = &dossier.claims[*claim as usize];
                Reverse((claim.articles.saturating_sub(claim.derived), claim.articles))
            });
        }
        Self { about, shared }
    }

    /// The claims that name an actor, best supported first.
    pub(crate) fn about(&self, actor: u32) -> &[u32] {
        &self.about[actor as usize]
    }

    /// The claims that an article supports together with another, the weightiest first.
    pub(crate) fn shared(&self, entry: usize) -> &[u32] {
        &self.shared[entry]
    }
}
