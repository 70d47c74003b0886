//! Finds what may be alike, without comparing each with each: things that share features, a few for each.

use rayon::prelude::*;
use std::cmp::Reverse;

/// How far is looked: bounds on the work, however many things there are.
///
/// A feature that is everywhere brings nobody together, and what belongs together mostly stands close by.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    /// Most things with a feature that one looks back at: those right before it.
    pub(super) back: u32,
    /// Whether a feature that more have says nothing.
    pub(super) rare: bool,
    /// Most features of a thing that are looked up, the weightiest first.
    pub(super) features: usize,
    /// Most things that one is compared with, those first that share most.
    pub(super) compared: usize,
}

/// What `compare` finds in each thing and one before it, of those that share features worth a comparison.
///
/// A thing has its `features` in order, each once, with a weight; `worth` is asked of a thing, one before it, and the
/// weight that they share. Linear in the number of things.
pub(super) fn alike<T: Send>(
    count: usize,
    bounds: Bounds,
    features: impl Fn(u32) -> Vec<(u32, u16)> + Sync,
    worth: impl Fn(u32, u32, u16) -> bool + Sync,
    compare: impl Fn(u32, u32) -> Option<T> + Sync,
) -> Vec<T> {
    let index = Index::new(count, &features, bounds);
    let look = |seen: &mut Seen, at: u32| {
        index.look_back(at, features(at), bounds, seen);
        let worth = |(other, shared): (u32, u16)| worth(at, other, shared).then_some((shared, other));
        let mut others: Vec<(u16, u32)> = seen.drain().filter_map(worth).collect();
        others.sort_unstable_by(|a, b| b.cmp(a));
        others.truncate(bounds.compared);
        others.into_iter().filter_map(|(_, other)| compare(at, other)).collect::<Vec<_>>()
    };
    (0..count as u32).into_par_iter().map_init(|| Seen::new(count), look).flatten_iter().collect()
}

/// For each feature the things that have it, in order, and for each thing where it stands among those.
///
/// That a thing knows its places saves searching for each of its features in long lists.
struct Index {
    /// The things with each feature, one feature after the other.
    postings: Vec<u32>,
    /// The places of each thing, in order of its features, one thing after the other.
    places: Vec<Place>,
    /// Where the places of each thing begin; one more closes the last.
    begins: Vec<u32>,
}

/// The place of a thing among those with one of its features.
#[derive(Clone, Copy, Default)]
struct Place {
    /// As an index into the postings.
    at: u32,
    /// How many things before it there are looked at.
    before: u32,
}

impl Index {
    fn new(count: usize, features: &(impl Fn(u32) -> Vec<(u32, u16)> + Sync), bounds: Bounds) -> Self {
        let of = |at: u32| features(at).into_iter().map(move |(feature, _)| u64::from(feature) << 32 | u64::from(at));
        let mut all: Vec<u64> = (0..count as u32).into_par_iter().flat_map_iter(of).collect();
        let mut begins = vec![0; count + 1];
        for posting in &all {
            begins[*posting as u32 as usize + 1] += 1;
        }
        for at in 0..count {
            begins[at + 1] += begins[at];
        }
        all.par_sort_unstable();
        // The next place of each thing that is open: features come in order.
        let mut open = begins.clone();
        let mut places = vec![Place::default(); all.len()];
        let mut at = 0;
        for same in all.chunk_by(|one, other| one >> 32 == other >> 32) {
            let everywhere = bounds.rare && same.len() > bounds.back as usize;
            for (before, posting) in (0..).zip(same) {
                let open = &mut open[*posting as u32 as usize];
                places[*open as usize] = Place { at, before: if everywhere { 0 } else { bounds.back.min(before) } };
                *open += 1;
                at += 1;
            }
        }
        Self { postings: all.into_iter().map(|posting| posting as u32).collect(), places, begins }
    }

    /// Adds up what the things before `at` share with it.
    fn look_back(&self, at: u32, features: Vec<(u32, u16)>, bounds: Bounds, seen: &mut Seen) {
        let places = &self.places[self.begins[at as usize] as usize..self.begins[at as usize + 1] as usize];
        let mut all: Vec<((u32, u16), Place)> = features.into_iter().zip(places.iter().copied()).collect();
        if all.len() > bounds.features {
            all.sort_unstable_by_key(|((feature, weight), _)| Reverse((*weight, *feature)));
            all.truncate(bounds.features);
        }
        for ((_, weight), Place { at, before }) in all {
            for other in &self.postings[(at - before) as usize..at as usize] {
                seen.add(*other, weight);
            }
        }
    }
}

/// Weights shared with other things; one table a thread, cleared by what was touched. It is kept small, since it is
/// written to all over.
struct Seen {
    shared: Vec<u16>,
    touched: Vec<u32>,
}

impl Seen {
    fn new(count: usize) -> Self {
        Self { shared: vec![0; count], touched: Vec::new() }
    }

    fn add(&mut self, at: u32, weight: u16) {
        let shared = &mut self.shared[at as usize];
        if *shared == 0 {
            self.touched.push(at);
        }
        *shared = shared.saturating_add(weight);
    }

    /// The things and what they share; empties the table.
    fn drain(&mut self) -> impl Iterator<Item = (u32, u16)> + '_ {
        let shared = &mut self.shared;
        self.touched.drain(..).map(move |at| (at, std::mem::take(&mut shared[at as usize])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(features: &[Vec<u32>], rare: bool, least: u16) -> Vec<(u32, u32)> {
        let bounds = Bounds { back: 4, rare, features: 9, compared: 3 };
        let of = |at: u32| features[at as usize].iter().map(|feature| (*feature, 1)).collect();
        alike(features.len(), bounds, of, |_, _, shared| shared >= least, |at, other| Some((at, other)))
    }

    #[test]
    fn things_that_share_features_come_together_those_first_that_share_most() {
        let things = [vec![1, 2, 3], vec![9], vec![2, 3, 4], vec![3, 9]];
        assert_eq!(pairs(&things, false, 1), [(2, 0), (3, 2), (3, 1), (3, 0)]);
        assert_eq!(pairs(&things, false, 2), [(2, 0)]);
    }

    #[test]
    fn a_feature_of_very_many_ties_each_to_a_few_or_says_nothing() {
        let things = vec![vec![7]; 50];
        assert_eq!(pairs(&things, true, 1), []);
        let found = pairs(&things, false, 1);
        assert_eq!(found[found.len() - 3..], [(49, 48), (49, 47), (49, 46)]);
    }
}
