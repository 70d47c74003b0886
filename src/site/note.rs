//! An analyst's note: Markdown as HTML in which nothing can act, and citations by quoted words as labels of their sources.

use crate::model::{Citation, Dossier, Entry, Publish, SentenceRef, citations, sentence_at, sentences_of};
use crate::site::escape::push_escaped;
use crate::site::label;
use crate::site::long::LongTexts;
use crate::site::prose;
use crate::site::routes::{Links, Route, outward};
use crate::site::shown;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream, html};
use std::fmt::Write as _;

/// Longest note that is read, in bytes.
const NOTE_LIMIT: usize = 100_000;

/// Stand around the number of a citation while its note is read as Markdown, so that the quoted words are not. Both
/// are noncharacters, which no text holds.
const OPEN: char = '\u{fdd0}';
const CLOSE: char = '\u{fdd1}';

/// How the page that shows a note cites.
pub(crate) struct Citing<'c, 'd> {
    pub(crate) dossier: &'d Dossier,
    pub(crate) links: &'c Links,
    pub(crate) long: &'c LongTexts,
    /// The articles that were cited, by the indices of their entries.
    pub(crate) cited: Vec<u32>,
}

impl<'c, 'd> Citing<'c, 'd> {
    pub(crate) const fn new(dossier: &'d Dossier, links: &'c Links, long: &'c LongTexts) -> Self {
        Self { dossier, links, long, cited: Vec::new() }
    }
}

/// A note as HTML: raw HTML is shown as the text that it is, pictures as the words that stand for
/// them, and only addresses of the web are links. Its highest headings are of the level `top`, 1 to 6.
pub(crate) fn html_of(note: &str, top: usize, citing: &mut Citing<'_, '_>) -> String {
    html_with(note, top, citing.dossier, &mut |citation| mark(citation, citing))
}

/// The same, with `mark` to write each citation; one for which it gives nothing stays as it was written.
pub(crate) fn html_with(
    note: &str,
    top: usize,
    dossier: &Dossier,
    mark: &mut dyn FnMut(&Citation) -> Option<String>,
) -> String {
    let (markdown, found) = prepared(note);
    let mut events = safe(&markdown);
    let highest = events.iter().filter_map(level).min().unwrap_or(top);
    for event in &mut events {
        set_level(event, |own| own + top - highest.min(own));
    }
    let mut out = written(events, &found, dossier, mark);
    out.truncate(out.trim_end().len());
    out
}

/// The first paragraphs and list items of a note, `most` at most, each as HTML. Headings between them are left out.
pub(crate) fn points_of(note: &str, most: usize, citing: &mut Citing<'_, '_>) -> Vec<String> {
    let (markdown, found) = prepared(note);
    let mut points: Vec<Vec<Event<'_>>> = Vec::new();
    let (mut depth, mut point) = (0_usize, None);
    for event in safe(&markdown) {
        let listed = matches!(event, Event::Start(Tag::List(_)) | Event::End(TagEnd::List(_))) && point.is_none();
        match &event {
            _ if listed => {}
            Event::Start(tag) => {
                let opens = matches!(tag, Tag::Paragraph | Tag::Item) && depth == 0;
                depth += 1;
                if opens {
                    point = Some(Vec::new());
                    continue;
                }
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        match (&mut point, depth) {
            (Some(_), 0) => points.extend(point.take()),
            (Some(events), _) => events.push(event),
            (None, _) => {}
        }
    }
    points.truncate(most);
    let html = points.into_iter().map(|mut events| {
        for event in &mut events {
            set_level(event, |_| 6);
        }
        written(events, &found, citing.dossier, &mut |citation| mark(citation, citing)).trim().to_owned()
    });
    html.filter(|html| !html.is_empty()).collect()
}

/// The note with a number in place of each citation, and the citations with the words that they were written in.
fn prepared(note: &str) -> (String, Vec<(Citation, &str)>) {
    let note = prose::start(note, NOTE_LIMIT);
    let mut markdown = String::with_capacity(note.len());
    let mut found = Vec::new();
    let mut from = 0;
    for (at, citation) in citations(note) {
        markdown.extend(note[from..at.start].chars().map(clean));
        write!(markdown, "{OPEN}{}{CLOSE}", found.len()).expect("writing to a string cannot fail");
        from = at.end;
        found.push((citation, &note[at]));
    }
    markdown.extend(note[from..].chars().map(clean));
    (markdown, found)
}

/// The character, or a sign for one that pages cannot hold.
const fn clean(c: char) -> char {
    match c {
        '\n' | '\r' | '\t' => c,
        OPEN | CLOSE | '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// The events of a text in Markdown, made harmless.
fn safe(markdown: &str) -> Vec<Event<'_>> {
    let mut open = Vec::new();
    let events = Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH);
    let tamed: Vec<Event<'_>> = events.filter_map(|event| tamed(event, &mut open)).collect();
    TextMergeStream::new(tamed.into_iter()).collect()
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
            Event::Start(Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() })
        }
        other => other,
    })
}

