//! Finds the fence of metadata at the head of a file.

use super::fields::Notation;
use std::ops::Range;

/// A fence at the head of a file: what it is written in, and the bytes inside and after it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fence {
    /// TOML between `+++` lines, YAML between `---` lines.
    pub(super) notation: Notation,
    /// The bytes between the fence's two lines.
    pub(super) inside: Range<usize>,
    /// Where the rest of the file starts.
    pub(super) end: usize,
}

/// A fence that is opened and never closed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unclosed;

/// The fence that `text` opens with, if any.
///
/// Its first line must be `---` or `+++` alone at the very start, and it must look like fields:
/// a text that opens with a drawn rule is left alone.
pub(super) fn fence(text: &str) -> Result<Option<Fence>, Unclosed> {
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next() else { return Ok(None) };
    let (notation, sign, mark) = match first.trim_end() {
        "---" => (Notation::Yaml, ':', "---"),
        "+++" => (Notation::Toml, '=', "+++"),
        _ => return Ok(None),
    };
    let start = first.len();
    let looks_like_fields = lines
        .clone()
        .map(str::trim)
        .find(|line| !line.is_empty() && !line.starts_with('#'))
        .is_some_and(|line| line.contains(sign) || line == mark);
    if !looks_like_fields {
        return Ok(None);
    }
    let mut at = start;
    for line in lines {
        if line.trim_end() == mark {
            return Ok(Some(Fence { notation, inside: start..at, end: at + line.len() }));
        }
        at += line.len();
    }
    Err(Unclosed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fence_is_found_with_either_line_end() {
        let found = fence("---\r\ntitle: A\r\n---\r\nText").unwrap().unwrap();
        assert_eq!((found.notation, found.inside, found.end), (Notation::Yaml, 5..15, 20));
        let found = fence("+++\ntitle = \"A\"\n+++\n").unwrap().unwrap();
        assert_eq!((found.notation, found.end), (Notation::Toml, 20));
    }

    #[test]
    fn a_drawn_rule_is_no_fence() {
        assert_eq!(fence("---\nThe talks began.\n---\n"), Ok(None));
        assert_eq!(fence("Title\n---\na: b\n---\n"), Ok(None));
    }

    #[test]
    fn a_fence_without_end_is_told() {
        assert_eq!(fence("---\ntitle: A\nThe talks began.\n"), Err(Unclosed));
    }
}
