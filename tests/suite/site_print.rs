//! The whole dossier as one document to print, and the drawing of what comes from what, from a dossier made by hand.

use crate::support::full::full;
use crate::support::hand::{Site, article, dated, dossier, render};
use cuttings::model::{Dossier, Publish, Role};
use dom_query::Document;
use std::collections::BTreeSet;

fn page(site: &Site, path: &str) -> Document {
    Document::from(site.get(path).unwrap_or_else(|| panic!("no {path}")).as_str())
}

fn each(page: &Document, selector: &str) -> Vec<String> {
    let words = |node| {
        let text: String = dom_query::Selection::from(node).text().to_string();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    page.select(selector).nodes().iter().copied().map(words).collect()
}

/// The parts of the printed document, each by its path.
fn parts(site: &Site) -> Vec<&String> {
    site.keys().filter(|path| path.starts_with("print")).collect()
}

#[test]
fn the_document_has_its_sections_in_order_and_lists_them_in_its_contents() {
    let page = page(&render(&full()), "print.html");
    let sections = [
        "1 Key judgements and key points",
        "2 Chronology",
        "3 Positions: who said what",
        "4 Where the sources differ",
        "5 Actors",
        "6 Analyst’s notes",
        "7 The articles",
        "8 Sources",
    ];
    assert_eq!(each(&page, "section > h2"), sections);
    let listed: Vec<String> = each(&page, ".contents > ol > li > p > a");
    assert_eq!(listed.len(), sections.len());
    assert_eq!(each(&page, ".particulars dd").last().map(String::as_str), Some("The harbour board"));
}

#[test]
fn every_citation_leads_to_its_sentence_and_every_link_within_to_a_place_that_is_there() {
    let site = render(&full());
    for path in parts(&site) {
        let page = page(&site, path);
        let ids: Vec<String> =
            page.select("[id]").iter().filter_map(|one| one.attr("id")).map(|id| id.to_string()).collect();
        let known: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
        assert_eq!(known.len(), ids.len(), "an id stands twice on {path}");
        for link in &page.select("a[href^='#']") {
            let href = link.attr("href").unwrap().to_string();
            assert!(known.contains(&href[1..]), "{href} leads nowhere");
        }
    }
    let page = page(&site, "print.html");
    let cites = page.select("a.cite");
    assert!(cites.length() > 10, "{} citations", cites.length());
    assert!(cites.iter().all(|cite| cite.attr("href").unwrap().starts_with("#article-")));
}

#[test]
fn an_address_stands_once_among_the_sources() {
    let page = page(&render(&full()), "print.html");
    let with: Vec<String> =
        each(&page, ".source").into_iter().filter(|one| one.contains("example.org/storm")).collect();
    assert_eq!(with.len(), 1, "{with:?}");
    assert!(with[0].contains("Archived at https://archive.example.org/1/storm"), "{with:?}");
    assert!(page.select("section:not([data-section=sources]) a.address").is_empty());
}

#[test]
fn a_key_point_says_how_many_articles_support_it_and_which_only_in_part() {
    let points = each(&page(&render(&full()), "print.html"), ".points > .claim");
    assert!(points[0].contains("in two articles, one of them probably derived from the other"), "{points:?}");
    assert!(points[0].contains("in part"));
}

#[test]
fn words_that_may_not_be_published_are_not_printed() {
    for publish in [Publish::Metadata, Publish::Cited] {
        let mut dossier = full();
        let words: Vec<String> = dossier.entries[0]
            .reading
            .sentences
            .iter()
            .filter(|sentence| sentence.role == Role::Body)
            .map(|sentence| sentence.span.of(&dossier.entries[0].article.saved.text).to_owned())
            .collect();
        dossier.entries[0].publish = publish;
        dossier.entries[0].cited = BTreeSet::new();
        let site = render(&dossier);
        let whole = site["print.html"].clone();
        let text = Document::from(whole.as_str()).text().to_string();
        for sentence in words.iter().filter(|words| words.len() > 24) {
            assert!(!text.contains(sentence.as_str()), "{sentence}");
        }
        assert!(text.contains("The text of this article is not published."));
        assert!(each(&page(&site, "print.html"), ".value").iter().all(|value| value != "“Monday”"));
    }
}

#[test]
fn furniture_is_left_out_and_that_is_said() {
    let lines = [(Role::Body, "The dike holds."), (Role::Furniture, "Subscribe now"), (Role::Furniture, "Share")];
    let dossier = dossier(vec![dated(article("dike", &lines), "The dike", "2020-01-02")]);
    let page = page(&render(&dossier), "print.html");
    assert_eq!(each(&page, ".left-out"), ["[two lines of the page left out: no part of the article]"]);
    assert!(!page.text().contains("Subscribe now"));
    assert_eq!(each(&page, "#article-dike_s1"), ["1The dike holds."]);
}

#[test]
fn a_long_dossier_is_printed_in_parts_below_three_megabytes_that_lead_to_each_other() {
    let lines: Vec<String> =
        (0..900).map(|n| format!("The water stood at mark {n} of the old gauge that day.")).collect();
    let lines: Vec<(Role, &str)> = lines.iter().map(|line| (Role::Body, line.as_str())).collect();
    let entries = (0..28).map(|n| dated(article(&format!("gauge-{n:02}"), &lines), "The gauge", "2020-01-02"));
    let site = render(&dossier(entries.collect()));
    let parts = parts(&site);
    assert!(parts.len() > 1, "{parts:?}");
    assert!(parts.iter().all(|path| site[*path].len() < 3_000_000));
    let first = page(&site, "print.html");
    assert_eq!(first.select("a[rel=next]").attr("href").as_deref(), Some("print-2.html"));
    let last = first.select(".contents ol ol a").iter().last().unwrap().attr("href").unwrap().to_string();
    let (path, anchor) = last.split_once('#').unwrap();
    assert!(site[path].contains(&format!("id=\"{anchor}\"")));
    assert!(page(&site, "print-2.html").select(".cover").is_empty());
}

#[test]
fn an_empty_dossier_still_has_its_document() {
    let page = page(&render(&Dossier::default()), "print.html");
    assert_eq!(each(&page, ".cover h1"), ["Press cuttings"]);
    assert!(page.select(".contents").is_empty());
}

#[test]
fn every_page_leads_to_the_document() {
    let site = render(&full());
    for path in ["index.html", "sources.html", "actors/mara-holm.html"] {
        assert!(site[path].contains("print.html\">Print the whole dossier"), "{path}");
    }
}

#[test]
fn what_comes_from_what_is_drawn_and_listed_alike() {
    let page = page(&render(&full()), "sources.html");
    assert_eq!(each(&page, ".lineage svg .how"), ["retelling", "copy"]);
    assert_eq!(each(&page, ".lineage .derived strong"), ["retelling", "copy"]);
    let rows: BTreeSet<String> =
        page.select(".lineage svg a text").iter().map(|row| row.attr("y").unwrap().to_string()).collect();
    assert_eq!(rows.len(), 3, "each label has a row of its own");
    assert_eq!(page.select(".lineage polygon").length(), 2);
}

#[test]
fn of_two_texts_of_which_nobody_knows_the_first_one_line_without_an_arrow_is_drawn() {
    let mut dossier = full();
    let mut other = dossier.derivations[0].clone();
    (other.entry, other.from, other.directed) = (0, 1, false);
    dossier.derivations.truncate(1);
    dossier.derivations[0].directed = false;
    dossier.derivations.insert(0, other);
    let page = page(&render(&dossier), "sources.html");
    assert_eq!((page.select(".lineage path").length(), page.select(".lineage polygon").length()), (1, 0));
    assert_eq!(each(&page, ".lineage .derived strong").len(), 2);
}

#[test]
fn where_nothing_comes_from_anything_there_is_no_drawing() {
    let mut dossier = full();
    dossier.derivations.clear();
    assert!(page(&render(&dossier), "sources.html").select(".lineage").is_empty());
}

#[test]
fn an_article_with_many_headings_lists_them_and_one_with_few_does_not() {
    let page_of = |headings: usize| {
        let heads: Vec<String> = (0..headings).map(|n| format!("Stop {n} of the line")).collect();
        let lines: Vec<(Role, &str)> = heads.iter().map(|head| (Role::Subheading, head.as_str())).collect();
        page(&render(&dossier(vec![dated(article("line", &lines), "The line", "2020-01-02")])), "articles/line.html")
    };
    let long = page_of(12);
    assert_eq!(each(&long, ".headings li")[11], "Stop 11 of the line");
    assert_eq!(long.select(".headings li:last-child a").attr("href").as_deref(), Some("#s12"));
    assert!(page_of(11).select(".headings").is_empty());
}

#[test]
fn every_page_leads_to_what_its_marks_mean() {
    let site = render(&full());
    assert!(site["articles/held.html"].contains("../method.html#marks"));
    assert!(!page(&site, "method.html").select("#marks").is_empty());
}
