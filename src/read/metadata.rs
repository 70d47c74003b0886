//! Turns an article's fields into metadata, each value with its basis.

use super::address::is_address;
use super::fields::{DATE_HINT, Fields, date_of};
use super::foreign::Foreign;
use super::settings;
use crate::base::{Diagnostic, PartialDate, Span, written_dates};
use crate::model::text::lines_of;
use crate::model::{Basis, Known, Metadata, Retrieved};
use serde_json::Value;
use std::collections::BTreeMap;

/// What an article's fields say.
#[derive(Default)]
pub(super) struct Given {
    /// The id, as written.
    pub(super) id: Option<String>,
    /// The outlet: an id or a name.
    pub(super) outlet: Option<Known<String>>,
    /// Whether the article is to be left out.
    pub(super) ignore: bool,
    /// Whether there is metadata that could not be read; it may have withheld the text, itself or by its outlet.
    pub(super) unread: bool,
    /// What the file is, where it is no article.
    pub(super) foreign: Option<Foreign>,
    /// Everything else.
    pub(super) meta: Metadata,
}

/// The fields of an article by their own names, for hints.
pub(super) const KNOWN: [&str; 19] = [
    "id",
    "title",
    "outlet",
    "agency",
    "authors",
    "published",
    "retrieved",
    "url",
    "archive_url",
    "language",
    "section",
    "copied_from",
    "altered",
    "publish",
    "note",
    "ignore",
    "by_editor",
    "description",
    "tags",
];

/// Names that other tools give to a field, after its own name.
const PUBLISHED: [&str; 4] = ["published", "date", "date_published", "publish_date"];
const RETRIEVED: [&str; 5] = ["retrieved", "accessed", "created", "saved", "clipped"];
const AUTHORS: [&str; 4] = ["authors", "author", "byline", "by"];
const OUTLET: [&str; 5] = ["outlet", "publisher", "publication", "site", "source"];
const URL: [&str; 3] = ["url", "link", "source"];

/// Reads all `fields` of the article whose saved text is `text`.
pub(super) fn given(fields: &mut Fields<'_>, text: &str) -> Given {
    let mut grounds = Grounds { reasons: reasons(fields), used: Vec::new(), text };
    let (url, outlet) = address_and_outlet(fields);
    let meta = Metadata {
        title: fields.text(&["title"]).map(|title| grounds.known(&["title"], title)),
        outlet: None,
        agency: fields.text(&["agency"]).map(|agency| grounds.known(&["agency"], agency)),
        authors: authors(fields, &mut grounds),
        dated: None,
        published: fields.date(&PUBLISHED).map(|date| grounds.dated(&PUBLISHED, date, date)),
        retrieved: retrieved(fields, &mut grounds),
        url: url.map(|url| grounds.known(&URL, url)),
        archive_url: address(fields, &["archive_url"]).map(|url| grounds.known(&["archive_url"], url)),
        language: settings::language(fields, &["language", "lang"]).map(|tag| grounds.known(&["language"], tag)),
        section: fields.text(&["section"]).map(|section| grounds.known(&["section"], section)),
        copied_from: fields.text(&["copied_from"]).map(|from| grounds.known(&["copied_from"], from)),
        altered: altered(fields, &mut grounds),
        note: fields.text(&["note"]),
        publish: settings::publish(fields, &KNOWN),
        other: BTreeMap::new(),
    };
    let outlet = outlet.map(|name| grounds.known(&OUTLET, name));
    let mut given = Given { id: fields.text(&["id"]), outlet, ignore: fields.flag("ignore"), meta, ..Given::default() };
    given.meta.other = fields.rest(&KNOWN, false).into_iter().collect();
    for (name, _) in grounds.unused() {
        let message = format!("`by_editor` gives a reason for `{name}`, which has no value");
        let told = Diagnostic::warning("reason-without-value", message).at(fields.place("by_editor"));
        fields.diagnostics.push(told.hint(format!("give `{name}` a value, or drop the reason")));
    }
    given
}

/// `source` is an address in files of web clippers, and an outlet's name elsewhere.
fn address_and_outlet(fields: &mut Fields<'_>) -> (Option<String>, Option<String>) {
    let url = address(fields, &URL[..2]);
    let outlet = fields.text(&OUTLET[..4]);
    let Some(source) = fields.text(&["source"]) else { return (url, outlet) };
    if is_address(&source) { (url.or(Some(source)), outlet) } else { (url, outlet.or(Some(source))) }
}

/// A field that holds a web address.
fn address(fields: &mut Fields<'_>, names: &[&str]) -> Option<String> {
    let place = fields.first(names)?;
    let text = fields.text(&[place])?;
    if is_address(&text) {
        return Some(text);
    }
    let hint = "write it whole, such as https://example.org/article";
    fields.complain(place, format!("`{text}` is not the address of a web page"), hint);
    None
}

