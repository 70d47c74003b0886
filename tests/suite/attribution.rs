//! Holds the finding of statements to `tests/annotated/attribution`.

use crate::support::annotated::{Annotated, Mark, run};
use cuttings::analysis::{Cleaning, reading};
use cuttings::model::{LineKind, Reading, SavedText, Statement, StatementRule};
use cuttings::read::article_of_text;
use proptest::prelude::*;

/// Reads a text, some lines of which are marked as set off by the page.
fn read(case: &Annotated) -> Reading {
    let mut article = article_of_text("case.txt", case.text.clone());
    article.saved = SavedText::plain(case.text.clone());
    for line in &mut article.saved.lines {
        if case.marks.iter().any(|mark| mark.what == "quote" && mark.span.contains(line.span)) {
            line.kind = LineKind::Quote;
        }
    }
    reading(&article, Cleaning::KeepAll)
}

/// The marks of a statement, the `number`th of its text.
fn marks(number: usize, statement: &Statement, reading: &Reading) -> Vec<Mark> {
    let name = |mention: u32| {
        let actor = reading.actors.iter().find(|actor| actor.mentions.iter().any(|local| local.mention == mention));
        actor.map_or("?", |actor| actor.name.as_str())
    };
    let by = statement.by.map_or_else(String::new, |by| format!(" {}", name(by)));
    let body = statement.on_behalf_of.map_or_else(String::new, |body| format!(" for {}", name(body)));
    assert!(statement.speaker.is_some() || (by.is_empty() && body.is_empty()));
    assert_eq!(statement.cue.is_some(), statement.stance.is_some());
    let told = statement.spans.iter().map(|span| Mark::new(*span, statement.kind.word(), number));
    let speaker = statement.speaker.map(|span| Mark::new(span, "speaker", &format!("{number}{by}{body}")));
    let cue = statement.cue.zip(statement.stance).map(|(span, stance)| Mark::new(span, stance.word(), number));
    let intermediate = statement.intermediate.map(|span| Mark::new(span, "via", number));
    let date = statement.date.map(|date| Mark::new(reading.dates[date as usize].span, "date", number));
    told.chain(speaker).chain(cue).chain(intermediate).chain(date).collect()
}

#[test]
fn statements_are_found_where_the_cases_say() {
    run("attribution", 158, |case| {
        let case = case.only();
        let reading = read(case);
        let statements = (1..).zip(&reading.statements);
        case.found(|mark| mark.what == "quote", statements.flat_map(|(n, statement)| marks(n, statement, &reading)));
    });
}

/// Every span of a statement of a text lies in it on character borders and holds words.
fn holds(text: &str) -> Result<(), TestCaseError> {
    let reading = read(&Annotated { text: text.to_owned(), ..Annotated::default() });
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
        holds(text).unwrap();
    }
}

proptest! {
    #![proptest_config(crate::support::tries(2000))]

    #[test]
    fn statements_of_any_text_lie_in_it(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60),
        joint in prop::sample::select(&["", " "][..]),
    ) {
        holds(&pieces.join(joint))?;
    }

    #[test]
    fn any_characters_with_quotation_marks_are_read(text in "[a-zA-Z “”\"'‘’«».,:—\n]{0,200}") {
        holds(&text)?;
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
        holds(&piece.repeat(200_000 / piece.len())).unwrap();
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
    ("set-off", "The port was quiet.\n\n{The ferry will sail tonight, whatever comes.|quote}"),
];

#[test]
fn every_statement_names_the_rule_that_found_it() {
    let all: Vec<&str> = StatementRule::ALL.iter().map(|rule| rule.code()).collect();
    assert_eq!(RULES.map(|(rule, _)| rule).to_vec(), all);
    for (rule, text) in RULES {
        let case = Annotated::parse(text);
        let found: Vec<&str> = read(&case).statements.iter().map(|statement| statement.rule.code()).collect();
        assert!(found.contains(&rule), "{rule}: {found:?} in {text}");
    }
}
