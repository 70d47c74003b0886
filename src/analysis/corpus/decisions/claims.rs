//! Claims and discrepancies as the editor's decisions have them.

use crate::analysis::corpus::claims::represent::when;
use crate::analysis::corpus::told::Told;
use crate::model::{
    Claim, Decided, Derivation, Discrepancy, Entry, How, Level, Ruling, SentenceRef, Support, derived_among,
};
use std::collections::BTreeSet;

/// The claims as decided, in their order: without what is hidden, joined and parted.
#[must_use]
pub fn rule_claims(
    decided: &mut [Decided],
    mut claims: Vec<Claim>,
    entries: &[Entry],
    derivations: &[Derivation],
) -> Vec<Claim> {
    let sources = Sources { entries, derivations };
    for decided in decided {
        decided.matched += match decided.decision.ruling {
            Ruling::Hide(_) => {
                decided.hidden = hide(&decided.sentences, &mut claims);
                u32::from(!decided.hidden.is_empty())
            }
            Ruling::Join(_) => join(&decided.sentences, &mut claims, &sources),
            Ruling::Part(_) => part(&decided.sentences, &mut claims, &sources),
            Ruling::NotADiscrepancy(_) | Ruling::NotAnActor(_) => 0,
        };
    }
    claims
}

/// The discrepancies but for those that are decided to be none: each that has every sentence of a decision, on one of its
/// sides or in a claim that it touches.
#[must_use]
pub fn rule_discrepancies(
    decided: &mut [Decided],
    claims: &[Claim],
    mut discrepancies: Vec<Discrepancy>,
) -> Vec<Discrepancy> {
    for decided in decided.iter_mut() {
        if !matches!(decided.decision.ruling, Ruling::NotADiscrepancy(_)) || decided.sentences.is_empty() {
            continue;
        }
        let before = discrepancies.len();
        discrepancies.retain(|discrepancy| !decided.sentences.iter().all(|at| concerns(discrepancy, claims, *at)));
        decided.matched += (before - discrepancies.len()) as u32;
    }
    discrepancies
}

fn concerns(discrepancy: &Discrepancy, claims: &[Claim], at: SentenceRef) -> bool {
    let touched = discrepancy.claims.iter().filter_map(|index| claims.get(*index as usize));
    discrepancy.sides.iter().any(|side| side.sentences.contains(&at)) || touched.into_iter().any(|c| supports(c, at))
}

fn supports(claim: &Claim, at: SentenceRef) -> bool {
    claim.support.iter().any(|support| support.sentence == at)
}

/// The claim that a sentence supports.
fn claim_of(claims: &[Claim], at: SentenceRef) -> Option<usize> {
    claims.iter().position(|claim| supports(claim, at))
}

/// Takes the claim of a sentence away, and gives all its sentences.
fn hide(sentences: &[SentenceRef], claims: &mut Vec<Claim>) -> Vec<SentenceRef> {
    let found = sentences.first().and_then(|at| claim_of(claims, *at));
    let claim = found.map(|index| claims.remove(index));
    claim.iter().flat_map(|claim| claim.support.iter().map(|support| support.sentence)).collect()
}

/// Makes one claim of those of the sentences: the weightiest, with the support of all. How far a sentence supports
/// another claim than its own nobody has judged, so it counts as partial.
fn join(sentences: &[SentenceRef], claims: &mut Vec<Claim>, sources: &Sources<'_>) -> u32 {
    let found: Vec<usize> = sentences.iter().filter_map(|at| claim_of(claims, *at)).collect();
    let joined: BTreeSet<usize> = found.iter().copied().collect();
    let (Some(kept), true) = (joined.first().copied(), found.len() >= 2) else { return 0 };
    for index in joined.iter().rev().filter(|index| **index != kept) {
        let other = claims.remove(*index);
        let claim = &mut claims[kept];
        let partial = other.support.into_iter().map(|support| Support { level: Level::Partial, ..support });
        claim.support.extend(partial);
        claim.related.extend(other.related);
    }
    let claim = &mut claims[kept];
    claim.support.sort_unstable();
    let supporting: BTreeSet<SentenceRef> = claim.support.iter().map(|support| support.sentence).collect();
    claim.related.retain(|at| !supporting.contains(at));
    claim.related.sort_unstable();
    claim.related.dedup();
    sources.count(claim);
    joined.len() as u32
}

/// Gives sentences that support one claim claims of their own, all but the first; a lone one in any case.
fn part(sentences: &[SentenceRef], claims: &mut Vec<Claim>, sources: &Sources<'_>) -> u32 {
    let mut found = 0;
    for (at, sentence) in sentences.iter().enumerate().rev() {
        let Some(index) = claim_of(claims, *sentence) else { continue };
        found += 1;
        let claim = &claims[index];
        let others = sentences[..at].iter().chain(&sentences[at + 1..]);
        let shared = sentences.len() == 1 || others.into_iter().any(|other| supports(claim, *other));
        if !shared || claim.support.len() == 1 {
            continue;
        }
        let alone = sources.alone(*sentence, claim);
        let claim = &mut claims[index];
        claim.support.retain(|support| support.sentence != *sentence);
        if claim.representative == *sentence {
            sources.represent(claim);
        }
        sources.count(claim);
        let place = index + 1 + claims[index + 1..].partition_point(|claim| claim.score >= alone.score);
        claims.insert(place, alone);
    }
    found
}

/// What claims are counted and drawn from.
struct Sources<'e> {
    entries: &'e [Entry],
    derivations: &'e [Derivation],
}

impl Sources<'_> {
    /// Counts the articles that support a claim, and those that derive from another of them.
    fn count(&self, claim: &mut Claim) {
        let articles: BTreeSet<u32> = claim.support.iter().map(|support| support.sentence.entry).collect();
        let articles: Vec<u32> = articles.into_iter().collect();
        claim.articles = articles.len() as u32;
        claim.derived = derived_among(self.derivations, &articles);
    }

    /// A claim of one sentence, which supported `claim` until now; it weighs its share of that.
    fn alone(&self, at: SentenceRef, claim: &Claim) -> Claim {
        let score = claim.score / u32::try_from(claim.support.len()).unwrap_or(u32::MAX);
        let mut alone = Claim {
            representative: at,
            support: vec![Support { sentence: at, level: Level::Full }],
            counted: Vec::new(),
            related: Vec::new(),
            articles: 1,
            derived: 0,
            actors: Vec::new(),
            when: None,
            score,
        };
        self.describe(&mut alone);
        alone
    }

    /// Lets the best of what supports a claim stand for it: in full and from an unaltered article, where there is one.
    fn represent(&self, claim: &mut Claim) {
        let altered = |at: SentenceRef| {
            let entry = self.entries.get(at.entry as usize);
            entry.is_some_and(|entry| entry.article.meta.altered.is_some())
        };
        let best = claim.support.iter().min_by_key(|one| (altered(one.sentence), one.level, one.sentence));
        if let Some(best) = best.map(|best| best.sentence) {
            claim.representative = best;
            for support in &mut claim.support {
                // How far the others bear out this one nobody has judged.
                support.level = if support.sentence == best { Level::Full } else { Level::Partial };
            }
            claim.counted.clear();
        }
        self.describe(claim);
    }

    /// Says of a claim whom and when its representative names.
    fn describe(&self, claim: &mut Claim) {
        let Some(told) = Told::new(self.entries, claim.representative) else { return };
        claim.actors = told.actors(How::is_name);
        claim.when = when(&told);
    }
}
