//! Holds the splitter to `tests/annotated/sentences`.

use crate::support::annotated::{Mark, run};
use cuttings::model::text::lines_of;
use cuttings::model::{Block, Role, Rule};
use cuttings::text::sentences::segment;
use proptest::prelude::*;

#[test]
fn sentences_end_where_the_marked_texts_say() {
    run("sentences", 110, |case| {
        let case = case.only();
        let found = segment(&case.text, &case.blocks());
        case.found(|mark| mark.role().is_some(), found.iter().map(|sentence| Mark::new(sentence.span, "", "")));
    });
}

#[test]
fn what_was_pasted_into_a_paragraph_has_its_own_role() {
    run("glued", 20, |case| {
        let case = case.only();
        let blocks = lines_as_blocks(&case.text, false);
        let apart = segment(&case.text, &blocks).into_iter().filter(|sentence| sentence.role != Role::Body);
        case.found(|_| false, apart.map(|sentence| Mark::new(sentence.span, sentence.role.word(), "")));
    });
}

/// A block of body for every line of `text` that has words; every third is a headline, where asked.
fn lines_as_blocks(text: &str, with_headlines: bool) -> Vec<Block> {
    let role = |at: usize| if with_headlines && at % 3 == 2 { Role::Headline } else { Role::Body };
    let block = |(at, span)| Block { extent: span, span, role: role(at), rule: Rule::KeepAll };
    lines_of(text).enumerate().map(block).collect()
}

/// Checks what must hold of the sentences of any text.
fn check_invariants(text: &str, blocks: &[Block]) {
    let sentences = segment(text, blocks);
    let solid = |words: &str| words.chars().filter(|c| !c.is_whitespace()).count();
    let mut end = 0;
    for (index, sentence) in sentences.iter().enumerate() {
        assert_eq!(sentence.id.0 as usize, index + 1);
        let words = sentence.span.of(text);
        assert!(!words.is_empty() && words == words.trim(), "{words:?}");
        assert!(sentence.span.start >= end, "overlap at {words:?}");
        end = sentence.span.end;
        let block = &blocks[sentence.block as usize];
        assert!(block.span.start <= sentence.span.start && sentence.span.start < block.span.end);
        assert!(sentence.rejoined || block.span.contains(sentence.span));
        assert!(sentence.role == block.role || block.role == Role::Body);
    }
    let kept: usize = sentences.iter().map(|s| solid(s.span.of(text))).sum();
    assert_eq!(kept, blocks.iter().map(|b| solid(b.span.of(text))).sum::<usize>(), "lost or doubled in {text:?}");
}

/// Pieces that borders depend on, so that random texts come across every rule.
const PIECES: [&str; 44] = [
    ".",
    "!",
    "?",
    "…",
    "...",
    "。",
    " ",
    " ",
    " ",
    "\n",
    "\n",
    "\u{a0}",
    "\"",
    "“",
    "”",
    "’",
    "'",
    "«",
    "»",
    "(",
    ")",
    "[",
    "]",
    "—",
    "*",
    "1",
    "12",
    "a",
    "the",
    "The",
    "Mr",
    "U.S",
    "p.m",
    "No",
    "said",
    "Holt",
    "éa",
    "Ж",
    "\u{301}",
    "\u{200b}",
    "ferry sank at dawn and nobody who was on board at the time saw it go",
    "😢",
    "र",
    "of",
];

proptest! {
    #![proptest_config(crate::support::tries(256))]

    #[test]
    fn sentences_of_any_text_keep_every_word_in_order(text in any::<String>()) {
        check_invariants(&text, &lines_as_blocks(&text, false));
    }

    #[test]
    fn sentences_of_tricky_texts_keep_every_word_in_order(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60),
        with_headlines: bool,
    ) {
        let text = pieces.concat();
        check_invariants(&text, &lines_as_blocks(&text, with_headlines));
    }
}

#[test]
fn hostile_texts_cost_no_more_than_their_length() {
    let repeated = [
        "( a The quay ",
        "a The quay ",
        "AP (AP) - ",
        ".",
        ". ",
        "\"",
        ".\" ",
        "(",
        ".(",
        "(.",
        ". (\"",
        "“.",
        "x.X",
        ".A",
        "a.A",
        "1. ",
        "!) ",
        "[1]",
        ".[1] ",
        "…",
        "U.S. ",
        "a. ",
        "Ab? ",
        "?” Holt ",
        "。",
        "»",
        ". »",
        ".\u{a0}",
        "-.",
        "’.",
    ];
    for piece in repeated {
        let text = piece.repeat(300_000 / piece.len());
        check_invariants(&text, &lines_as_blocks(&text, false));
    }
}
