//! From a parsed page to its saved text: every word a reader could see, one block a line.

use super::squeezed::squeezed;
use super::tags;
use crate::model::{LineKind, MarkupKind, SavedText};
use crate::read::rendering::Rendering;
use dom_query::{Document, Node, NodeId};

/// A page's text, and which of the page's nodes each line came from.
pub(super) struct Rendered {
    /// The text.
    pub(super) saved: SavedText,
    /// Each node that shows, in order.
    pub(super) pieces: Vec<Piece>,
}

/// What one node of the page adds to one line.
pub(super) struct Piece {
    /// The text node, or the picture whose description it is.
    pub(super) node: NodeId,
    /// Index of the line.
    pub(super) line: usize,
    /// Characters that show.
    pub(super) shown: usize,
}

/// Renders all text of a page.
pub(super) fn render(document: &Document) -> Rendered {
    let mut walk = Walk::default();
    let root = document.root();
    let mut node = root;
    loop {
        if walk.enter(&node) {
            if let Some(child) = node.first_child() {
                node = child;
                continue;
            }
            walk.leave(&node);
        }
        // Without recursion, so that no depth of nesting matters.
        loop {
            if node.id == root.id {
                walk.border();
                return Rendered { saved: walk.out.into_saved(), pieces: walk.pieces };
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else { continue };
            node = parent;
            walk.leave(&node);
        }
    }
}

#[derive(Default)]
struct Walk {
    out: Rendering,
    pieces: Vec<Piece>,
    /// What lines are, by the elements open around them.
    kinds: Vec<LineKind>,
    tables: Vec<Table>,
    /// Descriptions of pictures that wait for the line they stand in to end.
    descriptions: Vec<(NodeId, String)>,
    noscripts: usize,
    breaks: usize,
    /// Where the last link ended, and where it led.
    link_end: Option<(usize, String)>,
}

struct Table {
    /// Rows are lines; else cells only arrange blocks.
    holds_data: bool,
    /// Cells begun in the current row.
    cells: usize,
    in_cell: bool,
}

impl Walk {
    /// Whether to go into the node's children (and then to leave it).
    fn enter(&mut self, node: &Node<'_>) -> bool {
        if node.is_text() {
            self.text(node.id, &node.text());
            return false;
        }
        let Some(name) = node.node_name() else { return node.is_document() };
        let name = &*name;
        if tags::is_unseen(name) {
            return false;
        }
        match name {
            "br" => self.line_break(),
            "img" => self.picture(node),
            "input" => self.input(node),
            "a" => self.link(node),
            "em" | "i" => self.out.open(MarkupKind::Emphasis),
            "strong" | "b" => self.out.open(MarkupKind::Strong),
            "q" => self.generated("“"),
            "noscript" => self.noscripts += 1,
            "button" if !is_in_sentence(node) => self.border(),
            _ if tags::is_block(name) => self.block(name, node),
            _ => {}
        }
        !tags::is_void(name)
    }

    fn leave(&mut self, node: &Node<'_>) {
        let Some(name) = node.node_name() else { return };
        match &*name {
            "a" => {
                if let Some(address) = node.attr("href") {
                    self.out.close();
                    self.link_end = Some((self.out.len(), address.to_string()));
                }
            }
            "em" | "i" | "strong" | "b" => self.out.close(),
            "q" => self.generated("”"),
            "noscript" => self.noscripts -= 1,
            "button" if !is_in_sentence(node) => self.border(),
            "td" | "th" => {
                self.border();
                if let Some(table) = self.tables.last_mut() {
                    table.in_cell = false;
                }
            }
            "tr" => self.end_row(),
            "table" => {
                self.border();
                self.tables.pop();
                self.border();
            }
            name if tags::is_block(name) => {
                self.border();
                if tags::line_kind(name).is_some() {
                    self.kinds.pop();
                }
            }
            _ => {}
        }
    }

    fn block(&mut self, name: &str, node: &Node<'_>) {
        let is_cell = matches!(name, "td" | "th");
        if !(is_cell && self.tables.last().is_some_and(|table| table.holds_data)) {
            self.border();
        }
        match (name, self.tables.last_mut()) {
            ("table", _) => {
                let holds_data = super::table::holds_data(node) && !self.in_data_cell();
                self.tables.push(Table { holds_data, cells: 0, in_cell: false });
            }
            ("tr", _) => self.end_row(),
            ("td" | "th", Some(table)) => {
                if table.holds_data && table.cells > 0 {
                    self.out.cell();
                }
                table.cells += 1;
                table.in_cell = true;
            }
            _ => self.kinds.extend(tags::line_kind(name)),
        }
    }

    fn end_row(&mut self) {
        if self.tables.last().is_some_and(|table| table.holds_data) {
            self.finish(LineKind::TableRow);
        }
        if let Some(table) = self.tables.last_mut() {
            (table.cells, table.in_cell) = (0, false);
        }
        self.border();
    }

    fn in_data_cell(&self) -> bool {
        self.tables.iter().any(|table| table.holds_data && table.in_cell)
    }

    fn kind(&self) -> LineKind {
        self.kinds.last().copied().unwrap_or(LineKind::Plain)
    }

    /// The border of a block: the line ends, save in a cell of a data table.
    fn border(&mut self) {
        if self.in_data_cell() {
            self.out.space();
        } else {
            self.finish(self.kind());
        }
    }

    fn finish(&mut self, kind: LineKind) {
        self.breaks = 0;
        self.out.finish(kind);
        for (node, description) in std::mem::take(&mut self.descriptions) {
            if !squeezed(self.out.last_line()).contains(&description) {
                let (line, shown) = (self.out.line(), self.out.words(&description));
                self.pieces.push(Piece { node, line, shown });
                self.out.finish(LineKind::Caption);
            }
        }
    }

    fn text(&mut self, node: NodeId, text: &str) {
        let mut rest = text;
        if self.kind() == LineKind::Code && !self.in_data_cell() {
            while let Some((line, after)) = rest.split_once('\n') {
                self.shown(node, line, Rendering::verbatim);
                self.finish(LineKind::Code);
                rest = after;
            }
            self.shown(node, rest, Rendering::verbatim);
        } else {
            self.shown(node, rest, Rendering::words);
        }
    }

    fn shown(&mut self, node: NodeId, text: &str, add: fn(&mut Rendering, &str) -> usize) {
        let shown = add(&mut self.out, text);
        if shown > 0 {
            self.pieces.push(Piece { node, line: self.out.line(), shown });
            self.breaks = 0;
        }
    }

    /// Characters that a browser adds.
    fn generated(&mut self, text: &str) {
        self.out.words(text);
    }

    /// One break is a space, since pages break lines for their looks; two part paragraphs.
    fn line_break(&mut self) {
        self.breaks += 1;
        self.out.space();
        if self.kind() == LineKind::Code || self.breaks == 2 {
            let breaks = self.breaks;
            self.border();
            self.breaks = breaks;
        }
    }

    fn link(&mut self, node: &Node<'_>) {
        let Some(address) = node.attr("href") else { return };
        // Links that touch are items of a menu, parted by style alone; pieces of one link are not.
        let touches = self.link_end.take().is_some_and(|(end, to)| end == self.out.len() && *to != *address);
        if touches && !self.out.is_spaced() {
            self.out.space();
        }
        self.out.open(MarkupKind::Link(address.trim().to_owned()));
    }

    fn input(&mut self, node: &Node<'_>) {
        let is_button = node.attr("type").is_some_and(|kind| {
            ["submit", "button", "reset"].iter().any(|button| kind.trim().eq_ignore_ascii_case(button))
        });
        if is_button && let Some(label) = node.attr("value") {
            self.border();
            self.shown(node.id, &label, Rendering::words);
            self.border();
        }
    }

    fn picture(&mut self, node: &Node<'_>) {
        // Pages that load pictures late give each a second time for readers without scripts.
        let Some(description) = node.attr("alt").filter(|_| self.noscripts == 0) else { return };
        let description = squeezed(&description);
        if description.is_empty() || super::caption::repeats(node, &description) {
            return;
        }
        self.descriptions.push((node.id, description));
    }
}

/// Whether a button stands in a sentence (as a word that explains itself), not beside the text.
fn is_in_sentence(button: &Node<'_>) -> bool {
    button.parent().is_some_and(|parent| parent.has_name("p"))
}
