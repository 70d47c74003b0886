//! The articles as references and as tables, read again by the libraries that others read them with.

use crate::support::hand::{article, dated, dossier, render};
use crate::support::islands::islands;
use biblatex::{Bibliography, ChunksExt};
use cuttings::base::OutletId;
use cuttings::model::{Dossier, Known, Outlet, Role};

const TITLE: &str = "Ferries & “trams”: 50 % off_{all} \\ #1 =SUM(A1)";

fn hostile() -> Dossier {
    let mut entry = dated(article("ferries", &[(Role::Body, "Ferries stop.")]), TITLE, "2020-05");
    entry.article.meta.authors = Some(Known::stated(vec!["Ann Quist and Sons".to_owned(), "José Ñ".to_owned()], None));
    entry.article.meta.outlet = Some(Known::stated(OutletId::new("The Post & Sea"), None));
    entry.article.meta.url = Some(Known::stated("https://example.org/a?b={c}&d=1".to_owned(), None));
    let mut second = dated(article("formula", &[(Role::Body, "Trams run.")]), "=1+1, \"so\"", "2020-05-02");
    second.article.meta.url = Some(Known::stated("javascript:alert(1)".to_owned(), None));
    let mut dossier = dossier(vec![entry, second]);
    dossier.outlets.insert(OutletId::new("The Post & Sea"), Outlet::named("The Post & Sea"));
    dossier
}

#[test]
fn bibtex_reads_back_as_it_was() {
    let site = render(&hostile());
    let parsed = Bibliography::parse(&site["data/sources.bib"]).unwrap();
    let entry = parsed.get("ferries").unwrap();
    let title = entry.title().unwrap().format_verbatim();
    assert!(title.contains("Ferries & “trams”: 50 % off_"), "{title}");
    let authors = entry.author().unwrap();
    assert_eq!(authors.len(), 2, "{authors:?}");
    assert!(authors[0].name.contains("Ann Quist and Sons"), "{authors:?}");
    assert!(entry.date().is_ok() && !entry.url().unwrap().contains('{'));
    assert!(parsed.get("formula").unwrap().url().is_err(), "only addresses of the web are given");
}

#[test]
fn csl_json_has_every_article_with_its_date_as_far_as_it_is_known() {
    let site = render(&hostile());
    let items: Vec<serde_json::Value> = serde_json::from_str(&site["data/sources.csl.json"]).unwrap();
    assert_eq!(items.len(), 2);
    assert_eq!(items[0]["title"], TITLE);
    assert_eq!(items[0]["issued"]["date-parts"], serde_json::json!([[2020, 5]]));
    assert_eq!(items[0]["container-title"], "The Post & Sea");
    assert_eq!(render(&Dossier::default())["data/sources.csl.json"], "[]\n");
}

#[test]
fn tables_have_a_row_for_each_record_and_no_cell_that_acts() {
    for (dossier, file) in [(hostile(), "articles"), (islands(), "actors")] {
        let site = render(&dossier);
        let table = site[&format!("data/{file}.csv")].trim_start_matches('\u{feff}').to_owned();
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let header = reader.headers().unwrap().clone();
        let lines = site[&format!("data/{file}.jsonl")].lines().count();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!((rows.len(), &header[0]), (lines, "id"));
        assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
    }
}
