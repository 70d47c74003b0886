//! What is wrong, where, and how to mend it.

use serde::Serialize;

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; changes no exit code.
    Note,
    /// A finding: something an editor should look at. Fails only under `--strict`.
    Warning,
    /// Something was left out of the dossier, or a promise of the site is broken.
    Error,
}

/// Where in a file a diagnostic points, with enough of the file to show it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The file, relative to the dossier's root, with forward slashes.
    pub file: String,
    /// Line, counted from 1; 0 when the whole file is meant.
    pub line: u32,
    /// Column in characters, counted from 1; 0 when the whole line or file is meant.
    pub column: u32,
    /// The offending line as it stands in the file (cut where very long), or empty.
    pub source: String,
    /// Length of the offending part of `source`, in characters; 0 when unknown.
    pub length: u32,
}

impl Place {
    /// The whole of `file`.
    #[must_use]
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), line: 0, column: 0, source: String::new(), length: 0 }
    }

    /// The bytes `range` of `text`, which is the content of `file`.
    ///
    /// A range past the end of the text points at its last line; a range over several lines is
    /// cut at the end of its first.
    #[must_use]
    pub fn at(file: impl Into<String>, text: &str, range: std::ops::Range<usize>) -> Self {
        let mut start = range.start.min(text.len());
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line_text = text[line_start..].lines().next().unwrap_or("");
        let count = |s: &str| u32::try_from(s.chars().count()).unwrap_or(u32::MAX);
        let mut end = range.end.clamp(start, (line_start + line_text.len()).max(start));
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        Self {
            file: file.into(),
            line: count_lines(before) + 1,
            column: count(&text[line_start..start]) + 1,
            source: line_text.chars().take(SOURCE_LIMIT).collect(),
            length: count(&text[start..end.max(start)]),
        }
    }
}

/// Longest source line that a diagnostic carries, in characters.
const SOURCE_LIMIT: usize = 240;

fn count_lines(text: &str) -> u32 {
    u32::try_from(memchr::memchr_iter(b'\n', text.as_bytes()).count()).unwrap_or(u32::MAX)
}

/// One thing to tell the reader of the terminal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Diagnostic {
    /// Where; the field stands first so that sorting goes by file and line.
    pub place: Option<Place>,
    /// How much it matters.
    pub severity: Severity,
    /// A stable kebab-case name, such as `unknown-field`.
    pub code: &'static str,
    /// What is wrong, in one sentence without a final stop.
    pub message: String,
    /// How to mend it, in one sentence without a final stop.
    pub hint: Option<String>,
}

impl Diagnostic {
    fn new(severity: Severity, code: &'static str, message: impl Into<String>) -> Self {
        Self { place: None, severity, code, message: message.into(), hint: None }
    }

    /// Something was left out, or a promise is broken.
    #[must_use]
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message)
    }

    /// Something an editor should look at.
    #[must_use]
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message)
    }

    /// Something worth knowing.
    #[must_use]
    pub fn note(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Note, code, message)
    }

    /// The same, pointing at `place`.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// The same, with a way to mend it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_characters_from_one() {
        let text = "one\ntwö three\nfour";
        let place = Place::at("f", text, 9..14);
        assert_eq!((place.line, place.column, place.length), (2, 5, 5));
        assert_eq!(place.source, "twö three");
    }

    #[test]
    fn a_place_past_the_end_points_at_the_last_line() {
        let place = Place::at("f", "one\ntwo", 90..95);
        assert_eq!((place.line, place.source.as_str()), (2, "two"));
    }
}
