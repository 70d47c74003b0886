//! How far one sentence bears out another.

use super::compare::{SAME, compare};
use super::signature::{Signature, Word};
use crate::model::Level;

/// Least share of a sentence's weight that another has to hold to support it in part.
const CORE: f32 = 0.4;

/// How far `other` supports what `sentence` says; `None` where the two are related at most.
///
/// In full where they are the [`SAME`] and the other holds every actor, number, date and negation.
#[must_use]
pub fn support(sentence: &Signature, other: &Signature) -> Option<Level> {
    let found = compare(sentence, other);
    let share = found.shared as f32 / sentence.weight.max(1) as f32;
    if found.bars.any() || share < CORE {
        return None;
    }
    let holds = |word: &Word| {
        let same = |theirs: &Word| theirs.stem == word.stem || word.actor != 0 && theirs.actor == word.actor;
        other.words.iter().any(same)
    };
    let named = || sentence.words.iter().filter(|word| word.is_name() || word.is_number()).all(holds);
    let amounts = || {
        sentence.amounts.iter().all(|amount| {
            let same =
                |theirs: &super::Amount| (theirs.kind, theirs.from, theirs.to) == (amount.kind, amount.from, amount.to);
            other.amounts.iter().any(same)
        })
    };
    let days =
        || sentence.days.iter().all(|day| other.days.iter().any(|theirs| day.0 <= theirs.0 && theirs.1 <= day.1));
    let denials = sentence.denials == 0 || other.denials > 0;
    let full = found.similarity() >= SAME && denials && named() && amounts() && days();
    Some(if full { Level::Full } else { Level::Partial })
}
