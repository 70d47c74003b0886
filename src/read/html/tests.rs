//! Pages of every construct and of every kind of malice.

use super::*;
use crate::base::Span;
use crate::model::{Line, LineKind, MarkupKind};
use proptest::prelude::*;

fn lines(page: &str) -> Vec<(LineKind, String)> {
    let saved = html(page).saved;
    saved.lines.iter().map(|line| (line.kind, line.span.of(&saved.text).to_owned())).collect()
}

fn texts(page: &str) -> Vec<String> {
    lines(page).into_iter().map(|(_, text)| text).collect()
}

/// What every rendering promises, whatever it was made from.
pub(in crate::read) fn assert_sound(saved: &SavedText) {
    let mut end = 0;
    for Line { span, link_share, .. } in &saved.lines {
        assert!(span.start as usize >= end && *link_share <= 100);
        assert!(!span.is_empty() && span.trimmed(&saved.text) == *span);
        assert!(!span.of(&saved.text).contains(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}']));
        end = span.end as usize;
        assert_eq!(
            saved.text[end..].trim_start_matches(|c: char| c.is_whitespace() && c != '\n').chars().next(),
            Some('\n')
        );
    }
    assert_eq!(saved.text.lines().count(), saved.lines.len());
    let starts: Vec<u32> = saved.markup.iter().map(|markup| markup.span.start).collect();
    assert!(starts.is_sorted());
    for markup in &saved.markup {
        let inside = |line: &&Line| line.span.start <= markup.span.end && markup.span.start <= line.span.end;
        assert!(markup.span.get(&saved.text).is_some() && !markup.span.is_empty());
        assert!(saved.lines.iter().any(|line| inside(&line)));
        let _: Span = markup.span;
    }
}

#[test]
fn each_block_is_a_line_of_its_kind() {
    let page = "<h1>Head <em>line</em></h1><p>One\n  two<ul><li>item<li><p>other</ul>
        <blockquote><p>said</p></blockquote><figure><img src=a alt='A cat'><figcaption>A dog</figcaption></figure>
        <pre>\n a  b\n\nc</pre><div>loose<p>tight</p>ends</div><dl><dt>t<dd>d</dl>";
    let expected = [
        (LineKind::Heading(1), "Head line"),
        (LineKind::Plain, "One two"),
        (LineKind::ListItem, "item"),
        (LineKind::ListItem, "other"),
        (LineKind::Quote, "said"),
        (LineKind::Caption, "A cat"),
        (LineKind::Caption, "A dog"),
        (LineKind::Code, "a  b"),
        (LineKind::Code, "c"),
        (LineKind::Plain, "loose"),
        (LineKind::Plain, "tight"),
        (LineKind::Plain, "ends"),
        (LineKind::ListItem, "t"),
        (LineKind::ListItem, "d"),
    ];
    assert_eq!(lines(page), expected.map(|(kind, text)| (kind, text.to_owned())));
}

#[test]
fn menus_forms_and_footers_are_text_and_scripts_are_not() {
    let page = "<title>t</title><style>a{}</style><nav><a href=/a>Home</a><a href=/b>News</a></nav><script>x('<p>')</script>
        <form><input type=hidden value=secret><input type=submit value=Send><button>Go</button><textarea>Say</textarea>
        <select><option>One<option>Two</select></form><template><p>no</template><svg><title>no</title><text>no</text></svg>
        <noscript>Switch it on <img alt=pixel></noscript><iframe><p>no</iframe><footer>© 2021 &amp; all</footer><!-- no -->";
    let expected = ["Home News", "Send", "Go", "Say", "One", "Two", "Switch it on", "© 2021 & all"];
    assert_eq!(texts(page), expected);
}

#[test]
fn one_break_is_a_space_and_two_end_the_line() {
    assert_eq!(texts("<p>one<br>two<br>\n<br>three<br/><br><br>four"), ["one two", "three", "four"]);
    assert_eq!(texts("<pre>one<br>two</pre>"), ["one", "two"]);
}

#[test]
fn white_space_collapses_and_words_are_never_glued_or_parted() {
    assert_eq!(texts("<p>a<b>b</b> c<i> d </i>e&nbsp;f</p>"), ["ab c d e\u{a0}f"]);
    assert_eq!(texts("<p>the <button>term</button>, as <a href=x>lin</a><a href=x>ked</a>"), ["the term, as linked"]);
    assert_eq!(texts("<p>He said <q>yes</q>."), ["He said “yes”."]);
}

#[test]
fn data_tables_are_rows_and_layout_tables_are_blocks() {
    let data =
        "<table><caption>Votes</caption><tr><th>Who<th>How many<tr><td><p>Ann</p><td>3<br>4<tr><td><td>5</table>after";
    let expected = [
        (LineKind::Caption, "Votes"),
        (LineKind::TableRow, "Who\tHow many"),
        (LineKind::TableRow, "Ann\t3 4"),
        (LineKind::TableRow, "5"),
        (LineKind::Plain, "after"),
    ];
    assert_eq!(lines(data), expected.map(|(kind, text)| (kind, text.to_owned())));
    let layout = "<table><tr><td><ul><li>menu</ul><td><h1>Head</h1><p>one<p>two<table><tr><td>a<td>b</table></table>";
    let expected = [
        (LineKind::ListItem, "menu"),
        (LineKind::Heading(1), "Head"),
        (LineKind::Plain, "one"),
        (LineKind::Plain, "two"),
        (LineKind::TableRow, "a\tb"),
    ];
    assert_eq!(lines(layout), expected.map(|(kind, text)| (kind, text.to_owned())));
}

#[test]
fn descriptions_of_pictures_are_captions_once() {
    let repeated = "<figure><img alt='A cat'><div>Photo: Ann</div><figcaption>A  cat asleep</figcaption></figure>";
    assert_eq!(texts(repeated), ["Photo: Ann", "A cat asleep"]);
    assert_eq!(texts("<a href=x><img alt='Rain stops play'><h3>Rain stops play</h3></a>"), ["Rain stops play"]);
    assert_eq!(texts("<p>See <img alt='the chart'> below<p>next"), ["See below", "the chart", "next"]);
    assert_eq!(texts("<img alt=''><img><p>x"), ["x"]);
}

#[test]
fn links_and_stress_are_ranges_and_shares() {
    let saved = html("<p>See <a href='/x?a=1&amp;b'><b>this page</b></a> now<p><a name=y>None</a>").saved;
    let at = |kind: &MarkupKind| saved.markup.iter().find(|m| m.kind == *kind).map(|m| m.span.of(&saved.text));
    assert_eq!(at(&MarkupKind::Link("/x?a=1&b".into())), Some("this page"));
    assert_eq!(at(&MarkupKind::Strong), Some("this page"));
    assert_eq!(saved.lines.iter().map(|line| line.link_share).collect::<Vec<_>>(), [57, 0]);
}

/// A page with a menu, an article of some length, and a footer.
fn article_page() -> String {
    let sentence = "The council met on Tuesday, and after some hours, a plan was agreed by all sides, officials said. ";
    let paragraphs = (1..=6).map(|n| format!("<p>Paragraph {n}. {}</p>\n", sentence.repeat(3)));
    let paragraphs = paragraphs.collect::<Vec<_>>().concat();
    format!(
        "<html lang=en><head><title>Council agrees a plan - Gazette</title></head><body>
        <nav class=menu><ul><li><a href=/>Home</a><li><a href=/w>World</a><li><a href=/s>Sport</a></ul></nav>
        <div class=content><article><h1>Council agrees a plan</h1>{paragraphs}
        <figure><img src=a.jpg alt='The hall'><figcaption>The hall where the council met, on Tuesday</figcaption></figure>
        <blockquote><p>It was a long night, but a good one, said the mayor, and went home.</p></blockquote></article></div>
        <aside class=sidebar><h3>Most read</h3><ul><li><a href=/1>Rain stops play again</a></ul></aside>
        <footer class=footer><p>Copyright 2021 Gazette. All rights reserved.</p></footer></body></html>"
    )
}

#[test]
fn the_body_is_told_from_menus_and_footers() {
    let saved = html(&article_page()).saved;
    let of = |start: &str| saved.lines.iter().find(|l| l.span.of(&saved.text).starts_with(start)).unwrap().in_body;
    for inside in ["Paragraph 1", "Paragraph 6", "It was a long", "The hall where"] {
        assert_eq!(of(inside), Some(true), "{inside}");
    }
    for outside in ["Home", "World", "Rain stops", "Copyright"] {
        assert_eq!(of(outside), Some(false), "{outside}");
    }
}

#[test]
fn a_page_with_next_to_no_text_has_no_known_body() {
    let saved = html("<p>Only a few words here.").saved;
    assert_eq!(saved.lines[0].in_body, None);
}

#[test]
fn hostile_pages_keep_their_text_and_end_soon() {
    let nested = format!("{}deep{}", "<div>".repeat(10_000), "</div>".repeat(10_000));
    assert_eq!(texts(&nested), ["deep"]);
    let between = format!("{}<p>one</p><p>two", "<div>".repeat(10_000));
    assert_eq!(texts(&between), ["one", "two"]);
    assert_eq!(texts(&"<".repeat(1_000_000))[0].len(), 1_000_000);
    assert_eq!(texts(&format!("<p {}>x", "a=b c='d' ".repeat(200_000))), ["x"]);
    assert!(texts(&format!("<p {}", "a='".repeat(200_000))).is_empty());
    let links = (0..100_000).map(|n| format!("<a href=/{n}>l{n}</a>\n")).collect::<Vec<_>>().concat();
    assert_eq!(html(&links).saved.markup.len(), 100_000);
    assert_eq!(texts(&"<b><i><font size=1><p>x".repeat(20_000)).len(), 20_000);
    assert_eq!(texts("<p>a\0b<table><tr><td>c<div>d<p>e</i></b><ul><li>f"), ["ab", "c", "d", "e", "f"]);
    assert!(html(&"<p><img alt=x>".repeat(50_000)).saved.lines.len() <= 50_000);
    assert_sound(&html(&"<table><tr><td>x".repeat(5_000)).saved);
    assert_sound(&html(&"<a href=x><p>".repeat(50_000)).saved);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn every_rendering_is_sound(pieces in proptest::collection::vec(
        prop_oneof![
            "(<|</)(p|div|b|a href=x|li|ul|table|tr|td|pre|br|img alt=y|q|svg|h2|blockquote|noscript|button|select|option|figure|figcaption|title|textarea|caption|math|input type=submit value=z)( |>|/>)",
            "[ a-zé\u{a0}\u{2028}\u{85}\t\r\n&;<>\"'=\0]{0,12}",
            Just("<!--".to_owned()), Just("-->".to_owned()), Just("<script>".to_owned()), Just("</script>".to_owned()),
        ], 0..40))
    {
        assert_sound(&html(&pieces.concat()).saved);
    }
}
