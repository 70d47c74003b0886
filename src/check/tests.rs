//! Small sites, written by hand, each with one thing wrong.

mod proof;

use super::*;
use std::fs;
use tempfile::TempDir;

/// A site in a temporary folder; sound until something is put into it.
struct Site(TempDir);

const TEXT: &str = "A heading\nThe envoy left.  He said\nnothing \0 more.\n";

fn page(body: &str) -> String {
    format!("<!doctype html>\n<html lang=\"en\">\n<head><title>T</title></head>\n<body>\n{body}\n</body>\n</html>\n")
}

impl Site {
    fn new() -> Self {
        let site = Self(tempfile::tempdir().unwrap());
        site.put(
            "index.html",
            &page("<p id=\"top-note\"><a href=\"articles/a.html#s2\">A</a> <a href=\"#top\">up</a></p>"),
        );
        site.put("404.html", &page("<p><a href=\"/some/base/index.html\">Front page</a></p>"));
        site.put("style.css", "");
        site.put(
            "articles/a.html",
            &page(
                "<link rel=\"stylesheet\" href=\"../style.css\">\n\
                 <script type=\"application/ld+json\">{\"a\": \"</p>\"}</script>\n\
                 <h2 id=\"s1\">A <em>heading</em><a class=\"permalink\" href=\"#s1\">¶</a></h2>\n\
                 <p id=\"s2\">The\nenvoy left.<sup data-apparatus><a href=\"../index.html#top-note\">1</a></sup></p>\n\
                 <p><span id=\"s3\">He said</span></p>\n<p><span data-part-of=\"s3\">nothing \u{fffd} more.</span></p>",
            ),
        );
        site.put("articles/a.txt", TEXT);
        site.put("data/articles.jsonl", "{\"id\":\"a\"}\n");
        site.put("data/sentences.jsonl", &sentences(&["A heading", "The envoy left.", "He said\nnothing \0 more."]));
        site
    }

    fn put(&self, path: &str, content: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// Replaces the front page's body, keeping its link to the article.
    fn front(&self, body: &str) {
        self.put("index.html", &page(&format!("<a id=\"top-note\" href=\"articles/a.html\">A</a>\n{body}")));
    }

    fn check(&self) -> Vec<Diagnostic> {
        self.check_with(TEXT)
    }

    fn check_with(&self, saved: &str) -> Vec<Diagnostic> {
        check(self.0.path(), &BTreeMap::from([(ArticleId::new("a"), saved)]), &|path| path.starts_with("kept/"))
            .unwrap()
    }
}

/// The export of these sentences of [`TEXT`].
fn sentences(texts: &[&str]) -> String {
    let line = |(number, text): (usize, &&str)| {
        let start = TEXT.find(text).unwrap();
        let text = serde_json::to_string(text).unwrap();
        let end = start + serde_json::from_str::<String>(&text).unwrap().len();
        format!(
            "{{\"id\":\"a#s{}\",\"article\":\"a\",\"role\":\"body\",\"rule\":\"x\",\"start\":{start},\"end\":{end},\"text\":{text}}}\n",
            number + 1
        )
    };
    texts.iter().enumerate().map(line).collect()
}

fn codes(found: &[Diagnostic]) -> Vec<&'static str> {
    found.iter().map(|diagnostic| diagnostic.code).collect()
}

/// The codes that a front page with this body yields.
fn front_codes(body: &str) -> Vec<&'static str> {
    let site = Site::new();
    site.front(body);
    codes(&site.check())
}

#[test]
fn a_sound_site_has_no_findings() {
    assert_eq!(Site::new().check(), []);
}

#[test]
fn a_folder_without_front_page_is_no_site() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(check(folder.path(), &BTreeMap::new(), &|_| false), Err(CheckError::NoSite(_))));
}

#[test]
fn a_dead_link_is_shown_at_its_line_and_column() {
    let site = Site::new();
    site.front("<p>Words and\n  <a href=\"gone.html?x#y\">gone</a></p>");
    let found = site.check();
    assert_eq!(codes(&found), ["dead-link"]);
    let place = found[0].place.as_ref().unwrap();
    assert_eq!((place.file.as_str(), place.line, place.column, place.length), ("index.html", 7, 12, 13));
    assert!(found[0].hint.is_some());
}

#[test]
fn links_are_resolved_as_a_browser_does() {
    let site = Site::new();
    site.put("data/caf\u{e9} x.csv", "");
    site.front(
        "<a href=\"data/caf%C3%A9%20x.csv\">a</a><a href=\"./articles/../articles/a.txt?q#:~:text=x\">b</a>\
         <a href=\"https://example.org/a b\">c</a>",
    );
    assert_eq!(codes(&site.check()), ["malformed-link"], "the space in the last, and nothing else");
    for (body, code) in [
        ("<a href=\"articles/\">a</a>", "dead-link"),
        ("<a href=\"../out.html\">a</a>", "dead-link"),
        ("<img alt=\"\" src=\"\">", "dead-link"),
        ("<img alt=\"\" srcset=\"style.css 1x, gone.png 2x\">", "dead-link"),
        ("<a href=\"/index.html\">a</a>", "absolute-link"),
        ("<a href=\"//example.org/\">a</a>", "absolute-link"),
        ("<a href=\"file:///etc\">a</a>", "absolute-link"),
        ("<a href=\"articles\\a.html\">a</a>", "malformed-link"),
        ("<a href=\"100%.html\">a</a>", "malformed-link"),
    ] {
        assert_eq!(front_codes(body), [code], "{body}");
    }
    assert!(front_codes("<a href=\"mailto:a@example.org\">a</a><a href=\"https://example.org/?a=b\">b</a>").is_empty());
}

