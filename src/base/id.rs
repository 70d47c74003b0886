//! Names that pages, anchors and data files are addressed by.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An article's id: the `id` of its metadata, else the slug of its file stem.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ArticleId(String);

/// An actor's id: the file stem of its record, else the slug of its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ActorId(String);

/// An outlet's id: its table name in `outlets.toml`, else the slug of its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OutletId(String);

/// The id of an analyst's note: the slug of its file stem.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NoteId(String);

macro_rules! text_id {
    ($name:ident) => {
        impl $name {
            /// The id that `text` stands for: its slug.
            #[must_use]
            pub fn new(text: &str) -> Self {
                Self(slug(text))
            }

            /// The id as text: lower-case ASCII letters, digits and hyphens.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_id!(ActorId);
text_id!(ArticleId);
text_id!(NoteId);
text_id!(OutletId);

/// A sentence's number within its article, counted from 1 over all blocks, whatever their role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SentenceId(pub u32);

impl fmt::Display for SentenceId {
    /// As the anchor on the article's page: `s12`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "s{}", self.0)
    }
}

/// Longest slug, in bytes: file systems allow 255 for a name, and several share a page's file name.
const SLUG_LIMIT: usize = 80;

/// `text` as lower-case ASCII words joined by hyphens, other scripts romanised; never empty.
///
/// The result is safe as a file name on every system: what Windows reserves (`con`, `nul`, …)
/// gets a trailing `-x`.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let romanised = if text.is_ascii() { text.to_owned() } else { deunicode::deunicode(text) };
    for c in romanised.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if c != '\'' && !out.ends_with('-') {
            out.push('-');
        }
    }
    if out.len() > SLUG_LIMIT {
        let cut = out[..=SLUG_LIMIT].rfind('-').filter(|at| *at > SLUG_LIMIT / 2).unwrap_or(SLUG_LIMIT);
        out.truncate(cut);
    }
    let trimmed = out.trim_matches('-');
    if trimmed.is_empty() {
        return "untitled".to_owned();
    }
    let reserved = matches!(trimmed, "con" | "prn" | "aux" | "nul")
        || matches!(trimmed.as_bytes(), [a, b, c, b'1'..=b'9'] if matches!(&[*a, *b, *c], b"com" | b"lpt"));
    if reserved { format!("{trimmed}-x") } else { trimmed.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain_ascii_words() {
        assert_eq!(slug("Erdoğan’s “plan”, 2.0"), "erdogans-plan-2-0");
        assert_eq!(slug("  --  "), "untitled");
        assert_eq!(slug("NUL"), "nul-x");
        assert_eq!(slug("Lpt3"), "lpt3-x");
    }

    #[test]
    fn long_slugs_end_at_a_word() {
        let long = slug(&"word ".repeat(60));
        assert!(long.len() <= SLUG_LIMIT && long.ends_with("word"), "{long}");
        assert_eq!(slug(&"x".repeat(300)).len(), SLUG_LIMIT);
    }
}
