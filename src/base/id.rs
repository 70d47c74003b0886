//! Names that pages, anchors and data files are addressed by.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;
use unicode_normalization::UnicodeNormalization as _;

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

            /// The id that the same name had while ids were slugs without a hash, if that is another.
            #[must_use]
            pub fn former(&self) -> Option<Self> {
                without_hash(&self.0).map(|words| Self(words.to_owned()))
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

/// Longest slug of words, in bytes: file systems allow 255 for a name, and several share a page's file name.
const WORDS_LIMIT: usize = 80;

/// What a hash in a slug begins with: no word that a slug is made of is likely to look so.
const HASH_MARK: &str = "-x";

/// Hexadecimal digits of a hash in a slug: two names that share all words of their slugs share these once in 16 million.
const HASH_DIGITS: usize = 6;

/// Longest slug, in bytes.
const SLUG_LIMIT: usize = WORDS_LIMIT + HASH_MARK.len() + HASH_DIGITS;

/// `text` as lower-case ASCII words joined by hyphens, other scripts romanised; never empty, and what it is of its own
/// slug.
///
/// Where the words do not tell `text` from other names, since letters were romanised, signs dropped or words cut, a
/// hash of `text` follows: `事报` and `时报` are two, as are `C News` and `C++ News`. Case, white space and the marks
/// that [part words](parts_words) tell no name from another.
///
/// The result is safe as a file name on every system: what Windows reserves (`con`, `nul`, …)
/// gets a trailing `-x`.
#[must_use]
pub fn slug(text: &str) -> String {
    let name: String = text.nfc().flat_map(char::to_lowercase).collect();
    let mut words = words(&name);
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || parts_words(c));
    if plain && words.len() <= SLUG_LIMIT && !words.is_empty() {
        return if is_device(&words) { words + HASH_MARK } else { words };
    }
    cut(&mut words);
    if words.is_empty() {
        words.push_str("untitled");
    }
    words + HASH_MARK + &hash(&name)
}

/// The slug of a name without the hash that may follow it: what addresses were made of when slugs had none.
#[must_use]
pub fn without_hash(slug: &str) -> Option<&str> {
    let (words, hash) = slug.rsplit_once(HASH_MARK)?;
    let is_hash = hash.len() == HASH_DIGITS && hash.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'a'..=b'f'));
    (is_hash && !words.is_empty()).then_some(words)
}

/// Whether a character only parts words, so that names which differ in it alone are one name.
fn parts_words(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '_' | '.' | ',' | ':' | ';' | '(' | ')' | '"' | '\'') || "–—‘’“”".contains(c)
}

/// The words of a name in lower case, romanised and joined by hyphens.
fn words(name: &str) -> String {
    let romanised = if name.is_ascii() { name.to_owned() } else { deunicode::deunicode(name) };
    let mut words = String::with_capacity(romanised.len());
    for c in romanised.chars() {
        if c.is_ascii_alphanumeric() {
            words.push(c.to_ascii_lowercase());
        } else if c != '\'' && !words.is_empty() && !words.ends_with('-') {
            words.push('-');
        }
    }
    words.truncate(words.trim_end_matches('-').len());
    words
}

/// Cuts the words of a slug at the limit, between two of them where one ends near it.
fn cut(words: &mut String) {
    if words.len() > WORDS_LIMIT {
        let at = words[..=WORDS_LIMIT].rfind('-').filter(|at| *at > WORDS_LIMIT / 2).unwrap_or(WORDS_LIMIT);
        words.truncate(at);
    }
}

fn hash(name: &str) -> String {
    let mut digits = in_hex(&Sha256::digest(name));
    digits.truncate(HASH_DIGITS);
    digits
}

/// Eight hexadecimal digits for texts: two of 10,000 things share them once in 80 dossiers.
pub fn hash_of<T: AsRef<str>>(texts: &[T]) -> String {
    let mut digest = Sha256::new();
    for text in texts {
        digest.update(text.as_ref());
        digest.update([0]);
    }
    in_hex(&digest.finalize())
}

/// The first four bytes of a digest as eight hexadecimal digits.
fn in_hex(digest: &[u8]) -> String {
    let first = digest.iter().take(4).fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte));
    format!("{first:08x}")
}

/// Whether Windows reserves a name for a device.
fn is_device(name: &str) -> bool {
    matches!(name, "con" | "prn" | "aux" | "nul")
        || matches!(name.as_bytes(), [a, b, c, b'1'..=b'9'] if matches!(&[*a, *b, *c], b"com" | b"lpt"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain_ascii_words() {
        assert_eq!(slug("The “Port”, 2.0"), "the-port-2-0");
        assert_eq!(slug("O’Neil_Report"), "oneil-report");
        assert_eq!(slug("NUL"), "nul-x");
        assert_eq!(slug("Lpt3"), "lpt3-x");
    }

    #[test]
    fn names_that_differ_in_letters_or_signs_differ_in_their_slugs() {
        for (one, other) in [
            ("事报", "时报"),
            ("C News", "C++ News"),
            ("Erdogan", "Erdoğan"),
            ("Reuters", "R\u{435}uters"),
            ("*", "#"),
            (&*"word ".repeat(60), &*"word ".repeat(61)),
        ] {
            assert_ne!(slug(one), slug(other));
        }
        assert_eq!(slug("C  News"), slug("c news"));
        assert_eq!(slug("ERDOG\u{306}AN"), slug("erdoğan"));
    }

    #[test]
    fn a_slug_is_its_own_slug() {
        for name in ["事报", "C++", "  --  ", "nul", &"word ".repeat(60), &"x".repeat(300), &"é".repeat(300)] {
            let once = slug(name);
            assert_eq!(slug(&once), once, "{name}");
            assert!(once.len() <= SLUG_LIMIT, "{once}");
        }
    }

    #[test]
    fn what_a_slug_was_without_a_hash_is_known() {
        assert_eq!(without_hash(&slug("Erdoğan")), Some("erdogan"));
        assert_eq!(without_hash("erdogan"), None);
        assert_eq!(without_hash("route-x66"), None);
    }
}
