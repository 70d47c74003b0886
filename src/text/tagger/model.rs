//! A tagger's weights, and the best tags of a run of tokens.
//!
//! A linear-chain conditional random field, trained by `examples/train_tagger.rs`. Its weights are a table of lines of
//! 64 bytes, so that a feature costs one line of the processor's cache: a feature's hash names the line and, by 16 more
//! bits, itself. Features that no line holds weigh nothing.

/// Bytes of a line.
pub const LINE: usize = 64;
/// Weights are whole numbers; one unit of the trained weight is so many.
pub const UNIT: f32 = 24.0;
/// The tag that stands before and after every run.
pub const EDGE: usize = 0;
/// Weight of what may not be.
const FORBIDDEN: i32 = -1_000_000;

/// The line and the mark of a feature in a table of `lines` lines, a power of two.
#[inline]
#[must_use]
pub const fn address(hash: u64, lines: usize) -> (usize, u16) {
    ((hash as usize) & (lines - 1), ((hash >> 48) as u16) | 1)
}

/// Bytes before the lines of a tagger of so many tags: the weights of transitions, two bytes each, and padding.
#[must_use]
pub const fn head(tags: usize) -> usize {
    (tags * tags * 2).next_power_of_two()
}

/// Bytes of weights, of which no line lies across two of the processor's.
#[repr(align(64))]
pub struct Aligned<B: ?Sized>(pub B);

/// The weights of a tagger of `TAGS` tags, each feature of which takes `SLOT` bytes of a line: two of its hash, one for
/// each tag, the rest empty.
pub struct Model<const TAGS: usize, const SLOT: usize> {
    /// By the tag before, then the tag.
    transitions: [[i32; TAGS]; TAGS],
    lines: &'static [[u8; LINE]],
}

impl<const TAGS: usize, const SLOT: usize> Model<TAGS, SLOT> {
    /// Reads weights as `examples/train_tagger.rs` writes them; `may_follow` says which tag may follow which.
    #[must_use]
    pub fn read(bytes: &'static [u8], may_follow: impl Fn(usize, usize) -> bool) -> Self {
        let (head, table) = bytes.split_at(head(TAGS).min(bytes.len()));
        let stored = head.as_chunks::<2>().0;
        let weight = |from: usize, to: usize| {
            let stored = stored.get(from * TAGS + to).map_or(0, |bytes| i32::from(i16::from_le_bytes(*bytes)));
            if may_follow(from, to) { stored } else { FORBIDDEN }
        };
        Self {
            transitions: std::array::from_fn(|from| std::array::from_fn(|to| weight(from, to))),
            lines: table.as_chunks().0,
        }
    }

    /// The weights of a token's tags, by the hashes of its features.
    #[must_use]
    pub fn scores(&self, hashes: &[u64]) -> [i16; TAGS] {
        const BATCH: usize = 64;
        let mut scores = [0; TAGS];
        if self.lines.is_empty() {
            return scores;
        }
        for hashes in hashes.chunks(BATCH) {
            // Lines are looked at first, and their weights added then, so that the processor fetches many at a time;
            // which slot holds the feature, if any, it would guess badly, so there is nothing to guess.
            let mut slots = [(0_u32, 0_u32); BATCH];
            let mut found = 0;
            for &hash in hashes {
                let (line, mark) = address(hash, self.lines.len());
                let mut at = usize::MAX;
                for (number, slot) in self.lines[line].as_chunks::<SLOT>().0.iter().enumerate() {
                    at = if u16::from_le_bytes([slot[0], slot[1]]) == mark { number } else { at };
                }
                slots[found & (BATCH - 1)] = (line as u32, at as u32);
                found += usize::from(at != usize::MAX);
            }
            for (line, at) in &slots[..found] {
                let slot = &self.lines[*line as usize].as_chunks::<SLOT>().0[*at as usize];
                for (score, weight) in scores.iter_mut().zip(&slot[2..]) {
                    *score += i16::from(weight.cast_signed());
                }
            }
        }
        scores
    }

    /// The best tags of a run of tokens that stands between two tokens with the tags `edges` (Viterbi), put into `tags`.
    pub fn best(&self, edges: [usize; 2], scores: &[[i16; TAGS]], tags: &mut Vec<u8>) {
        tags.clear();
        let mut back: Vec<[u8; TAGS]> = Vec::with_capacity(scores.len());
        let mut best = [FORBIDDEN; TAGS];
        best[edges[0]] = 0;
        for token in scores {
            let mut from = [0_u8; TAGS];
            let mut next = [FORBIDDEN * 2; TAGS];
            for (before, (best, transitions)) in best.iter().zip(&self.transitions).enumerate() {
                for tag in 0..TAGS {
                    let score = best + transitions[tag];
                    from[tag] = if score > next[tag] { before as u8 } else { from[tag] };
                    next[tag] = next[tag].max(score);
                }
            }
            for (next, score) in next.iter_mut().zip(token) {
                *next = (*next + i32::from(*score)).max(FORBIDDEN * 2);
            }
            best = next;
            back.push(from);
        }
        let mut tag = (0..TAGS).max_by_key(|tag| best[*tag] + self.transitions[*tag][edges[1]]).unwrap_or(EDGE);
        for from in back.iter().rev() {
            tags.push(tag as u8);
            tag = usize::from(from[tag]);
        }
        tags.reverse();
    }
}
