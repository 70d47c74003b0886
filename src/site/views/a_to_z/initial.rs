//! Under which letter, and where there, a title or name is filed.

use std::borrow::Cow;

/// The group that a title or name belongs to, in the order of the page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Initial {
    Letter(char),
    Digit,
    Other,
}

impl Initial {
    pub(super) const fn letter(self) -> char {
        match self {
            Self::Letter(letter) => letter,
            Self::Digit => '0',
            Self::Other => '#',
        }
    }

    pub(super) fn name(self) -> Cow<'static, str> {
        match self {
            Self::Letter(letter) => Cow::Owned(letter.to_string()),
            Self::Digit => Cow::Borrowed("0–9"),
            Self::Other => Cow::Borrowed("Other"),
        }
    }
}

/// How much of a title decides its place, in characters.
const KEY_LIMIT: usize = 200;

/// The group and the sort key of a title: diacritics folded, other scripts romanised, a leading
/// "the", "a" or "an" set aside.
pub(crate) fn filed_under(title: &str) -> (Initial, String) {
    let start: String = title.chars().take(KEY_LIMIT).collect();
    let folded = deunicode::deunicode(&start).to_lowercase();
    let words = folded.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    let own = ["the ", "an ", "a "].iter().find_map(|article| words.strip_prefix(article)).unwrap_or(words);
    let key = own.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    let initial = match key.chars().next() {
        Some(c) if c.is_ascii_alphabetic() => Initial::Letter(c.to_ascii_uppercase()),
        Some(_) => Initial::Digit,
        None => Initial::Other,
    };
    (initial, key.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_filed_without_articles_marks_or_diacritics() {
        assert!(filed_under("“The Éclair”") == (Initial::Letter('E'), "eclair\"".to_owned()));
        assert!(filed_under("A day").0 == Initial::Letter('D'));
        assert!(filed_under("Athens").0 == Initial::Letter('A'));
        assert!(filed_under("12 days").0 == Initial::Digit);
        assert!(filed_under("…").0 == Initial::Other);
    }
}
