//! Sites whose data were tampered with: what supports a claim, and where records stand.

use super::*;

/// Two sentences that support one claim, with whoever they name; what is put in afterwards tampers with it.
const FLOOD: &str = "Mara Holm sent 40 boats.\nForty boats were sent by Holm.\n";
/// What was counted of them.
const FIRST: &str = r#""actors":[{"start":0,"end":9}],"numbers":[{"start":15,"end":17,"value":"40"}]"#;
const SECOND: &str = r#""actors":[{"start":50,"end":54}],"numbers":[{"start":25,"end":30,"value":"40"}]"#;

fn supported() -> Site {
    let site = Site::new();
    site.say(FLOOD);
    let mention = |number, start, words: &str| {
        let end = start + words.len();
        format!(
            "{{\"id\":\"a#m{number}\",\"sentence\":\"a#s{number}\",\"start\":{start},\"end\":{end},\"text\":\"{words}\",\
             \"actor\":\"mara-holm\",\"how\":\"surname\"}}\n"
        )
    };
    site.put("data/mentions.jsonl", &(mention(1, 0, "Mara Holm") + &mention(2, 50, "Holm")));
    site.claim("Mara Holm sent 40 boats.", [FIRST, SECOND], "a#s2", "full");
    site.put(
        "data/discrepancies.jsonl",
        "{\"id\":\"x1\",\"sides\":[{\"value\":\"40 boats\",\"sentences\":[\"a#s1\"]}],\"also\":[]}\n",
    );
    site
}

impl Site {
    /// Makes `text` the saved text, each line of it a sentence.
    fn say(&self, text: &str) {
        let (mut shown, mut exported, mut start) = (Vec::new(), Vec::new(), 0);
        for (number, line) in (1..).zip(text.lines()) {
            let end = start + line.len();
            shown.push(format!("<p id=\"s{number}\">{line}</p>"));
            exported.push(format!(
                "{{\"id\":\"a#s{number}\",\"article\":\"a\",\"start\":{start},\"end\":{end},\"text\":{line:?}}}\n"
            ));
            start = end + 1;
        }
        self.put("articles/a.html", &page(&format!("<a href=\"../index.html\">Up</a>{}", shown.concat())));
        self.put("articles/a.txt", text);
        self.put("data/sentences.jsonl", &exported.concat());
    }

    fn claim(&self, text: &str, counted: [&str; 2], supporter: &str, level: &str) {
        let support = |sentence: &str, level: &str, counted: &str| {
            let comma = if counted.is_empty() { "" } else { "," };
            format!("{{\"sentence\":\"{sentence}\",\"level\":\"{level}\"{comma}{counted}}}")
        };
        let all = format!("{},{}", support("a#s1", "full", counted[0]), support(supporter, level, counted[1]));
        let line =
            format!("{{\"id\":\"c1\",\"text\":{text:?},\"sentence\":\"a#s1\",\"support\":[{all}],\"related\":[]}}\n");
        self.put("data/claims.jsonl", &line);
    }

    fn proved(&self) -> Vec<Diagnostic> {
        self.check_with(FLOOD)
    }
}

#[test]
fn support_that_has_every_actor_and_number_is_proved() {
    assert_eq!(supported().proved(), []);
}

#[test]
fn full_support_without_an_actor_of_the_claim_is_told_with_what_is_missing() {
    let site = supported();
    let mentions = fs::read_to_string(site.0.path().join("data/mentions.jsonl")).unwrap();
    site.put("data/mentions.jsonl", mentions.lines().next().unwrap());
    let found = site.proved();
    assert_eq!(codes(&found), ["support-unproved"]);
    assert!(found[0].message.contains("c1") && found[0].message.contains("a#s2"), "{}", found[0].message);
    assert!(found[0].message.contains("mara-holm"), "{}", found[0].message);
    site.claim("Mara Holm sent 40 boats.", ["", ""], "a#s2", "partial");
    assert_eq!(codes(&site.proved()), [""; 0], "partial support need not have all");
}

#[test]
fn full_support_without_a_number_of_the_claim_is_told() {
    let site = supported();
    let saved = FLOOD.replace("Forty", "Fifty");
    site.say(&saved);
    let found = site.check_with(&saved);
    assert_eq!(codes(&found), ["support-unproved"]);
    assert!(found[0].message.contains("the number 40"), "{}", found[0].message);
}

