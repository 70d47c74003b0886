//! Which articles derive from which, looked up from either side.

use crate::base::Span;
use crate::model::{Derivation, Dossier, Evidence, derivations_of};

/// The derivations of a dossier by their sources.
pub(crate) struct Derivations<'d> {
    /// All of them, in order of the derived entries.
    all: &'d [Derivation],
    /// Indices of the derivations whose direction is decided, in order of their sources.
    by_source: Vec<u32>,
}

impl<'d> Derivations<'d> {
    pub(crate) fn new(dossier: &'d Dossier) -> Self {
        let all = dossier.derivations.as_slice();
        let mut by_source: Vec<u32> = (0..all.len() as u32).filter(|at| all[*at as usize].directed).collect();
        by_source.sort_by_key(|at| all[*at as usize].from);
        Self { all, by_source }
    }

    /// What the entry at `index` derives from, or may derive from.
    pub(crate) fn sources(&self, index: usize) -> &'d [Derivation] {
        derivations_of(self.all, index as u32)
    }

    /// What derives from the entry at `index`, in order of the entries.
    pub(crate) fn derived(&self, index: usize) -> impl Iterator<Item = &'d Derivation> + '_ {
        let of = |at: &u32| &self.all[*at as usize];
        let first = self.by_source.partition_point(|at| of(at).from < index as u32);
        let count = self.by_source[first..].partition_point(|at| of(at).from == index as u32);
        self.by_source[first..first + count].iter().map(|at| &self.all[*at as usize])
    }

    /// The derivation that tells most of where the entry at `index` comes from; one whose direction is decided first.
    pub(crate) fn foremost(&self, index: usize) -> Option<&'d Derivation> {
        // Of equals the first counts: `max_by_key` would take the last.
        self.sources(index).iter().rev().max_by_key(|derivation| (derivation.directed, derivation.share))
    }

    /// The stretches of the entry at `index` whose words stand in another article, too, in order and without overlaps.
    pub(crate) fn shared(&self, index: usize) -> Vec<Span> {
        let evidence = self.sources(index).iter().flat_map(|derivation| &derivation.evidence);
        let mut spans: Vec<Span> = evidence
            .filter_map(|evidence| match evidence {
                Evidence::Passage(own, _) => Some(*own),
                Evidence::Credit(_) | Evidence::Aligned(..) => None,
            })
            .collect();
        spans.sort_unstable();
        let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match joined.last_mut().filter(|last| span.start <= last.end) {
                Some(last) => last.end = last.end.max(span.end),
                None => joined.push(span),
            }
        }
        joined
    }
}
