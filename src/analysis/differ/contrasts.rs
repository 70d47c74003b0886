//! Differences between sentences that tell the same but for one thing.

use super::place::{Told, near, published};
use crate::analysis::lexicon::content::tokens;
use crate::analysis::lexicon::words::WORDS;
use crate::analysis::likeness::{Amount, Contrast, is_denial};
use crate::base::Span;
use crate::model::{
    ActorKind, Claim, DateExpression, DateKind, Discrepancy, DiscrepancyKind, Entry, SentenceRef, Side, Unit,
};
use std::collections::BTreeMap;

/// Most days between two publications that may tell of one event, where the sentences do not date it.
const DAYS: i64 = 7;
/// Most days between two dates of one event: what lies further apart are two.
const APART: i64 = 10;

/// What one contrast comes to: its kind, what is counted, and the words of both sides.
struct Found {
    kind: DiscrepancyKind,
    /// What tells differences of one kind apart: the thing that is counted.
    of: u32,
    values: [String; 2],
    sentences: [Vec<SentenceRef>; 2],
}

/// The discrepancies that `contrasts` come to; those that share a claim and what they differ on are one.
pub(super) fn contrasts(entries: &[Entry], claims: &[Claim], contrasts: &[Contrast]) -> Vec<Discrepancy> {
    let found: Vec<Found> = contrasts.iter().filter_map(|contrast| look(entries, contrast)).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let homes = super::homes(claims);
    let mut all: Vec<Discrepancy> = Vec::new();
    let mut known: BTreeMap<(u32, DiscrepancyKind, u32), usize> = BTreeMap::new();
    for found in found {
        // What has no claim was hidden by an editor.
        let [Some(one), Some(other)] = found.sentences.each_ref().map(|side| homes.get(side.first()?).copied()) else {
            continue;
        };
        let key = |home| (home, found.kind, found.of);
        let at = known.get(&key(one)).or_else(|| known.get(&key(other))).copied().unwrap_or(all.len());
        if at == all.len() {
            all.push(Discrepancy { kind: found.kind, claims: Vec::new(), sides: Vec::new(), also: Vec::new() });
        }
        known.entry(key(one)).or_insert(at);
        known.entry(key(other)).or_insert(at);
        for (value, sentences) in found.values.into_iter().zip(found.sentences) {
            add(&mut all[at].sides, value, sentences);
        }
    }
    all.retain(|found| found.sides.len() > 1);
    all
}

/// Adds sentences of the same words to the side that says the same, or as a side of their own.
fn add(sides: &mut Vec<Side>, value: String, sentences: Vec<SentenceRef>) {
    if sides.iter().any(|side| sentences.first().is_some_and(|at| side.sentences.contains(at))) {
        return;
    }
    match sides.iter_mut().find(|side| side.value.eq_ignore_ascii_case(&value)) {
        Some(side) => side.sentences.extend(sentences),
        None => sides.push(Side { value, sentences }),
    }
}

fn look(entries: &[Entry], contrast: &Contrast) -> Option<Found> {
    let [a, b] = contrast.sentences.each_ref().map(|side| Told::new(entries, *side.first()?));
    let (a, b) = (a?, b?);
    if !one_event(&a, &b) {
        return None;
    }
    let (kind, of, values) = if contrast.bars.number {
        let (of, values) = numbers(&a, &b)?;
        (DiscrepancyKind::Number, of, values)
    } else if contrast.bars.date {
        (DiscrepancyKind::Date, 0, dates(&a, &b)?)
    } else if contrast.bars.polarity {
        (DiscrepancyKind::Polarity, 0, denials(&a, &b)?)
    } else if contrast.bars.actors {
        (DiscrepancyKind::Attribution, 0, speakers(&a, &b)?)
    } else {
        return None;
    };
    Some(Found { kind, of, values, sentences: contrast.sentences.clone() })
}

/// Whether both may tell of one event: published within days of each other, or both at a time that is not known, or
/// dated alike.
fn one_event(a: &Told<'_>, b: &Told<'_>) -> bool {
    let (one, other) = (published(a.entry), published(b.entry));
    let days = |told: &Told<'_>| told.dates().iter().filter_map(|date| date.when?.day()).collect::<Vec<_>>();
    let alike = || {
        let (x, y) = (days(a), days(b));
        x.iter().any(|day| y.contains(day))
    };
    near(one, other, DAYS).unwrap_or(one == other) || alike()
}

