//! The days of articles that say none: what their own text tells, and what the others do.

use crate::support::Folder;
use serde_json::Value;

/// What is reckoned of the article in each file, in order of the files.
fn dated(files: &[(&str, &str)]) -> Vec<Value> {
    let folder = files.iter().fold(Folder::new(), |folder, (name, text)| folder.with(name, text));
    folder.build(0);
    folder.lines("articles").iter().map(|article| article["dated"].clone()).collect()
}

/// The interval, the likely day, and why.
fn told(dated: &Value) -> (&str, &str) {
    (dated["days"].as_str().unwrap(), dated["why"].as_str().unwrap())
}

const PORT: &str = "Port of Lennar closes\n\n\
    The port of Lennar closed on Tuesday after the pilots of the harbour refused to work, the harbour authority said.\n\n";

#[test]
fn nothing_in_the_text_leaves_the_day_open() {
    let found = dated(&[("a.txt", PORT)]);
    assert_eq!(found, [Value::Null]);
}

#[test]
fn what_is_told_as_past_bounds_the_day_from_below() {
    let text =
        format!("{PORT}The pilots went on strike in March 2014 and again on 3 May 2016, when the mayor gave in.\n");
    let found = dated(&[("a.txt", &text)]);
    assert_eq!(told(&found[0]), ("2016-05-03/..", "tells of 3 May 2016 as past"));
}

#[test]
fn plans_hopes_and_names_with_a_year_bound_nothing() {
    let text = format!(
        "{PORT}The authority hoped to open a new quay by 2031.\n\nThe 2040 Regatta was named after the mayor.\n\n\
         The old quay, which could be sold in 2035, was closed.\n"
    );
    assert_eq!(dated(&[("a.txt", &text)]), [Value::Null]);
}

#[test]
fn what_is_announced_bounds_the_day_from_above() {
    let text = format!("{PORT}The pilots went on strike in March 2014. The new quay will open on 9 June 2016.\n");
    let found = dated(&[("a.txt", &text)]);
    assert_eq!(told(&found[0]), ("2014-03-01/2016-06-09", "tells of March 2014 as past; announces 9 June 2016"));
}

#[test]
fn a_copy_is_no_later_than_the_day_on_which_it_was_saved_or_printed() {
    let saved = dated(&[("a.txt", PORT), ("a.meta.toml", "retrieved = 2019-04-02\n")]);
    assert_eq!(told(&saved[0]), ("../2019-04-02", "was saved on 2 April 2019"));
}

#[test]
fn a_picture_dates_the_weekday_that_the_text_tells_of() {
    let picture = "Pilots of the harbour wait at the gate of the port of Lennar on May 3, 2016. (Photo by Jo Dahl)\n\n";
    let caption = format!("Port of Lennar closes\n\n{picture}{}", PORT.split_once("\n\n").unwrap().1);
    let found = dated(&[("a.txt", &caption)]);
    assert_eq!(told(&found[0]), ("2016-05-03?", "speaks of Tuesday, which the picture dates 3 May 2016"));
    // That day was no Wednesday.
    let other = dated(&[("a.txt", &caption.replace("Tuesday", "Wednesday"))]);
    assert_eq!(told(&other[0]), ("2016-05-03/..", "has a picture of 3 May 2016"));
}

#[test]
fn a_date_that_is_given_is_not_reckoned() {
    let found = dated(&[("a.txt", PORT), ("a.meta.toml", "published = 2016-05-04\n")]);
    assert_eq!(found, [Value::Null]);
}

/// Another article on the same strike.
const STRIKE: &str = "Pilots of Lennar on strike\n\n\
    The harbour authority said the port of Lennar had closed on Tuesday because the pilots of the harbour would not work.\n\n\
    About 4,000 passengers were waiting on the quays.\n";

#[test]
fn the_same_told_of_a_weekday_is_of_the_same_week() {
    let known = ("b.meta.toml", "published = 2016-05-03\n");
    let found = dated(&[("a.txt", PORT), ("b.txt", STRIKE), known]);
    assert_eq!(told(&found[0]), ("2016-05-03?", "tells of Tuesday as an article of 3 May 2016 does"));
    // It is of a later day where it goes on to tell of later weekdays.
    let later = format!("{PORT}On Thursday the mayor spoke to the pilots. On Friday they went back to work.\n");
    let found = dated(&[("a.txt", &later), ("b.txt", STRIKE), known]);
    assert_eq!(told(&found[0]).0, "2016-05-03/2016-05-09");
    // What is told of another weekday is not the same.
    let apart = dated(&[("a.txt", &PORT.replace("Tuesday", "Friday")), ("b.txt", STRIKE), known]);
    assert_eq!(apart[0], Value::Null);
    // What is told of other things is not the same either.
    let other =
        "Choir of Birk sings again\n\nThe choir of Birk sang on Tuesday in the old school, and many people came.\n";
    assert_eq!(dated(&[("a.txt", other), ("b.txt", STRIKE), known])[0], Value::Null);
}

