//! Quotations: which statements of several articles are one quotation, and how their wordings differ.

use crate::support::hand::actor;
use crate::support::marked::{altered, told};
use cuttings::analysis::corpus::compare::signatures;
use cuttings::analysis::corpus::quotations;
use cuttings::model::{Actor, ActorKind, Difference, Entry, Quotation, Wording};
use proptest::prelude::*;

fn quotations(entries: &[Entry]) -> Vec<Quotation> {
    quotations::quotations(entries, &signatures(entries, &actors()))
}

fn actors() -> Vec<Actor> {
    (0..10).map(|n| actor(&format!("a{n}"), "Some Body", ActorKind::Person)).collect()
}

/// Each quotation as its speaker and its wordings, those of several articles first.
fn shown(entries: &[Entry]) -> Vec<String> {
    let wording = |wording: &Wording| {
        let entry = &entries[wording.at.entry as usize];
        let changed: Vec<&str> = wording.changed.iter().map(|span| span.of(&entry.article.saved.text)).collect();
        format!("{}/{} {} [{}]", entry.article.id, wording.at.statement, wording.differs.word(), changed.join("|"))
    };
    let show = |quotation: &Quotation| {
        let speaker = quotation.speaker.map_or_else(|| "?".to_owned(), |speaker| speaker.to_string());
        format!("{speaker}: {}", quotation.wordings.iter().map(wording).collect::<Vec<_>>().join("; "))
    };
    quotations(entries).iter().map(show).collect()
}

/// The article ids of each quotation.
fn articles(entries: &[Entry]) -> Vec<Vec<String>> {
    let ids = |quotation: &Quotation| {
        let id = |wording: &Wording| entries[wording.at.entry as usize].article.id.to_string();
        quotation.wordings.iter().map(id).collect()
    };
    quotations(entries).iter().map(ids).collect()
}

#[test]
fn one_quotation_in_three_wordings_is_one_quotation() {
    let entries = [
        told(
            "a",
            "2020-05-20",
            &["{Mara Holm|actor=0} said {“we will keep the northern harbour open for every fishing boat”|said}."],
        ),
        told("b", "2020-05-21", &["{Holm|actor=0} said {“keep the northern harbour open”|said}."]),
        told(
            "c",
            "2020-05-22",
            &["{Holm|actor=0} said {“the northern harbour shall stay open for all fishing boats”|said}."],
        ),
    ];
    let expected =
        "0: a/0 earliest [we will|for every fishing boat]; b/0 shorter []; c/0 reworded [shall stay|all|boats]";
    assert_eq!(shown(&entries), [expected]);
}

#[test]
fn a_paraphrase_that_says_the_same_joins() {
    let entries = [
        told(
            "a",
            "2020-05-20",
            &["{Mara Holm|actor=0} said {“the council must repair the broken dam before the autumn storms”|said}."],
        ),
        told(
            "b",
            "2020-05-20",
            &["{Holm|actor=0} said {that the dam had to be repaired by the council before storms in autumn|said}."],
        ),
    ];
    let ledger = quotations(&entries);
    assert_eq!(ledger.len(), 1);
    assert_eq!(ledger[0].wordings[1].differs, Difference::Paraphrased);
}

#[test]
fn two_quotations_of_one_speaker_about_one_thing_stay_apart() {
    let entries = [
        told(
            "a",
            "2020-05-20",
            &["{Mara Holm|actor=0} said {“the northern harbour will stay open for fishing boats”|said}."],
        ),
        told("b", "2020-05-20", &["{Holm|actor=0} said {“the northern harbour needs two new tugs and a pilot”|said}."]),
        told(
            "c",
            "2020-05-20",
            &["{Holm|actor=0} said {that fishing boats had brought more cod to the harbour this year|said}."],
        ),
    ];
    assert_eq!(articles(&entries), [["a"], ["b"], ["c"]]);
}

#[test]
fn another_speaker_s_words_are_another_quotation() {
    let line =
        |who: &str| format!("{{{who}}} said {{“we will keep the northern harbour open for every fishing boat”|said}}.");
    let entries =
        [told("a", "2020-05-20", &[&line("Mara Holm|actor=0")]), told("b", "2020-05-20", &[&line("Jon Vik|actor=1")])];
    assert_eq!(articles(&entries), [["a"], ["b"]]);
}

#[test]
fn whoever_speaks_for_a_body_speaks_its_words() {
    let entries = [
        told(
            "a",
            "2020-05-20",
            &["The {Coast Guard|actor=5} said {“the search for the northern ferry goes on all night”|said}."],
        ),
        told(
            "b",
            "2020-05-20",
            &[
                "{Per Dahl|actor=6}, a spokesman for the {Coast Guard|actor=5}, said {“the search for the northern ferry goes on all night”|said}.",
            ],
        ),
        told(
            "c",
            "2020-05-20",
            &[
                "{Lena Moe|actor=7}, a spokesman for the {Fishing Union|actor=8}, said {“the search for the northern ferry goes on all night”|said}.",
            ],
        ),
    ];
    assert_eq!(articles(&entries), [vec!["a", "b"], vec!["c"]]);
    assert_eq!(quotations(&entries)[0].speaker, Some(6));
}

#[test]
fn much_the_same_said_in_another_year_is_another_quotation() {
    let entries = [
        told(
            "a",
            "2019-05-20",
            &["{Mara Holm|actor=0} said {that the council would repair the broken dam before the autumn storms|said}."],
        ),
        told(
            "b",
            "2020-05-20",
            &["{Mara Holm|actor=0} said {that the council would repair the dam before storms in autumn|said}."],
        ),
        told(
            "c",
            "2020-05-20",
            &["{Mara Holm|actor=0} said {on Monday|happened=2020-05-18} {that the talks were useful|said}."],
        ),
        told(
            "d",
            "2020-05-20",
            &["{Mara Holm|actor=0} said {on 4 May|happened=2020-05-04} {that the talks were useful|said}."],
        ),
    ];
    assert_eq!(articles(&entries), [["a"], ["b"], ["c"], ["d"]]);
}

