//! What `cuttings analyze` prints of a report's statements, dates and quantities.

#![expect(clippy::unwrap_used, reason = "a test stops where its input is not what it should be")]

mod support;

use serde_json::Value;
use support::{Folder, cuttings};

const REPORT: &str = "Mara Holm, the director of the harbour authority, opened the new pier in Oslo on Monday.\n\
    “The ferry will leave on Friday,” Holm said on Tuesday.\n\
    About 2.5 million people cross the strait in a year.\n";

fn printed() -> Value {
    let folder = Folder::new().with("pier.txt", REPORT);
    let file = folder.path().join("pier.txt");
    let run = cuttings(&["analyze", "--keep-all", "--published", "2020-05-20", file.to_str().unwrap()]);
    assert_eq!(run.code, 0, "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

/// Whether `words` are, byte for byte, what stands at their offsets.
fn stands(words: &Value) -> bool {
    let at = |key: &str| usize::try_from(words[key].as_u64().unwrap()).unwrap();
    REPORT.get(at("start")..at("end")) == words["text"].as_str()
}

#[test]
fn a_statement_has_its_speaker_s_full_name() {
    let line = printed();
    let statement = &line["statements"][0];
    assert_eq!((&statement["name"], &statement["kind"]), (&"Mara Holm".into(), &"direct".into()));
    assert_eq!((&statement["speaker"]["text"], &statement["cue"]["text"]), (&"Holm".into(), &"said".into()));
    assert_eq!((&statement["sentence"], &statement["id"]), (&"s2".into(), &"q1".into()));
    for words in statement["spans"].as_array().unwrap().iter().chain([&statement["speaker"], &statement["cue"]]) {
        assert!(stands(words), "{words}");
    }
}

#[test]
fn a_date_has_its_value_as_timex() {
    let line = printed();
    let dates: Vec<_> = line["dates"].as_array().unwrap().iter().filter(|date| date["type"] == "DATE").collect();
    let values: Vec<_> = dates.iter().map(|date| date["value"].as_str().unwrap()).collect();
    assert_eq!(values, ["2020-05-18", "2020-05-22", "2020-05-19"]);
    assert!(dates.iter().all(|date| stands(date)));
}

#[test]
fn quantities_are_a_list() {
    let line = printed();
    for quantity in line["quantities"].as_array().unwrap() {
        assert!(stands(quantity) && quantity["value"].is_number() && quantity["unit"].is_string(), "{quantity}");
    }
}
