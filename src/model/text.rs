//! An article's saved text and what the page it came from told of each line.

use crate::base::Span;

/// The text that every span of an article points into, with the page's hints.
///
/// For a `.txt` file this is the file after its front matter, decoded to UTF-8 and otherwise
/// untouched (a byte order mark is dropped). For Markdown and HTML it is a fixed rendering of all
/// text of the page: one block a line, each line ended by `\n`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedText {
    /// The words, as UTF-8.
    pub text: String,
    /// Every line of `text` that holds more than white space, in order.
    pub lines: Vec<Line>,
    /// Emphasis and links, in order of their start; empty for plain text.
    pub markup: Vec<Markup>,
}

/// One line of a saved text, with what the page tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line without the white space at its ends.
    pub span: Span,
    /// What the page says the line is.
    pub kind: LineKind,
    /// Share of the line's letters that stand inside links, in percent (0 to 100).
    pub link_share: u8,
    /// Whether an extraction library found the line in the page's main body;
    /// `None` where there was no page to look at.
    pub in_body: Option<bool>,
}

/// What a page's markup says a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// A paragraph, or a line of plain text.
    Plain,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// An item of a list.
    ListItem,
    /// Part of a block quotation.
    Quote,
    /// A row of a table, its cells parted by tabs.
    TableRow,
    /// A picture's caption or its description.
    Caption,
    /// Text in a fixed-width block.
    Code,
    /// A labelled value above the article (`Source: …`, `Date: …`, a bare address), taken as metadata.
    Label,
}

/// Inline markup over a stretch of the saved text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Markup {
    /// The words it covers.
    pub span: Span,
    /// What it does to them.
    pub kind: MarkupKind,
}

/// The inline markup that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkupKind {
    /// Stressed words (`<em>`, `*…*`).
    Emphasis,
    /// Strongly stressed words (`<strong>`, `**…**`).
    Strong,
    /// A link, with its address as the page gives it: untrusted.
    Link(String),
}

impl SavedText {
    /// Plain text: its lines carry no hints.
    #[must_use]
    pub fn plain(text: String) -> Self {
        let lines =
            lines_of(&text).map(|span| Line { span, kind: LineKind::Plain, link_share: 0, in_body: None }).collect();
        Self { text, lines, markup: Vec::new() }
    }
}

/// The spans of all lines that hold more than white space, trimmed.
///
/// Lines end at `\n`, `\r\n`, a lone `\r`, or a Unicode line or paragraph separator.
pub fn lines_of(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut start = 0;
    std::iter::from_fn(move || {
        while start < text.len() {
            let rest = &text[start..];
            let (length, skip) = rest
                .char_indices()
                .find(|(_, c)| matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}'))
                .map_or((rest.len(), 0), |(at, c)| (at, c.len_utf8()));
            let span = Span::new(start, start + length).trimmed(text);
            start += length + skip;
            if !span.is_empty() {
                return Some(span);
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_every_kind_of_line_break() {
        let text = " one\r\n\r\ntwo\rthree\u{2028}four \n";
        let lines: Vec<&str> = lines_of(text).map(|span| span.of(text)).collect();
        assert_eq!(lines, ["one", "two", "three", "four"]);
    }
}
