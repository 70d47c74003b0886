//! What metadata say of where a text comes from, and which of two texts came first.

use crate::base::PartialDate;
use crate::model::{Entry, Known};
use crate::text::lexicon::fold::fold;

/// An article's address without what does not tell it from others: scheme, `www.`, fragment, tracking parameters.
///
/// `None` for the front page of a site, where one article after another stands.
pub(super) fn address(url: &str) -> Option<String> {
    let rest = url.trim().split_once("://").map_or(url.trim(), |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or(rest);
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = place.split_once('/')?;
    let host = host.to_ascii_lowercase();
    let path = path.trim_end_matches('/');
    let tracking =
        |parameter: &&str| ["utm_", "fbclid", "gclid", "ref="].iter().any(|start| parameter.starts_with(start));
    let kept: Vec<&str> = query.split('&').filter(|parameter| !parameter.is_empty() && !tracking(parameter)).collect();
    if path.is_empty() && kept.is_empty() {
        return None;
    }
    Some(format!("{}/{path}?{}", host.strip_prefix("www.").unwrap_or(&host), kept.join("&")))
}

/// What of an article's metadata is compared, each folded.
#[derive(Debug, Default)]
pub(super) struct Credits {
    /// Where it stands on the web.
    pub(super) address: Option<String>,
    /// Its outlet and headline.
    pub(super) headline: Option<String>,
    agency: Option<String>,
    outlet: Option<String>,
    /// The id or address of the article it is copied from.
    pub(super) copied_from: Option<String>,
}

impl Credits {
    pub(super) fn of(entry: &Entry) -> Self {
        let meta = &entry.article.meta;
        let value = |known: &Option<Known<String>>| known.as_ref().map(|known| known.value.clone());
        let outlet = meta.outlet.as_ref().map(|outlet| fold(outlet.value.as_str()));
        let title = value(&meta.title).map(|title| fold(&title)).filter(|title| !title.is_empty());
        Self {
            address: value(&meta.url).and_then(|url| address(&url)),
            headline: outlet.as_ref().zip(title).map(|(outlet, title)| format!("{outlet}/{title}")),
            agency: value(&meta.agency).map(|agency| fold(&agency)).filter(|agency| !agency.is_empty()),
            outlet,
            copied_from: value(&meta.copied_from).map(|from| address(&from).unwrap_or(from)),
        }
    }

    /// Whether one of the two is said to be copied from the other; the first of the two is asked.
    pub(super) fn copies(&self, other: &Self, id: &str) -> bool {
        self.copied_from.as_ref().is_some_and(|from| from == id || other.address.as_ref() == Some(from))
    }

    /// Whether this one carries the text of the agency that published the other.
    fn carries(&self, other: &Self) -> bool {
        self.agency.is_some() && self.agency == other.outlet && self.outlet != other.outlet
    }

    /// Whether the two carry the text of one agency.
    pub(super) fn same_agency(&self, other: &Self) -> bool {
        self.agency.is_some() && (self.agency == other.agency || self.carries(other) || other.carries(self))
    }

    pub(super) fn same_address(&self, other: &Self) -> bool {
        self.address.is_some() && self.address == other.address
    }

    pub(super) fn same_headline(&self, other: &Self) -> bool {
        self.headline.is_some() && self.headline == other.headline
    }
}

/// An article and its credits.
pub(super) type Credited<'e> = (&'e Entry, &'e Credits);

/// Whether `one` is the derived one of the two; `None` where neither credits nor dates decide it.
///
/// `copied_from` decides first, then an agency's credit; then, of an altered copy and a text that is not known to be
/// altered, the altered one is derived, even on the same day; then the later one is.
pub(super) fn derived(one: Credited<'_>, other: Credited<'_>) -> Option<bool> {
    let either = |left: bool, right: bool| (left != right).then_some(left);
    either(one.1.copies(other.1, other.0.article.id.as_str()), other.1.copies(one.1, one.0.article.id.as_str()))
        .or_else(|| either(one.1.carries(other.1), other.1.carries(one.1)))
        .or_else(|| either(one.0.article.meta.altered.is_some(), other.0.article.meta.altered.is_some()))
        .or_else(|| later(one.0, other.0))
}

/// Whether `one` was published later; `None` where the dates do not decide it.
fn later(one: &Entry, other: &Entry) -> Option<bool> {
    let [one, other] = [one, other].map(|entry| entry.article.meta.published.as_ref().map(|known| known.value));
    let (one, other) = (one?, other?);
    if one.first_day() > other.last_day() {
        return Some(true);
    }
    if other.first_day() > one.last_day() {
        return Some(false);
    }
    let (left, right) = (minute(one)?, minute(other)?);
    (left != right).then_some(left > right)
}

/// The minute of the day in UTC; `None` where the zone is not known, as times of two zones cannot be compared.
fn minute(date: PartialDate) -> Option<i32> {
    let time = date.time()?;
    Some(i32::from(time.hour) * 60 + i32::from(time.minute) - i32::from(time.offset?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_article_are_the_same() {
        let plain = address("https://www.example.org/news/ferry-sinks/");
        assert!(plain.is_some());
        assert_eq!(plain, address("http://Example.org/news/ferry-sinks?utm_source=x#top"));
        assert_ne!(address("https://example.org/story.php?id=1"), address("https://example.org/story.php?id=2"));
        assert_eq!(address("https://example.org/"), None);
    }
}
