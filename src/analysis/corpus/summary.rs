//! Chooses the claims that together tell most of what the articles tell, none twice.

use super::claims::represent::stands_alone;
use super::compare::{Signature, signature};
use super::events::Period;
use crate::base::When;
use crate::model::{Claim, Entry, Settings, Summary};
use std::collections::BTreeMap;

/// Most key points.
const KEY_POINTS: usize = 7;
/// How many there should be, also where one article alone reports what others only come close to.
const ENOUGH: usize = KEY_POINTS;
/// How many there should be, whatever else.
const LEAST: usize = 3;

/// The sections of the merged summary.
///
/// All follow one ranking, that of [`ranked`]: key points are the first that several articles report which do not derive
/// from each other; where those are few, also what only copies share, or what one article reports and others come close
/// to, and at last what one alone does. What altered copies alone report, or does not read well alone, is no key point,
/// and what lies before the time of the dossier is background.
#[must_use]
pub fn summarise(entries: &[Entry], signatures: &[Signature], claims: &[Claim], settings: &Settings) -> Summary {
    let order = ranked(entries.len(), signatures, claims);
    let period = Period::of(entries, settings);
    let article = |claim: &Claim| &entries[claim.representative.entry as usize].article;
    let before = |claim: &Claim| {
        let published = article(claim).meta.published.as_ref().map(|known| When::Date(known.value));
        // A century is no time of an event.
        let when = claim.when.filter(|when| !matches!(when, When::Century(_))).or(published);
        period.zip(when).is_some_and(|(period, when)| period.is_after(when))
    };
    let alone = |claim: &Claim| stands_alone(entries, claim.representative);
    let mut summary = Summary::default();
    let mut waiting = Vec::new();
    for at in order {
        let claim = &claims[at];
        let at = at as u32;
        let unfit = article(claim).meta.altered.is_some() || !alone(claim);
        if before(claim) {
            summary.background.push(at);
        } else if claim.articles - claim.derived.min(claim.articles) < 2 {
            // One text and its copies are one witness.
            waiting.push((at, unfit));
        } else if summary.key_points.len() < KEY_POINTS && !unfit {
            summary.key_points.push(at);
        } else {
            summary.further.push(at);
        }
    }
    let near = |at: u32| claims[at as usize].articles > 1 || !claims[at as usize].related.is_empty();
    for (wanted, every) in [(ENOUGH, false), (LEAST, true)] {
        for (at, unfit) in &waiting {
            let fits = !unfit && (every || near(*at)) && !summary.key_points.contains(at);
            if fits && summary.key_points.len() < wanted {
                summary.key_points.push(*at);
            }
        }
    }
    waiting.retain(|(at, _)| !summary.key_points.contains(at));
    let analysed = |at: u32| entries[claims[at as usize].representative.entry as usize].reading.language.analysed;
    for (at, _) in waiting {
        if claims[at as usize].articles > 1 {
            summary.further.push(at);
        } else if analysed(at) && summary.single.len() < Summary::MOST_SINGLE {
            // Of an article that was not analysed nobody knows what others report too.
            summary.single.push(at);
        }
    }
    summary.background.sort_by_key(|at| {
        let claim = &claims[*at as usize];
        (claim.when.and_then(|when| when.first_day()), claim.representative)
    });
    summary
}

/// Most claims that are looked at, the weightiest first: it bounds the work.
const LOOKED_AT: usize = 400;
/// How much of its worth a claim keeps that tells nothing new in word pairs, but is central.
const CENTRAL: f32 = 0.25;
/// Greatest share of a claim's concepts that what is chosen before may hold: more is telling it twice.
const TWICE: f32 = 0.6;
/// Greatest share of a claim's content words that one chosen claim may hold: more is telling it again in another order.
const SAME_WORDS: f32 = 0.75;

/// The claims that together tell most, as indices into the dossier's, in the order in which they are chosen; none that
/// mostly repeats what is chosen before it.
///
/// What articles tell is taken as pairs of neighbouring content words, each worth the number of articles that have
/// it (Gillick and Favre 2009, "A scalable global model for summarization"); what one claim tells counts no more for the
/// next. Greedy, which comes within a constant factor of the best choice.
fn ranked(articles: usize, signatures: &[Signature], claims: &[Claim]) -> Vec<usize> {
    let worth = concepts(articles, signatures, claims);
    let best = claims.iter().map(|claim| claim.score).max().unwrap_or(0).max(1) as f32;
    let mut open: Vec<Candidate> = claims
        .iter()
        .take(LOOKED_AT)
        .enumerate()
        .filter_map(|(at, claim)| candidate(signature(signatures, claim.representative)?, claim, at, best, &worth))
        .collect();
    let mut chosen = Vec::new();
    loop {
        open.retain(|candidate| !candidate.is_told());
        let next = (0..open.len()).max_by(|a, b| open[*a].gain.total_cmp(&open[*b].gain).then(b.cmp(a)));
        let Some(next) = next else { break };
        let next = open.remove(next);
        for candidate in &mut open {
            candidate.hear(&next);
        }
        chosen.push(next.claim);
    }
    chosen
}

