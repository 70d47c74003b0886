//! One article's line: its reading as JSON.

use crate::base::{ActorId, PartialDate, SentenceId, Span};
use crate::model::{
    Article, DateExpression, Dated, DescriptionNote, EventMention, LocalActor, Mention, Pronoun, Quantity, Reading,
    RelationNote, Sentence, Stance, Statement, Unit,
};
use serde::Serialize;
use serde_json::Number;
use std::collections::BTreeMap;

/// One article's line.
#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    sha256: &'a str,
    title: Option<&'a str>,
    published: Option<PartialDate>,
    dated: Option<&'a Dated>,
    language: &'a str,
    sentences: Vec<SentenceLine<'a>>,
    mentions: Vec<MentionLine<'a>>,
    pronouns: Vec<PronounLine<'a>>,
    statements: Vec<StatementLine<'a>>,
    dates: Vec<DateLine<'a>>,
    quantities: Vec<QuantityLine<'a>>,
    descriptions: Vec<DescriptionLine<'a>>,
    events: Vec<EventLine>,
    relations: Vec<RelationLine<'a>>,
}

/// One sentence: its anchor, role and rule, and its bytes in the saved text.
#[derive(Serialize)]
struct SentenceLine<'a> {
    id: String,
    role: &'static str,
    rule: &'static str,
    start: u32,
    end: u32,
    text: &'a str,
}

/// One mention of an actor, and its bytes in the saved text.
#[derive(Serialize)]
struct MentionLine<'a> {
    id: String,
    sentence: String,
    start: u32,
    end: u32,
    text: &'a str,
    /// The same for all mentions of one actor in this article.
    actor: Option<&'a str>,
    kind: &'static str,
    how: &'static str,
}

/// One pronoun for one person, and its bytes in the saved text.
#[derive(Serialize)]
struct PronounLine<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    sentence: String,
    /// The person, as the mentions give actors; none where the text leaves it open.
    actor: Option<&'a str>,
    /// The person's full name.
    name: Option<&'a str>,
    /// Why it is that person, or nobody.
    why: &'static str,
}

/// Words of the saved text, and their bytes.
#[derive(Serialize)]
struct Words<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

/// One statement: who says what, in which words.
#[derive(Serialize)]
struct StatementLine<'a> {
    id: String,
    rule: &'static str,
    kind: &'static str,
    /// The speaker, as the mentions give actors.
    actor: Option<&'a str>,
    /// The speaker's full name, where the text tells it.
    name: Option<&'a str>,
    on_behalf_of: Option<&'a str>,
    intermediate_source: Option<Words<'a>>,
    speaker: Option<Words<'a>>,
    cue: Option<Words<'a>>,
    stance: Option<&'static str>,
    sentence: Option<String>,
    sentences: Vec<String>,
    spans: Vec<Words<'a>>,
    /// When it was said, as EDTF.
    date: Option<String>,
}

/// One date expression, with its value as TIMEX3 writes it and the rule that read it.
#[derive(Serialize)]
struct DateLine<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    value: &'a str,
    r#type: &'static str,
    rule: &'static str,
}

/// One number, with what it counts or measures and the rule that read it.
#[derive(Serialize)]
struct QuantityLine<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    value: Number,
    unit: &'static str,
    rule: &'static str,
}

/// Words that say what an actor is, their bytes, and the rule that found them.
#[derive(Serialize)]
struct DescriptionLine<'a> {
    /// The mention that they are said of.
    mention: String,
    start: u32,
    end: u32,
    text: &'a str,
    tie: &'static str,
    rule: &'static str,
}

/// What a sentence tells at a time: the place of its date among the dates, and the rule that gave the status.
#[derive(Serialize)]
struct EventLine {
    sentence: String,
    date: u32,
    status: &'static str,
    rule: &'static str,
}

/// What a sentence says of two actors, with the words that say it and their bytes.
#[derive(Serialize)]
struct RelationLine<'a> {
    sentence: String,
    subject: Option<&'a str>,
    relation: &'static str,
    object: Option<&'a str>,
    start: u32,
    end: u32,
    text: &'a str,
    /// Whether it was done to the subject.
    passive: bool,
}

