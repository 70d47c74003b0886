//! The hand that writes a text: block by block, with what parts and labels them.

use super::cuts::{Mark, steps};
use super::group::Group;
use crate::base::Span;
use crate::model::{Block, Entry, LineKind, Markup, Publish, Role, Sentence};
use crate::site::markup::{Known, MarkedWords};
use crate::site::prose;
use crate::site::routes::Anchor;
use crate::site::shown::shows;
use std::fmt::Write as _;

/// Spaces before a block; what stands in a block is indented by two more.
const INDENT: usize = 8;

/// A stretch of a block: of a sentence, or of words that are in none.
struct Piece<'e> {
    span: Span,
    sentence: Option<&'e Sentence>,
    /// Whether it began on an earlier page.
    goes_on: bool,
}

/// Where the text stands.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    /// On the article's own page: what is not the article is folded away.
    Page,
    /// In the printed document: what is not the article is left out, and that said.
    Printed,
}

/// Writes the text of one article, or a part of it.
pub(super) struct Writer<'e> {
    entry: &'e Entry,
    form: Form,
    /// What is written of the saved text.
    part: Span,
    /// Where the text can be cut, while it is being weighed.
    pub(super) marks: Option<Vec<Mark>>,
    words: MarkedWords<'e>,
    pub(super) out: String,
    indent: usize,
    /// Index of the first sentence that does not end before the block at hand.
    sentence: usize,
    /// Index of the first line that does not end before the block at hand.
    line: usize,
    /// Whether something was left out since the last sentence that was written.
    gap: bool,
    /// Whether a heading of the second level stands above.
    headed: bool,
}

impl<'e> Writer<'e> {
    pub(super) fn new(entry: &'e Entry, known: Vec<Known>, shared: Vec<Span>, form: Form, part: Span) -> Self {
        let (saved, reading) = (&entry.article.saved, &entry.reading);
        let markup: Vec<Markup> = saved.markup.iter().filter(|one| one.span.overlap(part).is_some()).cloned().collect();
        Self {
            entry,
            form,
            part,
            marks: None,
            words: MarkedWords::new(&saved.text, &markup, known).sharing(shared),
            out: String::with_capacity(part.len() * 2),
            indent: INDENT,
            sentence: reading.sentences.partition_point(|one| one.span.end <= part.start),
            line: saved.lines.partition_point(|line| line.span.end <= part.start),
            gap: false,
            headed: false,
        }
    }

    /// The writer when all is written that may be shown; `None` if nothing is.
    pub(super) fn laid_out(mut self) -> Option<Self> {
        let entry = self.entry;
        let nothing_cited = entry.publish == Publish::Cited && !entry.reading.sentences.iter().any(|s| shows(entry, s));
        if entry.publish == Publish::Metadata || nothing_cited {
            return None;
        }
        self.write_blocks(self.blocks());
        // The template ends the last line.
        self.out.pop();
        Some(self)
    }

