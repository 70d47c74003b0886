//! Gives roles inside the main run: paragraphs, subheadings, captions, and the furniture between them.

use super::measured::Measured;
use super::shape::{Ending, Mark, Shape};
use crate::model::{LineKind, Role, Rule};

/// Longest subheading, in words.
const LONGEST_SUBHEADING: u32 = 12;
/// Fewest words of a line without a full stop that counts as a paragraph all the same.
const PARAGRAPH: u32 = 12;

/// A role with the rule that gives it.
pub(super) type Verdict = (Role, Rule);

/// What a block is by its own phrases and form, wherever on the page it stands; `None` where they do not say.
pub(super) fn of_itself(block: &Measured<'_>) -> Option<Verdict> {
    let furniture = |rule| Some((Role::Furniture, rule));
    if block.draft.kind == LineKind::Label {
        return furniture(Rule::Label);
    }
    if block.shape().letters == 0 {
        return furniture(Rule::Symbols);
    }
    if block.shape().address {
        return furniture(Rule::Address);
    }
    if block.draft.kind == LineKind::Caption {
        return Some((Role::Caption, Rule::PageCaption));
    }
    if let Some(verdict) = picture(block) {
        return Some(verdict);
    }
    if is_byline(block) {
        return Some((Role::Byline, Rule::BylineShape));
    }
    if let Some(rule) = block.evidence.hits.furniture(block.shape()) {
        return furniture(rule);
    }
    if block.shape().stamp {
        return Some((Role::Dateline, Rule::DateStamp));
    }
    if block.has(Rule::BylineWords) {
        return Some((Role::Byline, Rule::BylineWords));
    }
    (block.draft.link_share >= 80 && !block.shape().is_prose()).then_some((Role::Furniture, Rule::LinkLine))
}

/// Captions and credits.
fn picture(block: &Measured<'_>) -> Option<Verdict> {
    let shape = block.shape();
    if block.has(Rule::CreditWords) && shape.words <= 14 {
        return Some((Role::Credit, Rule::CreditWords));
    }
    let spoken = shape.quoted && shape.inner_stops > 2;
    if (block.has(Rule::CaptionWords) || block.has(Rule::CreditWords)) && shape.words >= 3 && !spoken {
        return Some((Role::Caption, Rule::CaptionWords));
    }
    None
}

/// "By" and a name or two, or the name after a label.
pub(super) fn is_byline(block: &Measured<'_>) -> bool {
    let shape = block.shape();
    if !(2..=16).contains(&shape.words) || shape.ending == Ending::Stop {
        return false;
    }
    let bare = block.bare();
    let Some(rest) = ["By ", "BY ", "by "].iter().find_map(|by| bare.strip_prefix(by)) else { return false };
    rest.starts_with(char::is_uppercase) && shape.function <= 4 && shape.capital_share() >= 50
}

