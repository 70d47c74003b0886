//! Within which days an article that says none was published, as far as its own text tells.
//!
//! Not before the last day that it tells of as past, or that a picture of it was taken on; not after the first day that it
//! announces, or that its copy was saved or printed on. Where its text speaks of today, or of a past weekday, and its picture is of
//! such a day, that day is likely.

use crate::base::{PartialDate, Span, WEEKDAYS, When, written_dates};
use crate::model::{Article, DateBasis, DateExpression, Dated, Named, Reading, Retrieved, Role, Status, Tense};
use chrono::{Datelike, NaiveDate};

/// A day, with the words that give it and what they are, as a phrase.
struct Witness {
    day: NaiveDate,
    why: String,
}

/// What the text of an article tells of the day of its publication, once its dates and events are found without it.
#[must_use]
pub fn reckoned(article: &Article, reading: &Reading) -> Option<Dated> {
    let picture = picture(reading);
    let told = told(reading);
    let earliest = [told, picture.as_ref().map(|day| of_picture(*day))].into_iter().flatten();
    let earliest = earliest.max_by_key(|witness| witness.day);
    let from = earliest.as_ref().map(|witness| witness.day);
    let latest = [saved(article), printed(article, reading), announced(reading)].into_iter().flatten();
    let latest = latest.filter(|witness| from.is_none_or(|from| from <= witness.day)).min_by_key(|witness| witness.day);
    let to = latest.as_ref().map(|witness| witness.day);
    let mut why: Vec<String> = earliest.into_iter().chain(latest).map(|witness| witness.why).collect();
    let stamp =
        stamp(article, reading).filter(|day| from.is_none_or(|from| from <= *day) && to.is_none_or(|to| *day <= to));
    if let Some(day) = stamp {
        let why = format!("has a line of its own that is nothing but a date, {}", words(day));
        return Some(Dated { not_before: from, not_after: to, story: None, likely: Some(day), why });
    }
    let likely = picture.filter(|day| from == Some(*day)).and_then(|day| Some((day, as_news(reading, day)?)));
    let likely = likely.map(|(day, how)| {
        // It says of the picture what the first of them says.
        why[0] = how;
        day
    });
    let dated = Dated { not_before: from, not_after: to, story: None, likely, why: why.join("; ") };
    (!dated.is_open()).then_some(dated)
}

fn words(day: NaiveDate) -> String {
    PartialDate::from(day).in_words()
}

/// Most letters and digits that a line has beside its date: "12:56 pm GMT".
const BESIDE: usize = 12;

/// The day of the lines that are nothing but a date and a time, wherever they stand; `None` where they give several.
fn stamp(article: &Article, reading: &Reading) -> Option<NaiveDate> {
    let text = &article.saved.text;
    let day = |span: Span| {
        let line = span.of(text);
        let (at, date) = written_dates(line).next()?;
        let beside = line[..at.start].chars().chain(line[at.end..].chars()).filter(|c| c.is_alphanumeric()).count();
        (date.day().is_some() && beside <= BESIDE).then(|| date.first_day())
    };
    let mut days = reading.blocks.iter().filter_map(|block| day(block.span));
    let first = days.next()?;
    days.all(|day| day == first).then_some(first)
}

/// The last day that a picture's caption gives in full.
fn picture(reading: &Reading) -> Option<NaiveDate> {
    let in_caption = |date: &&DateExpression| {
        let sentence = &reading.sentences[date.sentence.0 as usize - 1];
        sentence.role == Role::Caption && date.basis == DateBasis::Words
    };
    reading.dates.iter().filter(in_caption).filter_map(|date| date.when?.day()).max()
}

fn of_picture(day: NaiveDate) -> Witness {
    Witness { day, why: format!("has a picture of {}", words(day)) }
}

/// The last time that the text names whole and tells of as past.
fn told(reading: &Reading) -> Option<Witness> {
    let past = reading.clues.iter().filter(|clue| clue.tense == Tense::Past);
    let whole = past.filter_map(|clue| if let Named::On(when) = clue.named { Some(when) } else { None });
    let (day, when) = whole.filter_map(|when| Some((when.first_day()?, when))).max_by_key(|(day, _)| *day)?;
    Some(Witness { day, why: format!("tells of {} as past", when.in_words()) })
}

/// The first time that the text names whole and announces.
fn announced(reading: &Reading) -> Option<Witness> {
    let dated = named_whole(reading, Status::Planned, Tense::Future);
    let dated = dated.filter(|when| matches!(when, When::Date(date) if date.month().is_some()));
    let (day, when) = dated.filter_map(|when| Some((when.last_day()?, when))).min_by_key(|(day, _)| *day)?;
    Some(Witness { day, why: format!("announces {}", when.in_words()) })
}

/// The times that the text names whole, of what it tells with such a status and in such a tense.
fn named_whole(reading: &Reading, status: Status, tense: Tense) -> impl Iterator<Item = When> + '_ {
    let events = reading.event_mentions.iter().filter(move |event| event.status == status);
    let dates = events.map(|event| &reading.dates[event.date as usize]);
    let whole = move |date: &&DateExpression| {
        let clue = reading.clues.binary_search_by_key(&date.span.start, |clue| clue.span.start);
        date.basis == DateBasis::Words && clue.is_ok_and(|at| reading.clues[at].tense == tense)
    };
    dates.filter(whole).filter_map(|date| date.when)
}

/// The day on which the copy was saved, as its metadata says.
fn saved(article: &Article) -> Option<Witness> {
    let retrieved = article.meta.retrieved.as_ref()?;
    let Retrieved::On(date) = retrieved.value else { return None };
    Some(Witness { day: date.last_day(), why: format!("was saved on {}", date.date_only().in_words()) })
}

/// The day of a print stamp around the text: “Printable version | Nov 29, 2021”.
fn printed(article: &Article, reading: &Reading) -> Option<Witness> {
    let text = &article.saved.text;
    let furniture = reading.blocks.iter().filter(|block| block.role == Role::Furniture);
    let stamp = |span: Span| {
        let line = span.of(text);
        let lower = line.to_lowercase();
        let print =
            lower.contains("printable version") || lower.contains("printed on") || lower.contains("printed from");
        let (_, date) = written_dates(line).find(|(_, date)| date.day().is_some()).filter(|_| print)?;
        Some(Witness { day: date.last_day(), why: format!("was printed on {}", date.date_only().in_words()) })
    };
    furniture.filter_map(|block| stamp(block.span)).min_by_key(|witness| witness.day)
}

/// How the text speaks of a day as news: as today, or by its weekday.
fn as_news(reading: &Reading, day: NaiveDate) -> Option<String> {
    let weekday = day.weekday();
    let past = reading.clues.iter().filter(|clue| clue.tense != Tense::Future);
    let mut said = past.filter_map(|clue| match clue.named {
        Named::Away(0) => Some("today"),
        Named::Weekday(named) if named == weekday.number_from_monday() => {
            Some(WEEKDAYS[weekday.num_days_from_monday() as usize])
        }
        _ => None,
    });
    Some(format!("speaks of {}, which the picture dates {}", said.next()?, words(day)))
}
