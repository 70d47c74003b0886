//! Finds second copies: of a line already shown, and of a paragraph's cut-off beginning.

use std::collections::BTreeMap;

use super::inside::Verdict;
use super::measured::Measured;
use super::shape::Ending;
use super::words::key;
use crate::model::{Role, Rule};

/// Fewest words of a line whose second copy is a repeat: "Yes." may well be said twice.
const FEWEST: usize = 4;
/// Fewest words of a block that is compared for near repeats.
const FEWEST_NEAR: usize = 9;
/// Fewest words of a paragraph that counts as a copy although two of its words differ.
const LONG: usize = 24;
/// Words of a text that are compared, and blocks that may share a shingle before it says nothing.
const MOST_WORDS: usize = 200_000;
const MOST_SHARING: usize = 6;
/// Words that make a shingle.
const SHINGLE: usize = 4;

/// Marks second copies among `verdicts`. Of two copies, the one in the text stays.
pub(super) fn mark(blocks: &[Measured<'_>], verdicts: &mut [Verdict]) {
    let shown: Vec<usize> = (0..blocks.len())
        .filter(|at| {
            matches!(
                verdicts[*at],
                (_, Rule::Teaser)
                    | (
                        Role::Headline
                            | Role::Kicker
                            | Role::Standfirst
                            | Role::Subheading
                            | Role::Byline
                            | Role::Body
                            | Role::Caption
                            | Role::Credit,
                        _
                    )
            ) && blocks[*at].shape().words as usize >= FEWEST
        })
        .collect();
    let mut budget = MOST_WORDS;
    let mut keys: Vec<(usize, String)> = Vec::with_capacity(shown.len());
    for at in shown {
        let words = blocks[at].shape().words as usize;
        if words > budget {
            break;
        }
        budget -= words;
        keys.push((at, key(blocks[at].bare())));
    }
    same(&keys, verdicts);
    keys.retain(|(at, _)| verdicts[*at].0 != Role::Repeat);
    near(blocks, &keys, verdicts);
}

/// Rank by which the copy that stays is chosen: lower stays.
const fn rank(role: Role) -> u8 {
    match role {
        Role::Headline => 0,
        Role::Body => 1,
        Role::Subheading | Role::Caption | Role::Standfirst => 2,
        _ => 3,
    }
}

fn same(keys: &[(usize, String)], verdicts: &mut [Verdict]) {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, key) in keys {
        let kept = first.entry(key).or_insert(*at);
        if kept == at {
            continue;
        }
        let (stays, goes) = if rank(verdicts[*at].0) < rank(verdicts[*kept].0) { (*at, *kept) } else { (*kept, *at) };
        verdicts[goes] = (Role::Repeat, Rule::SameWords);
        *kept = stays;
    }
}

/// Blocks nearly all of whose shingles stand in one longer block, and cut-off beginnings.
fn near(blocks: &[Measured<'_>], keys: &[(usize, String)], verdicts: &mut [Verdict]) {
    for (shorter, longer, count) in pairs(keys) {
        let (mine, theirs) = (keys[shorter].0, keys[longer].0);
        if verdicts[theirs].0 == Role::Repeat || matches!(verdicts[mine].0, Role::Repeat | Role::Headline) {
            continue;
        }
        let total = keys[shorter].1.split(' ').count() + 1 - SHINGLE;
        if blocks[mine].shape().ending == Ending::Cut && count * 10 >= total * 8 {
            verdicts[mine] = (Role::Repeat, Rule::CutCopy);
        } else if second_copy(&keys[shorter].1, &keys[longer].1, count, total) {
            verdicts[mine] = (Role::Repeat, Rule::NearlySameWords);
        }
    }
}

/// Pairs of a shorter and a longer key (by index) that share shingles, with how many they share.
///
/// Only pairs with a shingle in common are ever compared, and common phrases do not make a pair.
fn pairs(keys: &[(usize, String)]) -> Vec<(usize, usize, usize)> {
    let mut shingles: Vec<(u64, usize)> = Vec::new();
    let mut hashes = Vec::new();
    for (at, (_, key)) in keys.iter().enumerate() {
        hashes.clear();
        hashes.extend(key.split(' ').map(hash));
        if hashes.len() >= FEWEST_NEAR {
            let joined = |words: &[u64]| words.iter().fold(0, |sum: u64, word| sum.rotate_left(13) ^ word);
            shingles.extend(hashes.windows(SHINGLE).map(|words| (joined(words), at)));
        }
    }
    shingles.sort_unstable();
    shingles.dedup();
    let mut shared: Vec<(usize, usize)> = Vec::new();
    for group in shingles.chunk_by(|left, right| left.0 == right.0).filter(|group| group.len() <= MOST_SHARING) {
        for (place, (_, one)) in group.iter().enumerate() {
            for (_, other) in &group[place + 1..] {
                let one_is_shorter = keys[*one].1.len() <= keys[*other].1.len();
                shared.push(if one_is_shorter { (*one, *other) } else { (*other, *one) });
            }
        }
    }
    shared.sort_unstable();
    shared.chunk_by(|left, right| left == right).map(|same| (same[0].0, same[0].1, same.len())).collect()
}

/// FNV-1a of a word.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Whether `own` says again what `other` says, of whose `total` shingles it shares `count`.
///
/// Either nearly all shingles are shared and one word in twenty may be missing; or the paragraph is
/// long, and a word or two were replaced or left out here and there, as rewriting tools do.
fn second_copy(own: &str, other: &str, count: usize, total: usize) -> bool {
    let words = own.split(' ').count();
    let to_the_letter = count * 20 >= total * 17 && loses_at_most(words / 20, own, other);
    to_the_letter || (words >= LONG && count * 20 >= total * 11 && loses_at_most(words / 12, own, other))
}

/// Whether all words of `own`, but `most`, stand in `other`, every figure and negation among them.
fn loses_at_most(most: usize, own: &str, other: &str) -> bool {
    let own: Vec<&str> = own.split(' ').collect();
    let mut theirs: Vec<&str> = other.split(' ').collect();
    theirs.sort_unstable();
    let missing: Vec<&str> = own.iter().copied().filter(|word| theirs.binary_search(word).is_err()).collect();
    let telling = |word: &&str| {
        word.contains(|c: char| c.is_ascii_digit()) || matches!(*word, "not" | "no" | "never" | "none" | "without")
    };
    missing.len() <= most && !missing.iter().any(telling)
}
