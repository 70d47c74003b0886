//! Joins things into clusters: the most alike first, each with each, so that chains do not drift.

/// The clusters of so many things, each in order; in order of their firsts.
///
/// `pairs` come in the order in which they are tried; two clusters become one where `fit` says that all of both go
/// together.
pub(super) fn clusters(
    count: usize,
    pairs: impl IntoIterator<Item = [u32; 2]>,
    fit: impl Fn(&[u32], &[u32]) -> bool,
) -> Vec<Vec<u32>> {
    let mut home: Vec<u32> = (0..count as u32).collect();
    let mut clusters: Vec<Vec<u32>> = home.iter().map(|at| vec![*at]).collect();
    for pair in pairs {
        let [a, b] = pair.map(|at| home[at as usize] as usize);
        if a == b || !fit(&clusters[a], &clusters[b]) {
            continue;
        }
        let (into, from) = if clusters[a].len() >= clusters[b].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut clusters[from]);
        for at in &moved {
            home[*at as usize] = into as u32;
        }
        clusters[into].extend(moved);
    }
    clusters.retain(|cluster| !cluster.is_empty());
    for cluster in &mut clusters {
        cluster.sort_unstable();
    }
    clusters.sort_unstable_by_key(|cluster| cluster[0]);
    clusters
}