#[test]
fn what_denies_is_no_paraphrase_of_what_affirms() {
    let entries = [
        told(
            "a",
            "2020-05-20",
            &["{Mara Holm|actor=0} said {that the council would repair the broken dam before the autumn storms|said}."],
        ),
        told(
            "b",
            "2020-05-20",
            &["{Holm|actor=0} said {that the council would not repair the broken dam before the autumn storms|said}."],
        ),
    ];
    assert_eq!(articles(&entries).len(), 2);
}

#[test]
fn other_numbers_are_no_paraphrase() {
    let entries = [
        told(
            "a",
            "2020-05-20",
            &["{Mara Holm|actor=0} said {that 40 fishing boats had left the northern harbour before the storm|said}."],
        ),
        told(
            "b",
            "2020-05-20",
            &["{Holm|actor=0} said {that 70 fishing boats had left the northern harbour before the storm|said}."],
        ),
    ];
    assert_eq!(articles(&entries).len(), 2);
}

#[test]
fn no_article_has_two_wordings_of_one_quotation_unless_they_are_the_same() {
    let one = "{Mara Holm|actor=0} said {“we will keep the northern harbour open for every fishing boat”|said}.";
    let two = "{Holm|actor=0} said {that the northern harbour would be kept open for every fishing boat|said}.";
    let entries = [told("a", "2020-05-20", &[one, two, one]), told("b", "2020-05-21", &[one])];
    assert_eq!(articles(&entries), [vec!["a", "a", "b"], vec!["a"]]);
}

#[test]
fn nobody_s_words_join_only_where_they_are_quoted_alike() {
    let entries = [
        told(
            "a",
            "2020-05-20",
            &["One man said {“the whole northern quay was gone before anybody saw the second wave”|said=?}."],
        ),
        told(
            "b",
            "2020-05-20",
            &["A man said {“the whole northern quay was gone before anyone saw the second wave”|said=?}."],
        ),
        told(
            "c",
            "2020-05-20",
            &["It was said {that the northern quay was gone before the second wave was seen|said=?}."],
        ),
        told("d", "2020-05-20", &["A man said {“no comment”|said=?}."]),
        told("e", "2020-05-20", &["A woman said {“no comment”|said=?}."]),
    ];
    assert_eq!(articles(&entries), [["a", "b"]]);
}

#[test]
fn the_earliest_is_the_first_published_and_undated_articles_come_last() {
    let line = "{Mara Holm|actor=0} said {“we will keep the northern harbour open for every fishing boat”|said}.";
    let entries = [
        told("a", "", &[line]),
        altered(told("b", "2020-05-19", &[line])),
        told("c", "2020-05-19", &[line]),
        told("d", "2020-05-18", &[line]),
    ];
    assert_eq!(articles(&entries), [["d", "c", "b", "a"]]);
}

const LINES: [&str; 7] = [
    "{Mara Holm|actor=0} said {“we will keep the northern harbour open for every fishing boat”|said}.",
    "{Holm|actor=0} said {“keep the northern harbour open”|said}.",
    "{Holm|actor=0} said {that the northern harbour would be kept open for all fishing boats|said}.",
    "{Jon Vik|actor=1} said {that the council must repair the broken dam before the autumn storms|said}.",
    "{Vik|actor=1} said {“the council must repair the dam before the storms of autumn”|said}.",
    "{Somebody|actor} said {“the whole northern quay was gone before anybody saw the second wave”|said}.",
    "It was said {“no comment”|said=?}.",
];

fn any_articles() -> impl Strategy<Value = Vec<Entry>> {
    let article = prop::collection::vec(prop::sample::select(&LINES[..]), 0..5);
    prop::collection::vec((article, 10..28_u32), 1..8).prop_map(|articles| {
        let entry = |(number, (lines, day)): (usize, (Vec<&str>, u32))| {
            told(&format!("a{number}"), &format!("2020-05-{day}"), &lines)
        };
        articles.into_iter().enumerate().map(entry).collect()
    })
}

proptest! {
    #![proptest_config(crate::support::tries(256))]

    #[test]
    fn every_statement_with_a_speaker_is_in_one_quotation(entries in any_articles()) {
        let ledger = quotations(&entries);
        let mut seen: Vec<_> = ledger.iter().flat_map(|quotation| quotation.wordings.iter().map(|wording| wording.at)).collect();
        seen.sort_unstable();
        let all = seen.len();
        seen.dedup();
        prop_assert_eq!(seen.len(), all, "a statement is in two");
        let with_speaker: usize =
            entries.iter().map(|entry| entry.reading.statements.iter().filter(|said| said.speaker.is_some()).count()).sum();
        prop_assert!(all >= with_speaker);
        for quotation in &ledger {
            prop_assert_eq!(quotation.wordings[0].differs, Difference::Earliest);
            prop_assert!(quotation.wordings[1..].iter().all(|wording| wording.differs != Difference::Earliest));
        }
    }

    #[test]
    fn another_speaker_s_article_leaves_the_others_in_their_order(entries in any_articles()) {
        let mut more = entries.clone();
        more.push(told("z", "2020-05-20", &["{Ann Sund|actor=9} said {“we will keep the northern harbour open for every fishing boat”|said}."]));
        let mut with = shown(&more);
        with.retain(|quotation| !quotation.contains("z/0"));
        prop_assert_eq!(shown(&entries), with);
    }
}