/// The role of the block at `index` of the main run, given its neighbours.
pub(super) fn role(run: &[Measured<'_>], index: usize) -> Verdict {
    let block = &run[index];
    let shape = block.shape();
    if let Some(verdict) = of_itself(block) {
        return verdict;
    }
    if block.draft.in_body == Some(true) && !is_heading(block) && block.draft.kind != LineKind::ListItem {
        return (Role::Body, Rule::PageBody);
    }
    if is_heading(block) {
        return heading(run, index);
    }
    if matches!(shape.mark, Mark::Item | Mark::Number) || block.draft.kind == LineKind::ListItem {
        return item(run, index);
    }
    if is_teaser(block)
        && (index == 0 || index + 1 == run.len() || is_teaser(&run[index - 1]) || is_teaser(&run[index + 1]))
    {
        return (Role::Furniture, Rule::Teaser);
    }
    let at_edge = index == 0 || index + 1 == run.len();
    let cut_before = index > 0 && shape.words > 0 && goes_on(&run[index - 1], block);
    let cut_after = index + 1 < run.len() && goes_on(block, &run[index + 1]);
    if cut_before || cut_after {
        return (Role::Body, Rule::CutByBreak);
    }
    if at_edge && shape.words >= 8 && block.bare().ends_with(',') {
        return (Role::Caption, Rule::CaptionShape);
    }
    if matches!(shape.ending, Ending::Stop | Ending::Open) || shape.words >= PARAGRAPH && !is_headline_like(shape) {
        return (Role::Body, Rule::MainText);
    }
    if shape.shouts() && shape.words >= 8 || shape.bars > 1 || is_headline_like(shape) {
        return (Role::Furniture, Rule::LinkLine);
    }
    if shape.words <= LONGEST_SUBHEADING && !shape.starts_lower && shape.ending == Ending::Bare {
        return (Role::Subheading, Rule::ShortLine);
    }
    (Role::Body, Rule::MainText)
}

/// Whether a heading is a subheading of the text, or the title of another story.
fn heading(run: &[Measured<'_>], index: usize) -> Verdict {
    let follows = run.get(index + 1).is_some_and(|next| next.evidence.points > 0 || !is_heading(next));
    let neighbours = [index.checked_sub(1).map(|before| &run[before]), run.get(index + 1)];
    let in_pack = neighbours.into_iter().flatten().any(|other| is_heading(other) && other.shape().words >= 7);
    let shape = run[index].shape();
    if shape.words <= LONGEST_SUBHEADING && follows && !(in_pack && shape.words >= 7) {
        (Role::Subheading, Rule::MarkedHeading)
    } else if shape.is_sentence() {
        (Role::Body, Rule::MainText)
    } else {
        (Role::Furniture, Rule::LinkLine)
    }
}

/// Whether an item belongs to a list of the text, or to links put between its paragraphs.
fn item(run: &[Measured<'_>], index: usize) -> Verdict {
    let in_text = (Role::Body, Rule::ListInText);
    let is_item = |block: &Measured<'_>| {
        matches!(block.shape().mark, Mark::Item | Mark::Number) || block.draft.kind == LineKind::ListItem
    };
    let first = (0..=index).rev().take(40).take_while(|at| is_item(&run[*at])).last().unwrap_or(index);
    let last = (index..run.len()).take(40).take_while(|at| is_item(&run[*at])).last().unwrap_or(index);
    let introduced = first > 0
        && matches!(run[first - 1].shape().ending, Ending::Open | Ending::Cut)
        && run[first - 1].evidence.points >= -2;
    let items = &run[first..=last];
    if items.len() == 1 && run[index].shape().mark == Mark::Number && run[index].shape().words <= LONGEST_SUBHEADING {
        return (Role::Subheading, Rule::MarkedHeading);
    }
    let sentences = items.iter().filter(|block| block.shape().is_sentence()).count();
    let titles = items.iter().filter(|block| is_headline_like(block.shape())).count();
    if introduced
        || sentences * 2 >= items.len()
        || run[index].shape().is_sentence()
        || run[index].draft.in_body == Some(true)
    {
        return in_text;
    }
    let capitals: u32 = items.iter().map(|block| block.shape().capital).sum();
    let long: u32 = items.iter().map(|block| block.shape().long).sum();
    if titles * 3 >= items.len() || items.len() < 3 || capitals * 2 > long {
        return (Role::Furniture, Rule::LinkLine);
    }
    in_text
}

fn is_heading(block: &Measured<'_>) -> bool {
    let shape = block.shape();
    matches!(block.draft.kind, LineKind::Heading(_))
        || matches!(shape.mark, Mark::Heading(_))
        || shape.bold && shape.words <= 25
}

/// Whether a line is shaped like another story's headline: too long for a subheading, and no sentence.
fn is_headline_like(shape: &Shape) -> bool {
    shape.ending == Ending::Bare
        && (7..=22).contains(&shape.words)
        && (shape.capital_share() >= 70 || shape.words > LONGEST_SUBHEADING && shape.function_share() < 22)
}

/// Whether a line is the cut-off summary of another story.
pub(super) fn is_teaser(block: &Measured<'_>) -> bool {
    let shape = block.shape();
    shape.ending == Ending::Cut
        && (5..70).contains(&shape.words)
        && shape.mark != Mark::Quote
        && !block.bare().starts_with('…')
}

/// Whether a sentence breaks off at the end of `before` and goes on in `after`.
pub(super) fn goes_on(before: &Measured<'_>, after: &Measured<'_>) -> bool {
    let (left, right) = (before.shape(), after.shape());
    left.words >= 5
        && matches!(left.ending, Ending::Bare | Ending::Open)
        && left.function_share() >= 20
        && right.mark == Mark::None
        && (right.starts_lower
            || after.bare().starts_with(|c: char| c.is_ascii_digit()) && right.ending == Ending::Stop)
}
