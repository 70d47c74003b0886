//! Makes any text safe to stand in HTML or XML, changing nothing that a reader sees.

use std::fmt::Write as _;
use std::io;

/// Appends `text` to `out`, escaped for element content and double-quoted attributes.
///
/// Every character stays what it is, except those that HTML and XML cannot hold: control
/// characters other than tab and line ends, and the two noncharacters of the basic plane, become
/// U+FFFD.
pub(crate) fn push_escaped(out: &mut String, text: &str) {
    let mut clean_from = 0;
    for (at, c) in text.char_indices() {
        let written = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\t' | '\n' | '\r' => continue,
            '\u{FFFE}' | '\u{FFFF}' => "\u{FFFD}",
            c if c.is_control() => "\u{FFFD}",
            _ => continue,
        };
        out.push_str(&text[clean_from..at]);
        out.push_str(written);
        clean_from = at + c.len_utf8();
    }
    out.push_str(&text[clean_from..]);
}

/// [`push_escaped`] in the shape in which the template engine wants it.
pub(crate) fn write_escaped(text: &str, out: &mut dyn io::Write) -> io::Result<()> {
    let mut escaped = String::with_capacity(text.len() + 16);
    push_escaped(&mut escaped, text);
    out.write_all(escaped.as_bytes())
}

/// JSON that may stand in a `script` element: no `<`, `>` or `&` is left to end it or to mislead.
pub(crate) fn json_for_script(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        match c {
            '<' | '>' | '&' => {
                write!(out, "\\u{:04x}", u32::from(c)).expect("writing to a string cannot fail");
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut out = String::new();
        push_escaped(&mut out, text);
        out
    }

    #[test]
    fn markup_in_a_text_is_only_text() {
        assert_eq!(escaped(r#"a <b c="d">&amp;'"#), "a &lt;b c=&quot;d&quot;&gt;&amp;amp;'");
    }

    #[test]
    fn characters_that_no_page_can_hold_are_replaced_and_line_ends_are_not() {
        assert_eq!(escaped("a\0b\u{1b}c\u{85}d\u{FFFE}\te\r\nf\u{7f}"), "a�b�c�d�\te\r\nf�");
    }

    #[test]
    fn json_cannot_end_its_script_element() {
        assert_eq!(json_for_script(r#""</script>&""#), r#""\u003c/script\u003e\u0026""#);
    }
}
