//! Whether a table holds data, or only arranges the page.

use dom_query::Node;

/// Whether the rows of a table should be lines of their own.
///
/// Not where it says that it is presentation, where a cell holds a heading, a list, a picture with
/// its caption, code, a table, or more than one paragraph, or where no row has two cells.
pub(super) fn holds_data(table: &Node<'_>) -> bool {
    if table.attr("role").is_some_and(|role| matches!(role.trim(), "presentation" | "none")) {
        return false;
    }
    let (mut in_row, mut widest, mut paragraphs) = (0, 0, 0);
    for node in table.descendants_it() {
        let Some(name) = node.node_name() else { continue };
        match &*name {
            "tr" => in_row = 0,
            "td" | "th" => {
                in_row += 1;
                widest = widest.max(in_row);
                paragraphs = 0;
            }
            "p" | "div" if is_innermost(&node) => {
                paragraphs += 1;
                if paragraphs > 1 {
                    return false;
                }
            }
            "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "dl" | "pre" | "figure" | "article"
            | "section" | "form" | "blockquote" => return false,
            _ => {}
        }
    }
    widest > 1
}

/// Whether no paragraph stands directly inside (a wrapper around one is not a second one).
fn is_innermost(node: &Node<'_>) -> bool {
    !node.children_it(false).any(|child| child.has_name("p") || child.has_name("div"))
}
