//! Counts of one thing through the articles: what grows, what is a part, what is of another story.

use crate::support::Folder;
use serde_json::Value;

/// The series of articles that begin with their dates, each with the numbers in order.
fn series(articles: &[(&str, &str)]) -> Vec<(String, Vec<String>, bool)> {
    let folder = articles.iter().zip('a'..).fold(Folder::new(), |folder, ((date, text), name)| {
        let text = format!(
            "Date: {date}\n\nStorm strikes the islands of Lennar\n\nA storm struck the islands of Lennar, the harbour authority \
             of Lennar said.\n\n{text}\n\nThe storm was the worst on the islands of Lennar for years, the harbour authority said.\n"
        );
        folder.with(&format!("{name}.txt"), &text)
    });
    folder.build(0);
    folder.lines("series").iter().map(told).collect()
}

fn told(series: &Value) -> (String, Vec<String>, bool) {
    let values = series["values"].as_array().unwrap().iter();
    let number =
        |value: &Value| format!("{}: {}", value["as_of"].as_str().unwrap_or("?"), value["value"].as_str().unwrap());
    (series["what"].as_str().unwrap().to_owned(), values.map(number).collect(), series["disputed"].as_bool().unwrap())
}

/// What one series comes to.
fn one(articles: &[(&str, &str)]) -> (String, Vec<String>, bool) {
    let mut found = series(articles);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

#[test]
fn a_toll_grows_however_it_is_put() {
    let (what, values, disputed) = one(&[
        ("2020-03-02", "The storm killed at least 11 people, the police said."),
        ("2020-03-03", "The death toll from the storm on the islands has risen to 24."),
        ("2020-03-04", "Officials said that 31 people were killed."),
        ("2020-03-05", "The storm, which left 33 people dead, has moved on."),
    ]);
    assert_eq!(what, "dead");
    assert_eq!(values, ["2020-03-02: at least 11", "2020-03-03: 24", "2020-03-04: 31", "2020-03-05: 33"]);
    assert!(!disputed, "what is passed by a later number is not contradicted");
}

#[test]
fn numbers_of_one_day_that_cannot_be_one_are_disputed() {
    let day = "2020-03-02";
    let (_, values, disputed) = one(&[(day, "The storm killed 24 people."), (day, "The storm killed 31 people.")]);
    assert_eq!((values.len(), disputed), (2, true));
    let (_, _, disputed) = one(&[(day, "The storm killed at least 24 people."), (day, "The storm killed 31 people.")]);
    assert!(!disputed, "at least 24 agrees with 31");
}

#[test]
fn a_part_is_no_number_of_the_whole() {
    let found = series(&[
        (
            "2020-03-04",
            "The storm killed 120 people in all. It killed 80 people at Bellmore Hall, a concert hall in Port Lennar.",
        ),
        ("2020-03-05", "The storm killed 124 people. Eighty-two people died at Bellmore Hall."),
        ("2020-03-06", "The storm killed 124 people. The roof of the hall fell in, and 82 people died there."),
    ]);
    let whats: Vec<(&str, usize)> = found.iter().map(|(what, values, _)| (what.as_str(), values.len())).collect();
    assert_eq!(whats, [("dead", 3), ("dead · Bellmore Hall", 3)], "{found:?}");
}

#[test]
fn who_is_counted_and_how_badly_parts_series() {
    let found = series(&[
        ("2020-03-04", "The storm killed 120 people and injured 300. Four soldiers were killed."),
        ("2020-03-05", "The storm killed 124 people and injured 310, 40 of them critically. Five soldiers died."),
        ("2020-03-06", "In all, 130 people were killed and 320 wounded, 44 seriously."),
    ]);
    let whats: Vec<(&str, usize)> = found.iter().map(|(what, values, _)| (what.as_str(), values.len())).collect();
    assert_eq!(whats, [("dead", 3), ("injured", 3), ("soldiers dead", 2), ("injured, badly", 2)], "{found:?}");
}

#[test]
fn other_years_plans_fears_ages_and_additions_are_none_of_the_count() {
    let (what, values, _) = one(&[
        ("2020-03-04", "The storm killed 120 people. A storm of 1953 killed 1,800 people. Mara Holm, 31, was killed."),
        ("2020-03-05", "The storm killed 124 people. Another could kill thousands, or 5,000 people, she said."),
        ("2020-03-06", "The storm killed 124 people, with four new deaths. Storms kill 2,000 people every year."),
    ]);
    assert_eq!(what, "dead");
    assert_eq!(values, ["2020-03-04: 120", "2020-03-05: 124", "2020-03-06: 124"]);
}

#[test]
fn stories_with_nothing_in_common_have_series_of_their_own() {
    let fire = "Fire in a mill at Osterholm\n\nA fire broke out in the Osterholm mill on the river Tvede, where cloth is woven. \
                The Osterholm mill burned for hours. The fire killed nine people.\n";
    let folder = Folder::new()
        .with("a.txt", fire)
        .with("b.txt", fire.replace("nine", "twelve").replace("for hours", "all night"))
        .with(
            "c.txt",
            "Bus falls from a bridge in Kesh\n\nA bus of the Kesh line fell from the bridge of Kesh into the gorge \
                        below. Passengers of the Kesh line were asleep. The accident killed nine people.\n",
        );
    folder.build(0);
    let found: Vec<_> = folder.lines("series").iter().map(told).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].1, ["?: nine", "?: twelve"]);
}

#[test]
fn pages_tell_a_series_and_withheld_texts_keep_their_numbers() {
    let text = |number: &str| {
        format!(
            "Storm strikes the islands of Lennar\n\nA storm struck the islands of Lennar, the harbour authority said.\n\n\
             The storm on the islands of Lennar killed {number} people, the harbour authority of Lennar said.\n"
        )
    };
    let folder = Folder::new().with("content/articles/a.txt", text("11")).with("content/articles/b.txt", text("24"));
    folder.build(0);
    for page in ["discrepancies.html", "summary.html", "print.html"] {
        let page = folder.page(page);
        assert!(page.contains("From 11 to 24 in two articles."), "{page}");
    }
    let folder = folder.with("content/dossier.toml", "publish = \"metadata\"\n");
    folder.build(0);
    assert!(!folder.page("data/series.jsonl").contains("24"), "{}", folder.page("data/series.jsonl"));
    assert!(!folder.page("discrepancies.html").contains("From 11"));
}
