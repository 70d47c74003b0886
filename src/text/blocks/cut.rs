//! Cuts a saved text into blocks: one for each line, or for each paragraph of hard-wrapped text.

use crate::base::Span;
use crate::model::{Block, Line, LineKind, Role, Rule, SavedText};

/// Widths, in characters, between which a column of hard-wrapped text may lie.
const COLUMN: std::ops::RangeInclusive<usize> = 40..=120;
/// Line breaks inside paragraphs that must be seen before a text counts as hard-wrapped.
const FEWEST_BREAKS: usize = 4;

/// A block before it has a role: its bytes, and what the page tells of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Draft {
    pub(super) extent: Span,
    pub(super) span: Span,
    pub(super) kind: LineKind,
    pub(super) link_share: u8,
    pub(super) in_body: Option<bool>,
}

impl Draft {
    /// The block, once its role is known.
    pub(super) const fn settled(self, (role, why): (Role, Rule)) -> Block {
        Block { extent: self.extent, span: self.span, role, rule: why }
    }
}

/// The blocks of `saved`; their extents tile its text, and white space belongs to the block before it
/// (at the start of the text, to the first block).
///
/// A text without words has no block.
pub(super) fn blocks(saved: &SavedText) -> Vec<Draft> {
    let lines = &saved.lines;
    let column = column(saved);
    // An extractor that found nothing has nothing to say against a line either.
    let extracted = lines.iter().any(|line| line.in_body == Some(true));
    let mut drafts: Vec<Draft> = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        let continues = index > 0 && column.is_some_and(|column| wraps(&saved.text, lines, index, column));
        match drafts.last_mut() {
            Some(draft) if continues => draft.span.end = line.span.end,
            _ => drafts.push(Draft {
                extent: line.span,
                span: line.span,
                kind: line.kind,
                link_share: line.link_share,
                in_body: line.in_body.filter(|_| extracted),
            }),
        }
    }
    let mut end = saved.text.len();
    for draft in drafts.iter_mut().rev() {
        draft.extent = Span::new(draft.span.start as usize, end);
        end = draft.span.start as usize;
    }
    if let Some(first) = drafts.first_mut() {
        first.extent.start = 0;
    }
    drafts
}

/// The column at which the text is hard-wrapped, in characters; `None` where it is not.
///
/// A wrapped text breaks its lines as late as the column allows, and mostly amid sentences.
fn column(saved: &SavedText) -> Option<usize> {
    let text = &saved.text;
    let mut widths: Vec<usize> = breaks(saved).map(|index| width(saved.lines[index - 1].span.of(text))).collect();
    if widths.len() < FEWEST_BREAKS {
        return None;
    }
    widths.sort_unstable();
    let column = widths[(widths.len() - 1) * 95 / 100];
    if !COLUMN.contains(&column) {
        return None;
    }
    let (mut late, mut amid) = (0, 0);
    for index in breaks(saved) {
        late += usize::from(is_late(text, &saved.lines, index, column));
        amid += usize::from(!ends_sentence(saved.lines[index - 1].span.of(text)));
    }
    (late * 10 >= widths.len() * 7 && amid * 10 >= widths.len() * 6).then_some(column)
}

/// Indices of the lines of plain text that follow another one without a blank line between.
fn breaks(saved: &SavedText) -> impl Iterator<Item = usize> {
    (1..saved.lines.len()).filter(|&index| follows_closely(&saved.text, &saved.lines, index))
}

/// Whether the line at `index` goes on with the paragraph of the line before it.
fn wraps(text: &str, lines: &[Line], index: usize, column: usize) -> bool {
    if !follows_closely(text, lines, index) {
        return false;
    }
    let (before, after) = (lines[index - 1].span.of(text), lines[index].span.of(text));
    let cut = !ends_sentence(before) && after.starts_with(char::is_lowercase);
    !starts_item(after) && (is_late(text, lines, index, column) || cut)
}

/// Whether the line at `index` and the one before it are plain text with one line break between.
fn follows_closely(text: &str, lines: &[Line], index: usize) -> bool {
    let plain = |line: &Line| line.kind == LineKind::Plain && line.in_body.is_none();
    let (before, after) = (&lines[index - 1], &lines[index]);
    let between = &text[before.span.end as usize..after.span.start as usize];
    plain(before) && plain(after) && between.len() < 40 && between.matches('\n').count() == 1
}

/// Whether the first word of the line at `index` would not have fitted the line before it.
fn is_late(text: &str, lines: &[Line], index: usize, column: usize) -> bool {
    let first = lines[index].span.of(text).split_whitespace().next().unwrap_or_default();
    let before = width(lines[index - 1].span.of(text));
    before <= column + 2 && before + 1 + width(first) > column.saturating_sub(1)
}

/// Characters of `line`, counted no further than any column reaches.
fn width(line: &str) -> usize {
    line.chars().take(COLUMN.end() * 2).count()
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', ':', '…'])
}

fn starts_item(line: &str) -> bool {
    line.starts_with(['*', '+', '•', '#', '>', '|', '-'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(text: &str) -> Vec<String> {
        let saved = SavedText::plain(text.to_owned());
        blocks(&saved).iter().map(|draft| draft.span.of(text).to_owned()).collect()
    }

    #[test]
    fn a_hard_wrapped_paragraph_is_one_block() {
        let text = "The council met on Tuesday evening to hear what\nresidents think of the new bridge across the\n\
                    river, which opens in May.\n\nNobody spoke against it, although several of the\n\
                    people in the hall asked what the toll would be\nand who would have to pay for it in the end.\n";
        assert_eq!(spans(text).len(), 2);
    }

    #[test]
    fn paragraphs_on_successive_lines_stay_apart() {
        let text = "The council met on Tuesday evening to hear of the bridge.\nNobody spoke.\n\
                    It opens in May, and the toll is not yet known to anybody in the town.\n\
                    The mayor smiled.\nSo did the ferrymen.\n";
        assert_eq!(spans(text).len(), 5);
    }

    #[test]
    fn a_sentence_cut_by_a_blank_line_stays_two_blocks() {
        assert_eq!(spans("It was signed by envoys of 2\n\n1 towns, among them ours.\n").len(), 2);
    }
}
