//! Articles made by hand with marked actors, dates and statements, to test what joins them.

use cuttings::base::{PartialDate, SentenceId, Span, When};
use cuttings::model::{
    ActorKind, DateBasis, DateExpression, DateKind, Entry, EventMention, How, Known, Mention, Role, Statement,
    StatementKind, Status,
};

/// An article of one sentence a line, published on `date`. `[Mara Holm=0]` marks a mention of the dossier's actor 0 (of
/// nobody known with `=?`), `<on Tuesday=2020-05-19>` a date, with `!p` or `!u` behind the value for what is planned or left open
/// and `!n` for what dates nothing. `{said}` marks the words of a statement: of the line's first mention, or of nobody known
/// where the line opens with `~`; with a date in the line outside the braces, it was said then.
pub fn told(id: &str, date: &str, lines: &[&str]) -> Entry {
    let mut marks = Marks::default();
    let plain: Vec<String> = (1..).zip(lines).map(|(number, line)| marks.read(SentenceId(number), line)).collect();
    let body: Vec<(Role, &str)> = plain.iter().map(|line| (Role::Body, line.as_str())).collect();
    let mut entry = super::hand::article(id, &body);
    if !date.is_empty() {
        entry.article.meta.published = Some(Known::stated(PartialDate::from_iso(date).unwrap(), None));
    }
    assert_eq!(entry.reading.sentences.len(), lines.len(), "one sentence a line: no full stop before its end");
    entry.reading.mentions = marks.mentions;
    entry.actors = marks.actors;
    entry.reading.dates = marks.dates;
    entry.reading.event_mentions = marks.event_mentions;
    entry.reading.statements = marks.statements;
    entry
}

/// The same as an altered copy.
pub fn altered(mut entry: Entry) -> Entry {
    entry.article.meta.altered = Some(Known::stated("machine-translated".to_owned(), None));
    entry
}

#[derive(Default)]
struct Marks {
    /// Bytes of the lines read so far.
    length: usize,
    mentions: Vec<Mention>,
    actors: Vec<Option<u32>>,
    dates: Vec<DateExpression>,
    event_mentions: Vec<EventMention>,
    statements: Vec<Statement>,
}

impl Marks {
    /// The line without its marks, which are kept.
    fn read(&mut self, sentence: SentenceId, line: &str) -> String {
        let unknown = line.starts_with('~');
        let line = line.trim_start_matches('~');
        let first = self.mentions.len() as u32;
        let (mut plain, mut opened, mut said) = (String::new(), 0, None);
        let mut date_of_saying = None;
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            rest = &rest[c.len_utf8()..];
            match c {
                '[' | '<' => opened = plain.len(),
                '{' => said = Some((plain.len(), plain.len())),
                '}' => said = said.map(|(start, _)| (start, plain.len())),
                '=' => {
                    let end = rest.find([']', '>']).unwrap();
                    let span = Span::new(self.length + opened, self.length + plain.len());
                    if rest[end..].starts_with(']') {
                        let how = How::Name;
                        self.mentions.push(Mention { span, sentence, kind: ActorKind::Person, how });
                        self.actors.push(rest[..end].parse().ok());
                    } else {
                        if said.is_none_or(|(start, end)| end > start) {
                            date_of_saying = Some(self.dates.len() as u32);
                        }
                        self.date(span, sentence, &rest[..end]);
                    }
                    rest = &rest[end + 1..];
                }
                other => plain.push(other),
            }
        }
        if let Some((start, end)) = said {
            let words = &plain[start..end];
            let kind = match (words.starts_with('“') && words.ends_with('”'), words.contains('“')) {
                (true, _) => StatementKind::Direct,
                (_, true) => StatementKind::Mixed,
                _ => StatementKind::Indirect,
            };
            self.statements.push(Statement {
                kind,
                speaker: (!unknown).then(|| self.mentions[first as usize].span),
                by: (!unknown).then_some(first),
                on_behalf_of: (plain.contains("spokesman")).then_some(first + 1),
                carrier: None,
                cue: None,
                stance: None,
                spans: vec![Span::new(self.length + start, self.length + end)],
                sentences: vec![sentence],
                date: date_of_saying,
            });
        }
        self.length += plain.len() + 1;
        plain
    }

    fn date(&mut self, span: Span, sentence: SentenceId, value: &str) {
        let (value, mark) = value.split_once('!').unwrap_or((value, "h"));
        let status = match mark {
            "p" => Some(Status::Planned),
            "u" => Some(Status::Unknown),
            "n" => None,
            _ => Some(Status::Happened),
        };
        let date = self.dates.len() as u32;
        self.event_mentions.extend(status.map(|status| EventMention { sentence, date, status }));
        self.dates.push(DateExpression {
            span,
            sentence,
            kind: DateKind::Date,
            when: PartialDate::from_iso(value).map(When::Date),
            timex: value.to_owned(),
            basis: DateBasis::Words,
            rule: "",
            until: None,
        });
    }
}
