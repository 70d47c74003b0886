//! Gives roles to what stands above the text: headline, kicker, standfirst, byline, dateline.

use super::inside::of_itself;
use super::measured::Measured;
use super::shape::{Ending, Mark, Shape};
use super::words::key;
use crate::model::{LineKind, Role, Rule};

/// How many blocks above the text are looked at.
const REACH: usize = 60;
/// Longest headline, in words.
const LONGEST_HEADLINE: u32 = 30;
/// Longest standfirst, in words.
const LONGEST_STANDFIRST: u32 = 60;

/// The block that holds the headline, and the rule that says so.
pub(super) fn headline(blocks: &[Measured<'_>], start: usize, title: Option<&str>) -> Option<(usize, Rule)> {
    if let Some(at) = title.and_then(|title| given(blocks, start, title)) {
        return Some((at, Rule::GivenTitle));
    }
    let mut best: Option<(i32, usize)> = None;
    // The first paragraph of the run may be the headline itself, where no other line is.
    for (at, block) in blocks.iter().enumerate().take(start + 1).skip(start.saturating_sub(REACH)) {
        if at == start && (block.shape().words > 16 || block.evidence.points > 4) {
            continue;
        }
        let distance = i32::try_from(start - at).unwrap_or(i32::MAX);
        let points = likeness(block, blocks.get(at + 1)) - distance / 2;
        if points > 0 && best.is_none_or(|(most, _)| points > most) {
            best = Some((points, at));
        }
    }
    best.map(|(_, at)| (title_of_two(blocks, at), Rule::TitleShape))
}

/// Of exactly two title-like lines without marks, the first is the headline and the second its standfirst.
fn title_of_two(blocks: &[Measured<'_>], second: usize) -> usize {
    let is_title = |at: usize| {
        let block = &blocks[at];
        block.shape().mark == Mark::None
            && block.draft.kind == LineKind::Plain
            && block.shape().words >= 5
            && likeness(block, None) > 0
    };
    let Some(first) = second.checked_sub(1) else { return second };
    let alone = first.checked_sub(1).is_none_or(|above| !is_title(above));
    let pair = is_title(first) && is_title(second) && blocks[second].shape().words > blocks[first].shape().words;
    if pair && alone { first } else { second }
}

/// The block with the words of the metadata's title: the last one above the text, else the first one.
fn given(blocks: &[Measured<'_>], start: usize, title: &str) -> Option<usize> {
    let wanted = key(title);
    if wanted.is_empty() {
        return None;
    }
    let same = |block: &Measured<'_>| {
        let near = block.shape().words <= LONGEST_HEADLINE + 10;
        near && {
            let own = key(block.bare());
            own == wanted
                || (own.len() > 20 && (wanted.starts_with(&own) || own.starts_with(&wanted) && wanted.len() > 20))
        }
    };
    blocks[..blocks.len().min(start + 1)].iter().rposition(same).or_else(|| blocks.iter().position(same))
}

/// Whether the page marks the block as its first heading.
pub(super) fn is_top_heading(block: &Measured<'_>) -> bool {
    block.draft.kind == LineKind::Heading(1) || block.shape().mark == Mark::Heading(1)
}

/// How much a block looks like the headline; not at all where zero or less.
fn likeness(block: &Measured<'_>, next: Option<&Measured<'_>>) -> i32 {
    let shape = block.shape();
    let level = match (block.draft.kind, shape.mark) {
        (LineKind::Heading(level), _) | (_, Mark::Heading(level)) => Some(level),
        _ => None,
    };
    if !(3..=LONGEST_HEADLINE).contains(&shape.words) || of_itself(block).is_some() || is_sentence_end(block) {
        return 0;
    }
    let marked = match level {
        Some(1) => 12,
        Some(2) => 3,
        Some(_) => 1,
        None => 0,
    };
    let listed = if matches!(shape.mark, Mark::Item | Mark::Number) { -8 } else { 0 };
    let length = match shape.words {
        3 => 0,
        4..6 => 2,
        6..20 => 5,
        _ => 3,
    };
    let cut = if matches!(shape.ending, Ending::Cut) { -4 } else { 0 };
    let signed =
        next.and_then(of_itself).is_some_and(|(role, _)| matches!(role, Role::Byline | Role::Dateline | Role::Credit));
    marked + listed + length + cut + if signed { 2 } else { 0 } - 2 * i32::from(shape.bars > 0)
}

/// Whether the block ends as a statement does: headlines end so only with a question or exclamation mark.
fn is_sentence_end(block: &Measured<'_>) -> bool {
    block.shape().ending == Ending::Stop && block.bare().trim_end_matches(['"', '”', '’', '\'']).ends_with('.')
}

/// Whether `block`, right above the headline, is its kicker.
pub(super) fn is_kicker(block: &Measured<'_>) -> bool {
    let shape = block.shape();
    (1..=5).contains(&shape.words)
        && shape.letters >= 3
        && shape.ending == Ending::Bare
        && matches!(shape.mark, Mark::None)
        && block.draft.link_share < 100
        && of_itself(block).is_none()
}

/// Whether `block`, between headline and text, is the summary under the headline.
pub(super) fn is_standfirst(block: &Measured<'_>) -> bool {
    let Shape { words, mark, ending, .. } = *block.shape();
    (8..=LONGEST_STANDFIRST).contains(&words)
        && !matches!(mark, Mark::Item | Mark::Number)
        && ending != Ending::Cut
        && block.draft.link_share < 50
        && of_itself(block).is_none()
}
