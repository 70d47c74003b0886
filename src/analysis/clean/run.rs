//! Finds the main run: the stretch of blocks that holds the article.

use std::ops::Range;

use super::weights::{Evidence, barrier};

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
        let wall = i64::from(barrier(block));
        sum += i64::from(block.points) - wall;
        handicap = (handicap + wall / 2).min(60);
        if sum > best_sum {
            (best, best_sum) = (start..index + 1, sum);
        }
    }
    best
}
