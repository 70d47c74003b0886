//! Joins wordings to quotations: the surest first, each with each, and never two of one article.

use super::gather::Group;
use crate::analysis::corpus::candidates::{Bounds, alike};
use crate::analysis::corpus::cluster::clusters;
use std::cmp::Reverse;

/// Lightest stem that wordings are looked up by, and least that two share that are compared; weights in hundredths.
const TELLING: u16 = 200;
const WORTH: u16 = 400;
/// Bounds on what a hostile dossier costs.
const BOUNDS: Bounds = Bounds { back: 96, rare: false, features: 96, compared: 16 };
/// Most wordings of one quotation.
const MOST_WORDINGS: usize = 32;

/// For each quotation the indices of its groups, in order; in order of the first.
pub(super) fn join(groups: &[Group]) -> Vec<Vec<u32>> {
    let content = |at: u32| &groups[at as usize].content;
    // The same words in the mouth of another lead nowhere.
    let features = |at: u32| {
        let voice = content(at).voice;
        let keys = [Some(voice.by), voice.on_behalf_of.map(Some)].into_iter().flatten();
        let telling = content(at).says.words.iter().filter(|word| word.weight >= TELLING);
        let mut all: Vec<(u32, u16)> =
            telling.flat_map(|word| keys.clone().map(move |key| (mixed(key, word.stem), word.weight))).collect();
        all.sort_unstable();
        all.dedup_by_key(|(feature, _)| *feature);
        all
    };
    let compare = |at: u32, other: u32| Some((content(other).alike(content(at))?, [other, at]));
    let mut pairs = alike(groups.len(), BOUNDS, features, |_, _, shared| shared >= WORTH, compare);
    pairs.sort_unstable_by_key(|(score, pair)| (Reverse(*score), *pair));
    clusters(groups.len(), pairs.into_iter().map(|(_, pair)| pair), |one, two| joins(groups, one, two))
}

/// A stem in the mouth of a speaker.
fn mixed(speaker: Option<u32>, stem: u32) -> u32 {
    let speaker = speaker.map_or(0, |speaker| u64::from(speaker) + 1);
    stem ^ (speaker.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32
}

/// Whether two clusters are one quotation: every wording is like every other, and no article has two.
///
/// Where a cluster holds a wording whole, what quotes a part of it goes with it: too little to be like all the others.
fn joins(groups: &[Group], one: &[u32], two: &[u32]) -> bool {
    if one.len() + two.len() > MOST_WORDINGS {
        return false;
    }
    let content = |at: &u32| &groups[*at as usize].content;
    let whole = |cluster: &[u32]| -> Vec<u32> {
        let cut = |at: &u32| cluster.iter().any(|other| content(at).is_cut_of(content(other)));
        cluster.iter().copied().filter(|at| !cut(at)).collect()
    };
    let fits = one.iter().all(|a| two.iter().all(|b| content(a).voice.fits(content(b).voice)));
    let (first, second) = (whole(one), whole(two));
    fits && first.iter().all(|a| second.iter().all(|b| content(a).alike(content(b)).is_some()))
        && !share_article(groups, one, two)
}

fn share_article(groups: &[Group], one: &[u32], two: &[u32]) -> bool {
    let articles = |cluster: &[u32]| {
        let mut articles: Vec<u32> = cluster.iter().flat_map(|at| groups[*at as usize].articles()).collect();
        articles.sort_unstable();
        articles
    };
    let second = articles(two);
    articles(one).iter().any(|article| second.binary_search(article).is_ok())
}