#[test]
fn what_is_counted_is_proved_span_by_span() {
    let site = supported();
    let text = "Mara Holm sent 40 boats.";
    for (counted, told) in [
        ([FIRST.replace("40", "41"), SECOND.replace("40", "41")], "the number 41"),
        ([FIRST.to_owned(), SECOND.replace("\"40\"", "\"50\"")], "the number 40"),
        ([FIRST.replace(r#","value":"40""#, ""), SECOND.replace(r#","value":"40""#, "")], "the number 40"),
        ([FIRST.replace(r#","value":"40""#, ""), SECOND.to_owned()], "the number 40"),
        ([FIRST.to_owned(), SECOND.replace("\"end\":30", "\"end\":60")], "the number 40"),
        ([FIRST.to_owned(), SECOND.replace("\"start\":25", "\"start\":15")], "the number 40"),
        ([FIRST.to_owned(), r#""actors":[{"start":50,"end":54}],"numbers":[]"#.to_owned()], "the number 40"),
        (
            [FIRST, SECOND]
                .map(|counted| counted[..counted.find(",\"numbers").unwrap()].to_owned() + ",\"numbers\":[]"),
            "the number 40",
        ),
        (
            [FIRST, SECOND]
                .map(|counted| r#""actors":[],"#.to_owned() + &counted[counted.find("\"numbers").unwrap()..]),
            "mara-holm is not counted",
        ),
        ([FIRST.to_owned(), SECOND.replace("\"start\":50", "\"start\":49")], "the actor mara-holm"),
        ([FIRST.replace("\"end\":9", "\"end\":4"), SECOND.to_owned()], "no actor is mentioned"),
        (
            [0, 1].map(|_| r#""actors":[{"start":0,"end":9}],"numbers":[{"start":0,"end":900}]"#.to_owned()),
            "the number",
        ),
        ([String::new(), String::new()], "what was counted is not told"),
        ([String::new(), SECOND.to_owned()], "what was counted is not told"),
    ] {
        site.claim(text, [&counted[0], &counted[1]], "a#s2", "full");
        let found = site.proved();
        assert_eq!(codes(&found), ["support-unproved"], "{counted:?}");
        assert!(found[0].message.contains(told), "{counted:?}: {}", found[0].message);
    }
}

#[test]
fn the_same_words_support_each_other_whatever_was_counted() {
    let text = "Mara Holm  sent 40 boats.\nMara Holm sent 40 boats.\n";
    let site = supported();
    site.put("data/mentions.jsonl", "");
    site.put("data/discrepancies.jsonl", "");
    site.say(text);
    site.claim("Mara Holm  sent 40 boats.", ["", ""], "a#s2", "full");
    assert_eq!(site.check_with(text), []);
    let other = text.replace("Holm sent", "Holm lent");
    site.say(&other);
    assert_eq!(codes(&site.check_with(&other)), ["support-unproved"]);
}

#[test]
fn a_mention_has_its_words_in_its_sentence() {
    let site = supported();
    let mentions = fs::read_to_string(site.0.path().join("data/mentions.jsonl")).unwrap();
    for (from, to) in
        [("\"text\":\"Holm\"", "\"text\":\"Hull\""), ("a#s2", "a#s1"), ("\"text\":\"Holm\"", "\"text\":null")]
    {
        site.put("data/mentions.jsonl", &mentions.replace(from, to));
        assert!(codes(&site.proved()).contains(&"span-mismatch"), "{to}");
    }
    site.put("data/mentions.jsonl", &mentions.replace("a#s2", "a#s9"));
    assert!(codes(&site.proved()).contains(&"sentence-unknown"));
}

#[test]
fn a_claim_has_the_words_of_its_sentence_and_names_sentences_that_there_are() {
    let site = supported();
    site.claim("Mara Holm sent 50 boats.", [FIRST, SECOND], "a#s2", "full");
    assert_eq!(codes(&site.proved()), ["span-mismatch"]);
    site.claim("Mara Holm sent 40 boats.", ["", ""], "a#s9", "partial");
    assert_eq!(codes(&site.proved()), ["sentence-unknown"]);
    site.put("data/claims.jsonl", "{\"id\":\"c1\"}\n");
    assert_eq!(codes(&site.proved()), ["bad-json"]);
}

#[test]
fn sides_statements_and_events_stand_where_they_say() {
    let site = supported();
    site.put(
        "data/discrepancies.jsonl",
        "{\"id\":\"x1\",\"sides\":[{\"value\":\"50 boats\",\"sentences\":[\"a#s1\"]}],\"also\":[]}\n",
    );
    assert_eq!(codes(&site.proved()), ["side-unproved"]);
    let site = supported();
    let statement = |end: usize| {
        format!(
            "{{\"id\":\"a#q1\",\"intermediate_source\":null,\"speaker\":{{\"start\":0,\"end\":{end},\"text\":\"Mara Holm\"}},\
             \"cue\":null,\"sentences\":[\"a#s1\"],\"spans\":[]}}\n"
        )
    };
    site.put("data/statements.jsonl", &statement(9));
    assert_eq!(site.proved(), []);
    site.put("data/statements.jsonl", &statement(8));
    assert_eq!(codes(&site.proved()), ["span-mismatch"]);
    let site = supported();
    site.put("data/events.jsonl", "{\"id\":\"a#d1\",\"phrase\":\"on Monday\",\"sentence\":\"a#s7\"}\n");
    assert_eq!(codes(&site.proved()), ["sentence-unknown"]);
    site.put("data/events.jsonl", "{\"id\":\"a#d1\",\"phrase\":\"on Monday\",\"sentence\":\"a#s1\"}\n");
    assert_eq!(codes(&site.proved()), ["span-mismatch"]);
}
