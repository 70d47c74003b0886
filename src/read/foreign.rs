//! Tells what a file holds that is named like an article and is none: mail, web archives, lists of addresses, exports
//! of many articles, data.
//!
//! Read as one article, such a file would give wrong words to wrong writers without a word of warning.

use super::address::is_address;
use crate::base::{Diagnostic, Place};
use crate::model::{Format, SavedText};

/// What a file is, with its article ("a mail message"), and how an editor gets articles out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Foreign {
    pub(super) what: &'static str,
    pub(super) way: &'static str,
}

impl Foreign {
    /// Tells of the file `shown`.
    pub(super) fn told(self, shown: &str) -> Diagnostic {
        let message = format!("this is {}, not one article", self.what);
        Diagnostic::error("not-an-article", message).at(Place::file(shown)).hint(self.way)
    }
}

const EACH: &str = "save each article as a file of its own";
const RENAME: &str = "give the file the ending .html";
const MAIL: Foreign = Foreign { what: "a mail message", way: "save the text of the article in it as .txt or .html" };
const MAILBOX: Foreign = Foreign { what: "a mailbox of messages", way: EACH };
const WEB_ARCHIVE: Foreign =
    Foreign { what: "a web archive", way: "open the page in a browser and save it as “Webpage, HTML only”" };
const ADDRESSES: Foreign = Foreign { what: "a list of addresses", way: "open each address and save the page as HTML" };
const EXPORT: Foreign = Foreign { what: "an export from a database that holds several articles", way: EACH };

/// What the file is whose text behind its metadata is `text`, read as `saved`; none where it may be one article.
pub(super) fn foreign(text: &str, saved: &SavedText, format: Format) -> Option<Foreign> {
    let text = text.trim_start();
    mail(text)
        .or_else(|| opens_as_data(text, format))
        .or_else(|| data(text))
        .or_else(|| addresses(text, format))
        .or_else(|| export(saved))
}

/// Fields that only a message has, in lower case.
const MESSAGE_FIELDS: [&str; 8] = [
    "mime-version",
    "message-id",
    "received",
    "return-path",
    "delivered-to",
    "dkim-signature",
    "content-transfer-encoding",
    "snapshot-content-location",
];

/// A message as RFC 5322 has it: fields from the first line to an empty one, some of which only messages have.
fn mail(text: &str) -> Option<Foreign> {
    if text.starts_with("From ") && text.lines().nth(1).and_then(field).is_some() && text.contains("\nFrom: ") {
        return Some(MAILBOX);
    }
    let head = text.lines().take_while(|line| !line.trim().is_empty());
    let mut names = Vec::new();
    let mut parts = false;
    for line in head.take(200) {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let (name, value) = field(line)?;
        parts |= name == "content-type" && value.trim_start().starts_with("multipart/related");
        names.push(name);
    }
    let has = |name: &str| names.iter().any(|other| other == name);
    let is_message = MESSAGE_FIELDS.iter().any(|name| has(name))
        || has("from") && has("subject") && (has("date") || has("to") || has("content-type"));
    match (is_message, parts || has("snapshot-content-location")) {
        (_, true) => Some(WEB_ARCHIVE),
        (true, false) => Some(MAIL),
        (false, false) => None,
    }
}

/// The field of a message that a line holds: its name in lower case, and its value.
fn field(line: &str) -> Option<(String, &str)> {
    let (name, value) = line.split_once(':')?;
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_name.then(|| (name.to_ascii_lowercase(), value))
}

/// First words of other forms, in lower case, and what they are.
const OPENINGS: [(&str, Foreign); 9] = [
    ("warc/1.", WEB_ARCHIVE),
    ("<!doctype netscape-bookmark", ADDRESSES),
    ("@article{", Foreign { what: "a list of references (BibTeX)", way: "save the articles themselves" }),
    ("ty  - ", Foreign { what: "a list of references (RIS)", way: "save the articles themselves" }),
    ("<rss", Foreign { what: "a news feed", way: EACH }),
    ("<feed", Foreign { what: "a news feed", way: EACH }),
    ("<rdf:rdf", Foreign { what: "a news feed", way: EACH }),
    ("<!doctype plist", WEB_ARCHIVE),
    ("<plist", WEB_ARCHIVE),
];

