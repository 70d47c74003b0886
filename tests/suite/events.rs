//! The order of events, the joining of sentences that tell the same, background, and the weight of days.

use crate::support::hand::actor;
use crate::support::marked::{altered, told};
use cuttings::analysis::corpus::claims::claims;
use cuttings::analysis::corpus::compare::signatures;
use cuttings::analysis::corpus::events::{chronology, weightiest};
use cuttings::base::PartialDate;
use cuttings::model::{Actor, ActorKind, Entry, Event, SentenceRef, Settings, Status};
use proptest::prelude::*;

fn events(entries: &[Entry]) -> Vec<Event> {
    within(entries, &Settings::default())
}

fn within(entries: &[Entry], settings: &Settings) -> Vec<Event> {
    let actors: Vec<Actor> = (0..10).map(|n| actor(&format!("a{n}"), "Some Body", ActorKind::Person)).collect();
    chronology(entries, &claims(entries, &signatures(entries, &actors), &[], settings).claims, settings)
}

/// Each event as its time, article and sentence, with those that tell it too.
fn shown(entries: &[Entry]) -> Vec<String> {
    let at = |at: &SentenceRef| format!("{}#{}", entries[at.entry as usize].article.id, at.sentence);
    let show = |event: &Event| {
        let also: Vec<String> = event.also.iter().map(at).collect();
        format!("{} {} [{}]", event.when, at(&event.at), also.join(" "))
    };
    events(entries).iter().map(show).collect()
}

const CROSSED: &str =
    "{Mara Holm|actor=0} opened the new ferry terminal in {Lennar|actor=1} {on Tuesday|happened=2020-05-19}.";

#[test]
fn events_stand_in_order_of_time_the_longer_stretch_first() {
    let entries = [told(
        "a",
        "2020-05-20",
        &[
            "The dam broke {on Tuesday|happened=2020-05-19}.",
            "The dam was built in {1990|happened=1990}.",
            "The dam is to be rebuilt in {2021|planned=2021}.",
            "Snow fell in {May 2020|happened=2020-05}.",
            "Nobody was hurt {soon after|happened}.",
            "It was a year of floods, {2020|happened=2020}.",
        ],
    )];
    let order: Vec<String> = events(&entries).iter().map(|event| event.when.to_string()).collect();
    assert_eq!(order, ["1990", "2020", "2020-05", "2020-05-19", "2021"]);
    assert_eq!(events(&entries)[4].status, Status::Planned);
}

#[test]
fn sentences_of_two_articles_about_one_event_are_one_entry() {
    let entries = [
        told("a", "2020-05-20", &[CROSSED]),
        told(
            "b",
            "2020-05-21",
            &["The new ferry terminal was opened by {Holm|actor=0} {on 19 May|happened=2020-05-19}."],
        ),
    ];
    assert_eq!(shown(&entries), ["2020-05-19 a#s1 [b#s1]"]);
}

#[test]
fn the_same_words_on_another_day_or_of_another_actor_are_another_event() {
    let entries = [
        told("a", "2020-05-20", &[CROSSED]),
        told(
            "b",
            "2019-05-22",
            &["{Mara Holm|actor=0} opened the new ferry terminal in Lennar {on Tuesday|happened=2019-05-21}."],
        ),
        told(
            "c",
            "2020-05-20",
            &[
                "{Jon Vik|actor=2} opened the old ferry terminal in {Port Ann|actor=3} {on Tuesday|happened=2020-05-19}.",
            ],
        ),
        told(
            "d",
            "2020-05-20",
            &["{Mara Holm|actor=0} met the fishermen of the island {on Tuesday|happened=2020-05-19}."],
        ),
    ];
    assert_eq!(
        shown(&entries),
        ["2019-05-21 b#s1 []", "2020-05-19 a#s1 []", "2020-05-19 c#s1 []", "2020-05-19 d#s1 []"]
    );
}

