//! Which actors are named together in one sentence, and where.

use crate::model::{Dossier, SentenceRef};
use crate::site::shown;
use std::collections::{BTreeMap, BTreeSet};

/// Two actors that sentences name together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Together {
    /// Places in the list of actors that was asked for, the lower first.
    pub(crate) pair: (usize, usize),
    /// How many sentences name both.
    pub(crate) sentences: u32,
    /// In how many articles.
    pub(crate) articles: u32,
    /// One that does: the first of an unaltered article that may be shown, else the first.
    pub(crate) example: SentenceRef,
}

/// Every pair of `actors` that a sentence of the text itself names together, the most often named first.
///
/// One pass over the mentions; the pairs of a sentence are as many as the square of those of `actors` in it.
pub(crate) fn together(dossier: &Dossier, actors: &[u32]) -> Vec<Together> {
    let place: BTreeMap<u32, usize> = actors.iter().enumerate().map(|(at, actor)| (*actor, at)).collect();
    let mut found: BTreeMap<(usize, usize), Together> = BTreeMap::new();
    let mut shown_well: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (index, entry) in (0..).zip(&dossier.entries) {
        let mut here: BTreeSet<(usize, usize)> = BTreeSet::new();
        let mut from = 0;
        for run in entry.reading.mentions.chunk_by(|one, other| one.sentence == other.sentence) {
            let owners = entry.actors.get(from..from + run.len()).unwrap_or_default();
            from += run.len();
            let named = run.iter().zip(owners).filter(|(mention, _)| mention.how.is_name());
            let mut named: Vec<usize> = named.filter_map(|(_, actor)| place.get(&(*actor)?).copied()).collect();
            named.sort_unstable();
            named.dedup();
            let id = run[0].sentence;
            if named.len() < 2 || shown::sentence(entry, id).is_none_or(|sentence| sentence.role.is_folded()) {
                continue;
            }
            let good = entry.article.meta.altered.is_none() && shown::published_sentence(entry, id).is_some();
            let example = SentenceRef { entry: index, sentence: id };
            for (at, one) in named.iter().enumerate() {
                for other in &named[at + 1..] {
                    let pair = (*one, *other);
                    let new = Together { pair, sentences: 0, articles: 0, example };
                    let together = found.entry(pair).or_insert(new);
                    together.sentences += 1;
                    together.articles += u32::from(here.insert(pair));
                    if good && shown_well.insert(pair) {
                        together.example = example;
                    }
                }
            }
        }
    }
    let mut found: Vec<Together> = found.into_values().collect();
    found.sort_by_key(|together| std::cmp::Reverse((together.articles, together.sentences)));
    found
}