    /// The blocks of which something stands in the part.
    fn blocks(&self) -> &'e [Block] {
        let all = &self.entry.reading.blocks;
        let ends = self.part.end as usize == self.entry.article.saved.text.len();
        let from = if self.part.start == 0 { 0 } else { all.partition_point(|one| one.span.end <= self.part.start) };
        let to = if ends { all.len() } else { all.partition_point(|one| one.span.start < self.part.end) };
        &all[from..to]
    }

    fn write_blocks(&mut self, blocks: &'e [Block]) {
        let groups: Vec<Group> = blocks.iter().map(|block| Group::of(block, self.kind_of(block))).collect();
        let mut from = 0;
        while from < blocks.len() {
            let group = groups[from];
            let mut to = from + 1;
            while group != Group::Alone && groups.get(to) == Some(&group) {
                to += 1;
            }
            match group {
                Group::Folded => self.write_folded(&blocks[from..to]),
                _ => self.write_group(group, &blocks[from..to]),
            }
            from = to;
        }
        if self.gap {
            self.write_line(r#"<p class="gap" data-apparatus>[…]</p>"#);
        }
    }

    /// What the page says of the line that a block starts with; called for each block in order.
    fn kind_of(&mut self, block: &Block) -> LineKind {
        let lines = &self.entry.article.saved.lines;
        while lines.get(self.line).is_some_and(|line| line.span.end <= block.span.start) {
            self.line += 1;
        }
        lines.get(self.line).filter(|line| line.span.start < block.span.end).map_or(LineKind::Plain, |line| line.kind)
    }

    fn write_group(&mut self, group: Group, blocks: &'e [Block]) {
        let Some((open, close)) = group.tags() else {
            for block in blocks {
                self.write_block(group, block);
            }
            return;
        };
        let before = self.out.len();
        self.write_line(&format!("<{open}>"));
        let inside = self.out.len();
        self.indent += 2;
        for block in blocks {
            self.write_block(group, block);
        }
        self.indent -= 2;
        if self.out.len() == inside {
            self.out.truncate(before);
        } else {
            self.write_line(&format!("</{close}>"));
        }
    }

    fn write_block(&mut self, group: Group, block: &'e Block) {
        let pieces = self.pieces_of(block);
        if !pieces.iter().any(|piece| self.may_show(piece)) {
            self.gap |= !pieces.is_empty();
            return;
        }
        if self.gap && self.may_show(&pieces[0]) {
            self.gap = false;
            let gap = if group == Group::List { "li" } else { "p" };
            self.write_line(&format!(r#"<{gap} class="gap" data-apparatus>[…]</{gap}>"#));
        }
        let (tag, class) = self.element_of(group, block);
        match class {
            Some(class) => self.write_line(&format!(r#"<{tag} class="{class}">"#)),
            None => self.write_line(&format!("<{tag}>")),
        }
        self.indent += 2;
        if let Some(label) = label_of(block.role) {
            self.write_line(&format!(r#"<span class="role" data-apparatus>{label}</span>"#));
        }
        self.write_pieces(&pieces);
        self.indent -= 2;
        self.write_line(&format!("</{tag}>"));
    }

    /// The element for a block and its class.
    fn element_of(&mut self, group: Group, block: &Block) -> (&'static str, Option<&'static str>) {
        if block.role == Role::Subheading {
            let deep = self.headed && self.heading_level(block).is_some_and(|level| level > 2);
            self.headed = true;
            return match (self.form, deep) {
                (Form::Page, false) => ("h2", None),
                (Form::Page, true) => ("h3", None),
                (Form::Printed, false) => ("h4", None),
                (Form::Printed, true) => ("h5", None),
            };
        }
        let tag = if group == Group::List { "li" } else { "p" };
        (tag, (block.role != Role::Body).then(|| block.role.word()))
    }

    fn heading_level(&self, block: &Block) -> Option<u8> {
        let lines = &self.entry.article.saved.lines;
        let at = lines.partition_point(|line| line.span.end <= block.span.start);
        match lines.get(at)?.kind {
            LineKind::Heading(level) => Some(level),
            _ => None,
        }
    }

    fn write_folded(&mut self, blocks: &'e [Block]) {
        let mut blocks: Vec<_> = blocks.iter().map(|block| (block, self.pieces_of(block))).collect();
        if self.entry.publish != Publish::Full {
            blocks.retain(|(_, pieces)| pieces.iter().any(|piece| self.may_show(piece)));
        }
        if blocks.is_empty() {
            return;
        }
        if matches!(self.form, Form::Printed) {
            let lines = prose::counted(blocks.len(), "line", "lines");
            return self.write_line(&format!(
                r#"<p class="left-out" data-apparatus>[{lines} of the page left out: no part of the article]</p>"#
            ));
        }
        let repeats = blocks.iter().filter(|(block, _)| block.role == Role::Repeat).count();
        let what = match repeats {
            0 => "Page furniture",
            n if n == blocks.len() => "Repeated",
            _ => "Page furniture and repeats",
        };
        self.write_line(r#"<details class="folded">"#);
        self.indent += 2;
        let lines = prose::grouped(blocks.len() as u64);
        let unit = if blocks.len() == 1 { "line" } else { "lines" };
        self.write_line(&format!("<summary data-apparatus>{what}, {lines} {unit}</summary>"));
        self.write_line("<ul>");
        self.indent += 2;
        for (block, pieces) in blocks {
            self.write_line("<li>");
            self.indent += 2;
            self.write_pieces(&pieces);
            let why = format!("{}: {}", block.role.word(), block.rule.words());
            self.write_line(&format!(r#"<small class="rule" data-apparatus>{why}</small>"#));
            self.indent -= 2;
            self.write_line("</li>");
        }
        self.indent -= 2;
        self.write_line("</ul>");
        self.indent -= 2;
        self.write_line("</details>");
    }

    /// The sentences of a block, and between them words that are in none; called for each block in order.
    fn pieces_of(&mut self, block: &Block) -> Vec<Piece<'e>> {
        let (text, sentences) = (&self.entry.article.saved.text, &self.entry.reading.sentences);
        let mut pieces = Vec::new();
        let mut at = block.span.start;
        let loose = |from: u32, to: u32, pieces: &mut Vec<Piece<'e>>| {
            let span = Span { start: from, end: to.max(from) }.trimmed(text);
            if !span.is_empty() {
                pieces.push(Piece { span, sentence: None, goes_on: false });
            }
        };
        while let Some(sentence) = sentences.get(self.sentence) {
            if sentence.span.start >= block.span.end {
                break;
            }
            if let Some(span) = sentence.span.overlap(block.span) {
                loose(at, span.start, &mut pieces);
                pieces.push(Piece { span, sentence: Some(sentence), goes_on: false });
                at = span.end;
            }
            if sentence.span.end > block.span.end {
                break;
            }
            self.sentence += 1;
        }
        loose(at, block.span.end, &mut pieces);
        let within_part = |piece: Piece<'e>| {
            let span = piece.span.overlap(self.part)?;
            Some(Piece { span, goes_on: span.start > piece.span.start, ..piece })
        };
        pieces.into_iter().filter_map(within_part).collect()
    }

    fn may_show(&self, piece: &Piece<'_>) -> bool {
        match piece.sentence {
            Some(sentence) => shows(self.entry, sentence),
            None => self.entry.publish == Publish::Full,
        }
    }

    /// Writes pieces, each on a line of its own unless nothing parts them in the saved text.
    fn write_pieces(&mut self, pieces: &[Piece<'e>]) {
        let mut end_of_last = None;
        for (index, piece) in pieces.iter().enumerate() {
            if !self.may_show(piece) {
                self.gap = true;
                continue;
            }
            if self.gap {
                self.gap = false;
                self.start_line();
                self.out.push_str("<span class=\"gap\" data-apparatus>[…]</span>\n");
                end_of_last = None;
            }
            if end_of_last == Some(piece.span.start) {
                self.out.pop();
            } else {
                self.start_line();
            }
            self.note_place(piece.span.start, index == 0);
            self.write_piece(piece);
            self.out.push('\n');
            end_of_last = Some(piece.span.end);
        }
    }

    fn write_piece(&mut self, piece: &Piece<'e>) {
        let Some(sentence) = piece.sentence else {
            return self.write_words(piece.span);
        };
        let number = sentence.id.0;
        let anchor = match self.form {
            Form::Page => Anchor::Sentence(sentence.id).id(),
            Form::Printed => Anchor::PrintedSentence(&self.entry.article.id, sentence.id).id(),
        };
        if matches!(self.form, Form::Printed) && piece.span.start == sentence.span.start {
            write!(self.out, r#"<span class="s" id="{anchor}"><sup class="n" data-apparatus>{number}</sup>"#)
        } else if piece.span.start == sentence.span.start {
            write!(
                self.out,
                r##"<span class="s" id="{anchor}"><a class="permalink" href="#{anchor}" aria-label="Sentence {number}" data-apparatus>{number}</a>"##
            )
        } else {
            // Between parts of a sentence lies a line break of the saved text, before the rest of one nothing.
            let which = if piece.goes_on { "rest" } else { "part" };
            write!(self.out, r#"<span class="s" data-{which}-of="{anchor}">"#)
        }
        .expect("writing to a string cannot fail");
        self.write_words(piece.span);
        self.out.push_str("</span>");
        if self.entry.hidden.contains(&sentence.id) && piece.span.end == sentence.span.end {
            self.out.push_str(r#"<small class="hidden" data-apparatus>hidden by the editor</small>"#);
        }
    }

    /// Notes a place where the text can be cut, if it is being weighed.
    fn note_place(&mut self, at: u32, opens: bool) {
        let before = self.out.len();
        if let Some(marks) = &mut self.marks {
            marks.push(Mark { at, before, opens });
        }
    }

    /// Writes words; where they are being weighed, step by step.
    fn write_words(&mut self, span: Span) {
        if self.marks.is_none() {
            return self.words.push(&mut self.out, span);
        }
        for step in steps(span, &self.entry.article.saved.text) {
            if step.start > span.start {
                self.note_place(step.start, false);
            }
            self.words.push(&mut self.out, step);
        }
    }

    fn start_line(&mut self) {
        self.out.extend(std::iter::repeat_n(' ', self.indent));
    }

    fn write_line(&mut self, line: &str) {
        self.start_line();
        self.out.push_str(line);
        self.out.push('\n');
    }
}

/// The word in the margin for a block that is not the running text.
const fn label_of(role: Role) -> Option<&'static str> {
    Some(match role {
        Role::Headline => "Headline",
        Role::Standfirst => "Standfirst",
        Role::Kicker => "Kicker",
        Role::Dateline => "Dateline",
        Role::Byline => "Byline",
        Role::Caption => "Caption",
        Role::Credit => "Credit",
        Role::Body | Role::Subheading | Role::Repeat | Role::Furniture => return None,
    })
}
