//! Builds a saved text line by line, with white space collapsed and markup kept as ranges.

use crate::base::Span;
use crate::model::{Line, LineKind, Markup, MarkupKind, SavedText};

/// How many markups are kept inside one another; deeper ones say nothing more and only cost.
const NESTED_MARKUPS: usize = 16;

/// Over how many lines one markup goes on: a link around a whole page is no link of its lines.
const LINES_OF_MARKUP: u32 = 64;

/// Longest link address that is kept, in bytes.
const ADDRESS_LIMIT: usize = 4096;

/// A saved text in the making. The current line is written at the end of the text, in place.
#[derive(Default)]
pub(super) struct Rendering {
    text: String,
    lines: Vec<Line>,
    markup: Vec<Markup>,
    line_start: usize,
    /// White space was read that shows only if words follow on the same line.
    space: bool,
    letters: usize,
    linked: usize,
    open: Vec<Open>,
    links: usize,
}

struct Open {
    /// `None` where the markup is counted but not kept.
    kind: Option<MarkupKind>,
    is_link: bool,
    /// Where its first word on the current line stands.
    start: Option<usize>,
    lines: u32,
}

/// White space that collapses; a no-break space does not.
const fn collapses(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0C' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

impl Rendering {
    /// Adds words, with each run of white space as one space. Returns how many characters show.
    pub(super) fn words(&mut self, text: &str) -> usize {
        let mut shown = 0;
        for part in text.split_inclusive(collapses) {
            let word = part.trim_end_matches(collapses);
            if !word.is_empty() {
                self.settle_space();
                self.put(word);
                shown += word.chars().count();
            }
            self.space |= word.len() < part.len();
        }
        shown
    }

    /// Adds part of a line of code, white space and all. Returns how many characters show.
    pub(super) fn verbatim(&mut self, text: &str) -> usize {
        self.settle_space();
        for part in text.split_inclusive(collapses) {
            let word = part.trim_end_matches(collapses);
            if !word.is_empty() {
                self.put(word);
            }
            self.text.extend(part[word.len()..].chars().map(|c| if c == '\t' { '\t' } else { ' ' }));
        }
        text.chars().filter(|c| !collapses(*c)).count()
    }

    /// White space that shows only between words.
    pub(super) const fn space(&mut self) {
        self.space = true;
    }

    /// The border between two cells of a table row.
    pub(super) fn cell(&mut self) {
        self.space = false;
        self.text.push('\t');
    }

    fn settle_space(&mut self) {
        let line = &self.text[self.line_start..];
        if std::mem::take(&mut self.space) && !line.is_empty() && !line.ends_with('\t') {
            self.text.push(' ');
        }
    }

    fn put(&mut self, word: &str) {
        let at = self.text.len();
        for open in self.open.iter_mut().rev().take_while(|open| open.start.is_none()) {
            open.start = Some(at);
        }
        let letters = word.chars().filter(|c| c.is_alphanumeric()).count();
        self.letters += letters;
        self.linked += if self.links > 0 { letters } else { 0 };
        self.text.push_str(word);
    }

    /// Opens a markup over the words that follow.
    pub(super) fn open(&mut self, kind: MarkupKind) {
        let is_link = matches!(kind, MarkupKind::Link(_));
        self.links += usize::from(is_link);
        let kind = match kind {
            MarkupKind::Link(address) if address.len() > ADDRESS_LIMIT => None,
            kind => Some(kind).filter(|_| self.open.len() < NESTED_MARKUPS),
        };
        self.open.push(Open { kind, is_link, start: None, lines: 0 });
    }

    /// Closes the markup that was opened last.
    pub(super) fn close(&mut self) {
        if let Some(open) = self.open.pop() {
            self.links -= usize::from(open.is_link);
            if let (Some(kind), Some(start)) = (open.kind, open.start) {
                self.markup.push(Markup { span: Span::new(start, self.text.len()), kind });
            }
        }
    }

    /// Whether nothing shows on the current line yet.
    pub(super) fn is_blank(&self) -> bool {
        self.text[self.line_start..].trim().is_empty()
    }

    /// Whether white space, or nothing at all, stands before the next word.
    pub(super) fn is_spaced(&self) -> bool {
        self.space || self.text.len() == self.line_start
    }

    /// Length of the text so far, in bytes.
    pub(super) const fn len(&self) -> usize {
        self.text.len()
    }

    /// Index that the current line will have once it is finished, if anything shows on it.
    pub(super) const fn line(&self) -> usize {
        self.lines.len()
    }

    /// Ends the current line; one on which nothing shows leaves no trace.
    pub(super) fn finish(&mut self, kind: LineKind) {
        self.space = false;
        let end = self.text.len();
        let blank = self.is_blank();
        for open in &mut self.open {
            if let (Some(start), Some(kind)) = (open.start.take(), &open.kind)
                && open.lines < LINES_OF_MARKUP
            {
                open.lines += 1;
                self.markup.push(Markup { span: Span::new(start, end), kind: kind.clone() });
            }
        }
        if blank {
            self.text.truncate(self.line_start);
            while self.markup.last().is_some_and(|markup| markup.span.start as usize >= self.line_start) {
                self.markup.pop();
            }
        } else {
            let span = Span::new(self.line_start, end).trimmed(&self.text);
            self.clip_markup(span);
            let link_share = (self.linked * 100).checked_div(self.letters).unwrap_or(0) as u8;
            self.lines.push(Line { span, kind, link_share, in_body: None });
            self.text.push('\n');
        }
        self.line_start = self.text.len();
        (self.letters, self.linked) = (0, 0);
    }

    /// Cuts the markup of the line at hand to its words: white space at its ends is not part of it.
    fn clip_markup(&mut self, words: Span) {
        let first = self
            .markup
            .iter()
            .rposition(|markup| (markup.span.start as usize) < self.line_start)
            .map_or(0, |at| at + 1);
        let clipped = self.markup.split_off(first).into_iter();
        self.markup.extend(clipped.filter_map(|markup| Some(Markup { span: markup.span.overlap(words)?, ..markup })));
    }

    /// The finished lines' text.
    pub(super) fn last_line(&self) -> &str {
        self.lines.last().map_or("", |line| line.span.of(&self.text))
    }

    /// Adds lines that were rendered apart.
    pub(super) fn append(&mut self, other: SavedText) {
        let shift = |span: Span| Span::new(span.start as usize + self.text.len(), span.end as usize + self.text.len());
        self.lines.extend(other.lines.into_iter().map(|line| Line { span: shift(line.span), ..line }));
        self.markup.extend(other.markup.into_iter().map(|markup| Markup { span: shift(markup.span), ..markup }));
        self.text.push_str(&other.text);
        self.line_start = self.text.len();
    }

    /// The saved text, its last line ended.
    pub(super) fn into_saved(mut self) -> SavedText {
        self.finish(LineKind::Plain);
        self.markup.sort_by_key(|markup| (markup.span.start, std::cmp::Reverse(markup.span.end)));
        SavedText { text: self.text, lines: self.lines, markup: self.markup }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(address: &str) -> MarkupKind {
        MarkupKind::Link(address.to_owned())
    }

    #[test]
    fn white_space_collapses_across_pieces_and_never_stands_at_an_end() {
        let mut rendering = Rendering::default();
        for piece in [" one ", "  two", "\n", "three\u{a0}four "] {
            rendering.words(piece);
        }
        let saved = rendering.into_saved();
        assert_eq!(saved.text, "one two three\u{a0}four\n");
    }

    #[test]
    fn markup_over_two_lines_is_one_range_on_each() {
        let mut rendering = Rendering::default();
        rendering.words("see ");
        rendering.open(link("x"));
        rendering.words(" here");
        rendering.finish(LineKind::Plain);
        rendering.words("and there ");
        rendering.close();
        rendering.words(" now");
        let saved = rendering.into_saved();
        let covered: Vec<&str> = saved.markup.iter().map(|markup| markup.span.of(&saved.text)).collect();
        assert_eq!(covered, ["here", "and there"]);
        assert_eq!((saved.lines[0].link_share, saved.lines[1].link_share), (57, 72));
    }

    #[test]
    fn a_line_of_nothing_but_no_break_spaces_leaves_no_trace() {
        let mut rendering = Rendering::default();
        rendering.open(MarkupKind::Strong);
        rendering.words("\u{a0}");
        rendering.close();
        rendering.finish(LineKind::Plain);
        assert_eq!(rendering.into_saved(), SavedText::default());
    }

    #[test]
    fn markup_of_white_space_at_the_end_of_a_line_is_dropped() {
        let mut rendering = Rendering::default();
        rendering.words("> ");
        rendering.open(MarkupKind::Strong);
        rendering.words("\u{a0}");
        rendering.close();
        assert_eq!(rendering.into_saved().markup, []);
    }

    #[test]
    fn markup_nested_past_the_limit_still_closes_in_order() {
        let mut rendering = Rendering::default();
        for _ in 0..40 {
            rendering.open(MarkupKind::Strong);
            rendering.open(link("x"));
        }
        rendering.words("a");
        for _ in 0..80 {
            rendering.close();
        }
        rendering.words("b");
        let saved = rendering.into_saved();
        assert!(saved.markup.len() <= NESTED_MARKUPS);
        assert_eq!(saved.lines[0].link_share, 50);
    }
}
