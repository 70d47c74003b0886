//! The pairs of articles that are worth comparing: a few for each article, however many there are.

use super::credit::Credits;
use super::outline::Outline;
use crate::analysis::corpus::candidates::{Bounds, alike};
use crate::model::Entry;

/// Of an article's shingles one in so many is indexed, the same ones in every article.
const SAMPLED: u32 = 2;

/// Least indexed shingles that two candidates share.
const LEAST_SHINGLES: u16 = 3;

/// Least rare words that two candidates share.
const LEAST_WORDS: u16 = 6;

/// Most articles with one feature that are looked at, and most that one is compared with.
const BOUNDS: Bounds = Bounds { back: 48, rare: false, features: usize::MAX, compared: 8 };

/// How many articles before it, of those with one address or one headline, an article is compared with.
const SAME: usize = 4;

/// The pairs, the later index first, in order.
pub(super) fn candidates(entries: &[Entry], outlines: &[Outline], credits: &[Credits]) -> Vec<(u32, u32)> {
    let mut pairs = sharing(outlines);
    same(credits, |credits| credits.address.as_deref(), &mut pairs);
    same(credits, |credits| credits.headline.as_deref(), &mut pairs);
    said(entries, credits, &mut pairs);
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Pairs that share wording or rare words.
fn sharing(outlines: &[Outline]) -> Vec<(u32, u32)> {
    let of = |at: u32| &outlines[at as usize];
    let once = |features: &mut dyn Iterator<Item = u32>| -> Vec<(u32, u16)> { features.map(|one| (one, 1)).collect() };
    let sampled = |at| once(&mut of(at).shingles.iter().copied().filter(|shingle| shingle.is_multiple_of(SAMPLED)));
    let telling = |at| once(&mut of(at).telling());
    let pair = |at, other| Some((at, other));
    let mut pairs = alike(outlines.len(), BOUNDS, sampled, |_, _, shared| shared >= LEAST_SHINGLES, pair);
    let rare = Bounds { rare: true, ..BOUNDS };
    pairs.extend(alike(outlines.len(), rare, telling, |_, _, shared| shared >= LEAST_WORDS, pair));
    pairs
}

/// Pairs of which `value` is the same: each with the first that has it, and with the ones just before it.
fn same<'c>(credits: &'c [Credits], value: impl Fn(&'c Credits) -> Option<&'c str>, pairs: &mut Vec<(u32, u32)>) {
    let valued = credits.iter().enumerate().filter_map(|(at, credits)| Some((value(credits)?, at as u32)));
    let mut valued: Vec<(&str, u32)> = valued.collect();
    valued.sort_unstable();
    for same in valued.chunk_by(|one, other| one.0 == other.0) {
        for (place, (_, at)) in same.iter().enumerate().skip(1) {
            pairs.push((*at, same[0].1));
            pairs.extend(same[place.saturating_sub(SAME)..place].iter().map(|(_, earlier)| (*at, *earlier)));
        }
    }
}

/// Pairs of which one is said to be copied from the other.
fn said(entries: &[Entry], credits: &[Credits], pairs: &mut Vec<(u32, u32)>) {
    let mut addresses: Vec<(&str, u32)> =
        credits.iter().enumerate().filter_map(|(at, credits)| Some((credits.address.as_deref()?, at as u32))).collect();
    addresses.sort_unstable();
    for (at, from) in
        credits.iter().enumerate().filter_map(|(at, credits)| Some((at as u32, credits.copied_from.as_ref()?)))
    {
        // Entries stand in order of their ids.
        let by_id =
            entries.binary_search_by(|entry| entry.article.id.as_str().cmp(from)).ok().map(|found| found as u32);
        let first = addresses.partition_point(|(address, _)| *address < from.as_str());
        let by_address = addresses.get(first).filter(|(address, _)| address == from).map(|(_, found)| *found);
        let source = by_id.or(by_address).filter(|source| *source != at);
        pairs.extend(source.map(|source| (at.max(source), at.min(source))));
    }
}
