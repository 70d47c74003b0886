//! Holds the finding of quantities to `tests/annotated/quantities`.

use crate::support::annotated::{Annotated, Mark, run};
use cuttings::analysis::article::quantities::quantities;
use cuttings::check::numbers;
use cuttings::model::{Hedge, Quantity, Unit};
use cuttings::text::annotated::Text;
use proptest::prelude::*;

fn decimal(thousandths: i64) -> String {
    let (whole, rest) = (thousandths / 1000, thousandths % 1000);
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:03}").trim_end_matches('0').to_owned() }
}

/// The marks of a quantity and of its noun.
fn marks(quantity: &Quantity) -> impl Iterator<Item = Mark> {
    let hedge = match quantity.hedge {
        Hedge::Exact => "",
        Hedge::About => "~",
        Hedge::AtLeast => "≥",
        Hedge::AtMost => "≤",
    };
    let to = quantity.to.map_or_else(String::new, |to| format!("-{}", decimal(to)));
    let unit = match &quantity.unit {
        Unit::Count => "count",
        Unit::Ordinal => "ordinal",
        Unit::Percent => "percent",
        Unit::Money(unit) | Unit::Measure(unit) => unit,
    };
    let value = format!("{hedge}{}{to}", decimal(quantity.thousandths));
    let noun = quantity.noun.map(|noun| Mark::new(noun, "noun", ""));
    std::iter::once(Mark::new(quantity.span, unit, &value)).chain(noun)
}

/// The quantities of a text of one sentence.
fn found(text: &str) -> Vec<Quantity> {
    let case = Annotated { text: text.to_owned(), ..Annotated::default() };
    quantities(&Text::new(text, &[case.sentence()]), &[])
}

#[test]
fn quantities_are_found_where_the_marked_sentences_say() {
    run("quantities", 79, |case| {
        let case = case.only();
        let found = found(&case.text);
        case.found(|_| false, found.iter().flat_map(marks));
    });
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
        let rules: Vec<&str> = found(text).iter().map(|found| found.rule).collect();
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
        for quantity in found(&text) {
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
        for quantity in found(&text) {
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
        let _ = found(&text);
    }
}
