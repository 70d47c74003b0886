//! Finds, for each article, the few others that share most features with it, at a cost that grows with their count only.

use rayon::prelude::*;

/// Which articles hold which features.
pub(super) struct Index {
    /// The holders of each feature that several articles hold, feature by feature, in order.
    holders: Vec<u32>,
    /// Where each feature's holders start; one more entry closes the last.
    starts: Vec<u32>,
    /// The features of each article, as indices into `starts`, article by article.
    held: Vec<u32>,
    /// Where each article's features start; one more entry closes the last.
    begins: Vec<u32>,
}

/// What to do with a feature that many articles hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frequent {
    /// It ties an article to the first holder and to the ones just before it: a text that hundreds carry.
    Chained,
    /// It says nothing.
    Dropped,
}

/// Another article with shared features.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Neighbour {
    pub(super) article: u32,
    /// How many features the two share.
    pub(super) shared: u32,
}

/// More holders than this make a feature a frequent one.
const FREQUENT: usize = 48;

/// How many of the holders just before it a chained feature ties an article to.
const LINKS: usize = 4;

impl Index {
    /// The index of `features`, those of each article, in any order, each once.
    pub(super) fn new(features: &[Vec<u32>]) -> Self {
        let mut pairs: Vec<u64> = Vec::with_capacity(features.iter().map(Vec::len).sum());
        for (article, features) in features.iter().enumerate() {
            pairs.extend(features.iter().map(|feature| u64::from(*feature) << 32 | article as u64));
        }
        pairs.par_sort_unstable();
        let (mut holders, mut starts, mut held) = (Vec::new(), Vec::new(), Vec::new());
        for same in pairs.chunk_by(|one, other| one >> 32 == other >> 32).filter(|same| same.len() > 1) {
            let feature = starts.len() as u64;
            starts.push(holders.len() as u32);
            holders.extend(same.iter().map(|pair| *pair as u32));
            held.extend(same.iter().map(|pair| (pair & 0xffff_ffff) << 32 | feature));
        }
        starts.push(holders.len() as u32);
        drop(pairs);
        held.par_sort_unstable();
        let begins =
            (0..=features.len() as u64).map(|article| held.partition_point(|pair| pair >> 32 < article) as u32);
        Self { begins: begins.collect(), held: held.iter().map(|pair| *pair as u32).collect(), holders, starts }
    }

    /// For each article, those before it that share at least `least` features, the ones that share most first, `most` of
    /// them at most; features are the articles' own, where frequent ones count as `frequent` says.
    pub(super) fn neighbours(&self, least: u32, most: usize, frequent: Frequent) -> Vec<Vec<Neighbour>> {
        let articles = self.begins.len() - 1;
        let counter = || (vec![0_u32; articles], Vec::new());
        let near = |(counts, touched): &mut (Vec<u32>, Vec<u32>), article: usize| {
            for feature in &self.held[self.begins[article] as usize..self.begins[article + 1] as usize] {
                self.earlier(*feature as usize, article as u32, frequent, |earlier| {
                    if counts[earlier as usize] == 0 {
                        touched.push(earlier);
                    }
                    counts[earlier as usize] += 1;
                });
            }
            let mut near: Vec<Neighbour> = Vec::new();
            for article in touched.drain(..) {
                let shared = std::mem::take(&mut counts[article as usize]);
                if shared >= least {
                    near.push(Neighbour { article, shared });
                }
            }
            near.sort_unstable_by_key(|neighbour| (std::cmp::Reverse(neighbour.shared), neighbour.article));
            near.truncate(most);
            near
        };
        (0..articles).into_par_iter().map_init(counter, near).collect()
    }

    /// Calls `each` with every article before `article` that `feature` ties it to.
    fn earlier(&self, feature: usize, article: u32, frequent: Frequent, mut each: impl FnMut(u32)) {
        let holders = &self.holders[self.starts[feature] as usize..self.starts[feature + 1] as usize];
        if holders.len() > FREQUENT && frequent == Frequent::Dropped {
            return;
        }
        let own = holders.partition_point(|holder| *holder < article);
        if holders.len() <= FREQUENT || own <= LINKS {
            holders[..own].iter().copied().for_each(each);
        } else {
            each(holders[0]);
            holders[own - LINKS..own].iter().copied().for_each(each);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_share_features_and_come_before() {
        let index = Index::new(&[vec![1, 2, 3], vec![9], vec![2, 3, 4], vec![3, 9]]);
        let near = index.neighbours(1, 9, Frequent::Dropped);
        let shown: Vec<Vec<(u32, u32)>> =
            near.iter().map(|near| near.iter().map(|n| (n.article, n.shared)).collect()).collect();
        assert_eq!(shown, [vec![], vec![], vec![(0, 2)], vec![(0, 1), (1, 1), (2, 1)]]);
        assert_eq!(index.neighbours(2, 9, Frequent::Dropped)[3], []);
    }

    #[test]
    fn a_feature_of_very_many_ties_each_to_a_few() {
        let index = Index::new(&vec![vec![7]; 500]);
        assert!(index.neighbours(1, 9, Frequent::Dropped).iter().all(Vec::is_empty));
        let chained = index.neighbours(1, 9, Frequent::Chained);
        let last: Vec<u32> = chained[499].iter().map(|neighbour| neighbour.article).collect();
        assert_eq!(last, [0, 495, 496, 497, 498]);
    }
}
