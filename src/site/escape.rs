//! Makes any text safe to stand in HTML or XML, changing nothing that a reader sees.

use crate::base::is_unshowable;
use std::fmt::Write as _;
use std::io;

/// Appends `text` to `out`, escaped for element content and double-quoted attributes.
///
/// Every character stays what it is, except those that HTML or XML cannot hold: white space among them (vertical tab,
/// form feed, next line) becomes a space, all others ([`is_unshowable`]) become U+FFFD.
pub(crate) fn push_escaped(out: &mut String, text: &str) {
    let (mut at, mut clean_from) = (0, 0);
    // Most text is clean, and bytes tell so faster than characters.
    while let Some(ahead) = text.as_bytes()[at..].iter().position(|byte| SUSPECT[usize::from(*byte)]) {
        at += ahead;
        let Some(c) = text[at..].chars().next() else { break };
        if let Some(written) = stand_in(c) {
            out.push_str(&text[clean_from..at]);
            out.push_str(written);
            clean_from = at + c.len_utf8();
        }
        at += c.len_utf8();
    }
    out.push_str(&text[clean_from..]);
}

/// What is written for a character that cannot stand as it is.
fn stand_in(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\u{b}' | '\u{c}' | '\u{85}' => Some(" "),
        c => is_unshowable(c).then_some("\u{FFFD}"),
    }
}

/// Whether a character that begins with this byte may have a stand-in.
const SUSPECT: [bool; 256] = {
    let mut suspect = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        // Controls begin with these, beyond ASCII with C2; noncharacters begin with EF, beyond the basic plane with F0 to F4.
        suspect[byte] = matches!(byte as u8, b'&' | b'<' | b'>' | b'"' | 0..0x20 | 0x7f | 0xc2 | 0xef | 0xf0..=0xf4);
        byte += 1;
    }
    suspect
};

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
        assert_eq!(escaped("a\0b\u{1b}c\u{85}d\u{FFFE}\te\r\nf\u{7f}"), "a�b�c d�\te\r\nf�");
        assert_eq!(
            escaped("a\u{b}b\u{c}c\u{fdd0}d\u{1ffff}e\u{10fffe}f\u{fffc}\u{1f600}"),
            "a b c�d�e�f\u{fffc}\u{1f600}"
        );
    }

    #[test]
    fn json_cannot_end_its_script_element() {
        assert_eq!(json_for_script(r#""</script>&""#), r#""\u003c/script\u003e\u0026""#);
    }
}
