//! A table addressed by hashes.

use super::hash;
use std::num::NonZeroU64;

/// A table addressed by hashes. Its keys are never zero, so that an empty slot takes no room of its own.
pub(crate) struct Table<V> {
    slots: Vec<Option<(NonZeroU64, V)>>,
}

impl<V: Copy + Default> Table<V> {
    /// With room for `most` entries.
    pub(crate) fn with_room(most: usize) -> Self {
        Self { slots: vec![None; (most * 2).next_power_of_two()] }
    }

    fn slot(&self, key: NonZeroU64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (hash::spread(key.get()) as usize) & mask;
        while self.slots[at].is_some_and(|(other, _)| other != key) {
            at = (at + 1) & mask;
        }
        at
    }

    pub(crate) fn get(&self, key: u64) -> Option<V> {
        self.slots[self.slot(marked(key))].map(|(_, value)| value)
    }

    pub(crate) fn entry(&mut self, key: u64) -> &mut V {
        let key = marked(key);
        let at = self.slot(key);
        &mut self.slots[at].get_or_insert((key, V::default())).1
    }
}

/// A key with one bit set for certain; the highest of its own gives way.
fn marked(key: u64) -> NonZeroU64 {
    NonZeroU64::MIN | key << 1
}
