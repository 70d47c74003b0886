//! Holds the finding of differences between articles to marked cases: what must be found, and what must stay silent.
//!
//! A case of `tests/annotated/discrepancies` is the kinds of discrepancy in the order of the alphabet, or `silent`, and an article
//! a line, each with its day of publication or `-`. `? ` opens a case that is known to come out otherwise: when it starts to come out right, the mark has
//! to go.
use cuttings::analysis::{readings, weave};
use cuttings::base::PartialDate;
use cuttings::model::{Corpus, Discrepancy, Known, Settings};
use cuttings::read::article_of_text;
use std::path::Path;

/// The discrepancies among articles, each a day and a text.
fn discrepancies(lines: &[&str]) -> Vec<Discrepancy> {
    let article = |(at, line): (usize, &&str)| {
        let (day, text) = line.split_once(' ').unwrap();
        let mut article = article_of_text(&format!("a{at}.txt"), text.to_owned());
        article.meta.published = PartialDate::from_iso(day).map(|day| Known::stated(day, None));
        article.meta.title = Some(Known::stated(format!("Story {at}"), None));
        article
    };
    let articles = lines.iter().enumerate().map(article).collect();
    let corpus = Corpus { articles, settings: Settings::default(), ..Corpus::default() };
    let readings = readings(&corpus, &|| ());
    weave(corpus, readings, None).0.discrepancies
}

#[test]
fn articles_differ_where_the_marks_say_and_nowhere_else() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/annotated/discrepancies/cases.txt");
    let kept = std::fs::read_to_string(file).unwrap();
    let lines: Vec<&str> = kept.lines().filter(|line| !line.starts_with('#')).collect();
    let cases: Vec<&[&str]> = lines.split(|line| line.is_empty()).filter(|case| !case.is_empty()).collect();
    let mut wrong = Vec::new();
    for case in &cases {
        let (known, kind) = case[0].strip_prefix("? ").map_or((false, case[0]), |kind| (true, kind));
        let found = discrepancies(&case[1..]);
        let mut kinds: Vec<&str> = found.iter().map(|found| found.kind.word()).collect();
        kinds.sort_unstable();
        let expected: Vec<&str> = kind.split(' ').filter(|kind| *kind != "silent").collect();
        if (kinds == expected) == known {
            let now = if known { "now right: " } else { "" };
            wrong.push(format!("{now}{kind}, found {kinds:?}\n  {}", case[1..].join("\n  ")));
        }
    }
    assert!(cases.len() > 25 && wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_side_shows_its_words_and_its_sentence() {
    let found = discrepancies(&[
        "2024-03-05 The storm killed 12 fishermen off the coast of Lennar, the coast guard said.",
        "2024-03-06 The storm killed 17 fishermen off the coast of Lennar, the coast guard said.",
    ]);
    let values: Vec<&str> = found[0].sides.iter().map(|side| side.value.as_str()).collect();
    assert_eq!(values, ["12 fishermen", "17 fishermen"]);
    assert_eq!(found[0].claims.len(), 2, "both claims are touched");
}
