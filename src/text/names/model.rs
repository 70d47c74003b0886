//! The tagger's weights, and the best tags of a run of tokens.
//!
//! A linear-chain conditional random field, trained by `examples/train_names.rs`. Its weights are a table of lines of
//! four features, 64 bytes each, so that a feature costs one line of the processor's cache: a feature's hash names the
//! line and, by 16 more bits, itself. Features that no line holds weigh nothing.

use super::tags::{OUTSIDE, TAGS, closes, may_follow, opens};
use std::sync::LazyLock;

/// Weights of one token's tags; the last three stand empty.
pub type Scores = [i32; WIDTH];
/// Tags rounded up to a width that processors add at once.
pub const WIDTH: usize = 16;
/// Features of one line.
pub const FEATURES_OF_LINE: usize = 4;
/// Bytes of one feature: two of its hash, one for each tag, one empty.
pub const SLOT: usize = 16;
/// Bytes before the lines: the weights of transitions, two bytes each, and padding.
pub const HEAD: usize = 512;
/// Weights are whole numbers; one unit of the trained weight is so many.
pub const UNIT: f32 = 24.0;

static BYTES: &[u8] = include_bytes!("weights.bin");

/// The line and the mark of a feature in a table of `lines` lines, a power of two.
#[must_use]
pub const fn address(hash: u64, lines: usize) -> (usize, u16) {
    ((hash as usize) & (lines - 1), ((hash >> 48) as u16) | 1)
}

/// The weights.
pub struct Model {
    transitions: [[i32; TAGS]; TAGS],
    lines: &'static [[u8; SLOT * FEATURES_OF_LINE]],
}

/// The weights that the program carries.
pub static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let (head, table) = BYTES.split_at(HEAD.min(BYTES.len()));
    let stored = head.as_chunks::<2>().0;
    let weight = |from: usize, to: usize| {
        let stored = stored.get(from * TAGS + to).map_or(0, |bytes| i32::from(i16::from_le_bytes(*bytes)));
        if may_follow(from, to) { stored } else { FORBIDDEN }
    };
    Model {
        transitions: std::array::from_fn(|to| std::array::from_fn(|from| weight(from, to))),
        lines: table.as_chunks().0,
    }
});

/// Weight of what may not be.
const FORBIDDEN: i32 = -1_000_000;

impl Model {
    /// The weights of a token's tags, by the hashes of its features.
    #[must_use]
    pub fn scores(&self, hashes: &[u64]) -> Scores {
        let mut scores = [0; WIDTH];
        if self.lines.is_empty() {
            return scores;
        }
        for &hash in hashes {
            let (line, mark) = address(hash, self.lines.len());
            for slot in self.lines[line].as_chunks::<SLOT>().0 {
                if u16::from_le_bytes([slot[0], slot[1]]) == mark {
                    for (score, weight) in scores.iter_mut().zip(&slot[2..]) {
                        *score += i32::from(weight.cast_signed());
                    }
                    break;
                }
            }
        }
        scores
    }

    /// The best tags of a run of tokens that stands between tokens outside of names (Viterbi), put into `tags`.
    pub fn best(&self, scores: &[Scores], tags: &mut Vec<u8>) {
        tags.clear();
        let mut back: Vec<[u8; TAGS]> = Vec::with_capacity(scores.len());
        let mut best = [FORBIDDEN; TAGS];
        best[OUTSIDE] = 0;
        for token in scores {
            let mut from = [0_u8; TAGS];
            let mut next = [FORBIDDEN * 2; TAGS];
            for tag in 0..TAGS {
                let transitions = &self.transitions[tag];
                for before in 0..TAGS {
                    let score = best[before] + transitions[before];
                    if score > next[tag] {
                        next[tag] = score;
                        from[tag] = before as u8;
                    }
                }
                next[tag] = (next[tag] + token[tag]).max(FORBIDDEN * 2);
            }
            best = next;
            back.push(from);
        }
        let ends = (0..TAGS).filter(|tag| *tag == OUTSIDE || closes(*tag));
        let mut tag = ends.max_by_key(|tag| best[*tag] + self.transitions[OUTSIDE][*tag]).unwrap_or(OUTSIDE);
        for from in back.iter().rev() {
            tags.push(tag as u8);
            tag = usize::from(from[tag]);
        }
        tags.reverse();
        debug_assert!(tags.first().is_none_or(|tag| usize::from(*tag) == OUTSIDE || opens(usize::from(*tag))));
    }
}
