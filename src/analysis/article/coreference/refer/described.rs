//! Which people an article describes by which noun, for telling who "the minister" is.

use super::words::Word;
use std::collections::{BTreeMap, BTreeSet};

/// The nouns for people in an article, each with whom it describes.
#[derive(Debug, Default)]
pub(super) struct Described {
    by_noun: BTreeMap<String, Description>,
}

/// Whom an article describes by a noun.
#[derive(Debug)]
struct Description {
    /// The one person; `None` where it describes several, or somebody without a name.
    only: Option<u32>,
    /// The words that stand with the noun.
    with: BTreeSet<String>,
}

impl Described {
    /// Notes that the last of `words` says who somebody is.
    pub(super) fn note(&mut self, words: &[Word<'_>], actor: Option<u32>) {
        let Some((noun, before)) = words.split_last() else { return };
        let new = || Description { only: actor, with: BTreeSet::new() };
        let known = self.by_noun.entry(noun.small.to_string()).or_insert_with(new);
        known.only = known.only.filter(|only| Some(*only) == actor);
        known.with.extend(before.iter().map(|word| word.small.to_string()));
    }

    /// The one person whom the article describes by the noun that `words` end with, and by all words before it.
    pub(super) fn bearer(&self, words: &[Word<'_>]) -> Option<u32> {
        let (noun, before) = words.split_last()?;
        let (article, with) = before.split_first()?;
        let known = self.by_noun.get(&*noun.small).filter(|_| article.small == "the")?;
        known.only.filter(|_| with.iter().all(|word| known.with.contains(&*word.small)))
    }
}
