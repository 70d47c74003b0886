//! Reads the marked texts in `tests/annotated/segment` and holds the splitter to them.
//!
//! A case is a line `= what it shows`, then one line for each block, up to an empty line:
//!
//! - `⏎` stands before every sentence of a block but the first;
//! - `↪` opens a block whose first words continue the sentence before;
//! - `↵` stands for a line break inside a block;
//! - `[headline] ` and the like, at a line's start, give the block's role; it is body otherwise.
//!
//! `BLESS=1 cargo test --test segment` writes the marks as the splitter sets them.

#![expect(clippy::disallowed_methods, reason = "the test reads its cases from files, and its one flag from the environment")]

use cuttings::analysis::segment::segment;
use cuttings::base::Span;
use cuttings::model::{Block, Role, Rule};
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
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/annotated/segment");
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
                let _ = writeln!(wrong, "{name}\n  expected {}\n  found    {}", expected.join("\n           "), found.join("\n           "));
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
