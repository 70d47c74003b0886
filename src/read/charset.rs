//! The encoding that an HTML page declares, found by the prescan of the HTML Standard.

use encoding_rs::Encoding;

/// How much of a page is searched for its declaration, in bytes. The Standard asks for 1024 at
/// least; pages with long comments at their head declare later.
const PRESCAN: usize = 16 * 1024;

/// The encoding that a page declares in a `<meta>` element or XML declaration near its head, by
/// the Encoding Standard's name.
///
/// Follows "prescan a byte stream to determine its encoding" of the HTML Standard (13.2.3.2);
/// like there, a declared UTF-16 means UTF-8 (the declaration could not have been read otherwise).
#[must_use]
pub(super) fn declared_charset(bytes: &[u8]) -> Option<String> {
    let mut scan = Scan { bytes: &bytes[..bytes.len().min(PRESCAN)], at: 0 };
    let label = scan.find()?;
    Some(label.name().to_owned())
}

struct Scan<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Scan<'_> {
    fn find(&mut self) -> Option<&'static Encoding> {
        let xml = self.xml_encoding();
        while let Some(skip) = memchr::memchr(b'<', self.rest()) {
            self.at += skip;
            let rest = self.rest();
            if rest.starts_with(b"<!--") {
                // `<!-->` is a whole comment: its end may share the hyphens of its start.
                self.at += memchr::memmem::find(&rest[2..], b"-->").map_or(rest.len(), |end| end + 5);
            } else if is_tag(rest, b"<meta") {
                self.at += 5;
                if let Some(encoding) = self.meta() {
                    return Some(encoding);
                }
            } else if rest.get(1).is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!' | b'?')) {
                self.tag(rest[1]);
            } else {
                self.at += 1;
            }
        }
        xml
    }

    fn rest(&self) -> &[u8] {
        &self.bytes[self.at..]
    }

    /// Steps over a tag, or a declaration that ends at the next `>`.
    fn tag(&mut self, second: u8) {
        let named = second == b'/' || second.is_ascii_alphabetic();
        if !named || self.rest().get(1..3).is_some_and(|b| b[0] == b'/' && !b[1].is_ascii_alphabetic()) {
            self.at += memchr::memchr(b'>', self.rest()).unwrap_or(self.rest().len());
            return;
        }
        self.at += 2;
        let name = self.rest().iter().position(|b| b.is_ascii_whitespace() || *b == b'>');
        self.at += name.unwrap_or(self.rest().len());
        while self.attribute().is_some() {}
    }

    /// The encoding that the `<meta>` whose attributes follow declares, if it does.
    fn meta(&mut self) -> Option<&'static Encoding> {
        let (mut pragma, mut needs_pragma, mut charset) = (false, None, None);
        let mut seen: Vec<String> = Vec::new();
        while let Some((name, value)) = self.attribute() {
            if seen.contains(&name) || seen.len() > 16 {
                continue;
            }
            match name.as_str() {
                "http-equiv" => pragma |= value == "content-type",
                "content" if charset.is_none() => {
                    if let Some(found) = charset_of_content(&value) {
                        charset = Some(found);
                        needs_pragma = Some(true);
                    }
                }
                "charset" => {
                    charset = Encoding::for_label(value.as_bytes());
                    needs_pragma = Some(false);
                }
                _ => {}
            }
            seen.push(name);
        }
        charset.filter(|_| needs_pragma.is_some_and(|needed| pragma || !needed)).map(as_declared)
    }

    /// The next attribute, its name and value in lower case, as the Standard's "get an attribute".
    fn attribute(&mut self) -> Option<(String, String)> {
        self.skip(|b| b.is_ascii_whitespace() || b == b'/');
        if matches!(self.rest().first(), None | Some(b'>')) {
            return None;
        }
        let start = self.at;
        // The first byte belongs to the name even where it is `=`.
        self.at += 1;
        self.skip(|b| !b.is_ascii_whitespace() && !matches!(b, b'=' | b'/' | b'>'));
        let name = lower(&self.bytes[start..self.at]);
        self.skip(|b| b.is_ascii_whitespace());
        if self.rest().first() != Some(&b'=') {
            return Some((name, String::new()));
        }
        self.at += 1;
        self.skip(|b| b.is_ascii_whitespace());
        let quote = self.rest().first().copied().filter(|b| matches!(b, b'"' | b'\''));
        self.at += usize::from(quote.is_some());
        let start = self.at;
        self.skip(|b| quote.map_or(!b.is_ascii_whitespace() && b != b'>', |quote| b != quote));
        let value = lower(&self.bytes[start..self.at]);
        self.at = (self.at + usize::from(quote.is_some())).min(self.bytes.len());
        Some((name, value))
    }

    fn skip(&mut self, go_on: impl Fn(u8) -> bool) {
        let count = self.rest().iter().take_while(|b| go_on(**b)).count();
        self.at += count;
    }

    /// The encoding of an XML declaration at the very start.
    fn xml_encoding(&self) -> Option<&'static Encoding> {
        let declaration = self.bytes.strip_prefix(b"<?xml")?;
        let declaration = &declaration[..memchr::memchr(b'>', declaration)?];
        let after = &declaration[memchr::memmem::find(declaration, b"encoding")? + 8..];
        let value = after.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let (quote, value) = value.split_first().filter(|(q, _)| matches!(q, b'"' | b'\''))?;
        Encoding::for_label(&value[..memchr::memchr(*quote, value)?]).map(as_declared)
    }
}