#[test]
fn a_dead_anchor_is_found_in_this_page_and_in_others() {
    let site = Site::new();
    site.front(
        "<a href=\"#nowhere\">a</a>\n<a href=\"articles/a.html#s9\">b</a>\n<p aria-labelledby=\"top-note none\">c</p>",
    );
    let found = site.check();
    assert_eq!(codes(&found), ["dead-anchor"; 3]);
    let lines: Vec<u32> = found.iter().map(|found| found.place.as_ref().unwrap().line).collect();
    assert_eq!(lines, [6, 7, 8]);
    assert!(found[1].message.contains("articles/a.html") && found[1].message.contains("s9"));
}

#[test]
fn a_page_that_no_link_leads_to_is_an_orphan_unless_it_redirects() {
    let site = Site::new();
    site.put("lost.html", &page("<a href=\"also-lost.html\">a</a>"));
    site.put("also-lost.html", &page("<a href=\"lost.html\">a</a>"));
    let old = "<!doctype html>\n<html lang=\"en\"><head><title>Moved</title>\
               <meta http-equiv=\"refresh\" content=\"0; url=index.html\"></head></html>";
    site.put("former.html", old);
    let found = site.check();
    assert_eq!(codes(&found), ["orphan-page"; 2]);
    site.put("former.html", &old.replace("index", "gone"));
    assert!(codes(&site.check()).contains(&"dead-link"));
}

#[test]
fn what_is_kept_may_be_linked_and_is_not_read() {
    let site = Site::new();
    site.put("kept/old.html", "<p>no page <b>of ours");
    site.put("kept/own.jsonl", "no JSON");
    site.front("<a href=\"kept/old.html#anywhere\">a</a>");
    assert_eq!(site.check(), []);
    site.front("<a href=\"kept/gone.html\">a</a>");
    assert_eq!(codes(&site.check()), ["dead-link"]);
}

#[test]
fn markup_that_browsers_must_mend_is_found() {
    for (body, expected) in [
        ("<p>one <b>two</p>", &["unclosed-element"][..]),
        ("<section><p>one</p>", &["unclosed-element"]),
        ("one</div>", &["stray-end-tag"]),
        ("<b><i>x</b></i>", &["stray-end-tag", "unclosed-element"]),
        ("<p>one<ul><li>two</li></ul></p>", &["misnested-element"]),
        ("<a href=\"#top\">a <em><a href=\"#top\">b</a></em></a>", &["misnested-element"]),
        ("<p class=\"a\" class=\"b\">x</p>", &["duplicate-attribute"]),
        ("<p id=\"x\">a</p><p id=\"x\">b</p>", &["duplicate-id"]),
        ("<p>a &nosuch; < b</p>", &["malformed-html", "malformed-html"]),
        ("<img src=\"style.css\">", &["missing-alt"]),
        ("<script>let a;</script>", &["inline-script"]),
        ("<p onclick=\"x()\">a</p>", &["inline-script"]),
        ("<a href=\"JavaScript:x()\">a</a>", &["inline-script"]),
        ("<style>p {}</style>", &["inline-style"]),
        ("<p style=\"color: red\">a</p>", &["inline-style"]),
        ("<script type=\"application/ld+json\">{\"a\":}</script>", &["bad-json"]),
        ("<script src=\"https://example.org/a.js\"></script>", &["external-request"]),
        ("<link rel=\"stylesheet\" href=\"//example.org/a.css\">", &["external-request"]),
        ("<img alt=\"\" src=\"http://example.org/a.png\">", &["external-request"]),
    ] {
        let mut found = front_codes(body);
        found.sort_unstable();
        assert_eq!(found, expected, "{body}");
    }
}

#[test]
fn sound_markup_of_every_sort_is_no_finding() {
    for body in [
        "<p>a &amp; b<br>c <img src=\"data:image/png;base64,x\" alt=\"d\"></p><hr><ul><li><p>x</p></li></ul>",
        "<svg viewBox=\"0 0 1 1\"><title>T</title><g id=\"g\"/><use href=\"#g\"/><path d=\"M0 0\"/><a href=\"index.html\"><text>x</text></a></svg>",
        "<link rel=\"canonical\" href=\"https://example.org/\"><textarea><p></textarea>",
        "<table><tr><td><p>a</p></td></tr></table><!-- <b> -->",
        "<p><button type=\"button\">a</button><label for=\"f\">b</label><input id=\"f\"></p>",
    ] {
        assert!(front_codes(body).is_empty(), "{body}");
    }
}