#[test]
fn a_denial_does_not_tell_what_it_denies() {
    let entries = [
        told("a", "2020-05-20", &[CROSSED]),
        told(
            "b",
            "2020-05-20",
            &[
                "{Mara Holm|actor=0} did not open the new ferry terminal in {Lennar|actor=1} {on Tuesday|unknown=2020-05-19}.",
            ],
        ),
    ];
    assert_eq!(shown(&entries).len(), 2);
}

#[test]
fn an_altered_copy_leads_only_alone() {
    let entries = [
        altered(told("a", "2020-05-19", &[CROSSED])),
        told("b", "2020-05-20", &[CROSSED]),
        altered(told("c", "2020-05-20", &["The bridge fell {on Monday|happened=2020-05-18}."])),
    ];
    assert_eq!(shown(&entries), ["2020-05-18 c#s1 []", "2020-05-19 b#s1 [a#s1]"]);
}

#[test]
fn what_happened_leads_before_what_was_planned() {
    let entries = [
        told(
            "a",
            "2020-05-18",
            &[
                "{Mara Holm|actor=0} will open the new ferry terminal in {Lennar|actor=1} {on Tuesday|planned=2020-05-19}.",
            ],
        ),
        told("b", "2020-05-20", &[CROSSED]),
    ];
    assert_eq!(shown(&entries), ["2020-05-19 b#s1 [a#s1]"]);
}

#[test]
fn the_same_sentence_twice_is_one_event_even_without_actors() {
    let line = "Rain fell {on Tuesday|happened=2020-05-19}.";
    let entries = [told("a", "2020-05-20", &[line, line]), told("b", "2020-05-20", &[line])];
    assert_eq!(shown(&entries), ["2020-05-19 a#s1 [a#s2 b#s1]"]);
}

#[test]
fn one_sentence_has_one_event_for_each_time() {
    let entries = [told(
        "a",
        "2020-05-20",
        &[
            "The port closed {on Monday|happened=2020-05-18}, on {18 May|happened=2020-05-18}, and opened {on Tuesday|happened=2020-05-19}.",
        ],
    )];
    assert_eq!(shown(&entries), ["2020-05-18 a#s1 []", "2020-05-19 a#s1 []"]);
}

#[test]
fn the_background_lies_before_the_main_run_of_reporting() {
    let lines = ["The dam was built in {1990|happened=1990}.", "The vote was held {on 1 April|happened=2020-04-01}."];
    let mut entries: Vec<Entry> =
        (1..=5).map(|day| told(&format!("a{day}"), &format!("2020-05-0{day}"), &[])).collect();
    entries.push(told("b", "1990-06-01", &lines));
    let background = |settings: &Settings| {
        let events = within(&entries, settings);
        events.iter().map(|event| event.background).collect::<Vec<_>>()
    };
    assert_eq!(background(&Settings::default()), [true, false]);
    let day = |text| PartialDate::from_iso(text).unwrap();
    let settings = Settings { period: Some((day("2020-05"), day("2020-06"))), ..Settings::default() };
    assert_eq!(background(&settings), [true, true]);
    let undated = [told("c", "", &lines)];
    assert!(events(&undated).iter().all(|event| !event.background));
}

#[test]
fn the_first_of_two_dates_that_mark_an_interval_is_the_interval() {
    let mut entry =
        told("a", "2020-05-20", &["The strike lasted from {March|happened=2020-03} to {April|date=2020-04}."]);
    entry.reading.dates[0].until = Some(1);
    assert_eq!(events(&[entry])[0].when.to_string(), "2020-03/2020-04");
}

