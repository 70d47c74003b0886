//! Finds the pairs of sentences that are alike, without comparing each with each.

use super::units::Units;
use crate::analysis::corpus::compare::{Conflict, Nearness, RELATED, Signature, compare};
use rayon::prelude::*;
use std::cmp::Reverse;

/// Most units with a stem that a sentence looks back at: those published closest before its own.
///
/// It bounds the work: a stem that is everywhere brings nobody together, and what reports the same thing is mostly
/// published within days.
const BACK: u32 = 96;
/// Most stems of a sentence that are looked up, the rarest first.
const STEMS: usize = 20;
/// Weight in hundredths below which a stem is too common to bring sentences together.
const COMMON: u16 = 160;
/// Most sentences that one sentence is compared with, those first that share most.
const COMPARED: usize = 16;
/// Least share of the mean weight of two sentences that has to be common for a comparison to be worthwhile.
const SHARED: f32 = 0.3;

/// Two units that are alike.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pair {
    /// The later unit, and the earlier one.
    pub(super) units: [u32; 2],
    /// How alike they are: 0 to 1.
    pub(super) similarity: f32,
    /// Whether one may support the other.
    pub(super) akin: bool,
    /// What sets them apart, where a detail does, and how near they are otherwise.
    pub(super) contrast: Option<(Vec<Conflict>, Nearness)>,
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
                contrast: found.contrast().map(|nearness| (found.conflicts, nearness)),
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

/// The stems of a sentence that may bring it together with others, in order, each once with its greatest weight.
fn telling(signature: &Signature) -> Vec<(u32, u16)> {
    let words = signature.words.iter().filter(|word| word.weight >= COMMON);
    let mut stems: Vec<(u32, u16)> = words.map(|word| (word.stem, word.weight)).collect();
    stems.sort_unstable_by_key(|(stem, weight)| (*stem, Reverse(*weight)));
    stems.dedup_by_key(|(stem, _)| *stem);
    stems
}

/// For each stem the units that have it, in order of publication, and for each unit where it stands among those.
///
/// That a unit knows its places saves searching for each of its stems in long lists.
struct Index {
    /// The units with each stem, one stem after the other.
    postings: Vec<u32>,
    /// The places of each unit, in order of its stems, one unit after the other.
    places: Vec<Place>,
    /// Where the places of each unit begin; one more closes the last.
    begins: Vec<u32>,
}

/// The place of a unit among those with one of its stems.
#[derive(Clone, Copy, Default)]
struct Place {
    /// As an index into the postings.
    at: u32,
    /// How many units stand before it there, [`BACK`] at most.
    before: u32,
}

impl Index {
    fn new(signatures: &[Signature], units: &Units) -> Self {
        let of = |unit: u32| {
            let stems = telling(&signatures[units.first(unit) as usize]);
            stems.into_iter().map(move |(stem, _)| u64::from(stem) << 32 | u64::from(unit))
        };
        let mut all: Vec<u64> = (0..units.len() as u32).into_par_iter().flat_map_iter(of).collect();
        let mut begins = vec![0; units.len() + 1];
        for posting in &all {
            begins[*posting as u32 as usize + 1] += 1;
        }
        for unit in 0..units.len() {
            begins[unit + 1] += begins[unit];
        }
        all.par_sort_unstable();
        // The next place of each unit that is open: stems come in order.
        let mut open = begins.clone();
        let mut places = vec![Place::default(); all.len()];
        let (mut stem, mut start) = (None, 0);
        for (at, posting) in (0..).zip(&all) {
            if stem != Some(posting >> 32) {
                (stem, start) = (Some(posting >> 32), at);
            }
            let open = &mut open[*posting as u32 as usize];
            places[*open as usize] = Place { at, before: (at - start).min(BACK) };
            *open += 1;
        }
        Self { postings: all.into_iter().map(|posting| posting as u32).collect(), places, begins }
    }

    /// Adds up what the units before `unit` share with it.
    fn look_back(&self, unit: u32, signature: &Signature, seen: &mut Seen) {
        let places = &self.places[self.begins[unit as usize] as usize..self.begins[unit as usize + 1] as usize];
        let mut stems: Vec<((u32, u16), Place)> = telling(signature).into_iter().zip(places.iter().copied()).collect();
        stems.sort_unstable_by_key(|((stem, weight), _)| Reverse((*weight, *stem)));
        for ((_, weight), Place { at, before }) in stems.into_iter().take(STEMS) {
            for other in &self.postings[(at - before) as usize..at as usize] {
                seen.add(*other, weight);
            }
        }
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
