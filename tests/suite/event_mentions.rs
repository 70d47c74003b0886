//! Reads the marked sentences in `tests/annotated/events` and holds the choice of dates and status to them.
//!
//! Each line is one sentence of an article of 20 May 2020. `[on Tuesday|2020-05-19]h1` marks a date expression with its value as EDTF
//! (nothing where it is open), and behind it what is expected: `h` happened, `p` planned, `u` unknown, with its place among the
//! sentence's event mentions; `-` where it dates nothing that is told. `{…}` marks what is reported as said, `{…}denied` with
//! its strength. `? ` opens a line that is known to come out otherwise: when it starts to come out right, the mark has to go.
//! `BLESS=1 cargo test --test suite events::` writes the marks as they are found.

use cuttings::analysis::article::events::event_mentions;
use cuttings::base::{PartialDate, SentenceId, Span, When};
use cuttings::model::{
    DateBasis, DateExpression, DateKind, EventMention, Role, Sentence, Stance, Statement, StatementKind, Status,
};
use cuttings::text::annotated::Text;
use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::Path;

/// A case without its marks.
#[derive(Default)]
struct Case {
    text: String,
    dates: Vec<DateExpression>,
    statements: Vec<Statement>,
    /// The marks behind each date.
    expected: Vec<String>,
}

fn sentence(text: &str) -> Sentence {
    Sentence { id: SentenceId(1), block: 0, span: Span::new(0, text.len()), role: Role::Body, rejoined: false }
}

fn value(edtf: &str) -> Option<When> {
    match edtf.split_once('/') {
        Some((from, to)) => Some(When::Between(PartialDate::from_iso(from), PartialDate::from_iso(to))),
        None => PartialDate::from_iso(edtf).map(When::Date),
    }
}

fn parse(line: &str) -> Case {
    let mut case = Case::default();
    let (mut opened, mut said) = (0, 0);
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '[' => opened = case.text.len(),
            '|' => {
                let (edtf, after) = rest.split_once(']').unwrap();
                let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(after.len());
                let mark = if after.starts_with('-') { "-" } else { &after[..end.min(2)] };
                let (kind, when) =
                    if edtf.starts_with('P') { (DateKind::Duration, None) } else { (DateKind::Date, value(edtf)) };
                case.dates.push(DateExpression {
                    span: Span::new(opened, case.text.len()),
                    sentence: SentenceId(1),
                    kind,
                    when,
                    timex: edtf.to_owned(),
                    basis: DateBasis::Words,
                    rule: "",
                    until: None,
                });
                case.expected.push(mark.to_owned());
                rest = &after[mark.len()..];
            }
            '{' => said = case.text.len(),
            '}' => {
                let strength = rest.starts_with("denied").then_some(Stance::Denied);
                rest = rest.strip_prefix("denied").unwrap_or(rest);
                case.statements.push(Statement {
                    kind: StatementKind::Indirect,
                    speaker: None,
                    by: None,
                    on_behalf_of: None,
                    carrier: None,
                    cue: None,
                    stance: strength.or(Some(Stance::Said)),
                    spans: vec![Span::new(said, case.text.len())],
                    sentences: vec![SentenceId(1)],
                    date: None,
                });
            }
            other => case.text.push(other),
        }
    }
    case
}

fn found(case: &Case) -> Vec<EventMention> {
    let published = PartialDate::from_iso("2020-05-20");
    event_mentions(&Text::new(&case.text, &[sentence(&case.text)]), &case.dates, &case.statements, published)
}

fn marks(case: &Case, found: &[EventMention]) -> Vec<String> {
    let mark = |date: usize| {
        let at = found.iter().position(|happening| happening.date as usize == date);
        let letter = |at: usize| match found[at].status {
            Status::Happened => 'h',
            Status::Planned => 'p',
            Status::Unknown => 'u',
        };
        at.map_or_else(|| "-".to_owned(), |at| format!("{}{}", letter(at), at + 1))
    };
    (0..case.dates.len()).map(mark).collect()
}

/// The line with the marks as they were found.
fn marked(line: &str, marks: &[String]) -> String {
    let mut out = String::new();
    let mut marks = marks.iter();
    let mut pieces = line.split(']');
    out.push_str(pieces.next().unwrap());
    for piece in pieces {
        let old = if piece.starts_with('-') { 1 } else { 2 };
        let _ = write!(out, "]{}{}", marks.next().unwrap(), &piece[old..]);
    }
    out
}

#[test]
fn the_marked_sentences_tell_what_happened_when() {
    let bless = std::env::var_os("BLESS").is_some();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/annotated/events");
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
            let (known, given) = line.strip_prefix("? ").map_or((false, line), |case| (true, case));
            let case = parse(given);
            let marks = marks(&case, &found(&case));
            let shown = marked(given, &marks);
            match (marks == case.expected, known) {
                (true, true) => drop(writeln!(wrong, "this comes out right now, take its mark away:\n  {given}")),
                (false, false) => drop(writeln!(wrong, "expected {given}\nfound    {shown}")),
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
fn an_interval_is_one_happening() {
    let mut case = parse("The strike lasted from [March|2020-03]- to [April|2020-04]-.");
    case.dates[0].until = Some(1);
    assert_eq!(marks(&case, &found(&case)), ["h1", "-"]);
}

#[test]
fn only_sentences_of_the_body_report() {
    let case = parse("The ferry sank [on Tuesday|2020-05-19]h1.");
    let caption = Sentence { role: Role::Caption, ..sentence(&case.text) };
    assert!(event_mentions(&Text::new(&case.text, &[caption]), &case.dates, &[], None).is_empty());
}

const PIECES: [&str; 18] = [
    "[Tuesday|2020-05-19]-",
    "[2003|2003]-",
    "[next week|2020-05-25]-",
    "who",
    "that",
    "when",
    "if",
    ",",
    "(",
    ")",
    "“",
    "”",
    "and",
    "said",
    "closed",
    "is to",
    "{it would open in [June|2020-06]-}",
    "the",
];

proptest! {
    #![proptest_config(crate::support::tries(256))]

    #[test]
    fn a_sentence_has_at_most_two_event_mentions_and_each_a_date_of_its_own(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60),
    ) {
        let case = parse(&pieces.join(" "));
        let found = found(&case);
        prop_assert!(found.len() <= 2);
        if let [first, second] = found[..] {
            let when = |happening: EventMention| case.dates[happening.date as usize].when;
            prop_assert_ne!(when(first), when(second));
        }
    }
}

#[test]
fn hostile_sentences_cost_no_more_than_their_length() {
    for piece in ["[Tuesday|2020-05-19]- ", "who [2003|2003]- ", "{[May|2020-05]-} ", "and closed ", "\""] {
        let case = parse(&piece.repeat(60_000 / piece.len()));
        let _ = found(&case);
    }
}