/// An address of mail would be written as `mailto:`; every kept link is written as it stands.
const fn direct(_: pulldown_cmark::LinkType) -> pulldown_cmark::LinkType {
    pulldown_cmark::LinkType::Inline
}

/// The level of the heading that an event opens.
fn level(event: &Event<'_>) -> Option<usize> {
    match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as usize),
        _ => None,
    }
}

fn set_level(event: &mut Event<'_>, to: impl Fn(usize) -> usize) {
    if let Event::Start(Tag::Heading { level, .. }) | Event::End(TagEnd::Heading(level)) = event {
        *level = HeadingLevel::try_from(to(*level as usize)).unwrap_or(HeadingLevel::H6);
    }
}

/// The events as HTML, with a mark for each citation.
fn written(
    events: Vec<Event<'_>>,
    found: &[(Citation, &str)],
    dossier: &Dossier,
    mark: &mut dyn FnMut(&Citation) -> Option<String>,
) -> String {
    // Where links would stand in links, and where words are quoted as they stand, citations are not marks.
    let (mut in_link, mut in_code) = (false, false);
    let mut out = Vec::with_capacity(events.len());
    for event in events {
        match event {
            Event::Text(text) if text.contains(OPEN) => {
                for (cited, rest) in pieces(&text, found) {
                    if let Some((citation, source)) = cited {
                        match if in_link || in_code { None } else { mark(citation) } {
                            Some(mark) => out.push(Event::InlineHtml(CowStr::from(mark))),
                            None => out.push(Event::Text(CowStr::from(plain(citation, source, dossier)))),
                        }
                    }
                    out.push(Event::Text(CowStr::from(rest.to_owned())));
                }
                continue;
            }
            Event::Code(code) if code.contains(OPEN) => {
                let as_written = |(cited, rest): (Option<&(Citation, &str)>, &str)| {
                    cited.map_or(String::new(), |(citation, source)| plain(citation, source, dossier)) + rest
                };
                out.push(Event::Code(CowStr::from(pieces(&code, found).map(as_written).collect::<String>())));
                continue;
            }
            Event::Start(Tag::Link { .. }) => in_link = true,
            Event::End(TagEnd::Link) => in_link = false,
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            _ => {}
        }
        out.push(event);
    }
    let mut written = String::new();
    html::push_html(&mut written, out.into_iter());
    written
}

/// The text in pieces, each with the citation that stands before it.
fn pieces<'t, 'f>(
    text: &'t str,
    found: &'f [(Citation, &'f str)],
) -> impl Iterator<Item = (Option<&'f (Citation, &'f str)>, &'t str)> {
    text.split(OPEN).map(|piece| {
        let numbered = piece.split_once(CLOSE);
        let cited = numbered.and_then(|(number, rest)| Some((found.get(number.parse::<usize>().ok()?)?, rest)));
        cited.map_or((None, piece), |(cited, rest)| (Some(cited), rest))
    })
}

/// The entry that a citation names.
fn entry_of<'d>(citation: &Citation, dossier: &'d Dossier) -> Option<(u32, &'d Entry)> {
    let at = dossier.entries.binary_search_by(|entry| entry.article.id.cmp(&citation.article)).ok()?;
    Some((u32::try_from(at).ok()?, &dossier.entries[at]))
}

/// The sentence that a citation points at; `None` where its words lead nowhere.
pub(crate) fn place_of(citation: &Citation, dossier: &Dossier) -> Option<SentenceRef> {
    let (index, entry) = entry_of(citation, dossier)?;
    let span = citation.find(&entry.article.saved.text).ok()?;
    let sentence = sentence_at(&entry.reading.sentences, span)?;
    Some(SentenceRef { entry: index, sentence: sentence.id })
}

