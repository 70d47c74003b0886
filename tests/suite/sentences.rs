//! Reads the marked texts in `tests/annotated/sentences` and holds the splitter to them.
//!
//! A case is a line `= what it shows`, then one line for each block, up to an empty line:
//!
//! - `⏎` stands before every sentence of a block but the first;
//! - `↪` opens a block whose first words continue the sentence before;
//! - `↵` stands for a line break inside a block;
//! - `[headline] ` and the like, at a line's start, give the block's role; it is body otherwise.
//!
//! `BLESS=1 cargo test --test suite sentences::` writes the marks as the splitter sets them.

use cuttings::base::Span;
use cuttings::model::text::lines_of;
use cuttings::model::{Block, Role, Rule};
use cuttings::text::sentences::segment;
use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::Path;

const ROLES: [Role; 11] = [
    Role::Headline,
    Role::Standfirst,
    Role::Subheading,
    Role::Kicker,
    Role::Dateline,
    Role::Byline,
    Role::Body,
    Role::Caption,
    Role::Credit,
    Role::Repeat,
    Role::Furniture,
];

/// The saved text and blocks that a case's marked lines stand for.
fn blocks_of(marked: &[&str]) -> (String, Vec<Block>) {
    let (mut text, mut blocks) = (String::new(), Vec::new());
    for line in marked {
        let with_role = ROLES.iter().find_map(|role| {
            let rest = line.strip_prefix('[')?.strip_prefix(role.word())?.strip_prefix("] ")?;
            Some((*role, rest))
        });
        let (role, words) = with_role.unwrap_or((Role::Body, line));
        let start = text.len();
        text.push_str(&words.replace(['⏎', '↪'], "").replace('↵', "\n"));
        let span = Span::new(start, text.len());
        text.push('\n');
        blocks.push(Block { extent: Span::new(start, text.len()), span, role, rule: Rule::KeepAll });
    }
    (text, blocks)
}

/// The case's lines with the marks as the splitter sets them.
fn marked(text: &str, blocks: &[Block]) -> Vec<String> {
    let sentences = segment(text, blocks);
    let mut lines = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let mut line = String::new();
        if block.role != Role::Body {
            let _ = write!(line, "[{}] ", block.role.word());
        }
        let starts: Vec<usize> =
            sentences.iter().filter(|s| s.block as usize == index).map(|s| s.span.start as usize).collect();
        if sentences.iter().any(|s| s.span.start < block.span.start && s.span.end > block.span.start) {
            line.push('↪');
        }
        for (at, c) in block.span.of(text).char_indices() {
            let at = block.span.start as usize + at;
            if at > block.span.start as usize && starts.contains(&at) {
                line.push('⏎');
            }
            line.push(if c == '\n' { '↵' } else { c });
        }
        lines.push(line);
    }
    lines
}

#[test]
fn sentences_end_where_the_marked_texts_say() {
    let bless = std::env::var_os("BLESS").is_some();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/annotated/sentences");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut wrong = String::new();
    let mut cases = 0;
    for file in files {
        let kept = std::fs::read_to_string(&file).unwrap();
        let mut blessed = String::new();
        for case in kept.trim_end().split("\n\n") {
            let mut lines = case.lines().filter(|line| !line.starts_with('#')).peekable();
            for comment in case.lines().filter(|line| line.starts_with('#')) {
                let _ = writeln!(blessed, "{comment}");
            }
            let Some(name) = lines.next_if(|line| line.starts_with("= ")) else {
                blessed.push('\n');
                continue;
            };
            let expected: Vec<&str> = lines.collect();
            let (text, blocks) = blocks_of(&expected);
            let found = marked(&text, &blocks);
            cases += 1;
            if found != expected {
                let _ = writeln!(
                    wrong,
                    "{name}\n  expected {}\n  found    {}",
                    expected.join("\n           "),
                    found.join("\n           ")
                );
            }
            let _ = writeln!(blessed, "{name}\n{}\n", found.join("\n"));
        }
        if bless {
            std::fs::write(&file, format!("{}\n", blessed.trim_end())).unwrap();
        }
    }
    assert!(cases > 80, "only {cases} cases were read");
    assert!(bless || wrong.is_empty(), "{wrong}");
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
        assert_eq!(sentence.role, block.role);
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