#[test]
fn a_page_needs_a_doctype_a_language_and_a_title() {
    let site = Site::new();
    site.put(
        "index.html",
        "<html><head><title> </title></head><body><a id=\"top-note\" href=\"articles/a.html\">A</a></body></html>",
    );
    assert_eq!(codes(&site.check()), ["missing-doctype", "missing-lang", "missing-title"]);
}

#[test]
fn a_page_that_is_not_utf8_is_found() {
    let site = Site::new();
    fs::write(site.0.path().join("404.html"), b"\xff\xfe").unwrap();
    assert_eq!(codes(&site.check()), ["not-utf8"]);
}

#[test]
fn a_heavy_page_is_noted_unless_it_is_for_print() {
    let site = Site::new();
    site.put("print.html", &page(&"<p>x</p>\n".repeat(60_000)));
    site.put("big.html", &page(&"<p>x</p>\n".repeat(60_000)));
    site.front("<a href=\"print.html\">a</a><a href=\"big.html\">b</a>");
    let found = site.check();
    assert_eq!(codes(&found), ["heavy-page"]);
    assert_eq!(found[0].place.as_ref().unwrap().file, "big.html");
}

#[test]
fn a_sentence_that_is_not_in_the_saved_text_is_found() {
    let site = Site::new();
    let found = site.check_with(&TEXT.replace("envoy", "ENVOY"));
    assert_eq!(codes(&found), ["span-mismatch"]);
    assert_eq!(found[0].place.as_ref().unwrap().line, 2);
    site.put("articles/a.txt", "short");
    assert_eq!(codes(&site.check()), ["span-mismatch"; 3]);
    fs::remove_file(site.0.path().join("articles/a.txt")).unwrap();
    assert!(site.check().is_empty(), "an article that is not published in full has no copy");
}

#[test]
fn a_sentence_that_its_page_shows_otherwise_or_not_at_all_is_found() {
    let site = Site::new();
    let html = fs::read_to_string(site.0.path().join("articles/a.html")).unwrap();
    site.put("articles/a.html", &html.replace("envoy left.", "envoy left!"));
    let found = site.check();
    assert_eq!(codes(&found), ["span-mismatch"]);
    assert_eq!(found[0].place.as_ref().unwrap().line, 8);
    site.put("articles/a.html", &html.replace(" data-part-of=\"s3\"", ""));
    assert_eq!(codes(&site.check()), ["span-mismatch"]);
    site.put("articles/a.html", &html.replace("id=\"s3\"", "").replace(" data-part-of=\"s3\"", ""));
    assert_eq!(codes(&site.check()), ["sentence-missing"]);
    fs::rename(site.0.path().join("articles/a.html"), site.0.path().join("a.html")).unwrap();
    assert!(codes(&site.check()).contains(&"sentence-missing"));
}

#[test]
fn lines_that_are_not_json_are_found() {
    let site = Site::new();
    site.put("data/articles.jsonl", "{\"id\":\"a\"}\n{\"id\":}\n\n");
    site.put(
        "data/sentences.jsonl",
        "{\"id\":\"a#s1\"}\n{\"id\":\"a\",\"article\":\"a\",\"start\":0,\"end\":1,\"text\":\"A\"}\n",
    );
    let found = site.check();
    assert_eq!(codes(&found), ["bad-json"; 4]);
    let lines: Vec<u32> = found.iter().map(|found| found.place.as_ref().unwrap().line).collect();
    assert_eq!(lines, [2, 3, 1, 2]);
}

#[test]
fn a_fault_on_every_page_is_listed_fifty_times_and_then_counted() {
    let site = Site::new();
    site.front(&"<a href=\"gone.html\">a</a>\n".repeat(200));
    let found = site.check();
    assert_eq!(found.len(), 51);
    assert!(found[50].message.starts_with("150 more"));
}

#[test]
fn a_citation_leads_to_the_sentence_that_holds_its_words() {
    let cite = |words: &str, to: &str| format!("<p><a data-words=\"{words}\" href=\"{to}\">1</a></p>");
    let site = Site::new();
    site.front(&cite("envoy left.", "articles/a.html#s2"));
    assert_eq!(site.check(), []);
    site.front(&cite("He said nothing", "articles/a.html#s3"));
    assert_eq!(site.check(), [], "a line break is white space like any other");
    for (words, to, told) in [
        ("envoy left.", "articles/a.html#s3", "sentence s3 of a does not hold the cited words"),
        ("envoy stayed", "articles/a.html#s2", "do not stand in a"),
        ("envoy left.", "articles/a.html", "lead to no sentence"),
    ] {
        site.front(&cite(words, to));
        let found = site.check();
        assert!(found.iter().any(|d| d.code == "citation-unproved" && d.message.contains(told)), "{found:#?}");
    }
}
