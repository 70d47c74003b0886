//! Finds the pairs of sentences that are alike, without comparing each with each.

use super::units::Units;
use crate::analysis::likeness::{Bars, Nearness, RELATED, Signature, compare};
use rayon::prelude::*;

/// Most units with a stem that a sentence looks back at: those published closest before its own.
///
/// It bounds the work: a stem that is everywhere brings nobody together, and what reports the same thing is mostly
/// published within days.
const BACK: usize = 96;
/// Most stems of a sentence that are looked up, the rarest first.
const STEMS: usize = 20;
/// Weight in hundredths below which a stem is too common to bring sentences together.
const COMMON: u16 = 160;
/// Most sentences that one sentence is compared with, those first that share most.
const COMPARED: usize = 16;
/// Least share of the mean weight of two sentences that has to be common for a comparison to be worthwhile.
const SHARED: f32 = 0.3;

/// Two units that are alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    /// The later unit, and the earlier one.
    pub(super) units: [u32; 2],
    /// How alike they are: 0 to 1.
    pub(super) similarity: f32,
    /// Whether one may support the other.
    pub(super) akin: bool,
    /// What sets them apart, where a detail does, and how near they are otherwise.
    pub(super) contrast: Option<(Bars, Nearness)>,
}

/// Pairs of units of different articles that are [`RELATED`] at least.
///
/// Linear in the number of sentences: each looks back at no more than `BACK` times `STEMS` others, and is compared
/// with `COMPARED`.
pub(super) fn pairs(signatures: &[Signature], units: &Units) -> Vec<Pair> {
    let index = Index::new(signatures, units);
    let weights: Vec<u32> = (0..units.len() as u32).map(|unit| signatures[units.first(unit) as usize].weight).collect();
    let look = |seen: &mut Seen, unit: u32| {
        let mine = &signatures[units.first(unit) as usize];
        index.look_back(unit, mine, seen);
        let own = mine.weight as f32;
        let worth = |(other, shared): (u32, u16)| {
            // What is shared with a sentence of no weight at all is the least that can do.
            let least = SHARED / 2.0 * own;
            let enough = f32::from(shared) >= least
                && f32::from(shared) >= least + SHARED / 2.0 * weights[other as usize] as f32;
            (enough && !same_articles(unit, other, signatures, units)).then_some((shared, other))
        };
        let mut others: Vec<(u16, u32)> = seen.drain().filter_map(worth).collect();
        others.sort_unstable_by(|a, b| b.cmp(a));
        others.truncate(COMPARED);
        let compared = others.into_iter().map(|(_, other)| {
            let found = compare(mine, &signatures[units.first(other) as usize]);
            Pair {
                units: [unit, other],
                similarity: found.similarity(),
                akin: found.is_akin(),
                contrast: found.contrast().map(|nearness| (found.bars, nearness)),
            }
        });
        compared.filter(|pair| pair.similarity >= RELATED || pair.contrast.is_some()).collect::<Vec<_>>()
    };
    let all = 0..units.len() as u32;
    all.into_par_iter().map_init(|| Seen::new(units.len()), look).flatten_iter().collect()
}

/// Whether both units stand in one and the same article alone.
fn same_articles(a: u32, b: u32, signatures: &[Signature], units: &Units) -> bool {
    let article = |at: &u32| signatures[*at as usize].at.entry;
    let first = article(&units.first(a));
    units.of(a).iter().chain(units.of(b)).all(|at| article(at) == first)
}

/// For each stem the units that have it, in order of publication.
struct Index {
    /// Stems with the stretch of `postings` that is theirs, in order.
    stems: Vec<(u32, u32)>,
    postings: Vec<u32>,
}

impl Index {
    fn new(signatures: &[Signature], units: &Units) -> Self {
        let of = |unit: u32| {
            let words = &signatures[units.first(unit) as usize].words;
            words.iter().map(move |word| u64::from(word.stem) << 32 | u64::from(unit))
        };
        let mut all: Vec<u64> = (0..units.len() as u32).into_par_iter().flat_map_iter(of).collect();
        all.par_sort_unstable();
        all.dedup();
        let mut stems: Vec<(u32, u32)> = Vec::new();
        for (at, posting) in all.iter().enumerate() {
            let stem = (posting >> 32) as u32;
            if stems.last().is_none_or(|last| last.0 != stem) {
                stems.push((stem, at as u32));
            }
        }
        Self { stems, postings: all.into_iter().map(|posting| posting as u32).collect() }
    }

    /// Adds up what the units before `unit` share with it.
    fn look_back(&self, unit: u32, signature: &Signature, seen: &mut Seen) {
        let mut words: Vec<(u16, u32)> =
            signature.words.iter().filter(|word| word.weight >= COMMON).map(|word| (word.weight, word.stem)).collect();
        words.sort_unstable_by(|a, b| b.cmp(a));
        words.dedup();
        for (weight, stem) in words.into_iter().take(STEMS) {
            let postings = self.postings(stem);
            let before = postings.partition_point(|other| *other < unit);
            for other in &postings[before.saturating_sub(BACK)..before] {
                seen.add(*other, weight);
            }
        }
    }

    fn postings(&self, stem: u32) -> &[u32] {
        let Ok(at) = self.stems.binary_search_by_key(&stem, |entry| entry.0) else { return &[] };
        let end = self.stems.get(at + 1).map_or(self.postings.len(), |next| next.1 as usize);
        &self.postings[self.stems[at].1 as usize..end]
    }
}

/// Weights shared with other units; one table a thread, cleared by what was touched. It is kept small, since it is
/// written to all over: `STEMS` times the greatest weight is well within its range.
struct Seen {
    shared: Vec<u16>,
    touched: Vec<u32>,
}

impl Seen {
    fn new(units: usize) -> Self {
        Self { shared: vec![0; units], touched: Vec::new() }
    }

    fn add(&mut self, unit: u32, weight: u16) {
        let shared = &mut self.shared[unit as usize];
        if *shared == 0 {
            self.touched.push(unit);
        }
        *shared += weight;
    }

    /// The units and what they share; empties the table.
    fn drain(&mut self) -> impl Iterator<Item = (u32, u16)> + '_ {
        let shared = &mut self.shared;
        self.touched.drain(..).map(move |unit| (unit, std::mem::take(&mut shared[unit as usize])))
    }
}
