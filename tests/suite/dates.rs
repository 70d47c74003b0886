//! Holds the finding of dates to `tests/annotated/dates`.

use crate::support::annotated::{Annotated, Mark, run};
use cuttings::analysis::article::dates;
use cuttings::base::PartialDate;
use cuttings::model::{DateExpression, SavedText};
use cuttings::text::annotated::Text;
use cuttings::text::{blocks, sentences};
use proptest::prelude::*;

fn found(case: &Annotated) -> Vec<DateExpression> {
    let sentences = sentences::segment(&case.text, &blocks::keep_all(&SavedText::plain(case.text.clone())));
    let published = case.day.as_deref().and_then(PartialDate::from_iso);
    let mut text = Text::new(&case.text, &sentences);
    let mut named = dates::read(&text, &case.mentions(&sentences));
    named.settle(&mut text);
    named.dates(&text, published)
}

/// A text published on a day.
fn on(day: &str, text: String) -> Annotated {
    Annotated { day: Some(day.to_owned()), text, marks: Vec::new() }
}

#[test]
fn dates_are_found_where_the_marked_texts_say() {
    run("dates", 177, |case| {
        let case = case.only();
        let mut marks = Vec::new();
        for (number, date) in found(case).iter().enumerate() {
            marks.push(Mark::new(date.span, "timex", &date.timex));
            if case.marks.iter().any(|mark| mark.what == "edtf" && mark.span == date.span) {
                let value = date.when.map(|when| when.to_string()).unwrap_or_default();
                marks.push(Mark::new(date.span, "edtf", &value));
            }
            if let Some(until) = date.until {
                assert_eq!(until as usize, number + 1, "a stretch ends with the next expression");
                marks.push(Mark::new(date.span, "until", ""));
            }
        }
        case.found(|mark| mark.kind().is_some(), marks);
    });
}

#[test]
fn every_date_names_the_rule_that_read_it() {
    for (text, rule) in [
        ("It sank on Tuesday.", "weekday"),
        ("It sank on 2021-10-20.", "numeric"),
        ("It sank on 5 May.", "day"),
        ("It sank in the 19th century.", "century"),
        ("It sank in June 1941.", "month"),
        ("It sank on the 5th.", "ordinal-day"),
        ("It sank in 1941.", "year"),
        ("It sank in the summer of 1942.", "season"),
        ("It sank in the 1980s.", "decade"),
        ("It sank in ’99.", "short-year"),
        ("It sank on Christmas Eve.", "holiday"),
        ("It sank last March.", "turned"),
        ("It sank yesterday.", "day-word"),
        ("It sank two days ago.", "distance"),
        ("It sank last week.", "unit"),
        ("It sank over the weekend.", "weekend"),
        ("It sank last night.", "day-part"),
        ("It sank the day before.", "day-before"),
        ("It sank at 3 p.m. off Lennar.", "clock"),
        ("It sank within three weeks.", "length"),
        ("It sails every Friday.", "set"),
        ("It sinks now.", "reference"),
        ("It sank in fiscal 2012.", "fiscal"),
        ("It sank in Q3 2012.", "quarter"),
    ] {
        let case = Annotated { text: text.to_owned(), ..Annotated::default() };
        let rules: Vec<&str> = found(&case).iter().map(|date| date.rule).collect();
        assert_eq!(rules, [rule], "{text}");
    }
    let case = Annotated { text: "It sank on 10-12 June.".to_owned(), ..Annotated::default() };
    let rules: Vec<&str> = found(&case).iter().map(|date| date.rule).collect();
    assert_eq!(rules, ["beside", "day"]);
}

/// Pieces that dates are made of, so that random texts come across every rule.
const PIECES: [&str; 48] = [
    "9999",
    "31",
    "30",
    "12",
    "2021",
    "0",
    "1,900",
    "10000000",
    "5th",
    "1980s",
    "’90s",
    "’44",
    "BC",
    "AD",
    "May",
    "February",
    "Dec.",
    "Friday",
    "last",
    "next",
    "the",
    "of",
    "that",
    "same",
    "two",
    "hundred",
    "million",
    "years",
    "day",
    "week",
    "decade",
    "century",
    "ago",
    "later",
    "before",
    "and",
    "-",
    "/",
    ".",
    ":",
    "p.m.",
    "GMT",
    "early",
    "the end of",
    "quarter",
    "winter",
    "morning",
    "é",
];

proptest! {
    #![proptest_config(crate::support::tries(256))]

    #[test]
    fn dates_of_any_text_lie_in_it_in_order_and_apart(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60),
        spaced in prop::collection::vec(any::<bool>(), 60),
        published in prop::sample::select(&["9999-12-31", "2021-10-20", "2021", "0001-01-01", "-"][..]),
    ) {
        let mut text = String::new();
        for (piece, space) in pieces.iter().zip(&spaced) {
            text.push_str(piece);
            text.push_str(if *space { " " } else { "" });
        }
        let all = found(&on(published, text.clone()));
        let mut end = 0;
        for date in &all {
            prop_assert!(date.span.start >= end && date.span.get(&text).is_some_and(|words| !words.is_empty()));
            end = date.span.end;
            if let Some(when) = date.when {
                let _ = (when.to_string(), when.in_words(), when.first_day(), when.last_day());
            }
            prop_assert!(date.until.is_none_or(|until| (until as usize) < all.len()));
        }
    }
}

#[test]
fn hostile_texts_cost_no_more_than_their_length() {
    for piece in
        ["May ", "the ", "1999-", "10/", "two ", "last ", "1 May and ", "a year and a half ", "5 June to ", "will "]
    {
        let _ = found(&on("2021-10-20", piece.repeat(200_000 / piece.len())));
    }
}
