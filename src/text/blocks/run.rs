//! Finds the main run: the stretch of blocks that holds the article.

use std::ops::Range;

use super::weights::{Evidence, barrier};

/// Points that make an article: only past so much can a comment section begin.
const ENOUGH: i64 = 20;
/// Points of a paragraph that may begin the article, and blocks after the headline where it may stand.
const PARAGRAPH: i32 = 4;
const REACH: usize = 40;
/// Blocks between headline and run, where the headline is told by its shape alone.
const UNSURE_REACH: usize = 8;

/// The stretch whose points sum highest, where crossing the head of a comment section costs extra.
///
/// This is the maximum-sum segment (Kadane's scan), which takes in furniture inside the article as
/// long as enough of the article follows it. Empty where no block speaks for body.
pub(super) fn main_run(blocks: &[Evidence]) -> Range<usize> {
    let (mut best, mut best_sum) = (0..0, 0_i64);
    let (mut start, mut sum) = (0, 0_i64);
    // What lies beyond a comment section is worth less, wherever a run begins.
    let mut handicap = 0_i64;
    for (index, block) in blocks.iter().enumerate() {
        if sum <= -handicap {
            (start, sum) = (index, -handicap);
        }
        // Above the text, "Comments" is a link and no end.
        let wall = if best_sum >= ENOUGH { i64::from(barrier(block)) } else { 0 };
        sum += i64::from(block.points) - wall;
        handicap = (handicap + wall / 2).min(80);
        // A tie takes in the short last word: "Yes."
        if sum > best_sum || sum == best_sum && start == best.start && !best.is_empty() {
            (best, best_sum) = (start..index + 1, sum);
        }
    }
    best
}

/// `run`, begun earlier where prose stands between the headline and its start.
///
/// The first paragraphs are often parted from the rest by a block of links longer than themselves.
pub(super) fn from_headline(blocks: &[Evidence], run: Range<usize>, headline: usize, sure: bool) -> Range<usize> {
    if !sure && run.start > headline + UNSURE_REACH {
        return run;
    }
    let first = (headline + 1..run.start)
        .take(REACH)
        .find(|at| blocks[*at].points >= PARAGRAPH && blocks[*at].shape.is_prose());
    first.unwrap_or(run.start)..run.end
}