#[test]
fn a_day_that_many_articles_come_back_to_outweighs_one_that_one_article_repeats() {
    let entries = [
        told("a", "2020-05-20", &["The dam broke {on 2 May|happened=2020-05-02}."]),
        told("b", "2020-05-21", &["Since the dam broke {on 2 May|happened=2020-05-02}, the road is shut."]),
        told(
            "c",
            "2020-05-22",
            &[
                "The road was cleared {on Tuesday|happened=2020-05-19}.",
                "Cars came {on Tuesday|happened=2020-05-19}.",
                "Rain fell {on Tuesday|happened=2020-05-19}.",
                "Trees fell {on Tuesday|happened=2020-05-19}.",
            ],
        ),
        told("d", "2020-05-22", &["The council will meet {on Friday|planned=2020-06-05}."]),
        told("e", "2020-05-22", &["The dam was opened {on 3 May 1990|happened=1990-05-03}."]),
    ];
    let days = weightiest(&entries, &Settings::default());
    let order: Vec<String> = days.iter().map(|day| day.day.to_string()).collect();
    assert_eq!(order, ["2020-05-02", "2020-05-19", "1990-05-03", "2020-06-05"]);
    assert_eq!((days[0].articles, days[1].sentences), (2, 4));
}

#[test]
fn one_text_in_many_feeds_is_not_many() {
    let copied: Vec<Entry> = (0..3)
        .map(|n| told(&format!("a{n}"), "2020-05-20", &["The dam broke {on Tuesday|happened=2020-05-19}."]))
        .collect();
    let mut told_anew = copied.clone();
    told_anew[1] = told("a1", "2020-05-20", &["Water broke the dam {on Tuesday|happened=2020-05-19}."]);
    told_anew[2] =
        told("a2", "2020-05-20", &["Its dam gone, the valley was flooded {on Tuesday|happened=2020-05-19}."]);
    let score = |entries: &[Entry]| weightiest(entries, &Settings::default())[0].score;
    assert!(score(&copied) < score(&told_anew));
}

const LINES: [&str; 8] = [
    CROSSED,
    "{Mara Holm|actor=0} opened a ferry terminal and a school {on Tuesday|happened=2020-05-19}.",
    "A new ferry terminal was opened in {Lennar|actor=1} {on 19 May|happened=2020-05-19}.",
    "{Jon Vik|actor=2} left the island council {on Monday|happened=2020-05-18}.",
    "{Vik|actor=2} has left the council of the island {on Monday|happened=2020-05-18}.",
    "The dam was built in {1990|happened=1990}.",
    "The council meets {on Friday|planned=2020-05-22}.",
    "The council may meet {on Friday|unknown=2020-05-22}.",
];

fn any_articles() -> impl Strategy<Value = Vec<Entry>> {
    let article = prop::collection::vec(prop::sample::select(&LINES[..]), 0..5);
    prop::collection::vec((article, 18..25_u32), 1..8).prop_map(|articles| {
        let entry = |(number, (lines, day)): (usize, (Vec<&str>, u32))| {
            told(&format!("a{number}"), &format!("2020-05-{day}"), &lines)
        };
        articles.into_iter().enumerate().map(entry).collect()
    })
}

proptest! {
    #![proptest_config(crate::support::tries(256))]

    #[test]
    fn every_happening_is_told_once(entries in any_articles()) {
        let events = events(&entries);
        prop_assert_eq!(&events, &within(&entries, &Settings::default()));
        let mut seen: Vec<SentenceRef> = events.iter().flat_map(|event| event.also.iter().copied().chain([event.at])).collect();
        let count: usize = entries.iter().map(|entry| entry.reading.event_mentions.len()).sum();
        prop_assert_eq!(seen.len(), count);
        seen.sort_unstable();
        seen.dedup();
        prop_assert_eq!(seen.len(), count);
    }

    #[test]
    fn another_article_leaves_the_others_in_their_order(entries in any_articles()) {
        // The last article adds nothing that the others tell.
        let mut more = entries.clone();
        more.push(told("z", "2020-05-20", &["{Ann Sund|actor=9} sold the lighthouse {on Wednesday|happened=2020-05-20}."]));
        let mut with = shown(&more);
        with.retain(|event| !event.contains("z#"));
        prop_assert_eq!(shown(&entries), with);
    }
}
