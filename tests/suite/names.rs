//! Reads the marked texts in `tests/annotated/names` and holds the finding of names to what it has reached.
//!
//! A case is a line `= what it shows`, then one line for each block, up to an empty line. A mention stands in brackets
//! with its kind and how it stands for the actor: `[Mara Holm|person name]`. `[headline] ` and the like, at a line's
//! start, give the block's role; it is body otherwise.
//!
//! `tests/annotated/names/ratchet.tsv` keeps what was right, wrong and missed in each file. Fewer right or more wrong
//! fails, and so does a gain that is not recorded; `BLESS=1 cargo test --test suite names::` records it.

#![expect(
    clippy::disallowed_methods,
    reason = "the test reads its cases from files, and its one flag from the environment"
)]

use cuttings::base::Span;
use cuttings::model::{Block, Mention, Role, Rule};
use cuttings::text::annotated::Text;
use cuttings::text::{names, sentences};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const ROLES: [Role; 4] = [Role::Headline, Role::Dateline, Role::Caption, Role::Credit];

/// One mention as text: offsets, kind and how.
type Marked = (u32, u32, String);

/// The text of marked lines, its blocks and what is marked.
fn case_of(lines: &[&str]) -> (String, Vec<Block>, BTreeSet<Marked>) {
    let (mut text, mut blocks, mut marks) = (String::new(), Vec::new(), BTreeSet::new());
    for line in lines {
        let with_role = ROLES.iter().find_map(|role| {
            let rest = line.strip_prefix('[')?.strip_prefix(role.word())?.strip_prefix("] ")?;
            Some((*role, rest))
        });
        let (role, mut rest) = with_role.unwrap_or((Role::Body, line));
        let start = text.len();
        while let Some((before, marked)) = rest.split_once('[') {
            text.push_str(before);
            let (mark, after) = marked.split_once(']').expect("a mark is closed");
            let (words, sense) = mark.split_once('|').expect("a mark has a sense");
            let from = text.len() as u32;
            text.push_str(words);
            marks.insert((from, text.len() as u32, sense.to_owned()));
            rest = after;
        }
        text.push_str(rest);
        let span = Span::new(start, text.len());
        text.push('\n');
        blocks.push(Block { extent: Span::new(start, text.len()), span, role, rule: Rule::KeepAll });
    }
    (text, blocks, marks)
}

fn found(text: &str, blocks: &[Block]) -> Vec<Mention> {
    names::find(&Text::new(text, &sentences::segment(text, blocks)))
}

/// What was right, wrong and missed in one file, and how each case that is not all right went.
fn judged(file: &Path) -> ([usize; 3], String) {
    let (mut counts, mut report) = ([0; 3], String::new());
    let kept = std::fs::read_to_string(file).unwrap();
    for case in kept.trim_end().split("\n\n") {
        let mut lines = case.lines().filter(|line| !line.starts_with('#'));
        let Some(name) = lines.next() else { continue };
        let (text, blocks, marks) = case_of(&lines.collect::<Vec<_>>());
        let sense = |mention: &Mention| format!("{} {}", mention.kind.word(), mention.how.word());
        let is = |mention: &Mention| (mention.span.start, mention.span.end, sense(mention));
        let found: BTreeSet<Marked> = found(&text, &blocks).iter().map(is).collect();
        counts[0] += found.intersection(&marks).count();
        counts[1] += found.difference(&marks).count();
        counts[2] += marks.difference(&found).count();
        for (label, set) in [("wrong", found.difference(&marks)), ("missed", marks.difference(&found))] {
            for (start, end, sense) in set {
                let _ = writeln!(report, "{name}: {label} {:?} as {sense}", &text[*start as usize..*end as usize]);
            }
        }
    }
    (counts, report)
}

#[test]
fn names_are_found_as_well_as_they_ever_were() {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/annotated/names");
    let ratchet = folder.join("ratchet.tsv");
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    assert!(files.len() >= 5, "the marked texts were not found");
    let (mut now, mut reports) = ("file\tright\twrong\tmissed\n".to_owned(), String::new());
    for file in &files {
        let ([right, wrong, missed], report) = judged(file);
        let _ = writeln!(now, "{}\t{right}\t{wrong}\t{missed}", file.file_name().unwrap().to_str().unwrap());
        reports.push_str(&report);
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&ratchet, &now).unwrap();
    }
    let before = std::fs::read_to_string(&ratchet).unwrap();
    assert_eq!(now, before, "record a gain with BLESS=1; mend a loss:\n{reports}");
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
