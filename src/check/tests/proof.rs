//! Sites whose data were tampered with: what supports a claim, and where records stand.

use super::*;

/// Two sentences that support one claim, with whoever they name; what is put in afterwards tampers with it.
const FLOOD: &str = "Mara Holm sent 40 boats.\nForty boats were sent by Holm.\n";

fn supported() -> Site {
    let site = Site::new();
    let lines = ["Mara Holm sent 40 boats.", "Forty boats were sent by Holm."];
    let body = "<p id=\"s1\">Mara Holm sent 40 boats.</p><p id=\"s2\">Forty boats were sent by Holm.</p>";
    site.put("articles/a.html", &page(&format!("<a href=\"../index.html\">Up</a>{body}")));
    site.put("articles/a.txt", FLOOD);
    let sentence = |(number, text): (usize, &&str)| {
        let start = FLOOD.find(text).unwrap();
        format!(
            "{{\"id\":\"a#s{}\",\"article\":\"a\",\"start\":{start},\"end\":{},\"text\":{text:?}}}\n",
            number + 1,
            start + text.len()
        )
    };
    site.put("data/sentences.jsonl", &lines.iter().enumerate().map(sentence).collect::<String>());
    let mention = |number| format!("{{\"sentence\":\"a#s{number}\",\"actor\":\"mara-holm\",\"how\":\"surname\"}}\n");
    site.put("data/mentions.jsonl", &(mention(1) + &mention(2)));
    site.claim("Mara Holm sent 40 boats.", "a#s2", "full");
    site.put(
        "data/discrepancies.jsonl",
        "{\"id\":\"x1\",\"sides\":[{\"value\":\"40 boats\",\"sentences\":[\"a#s1\"]}],\"also\":[]}\n",
    );
    site
}

impl Site {
    fn claim(&self, text: &str, supporter: &str, level: &str) {
        let support = |sentence: &str, level: &str| format!("{{\"sentence\":\"{sentence}\",\"level\":\"{level}\"}}");
        let all = format!("{},{}", support("a#s1", "full"), support(supporter, level));
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
    site.put("data/mentions.jsonl", "{\"sentence\":\"a#s1\",\"actor\":\"mara-holm\",\"how\":\"name\"}\n");
    let found = site.proved();
    assert_eq!(codes(&found), ["support-unproved"]);
    assert!(found[0].message.contains("c1") && found[0].message.contains("a#s2"), "{}", found[0].message);
    assert!(found[0].message.contains("mara-holm"), "{}", found[0].message);
    site.claim("Mara Holm sent 40 boats.", "a#s2", "partial");
    assert_eq!(codes(&site.proved()), [""; 0], "partial support need not have all");
}

#[test]
fn full_support_without_a_number_of_the_claim_is_told() {
    let site = supported();
    let saved = FLOOD.replace("Forty", "Fifty");
    site.put("articles/a.txt", &saved);
    for file in ["articles/a.html", "data/sentences.jsonl"] {
        let changed = fs::read_to_string(site.0.path().join(file)).unwrap().replace("Forty", "Fifty");
        site.put(file, &changed);
    }
    let found = site.check_with(&saved);
    assert_eq!(codes(&found), ["support-unproved"]);
    assert!(found[0].message.contains("the number 40"), "{}", found[0].message);
}

#[test]
fn a_claim_has_the_words_of_its_sentence_and_names_sentences_that_there_are() {
    let site = supported();
    site.claim("Mara Holm sent 50 boats.", "a#s2", "full");
    assert_eq!(codes(&site.proved()), ["span-mismatch"]);
    site.claim("Mara Holm sent 40 boats.", "a#s9", "partial");
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
            "{{\"id\":\"a#q1\",\"carrier\":null,\"speaker\":{{\"start\":0,\"end\":{end},\"text\":\"Mara Holm\"}},\
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