/// The actor that each mention belongs to: an id that is unique in the article, and a name.
struct Cast<'a> {
    ids: Vec<String>,
    actors: &'a [LocalActor],
    of_mention: Vec<Option<u32>>,
}

impl<'a> Cast<'a> {
    fn of(reading: &'a Reading) -> Self {
        let mut taken: BTreeMap<ActorId, u32> = BTreeMap::new();
        let mut ids = Vec::with_capacity(reading.actors.len());
        for actor in &reading.actors {
            let id = ActorId::new(&actor.name);
            let number = taken.entry(id.clone()).and_modify(|number| *number += 1).or_insert(1);
            ids.push(if *number == 1 { id.to_string() } else { format!("{id}-{number}") });
        }
        let of_mention = LocalActor::by_mention(&reading.actors, reading.mentions.len());
        Self { ids, actors: &reading.actors, of_mention }
    }

    fn index(&self, mention: Option<u32>) -> Option<usize> {
        self.of_mention.get(mention? as usize).copied().flatten().map(|actor| actor as usize)
    }

    fn id(&self, mention: Option<u32>) -> Option<&str> {
        self.index(mention).map(|actor| self.ids[actor].as_str())
    }

    fn name(&self, mention: Option<u32>) -> Option<&'a str> {
        self.index(mention).map(|actor| self.actors[actor].name.as_str())
    }
}

/// The line of `article`, ended by a line break.
pub(super) fn json_line(path: &str, article: &Article, reading: &Reading) -> String {
    let cast = Cast::of(reading);
    let line = Line::of(path, article, reading, &cast);
    let mut line = serde_json::to_string(&line).expect("plain data is always JSON");
    line.push('\n');
    line
}

impl<'a> Line<'a> {
    fn of(path: &'a str, article: &'a Article, reading: &'a Reading, cast: &'a Cast<'a>) -> Self {
        let text = article.saved.text.as_str();
        let title = article.meta.title.as_ref().or(reading.inferred.title.as_ref());
        let published = article.meta.published.as_ref().or(reading.inferred.published.as_ref());
        let numbered = |(number, mention): (u32, &Mention)| MentionLine::of(number, mention, text, cast);
        let said = |(number, statement): (u32, &Statement)| StatementLine::of(number, statement, text, reading, cast);
        Self {
            path,
            sha256: &article.sha256,
            title: title.map(|known| known.value.as_str()),
            published: published.map(|known| known.value),
            dated: reading.inferred.dated.as_ref().filter(|_| published.is_none()),
            language: &reading.language.tag,
            sentences: reading.sentences.iter().map(|sentence| SentenceLine::of(sentence, text, reading)).collect(),
            mentions: (0..).zip(&reading.mentions).map(numbered).collect(),
            pronouns: reading.pronouns.iter().map(|pronoun| PronounLine::of(pronoun, text, cast)).collect(),
            statements: (0..).zip(&reading.statements).map(said).collect(),
            dates: reading.dates.iter().map(|date| DateLine::of(date, text)).collect(),
            quantities: reading.quantities.iter().map(|quantity| QuantityLine::of(quantity, text)).collect(),
            descriptions: reading.roles.iter().map(|note| DescriptionLine::of(note, text)).collect(),
            events: reading.event_mentions.iter().map(EventLine::of).collect(),
            relations: reading.relations.iter().map(|note| RelationLine::of(note, text, cast)).collect(),
        }
    }
}

impl<'a> SentenceLine<'a> {
    fn of(sentence: &Sentence, text: &'a str, reading: &Reading) -> Self {
        Self {
            id: sentence.id.to_string(),
            role: sentence.role.word(),
            rule: reading.blocks[sentence.block as usize].rule.code(),
            start: sentence.span.start,
            end: sentence.span.end,
            text: sentence.span.of(text),
        }
    }
}

impl<'a> MentionLine<'a> {
    fn of(number: u32, mention: &Mention, text: &'a str, cast: &'a Cast<'a>) -> Self {
        Self {
            id: format!("m{}", number + 1),
            sentence: mention.sentence.to_string(),
            start: mention.span.start,
            end: mention.span.end,
            text: mention.span.of(text),
            actor: cast.id(Some(number)),
            kind: mention.kind.word(),
            how: mention.how.word(),
        }
    }
}

