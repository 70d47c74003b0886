//! The data files of claims and discrepancies, from a dossier made by hand.

use crate::support::hand::{Site, actor, conforms, dossier, render};
use crate::support::marked::told;
use crate::support::told::when;
use cuttings::base::SentenceId;
use cuttings::model::{
    ActorKind, Claim, Discrepancy, DiscrepancyKind, Dossier, Level, Publish, SentenceRef, Side, Summary, Support,
};
use serde_json::{Value, json};

const fn at(entry: u32, sentence: u32) -> SentenceRef {
    SentenceRef { entry, sentence: SentenceId(sentence) }
}

fn claim(support: &[(SentenceRef, Level)], score: u32) -> Claim {
    Claim {
        representative: support[0].0,
        counted: Vec::new(),
        support: support.iter().map(|(sentence, level)| Support { sentence: *sentence, level: *level }).collect(),
        related: Vec::new(),
        articles: u32::try_from(support.len()).unwrap(),
        derived: 0,
        actors: Vec::new(),
        when: None,
        score,
    }
}

fn reports() -> Dossier {
    let mut dossier = dossier(vec![
        told("first", "2020-05-20", &["{Mara Holm|actor=0} sent 40 boats.", "The dam broke."]),
        told("second", "2020-05-21", &["{Holm|actor=0} sent 30 boats.", "The dam is broken."]),
    ]);
    dossier.actors = vec![actor("mara-holm", "Mara Holm", ActorKind::Person)];
    let boats = claim(&[(at(0, 1), Level::Full), (at(1, 1), Level::Partial)], 90);
    dossier.claims = vec![
        Claim { actors: vec![0], when: Some(when("2020-05-19")), derived: 1, ..boats },
        Claim { related: vec![at(1, 2)], ..claim(&[(at(0, 2), Level::Full)], 20) },
        claim(&[(at(1, 2), Level::Full)], 10),
    ];
    dossier.summary = Summary { key_points: vec![0], single: vec![1], ..Summary::default() };
    let side = |value: &str, sentence| Side { value: value.to_owned(), sentences: vec![sentence] };
    dossier.discrepancies = vec![Discrepancy {
        kind: DiscrepancyKind::Number,
        claims: vec![0],
        sides: vec![side("40 boats", at(0, 1)), side("30 boats", at(1, 1))],
        also: Vec::new(),
    }];
    dossier
}

fn lines(site: &Site, name: &str) -> Vec<Value> {
    site[&format!("data/{name}.jsonl")].lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_data_keep_to_their_schemas() {
    let site = render(&reports());
    for (name, count) in [("claims", 3), ("discrepancies", 1)] {
        let schema: Value = serde_json::from_str(&site[&format!("data/schema/{name}.schema.json")]).unwrap();
        assert_eq!(lines(&site, name).len(), count);
        for line in lines(&site, name) {
            conforms(&line, &schema, name);
        }
        assert!(site["method.html"].contains(&format!("data/{name}.jsonl")));
    }
}

#[test]
fn a_claim_has_its_words_its_support_and_its_section() {
    let claims = lines(&render(&reports()), "claims");
    assert_eq!((&claims[0]["id"], &claims[0]["text"]), (&"c-45510e55".into(), &"Mara Holm sent 40 boats.".into()));
    let support = json!([
        {"sentence": "first#s1", "article": "first", "level": "full"},
        {"sentence": "second#s1", "article": "second", "level": "partial"},
    ]);
    assert_eq!((&claims[0]["support"], &claims[0]["actors"]), (&support, &json!(["mara-holm"])));
    assert_eq!((&claims[0]["date"], &claims[0]["derived"]), (&"2020-05-19".into(), &1.into()));
    let sections: Vec<&Value> = claims.iter().map(|claim| &claim["section"]).collect();
    assert_eq!(sections, [&json!("key"), &json!("single"), &Value::Null]);
    assert_eq!(claims[1]["related"], json!(["second#s2"]));
}

#[test]
fn a_discrepancy_has_its_sides() {
    let found = lines(&render(&reports()), "discrepancies");
    let sides = json!([
        {"value": "40 boats", "sentences": ["first#s1"]},
        {"value": "30 boats", "sentences": ["second#s1"]},
    ]);
    assert_eq!(
        (&found[0]["sides"], &found[0]["claims"], &found[0]["id"]),
        (&sides, &json!(["c-45510e55"]), &json!("x-0521c751"))
    );
}

#[test]
fn claims_and_statements_are_given_as_tables() {
    let site = render(&reports());
    let table = &site["data/claims.csv"];
    assert!(
        table
            .contains("c-45510e55,Mara Holm sent 40 boats.,first#s1,first#s1; second#s1,,2,1,mara-holm,2020-05-19,key")
    );
    assert!(site["data/statements.csv"].contains("id,actor,"));
}

#[test]
fn words_that_may_not_be_published_are_in_no_data_file() {
    let mut dossier = reports();
    dossier.entries[0].publish = Publish::Metadata;
    let site = render(&dossier);
    assert!(lines(&site, "claims")[0]["text"].is_null());
    let sides = lines(&site, "discrepancies")[0]["sides"].clone();
    assert_eq!((&sides[0]["value"], &sides[1]["value"]), (&Value::Null, &"30 boats".into()));
    for file in ["data/claims.jsonl", "data/claims.csv", "data/discrepancies.jsonl"] {
        assert!(!site[file].contains("40 boats"), "{file}");
    }
}

#[test]
fn the_search_leads_to_what_the_summary_reports_where_it_is_published() {
    let mut dossier = reports();
    dossier.entries[1].publish = Publish::Metadata;
    let site = render(&dossier);
    let heads = &site["search/heads-all.js"];
    assert!(
        heads.contains(r#"{"is":"claim","href":"summary.html#claim-first-s1","name":"Mara Holm sent 40 boats.""#),
        "{heads}"
    );
    assert!(site["summary.html"].contains(r#"id="claim-first-s1""#));
    dossier.entries[0].publish = Publish::Metadata;
    assert!(!render(&dossier)["search/heads-all.js"].contains("boats"));
}