#[test]
fn the_weekday_of_the_day_that_most_name_tells_the_year() {
    let article = |day: &str, more: &str| {
        format!(
            "Fire on the quay\n\nA fire on the quay of Lennar killed four people {day}, the police said.\n\n\
             The ferry from Birk was late.\n\n{more}\n"
        )
    };
    let texts = [
        article("on Friday 13 November", "The quay was built in June 2014."),
        article("on November 13", "On Friday the quay was full of people who waited for the last ferry."),
        article("on Friday", "The dead of 13 November were buried on November 18."),
        article("on Friday", "Nobody saw the fire of November 13 begin."),
    ];
    let names = ["a.txt", "b.txt", "c.txt", "d.txt"];
    let files: Vec<(&str, &str)> = names.into_iter().zip(texts.iter().map(String::as_str)).collect();
    let found = dated(&files);
    let days: Vec<&str> = found.iter().map(|dated| told(dated).0).collect();
    // The Fridays that are 13 November are those of 2009, 2015 and 2020.
    assert!(days[0].starts_with("2015-11-13") && days[2].starts_with("2015-11-18"), "{found:?}");
    let folder = files.iter().fold(Folder::new(), |folder, (name, text)| folder.with(name, text));
    folder.build(0);
    let day = |event: &Value| event["date"] == "2015-11-13";
    assert!(folder.lines("events").iter().any(day), "{:?}", folder.lines("events"));
    // Whichever day of that week the second article is of, its Friday is that one.
    let friday = |event: &Value| event["phrase"] == "Friday" && event["sentence"].as_str().unwrap().starts_with("b#");
    assert!(folder.lines("events").iter().any(|event| friday(event) && day(event)), "{:?}", folder.lines("events"));
}

#[test]
fn what_is_reckoned_is_shown_as_such_and_never_as_stated() {
    let known = ("b.meta.toml", "published = 2016-05-03\n");
    let folder = Folder::new().with("a.txt", PORT).with("b.txt", STRIKE).with(known.0, known.1);
    folder.build(0);
    let article = &folder.lines("articles")[0];
    assert_eq!((&article["published"], &article["basis"]["published"]), (&Value::Null, &"unknown".into()));
    let sources = folder.page("sources.html");
    assert!(sources.contains("probably 3 May 2016") && sources.contains("reckoned"), "{sources}");
    let page = folder.page("articles/a.html");
    assert!(page.contains("it tells of Tuesday as an article of 3 May 2016 does"), "{page}");
    assert!(!page.contains("citation_publication_date") && !page.contains("datePublished"), "{page}");
}

#[test]
fn a_line_that_is_nothing_but_a_date_is_its_likely_day() {
    let one =
        format!("{PORT}Nobody was hurt in the strike, the harbour authority said.\n\nNovember 14, 2015 12:56 pm\n");
    let found = dated(&[("a.txt", &one)]);
    assert_eq!(told(&found[0]), ("2015-11-14?", "has a line of its own that is nothing but a date, 14 November 2015"));
    let several = format!("{one}\nNovember 12, 2015 09:00 am\n");
    assert_eq!(dated(&[("a.txt", &several)]), [Value::Null]);
}

#[test]
fn today_in_what_somebody_says_dates_no_event() {
    let text = format!("{PORT}“The ferry is here today, and it was here in March 2014,” the mayor said.\n");
    let folder = Folder::new().with("a.txt", text).with("a.meta.toml", "published = 2016-05-04\n");
    folder.build(0);
    let events = folder.lines("events");
    assert!(events.iter().any(|event| event["phrase"] == "Tuesday"), "{events:?}");
    assert!(events.iter().all(|event| event["phrase"] != "today"), "{events:?}");
}

#[test]
fn a_bound_is_told_as_precisely_as_its_words() {
    let text = format!("{PORT}The pilots went on strike in 2014.\n");
    let folder = Folder::new().with("a.txt", text);
    folder.build(0);
    assert!(folder.page("sources.html").contains(">2014 or later<"), "{}", folder.page("sources.html"));
}

#[test]
fn the_weekday_of_the_story_alone_tells_the_week() {
    let fire = "A fire in the port of Lennar destroyed the grain store and killed nine people";
    let text = |told: &str| format!("Fire in the port of Lennar\n\n{told}\n\nThe mayor of Lennar was not there.\n");
    let named = [
        format!(
            "{fire} on 13 November. The strike of Friday was called off after the fire. The store was built in 2014."
        ),
        format!("{fire} on the night of 13 November. “It began on Friday evening,” the harbour authority said."),
        format!("{fire} on 13 November. The police had left the port on Friday at noon."),
    ];
    let files: Vec<String> = named.iter().map(|told| text(told)).collect();
    let later = text(&format!("{fire} on Friday. The police searched the port on Sunday and found a lighter."));
    let other = text("Boats from Friday harbour were late. A crane fell on Friday, and nobody was hurt.");
    let found = dated(&[
        ("a.txt", &files[0]),
        ("b.txt", &files[1]),
        ("c.txt", &files[2]),
        ("d.txt", &later),
        ("e.txt", &other),
    ]);
    assert_eq!(
        told(&found[3]),
        ("2015-11-15/2015-11-19", "tells of Friday what happened on 13 November 2015"),
        "{found:?}"
    );
    assert_eq!(found[4]["likely"], Value::Null, "another crane: {found:?}");
}
