//! Finds the fence of metadata at the head of a file.

use super::fields::{Notation, misspelt};
use super::metadata;
use crate::model::text::lines_of;
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

/// Lines at the head of a file that are looked through for fields that may withhold it.
const HEAD: usize = 100;

/// Whether the head of `text`, which could not be read as metadata, may withhold the text.
///
/// So does a line that withholds in so many words (`publish: metadata`), and a field `publish` or `ignore` below what
/// looks like a fence: one behind a blank line, indented, of other length, with line ends of its own.
pub(super) fn may_withhold(text: &str) -> bool {
    let lines = || lines_of(text).take(HEAD).map(|span| span.of(text));
    let fields = || lines().filter_map(field);
    let in_words = |(name, value): (String, String)| name == "publish" && matches!(&*value, "metadata" | "cited");
    let named = |(name, _): (String, String)| matches!(misspelt(&name, &metadata::KNOWN), Some("publish" | "ignore"));
    let fenced = lines().next().is_some_and(looks_like_fence);
    fields().any(in_words) || fenced && fields().any(named)
}

/// A line that looks like a field: its name and value in lower case, without quotation marks.
fn field(line: &str) -> Option<(String, String)> {
    let (name, value) = line.split_once([':', '='])?;
    let bare = |words: &str| words.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    Some((bare(name), bare(value)))
}

/// Whether a line may be meant for a fence: hyphens or plus signs, or what programs turn hyphens into.
fn looks_like_fence(line: &str) -> bool {
    let dash = |c: char| matches!(c, '-' | '+' | '~' | '`' | '\u{2010}'..='\u{2015}');
    let drawn = line.chars().take_while(|c| dash(*c)).count();
    drawn >= 2 || line.starts_with(['\u{2013}', '\u{2014}'])
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

    #[test]
    fn a_head_that_may_withhold_is_known_however_it_is_written() {
        for head in [
            "---\rpublish: metadata\r---\rText",
            "\n---\npublish: metadata\n---\n",
            "----\ntitle: A\npublsh: none\n----\n",
            "  ---\n  \"publish\" : cited\n  ---\n",
            "\u{2014}-\npublish = \"metadata\"\n",
            "```yaml\nignore: true\n```\n",
            "title: A\npublish: metadata\n\nText",
        ] {
            assert!(may_withhold(head), "{head}");
        }
        for head in ["Storm\nPublish: 2 March 2020\nText", "---\nThey publish: nobody reads.\n", "Publish or perish"] {
            assert!(!may_withhold(head), "{head}");
        }
    }
}
