//! What the first corpus must show of statements, claims and differences, read from the data of the committed site.
use serde_json::Value;

fn lines(name: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(crate::support::project().join("site/data").join(name)).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The words of a statement, its spans joined.
fn words(statement: &Value) -> String {
    let spans = statement["spans"].as_array().unwrap();
    spans.iter().map(|span| span["text"].as_str().unwrap()).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_quotation_has_its_speaker() {
    let statements = lines("statements.jsonl");
    for (start, actor) in [
        ("“This is being worked out", "zamir-kabulov"),
        ("“There is now a new administration", "sergei-lavrov"),
        ("“Russia has experience of war", "habiba-sarabi"),
        ("“The United States is ready to cooperate", "robert-palladino"),
        ("\"Isolating Afghanistan", "abdul-salam-hanafi"),
        ("the meeting was “an attempt", "dmitry-peskov"),
        ("“there will be no negotiation", "taliban"),
        ("that there must be no rush", "vladimir-putin"),
    ] {
        let found = statements.iter().find(|statement| words(statement).starts_with(start));
        assert_eq!(found.and_then(|found| found["actor"].as_str()), Some(actor), "{start}");
    }
    let unnamed = statements.iter().find(|statement| words(statement).starts_with("“Of course, the United States"));
    assert_eq!(unnamed.unwrap()["speaker"]["text"], "the former official");
}

#[test]
fn weekdays_are_days_of_their_own_articles_and_what_was_announced_is_planned() {
    let events = lines("events.jsonl");
    for (article, phrase, date, status) in [
        ("the-hindu-2021-10-20", "Wednesday", "2021-10-20", "happened"),
        ("dawn-2021-10-07", "Thursday", "2021-10-07", "happened"),
        ("dawn-2021-10-07", "Monday", "2021-10-04", "happened"),
        ("dawn-2021-10-07", "October 12", "2021-10-12", "planned"),
        ("dawn-2021-10-07", "October 20", "2021-10-20", "planned"),
        ("involvement-2021-10-20", "Tuesday", "2021-10-19", "happened"),
        ("moscow-hosts-2018-11-09", "Friday", "2018-11-09", "happened"),
    ] {
        let found = events.iter().any(|event| {
            event["sentence"].as_str().unwrap().starts_with(article)
                && event["phrase"] == phrase
                && event["date"] == date
                && event["status"] == status
        });
        assert!(found, "{article}: {phrase}");
    }
}

#[test]
fn what_several_articles_report_is_one_claim_and_years_do_not_mix() {
    let claims = lines("claims.jsonl");
    for (section, words, articles) in [
        ("key", "inclusive government", 3),
        ("key", "kept its embassy in Kabul open", 4),
        ("key", "humanitarian aid", 2),
        ("key or further", "punishable under the Russian law", 2),
        // A third article tells of the praise in words of its own, which nothing joins yet.
        ("key or further", "commended the Taliban for their efforts", 2),
    ] {
        let told = |claim: &&Value| claim["section"].as_str().is_some_and(|own| section.contains(own));
        let claim = claims.iter().filter(told).find(|claim| claim["text"].as_str().unwrap().contains(words));
        assert_eq!(claim.map(|claim| claim["articles"].as_u64().unwrap()), Some(articles), "{words}");
    }
    for claim in &claims {
        let support = claim["support"].as_array().unwrap();
        let old = support.iter().filter(|one| one["article"] == "moscow-hosts-2018-11-09").count();
        assert!(old == 0 || old == support.len(), "{claim}");
    }
    let differences = lines("discrepancies.jsonl");
    let values: Vec<&Value> =
        differences.iter().flat_map(|d| d["sides"].as_array().unwrap()).map(|s| &s["value"]).collect();
    assert!(
        values.iter().any(|value| *value == "Taliban") && values.iter().any(|value| *value == "ISIS"),
        "{values:?}"
    );
}
