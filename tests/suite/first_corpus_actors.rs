//! The actors of the dossier that comes with the project, with its records and without: found by the general mechanism.
use crate::support::{Folder, files, project};
use serde_json::Value;
use std::collections::BTreeMap;

/// The actors by name, from a build with or without `content/actors`.
fn actors(with_records: bool) -> (Folder, BTreeMap<String, Value>) {
    let folder = Folder::new();
    for (path, bytes) in files(&project().join("content")) {
        if with_records || !path.starts_with("actors/") {
            folder.write(&format!("content/{path}"), bytes);
        }
    }
    let run = folder.run(&["build", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let lines = folder.page("data/actors.jsonl");
    let parsed = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let by_name = parsed.map(|actor| (actor["name"].as_str().unwrap().to_owned(), actor)).collect();
    (folder, by_name)
}

fn spellings(actor: &Value) -> Vec<&str> {
    actor["aliases"].as_array().unwrap().iter().map(|alias| alias["text"].as_str().unwrap()).collect()
}

/// The one actor of which one of `names` is the name or a spelling.
fn the<'a>(actors: &'a BTreeMap<String, Value>, name: &str) -> &'a Value {
    let found: Vec<&Value> =
        actors.values().filter(|actor| actor["name"] == name || spellings(actor).contains(&name)).collect();
    assert_eq!(found.len(), 1, "{name}: {found:?}");
    found[0]
}

#[test]
fn each_actor_is_one_with_records_and_without() {
    for with_records in [true, false] {
        let (_folder, actors) = actors(with_records);
        for (name, kind) in [
            ("Zamir Kabulov", "person"),
            ("Vladimir Putin", "person"),
            ("Abdul Salam Hanafi", "person"),
            ("Osama bin Laden", "person"),
            ("Habiba Sarabi", "person"),
            ("Robert Palladino", "person"),
            ("Mohammad Abbas Stanekzai", "person"),
            ("Zalmay Khalilzad", "person"),
            ("Alice Wells", "person"),
            ("Trump", "person"),
            ("Ashraf Ghani", "person"),
            ("Dmitry Peskov", "person"),
            ("Taliban", "organization"),
            ("ISIS", "organization"),
            ("Al-Qaeda", "organization"),
            ("European Union", "organization"),
            ("UN", "organization"),
            ("G20", "organization"),
            ("Russia", "state"),
            ("Afghanistan", "state"),
            ("United States", "state"),
            ("Pakistan", "state"),
        ] {
            assert_eq!(the(&actors, name)["kind"], kind, "{name}, records: {with_records}");
        }
        let lavrov = the(&actors, "Sergey Lavrov");
        assert!(spellings(lavrov).contains(&"Sergei Lavrov"));
        assert_eq!(lavrov["articles"].as_array().unwrap().len(), 4);
        assert!(spellings(the(&actors, "Abdul Salam Hanafi")).contains(&"Abdul"));
        assert!(spellings(the(&actors, "High Peace Council")).contains(&"High Council of Peace"));
        assert!(spellings(the(&actors, "ISIS")).contains(&"Islamic State"));
    }
}

#[test]
fn a_capital_is_the_government_where_it_acts_and_a_place_elsewhere() {
    let (folder, _) = actors(false);
    let mentions = folder.page("data/mentions.jsonl");
    let sentences = folder.page("data/sentences.jsonl");
    let sentence_of = |words: &str| {
        let line = sentences.lines().find(|line| line.contains(words)).unwrap();
        serde_json::from_str::<Value>(line).unwrap()["id"].as_str().unwrap().to_owned()
    };
    let actor_of = |words: &str| -> Vec<String> {
        let sentence = sentence_of(words);
        let parsed = mentions.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let here = parsed.filter(|mention| mention["sentence"] == sentence.as_str() && mention["text"] == "Moscow");
        here.map(|mention| mention["actor"].as_str().unwrap_or("nobody").to_owned()).collect()
    };
    assert_eq!(actor_of("Moscow also said it received orders"), ["russia"]);
    assert_eq!(actor_of("Moscow has moved to engage"), ["russia"]);
    assert_eq!(actor_of("hosted its representatives in Moscow several times"), ["moscow"]);
}

#[test]
fn no_photographer_credit_weekday_or_sidebar_name_is_an_actor() {
    let (_folder, actors) = actors(false);
    let named: Vec<&str> = actors.values().flat_map(spellings).collect();
    for bad in [
        "Zemlianichenko",
        "ZEMLIANICHENKO",
        "Getty",
        "AFP",
        "TASS",
        "Biden",
        "Rohingya",
        "Islamabad",
        "Wednesday",
        "Friday",
        "October",
        "Unlike",
        "Although",
        "Simultaneously",
        "YouTube",
        "Photo",
    ] {
        assert!(!named.iter().any(|name| name.contains(bad)), "{bad} in {named:?}");
    }
}

#[test]
fn former_ids_lead_to_the_page_of_today() {
    let (folder, _) = actors(true);
    let former = folder.page("actors/sergey-lavrov.html");
    assert!(former.contains("sergei-lavrov.html"), "{former}");
}
