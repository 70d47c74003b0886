//! Tells which sentences report something at a time, and whether as past or as planned.
//!
//! A sentence of the body tells of an event where one of its date expressions dates the event of a clause, and not
//! merely a noun in it. Verbs and clauses are those of the sentence's chunks ([`clause`]); what a date dates is told by the words
//! beside it ([`dating`]), and the status by the verb's tense and modal ([`status`]).
//!
//! Where the sentence reports what somebody said, the words around the reporting verb and what is said are looked at
//! apart: "said on Tuesday that the port would open in June" gives two event mentions, the saying first. Otherwise each of
//! its clauses may give one. At most two are kept, the best dated first, and none of the same time twice.

mod clause;
mod dating;
mod status;
mod words;

use crate::base::PartialDate;
use crate::model::{DateExpression, EventMention, Role, Sentence, Stance, Statement, Status};
use crate::text::annotated::Text;
use clause::{Word, Words};
use dating::Candidate;

/// Most event mentions of one sentence.
const MOST: usize = 2;
/// What is added for the date that says when something was said: it leads.
const SAYING: u32 = 1000;

/// The event mentions of `text`, in order; of one sentence's, the main one first. Sentences with dates must be tagged.
#[must_use]
pub fn event_mentions(
    text: &Text<'_>,
    dates: &[DateExpression],
    statements: &[Statement],
    published: Option<PartialDate>,
) -> Vec<EventMention> {
    let mut out = Vec::new();
    let mut of_sentence = Vec::new();
    for (number, statement) in statements.iter().enumerate() {
        of_sentence.extend(statement.sentences.iter().map(|sentence| (*sentence, number)));
        // The words of the reporting clause may stand in a sentence of their own.
        let cue = statement.cue.and_then(|cue| {
            let after = text.sentences.partition_point(|sentence| sentence.span.start <= cue.start);
            text.sentences.get(after.checked_sub(1)?)
        });
        of_sentence.extend(cue.map(|sentence| (sentence.id, number)));
    }
    of_sentence.sort_unstable();
    of_sentence.dedup();
    let mut seconds: Vec<u32> = dates.iter().filter_map(|date| date.until).collect();
    seconds.sort_unstable();
    let mut from = 0;
    for sentence in text.sentences.iter().filter(|sentence| sentence.role == Role::Body) {
        from += dates[from..].iter().take_while(|date| date.span.end <= sentence.span.start).count();
        let count = dates[from..].iter().take_while(|date| date.span.start < sentence.span.end).count();
        if count == 0 {
            continue;
        }
        let low = of_sentence.partition_point(|(id, _)| *id < sentence.id);
        let said: Vec<&Statement> = of_sentence[low..]
            .iter()
            .take_while(|(id, _)| *id == sentence.id)
            .map(|(_, number)| &statements[*number])
            .collect();
        let told = Told { text, sentence, dates, first: from, count, said: &said, seconds: &seconds, published };
        told.event_mentions(&mut out);
    }
    out
}

/// Whether the words of a date put it behind the writing: "later this month".
fn is_later(words: &str) -> bool {
    let small = words.to_lowercase();
    small.starts_with("later this") || small.starts_with("later today")
}

/// A sentence with the dates in it.
struct Told<'a> {
    text: &'a Text<'a>,
    sentence: &'a Sentence,
    dates: &'a [DateExpression],
    first: usize,
    count: usize,
    said: &'a [&'a Statement],
    /// Dates that only end an interval, in order.
    seconds: &'a [u32],
    published: Option<PartialDate>,
}

/// A date that may be chosen.
struct Scored {
    score: u32,
    mention: EventMention,
    at: usize,
}

impl Told<'_> {
    fn event_mentions(&self, out: &mut Vec<EventMention>) {
        let own = &self.dates[self.first..self.first + self.count];
        let words = Words::of(self.text, self.text.tokens_in(self.sentence.span), own, self.said);
        let all = &words.words;
        let mut scored: Vec<Scored> = Vec::new();
        for (index, date) in (self.first as u32..).zip(own) {
            let Some(start) = all.iter().position(|word| word.span.overlap(date.span).is_some()) else { continue };
            if self.seconds.binary_search(&index).is_ok() || self.is_bare_time(date) {
                continue;
            }
            let length = all[start..].iter().take_while(|word| word.span.overlap(date.span).is_some()).count();
            let candidate = Candidate { index, date, words: start..start + length };
            scored.extend(self.scored(&words, &candidate));
        }
        scored.sort_by_key(|scored| (std::cmp::Reverse(scored.score), scored.at));
        let mut kept: Vec<&Scored> = Vec::new();
        for candidate in &scored {
            let own = &all[candidate.at];
            let apart = |kept: &&Scored| {
                let other = &all[kept.at];
                let when = |scored: &Scored| self.dates[scored.mention.date as usize].when;
                (own.said, own.clause) != (other.said, other.clause) && when(candidate) != when(kept)
            };
            if kept.len() < MOST && kept.iter().all(apart) {
                kept.push(candidate);
            }
        }
        out.extend(kept.into_iter().map(|scored| scored.mention));
    }

    /// Whether a date is a time of the clock whose day neither its sentence nor the one before names.
    fn is_bare_time(&self, date: &DateExpression) -> bool {
        let day = |date: &DateExpression| date.when.and_then(|when| when.day());
        let near = self.dates[..self.first + self.count].iter().rev();
        let mut near = near.take_while(|other| other.sentence.0 + 1 >= date.sentence.0);
        date.rule == "clock" && !near.any(|other| other.rule != "clock" && day(other) == day(date))
    }

    fn scored(&self, words: &Words, candidate: &Candidate<'_>) -> Option<Scored> {
        let when = candidate.date.when?;
        let at = candidate.words.start;
        let of_saying = self.said.iter().any(|statement| statement.date == Some(candidate.index));
        let mut score = dating::score(self.text.saved, words, candidate)?;
        if of_saying || (!words.words[at].said && !self.said.is_empty()) {
            score += SAYING;
        }
        let (status, rule) = match status::status(words, at, when, self.published, self.asks(&words.words, at)) {
            (Status::Happened, _) if self.doubted(&words.words, at) => (Status::Unknown, "doubted"),
            (Status::Happened, _) if is_later(candidate.date.span.of(self.text.saved)) => (Status::Planned, "later"),
            told => told,
        };
        let mention = EventMention { sentence: self.sentence.id, date: candidate.index, status, rule };
        Some(Scored { score, mention, at })
    }

    /// Whether the words at `at` are a question.
    fn asks(&self, words: &[Word], at: usize) -> bool {
        let sentence = self.sentence.span.of(self.text.saved).trim_end_matches(['”', '"', '’', '\'', ')']);
        sentence.ends_with('?') && (self.said.is_empty() || words[at].said)
    }

    /// Whether the words at `at` are reported as denied or asked.
    fn doubted(&self, words: &[Word], at: usize) -> bool {
        let own = words[at].span;
        let doubts = |statement: &&&Statement| {
            matches!(statement.stance, Some(Stance::Denied | Stance::Asked))
                && statement.spans.iter().any(|span| span.contains(own))
        };
        words[at].said && self.said.iter().find(doubts).is_some()
    }
}
