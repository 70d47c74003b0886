//! What a text costs grows in proportion to it: no text makes a site of another order.
//!
//! Bytes are counted and not time, which depends on the machine; `benches/hostile.rs` shows that.

use crate::support::Folder;
use std::fmt::Write as _;

/// Bytes of the site of one article.
fn built(name: &str, text: &str) -> usize {
    let folder = Folder::new().with(name, text);
    folder.build(0);
    folder.site().values().map(Vec::len).sum()
}

/// Asserts that four times the text makes a site of five times the size at most, and that it passes its check.
fn grows_in_proportion(name: &str, text: &dyn Fn(usize) -> String, size: usize) {
    let (small, large) = (text(size), text(size * 4));
    let (few, many) = (built(name, &small), built(name, &large));
    assert!(many < few * 5, "{name}: {} kB gave {few} bytes, {} kB {many}", small.len() >> 10, large.len() >> 10);
}

/// Names of two words, all different.
fn names(count: usize) -> impl Iterator<Item = String> {
    const PARTS: [&str; 16] =
        ["ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "za", "dor", "fin", "gal", "hem", "jor", "kal"];
    let word = |number: usize| {
        let word: String = (0..3).map(|at| PARTS[(number >> (4 * at)) % PARTS.len()]).collect();
        word[..1].to_uppercase() + &word[1..]
    };
    (0..count).map(move |number| format!("{} {}", word(number), word(number * 7 + 11)))
}

#[test]
fn a_quotation_repeated_names_its_group_once() {
    let text =
        |times| "Storm nears\n\n".to_owned() + &"“We can not wait for the next storm,” Mara Holm said. ".repeat(times);
    grows_in_proportion("a.txt", &text, 250);
}

#[test]
fn a_paragraph_repeated_costs_what_it_weighs() {
    let line = "The harbour of Port Lennar was closed by its director, Mara Holm, on Monday.\n\n";
    grows_in_proportion("a.txt", &|times| format!("Storm nears\n\n{}", line.repeat(times)), 500);
}

#[test]
fn distinct_names_cost_what_they_weigh() {
    let text = |count| {
        let mut text = "Storm nears\n\n".to_owned();
        let names: Vec<String> = names(count).collect();
        for pair in names.chunks_exact(2) {
            let _ = write!(text, "The director {} met the skipper {} in town.\n\n", pair[0], pair[1]);
        }
        text
    };
    grows_in_proportion("a.txt", &text, 500);
}

#[test]
fn signs_without_words_cost_what_they_weigh() {
    let page =
        |times: usize| format!("<h1>Storm nears</h1><p>{}</p><p>The port was closed.</p>", "&amp;".repeat(times));
    grows_in_proportion("a.html", &page, 10_000);
}

#[test]
fn dates_that_share_their_numbers_are_read_as_far_as_they_go() {
    let folder = Folder::new().with("a.txt", "2020-05-03/14/2020\n\nThe port was shut on Monday, Mara Holm said.\n");
    folder.build(0);
    assert_eq!(folder.lines("articles")[0]["published"], "2020-05-03");
}

#[test]
fn what_stands_behind_a_comment_that_nothing_closes_is_text() {
    let text = "# Storm nears\n\nThe port was shut.\n\n<!-- draft\n\nMara Holm said that people come first.\n";
    let folder = Folder::new().with("a.md", text);
    folder.build(0);
    assert!(folder.page("articles/a.html").contains("people come first"));
}
