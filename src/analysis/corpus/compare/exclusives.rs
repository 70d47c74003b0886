//! Words of which only one can be so: deliberately or accidentally, the northern or the southern pier.

use super::synonyms::common as common_stem;
use crate::text::lexicon::DISCREPANCIES;
use crate::text::lexicon::content::stem_of;
use std::sync::LazyLock;

/// Stems, each with its group and side, in order.
static SIDES: LazyLock<Vec<(u32, u16, u8)>> = LazyLock::new(|| {
    let mut all = Vec::new();
    for (group, record) in (0..).zip(DISCREPANCIES.of("exclusive")) {
        for (side, words) in (0..).zip(record.words()) {
            let stems = words.split(' ').filter_map(stem_of).map(|stem| common_stem((stem >> 32) as u32));
            all.extend(stems.map(|stem| (stem, group, side)));
        }
    }
    all.sort_unstable();
    all.dedup();
    all
});

/// Whether the words of two stems cannot both be so of one thing.
#[must_use]
pub fn exclude(one: u32, other: u32) -> bool {
    of(one).any(|x| of(other).any(|y| x.1 == y.1 && x.2 != y.2)) && !beside(one, other)
}

/// Whether the words of two stems stand on one side of a group.
#[must_use]
pub fn beside(one: u32, other: u32) -> bool {
    of(one).any(|x| of(other).any(|y| x.1 == y.1 && x.2 == y.2))
}

fn of(stem: u32) -> impl Iterator<Item = &'static (u32, u16, u8)> {
    let first = SIDES.partition_point(|entry| entry.0 < stem);
    SIDES[first..].iter().take_while(move |entry| entry.0 == stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(one: &str, other: &str) -> bool {
        let stem = |word: &str| common_stem((stem_of(word).unwrap() >> 32) as u32);
        exclude(stem(one), stem(other))
    }

    #[test]
    fn words_of_different_sides_of_one_group_exclude_each_other() {
        for (one, other) in [("deliberately", "accidentally"), ("northern", "southern"), ("rose", "dropped")] {
            assert!(apart(one, other) && apart(other, one), "{one} {other}");
        }
        for (one, other) in [("deliberately", "intentionally"), ("northern", "deliberately"), ("rose", "rose")] {
            assert!(!apart(one, other) && !apart(other, one), "{one} {other}");
        }
    }
}
