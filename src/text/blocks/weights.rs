//! Every weight by which body is told from furniture, in one place.
//!
//! The unit is a point: a plain paragraph of two sentences earns about eight, a menu entry costs one.
//! All weights are set by hand to round numbers; they were checked, not fitted, on pages rendered to
//! text, where half of the pages gave the same order of variants as the other half.

use super::cut::Draft;
use super::phrases::Hits;
use super::shape::{Ending, Mark, Shape};
use crate::model::{LineKind, Rule};

/// Points against a line that a phrase marks as furniture.
const PHRASE: i32 = -4;
/// Fewest points that the form of a line can give: links between paragraphs must not part an article.
const WORST_FORM: i32 = -4;
/// Points against running on past the head of a comment section, and past other ends of an article.
const PAST_COMMENTS: i32 = 80;
const PAST_LIST_OF_STORIES: i32 = 8;
/// Points against a line that is only a date: an article has one or two, at its head; lists of stories and
/// comments have one each.
const STAMP: i32 = -4;
/// Points against a block for each sign of another story within `NEAR` blocks, from the second sign on.
const NEIGHBOUR: i32 = -2;
const MOST_NEIGHBOURS: i32 = 3;
const NEAR: usize = 3;
/// Points for a line that breaks off and goes on in the next one: no list of links does that.
pub(super) const GOES_ON: i32 = 4;
/// Points that the page's own mark of its main text is worth.
const IN_BODY: i32 = 6;
const OUT_OF_BODY: i32 = -6;

/// One block, measured.
#[derive(Clone, Copy, Debug)]
pub(super) struct Evidence {
    pub(super) shape: Shape,
    pub(super) hits: Hits,
    /// Points for body (positive) or furniture (negative).
    pub(super) points: i32,
}

/// Measures one block of text, the page's hints included.
pub(super) fn evidence(draft: &Draft, line: &str, scratch: &mut String) -> Evidence {
    let shape = Shape::of(line);
    let hits = Hits::of(line, scratch);
    let mut points = if shape.words < 8 { short(&shape) } else { length(shape.words) + form(&shape) };
    if hits.furniture(&shape).is_some() {
        points = points.min(0) + if shape.words < 3 { PHRASE / 4 } else { PHRASE };
    } else if about_pictures(hits, &shape) {
        points = points.min(0) / 2;
    }
    points += hints(draft);
    Evidence { shape, hits, points }
}

/// Whether a line is likely a caption or a credit, which stand in articles as well as around them.
fn about_pictures(hits: Hits, shape: &Shape) -> bool {
    [Rule::CaptionWords, Rule::CreditWords].iter().any(|rule| hits.has(*rule, shape))
}

/// Lets the signs of lists of stories (dates alone, cut-off summaries) tell on the lines among them.
pub(super) fn smooth(blocks: &mut [Evidence]) {
    let signs: Vec<bool> = blocks
        .iter()
        .map(|block| block.shape.stamp || block.shape.ending == Ending::Cut && (5..70).contains(&block.shape.words))
        .collect();
    for (at, block) in blocks.iter_mut().enumerate() {
        let around = &signs[at.saturating_sub(NEAR)..(at + NEAR + 1).min(signs.len())];
        let count = around.iter().map(|sign| i32::from(*sign)).sum::<i32>() - i32::from(signs[at]);
        if count >= 2 {
            block.points += NEIGHBOUR * count.min(MOST_NEIGHBOURS);
        }
    }
}

/// Points of a line of a few words: a little for a sentence, a little against all else.
fn short(shape: &Shape) -> i32 {
    match shape.ending {
        Ending::Stop if shape.words >= 3 && shape.function > 0 && shape.mark == Mark::None => 1,
        Ending::Stop => 0,
        _ if shape.stamp => STAMP,
        _ => -1,
    }
}

fn length(words: u32) -> i32 {
    match words {
        0..12 => 0,
        12..20 => 1,
        20..35 => 2,
        35..60 => 3,
        _ => 4,
    }
}

/// Points for the form of a line of eight words or more.
fn form(shape: &Shape) -> i32 {
    let ending = match shape.ending {
        Ending::Stop => 3,
        Ending::Cut if shape.words < 80 => -5,
        Ending::Cut => 0,
        Ending::Open => 1,
        Ending::Bare if shape.mark == Mark::Quote => -1,
        Ending::Bare => -3,
    };
    let function = match shape.function_share() {
        0..12 => -3,
        12..22 => -1,
        22..34 => 0,
        _ => 1,
    };
    let title = if shape.capital_share() >= 70 { -2 } else { 0 };
    let mark = match shape.mark {
        Mark::None | Mark::Quote => 0,
        Mark::Heading(_) => -4,
        Mark::Item | Mark::Number => -2,
    };
    let prose = i32::from(shape.quoted && shape.ending != Ending::Bare)
        + i32::from(shape.inner_stops > 0 && shape.ending == Ending::Stop);
    let bars = -2 * i32::from(shape.bars > 1);
    let joints = if shape.joints > 0 && shape.words < 60 { -3 } else { 0 };
    let shouts = if shape.shouts() { -3 } else { 0 };
    let sum = ending + function + title + mark + prose + bars + shouts + joints + if shape.stamp { STAMP } else { 0 };
    sum.max(WORST_FORM)
}

/// Points that the page itself gives.
fn hints(draft: &Draft) -> i32 {
    let body = match draft.in_body {
        Some(true) => IN_BODY,
        Some(false) => OUT_OF_BODY,
        None => 0,
    };
    let links = if draft.link_share >= 70 { -5 } else { 0 };
    let kind = match draft.kind {
        LineKind::Heading(_) | LineKind::ListItem => -1,
        LineKind::Label => -8,
        _ => 0,
    };
    body + links + kind
}

/// What it costs the main run to go on past this line.
pub(super) fn barrier(evidence: &Evidence) -> i32 {
    let words = evidence.shape.words;
    match evidence.hits.furniture(&evidence.shape) {
        // "10 thoughts on" is followed by the whole headline.
        Some(Rule::Comments) if words <= 25 => PAST_COMMENTS,
        Some(Rule::MostRead | Rule::AuthorBox) if words <= 12 => PAST_LIST_OF_STORIES,
        _ => 0,
    }
}
