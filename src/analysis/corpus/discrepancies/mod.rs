//! Finds where articles differ on the same event.
//!
//! [`contrasts`] looks at sentences that tell much the same, as `claims` found them. It lays the two beside each other,
//! word by word ([`details`]): where they part, a number, a day, a name, a denial or a word of which only one can be so
//! may stand for another. Where they run otherwise, a clause of theirs may give another number or date of one thing
//! ([`clauses`]). [`leads`] and [`ages`] look at relations that articles often get wrong: who led whose delegation, and
//! how old somebody is. What may be two events ([`event`]), two things or two times is left out: few and right.

mod ages;
mod clauses;
mod contrasts;
mod details;
mod event;
mod leads;
mod parallel;
mod pieces;
mod sides;
mod words;

use super::claims::homes;
use super::compare::{Contrast, Signature};
use crate::model::{Claim, Derivation, Discrepancy, Entry, Level, SentenceRef, Side, derived_among};
use event::Events;

/// The discrepancies among `entries`, whose sentences have these `signatures`, those first that touch the weightiest claims.
#[must_use]
pub fn discrepancies(
    entries: &[Entry],
    signatures: &[Signature],
    claims: &[Claim],
    contrasts: &[Contrast],
    derivations: &[Derivation],
) -> Vec<Discrepancy> {
    let events = Events::new(entries, claims, derivations);
    let mut found = contrasts::contrasts(entries, signatures, claims, contrasts, &events);
    found.extend(leads::leads(entries));
    let ages = ages::ages(entries);
    // Clauses may have told it already, of fewer articles.
    found.retain(|other| !ages.iter().any(|age| tells(age, other)));
    found.extend(ages);
    if found.is_empty() {
        return found;
    }
    let homes = homes(claims);
    for discrepancy in &mut found {
        discrepancy
            .sides
            .sort_by_key(|side| (std::cmp::Reverse(side.sentences.len()), side.sentences.first().copied()));
        let told = discrepancy.sides.iter().flat_map(|side| &side.sentences);
        let mut touched: Vec<u32> = told.filter_map(|at| homes.get(at).copied()).collect();
        touched.sort_unstable();
        touched.dedup();
        discrepancy.claims = touched;
    }
    found.sort_by_cached_key(|found| (weightiest(found), found.kind, found.sides[0].sentences[0]));
    found
}

/// Whether the one tells two sides of the other, with their sentences.
fn tells(one: &Discrepancy, other: &Discrepancy) -> bool {
    let shared = |side: &&Side| {
        let same = |own: &Side| own.value == side.value && own.sentences.iter().any(|at| side.sentences.contains(at));
        other.sides.iter().any(same)
    };
    one.kind == other.kind && one.sides.iter().filter(shared).count() > 1
}

/// The weightiest claim that a difference touches, as an index: claims stand in order of their weight. What touches none
/// comes last.
fn weightiest(found: &Discrepancy) -> u32 {
    found.claims.first().copied().unwrap_or(u32::MAX)
}

/// The claims with those of their supporters named that say otherwise than the representative in a detail, and their
/// articles counted no more.
#[must_use]
pub fn name_differing(mut claims: Vec<Claim>, discrepancies: &[Discrepancy], derivations: &[Derivation]) -> Vec<Claim> {
    for discrepancy in discrepancies {
        for index in &discrepancy.claims {
            let Some(claim) = claims.get_mut(*index as usize) else { continue };
            let on = |at: SentenceRef| discrepancy.sides.iter().position(|side| side.sentences.contains(&at));
            let Some(own) = on(claim.representative) else { continue };
            for support in &mut claim.support {
                if on(support.sentence).is_some_and(|side| side != own) {
                    support.level = Level::Differing;
                }
            }
            let counted = claim.support.iter().filter(|support| support.level != Level::Differing);
            let mut articles: Vec<u32> = counted.map(|support| support.sentence.entry).collect();
            articles.sort_unstable();
            articles.dedup();
            claim.articles = articles.len() as u32;
            claim.derived = derived_among(derivations, &articles);
        }
    }
    claims
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DiscrepancyKind;

    #[test]
    fn what_touches_no_claim_comes_behind_what_touches_one() {
        let touching = |claims: Vec<u32>| Discrepancy {
            kind: DiscrepancyKind::Number,
            claims,
            sides: Vec::new(),
            also: Vec::new(),
        };
        assert!(weightiest(&touching(vec![3, 7])) < weightiest(&touching(vec![4])));
        assert!(weightiest(&touching(vec![4])) < weightiest(&touching(Vec::new())));
    }
}
