//! Finds second copies: of a line already shown, and of a paragraph's cut-off beginning.

use std::collections::BTreeMap;

use super::Measured;
use super::inside::Verdict;
use super::shape::Ending;
use super::words::key;
use crate::model::{Role, Rule};

/// Fewest words of a line whose second copy is a repeat: "Yes." may well be said twice.
const FEWEST: usize = 4;
/// Fewest words of a block that is compared for near repeats.
const FEWEST_NEAR: usize = 9;
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
    let words: Vec<Vec<&str>> = keys.iter().map(|(_, key)| key.split(' ').collect()).collect();
    let mut index: BTreeMap<&[&str], Vec<usize>> = BTreeMap::new();
    for (at, own) in words.iter().enumerate().filter(|(_, own)| own.len() >= FEWEST_NEAR) {
        for shingle in own.windows(SHINGLE) {
            let sharing = index.entry(shingle).or_default();
            if sharing.last() != Some(&at) && sharing.len() <= MOST_SHARING {
                sharing.push(at);
            }
        }
    }
    for (at, own) in words.iter().enumerate().filter(|(_, own)| own.len() >= FEWEST_NEAR) {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for shingle in own.windows(SHINGLE) {
            let sharing = index.get(shingle).map(Vec::as_slice).unwrap_or_default();
            for other in sharing.iter().filter(|other| **other != at && sharing.len() <= MOST_SHARING) {
                *shared.entry(*other).or_default() += 1;
            }
        }
        let Some((&other, &count)) = shared.iter().max_by_key(|(_, count)| **count) else { continue };
        let (mine, theirs) = (keys[at].0, keys[other].0);
        let is_longer = (words[other].len(), other) > (own.len(), at);
        if !is_longer || verdicts[mine].0 == Role::Headline || verdicts[theirs].0 == Role::Repeat {
            continue;
        }
        let total = own.len() + 1 - SHINGLE;
        if blocks[mine].shape().ending == Ending::Cut && count * 10 >= total * 8 {
            verdicts[mine] = (Role::Repeat, Rule::CutCopy);
        } else if count * 20 >= total * 17 && loses_nothing(own, &words[other]) {
            verdicts[mine] = (Role::Repeat, Rule::NearlySameWords);
        }
    }
}

/// Whether all words of `own`, but one in twenty, stand in `other`, every figure and negation among them.
fn loses_nothing(own: &[&str], other: &[&str]) -> bool {
    let mut theirs = other.to_vec();
    theirs.sort_unstable();
    let missing: Vec<&str> = own.iter().copied().filter(|word| theirs.binary_search(word).is_err()).collect();
    let telling = |word: &&str| {
        word.contains(|c: char| c.is_ascii_digit()) || matches!(*word, "not" | "no" | "never" | "none" | "without")
    };
    missing.len() * 20 <= own.len() && !missing.iter().any(telling)
}
