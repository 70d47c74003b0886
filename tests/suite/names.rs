//! Holds the finding of names to `tests/annotated/names`.

use crate::support::annotated::{Mark, run};
use cuttings::base::Span;
use cuttings::model::{Block, Mention, Role, Rule};
use cuttings::text::annotated::Text;
use cuttings::text::{names, sentences};
use proptest::prelude::*;

fn found(text: &str, blocks: &[Block]) -> Vec<Mention> {
    names::find(&Text::new(text, &sentences::segment(text, blocks)))
}

#[test]
fn names_are_found_where_the_marked_texts_say() {
    run("names", 48, |case| {
        let case = case.only();
        let mark = |mention: &Mention| Mark::new(mention.span, mention.kind.word(), mention.how.word());
        let found: Vec<Mark> = found(&case.text, &case.blocks()).iter().map(mark).collect();
        case.found(|mark| mark.role().is_some(), found);
    });
}

/// Pieces that names are made of, so that random texts come across every rule.
const PIECES: [&str; 32] = [
    "Mara",
    "Holm",
    "O’Neill",
    "van",
    "al",
    "-",
    "’s",
    "'",
    "Mr.",
    "Minister",
    "U.S.",
    "US",
    "United",
    "States",
    "Paris",
    "said",
    "in",
    "between",
    "and",
    ",",
    ".",
    "(",
    ")",
    "/",
    "Photo:",
    "AFP",
    "THE",
    "日本",
    "Ж",
    "\u{301}",
    "4,000",
    "\n",
];

proptest! {
    #![proptest_config(crate::support::tries(256))]

    #[test]
    fn mentions_of_any_text_stand_in_order_inside_their_sentences(
        pieces in prop::collection::vec((prop::sample::select(&PIECES[..]), any::<bool>()), 0..80),
        more in any::<String>(),
    ) {
        let mut text = String::new();
        for (piece, spaced) in &pieces {
            text.push_str(piece);
            text.push_str(if *spaced { " " } else { "" });
        }
        text.push_str(&more);
        let span = Span::new(0, text.len());
        let blocks = [Block { extent: span, span: span.trimmed(&text), role: Role::Body, rule: Rule::KeepAll }];
        let sentences = sentences::segment(&text, &blocks);
        let mut end = 0;
        for mention in names::find(&Text::new(&text, &sentences)) {
            let sentence = &sentences[mention.sentence.0 as usize - 1];
            prop_assert!(mention.span.start >= end && sentence.span.contains(mention.span));
            prop_assert!(!mention.span.of(&text).trim().is_empty());
            end = mention.span.end;
        }
    }
}

#[test]
fn hostile_texts_cost_no_more_than_their_length() {
    for piece in [
        "A ",
        "(",
        "Photo: ",
        "A.",
        "United ",
        "Mr. ",
        "a’A",
        "between Paris ",
        "/A",
        "Mara Holm ",
        "—",
        "Mara Holm. A",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        let span = Span::new(0, text.trim_end().len());
        let blocks = [Block { extent: span, span, role: Role::Body, rule: Rule::KeepAll }];
        found(&text, &blocks);
    }
}
