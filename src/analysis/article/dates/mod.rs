//! Finds the times that a text names and what they mean on the calendar.
//!
//! A small grammar reads words into what they say (`meaning`), whatever the day; then one pass through the
//! article finds the calendar dates (`resolve`), from the day of publication or from the dates named before. What they tell
//! of that day where nothing else does is read by `clues`.

mod clues;
mod expression;
mod grammar;
mod lexicon;
mod link;
mod meaning;
mod reader;
mod resolve;
mod tense;
mod tokens;

use self::grammar::Era;
use crate::base::{PartialDate, When};
use crate::model::{Clue, DateBasis, DateExpression, Dated, Mention};
use crate::text::annotated::Text;
use chrono::NaiveDate;

/// The words for times in a text, before it is known on which days they fall.
pub struct Expressions(Vec<expression::Expression>);

/// The words for times in `text`, in order, none in furniture. Linear in the length of `text`.
#[must_use]
pub fn read(text: &Text<'_>, mentions: &[Mention]) -> Expressions {
    let known = grammar::Known { ancient: era_of(text.saved) };
    let mut expressions = Vec::new();
    for sentence in 0..text.sentences.len() {
        reader::read(text, sentence, mentions, known, &mut expressions);
    }
    Expressions(expressions)
}

impl Expressions {
    /// Sets right when they are, by the verbs of their sentences, which are tagged for it.
    pub fn settle(&mut self, text: &mut Text<'_>) {
        let mut open: Vec<u32> = self
            .0
            .iter()
            .filter(|one| tense::is_open(text, one))
            .map(|one| text.sentences[one.sentence].id.0)
            .collect();
        open.dedup();
        if open.is_empty() {
            return;
        }
        text.tag(|sentence| open.binary_search(&sentence.id.0).is_ok());
        tense::settle(text, &mut self.0);
    }

    /// What they tell of the day on which the text was written.
    #[must_use]
    pub fn clues(&self, text: &Text<'_>) -> Vec<Clue> {
        clues::clues(&self.0, text)
    }

    /// The dates that they fall on, where the text was published on such a day.
    #[must_use]
    pub fn dates(&self, text: &Text<'_>, published: Option<PartialDate>) -> Vec<DateExpression> {
        resolved(&self.0, text, published)
    }

    /// The dates that they fall on, where the days between which the text was published are reckoned: by the date that these
    /// have in common, and by what comes to the same on the first and the last of them.
    #[must_use]
    pub fn dates_reckoned(&self, text: &Text<'_>, dated: &Dated) -> Vec<DateExpression> {
        let mut found = self.dates(text, dated.reference());
        if let Some((from, to)) = dated.not_before.zip(dated.not_after).filter(|_| dated.likely.is_none()) {
            self.settle_within(text, (from, to), &mut found);
        }
        let by_it = found.iter_mut().filter(|date| date.basis == DateBasis::Publication);
        by_it.for_each(|date| date.basis = DateBasis::Reckoned);
        found
    }

    /// Gives those of the `found` dates that are open what comes to the same on both days.
    fn settle_within(&self, text: &Text<'_>, (from, to): (NaiveDate, NaiveDate), found: &mut [DateExpression]) {
        let (first, last) = (self.dates(text, Some(from.into())), self.dates(text, Some(to.into())));
        for ((date, first), last) in found.iter_mut().zip(first).zip(last) {
            if date.when.is_none() && first.when == last.when {
                *date = first;
            }
        }
    }
}

/// The dates that `expressions` fall on.
fn resolved(
    expressions: &[expression::Expression],
    text: &Text<'_>,
    published: Option<PartialDate>,
) -> Vec<DateExpression> {
    let mut now = resolve::Now::before(published, expressions);
    let dated = |expression: &expression::Expression| {
        let found = resolve::resolve(&mut now, expression, text.sentences);
        DateExpression {
            span: expression.span,
            sentence: text.sentences[expression.sentence].id,
            kind: found.kind,
            when: found.when,
            timex: found.timex,
            basis: found.basis,
            rule: expression.rule,
            until: expression.until.map(|until| until as u32),
        }
    };
    let mut found: Vec<DateExpression> = expressions.iter().map(dated).collect();
    times_of_their_days(expressions, &mut found);
    for at in 0..found.len() {
        let end = found[at].until.and_then(|until| found[until as usize].when);
        if let (Some(begin), Some(end)) = (found[at].when, end)
            && !is_stretch(begin, end)
        {
            found[at].until = None;
        }
    }
    found
}

/// How many expressions beside a time its day is looked for.
const BESIDE: usize = 8;

/// Gives a time of day that stands alone the day that its sentence names: "at 8:30 p.m., on August 27".
fn times_of_their_days(expressions: &[expression::Expression], found: &mut [DateExpression]) {
    let times =
        (0..found.len()).filter(|at| expressions[*at].is_time_alone() && found[*at].basis != DateBasis::Context);
    let times: Vec<usize> = times.collect();
    for at in times {
        let sentence = found[at].sentence;
        let beside = at.saturating_sub(BESIDE)..(at + BESIDE).min(found.len());
        let own = found[beside].iter().filter(|date| date.sentence == sentence);
        let day = |date: &DateExpression| match date.when {
            Some(When::Date(day)) if day.day().is_some() && day.time().is_none() => Some(day),
            _ => None,
        };
        let near =
            own.filter(|date| day(date).is_some()).min_by_key(|date| date.span.start.abs_diff(found[at].span.start));
        if let (Some(day), Some(When::Date(own))) = (near.and_then(day), found[at].when)
            && let Some(time) = own.time()
        {
            let when = When::Date(day.at(time));
            found[at].when = Some(when);
            found[at].timex = format!("{day}T{:02}:{:02}", time.hour, time.minute);
            found[at].basis = DateBasis::Context;
        }
    }
}

/// Whether what begins and ends so takes time: "from 3 May to 3 May" is a day, and no end lies before its beginning.
fn is_stretch(begin: When, end: When) -> bool {
    let before = end.last_day().zip(begin.first_day()).is_some_and(|(last, first)| last < first);
    begin != end && !before
}

/// The era that the text counts years by, so that its years may have fewer than four digits.
fn era_of(text: &str) -> Option<Era> {
    let names = |eras: &[&str]| eras.iter().any(|era| text.contains(era));
    let early = |digits: &str| matches!(digits.bytes().take_while(u8::is_ascii_digit).count(), 2 | 3);
    let told = || ["(c. ", " c. ", " ca. ", " the year "].iter().any(|sign| text.split(sign).skip(1).any(early));
    if names(&["AD ", "A.D.", " CE "]) {
        Some(Era::Ours)
    } else if names(&[" BC", " B.C."]) {
        Some(Era::Before)
    } else {
        told().then_some(Era::Ours)
    }
}
