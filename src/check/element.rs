//! Which elements are open, and which may stand in which.

use html5ever::LocalName;

/// An element whose end tag is still to come.
pub(super) struct Open {
    /// Its tag name.
    pub(super) name: LocalName,
    /// The line of its start tag.
    pub(super) line: u32,
    /// Whether it is SVG or `MathML`, where tags may close themselves.
    pub(super) foreign: bool,
    /// The number of the sentence that it is part of.
    pub(super) sentence: Option<u32>,
    /// Whether its text is the page's apparatus and not the article's words.
    pub(super) apparatus: bool,
}

/// The open elements, outermost first.
#[derive(Default)]
pub(super) struct Stack(Vec<Open>);

impl Stack {
    /// The innermost open element.
    pub(super) fn top(&self) -> Option<&Open> {
        self.0.last()
    }

    /// Opens an element.
    pub(super) fn push(&mut self, open: Open) {
        self.0.push(open);
    }

    /// Closes the innermost element of that name. Yields those inside it that were still open, or
    /// `None` where no such element is open.
    pub(super) fn close(&mut self, name: &LocalName) -> Option<Vec<Open>> {
        let at = self.0.iter().rposition(|open| open.name == *name)?;
        let inside = self.0.split_off(at + 1);
        self.0.pop();
        Some(inside)
    }

    /// All that are still open.
    pub(super) fn take(&mut self) -> Vec<Open> {
        std::mem::take(&mut self.0)
    }

    /// The open element that a start tag of `name` would make a browser close.
    ///
    /// HTML standard, 13.2.6.4.7: a block ends a paragraph, and a link another link.
    pub(super) fn ended_by(&self, name: &str) -> Option<&Open> {
        let ended = match name {
            "a" | "button" => name,
            name if ends_paragraph(name) => "p",
            _ => return None,
        };
        // Whatever stands in a block that stands in a paragraph was told of with that block.
        let told = |open: &Open| ended == "p" && &*open.name != "p" && ends_paragraph(&open.name);
        let outward = self.0.iter().rev();
        let mut scope = outward.take_while(|open| !is_scope(&open.name) && !open.foreign && !told(open));
        scope.find(|open| &*open.name == ended)
    }
}

/// Whether an element has no content and no end tag.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

fn is_scope(name: &str) -> bool {
    matches!(name, "html" | "table" | "td" | "th" | "caption" | "template" | "object" | "marquee" | "applet")
}

#[rustfmt::skip]
fn ends_paragraph(name: &str) -> bool {
    matches!(
        name,
        "address" | "article" | "aside" | "blockquote" | "center" | "dd" | "details" | "dialog" | "dir" | "div" | "dl"
            | "dt" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
            | "header" | "hgroup" | "hr" | "li" | "main" | "menu" | "nav" | "ol" | "p" | "pre" | "search" | "section"
            | "summary" | "table" | "ul"
    )
}
