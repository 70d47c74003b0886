//! Reads the cases in `tests/annotated/attribution` and holds the finding of statements to them.
//!
//! The marks are explained in direct.txt. `BLESS=1 cargo test --test suite attribution::` writes what is found.

use cuttings::analysis::{Cleaning, reading};
use cuttings::base::Span;
use cuttings::model::{LineKind, Reading, SavedText, Statement, StatementRule};
use cuttings::read::article_of_text;
use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::Path;

/// Reads paragraphs, those behind "> " as set off by the page.
fn read(paragraphs: &[&str]) -> (String, Reading) {
    let plain: Vec<&str> = paragraphs.iter().map(|line| line.strip_prefix("> ").unwrap_or(line)).collect();
    let text = plain.join("\n\n");
    let mut article = article_of_text("case.txt", text.clone());
    article.saved = SavedText::plain(text.clone());
    for (line, paragraph) in article.saved.lines.iter_mut().zip(paragraphs) {
        if paragraph.starts_with("> ") {
            line.kind = LineKind::Quote;
        }
    }
    (text, reading(&article, Cleaning::KeepAll))
}

/// A statement as the cases write it.
fn shown(statement: &Statement, text: &str, reading: &Reading) -> String {
    let words = |span: Option<Span>| span.map_or("-", |span| span.of(text)).to_owned();
    let name = |mention: u32| {
        let actor = reading.actors.iter().find(|actor| actor.mentions.iter().any(|local| local.mention == mention));
        actor.map_or("?", |actor| actor.name.as_str()).to_owned()
    };
    let mut who = words(statement.speaker);
    if let Some(by) = statement.by {
        let _ = write!(who, " => {}", name(by));
    }
    if let Some(body) = statement.on_behalf_of {
        let _ = write!(who, " for {}", name(body));
    }
    if let Some(intermediate) = statement.intermediate {
        let _ = write!(who, " via {}", intermediate.of(text));
    }
    let told: Vec<&str> = statement.spans.iter().map(|span| span.of(text)).collect();
    let stance = statement.stance.map_or("-", cuttings::model::Stance::word);
    let mut cue = words(statement.cue);
    if let Some(date) = statement.date {
        let _ = write!(cue, " @ {}", reading.dates[date as usize].span.of(text));
    }
    format!("= {} | {who} | {cue} ({stance}) | {}", statement.kind.word(), told.join(" || "))
}

#[test]
fn statements_are_found_where_the_cases_say() {
    let bless = std::env::var_os("BLESS").is_some();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/annotated/attribution");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut cases, mut wrong) = (0, String::new());
    for file in files {
        let kept = std::fs::read_to_string(&file).unwrap();
        let mut blessed: Vec<String> = Vec::new();
        for case in kept.trim_end().split("\n\n") {
            if case.starts_with('#') {
                blessed.push(case.to_owned());
                continue;
            }
            cases += 1;
            let (known, body) = case.strip_prefix("? ").map_or((false, case), |body| (true, body));
            let (expected, paragraphs): (Vec<&str>, Vec<&str>) = body.lines().partition(|line| line.starts_with("= "));
            let (text, reading) = read(&paragraphs);
            let found: Vec<String> =
                reading.statements.iter().map(|statement| shown(statement, &text, &reading)).collect();
            match (found == expected, known) {
                (true, true) => drop(writeln!(wrong, "this comes out right now, take its mark away:\n{body}")),
                (false, false) => drop(writeln!(wrong, "expected {body}\nfound\n{}\n", found.join("\n"))),
                _ => {}
            }
            let shown = [paragraphs.join("\n"), found.join("\n")].join("\n");
            blessed.push(if known { case.to_owned() } else { shown.trim_end().to_owned() });
        }
        if bless {
            std::fs::write(&file, blessed.join("\n\n") + "\n").unwrap();
        }
    }
    assert!(cases > 80, "only {cases} cases were read");
    assert!(bless || wrong.is_empty(), "{wrong}");
}