/// A citation that leads nowhere, as it was written; without the words where the article is not published in full.
fn plain(citation: &Citation, source: &str, dossier: &Dossier) -> String {
    match entry_of(citation, dossier) {
        Some((_, entry)) if entry.publish != Publish::Full => format!("[@{}]", citation.article),
        _ => source.chars().map(clean).collect(),
    }
}

/// The mark of a citation whose words stand exactly once in the article: its label leads to the sentence.
///
/// The words themselves stand in the markup, for `check` to prove, where the page of the article shows them.
fn mark(citation: &Citation, citing: &mut Citing<'_, '_>) -> Option<String> {
    let (index, entry) = entry_of(citation, citing.dossier)?;
    let span = citation.find(&entry.article.saved.text).ok()?;
    let sentences = sentences_of(&entry.reading.sentences, span);
    let shows = !sentences.is_empty() && sentences.iter().all(|sentence| shown::shows(entry, sentence));
    let sentence = sentence_at(&entry.reading.sentences, span).filter(|_| shows).map(|sentence| sentence.id);
    citing.cited.push(index);
    let href = sentence.map_or_else(
        || citing.links.to(Route::Article(&entry.article.id)),
        |id| citing.long.href(entry, id, citing.links),
    );
    let place = sentence.map_or_else(|| ", text not published here".to_owned(), |id| format!(", sentence {}", id.0));
    let words = citation.words.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(cite(entry, citing.dossier, &href, &place, sentence.map(|_| words.as_str())))
}

/// The label of a source that leads to `href`, with where in it, and the words that are cited, where these are shown.
pub(crate) fn cite(entry: &Entry, dossier: &Dossier, href: &str, place: &str, words: Option<&str>) -> String {
    let mut out = format!("<a class=\"cite\" href=\"{href}\"");
    if let Some(words) = words {
        out.push_str(" data-words=\"");
        push_escaped(&mut out, words);
        out.push('"');
    }
    out.push_str(" dir=\"auto\">");
    push_escaped(&mut out, &label::of(entry, dossier));
    out.push_str("<span class=\"sr where\">");
    out.push_str(place);
    out.push_str("</span></a>");
    if entry.article.meta.altered.is_some() {
        out.push_str(" <span class=\"altered\">altered copy</span>");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ActorId;

    fn html(note: &str) -> String {
        let id = ActorId::new("a");
        let (dossier, links) = (Dossier::default(), Links::new(Route::Actor(&id), None));
        html_of(note, 3, &mut Citing::new(&dossier, &links, &LongTexts::default()))
    }

    fn points(note: &str) -> Vec<String> {
        let (dossier, links) = (Dossier::default(), Links::new(Route::Index, None));
        points_of(note, 3, &mut Citing::new(&dossier, &links, &LongTexts::default()))
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
    fn headings_stand_below_those_of_the_page_and_skip_no_level() {
        assert_eq!(html("# One\n\ntwo\u{1}"), "<h3>One</h3>\n<p>two\u{FFFD}</p>");
        assert_eq!(html("## One\n\n### Two"), "<h3>One</h3>\n<h4>Two</h4>");
        assert_eq!(html("### Two\n\n# One"), "<h5>Two</h5>\n<h3>One</h3>");
    }

    #[test]
    fn a_citation_that_leads_nowhere_stays_as_it_was_written() {
        let note = "So it is. [@nobody \"*words* <b>\"]";
        assert_eq!(html(note), "<p>So it is. [@nobody &quot;*words* &lt;b&gt;&quot;]</p>".replace("&quot;", "\""));
        assert_eq!(
            html("`[@nobody \"w\"]` \u{fdd0}7\u{fdd1}"),
            "<p><code>[@nobody \"w\"]</code> \u{fffd}7\u{fffd}</p>"
        );
    }

    #[test]
    fn points_are_the_paragraphs_and_the_items_of_lists() {
        assert_eq!(
            points("# Title\n\nFirst *one*.\n\n- second\n- third\n  - inner\n- fourth\n\n> not this\n"),
            ["First <em>one</em>.", "second", "third\n<ul>\n<li>inner</li>\n</ul>"]
        );
        assert_eq!(points("- loose\n\n  more\n\n- item\n"), ["<p>loose</p>\n<p>more</p>", "<p>item</p>"]);
        assert_eq!(points("# Only a title\n\n---\n"), Vec::<String>::new());
    }
}