/// A form that the first words tell.
fn opens_as_data(text: &str, format: Format) -> Option<Foreign> {
    let opens = |text: &str, with: &str| text.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
    let is_xml = opens(text, "<?xml");
    let inner = if is_xml { text.split_once("?>").map_or("", |(_, rest)| rest.trim_start()) } else { text };
    let known = OPENINGS.iter().find(|(opening, _)| opens(inner, opening)).map(|(_, what)| *what);
    let page = ["<!doctype html", "<html"].iter().any(|opening| opens(inner, opening));
    known.or(match (format, page, is_xml) {
        (Format::Text, true, _) => Some(Foreign { what: "an HTML page named as text", way: RENAME }),
        (Format::Markdown, true, _) => Some(Foreign { what: "an HTML page named as Markdown", way: RENAME }),
        (Format::Text | Format::Markdown, false, true) => Some(Foreign { what: "an XML file", way: EACH }),
        _ => None,
    })
}

/// JSON, whole or one object a line.
fn data(text: &str) -> Option<Foreign> {
    let is_json = |text: &str| serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
    let looks_so = text.starts_with(['{', '[']);
    let first = text.lines().next().unwrap_or_default();
    let found = looks_so && (is_json(text) || first.starts_with('{') && is_json(first));
    found.then_some(Foreign { what: "JSON data", way: EACH })
}

/// Lines that are addresses and little else: all of them, or two thirds and two at least.
fn addresses(text: &str, format: Format) -> Option<Foreign> {
    if format == Format::Html {
        return None;
    }
    let (mut lines, mut addresses) = (0_usize, 0_usize);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        lines += 1;
        addresses += usize::from(line.len() <= ADDRESS_LINE && line.split_whitespace().any(holds_address));
    }
    let most = addresses >= 2 && addresses * 3 >= lines * 2;
    (lines > 0 && (addresses == lines || most)).then_some(ADDRESSES)
}

/// Longest line that counts as an address with its title, in bytes.
const ADDRESS_LINE: usize = 300;

/// Whether a word is an address, or one of Markdown's in its brackets.
fn holds_address(word: &str) -> bool {
    let start = word.find("http://").or_else(|| word.find("https://"));
    start.is_some_and(|at| is_address(word[at..].trim_end_matches([')', ']', '>', '.', ',', ';'])))
}

/// What opens a line of which an export has one in each article, in lower case, and how many tell it.
const MARKS: [&str; 9] = [
    "load-date:",
    "end of document",
    "proquest document id:",
    "publication info:",
    "publication title:",
    "accession number:",
    "record number:",
    "document url:",
    "full text:",
];

/// An export of several articles, by what stands in it once for each.
fn export(saved: &SavedText) -> Option<Foreign> {
    let mut counts = [0_u32; MARKS.len()];
    let mut factiva = 0;
    for line in &saved.lines {
        let words = line.span.of(&saved.text);
        if numbered_of_many(words) {
            return Some(EXPORT);
        }
        for (mark, count) in MARKS.iter().zip(&mut counts) {
            *count += u32::from(words.get(..mark.len()).is_some_and(|head| head.eq_ignore_ascii_case(mark)));
        }
        factiva += u32::from(is_accession(words));
    }
    (factiva > 1 || counts.iter().any(|count| *count > 1)).then_some(EXPORT)
}

/// A line such as `2 of 3 DOCUMENTS` or `Document 2 of 3`, of more than one.
fn numbered_of_many(words: &str) -> bool {
    let parts: Vec<&str> = words.split_whitespace().collect();
    let (number, total) = match parts[..] {
        [number, of, total, what] if of.eq_ignore_ascii_case("of") && what.to_lowercase().starts_with("document") => {
            (number, total)
        }
        [what, number, of, total] if of.eq_ignore_ascii_case("of") && what.eq_ignore_ascii_case("document") => {
            (number, total)
        }
        _ => return false,
    };
    number.parse::<u32>().is_ok() && total.parse::<u32>().is_ok_and(|total| total > 1)
}

