//! Says whether two sentences may tell of one event.

use crate::analysis::corpus::told::Told;
use crate::model::{Claim, Derivation, Entry, derivations_of};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Most days between two publications that may tell of one event, where the sentences do not date it.
const DAYS: i64 = 7;
/// Fewest actors that two articles name that are about the same, and which part of those of the shorter one at least.
const ACTORS: usize = 2;
const PART: usize = 3;
/// Most days before an article's publication that it still is about.
const LONG: i64 = 60;

/// What ties articles together.
pub(super) struct Events<'d> {
    derivations: &'d [Derivation],
    /// For each article the claims that others support too, in order.
    claims: Vec<Vec<u32>>,
}

impl<'d> Events<'d> {
    pub(super) fn new(entries: &[Entry], all: &[Claim], derivations: &'d [Derivation]) -> Self {
        let mut claims: Vec<Vec<u32>> = vec![Vec::new(); entries.len()];
        for (index, claim) in (0..).zip(all).filter(|(_, claim)| claim.articles > 1) {
            for support in &claim.support {
                let of = &mut claims[support.sentence.entry as usize];
                if of.last() != Some(&index) {
                    of.push(index);
                }
            }
        }
        Self { derivations, claims }
    }

    /// Whether both may tell of one event: published within days of each other, or dated alike; where a date of publication
    /// is not known, in articles that tell the same elsewhere, too.
    pub(super) fn one(&self, a: &Told<'_>, b: &Told<'_>) -> bool {
        let (one, other) = (a.published(), b.published());
        let days = |told: &Told<'_>| told.dates().iter().filter_map(|date| date.when?.day()).collect::<Vec<_>>();
        let alike = || {
            let (x, y) = (days(a), days(b));
            x.iter().any(|day| y.contains(day))
        };
        let near = near(one, other, DAYS).unwrap_or_else(|| self.akin(a, b));
        near || alike()
    }

    /// Whether the text of one article comes from the other's.
    pub(super) fn copies(&self, a: &Told<'_>, b: &Told<'_>) -> bool {
        let from = |one: u32, other: u32| {
            derivations_of(self.derivations, one).iter().any(|derivation| derivation.from == other)
        };
        from(a.at.entry, b.at.entry) || from(b.at.entry, a.at.entry)
    }

    /// Whether both articles are about the same: the one comes from the other, both support a claim, or much of the cast
    /// of the one is the other's.
    pub(super) fn akin(&self, a: &Told<'_>, b: &Told<'_>) -> bool {
        let known = |told: &Told<'_>| told.entry.actors.iter().flatten().copied().collect::<BTreeSet<u32>>();
        let cast = || {
            let (one, other) = (known(a), known(b));
            let shared = one.intersection(&other).count();
            shared >= ACTORS && shared * PART >= one.len().min(other.len())
        };
        self.copies(a, b) || self.share(a, b) || cast()
    }

    /// Whether both articles support one claim.
    fn share(&self, a: &Told<'_>, b: &Told<'_>) -> bool {
        let [one, other] = [a, b].map(|told| &self.claims[told.at.entry as usize]);
        let (one, other) = if one.len() < other.len() { (one, other) } else { (other, one) };
        one.iter().any(|claim| other.binary_search(claim).is_ok())
    }
}

/// Whether the one is dated long before the other article, and the other is not: it is about its own days.
pub(super) fn elsewhen(told: &Told<'_>, other: &Told<'_>) -> bool {
    let Some((first, _)) = other.published() else { return false };
    let long_before = |told: &Told<'_>| {
        let ends = told.dates().iter().filter_map(|date| date.when?.last_day());
        ends.into_iter().any(|day| (first - day).num_days() > LONG)
    };
    long_before(told) && !long_before(other)
}

/// Whether two stretches of time surely lie within `days` of each other; `None` where one is not known.
pub(super) fn near(
    one: Option<(NaiveDate, NaiveDate)>,
    other: Option<(NaiveDate, NaiveDate)>,
    days: i64,
) -> Option<bool> {
    let (one, other) = (one?, other?);
    let (first, last) = (one.0.min(other.0), one.1.max(other.1));
    Some((last - first).num_days() <= days)
}
