//! The features that occur often enough, numbered.

/// Features numbered from 0, addressed by their hashes.
pub(crate) struct Dictionary {
    slots: Vec<(u64, u32)>,
    /// The hash and the number of occurrences of each feature.
    pub(crate) features: Vec<(u64, u32)>,
}

/// How often a feature must occur.
const LEAST: u8 = 2;

impl Dictionary {
    /// The features of all tokens; `each_token` hands the hashes of each to what it is given.
    pub(crate) fn of(each_token: impl Fn(&mut dyn FnMut(&[u64]))) -> Self {
        let mut counts = vec![0_u8; 1 << 27];
        let place = |hash: u64| (hash >> 20) as usize & ((1 << 27) - 1);
        each_token(&mut |hashes| {
            for hash in hashes {
                let count = &mut counts[place(*hash)];
                *count = count.saturating_add(1);
            }
        });
        let mut dictionary = Self { slots: vec![(0, u32::MAX); 1 << 23], features: Vec::new() };
        each_token(&mut |hashes| {
            for hash in hashes.iter().filter(|hash| counts[place(**hash)] >= LEAST) {
                let number = dictionary.insert(*hash);
                dictionary.features[number as usize].1 += 1;
            }
        });
        dictionary
    }

    /// The same numbers, for those features only that `keep` says.
    pub(crate) fn retain(&mut self, keep: &[bool]) {
        self.slots = vec![(0, u32::MAX); 1 << 20];
        for (number, (hash, _)) in self.features.iter().enumerate().filter(|(number, _)| keep[*number]) {
            let slot = slot(&self.slots, *hash);
            self.slots[slot] = (*hash, number as u32);
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.features.len()
    }

    /// The number of a feature.
    pub(crate) fn get(&self, hash: u64) -> Option<u32> {
        let (_, number) = self.slots[slot(&self.slots, hash)];
        (number != u32::MAX).then_some(number)
    }

    fn insert(&mut self, hash: u64) -> u32 {
        let slot = slot(&self.slots, hash);
        if self.slots[slot].1 == u32::MAX {
            self.slots[slot] = (hash, self.features.len() as u32);
            self.features.push((hash, 0));
            assert!(self.features.len() * 4 < self.slots.len() * 3, "too many features for the table");
        }
        self.slots[slot].1
    }
}

fn slot(slots: &[(u64, u32)], hash: u64) -> usize {
    let mut at = (hash >> 24) as usize & (slots.len() - 1);
    while slots[at].1 != u32::MAX && slots[at].0 != hash {
        at = (at + 1) & (slots.len() - 1);
    }
    at
}