impl<'a> PronounLine<'a> {
    fn of(pronoun: &Pronoun, text: &'a str, cast: &'a Cast<'a>) -> Self {
        Self {
            start: pronoun.span.start,
            end: pronoun.span.end,
            text: pronoun.span.of(text),
            sentence: pronoun.sentence.to_string(),
            actor: cast.id(pronoun.mention),
            name: cast.name(pronoun.mention),
            why: pronoun.why,
        }
    }
}

impl<'a> Words<'a> {
    fn of(span: Span, text: &'a str) -> Self {
        Self { start: span.start, end: span.end, text: span.of(text) }
    }
}

impl<'a> StatementLine<'a> {
    fn of(number: u32, statement: &Statement, text: &'a str, reading: &Reading, cast: &'a Cast<'a>) -> Self {
        let words = |span: Span| Words::of(span, text);
        let date = statement.date.and_then(|date| reading.dates.get(date as usize)).and_then(|date| date.when);
        Self {
            id: format!("q{}", number + 1),
            rule: statement.rule.code(),
            kind: statement.kind.word(),
            actor: cast.id(statement.by),
            name: cast.name(statement.by),
            on_behalf_of: cast.id(statement.on_behalf_of),
            intermediate_source: statement.intermediate.map(words),
            speaker: statement.speaker.map(words),
            cue: statement.cue.map(words),
            stance: statement.stance.map(Stance::word),
            sentence: statement.sentences.first().map(SentenceId::to_string),
            sentences: statement.sentences.iter().map(SentenceId::to_string).collect(),
            spans: statement.spans.iter().map(|span| Words::of(*span, text)).collect(),
            date: date.map(|when| when.to_string()),
        }
    }
}

impl<'a> DateLine<'a> {
    fn of(date: &'a DateExpression, text: &'a str) -> Self {
        Self {
            start: date.span.start,
            end: date.span.end,
            text: date.span.of(text),
            value: &date.timex,
            r#type: date.kind.word(),
            rule: date.rule,
        }
    }
}

impl<'a> QuantityLine<'a> {
    fn of(quantity: &Quantity, text: &'a str) -> Self {
        Self {
            start: quantity.span.start,
            end: quantity.span.end,
            text: quantity.span.of(text),
            value: number(quantity.thousandths),
            unit: unit(&quantity.unit),
            rule: quantity.rule,
        }
    }
}

impl<'a> DescriptionLine<'a> {
    fn of(note: &DescriptionNote, text: &'a str) -> Self {
        let Span { start, end } = note.span;
        let mention = format!("m{}", note.mention + 1);
        Self { mention, start, end, text: note.span.of(text), tie: note.tie.word(), rule: note.rule }
    }
}

impl EventLine {
    fn of(mention: &EventMention) -> Self {
        let EventMention { sentence, date, status, rule } = *mention;
        Self { sentence: sentence.to_string(), date, status: status.word(), rule }
    }
}

impl<'a> RelationLine<'a> {
    fn of(note: &RelationNote, text: &'a str, cast: &'a Cast<'_>) -> Self {
        Self {
            sentence: note.sentence.to_string(),
            subject: cast.id(Some(note.subject)),
            relation: note.kind,
            object: cast.id(Some(note.object)),
            start: note.words.start,
            end: note.words.end,
            text: note.words.of(text),
            passive: note.passive,
        }
    }
}

/// Thousandths as a number, without a fraction where it has none.
fn number(thousandths: i64) -> Number {
    if thousandths % 1000 == 0 {
        return Number::from(thousandths / 1000);
    }
    Number::from_f64(thousandths as f64 / 1000.0).expect("a quotient of whole numbers is finite")
}

/// What a number is measured in: an ISO 4217 code for money, else a word in the singular.
const fn unit(unit: &Unit) -> &'static str {
    match unit {
        Unit::Count => "count",
        Unit::Ordinal => "ordinal",
        Unit::Percent => "percent",
        Unit::Money(code) => code,
        Unit::Measure(name) => name,
    }
}
