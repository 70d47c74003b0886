//! Looks up sentences, their words and when they were published.

use crate::base::Span;
use crate::model::{DateExpression, Entry, Mention, Quantity, Sentence, SentenceRef};
use crate::text::lexicon::content::tokens;
use chrono::NaiveDate;

/// Most words between a verb of saying and the day on which it was said, or who said it.
const BETWEEN: usize = 2;

/// A sentence of the dossier.
#[derive(Clone, Copy)]
pub(super) struct Told<'d> {
    pub(super) at: SentenceRef,
    pub(super) entry: &'d Entry,
    pub(super) sentence: &'d Sentence,
}

impl<'d> Told<'d> {
    pub(super) fn new(entries: &'d [Entry], at: SentenceRef) -> Option<Self> {
        let entry = entries.get(at.entry as usize)?;
        let sentence = entry.reading.sentences.get((at.sentence.0 as usize).checked_sub(1)?)?;
        Some(Self { at, entry, sentence })
    }

    /// The saved text that spans point into.
    pub(super) fn text(&self) -> &'d str {
        &self.entry.article.saved.text
    }

    pub(super) fn quantities(&self) -> &'d [Quantity] {
        stretch(&self.entry.reading.quantities, |quantity| quantity.span, self.sentence.span)
    }

    pub(super) fn dates(&self) -> &'d [DateExpression] {
        stretch(&self.entry.reading.dates, |date| date.span, self.sentence.span)
    }

    /// Its mentions, each with its actor where it is known.
    pub(super) fn mentions(&self) -> impl Iterator<Item = (&'d Mention, Option<u32>)> + use<'d> {
        let (span, entry) = (self.sentence.span, self.entry);
        let mentions = &entry.reading.mentions;
        let first = mentions.partition_point(|mention| mention.span.start < span.start);
        let inside = mentions[first..].iter().take_while(move |mention| mention.span.end <= span.end);
        inside.enumerate().map(move |(at, mention)| (mention, entry.actors.get(first + at).copied().flatten()))
    }
}

/// The first and last day on which an article may have been published, where that is known.
pub(super) fn published(entry: &Entry) -> Option<(NaiveDate, NaiveDate)> {
    let known = entry.article.meta.published.as_ref()?;
    Some((known.value.first_day(), known.value.last_day()))
}

/// Whether two stretches of time surely lie within `days` of each other; `None` where one is not known.
pub(super) fn near(
    one: Option<(NaiveDate, NaiveDate)>,
    other: Option<(NaiveDate, NaiveDate)>,
    days: i64,
) -> Option<bool> {
    let (one, other) = (one?, other?);
    let (first, last) = (one.0.min(other.0), one.1.max(other.1));
    Some((last - first).num_days() <= days)
}

/// The items, in order of their spans, that begin in `span`.
fn stretch<T>(items: &[T], place: impl Fn(&T) -> Span, span: Span) -> &[T] {
    let first = items.partition_point(|item| place(item).start < span.start);
    let last = items.partition_point(|item| place(item).start < span.end);
    &items[first..last.max(first)]
}

/// Whether a verb of saying stands within two words of `span`: it says when somebody spoke, or who.
pub(super) fn beside_saying(told: &Told<'_>, span: Span) -> bool {
    let text = told.text();
    let words = |start: u32, end: u32| tokens(text, Span { start, end }).take(BETWEEN + 1).count();
    let cues = told.entry.reading.statements.iter().filter_map(|statement| statement.cue);
    let mut inside = cues.filter(|cue| told.sentence.span.contains(*cue));
    inside.any(|cue| {
        cue.end <= span.start && words(cue.end, span.start) <= BETWEEN
            || span.end <= cue.start && words(span.end, cue.start) < BETWEEN
    })
}
