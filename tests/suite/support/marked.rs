//! Articles made by hand with marked actors, dates and statements, to test what joins them.

use super::annotated::{Annotated, Mark};
use super::hand::article;
use cuttings::base::{PartialDate, SentenceId, Span, When};
use cuttings::model::{
    ActorKind, DateBasis, DateExpression, DateKind, Entry, EventMention, How, Known, Mention, Role, Statement,
    StatementKind, StatementRule, Status,
};

/// An article of one sentence a line, published on `date`, with these marks:
///
/// - `{Mara Holm|actor=0}` a mention of the dossier's actor 0, without a number of nobody known;
/// - `{on Tuesday|happened=2020-05-19}`, or `planned`, or `unknown`, an event mention and its date; `date` dates nothing;
/// - `{words|said}` a statement of the line's first mention, `said=?` of nobody known; a date outside of it says when.
pub fn told(id: &str, date: &str, lines: &[&str]) -> Entry {
    let lines: Vec<Annotated> = lines.iter().map(|line| Annotated::parse(line)).collect();
    let body: Vec<(Role, &str)> = lines.iter().map(|line| (Role::Body, line.text.as_str())).collect();
    let mut entry = article(id, &body);
    if !date.is_empty() {
        entry.article.meta.published = Some(Known::stated(PartialDate::from_iso(date).unwrap(), None));
    }
    assert_eq!(entry.reading.sentences.len(), lines.len(), "one sentence a line: no full stop before its end");
    for (at, line) in lines.iter().enumerate() {
        let sentence = &entry.reading.sentences[at];
        let (id, start) = (sentence.id, sentence.span.start as usize);
        let in_text = |mark: &Mark| Span::new(start + mark.span.start as usize, start + mark.span.end as usize);
        let marks = line.marks.iter().map(|mark| Mark { span: in_text(mark), ..mark.clone() }).collect();
        put(&mut entry, id, marks);
    }
    entry
}

/// The same as an altered copy.
pub fn altered(mut entry: Entry) -> Entry {
    entry.article.meta.altered = Some(Known::stated("machine-translated".to_owned(), None));
    entry
}

/// Puts what the marks of a sentence stand for into its article.
fn put(entry: &mut Entry, sentence: SentenceId, marks: Vec<Mark>) {
    let first = entry.reading.mentions.len() as u32;
    let said = marks.iter().find(|mark| mark.what == "said").cloned();
    let mut date_of_saying = None;
    for mark in marks {
        match mark.what.as_str() {
            "said" => {}
            "actor" => {
                let mention = Mention { span: mark.span, sentence, kind: ActorKind::Person, how: How::Name };
                entry.reading.mentions.push(mention);
                entry.actors.push(mark.value.parse().ok());
            }
            _ => {
                if !said.as_ref().is_some_and(|said| said.span.contains(mark.span)) {
                    date_of_saying = Some(entry.reading.dates.len() as u32);
                }
                put_date(entry, sentence, &mark);
            }
        }
    }
    if let Some(said) = said {
        let statement = statement(entry, sentence, &said, first, date_of_saying);
        entry.reading.statements.push(statement);
    }
}

fn statement(entry: &Entry, sentence: SentenceId, said: &Mark, first: u32, date: Option<u32>) -> Statement {
    let text = entry.article.saved.text.as_str();
    let words = said.span.of(text);
    let kind = match (words.starts_with('“') && words.ends_with('”'), words.contains('“')) {
        (true, _) => StatementKind::Direct,
        (_, true) => StatementKind::Mixed,
        _ => StatementKind::Indirect,
    };
    let whole = entry.reading.sentences[sentence.0 as usize - 1].span.of(text);
    let by = (said.value != "?").then_some(first);
    Statement {
        rule: StatementRule::SubjectVerb,
        kind,
        speaker: by.map(|by| entry.reading.mentions[by as usize].span),
        by,
        on_behalf_of: whole.contains("spokesman").then_some(first + 1),
        intermediate: None,
        cue: None,
        stance: None,
        spans: vec![said.span],
        sentences: vec![sentence],
        date,
    }
}

fn put_date(entry: &mut Entry, sentence: SentenceId, mark: &Mark) {
    let status = match mark.what.as_str() {
        "happened" => Some(Status::Happened),
        "planned" => Some(Status::Planned),
        "unknown" => Some(Status::Unknown),
        "date" => None,
        other => panic!("`{other}` is no mark of a line"),
    };
    let date = entry.reading.dates.len() as u32;
    entry.reading.event_mentions.extend(status.map(|status| EventMention { sentence, date, status, rule: "told" }));
    entry.reading.dates.push(DateExpression {
        span: mark.span,
        sentence,
        kind: DateKind::Date,
        when: PartialDate::from_iso(&mark.value).map(When::Date),
        timex: mark.value.clone(),
        basis: DateBasis::Words,
        rule: "",
        until: None,
    });
}
