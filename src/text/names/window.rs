//! The runs of tokens in which a name can stand: all else is outside without a look.

use super::document::Document;
use crate::text::token::Shape;
use std::ops::Range;

/// Most tokens in small letters, or marks, between capitalised tokens of one run.
const MOST_BETWEEN: usize = 3;
/// Most tokens of a run: longer ones are parted, so that no text costs more than its length.
const LONGEST: usize = 200;

/// Calls `each` with every run of `sentence`.
pub fn windows(document: &Document<'_>, sentence: &Range<usize>, mut each: impl FnMut(Range<usize>)) {
    let tokens = &document.tokens;
    let mut open: Option<Range<usize>> = None;
    for at in sentence.clone() {
        if !tokens[at].is_capitalised() {
            continue;
        }
        let joined = at > sentence.start && tokens[at - 1].shape == Shape::Lower;
        let opens = if joined || at > sentence.start + 1 && !tokens[at].spaced {
            at.saturating_sub(2).max(sentence.start)
        } else {
            at
        };
        let opens = if joined && tokens[at].spaced { at - 1 } else { opens };
        let after = tokens.get(at + 1).is_some_and(|next| next.shape == Shape::Number);
        let ends = at + 1 + usize::from(after && at + 1 < sentence.end);
        match &mut open {
            Some(run) if opens <= run.end + MOST_BETWEEN && at - run.start < LONGEST => run.end = ends,
            _ => {
                let start = open.as_ref().map_or(opens, |run| opens.max(run.end));
                if let Some(run) = open.replace(start..ends) {
                    each(run);
                }
            }
        }
    }
    if let Some(run) = open {
        each(run);
    }
}
