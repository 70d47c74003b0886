//! Joins wordings to quotations: the surest first, each with each, and never two of one article.

use super::gather::Group;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Lightest stem that wordings are looked up by.
const TELLING: f32 = 2.0;
/// Most wordings of a speaker that a stem leads to, most that one wording is compared with, and most wordings of one
/// quotation: bounds on what a hostile dossier costs.
const MOST_LED_TO: usize = 96;
const MOST_COMPARED: usize = 16;
const MOST_WORDINGS: usize = 32;

/// For each quotation the indices of its groups, in order; in order of the first.
pub(super) fn join(groups: &[Group]) -> Vec<Vec<usize>> {
    let mut pairs = pairs(groups);
    pairs.sort_unstable_by_key(|(score, one, two)| (Reverse(*score), *one, *two));
    let mut clusters: Vec<Vec<usize>> = (0..groups.len()).map(|at| vec![at]).collect();
    let mut cluster_of: Vec<usize> = (0..groups.len()).collect();
    for (_, one, two) in pairs {
        let (one, two) = (cluster_of[one].min(cluster_of[two]), cluster_of[one].max(cluster_of[two]));
        if one == two || !joins(groups, &clusters[one], &clusters[two]) {
            continue;
        }
        let moved = std::mem::take(&mut clusters[two]);
        for at in &moved {
            cluster_of[*at] = one;
        }
        clusters[one].extend(moved);
    }
    clusters.retain(|members| !members.is_empty());
    for members in &mut clusters {
        members.sort_unstable();
    }
    clusters
}

/// Whether two clusters are one quotation: every wording is like every other, and no article has two.
///
/// Where a cluster holds a wording whole, what quotes a part of it goes with it: too little to be like all the others.
fn joins(groups: &[Group], one: &[usize], two: &[usize]) -> bool {
    if one.len() + two.len() > MOST_WORDINGS {
        return false;
    }
    let content = |at: &usize| &groups[*at].content;
    let whole = |cluster: &[usize]| -> Vec<usize> {
        let cut = |at: &usize| cluster.iter().any(|other| content(at).is_cut_of(content(other)));
        cluster.iter().copied().filter(|at| !cut(at)).collect()
    };
    let fits = one.iter().all(|a| two.iter().all(|b| content(a).voice.fits(content(b).voice)));
    let (first, second) = (whole(one), whole(two));
    fits && first.iter().all(|a| second.iter().all(|b| content(a).alike(content(b)).is_some()))
        && !share_article(groups, one, two)
}

fn share_article(groups: &[Group], one: &[usize], two: &[usize]) -> bool {
    let articles = |cluster: &[usize]| {
        let mut articles: Vec<u32> = cluster.iter().flat_map(|at| groups[*at].articles()).collect();
        articles.sort_unstable();
        articles
    };
    let second = articles(two);
    articles(one).iter().any(|article| second.binary_search(article).is_ok())
}

/// Pairs of groups that are alike, with how surely.
fn pairs(groups: &[Group]) -> Vec<(u32, usize, usize)> {
    let mut by_stem: BTreeMap<(Option<u32>, u64), Vec<usize>> = BTreeMap::new();
    let mut pairs = Vec::new();
    // What each group before shares with the one at hand, and which share anything.
    let (mut shared, mut sharing): (Vec<f32>, Vec<usize>) = (vec![0.0; groups.len()], Vec::new());
    for (at, group) in groups.iter().enumerate() {
        let content = &group.content;
        let voice = content.voice;
        let keys = [Some(voice.by), voice.on_behalf_of.map(Some)];
        for key in keys.into_iter().flatten() {
            for (stem, weight) in content.stems.iter().filter(|(_, weight)| *weight >= TELLING) {
                let led_to = by_stem.entry((key, *stem)).or_default();
                for other in &*led_to {
                    if shared[*other] == 0.0 {
                        sharing.push(*other);
                    }
                    shared[*other] += weight;
                }
                if led_to.len() < MOST_LED_TO {
                    led_to.push(at);
                }
            }
        }
        let mut candidates: Vec<(usize, f32)> =
            sharing.drain(..).map(|other| (other, std::mem::take(&mut shared[other]))).collect();
        candidates.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        for (other, _) in candidates.into_iter().take(MOST_COMPARED) {
            let score = groups[other].content.alike(content);
            pairs.extend(score.map(|score| (score, other, at)));
        }
    }
    pairs
}
