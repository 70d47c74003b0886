//! Words that say the same: one report's "commend" is another's "praise".

use crate::text::lexicon::SIMILARITY;
use crate::text::lexicon::content::stem_of;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Each stem that stands in a group with the group's own, in order.
static STEMS: LazyLock<Vec<(u32, u32)>> = LazyLock::new(|| {
    let stem = |word: &str| stem_of(word).map(|stem| (stem >> 32) as u32);
    // A stem belongs to the first group that has it: groups never run together.
    let mut all: BTreeMap<u32, u32> = BTreeMap::new();
    for record in SIMILARITY.of("same") {
        let stems: Vec<u32> = record.words().filter_map(stem).filter(|stem| !all.contains_key(stem)).collect();
        let Some(first) = stems.first() else { continue };
        all.extend(stems.iter().map(|stem| (*stem, *first)));
    }
    all.into_iter().collect()
});

/// The stem that stands for all words that say the same as `stem`.
#[must_use]
pub fn common(stem: u32) -> u32 {
    STEMS.binary_search_by_key(&stem, |pair| pair.0).map_or(stem, |at| STEMS[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(word: &str) -> u32 {
        common((stem_of(word).unwrap() >> 32) as u32)
    }

    #[test]
    fn words_that_say_the_same_have_one_stem() {
        assert_eq!(of("praised"), of("commending"));
        assert_eq!(of("nations"), of("country"));
        assert_ne!(of("rose"), of("fell"));
    }

    #[test]
    fn no_group_leads_to_a_member_of_another() {
        for (_, first) in STEMS.iter() {
            assert_eq!(common(*first), *first);
        }
    }
}
