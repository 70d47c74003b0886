//! What the elements of HTML are to a text: blocks, cells, emphasis, or nothing at all.

use crate::model::LineKind;

/// Elements that stand on lines of their own (the HTML Standard's rendering section, `display: block` and its kin).
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "optgroup"
            | "option"
            | "p"
            | "plaintext"
            | "pre"
            | "search"
            | "section"
            | "select"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "textarea"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
            | "xmp"
    )
}

/// What lines directly inside an element are, where the element says so.
pub(super) fn line_kind(name: &str) -> Option<LineKind> {
    Some(match name {
        "h1" => LineKind::Heading(1),
        "h2" => LineKind::Heading(2),
        "h3" => LineKind::Heading(3),
        "h4" => LineKind::Heading(4),
        "h5" => LineKind::Heading(5),
        "h6" => LineKind::Heading(6),
        "li" | "dt" | "dd" | "option" => LineKind::ListItem,
        "blockquote" => LineKind::Quote,
        "figcaption" | "caption" => LineKind::Caption,
        "pre" | "listing" | "xmp" | "plaintext" => LineKind::Code,
        _ => return None,
    })
}

/// Elements whose content no reader sees as text of the page.
pub(super) fn is_unseen(name: &str) -> bool {
    matches!(
        name,
        "annotation"
            | "annotation-xml"
            | "datalist"
            | "head"
            | "iframe"
            | "noembed"
            | "noframes"
            | "script"
            | "style"
            | "svg"
            | "template"
            | "title"
    )
}

/// Elements that never hold anything.
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
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements that a parser opens again in every later block until they are closed.
pub(super) fn is_reopened(name: &str) -> bool {
    matches!(
        name,
        "b" | "big" | "code" | "em" | "font" | "i" | "nobr" | "s" | "small" | "strike" | "strong" | "tt" | "u"
    )
}
