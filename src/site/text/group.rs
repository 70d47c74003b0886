//! What encloses the blocks of a text: lists, quotations, tables, and what is folded away.

use crate::model::{Block, LineKind, Role};

/// What encloses neighbouring blocks of one kind.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    /// A block that stands for itself.
    Alone,
    /// Folded away: furniture and repeats.
    Folded,
    /// Items of a list.
    List,
    /// Paragraphs of a block quotation.
    Quote,
    /// Rows of a table.
    Rows,
    /// Lines in a fixed width.
    Code,
}

impl Group {
    pub(super) fn of(block: &Block, kind: LineKind) -> Self {
        match (block.role, kind) {
            (role, _) if role.is_folded() => Self::Folded,
            (Role::Body, LineKind::ListItem) => Self::List,
            (Role::Body, LineKind::Quote) => Self::Quote,
            (Role::Body, LineKind::TableRow) => Self::Rows,
            (Role::Body, LineKind::Code) => Self::Code,
            _ => Self::Alone,
        }
    }

    /// The tags around the group, without their angle brackets.
    pub(super) const fn tags(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Alone | Self::Folded => None,
            Self::List => Some(("ul", "ul")),
            Self::Quote => Some(("blockquote", "blockquote")),
            Self::Rows => Some((r#"div class="rows" role="group" aria-label="Table""#, "div")),
            Self::Code => Some((r#"div class="code""#, "div")),
        }
    }
}
