//! What `cuttings analyze` prints of a report's statements, dates and quantities.

use crate::support::{Folder, cuttings};
use serde_json::{Value, json};

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
fn every_pronoun_says_whom_it_means_and_why_or_that_nobody_can_tell() {
    let text = "Mara Holm opened the pier. She thanked the crew.\n\nA passenger waved. \u{201c}She is early,\u{201d} he said.\n";
    let folder = Folder::new().with("pier.txt", text);
    let file = folder.path().join("pier.txt");
    let run = cuttings(&["analyze", "--keep-all", file.to_str().unwrap()]);
    let line: Value = serde_json::from_str(&run.out).unwrap();
    let pronouns = line["pronouns"].as_array().unwrap();
    let shown: Vec<_> = pronouns.iter().map(|it| (it["text"].as_str(), it["name"].as_str(), &it["actor"])).collect();
    let nobody = (None, &Value::Null);
    let expected = [
        (Some("She"), Some("Mara Holm"), &json!("mara-holm")),
        (Some("She"), nobody.0, nobody.1),
        (Some("he"), nobody.0, nobody.1),
    ];
    assert_eq!(shown, expected, "{line}");
    for pronoun in pronouns {
        let at = |key: &str| usize::try_from(pronoun[key].as_u64().unwrap()).unwrap();
        assert_eq!(text.get(at("start")..at("end")), pronoun["text"].as_str());
        assert!(pronoun["why"].as_str().is_some_and(|why| !why.is_empty()), "{pronoun}");
    }
    assert_eq!(pronouns[0]["sentence"], "s2");
}

#[test]
fn a_date_has_its_value_as_timex() {
    let line = printed();
    let dates: Vec<_> = line["dates"].as_array().unwrap().iter().filter(|date| date["type"] == "DATE").collect();
    let values: Vec<_> = dates.iter().map(|date| date["value"].as_str().unwrap()).collect();
    assert_eq!(values, ["2020-05-18", "2020-05-22", "2020-05-19"]);
    assert!(dates.iter().all(|date| stands(date) && date["rule"].is_string()), "{dates:?}");
}

#[test]
fn quantities_are_a_list() {
    let line = printed();
    for quantity in line["quantities"].as_array().unwrap() {
        assert!(stands(quantity) && quantity["value"].is_number() && quantity["unit"].is_string(), "{quantity}");
        assert!(quantity["rule"].is_string(), "{quantity}");
    }
}

const COURIER: &str = "The dam above Lennar broke on Monday after three days of rain.\n\
    Governor Ada Brandt closed 14 schools in the valley on Tuesday.\n\
    Farmers had asked for a new spillway since 2012.\n";
const GAZETTE: &str = "Rain fell on the hills for most of the week.\n\
    The dam above Lennar broke on Monday after three days of rain.\n\
    Ada Brandt, the governor, closed 14 schools in the valley on Tuesday.\n\
    The railway will be rejoined by June.\n";

fn reports() -> Folder {
    let dates = "courier\t2020-05-20\ngazette\t2020-05-21\n";
    Folder::new().with("a/courier.txt", COURIER).with("a/gazette.txt", GAZETTE).with("dates.tsv", dates)
}

