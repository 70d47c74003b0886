//! Puts what sentences say of one thing into sides.

use crate::base::Span;
use crate::model::{Entry, SentenceRef, Side};

/// The sides of what sentences say of one thing, each in the words that are given with it: those that say the `same` are
/// one, in the words of the first.
pub(super) fn sides<T>(
    entries: &[Entry],
    said: impl Iterator<Item = (T, SentenceRef, Span)>,
    same: impl Fn(&T, &T) -> bool,
) -> Vec<Side> {
    let mut sides: Vec<(T, Side)> = Vec::new();
    for (what, at, span) in said {
        if let Some((_, side)) = sides.iter_mut().find(|(known, _)| same(known, &what)) {
            side.sentences.push(at);
        } else {
            let value = span.of(&entries[at.entry as usize].article.saved.text).to_owned();
            sides.push((what, Side { value, sentences: vec![at] }));
        }
    }
    sides.into_iter().map(|(_, side)| side).collect()
}