/// Every span of a statement lies in the text on character borders and holds words.
fn holds(text: &str, reading: &Reading) -> Result<(), TestCaseError> {
    for statement in &reading.statements {
        prop_assert!(!statement.spans.is_empty() && !statement.sentences.is_empty());
        let others = [statement.speaker, statement.cue, statement.intermediate];
        for span in statement.spans.iter().copied().chain(others.into_iter().flatten()) {
            prop_assert!(span.get(text).is_some_and(|words| !words.is_empty()));
        }
        prop_assert!(statement.spans.is_sorted());
        for mention in statement.by.iter().chain(&statement.on_behalf_of) {
            prop_assert!((*mention as usize) < reading.mentions.len());
        }
        for sentence in &statement.sentences {
            let sentence = &reading.sentences[sentence.0 as usize - 1];
            prop_assert!(statement.spans.iter().any(|span| span.overlap(sentence.span).is_some()));
        }
    }
    Ok(())
}

/// Pieces that statements are told by, so that random texts come across every rule.
const PIECES: [&str; 44] = [
    "Mara Holm",
    "Reuters",
    "the ministry",
    "he",
    "who",
    "said",
    "told",
    "saying",
    "added",
    "called",
    "for",
    "that",
    "the",
    "ferry",
    "would sail",
    ",",
    ".",
    ":",
    ";",
    "—",
    "(",
    ")",
    "“",
    "”",
    "\"",
    "'",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "``",
    "''",
    "’s",
    "according",
    "to",
    "citing",
    "and",
    "quoted",
    "as",
    "on Monday",
    "\n\n",
    "HOLM:",
    "é",
];

#[test]
fn a_text_that_breaks_off_after_and_is_read() {
    for text in ["Mara Holm and", "said Mara Holm and", "Mara Holm or", "“We sail,” said Mara Holm &"] {
        let (text, reading) = read(&[text]);
        holds(&text, &reading).unwrap();
    }
}

proptest! {
    #![proptest_config(crate::support::tries(2000))]

    #[test]
    fn statements_of_any_text_lie_in_it(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60),
        joint in prop::sample::select(&["", " "][..]),
    ) {
        let text = pieces.join(joint);
        let (text, reading) = read(&[&text]);
        holds(&text, &reading)?;
    }

    #[test]
    fn any_characters_with_quotation_marks_are_read(text in "[a-zA-Z “”\"'‘’«».,:—\n]{0,200}") {
        let (text, reading) = read(&[&text]);
        holds(&text, &reading)?;
    }
}

#[test]
fn hostile_texts_cost_no_more_than_their_length() {
    for piece in [
        "“",
        "\"a ",
        "‘a ",
        "said ",
        "Holm said, ",
        "“a” said ",
        "(",
        ", ",
        "“a, ",
        "he said that “a” and ",
        "A: b\n\n",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        let (text, reading) = read(&[&text]);
        holds(&text, &reading).unwrap();
    }
}

/// One text for each rule that a statement can name.
const RULES: [(&str, &str); 12] = [
    ("subject-verb", "Mara Holm said the ferry would sail on Friday."),
    ("verb-subject", "“The ferry will sail tonight,” said Mara Holm."),
    ("same-subject", "Mara Holm opened the port, adding that the ferry would sail on Friday."),
    ("according-to", "The ferry will sail on Friday, according to Mara Holm."),
    ("noun-that", "Per Vik stood by his claim that the ferry would sail on Friday."),
    ("colon", "Mara Holm, the harbour master: “The ferry will sail tonight.”"),
    ("signed", "“The ferry will sail tonight.” – Mara Holm"),
    ("announced", "And this from Mara Holm:\n\n“The ferry will sail tonight, whatever comes.”"),
    ("goes-on", "“The ferry will sail,” Mara Holm said.\n\n“It has never been late in all these years.”"),
    ("quoted-part", "Mara Holm was dismissive of “the whole sorry story of the ferry”."),
    ("label", "MARA HOLM: We sail tonight.\n\nPER VIK: Who pays for it?\n\nMARA HOLM: The port pays for it."),
    ("set-off", "The port was quiet.\n\n> The ferry will sail tonight, whatever comes."),
];

#[test]
fn every_statement_names_the_rule_that_found_it() {
    let all: Vec<&str> = StatementRule::ALL.iter().map(|rule| rule.code()).collect();
    assert_eq!(RULES.map(|(rule, _)| rule).to_vec(), all);
    for (rule, text) in RULES {
        let (text, reading) = read(&text.split("\n\n").collect::<Vec<_>>());
        let found: Vec<&str> = reading.statements.iter().map(|statement| statement.rule.code()).collect();
        assert!(found.contains(&rule), "{rule}: {found:?} in {text}");
    }
}
