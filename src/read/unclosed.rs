//! Keeps words in Markdown that would vanish behind a comment or script which nothing closes.

use std::borrow::Cow;

/// What opens HTML that is not shown, and what closes it, in lower case.
const HIDDEN: [(&str, &str); 5] =
    [("<!--", "-->"), ("<script", "</script"), ("<style", "</style"), ("<?", "?>"), ("<![cdata[", "]]>")];

/// The text in which each of these that opens a line and is never closed is a word like any other.
///
/// Without that it would hide all that follows to the end of the text. Fenced code stays as it is.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let lower = text.to_ascii_lowercase();
    let closed_until = HIDDEN.map(|(_, close)| memchr::memmem::rfind(lower.as_bytes(), close.as_bytes()).unwrap_or(0));
    let mut kept = String::new();
    let (mut copied, mut start) = (0, 0);
    let mut fence: Option<&str> = None;
    for line in lower.split_inclusive(['\n', '\r']) {
        let words = line.trim_start_matches([' ', '\t', '>', '-', '*', '+']);
        match fence {
            Some(mark) if words.trim_end().starts_with(mark) => fence = None,
            Some(_) => {}
            None => fence = ["```", "~~~"].into_iter().find(|mark| words.starts_with(mark)),
        }
        let at = start + line.len() - words.len();
        let opens = |((open, _), until): (&(&str, &str), &usize)| words.starts_with(open) && *until <= at;
        if fence.is_none() && HIDDEN.iter().zip(&closed_until).any(opens) {
            kept.push_str(&text[copied..at]);
            kept.push_str("&lt;");
            copied = at + 1;
        }
        start += line.len();
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    kept.push_str(&text[copied..]);
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_closed_or_stands_in_code_is_left_alone() {
        for text in ["<!-- a -->\nb", "<STYLE>\n\na\n\n</style>", "```\n<!-- a\n```\nb", "a <!-- b", "a < b"] {
            assert!(matches!(shown(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn what_nothing_closes_is_a_word() {
        assert_eq!(shown("a\n\n<!-- b\n\nc"), "a\n\n&lt;!-- b\n\nc");
        assert_eq!(shown("<!-- a -->\n> <Script\nc"), "<!-- a -->\n> &lt;Script\nc");
        assert_eq!(shown("é\n<![CDATA[ b"), "é\n&lt;![CDATA[ b");
    }
}
