//! The data files of statements and events, from a dossier made by hand.

use crate::support::hand::{Site, actor, conforms, dossier, render};
use crate::support::marked::told;
use cuttings::analysis::corpus::{compare::signatures, events::chronology, quotations::quotations};
use cuttings::model::{ActorKind, Dossier, Publish, Settings};
use serde_json::{Value, json};

fn reports() -> Dossier {
    let mut dossier = dossier(vec![
        told(
            "first",
            "2020-05-20",
            &[
                "{Mara Holm|actor=0} said {on Tuesday|happened=2020-05-19} {“we will keep the northern harbour open for fishing boats”|said}.",
                "The dam broke {on Monday|happened=2020-05-18}.",
            ],
        ),
        told(
            "second",
            "2020-05-21",
            &[
                "{Holm|actor=0} said {“we shall keep the northern harbour open for fishing boats”|said}.",
                "The council meets {on Friday|planned=2020-05-22}.",
            ],
        ),
    ]);
    dossier.actors = vec![actor("mara-holm", "Mara Holm", ActorKind::Person)];
    dossier.quotations = quotations(&dossier.entries, &signatures(&dossier.entries, &dossier.actors));
    dossier.events = chronology(&dossier.entries, &[], &Settings::default());
    dossier
}

fn lines(site: &Site, name: &str) -> Vec<Value> {
    site[&format!("data/{name}.jsonl")].lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_data_keep_to_their_schemas() {
    let site = render(&reports());
    for name in ["statements", "events"] {
        let schema: Value = serde_json::from_str(&site[&format!("data/schema/{name}.schema.json")]).unwrap();
        assert!(!lines(&site, name).is_empty());
        for line in lines(&site, name) {
            conforms(&line, &schema, name);
        }
    }
    let page = &site["method.html"];
    assert!(page.contains("data/statements.jsonl") && page.contains("data/schema/events.schema.json"));
}

#[test]
fn a_statement_names_its_speaker_its_words_and_where_else_it_stands() {
    let statements = lines(&render(&reports()), "statements");
    assert_eq!(statements.len(), 2);
    let first = &statements[0];
    assert_eq!(
        (&first["id"], &first["actor"], &first["kind"]),
        (&"first#q1".into(), &"mara-holm".into(), &"direct".into())
    );
    assert_eq!((&first["sentence"], &first["date"]), (&"first#s1".into(), &"2020-05-19".into()));
    assert_eq!(first["speaker"], json!({"start": 0, "end": 9, "text": "Mara Holm"}));
    assert_eq!(first["spans"][0]["text"], "“we will keep the northern harbour open for fishing boats”");
    assert_eq!((&first["quotation"], &statements[1]["quotation"]), (&json!("first#q1"), &json!("first#q1")));
}

#[test]
fn events_stand_in_the_order_of_their_articles() {
    let events = lines(&render(&reports()), "events");
    let shown: Vec<_> = events.iter().map(|event| (&event["id"], &event["date"], &event["status"])).collect();
    let expected = [
        json!(["first#d1", "2020-05-19", "happened"]),
        json!(["first#d2", "2020-05-18", "happened"]),
        json!(["second#d1", "2020-05-22", "planned"]),
    ];
    assert_eq!(shown.iter().map(|(id, date, status)| json!([id, date, status])).collect::<Vec<_>>(), expected);
    assert_eq!((&events[1]["phrase"], &events[1]["sentence"]), (&"on Monday".into(), &"first#s2".into()));
}

#[test]
fn a_hidden_actor_speaks_for_nobody() {
    let mut dossier = reports();
    dossier.actors[0].record = Some(cuttings::model::Record {
        id: dossier.actors[0].id.clone(),
        path: "content/actors/mara-holm.md".to_owned(),
        name: "Mara Holm".to_owned(),
        kind: ActorKind::Person,
        aliases: Vec::new(),
        not: Vec::new(),
        was: Vec::new(),
        roles: Vec::new(),
        wikidata: None,
        hide: true,
        note: String::new(),
    });
    assert!(lines(&render(&dossier), "statements").iter().all(|statement| statement["actor"].is_null()));
}

#[test]
fn words_that_may_not_be_published_are_in_no_data_file() {
    for publish in [Publish::Metadata, Publish::Cited] {
        let mut dossier = reports();
        dossier.entries[0].publish = publish;
        let cited = dossier.entries[0].reading.sentences[1].id;
        dossier.entries[0].cited = [cited].into();
        let site = render(&dossier);
        let (statements, events) = (lines(&site, "statements"), lines(&site, "events"));
        assert_eq!(
            (&statements[0]["spans"][0]["text"], &statements[0]["speaker"]["text"]),
            (&Value::Null, &Value::Null)
        );
        assert_eq!((&events[0]["phrase"], &events[0]["date"]), (&Value::Null, &"2020-05-19".into()));
        let may = if publish == Publish::Cited { "on Monday".into() } else { Value::Null };
        assert_eq!(events[1]["phrase"], may);
        assert!(!site["data/statements.jsonl"].contains("we will keep"));
    }
}
