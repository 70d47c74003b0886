//! Sentences of the same words: copies are compared once.

use crate::analysis::corpus::compare::Signature;
use crate::model::Entry;
use chrono::{Datelike, NaiveDate};
use std::ops::Range;

/// Sentences whose content is the same, word for word, as indices into the signatures; in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Units {
    members: Vec<u32>,
    ends: Vec<u32>,
}

impl Units {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The sentences of the unit `at`, never none.
    pub(super) fn of(&self, at: u32) -> &[u32] {
        let Range { start, end } = self.range(at as usize);
        &self.members[start..end]
    }

    /// The sentence that the unit is compared by.
    pub(super) fn first(&self, at: u32) -> u32 {
        self.of(at)[0]
    }

    fn range(&self, at: usize) -> Range<usize> {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        start as usize..self.ends[at] as usize
    }
}

/// The units of the complete sentences, in order of publication (undated articles last), then of the text.
pub(super) fn units(entries: &[Entry], signatures: &[Signature]) -> Units {
    let complete = |at: &u32| is_complete(entries, &signatures[*at as usize]);
    let mut keyed: Vec<(u64, u32)> =
        (0..signatures.len() as u32).filter(complete).map(|at| (fingerprint(&signatures[at as usize]), at)).collect();
    keyed.sort_unstable();
    let mut groups: Vec<&[(u64, u32)]> = keyed.chunk_by(|a, b| a.0 == b.0).collect();
    let published = |at: u32| {
        let entry = &entries[signatures[at as usize].at.entry as usize];
        let date = entry.article.meta.standing();
        (date.is_none(), date, at)
    };
    groups.sort_by_cached_key(|group| published(group[0].1));
    let mut units = Units::default();
    for group in groups {
        units.members.extend(group.iter().map(|(_, at)| *at));
        units.ends.push(units.members.len() as u32);
    }
    units
}

/// Whether the sentence ends as one, and says something.
fn is_complete(entries: &[Entry], signature: &Signature) -> bool {
    let words = signature.span.of(&entries[signature.at.entry as usize].article.saved.text);
    let ends = words.trim_end_matches(['”', '"', '\'', '’', ')', ']']).ends_with(['.', '!', '?', '…']);
    ends && signature.words.len() >= 2
}

/// The same for the same content words in the same order, as much denied, at the same time.
fn fingerprint(signature: &Signature) -> u64 {
    let words = signature.words.iter().map(|word| u64::from(word.stem));
    let number = |day: NaiveDate| u64::from(day.num_days_from_ce().cast_unsigned());
    let days = signature.days().flat_map(|(first, last)| [number(first), number(last)]);
    let all = words.chain(days).chain([u64::from(signature.denials)]);
    all.fold(signature.words.len() as u64, |hash, part| {
        (hash.rotate_left(23) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    })
}
