//! The page of connections, from a dossier made by hand.

use crate::support::hand::render;
use crate::support::islands::islands;
use cuttings::model::{Dossier, Publish};
use dom_query::Document;

fn page(dossier: &Dossier) -> Document {
    Document::from(render(dossier)["network.html"].as_str())
}

fn texts(page: &Document, selector: &str) -> Vec<String> {
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    page.select(selector).iter().map(|found| words(found.text().to_string())).collect()
}

#[test]
fn a_pair_is_counted_once_a_sentence_and_cites_one_that_names_both() {
    let page = page(&islands());
    let rows = texts(&page, "#pairs + table tbody tr");
    // "Mara Holm, the harbour master, let Nordline sail" and the closing of the harbour.
    let pair = rows.iter().find(|row| row.contains("Mara Holm") && row.contains("Nordline")).unwrap();
    assert!(pair.contains(" 2 2 ") || pair.contains(" 3 3 "), "{pair}");
    assert_eq!(page.select("#pairs + table tbody a.cite").length(), rows.len());
}

#[test]
fn every_actor_of_the_drawing_leads_to_its_page() {
    let page = page(&islands());
    let nodes = page.select("svg.network a.node");
    assert!(nodes.length() >= 6);
    // A phone has a drawing of its own, of the same actors and lines.
    let each = |form: &str, what: &str| page.select(&format!(".drawing.{form} {what}")).length();
    assert_eq!(each("around", "a.node"), each("down", "a.node"));
    assert_eq!(each("around", "path"), each("down", "path"));
    for node in &nodes {
        let href = node.attr("href").unwrap();
        assert!(href.starts_with("actors/"), "{href}");
        assert!(!node.select("title").text().is_empty());
    }
    assert!(page.select("svg.network path").length() >= 2);
}

#[test]
fn the_table_of_sources_has_a_row_for_each_article_and_counts_in_its_cells() {
    let dossier = islands();
    let page = page(&dossier);
    assert_eq!(page.select(".matrix tbody tr").length(), dossier.entries.len());
    let columns = page.select(".matrix thead th").length();
    for row in &page.select(".matrix tbody tr") {
        assert_eq!(row.select("td[data-label]").length(), columns);
    }
}

#[test]
fn a_dossier_that_names_nobody_says_so() {
    let html = render(&Dossier::default())["network.html"].clone();
    assert!(html.contains("No actor is named often enough"));
    assert!(!html.contains("<svg") && !html.contains("<table"));
}

#[test]
fn a_sentence_that_is_not_published_is_cited_by_its_article_alone() {
    let mut dossier = islands();
    dossier.entries.iter_mut().for_each(|entry| entry.publish = Publish::Metadata);
    let page = page(&dossier);
    for cite in &page.select("#pairs + table a.cite") {
        assert!(!cite.attr("href").unwrap().contains('#'));
    }
}
