//! Which people an article describes by which noun, for telling who "the minister" is.

use super::words::Word;
use std::collections::{BTreeMap, BTreeSet};

/// The nouns for people in an article, with those whom it describes so.
#[derive(Debug, Default)]
pub(super) struct Described {
    by_noun: BTreeMap<String, Vec<Description>>,
}

/// Somebody whom the article describes by a noun.
#[derive(Debug)]
struct Description {
    /// Who it is; `None` for somebody without a name.
    actor: Option<u32>,
    /// The words that go with the noun.
    with: BTreeSet<String>,
}

impl Described {
    /// Notes that the last of `words` says who somebody is.
    pub(super) fn note(&mut self, words: &[Word<'_>], actor: Option<u32>) {
        let Some((noun, before)) = words.split_last() else { return };
        let with = before.iter().map(|word| word.small.to_string()).collect();
        self.by_noun.entry(noun.small.to_string()).or_default().push(Description { actor, with });
    }

    /// The one person whom the article describes by the noun that `words` end with, and by all words before it.
    pub(super) fn bearer(&self, words: &[Word<'_>]) -> Option<u32> {
        let (noun, before) = words.split_last()?;
        let (article, with) = before.split_first()?;
        let known = self.by_noun.get(&*noun.small).filter(|_| article.small == "the")?;
        let only = known.first()?.actor?;
        let fits = |word: &Word<'_>| known.iter().any(|description| description.with.contains(&*word.small));
        (known.iter().all(|description| description.actor == Some(only)) && with.iter().all(fits)).then_some(only)
    }
}