/// By what the worth of a sentence of so many words is divided: their power of 5/8, from roots alone, which are the same
/// on every machine.
fn dearth(words: usize) -> f32 {
    let root = (words as f32).sqrt();
    root * root.sqrt().sqrt()
}

/// A claim that may be chosen.
struct Candidate {
    claim: usize,
    words: usize,
    /// How many concepts it tells.
    concepts: usize,
    /// Those that nothing chosen tells, in order, and what each is worth.
    new: Vec<(u64, f32)>,
    /// The stems of its content words, in order, none twice.
    stems: Vec<u32>,
    /// Whether a chosen one tells it in nearly the same words.
    reworded: bool,
    /// Its score as a share of the greatest.
    score: f32,
    /// What telling it is worth as things stand.
    gain: f32,
}

impl Candidate {
    fn weigh(&mut self) {
        let new: f32 = self.new.iter().map(|(_, worth)| worth).sum();
        let central = CENTRAL * self.score * new.max(1.0);
        self.gain = (new + central) * (0.2 + self.score) / dearth(self.words);
    }

    /// Takes note of what a chosen one tells that nothing before it did.
    fn hear(&mut self, chosen: &Self) {
        let before = self.new.len();
        self.new.retain(|(concept, _)| chosen.new.binary_search_by_key(concept, |new| new.0).is_err());
        if self.new.len() < before {
            self.weigh();
        }
        let shared = self.stems.iter().filter(|stem| chosen.stems.binary_search(stem).is_ok()).count();
        self.reworded |= shared as f32 > SAME_WORDS * self.stems.len() as f32;
    }

    /// Whether telling it were telling much of it twice.
    fn is_told(&self) -> bool {
        self.reworded || (self.concepts - self.new.len()) as f32 > TWICE * self.concepts as f32
    }
}

fn candidate(told: &Signature, claim: &Claim, at: usize, best: f32, worth: &BTreeMap<u64, f32>) -> Option<Candidate> {
    let new: Vec<(u64, f32)> =
        pairs(told).into_iter().map(|concept| (concept, worth.get(&concept).copied().unwrap_or(0.0))).collect();
    let words = told.wording.len();
    if words < 5 || new.is_empty() {
        return None;
    }
    let score = claim.score as f32 / best;
    let mut stems = stems(told);
    stems.sort_unstable();
    stems.dedup();
    let concepts = new.len();
    let mut candidate = Candidate { claim: at, words, concepts, new, stems, reworded: false, score, gain: 0.0 };
    candidate.weigh();
    Some(candidate)
}

/// What each concept of the claims looked at is worth: the number of articles that have it, where more than one does.
fn concepts(articles: usize, signatures: &[Signature], claims: &[Claim]) -> BTreeMap<u64, f32> {
    let mut all: Vec<(u64, u32)> = Vec::new();
    for claim in claims.iter().take(LOOKED_AT) {
        let told = claim.support.iter().map(|support| support.sentence).chain(claim.related.iter().copied());
        for at in told {
            let Some(told) = signature(signatures, at) else { continue };
            all.extend(pairs(told).into_iter().map(|concept| (concept, at.entry)));
        }
    }
    all.sort_unstable();
    all.dedup();
    let single = articles < 2;
    let worth = |chunk: &[(u64, u32)]| {
        let articles = chunk.len() as f32;
        let worth = if single || chunk.len() > 1 { articles } else { 0.2 };
        (chunk[0].0, worth)
    };
    all.chunk_by(|a, b| a.0 == b.0).map(worth).collect()
}

/// The stems of the content words of a sentence, in order.
fn stems(told: &Signature) -> Vec<u32> {
    told.words.iter().filter(|word| word.is_content()).map(|word| word.stem).collect()
}

/// The neighbouring content words of a sentence, as one number each pair, none twice.
fn pairs(told: &Signature) -> Vec<u64> {
    let stems = stems(told);
    let mut pairs: Vec<u64> = stems.windows(2).map(|pair| u64::from(pair[0]) << 32 | u64::from(pair[1])).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
