//! How far one sentence bears out another.

use super::overlap::{SAME, Substituted, compare};
use super::signature::{Signature, Word};
use crate::model::Level;

/// Least share of a sentence's weight that another has to hold to support it in part.
const CORE: f32 = 0.4;
/// Most words in a row that the other may lack to support it in full: more are a further assertion. Where the two are not the
/// [`SAME`] but [`CLOSE`], one.
const LACKING: usize = 2;
/// Least similarity at which one that lacks no two words in a row supports another in full.
const CLOSE: f32 = 0.66;

/// How far `other` supports what `sentence` says; `None` where the two are related at most.
///
/// In full where they are the [`SAME`] or nearly, no word stands for another of which only one can be so, and the other holds every actor,
/// number, date and negation.
#[must_use]
pub fn support(sentence: &Signature, other: &Signature) -> Option<Level> {
    let found = compare(sentence, other);
    let share = found.shared as f32 / sentence.weight.max(1) as f32;
    if !found.conflicts.is_empty() || share < CORE {
        return None;
    }
    let lacking = if found.similarity() >= SAME { LACKING } else { 1 };
    let full = found.similarity() >= CLOSE
        && found.substituted != Substituted::Exclusive
        && holds_all(sentence, other, lacking);
    Some(if full { Level::Full } else { Level::Partial })
}

/// Whether `other` has every actor, number, date and negation of `sentence`, and lacks no more than so many of its words in a row.
fn holds_all(sentence: &Signature, other: &Signature, lacking: usize) -> bool {
    let close = lacking < LACKING;
    let like = |word: &Word| other.words.iter().find(|theirs| word.is_like(theirs));
    let holds = |word: &Word| match like(word) {
        Some(theirs) => theirs.is(Word::DENIED) == word.is(Word::DENIED),
        // What somebody is quoted with is not to be had in other words.
        None => !word.is(Word::NAME | Word::NUMBER | Word::DENIED | if close { Word::QUOTED } else { 0 }),
    };
    let amounts = sentence.amounts.iter().all(|amount| other.amounts.iter().any(|of| of.is(amount)));
    let days = sentence.days().all(|day| other.days().any(|theirs| day.0 <= theirs.0 && theirs.1 <= day.1));
    let lacks = |words: &[Word]| words.len() > lacking && words.iter().all(|word| like(word).is_none());
    amounts
        && days
        && sentence.denials == other.denials
        && sentence.words.iter().all(holds)
        && !sentence.words.windows(lacking + 1).any(lacks)
}