/// A line such as `Document PCOUR00020210311eh3b0001x`: Factiva ends each article so.
fn is_accession(words: &str) -> bool {
    let Some(("Document", number)) = words.split_once(' ') else { return false };
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    number.len() >= 20 && digits >= 12 && number.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn what(text: &str, format: Format) -> Option<&'static str> {
        foreign(text, &SavedText::plain(text.to_owned()), format).map(|foreign| foreign.what)
    }

    #[test]
    fn messages_are_known_by_their_heads() {
        let letter =
            "From: Port Courier <news@courier.example>\nTo: me@desk.example\nSubject: Storm\n\nThe board met.\n";
        assert_eq!(what(letter, Format::Text), Some("a mail message"));
        let folded = "Received: from a\n\tby b; Tue\nSubject: Storm\n\nText";
        assert_eq!(what(folded, Format::Html), Some("a mail message"));
        let saved = "From: <Saved by Blink>\nSubject: Storm\nContent-Type: multipart/related;\n\tboundary=\"a\"\n\n";
        assert_eq!(what(saved, Format::Html), Some("a web archive"));
        assert_eq!(what("From a@b Tue Mar  3\nFrom: a@b\n\nText\n", Format::Text), Some("a mailbox of messages"));
    }

    #[test]
    fn labels_above_an_article_are_no_message() {
        for text in [
            "Source: The Courier\nDate: 3 March 2020\n\nThe board met.\n",
            "From: Ann Quist in Lindvik\n\nThe board met.\n",
            "Subject: ferries\nThe board met on Monday: it was short.\n",
        ] {
            assert_eq!(what(text, Format::Text), None, "{text}");
        }
    }

    #[test]
    fn addresses_alone_are_a_list() {
        assert_eq!(what("https://a.example/1\n", Format::Text), Some("a list of addresses"));
        let list = "Reading\n- [Storm](https://a.example/1)\n- Ferries https://a.example/2\n";
        assert_eq!(what(list, Format::Markdown), Some("a list of addresses"));
        assert_eq!(what("https://a.example/1\n\nThe board met.\n", Format::Text), None);
    }

    #[test]
    fn an_export_of_several_is_told_from_one_article() {
        let one = |mark: &str| format!("Storm\n\nThe board met.\n\n{mark}\n");
        for mark in ["Load-Date: March 12, 2021", "End of Document", "Document PCOUR00020210311eh3b0001x"] {
            assert_eq!(what(&one(mark), Format::Text), None, "{mark}");
            assert_eq!(what(&one(mark).repeat(2), Format::Text), Some(EXPORT.what), "{mark}");
        }
        assert_eq!(what(&one("   1 of 3 DOCUMENTS"), Format::Text), Some(EXPORT.what));
        assert_eq!(what(&one("Document 2 of 2"), Format::Text), Some(EXPORT.what));
        assert_eq!(what(&one("1 of 1 DOCUMENTS"), Format::Text), None);
    }

    #[test]
    fn pages_and_data_under_a_wrong_name_are_known() {
        assert_eq!(what("<!DOCTYPE html>\n<p>Storm</p>", Format::Text), Some("an HTML page named as text"));
        assert_eq!(what("<?xml version=\"1.0\"?>\n<html><p>Storm</p>", Format::Html), None);
        assert_eq!(what("<?xml version=\"1.0\"?>\n<rss><channel/></rss>", Format::Html), Some("a news feed"));
        assert_eq!(what("{\"a\": 1}\n{\"a\": 2}\n", Format::Text), Some("JSON data"));
        assert_eq!(what("[Update] The board met.\n", Format::Text), None);
    }
}
