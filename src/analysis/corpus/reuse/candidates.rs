//! The pairs of articles that are worth comparing: a few for each article, however many there are.

use super::credit::Credits;
use super::index::{Frequent, Index};
use super::outline::Outline;
use crate::model::Entry;

/// Of an article's shingles one in so many is indexed, the same ones in every article.
const SAMPLED: u32 = 2;

/// Least indexed shingles that two candidates share.
const LEAST_SHINGLES: u32 = 3;

/// Least rare words that two candidates share.
const LEAST_WORDS: u32 = 6;

/// Most earlier articles that one is compared with, for its wording and for its rare words.
const MOST: usize = 8;

/// How many articles before it, of those with one address or one headline, an article is compared with.
const SAME: usize = 4;

/// The pairs, the later index first, in order.
pub(super) fn candidates(entries: &[Entry], outlines: &[Outline], credits: &[Credits]) -> Vec<(u32, u32)> {
    let mut pairs = alike(outlines);
    same(credits, |credits| credits.address.as_deref(), &mut pairs);
    same(credits, |credits| credits.headline.as_deref(), &mut pairs);
    said(entries, credits, &mut pairs);
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Pairs that share wording or rare words.
fn alike(outlines: &[Outline]) -> Vec<(u32, u32)> {
    let sampled = |outline: &Outline| -> Vec<u32> {
        outline.shingles.iter().copied().filter(|shingle| shingle.is_multiple_of(SAMPLED)).collect()
    };
    let wording: Vec<Vec<u32>> = outlines.iter().map(sampled).collect();
    let near = Index::new(&wording).neighbours(LEAST_SHINGLES, MOST, Frequent::Chained);
    drop(wording);
    let words: Vec<Vec<u32>> = outlines.iter().map(|outline| outline.telling().collect()).collect();
    let telling = Index::new(&words).neighbours(LEAST_WORDS, MOST, Frequent::Dropped);
    let each = near.iter().enumerate().chain(telling.iter().enumerate());
    each.flat_map(|(at, near)| near.iter().map(move |neighbour| (at as u32, neighbour.article))).collect()
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