fn is_tag(rest: &[u8], name: &[u8]) -> bool {
    rest.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name))
        && rest.get(name.len()).is_some_and(|b| b.is_ascii_whitespace() || *b == b'/')
}

fn lower(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).to_ascii_lowercase()
}

/// The charset in the value of a `content` attribute: `text/html; charset=…`.
fn charset_of_content(content: &str) -> Option<&'static Encoding> {
    let mut rest = content;
    loop {
        rest = rest[rest.find("charset")? + 7..].trim_ascii_start();
        if let Some(value) = rest.strip_prefix('=') {
            let value = value.trim_ascii_start();
            let label = match value.chars().next()? {
                quote @ ('"' | '\'') => value[1..].split_once(quote)?.0,
                _ => value.split(|c: char| c.is_ascii_whitespace() || c == ';').next()?,
            };
            return Encoding::for_label(label.as_bytes());
        }
    }
}

/// What a declaration means: one that was read as ASCII cannot stand in UTF-16.
fn as_declared(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == encoding_rs::UTF_16LE || encoding == encoding_rs::UTF_16BE {
        encoding_rs::UTF_8
    } else if encoding == encoding_rs::X_USER_DEFINED {
        encoding_rs::WINDOWS_1252
    } else {
        encoding
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(page: &str) -> Option<String> {
        declared_charset(page.as_bytes())
    }

    #[test]
    fn both_forms_of_the_meta_element_declare() {
        assert_eq!(of("<html><head><META CharSet = 'KOI8-r'>").as_deref(), Some("KOI8-R"));
        let pragma = r#"<meta http-equiv=Content-Type content="text/html; charset=ISO-8859-1">"#;
        assert_eq!(of(pragma).as_deref(), Some("windows-1252"));
        assert_eq!(of(r#"<?xml version="1.0" encoding="gb2312"?><html>"#).as_deref(), Some("GBK"));
    }

    #[test]
    fn a_content_without_the_pragma_declares_nothing() {
        assert_eq!(of(r#"<meta name=x content="text/html; charset=koi8-r">"#), None);
    }

    #[test]
    fn comments_and_attribute_values_declare_nothing() {
        assert_eq!(of("<!-- <meta charset=koi8-r> --><p title='<meta charset=koi8-r>'>"), None);
        assert_eq!(of("<!--><meta charset=big5>").as_deref(), Some("Big5"));
    }

    #[test]
    fn utf_16_means_utf_8() {
        assert_eq!(of("<meta charset=utf-16le>").as_deref(), Some("UTF-8"));
    }

    #[test]
    fn cut_off_declarations_end_the_scan() {
        for page in ["<", "<meta", "<meta ", "<meta charset", "<meta charset=", "<meta charset='", "<!--", "</", "<a ="]
        {
            assert_eq!(of(page), None, "{page}");
        }
    }
}
