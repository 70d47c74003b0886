//! The Atom feed (RFC 4287): the newest articles, dated by their publication and never by a clock.

use crate::base::{PartialDate, Time};
use crate::model::Entry;
use crate::site::catalogue::Catalogue;
use crate::site::published::published;
use crate::site::routes::{Links, Route};
use crate::site::shown;
use crate::site::views::parts::Title;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// How many articles the feed holds.
const NEWEST: usize = 50;

/// An article in the feed.
#[derive(Serialize)]
struct Item<'d> {
    id: String,
    title: Title<'d>,
    updated: String,
    href: String,
    outlet: Option<&'d str>,
    authors: &'d [String],
    summary: Option<&'d str>,
}

/// The feed.
#[derive(Serialize)]
pub(crate) struct FeedView<'d> {
    language: &'d str,
    id: String,
    title: &'d str,
    subtitle: Option<&'d str>,
    author: &'d str,
    updated: Option<String>,
    own: String,
    home: String,
    items: Vec<Item<'d>>,
}

/// The feed; without a dated article it has no date and is not written.
pub(crate) fn view<'d>(catalogue: &Catalogue<'d>) -> FeedView<'d> {
    let dossier = catalogue.dossier;
    let settings = &dossier.settings;
    let links = Links::new(Route::Feed, settings.base_url.as_deref());
    let address = |route: Route<'_>| links.absolute(route).unwrap_or_else(|| links.to(route));
    let item = |entry: &'d Entry| {
        let id = &entry.article.id;
        let words = shown::teaser(entry).and_then(|sentence| sentence.span.get(&entry.article.saved.text));
        Some(Item {
            id: links.absolute(Route::Article(id)).unwrap_or_else(|| urn(&settings.title, id.as_str())),
            title: Title::of(entry, dossier),
            updated: rfc3339(published(entry)?),
            href: address(Route::Article(id)),
            outlet: catalogue.outlet(entry).map(|outlet| outlet.name.as_str()),
            authors: entry.article.meta.authors.as_ref().map_or(&[], |known| known.value.as_slice()),
            summary: words,
        })
    };
    FeedView {
        language: &settings.language,
        id: links.absolute(Route::Index).unwrap_or_else(|| urn(&settings.title, "")),
        title: &settings.title,
        subtitle: settings.subtitle.as_deref(),
        author: settings.prepared_by.as_deref().unwrap_or(&settings.title),
        updated: catalogue.span_of_dates().map(|(_, last)| rfc3339(last)),
        own: address(Route::Feed),
        home: address(Route::Index),
        items: catalogue.newest_first().filter_map(item).take(NEWEST).collect(),
    }
}

/// A name for a thing without an address: a UUID of version 8 (RFC 9562), made from what names the thing.
fn urn(dossier: &str, article: &str) -> String {
    let mut bytes: [u8; 32] = Sha256::digest(format!("{dossier}\n{article}")).into();
    bytes[6] = 0x80 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    let mut out = "urn:uuid:".to_owned();
    for (at, byte) in bytes[..16].iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        write!(out, "{byte:02x}").expect("writing to a string cannot fail");
    }
    out
}

/// A date as Atom wants it (RFC 3339): an unknown time is the start of the first day it can mean, in UTC.
fn rfc3339(date: PartialDate) -> String {
    let day = date.first_day();
    let Time { hour, minute, offset } = date.time().unwrap_or(Time { hour: 0, minute: 0, offset: None });
    let east = offset.unwrap_or(0);
    let zone = match east {
        0 => "Z".to_owned(),
        _ => format!("{}{:02}:{:02}", if east < 0 { '-' } else { '+' }, east.abs() / 60, east.abs() % 60),
    };
    format!("{day}T{hour:02}:{minute:02}:00{zone}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_the_feed_are_whole() {
        let date = |iso| rfc3339(PartialDate::from_iso(iso).unwrap());
        assert_eq!(date("2021-10"), "2021-10-01T00:00:00Z");
        assert_eq!(date("2021-10-07T14:05-04:30"), "2021-10-07T14:05:00-04:30");
    }

    #[test]
    fn names_of_things_without_an_address_are_uuids() {
        let name = urn("dossier", "one");
        assert_eq!(name.len(), "urn:uuid:".len() + 36);
        assert_eq!(name.as_bytes()["urn:uuid:".len() + 14], b'8');
        assert_ne!(name, urn("dossier", "two"));
    }
}