/// The one amount of a kind that each has and that does not fit the other's.
fn numbers(a: &Told<'_>, b: &Told<'_>) -> Option<(u32, [String; 2])> {
    let amounts = |told: &Told<'_>| -> Vec<Amount> {
        let counted = told.quantities().iter().filter(|quantity| quantity.unit != Unit::Ordinal);
        counted.filter_map(|quantity| Amount::of(told.text(), quantity)).collect()
    };
    let (mine, theirs) = (amounts(a), amounts(b));
    let only = |all: &[Amount], kind: u32| {
        let mut of = all.iter().filter(|amount| amount.kind == kind);
        of.next().copied().filter(|_| of.next().is_none())
    };
    let mut differ = mine.iter().filter_map(|x| Some((*x, only(&theirs, x.kind)?)));
    let (x, y) = differ.find(|(x, y)| only(&mine, x.kind).is_some() && !x.fits(y))?;
    Some((x.kind, [x.span.of(a.text()).to_owned(), y.span.of(b.text()).to_owned()]))
}

/// The one day that each names, where they lie near each other and neither only says when somebody spoke.
fn dates(a: &Told<'_>, b: &Told<'_>) -> Option<[String; 2]> {
    let day = |told: &Told<'_>| {
        let dated =
            |date: &&DateExpression| matches!(date.kind, DateKind::Date | DateKind::Time) && date.when.is_some();
        let mut known = told.dates().iter().filter(dated);
        let date = known.next().filter(|_| known.next().is_none())?;
        let day = date.when?.day()?;
        (!beside_saying(told, date.span)).then(|| (day, date.span.of(told.text()).to_owned()))
    };
    let ((one, mine), (other, theirs)) = (day(a)?, day(b)?);
    ((one - other).num_days().abs() <= APART).then_some([mine, theirs])
}

/// Whether a verb of saying stands within two words of the date: it dates the saying.
fn beside_saying(told: &Told<'_>, span: Span) -> bool {
    let (text, sentence) = (told.text(), told.sentence.span);
    let saying = |token: &Span| WORDS.saying.has(&token.of(text).to_lowercase());
    let before: Vec<Span> = tokens(text, Span { start: sentence.start, end: span.start.max(sentence.start) }).collect();
    let after = tokens(text, Span { start: span.end.min(sentence.end), end: sentence.end });
    before.iter().rev().take(3).any(saying) || after.take(2).any(|token| saying(&token))
}

/// The denial of the one, with the words it bears on, and the same words of the other.
fn denials(a: &Told<'_>, b: &Told<'_>) -> Option<[String; 2]> {
    let denied = |told: &Told<'_>| {
        let all: Vec<Span> = tokens(told.text(), told.sentence.span).collect();
        let at = all.iter().position(|token| is_denial(&token.of(told.text()).to_lowercase()))?;
        let last = all.get(at + 2).or(all.get(at + 1))?;
        Some(Span { start: all[at.saturating_sub(1)].start, end: last.end }.of(told.text()).to_owned())
    };
    let (mine, theirs) = (denied(a), denied(b));
    let plain = |told: &Told<'_>, other: &Told<'_>| shared_verb(told, other);
    match (mine, theirs) {
        (Some(mine), None) => Some([mine, plain(b, a)?]),
        (None, Some(theirs)) => Some([plain(a, b)?, theirs]),
        _ => None,
    }
}

/// The word of `told` that stands behind the denial of `other`, with the words around it.
fn shared_verb(told: &Told<'_>, other: &Told<'_>) -> Option<String> {
    use crate::analysis::lexicon::content::{content_word, content_words};
    let all: Vec<Span> = tokens(other.text(), other.sentence.span).collect();
    let at = all.iter().position(|token| is_denial(&token.of(other.text()).to_lowercase()))?;
    let wanted: Vec<u64> = all[at + 1..]
        .iter()
        .filter_map(|token| content_word(other.text(), *token))
        .take(3)
        .map(|word| word.stem)
        .collect();
    let own: Vec<Span> = content_words(told.text(), told.sentence.span)
        .filter(|word| wanted.contains(&word.stem))
        .map(|word| word.span)
        .collect();
    let first = own.first()?;
    let last = own.iter().take_while(|span| span.start <= first.end + 24).last().unwrap_or(first);
    Some(Span { start: first.start, end: last.end }.of(told.text()).to_owned())
}

/// The persons who say the same quoted words, where the articles name different ones.
fn speakers(a: &Told<'_>, b: &Told<'_>) -> Option<[String; 2]> {
    let speaker = |told: &Told<'_>| {
        let mut persons: BTreeMap<u32, Span> = BTreeMap::new();
        for (mention, actor) in told.mentions().filter(|(mention, _)| mention.kind == ActorKind::Person) {
            persons.entry(actor?).or_insert(mention.span);
        }
        let quotes = told.sentence.span.of(told.text()).contains(['“', '"']);
        let (actor, span) = persons.first_key_value().filter(|_| quotes && persons.len() == 1)?;
        Some((*actor, span.of(told.text()).to_owned()))
    };
    let ((one, mine), (other, theirs)) = (speaker(a)?, speaker(b)?);
    (one != other).then_some([mine, theirs])
}
