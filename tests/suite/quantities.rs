//! Reads the marked sentences in `tests/annotated/quantities` and holds the finding of quantities to them.
//!
//! The marks are explained in `counts.txt`. `BLESS=1 cargo test --test suite quantities::` writes the marks as they are found.

use cuttings::analysis::article::quantities::quantities;
use cuttings::base::{SentenceId, Span};
use cuttings::check::numbers;
use cuttings::model::{Hedge, Quantity, Role, Sentence, Unit};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::Path;

fn sentence(text: &str) -> Sentence {
    Sentence { id: SentenceId(1), block: 0, span: Span::new(0, text.len()), role: Role::Body, rejoined: false }
}

fn decimal(thousandths: i64) -> String {
    let (whole, rest) = (thousandths / 1000, thousandths % 1000);
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:03}").trim_end_matches('0').to_owned() }
}

/// What a quantity comes to, as the marks give it.
fn value(quantity: &Quantity) -> String {
    let hedge = match quantity.hedge {
        Hedge::Exact => "",
        Hedge::About => "~",
        Hedge::AtLeast => "≥",
        Hedge::AtMost => "≤",
    };
    let to = quantity.to.map_or_else(String::new, |to| format!("-{}", decimal(to)));
    let unit = match &quantity.unit {
        Unit::Count => "",
        Unit::Ordinal => " th",
        Unit::Percent => " %",
        Unit::Money(unit) | Unit::Measure(unit) => &format!(" {unit}"),
    };
    format!("{hedge}{}{to}{unit}", decimal(quantity.thousandths))
}

/// The text with its quantities marked as they were found.
fn marked(text: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for quantity in quantities(text, &[sentence(text)], &[]) {
        let (start, end) = (quantity.span.start as usize, quantity.span.end as usize);
        out.push_str(&text[at..start]);
        match quantity.noun {
            Some(noun) => {
                let (from, to) = (noun.start as usize, noun.end as usize);
                let _ = write!(out, "[{}<{}>{}]", &text[start..from], &text[from..to], &text[to..end]);
            }
            None => drop(write!(out, "[{}]", &text[start..end])),
        }
        let _ = write!(out, "{{{}}}", value(&quantity));
        at = end;
    }
    out.push_str(&text[at..]);
    out
}

/// The text of a case without its marks.
fn bare(case: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in case.chars() {
        match c {
            '{' => inside = true,
            '}' => inside = false,
            '[' | ']' | '<' | '>' => {}
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

#[test]
fn quantities_are_found_where_the_marked_sentences_say() {
    let bless = std::env::var_os("BLESS").is_some();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/annotated/quantities");
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
            let (known, case) = line.strip_prefix("? ").map_or((false, line), |case| (true, case));
            let shown = marked(&bare(case));
            match (shown == case, known) {
                (true, true) => drop(writeln!(wrong, "this comes out right now, take its mark away:\n  {case}")),
                (false, false) => drop(writeln!(wrong, "expected {case}\nfound    {shown}")),
                _ => {}
            }
            let _ = writeln!(blessed, "{}", if known { line } else { &shown });
        }
        if bless {
            std::fs::write(&file, blessed).unwrap();
        }
    }
    assert!(cases > 60, "only {cases} cases were read");
    assert!(bless || wrong.is_empty(), "{wrong}");
}

#[test]
fn every_quantity_names_the_rule_that_read_it() {
    for (text, rule) in [
        ("It sank 14 ships.", "figures"),
        ("It sank fourteen ships.", "words"),
        ("It sank 10 to 12 ships.", "range"),
        ("It sank dozens of ships.", "vague"),
        ("It sank half the ships.", "part"),
        ("It sank the third ship.", "ordinal"),
    ] {
        let rules: Vec<&str> = quantities(text, &[sentence(text)], &[]).iter().map(|found| found.rule).collect();
        assert_eq!(rules, [rule], "{text}");
    }
}

/// Pieces that quantities are told by, so that random sentences come across every rule.
const PIECES: [&str; 40] = [
    "10",
    "2.5",
    "1,000",
    "1.2.3",
    "two",
    "twenty",
    "hundred",
    "thousand",
    "million",
    "dozens",
    "a",
    "half",
    "of",
    "and",
    "to",
    "in",
    "between",
    "more than",
    "$",
    "Rs",
    ".",
    "-",
    "–",
    "%",
    "per cent",
    "year",
    "metres",
    "m",
    "bn",
    "th",
    "third",
    "ships",
    "é",
    "9999999999999999",
    "an",
    "one",
    "fifty",
    "dozen",
    "lakh",
    "1.2345",
];

proptest! {
    #![proptest_config(crate::support::tries(256))]

    #[test]
    fn quantities_of_any_sentence_lie_in_it_on_word_borders(
        pieces in prop::collection::vec((prop::sample::select(&PIECES[..]), any::<bool>()), 0..40),
    ) {
        let text: String = pieces.iter().flat_map(|(piece, space)| [*piece, if *space { " " } else { "" }]).collect();
        let mut last = 0;
        for quantity in quantities(&text, &[sentence(&text)], &[]) {
            let words = quantity.span.get(&text).expect("it lies on character borders");
            prop_assert!(!words.is_empty() && words == words.trim());
            prop_assert!(quantity.span.start >= last);
            prop_assert!(quantity.noun.is_none_or(|noun| quantity.span.contains(noun)));
            prop_assert!(quantity.to.is_none_or(|to| to > quantity.thousandths));
            last = quantity.span.end;
        }
    }
}

proptest! {
    #![proptest_config(crate::support::tries(2000))]

    #[test]
    fn the_check_reads_each_plain_number_as_the_analysis_does(
        pieces in prop::collection::vec((prop::sample::select(&PIECES[..]), any::<bool>()), 0..12),
    ) {
        let text: String = pieces.iter().flat_map(|(piece, space)| [*piece, if *space { " " } else { "" }]).collect();
        for quantity in quantities(&text, &[sentence(&text)], &[]) {
            let words = quantity.number.get(&text).expect("it lies on character borders");
            prop_assert!(quantity.span.contains(quantity.number) && !words.is_empty());
            let Some(written) = quantity.written else { continue };
            let digits = format!("{}.{:03}", written / 1000, written % 1000);
            let digits = digits.trim_end_matches('0').trim_end_matches('.');
            prop_assert_eq!(numbers::value(words), Some(digits.to_owned()), "{} in {}", words, text);
        }
    }
}

#[test]
fn hostile_sentences_cost_no_more_than_their_length() {
    for piece in
        ["10 ", "ten ", "ten-", "10-", "half a ", "more than ", "1.", "a ", "$", "one in ", "ten and ", "x y z "]
    {
        let text = piece.repeat(400_000 / piece.len());
        let _ = quantities(&text, &[sentence(&text)], &[]);
    }
}
