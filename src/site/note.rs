//! An analyst's note: Markdown as HTML in which nothing can act, and citations by quoted words.

use crate::base::ArticleId;
use crate::model::{Dossier, Entry};
use crate::site::prose;
use crate::site::routes::{Anchor, Links, Route, outward};
use crate::site::shown;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream, html};

/// Longest note that is read, in bytes.
const NOTE_LIMIT: usize = 100_000;

/// A note as HTML: raw HTML is shown as the text that it is, pictures as the words that stand for
/// them, and only addresses of the web are links. Its headings stand below those of the page.
pub(crate) fn html_of(note: &str, dossier: &Dossier, links: &Links) -> String {
    let clean: String = prose::start(note, NOTE_LIMIT)
        .chars()
        .map(|c| if c.is_control() && !matches!(c, '\n' | '\r' | '\t') { char::REPLACEMENT_CHARACTER } else { c })
        .collect();
    let mut open = Vec::new();
    let events = TextMergeStream::new(Parser::new_ext(&clean, Options::ENABLE_STRIKETHROUGH));
    let mut out = String::new();
    let safe = events.filter_map(|event| tamed(event, &mut open)).collect::<Vec<_>>();
    let cited = TextMergeStream::new(safe.into_iter()).flat_map(|event| with_citations(event, dossier, links));
    html::push_html(&mut out, cited);
    out.truncate(out.trim_end().len());
    out
}

/// The event, made harmless; `open` holds, for each link that is open, whether it is kept.
fn tamed<'n>(event: Event<'n>, open: &mut Vec<bool>) -> Option<Event<'n>> {
    Some(match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::Link { link_type, dest_url, id, .. }) => {
            let address = outward(&dest_url);
            open.push(address.is_some());
            let dest_url = CowStr::from(address?);
            Event::Start(Tag::Link { link_type: direct(link_type), dest_url, title: CowStr::Borrowed(""), id })
        }
        Event::End(TagEnd::Link) => return open.pop().unwrap_or(false).then_some(Event::End(TagEnd::Link)),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return None,
        Event::Start(Tag::Heading { level, .. }) => {
            Event::Start(Tag::Heading { level: below(level), id: None, classes: Vec::new(), attrs: Vec::new() })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
        other => other,
    })
}

/// An address of mail would be written as `mailto:`; every kept link is written as it stands.
const fn direct(_: pulldown_cmark::LinkType) -> pulldown_cmark::LinkType {
    pulldown_cmark::LinkType::Inline
}

const fn below(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        HeadingLevel::H2 => HeadingLevel::H4,
        HeadingLevel::H3 => HeadingLevel::H5,
        _ => HeadingLevel::H6,
    }
}

/// A text with each `[@article "words"]` in it as a link to the sentence that has the words.
fn with_citations<'n>(event: Event<'n>, dossier: &Dossier, links: &Links) -> Vec<Event<'n>> {
    let Event::Text(text) = event else { return vec![event] };
    let mut out = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices("[@") {
        let Some(citation) = text[at..].find("\"]").map(|end| &text[at..at + end + 2]).filter(|_| at >= from) else {
            continue;
        };
        if let Some(link) = cited(citation, dossier, links) {
            out.push(Event::Text(CowStr::from(text[from..at].trim_end().to_owned())));
            out.push(Event::InlineHtml(CowStr::from(link)));
            from = at + citation.len();
        }
    }
    if from == 0 {
        return vec![Event::Text(text)];
    }
    out.push(Event::Text(CowStr::from(text[from..].to_owned())));
    out
}

/// The link for `[@article "words"]`, where the words stand exactly once in the article.
fn cited(citation: &str, dossier: &Dossier, links: &Links) -> Option<String> {
    let (id, words) = citation.strip_prefix("[@")?.strip_suffix("\"]")?.split_once(" \"")?;
    let id = ArticleId::new(id);
    let at = dossier.entries.binary_search_by(|entry| entry.article.id.cmp(&id)).ok()?;
    let entry: &Entry = &dossier.entries[at];
    let mut found = entry.article.saved.text.match_indices(words);
    let (start, _) = found.next().filter(|_| found.next().is_none())?;
    let span = crate::base::Span::new(start, start + words.len());
    let page = Route::Article(&id);
    let href = shown::sentence_at(entry, span)
        .map_or_else(|| links.to(page), |sentence| links.to_anchor(page, Anchor::Sentence(sentence)));
    Some(format!(r#" <a class="cite named" href="{href}"><span class="sr">Source: </span>{id}</a>"#))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(note: &str) -> String {
        let id = crate::base::ActorId::new("a");
        html_of(note, &Dossier::default(), &Links::new(Route::Actor(&id), None))
    }

    #[test]
    fn raw_html_is_shown_as_text() {
        let shown = html("a <b onclick=\"x()\">b</b>\n\n<script>alert(1)</script>\n\n![alt *x*](https://a.org/p.png)");
        assert!(!shown.contains("<script") && !shown.contains("<b") && !shown.contains("<img"), "{shown}");
        assert!(shown.contains("&lt;script&gt;") && shown.contains("alt <em>x</em>"), "{shown}");
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        let shown = html("[a](javascript:alert(1)) [b](https://b.org/?x=1&y=2) <c@d.org> [e](../index.html)");
        assert_eq!(shown, "<p>a <a href=\"https://b.org/?x=1&amp;y=2\">b</a> c@d.org e</p>");
    }

    #[test]
    fn headings_stand_below_those_of_the_page() {
        assert_eq!(html("# One\n\ntwo\u{1}"), "<h3>One</h3>\n<p>two\u{FFFD}</p>");
    }

    #[test]
    fn a_citation_of_an_unknown_article_stays_as_it_was_written() {
        let note = "So it is. [@nobody \"words\"]";
        assert_eq!(html(note), format!("<p>{note}</p>"));
    }
}