fn together(folder: &Folder, args: &[&str]) -> Value {
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (dates, courier, gazette) = (at("dates.tsv"), at("a/courier.txt"), at("a/gazette.txt"));
    let mut all = vec!["analyze", "--published-from", &dates];
    all.extend(args);
    all.extend([courier.as_str(), &gazette]);
    let run = cuttings(&all);
    assert_eq!((run.code, run.out.lines().count()), (0, 1), "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

#[test]
fn the_merged_summary_keeps_to_its_words_and_says_nothing_twice() {
    let folder = reports();
    let all = together(&folder, &["--summary", "200"]);
    let sentences = all["summary"].as_array().unwrap();
    let texts: Vec<&str> = sentences.iter().map(|sentence| sentence["text"].as_str().unwrap()).collect();
    assert_eq!(texts.iter().filter(|text| text.contains("The dam above Lennar")).count(), 1, "{texts:?}");
    assert!(texts.len() > 2 && all["chronology"].is_null(), "{texts:?}");
    for sentence in sentences {
        let saved = if sentence["path"].as_str().unwrap().ends_with("courier.txt") { COURIER } else { GAZETTE };
        let at = |key: &str| usize::try_from(sentence[key].as_u64().unwrap()).unwrap();
        assert_eq!(saved.get(at("start")..at("end")), sentence["text"].as_str());
        assert_eq!(at("words"), sentence["text"].as_str().unwrap().split_whitespace().count());
    }
    let short = together(&folder, &["--summary", "1"]);
    assert_eq!(short["summary"], json!([sentences[0]]), "the first is told however long it is");
}

#[test]
fn what_a_longer_sentence_tells_in_other_order_is_not_told_again() {
    let told = "said on 14 May 2020 that it had put all its business customers back on other routes after an outage \
                that may last into next week.";
    let folder = Folder::new()
        .with("one.txt", format!("The cable operator Norlink {told}\nRain fell on the hills for most of the week.\n"))
        .with(
            "two.txt",
            format!("Norlink, the cable operator, {told}\nThe prime minister visited a farm near Bergen.\n"),
        )
        .with(
            "three.txt",
            "Business customers of the cable operator were back on other routes by 12 May 2020.\n\
             The mayor of Lennar opened a new school on the quay.\n",
        );
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let run = cuttings(&["analyze", "--summary", "200", &at("one.txt"), &at("two.txt"), &at("three.txt")]);
    let all: Value = serde_json::from_str(&run.out).unwrap();
    let texts: Vec<&str> = all["summary"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap()).collect();
    assert_eq!(texts.iter().filter(|text| text.contains("routes")).count(), 1, "{texts:?}");
    assert_eq!(texts.len(), 4, "{texts:?}");
}

#[test]
fn the_merged_summary_is_in_the_order_of_the_dossier_s() {
    let folder = reports().with("a/courier.meta.toml", "published = 2020-05-20\n");
    folder.write("a/gazette.meta.toml", "published = 2020-05-21\n");
    let site = folder.path().join("site");
    let (root, site) = (folder.path().join("a"), site.to_str().unwrap().to_owned());
    assert_eq!(cuttings(&["build", "--root", root.to_str().unwrap(), "--output", &site]).code, 0);
    let page = dom_query::Document::from(folder.page("summary.html"));
    let told = page.select(":is([aria-labelledby=key-points], [aria-labelledby=single]) .claim .matter > p > .quoted");
    let expected: Vec<String> = told.iter().map(|words| words.text().to_string()).collect();
    assert!(expected.len() > 2, "{expected:?}");
    let all = together(&folder, &["--summary", "200"]);
    let texts: Vec<&str> = all["summary"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap()).collect();
    assert_eq!(texts[..expected.len()], expected);
}

#[test]
fn the_weightiest_days_come_in_order_of_time_with_their_sentences() {
    let all = together(&reports(), &["--chronology", "2"]);
    let days = all["chronology"].as_array().unwrap();
    let dates: Vec<_> = days.iter().map(|day| day["date"].as_str().unwrap()).collect();
    assert_eq!(dates, ["2020-05-18", "2020-05-19"]);
    assert!(days[0]["sentences"][0]["text"].as_str().unwrap().starts_with("The dam above Lennar broke"));
    assert_eq!((&days[1]["articles"], &all["summary"]), (&2.into(), &Value::Null));
}

#[test]
fn the_summary_page_tells_the_days_that_analyze_ranks_first() {
    // Sixteen days, the later ones in more and more articles.
    let mut folder = Folder::new();
    for article in 1..=8 {
        let named = (1..=16).filter(|day| *day > 16 - 2 * article);
        let line = |day: i32| format!("The dam number {day} above Lennar broke on {day} May 2020.\n");
        let text: String = named.map(line).collect();
        folder = folder.with(&format!("a/paper-{article}.txt"), format!("Dams break above Lennar\n\n{text}"));
        folder.write(&format!("a/paper-{article}.meta.toml"), format!("published = 2020-05-{}\n", 20 + article));
    }
    let root = folder.path().join("a");
    assert_eq!(cuttings(&["build", "--root", root.to_str().unwrap()]).code, 0);
    let page = String::from_utf8(crate::support::files(&root.join("site")).remove("summary.html").unwrap()).unwrap();
    let page = dom_query::Document::from(page.as_str());
    let events = page.select("[aria-labelledby=chronology] .chronology > li");
    let day = |event: dom_query::Selection| event.select("time").nodes()[0].attr("datetime").unwrap().to_string();
    let told: Vec<String> = events.iter().map(day).collect();
    let mut args = vec!["analyze".to_owned(), "--chronology".to_owned(), told.len().to_string()];
    for article in 1..=8 {
        args.push(root.join(format!("paper-{article}.txt")).to_str().unwrap().to_owned());
    }
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let run = cuttings(&args);
    assert_eq!(run.code, 0, "{}", run.err);
    let all: Value = serde_json::from_str(&run.out).unwrap();
    let ranked: Vec<&str> =
        all["chronology"].as_array().unwrap().iter().map(|day| day["date"].as_str().unwrap()).collect();
    assert_eq!(told, ranked);
    assert!(told.len() < 16 && told.contains(&"2020-05-16".to_owned()), "{told:?}");
}
