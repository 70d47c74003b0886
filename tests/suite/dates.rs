//! Reads the marked texts in `tests/annotated/dates` and holds the finding of dates to them.
//!
//! `tests/annotated/dates/news.txt` explains the marks. `BLESS=1 cargo test --test suite dates::` writes them as they are found.

use cuttings::analysis::article::dates::dates;
use cuttings::base::PartialDate;
use cuttings::model::{ActorKind, DateExpression, How, Mention, SavedText, Sentence};
use cuttings::text::{blocks, sentences};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::Path;

fn found(text: &str, published: Option<PartialDate>) -> Vec<DateExpression> {
    let saved = SavedText::plain(text.to_owned());
    let sentences = sentences::segment(text, &blocks::keep_all(&saved));
    dates(text, &sentences, published, &people(text, &sentences))
}

/// The one name that the cases hold.
fn people(text: &str, sentences: &[Sentence]) -> Vec<Mention> {
    let name = "Theresa May";
    let Some(at) = text.find(name) else { return Vec::new() };
    let span = cuttings::base::Span::new(at, at + name.len());
    let sentence = sentences.iter().find(|sentence| sentence.span.contains(span)).unwrap().id;
    vec![Mention { span, sentence, kind: ActorKind::Person, how: How::Name }]
}

/// A case without its marks.
fn plain(case: &str) -> String {
    let mut text = String::new();
    let mut in_value = false;
    for c in case.chars() {
        match c {
            '{' => {}
            '|' => in_value = true,
            '}' => in_value = false,
            '¶' => text.push('\n'),
            c if !in_value => text.push(c),
            _ => {}
        }
    }
    text
}

/// For each mark of a case in order, whether it gives the value as EDTF too.
fn with_edtf(case: &str) -> Vec<bool> {
    case.split('{').skip(1).map(|mark| mark.split('}').next().unwrap().matches('|').count() == 2).collect()
}

/// The text with its expressions marked as they were found, as EDTF too where the case does so.
fn marked(text: &str, found: &[DateExpression], edtf: &[bool]) -> String {
    let (mut out, mut done) = (String::new(), 0);
    for (number, date) in found.iter().enumerate() {
        let range = date.span.range();
        let _ = write!(out, "{}{{{}|{}", &text[done..range.start], &text[range.clone()], date.timex);
        if let Some(until) = date.until {
            assert_eq!(until as usize, number + 1, "a stretch ends with the next expression");
            out.push('>');
        }
        if edtf.get(number) == Some(&true) {
            let _ = write!(out, "|{}", date.when.map(|when| when.to_string()).unwrap_or_default());
        }
        out.push('}');
        done = range.end;
    }
    (out + &text[done..]).replace('\n', "¶")
}

#[test]
fn dates_are_found_where_the_marked_texts_say() {
    let bless = std::env::var_os("BLESS").is_some();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/annotated/dates");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut cases, mut wrong) = (0, String::new());
    for file in files {
        let kept = std::fs::read_to_string(&file).unwrap();
        let mut blessed = String::new();
        for line in kept.lines() {
            if line.is_empty() || line.starts_with('#') {
                let _ = writeln!(blessed, "{line}");
                continue;
            }
            cases += 1;
            let (known, whole) = line.strip_prefix("? ").map_or((false, line), |case| (true, case));
            let (day, case) = whole.split_once(": ").expect("each case opens with its day of publication");
            let text = plain(case);
            let shown = marked(&text, &found(&text, PartialDate::from_iso(day)), &with_edtf(case));
            match (shown == case, known) {
                (true, true) => drop(writeln!(wrong, "this comes out right now, take its mark away:\n  {case}")),
                (false, false) => drop(writeln!(wrong, "expected {case}\nfound    {shown}")),
                _ => {}
            }
            let _ = if known { writeln!(blessed, "{line}") } else { writeln!(blessed, "{day}: {shown}") };
        }
        if bless {
            std::fs::write(&file, blessed).unwrap();
        }
    }
    assert!(cases > 90, "only {cases} cases were read");
    assert!(bless || wrong.is_empty(), "{wrong}");
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
        let rules: Vec<&str> = found(text, None).iter().map(|date| date.rule).collect();
        assert_eq!(rules, [rule], "{text}");
    }
    let rules: Vec<&str> = found("It sank on 10-12 June.", None).iter().map(|date| date.rule).collect();
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
        let all = found(&text, PartialDate::from_iso(published));
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
        let text = piece.repeat(200_000 / piece.len());
        let _ = found(&text, PartialDate::from_iso("2021-10-20"));
    }
}
