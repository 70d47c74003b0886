//! The marks that browsers and savers leave in a page: where it was saved from, and when.

use super::date::page_date;
use crate::base::PartialDate;
use html5ever::tendril::StrTendril;

/// Where and when a page was saved, as far as its comments tell.
#[derive(Debug, Default, PartialEq)]
pub(super) struct SavedFrom {
    pub(super) url: Option<String>,
    pub(super) retrieved: Option<PartialDate>,
}

/// Reads `saved from url=(0042)https://…` (Internet Explorer, Chrome, Edge) and the comment of the
/// saver `SingleFile`: `Page saved with SingleFile`, then lines `url: …` and `saved date: …`.
pub(super) fn saved_from(comments: &[StrTendril]) -> SavedFrom {
    let mut found = SavedFrom::default();
    for comment in comments {
        let comment = comment.trim();
        if let Some(counted) = comment.strip_prefix("saved from url=(") {
            let address = counted.split_once(')').map(|(_, address)| address);
            found.url = found.url.or_else(|| address.and_then(web_address));
        } else if comment.starts_with("Page saved with SingleFile") {
            let value = |label: &str| comment.lines().find_map(|line| line.trim().strip_prefix(label)).map(str::trim);
            found.url = found.url.or_else(|| value("url:").and_then(web_address));
            found.retrieved = found.retrieved.or_else(|| value("saved date:").and_then(page_date));
        }
    }
    found
}

/// An absolute address of the web, without white space.
pub(super) fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    let scheme = text.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    let fits = matches!(scheme.as_deref(), Some("http" | "https")) && text.len() <= 4096;
    (fits && !text.contains(char::is_whitespace) && url::Url::parse(text).is_ok()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(comment: &str) -> (Option<String>, Option<String>) {
        let found = saved_from(&[comment.into()]);
        (found.url, found.retrieved.map(|date| date.to_string()))
    }

    #[test]
    fn the_marks_of_browsers_are_read() {
        assert_eq!(
            of(" saved from url=(0025)https://news.example/a?b=1 ").0.as_deref(),
            Some("https://news.example/a?b=1")
        );
        let single = "\n Page saved with SingleFile \n url: https://news.example/a \n saved date: Tue Oct 19 2021 12:34:56 GMT+0200 (CEST)\n";
        assert_eq!(of(single), (Some("https://news.example/a".into()), Some("2021-10-19T12:34+02:00".into())));
    }

    #[test]
    fn other_comments_and_addresses_of_files_tell_nothing() {
        assert_eq!(of("saved from url=(0016)http://localhost"), (Some("http://localhost".into()), None));
        for comment in ["saved from url=(0014)about:internet", "saved from url=(", "url: https://a.example/", ""] {
            assert_eq!(of(comment), (None, None), "{comment}");
        }
    }
}
