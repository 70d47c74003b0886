//! Holds the choice of dates and their status to `tests/annotated/events`.

use crate::support::annotated::{Annotated, Mark, run};
use cuttings::analysis::article::events::event_mentions;
use cuttings::base::{PartialDate, SentenceId, When};
use cuttings::model::{
    DateBasis, DateExpression, DateKind, EventMention, Role, Sentence, Stance, Statement, StatementKind, StatementRule,
    Status,
};
use cuttings::text::annotated::Text;
use proptest::prelude::*;

fn value(edtf: &str) -> Option<When> {
    match edtf.split_once('/') {
        Some((from, to)) => Some(When::Between(PartialDate::from_iso(from), PartialDate::from_iso(to))),
        None => PartialDate::from_iso(edtf).map(When::Date),
    }
}

/// The dates that a case gives.
fn dates(case: &Annotated) -> Vec<DateExpression> {
    let date = |mark: &Mark| {
        let edtf = mark.value.as_str();
        let (kind, when) =
            if edtf.starts_with('P') { (DateKind::Duration, None) } else { (DateKind::Date, value(edtf)) };
        DateExpression {
            span: mark.span,
            sentence: SentenceId(1),
            kind,
            when,
            timex: edtf.to_owned(),
            basis: DateBasis::Words,
            rule: "",
            until: None,
        }
    };
    case.marks.iter().filter(|mark| mark.what == "date").map(date).collect()
}

/// The statements that a case gives.
fn statements(case: &Annotated) -> Vec<Statement> {
    let statement = |mark: &Mark| {
        let stance = [Stance::Said, Stance::Denied].into_iter().find(|stance| stance.word() == mark.what)?;
        Some(Statement {
            rule: StatementRule::SubjectVerb,
            kind: StatementKind::Indirect,
            speaker: None,
            by: None,
            on_behalf_of: None,
            intermediate: None,
            cue: None,
            stance: Some(stance),
            spans: vec![mark.span],
            sentences: vec![SentenceId(1)],
            date: None,
        })
    };
    case.marks.iter().filter_map(statement).collect()
}

fn found(case: &Annotated, dates: &[DateExpression]) -> Vec<EventMention> {
    let published = PartialDate::from_iso("2020-05-20");
    let sentences = [case.sentence()];
    let mut text = Text::new(&case.text, &sentences);
    text.tag(|_| true);
    event_mentions(&text, dates, &statements(case), published)
}

#[test]
fn the_marked_sentences_tell_what_happened_when() {
    run("events", 113, |case| {
        let case = case.only();
        let dates = dates(case);
        let mark = |(place, event): (usize, &EventMention)| {
            let status = match event.status {
                Status::Happened => "happened",
                Status::Planned => "planned",
                Status::Cancelled => "cancelled",
                Status::Postponed => "postponed",
                Status::Unknown => "unknown",
            };
            Mark::new(dates[event.date as usize].span, status, place)
        };
        let found: Vec<Mark> = (1..).zip(&found(case, &dates)).map(mark).collect();
        case.found(|mark| ["date", "said", "denied"].contains(&mark.what.as_str()), found);
    });
}

#[test]
fn an_interval_is_one_happening() {
    let case = Annotated::parse("The strike lasted from {March|date=2020-03} to {April|date=2020-04}.");
    let mut dates = dates(&case);
    dates[0].until = Some(1);
    let found: Vec<(u32, Status)> = found(&case, &dates).iter().map(|event| (event.date, event.status)).collect();
    assert_eq!(found, [(0, Status::Happened)]);
}

#[test]
fn only_sentences_of_the_body_report() {
    let case = Annotated::parse("The ferry sank {on Tuesday|date=2020-05-19}.");
    let caption = Sentence { role: Role::Caption, ..case.sentence() };
    assert!(event_mentions(&Text::new(&case.text, &[caption]), &dates(&case), &[], None).is_empty());
}

const PIECES: [&str; 18] = [
    "{Tuesday|date=2020-05-19}",
    "{2003|date=2003}",
    "{next week|date=2020-05-25}",
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
    "{it would open in {June|date=2020-06}|said}",
    "the",
];

proptest! {
    #![proptest_config(crate::support::tries(256))]

    #[test]
    fn a_sentence_has_at_most_two_event_mentions_and_each_a_date_of_its_own(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60),
    ) {
        let case = Annotated::parse(&pieces.join(" "));
        let dates = dates(&case);
        let found = found(&case, &dates);
        prop_assert!(found.len() <= 2);
        if let [first, second] = found[..] {
            let when = |happening: EventMention| dates[happening.date as usize].when;
            prop_assert_ne!(when(first), when(second));
        }
    }
}

#[test]
fn hostile_sentences_cost_no_more_than_their_length() {
    for piece in
        ["{Tuesday|date=2020-05-19} ", "who {2003|date=2003} ", "{{May|date=2020-05}|said} ", "and closed ", "\""]
    {
        let case = Annotated::parse(&piece.repeat(60_000 / piece.len()));
        let _ = found(&case, &dates(&case));
    }
}
