//! Finds the words that say what is counted or measured.

use super::lexicon::NOT_NOUN;
use crate::text::figures::{Kind, Piece};

/// Most words of the name of what is counted.
const MOST_WORDS: usize = 5;

/// The pieces of the noun phrase that starts at `at`, as a range; `None` where no noun does.
///
/// It ends before a preposition, a verb, a mark or another number.
pub(super) fn noun_at(pieces: &[Piece<'_>], at: usize) -> Option<(usize, usize)> {
    let mut end = at;
    let mut words = 0;
    while words < MOST_WORDS {
        let Some(piece) = pieces.get(end) else { break };
        let joins = piece.is_hyphen() || matches!(piece.kind, Kind::Mark('\'' | '’'));
        let joined = joins
            && !piece.spaced
            && words > 0
            && pieces.get(end + 1).is_some_and(|next| !next.spaced && next.is_word());
        if joined {
            end += 2;
            continue;
        }
        if !piece.is_word() || !belongs(piece, words) {
            break;
        }
        words += 1;
        end += 1;
    }
    (words > 0).then_some((at, end))
}

/// Whether a word goes on with a noun phrase that has `words` words so far.
fn belongs(piece: &Piece<'_>, words: usize) -> bool {
    let small = piece.small();
    // "U.S." is not "us".
    if NOT_NOUN.has(small) && !piece.text.ends_with('.') {
        return false;
    }
    // A participle opens a noun phrase ("armed men"), but behind a noun it is a verb ("men armed with").
    let participle =
        words > 0 && (small.len() > 4 && small.ends_with("ed") || small.len() > 5 && small.ends_with("ing"));
    let adverb = small.ends_with("ly") && !matches!(small, "family" | "supply" | "ally" | "assembly");
    let noun_in_ing = matches!(small, "building" | "buildings" | "meeting" | "drawing" | "painting");
    !adverb && (!participle || noun_in_ing)
}

/// The noun behind "of" or "in", with the article or owner that stands before it left out: "dozens of the ships".
pub(super) fn noun_behind(pieces: &[Piece<'_>], at: usize, prepositions: &[&str]) -> Option<(usize, usize)> {
    let word = |at: usize| pieces.get(at).map_or("", Piece::small);
    if !prepositions.contains(&word(at)) {
        return None;
    }
    let determined =
        matches!(word(at + 1), "the" | "its" | "their" | "his" | "her" | "our" | "these" | "those" | "all");
    let start = at + 1 + usize::from(determined);
    let start = start + usize::from(determined && word(at + 1) == "all" && word(start) == "the");
    noun_at(pieces, start)
}

/// The noun behind an article or owner: "half the crew", "two-thirds their income".
pub(super) fn noun_behind_owner(pieces: &[Piece<'_>], at: usize) -> Option<(usize, usize)> {
    let determined = matches!(pieces.get(at)?.small(), "the" | "its" | "their" | "his" | "her" | "all");
    noun_at(pieces, at + usize::from(determined))
}