/// Authors without the brackets of wiki links (`[[Ann Bell]]`), as clippers write them.
fn authors(fields: &mut Fields<'_>, grounds: &mut Grounds<'_>) -> Option<Known<Vec<String>>> {
    let bare = |name: &String| name.trim_start_matches("[[").trim_end_matches("]]").trim().to_owned();
    let names: Vec<String> = fields.texts(&AUTHORS).iter().map(bare).filter(|name| !name.is_empty()).collect();
    let first = names.first()?.clone();
    let span = grounds.find(&first);
    Some(grounds.with_span(&AUTHORS, names, span))
}

fn retrieved(fields: &mut Fields<'_>, grounds: &mut Grounds<'_>) -> Option<Known<Retrieved>> {
    let text = fields.text(&RETRIEVED)?;
    let (day, open) = match text.strip_suffix("/..") {
        Some(day) => (day, true),
        None => (text.as_str(), false),
    };
    let Some(date) = date_of(day) else {
        fields.complain(
            "retrieved",
            format!("`{text}` is not a date"),
            &format!("{DATE_HINT}, or 2021-10-07/.. for then or later"),
        );
        return None;
    };
    let value = if open { Retrieved::OnOrAfter(date) } else { Retrieved::On(date) };
    Some(grounds.dated(&RETRIEVED, value, date))
}

/// `altered` is a reason; `altered = true` is taken as one that nobody wrote down.
fn altered(fields: &mut Fields<'_>, grounds: &mut Grounds<'_>) -> Option<Known<String>> {
    match fields.take("altered")? {
        Value::Bool(false) => None,
        Value::Bool(true) => Some(grounds.known(&["altered"], "no reason given".to_owned())),
        Value::String(reason) if !reason.trim().is_empty() => {
            Some(grounds.known(&["altered"], reason.trim().to_owned()))
        }
        _ => {
            fields.complain(
                "altered",
                "`altered` should say how the text was altered".to_owned(),
                "write altered = \"machine-translated\"",
            );
            None
        }
    }
}

/// The editor's reasons: a table from field to reason.
fn reasons(fields: &mut Fields<'_>) -> BTreeMap<String, String> {
    match fields.take("by_editor") {
        None => BTreeMap::new(),
        Some(Value::Object(map)) => map
            .into_iter()
            .map(|(name, reason)| (name, reason.as_str().unwrap_or("no reason given").trim().to_owned()))
            .collect(),
        Some(_) => {
            let hint = "write [by_editor] and under it a line such as published = \"dated by its first sentence\"";
            fields.complain("by_editor", "`by_editor` should be a table from field to reason".to_owned(), hint);
            BTreeMap::new()
        }
    }
}

/// How far from its head or end a text is looked through for a stamp, in bytes, and the longest stamp.
const STAMPS_WITHIN: usize = 1_500;
const STAMP: usize = 120;

/// The first place of `words` in `text` where they are no part of longer words.
pub(super) fn place_of(words: &str, text: &str) -> Option<Span> {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let apart = |at: &usize| {
        let before = letter(text[..*at].chars().next_back()) && letter(words.chars().next());
        let after = letter(text[*at + words.len()..].chars().next()) && letter(words.chars().next_back());
        !before && !after
    };
    if words.len() < 2 {
        return None;
    }
    let at = memchr::memmem::find_iter(text.as_bytes(), words.as_bytes()).find(apart)?;
    Some(Span::new(at, at + words.len()))
}

/// Decides what ground each value stands on.
struct Grounds<'t> {
    reasons: BTreeMap<String, String>,
    used: Vec<String>,
    text: &'t str,
}

impl Grounds<'_> {
    /// A text value, looked up in the saved text.
    fn known(&mut self, names: &[&str], value: String) -> Known<String> {
        let span = self.find(&value);
        self.with_span(names, value, span)
    }

    /// A value that is or holds `date`, which is looked up in any written form: in a short line
    /// near the head or the end of the saved text, where pages say when they were written or printed.
    fn dated<T>(&mut self, names: &[&str], value: T, date: PartialDate) -> Known<T> {
        let in_line = |line: Span| {
            let found = written_dates(line.of(self.text)).find(|(_, found)| *found == date.date_only())?.0;
            Some(Span::new(line.start as usize + found.start, line.start as usize + found.end))
        };
        let end = self.text.len().saturating_sub(STAMPS_WITHIN);
        let is_stamp = |line: &Span| {
            let at_an_end = (line.start as usize) < STAMPS_WITHIN || line.end as usize > end;
            at_an_end && line.len() <= STAMP && !line.of(self.text).ends_with('.')
        };
        let span = lines_of(self.text).filter(is_stamp).find_map(in_line);
        self.with_span(names, value, span)
    }

    fn with_span<T>(&mut self, names: &[&str], value: T, span: Option<Span>) -> Known<T> {
        match names.iter().find_map(|name| self.reasons.get_key_value(*name)) {
            Some((name, reason)) => {
                self.used.push(name.clone());
                Known { value, basis: Basis::Editor { reason: reason.clone() } }
            }
            None => Known::stated(value, span),
        }
    }

    fn find(&self, words: &str) -> Option<Span> {
        place_of(words, self.text)
    }

    fn unused(self) -> impl Iterator<Item = (String, String)> {
        self.reasons.into_iter().filter(move |(name, _)| !self.used.contains(name))
    }
}
