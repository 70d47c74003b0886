//! Joins sentences that report the same thing, and says how far each supports it.
//!
//! [`pairs`](mod@pairs) finds the pairs of sentences that are alike, [`group`] joins them so that chains do not
//! drift, [`represent`] picks the one that stands for all and says how far each of the others bears it out, and
//! [`weigh`] says how much a claim matters.

mod counted;
mod group;
mod pairs;
pub(super) mod represent;
mod units;
mod weigh;
mod words;

use super::compare::{Contrast, Signature, signature};
use crate::model::{Claim, Derivation, Entry, SentenceRef, Settings};
use group::Group;
use pairs::{Pair, pairs};
use rayon::prelude::*;
use represent::Represent;
use std::collections::BTreeMap;
use units::units;
use weigh::Weights;

/// Most copies of a sentence that stand on one side of a contrast.
const COPIES: usize = 24;

/// What the articles report, and where they tell the same but for one thing.
#[derive(Debug, Default)]
pub struct Claims {
    /// The claims, the weightiest first. Every complete sentence of a body is in one, if only of its own.
    pub claims: Vec<Claim>,
    /// Pairs of sentences that tell much the same and differ in a detail, in order of publication.
    pub contrasts: Vec<Contrast>,
}

/// The claims of `entries`, whose sentences have these `signatures`.
#[must_use]
pub fn claims(entries: &[Entry], signatures: &[Signature], derivations: &[Derivation], settings: &Settings) -> Claims {
    let units = units(entries, signatures);
    let pairs = pairs(signatures, &units);
    let groups = group::groups(signatures, &units, &pairs);
    let weights = Weights::new(entries, signatures, settings);
    let represent = Represent::new(entries, derivations, signatures);
    let claim = |group: &Group| {
        let claim = represent.claim(group)?;
        let representative = signature(signatures, claim.representative)?;
        Some(Claim { score: weights.score(&claim, representative), ..claim })
    };
    let mut claims: Vec<Claim> = groups.par_iter().filter_map(claim).collect();
    claims.sort_by(|a, b| b.score.cmp(&a.score).then(a.representative.cmp(&b.representative)));
    let contrast = |pair: &Pair| {
        let (conflicts, nearness) = pair.contrast.clone()?;
        let side = |unit| units.of(unit).iter().take(COPIES).map(|at| signatures[*at as usize].at).collect();
        Some(Contrast { sentences: pair.units.map(side), conflicts, nearness })
    };
    Claims { claims, contrasts: pairs.iter().filter_map(contrast).collect() }
}

/// The claim that each sentence supports, as an index.
pub(super) fn homes(claims: &[Claim]) -> BTreeMap<SentenceRef, u32> {
    let of = |(index, claim): (u32, &Claim)| {
        claim.support.iter().map(|support| (support.sentence, index)).collect::<Vec<_>>()
    };
    (0..).zip(claims).flat_map(of).collect()
}
