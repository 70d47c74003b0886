//! Differences between sentences that tell the same but for one thing.

use super::clauses::clauses;
use super::details::{Detail, details};
use super::event::Events;
use super::place::{Told, beside_saying};
use super::times::elsewhen;
use super::words::is_vague;
use crate::analysis::corpus::similarity::{Amount, Bars, Contrast, Nearness, is_denial};
use crate::base::Span;
use crate::model::{
    ActorKind, Claim, DateExpression, DateKind, Discrepancy, DiscrepancyKind, Entry, Quantity, SentenceRef, Side, Unit,
};
use crate::text::lexicon::content::tokens;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Most days between two dates of one event: what lies further apart are two.
const APART: i64 = 10;

/// The discrepancies that `contrasts` come to; those that share a claim and what they differ on are one.
pub(super) fn contrasts(
    entries: &[Entry],
    claims: &[Claim],
    contrasts: &[Contrast],
    events: &Events<'_>,
) -> Vec<Discrepancy> {
    let look = |contrast: &Contrast| look(entries, contrast, events);
    let details: Vec<Vec<Detail>> = contrasts.par_iter().map(look).collect();
    let each = |(details, contrast): (Vec<Detail>, &'_ Contrast)| (details, contrast.sentences.clone());
    let found = details.into_iter().zip(contrasts).filter(|(details, _)| !details.is_empty()).map(each);
    let mut found = found.peekable();
    if found.peek().is_none() {
        return Vec::new();
    }
    let homes = super::homes(claims);
    let mut all: Vec<Discrepancy> = Vec::new();
    let mut known: BTreeMap<(u32, DiscrepancyKind, u32), usize> = BTreeMap::new();
    for (detail, sentences) in
        found.flat_map(|(details, sides)| details.into_iter().map(move |detail| (detail, sides.clone())))
    {
        // What has no claim was hidden by an editor.
        let [Some(one), Some(other)] = sentences.each_ref().map(|side| homes.get(side.first()?).copied()) else {
            continue;
        };
        if one != other && (tells(claims, one, &sentences[1]) || tells(claims, other, &sentences[0])) {
            continue;
        }
        let key = |home| (home, detail.kind, detail.of);
        let at = known.get(&key(one)).or_else(|| known.get(&key(other))).copied().unwrap_or(all.len());
        if at == all.len() {
            all.push(Discrepancy { kind: detail.kind, claims: Vec::new(), sides: Vec::new(), also: Vec::new() });
        }
        known.entry(key(one)).or_insert(at);
        known.entry(key(other)).or_insert(at);
        for (value, sentences) in detail.values.into_iter().zip(&sentences) {
            add(&mut all[at].sides, value, sentences);
        }
    }
    all.retain(|found| found.sides.len() > 1);
    all
}

/// Whether an article of `sentences` supports the claim too: what it tells beside it is no difference.
fn tells(claims: &[Claim], claim: u32, sentences: &[SentenceRef]) -> bool {
    let support = &claims[claim as usize].support;
    sentences.iter().any(|at| support.iter().any(|support| support.sentence.entry == at.entry))
}

/// Adds sentences of the same words to the side that says the same, or as a side of their own.
fn add(sides: &mut Vec<Side>, value: String, sentences: &[SentenceRef]) {
    if sides.iter().any(|side| sentences.first().is_some_and(|at| side.sentences.contains(at))) {
        return;
    }
    match sides.iter_mut().find(|side| side.value.eq_ignore_ascii_case(&value)) {
        Some(side) => side.sentences.extend(sentences),
        None => sides.push(Side { value, sentences: sentences.to_vec() }),
    }
}

/// The details in which the two sides of a contrast differ, where they tell of one event.
fn look(entries: &[Entry], contrast: &Contrast, events: &Events<'_>) -> Vec<Detail> {
    let [Some(a), Some(b)] = contrast.sentences.each_ref().map(|side| Told::new(entries, *side.first()?)) else {
        return Vec::new();
    };
    if !events.one(&a, &b) {
        return Vec::new();
    }
    let Some(found) = details(&a, &b, events.copies(&a, &b), contrast.bars.swap) else {
        let said = speakers(&a, &b).filter(|_| contrast.nearness == Nearness::Alike && contrast.bars.actors);
        return said.map(|values| Detail { kind: DiscrepancyKind::Attribution, of: 0, values }).into_iter().collect();
    };
    if found.is_empty() && contrast.nearness == Nearness::Alike {
        let alone = alone(&a, &b, contrast.bars);
        if alone.is_some() {
            return alone.into_iter().collect();
        }
    }
    if found.is_empty() && (contrast.bars.number || contrast.bars.date) {
        return clauses(&a, &b, events).into_iter().collect();
    }
    found
}

/// The one thing that bars two sentences from being one claim, which are alike but run otherwise.
fn alone(a: &Told<'_>, b: &Told<'_>, bars: Bars) -> Option<Detail> {
    let (kind, of, values) = if bars.number {
        if elsewhen(a, b) || elsewhen(b, a) {
            return None;
        }
        let (of, values) = numbers(a, b)?;
        (DiscrepancyKind::Number, of, values)
    } else if bars.date {
        (DiscrepancyKind::Date, 0, dates(a, b)?)
    } else if bars.polarity {
        (DiscrepancyKind::Polarity, 0, denials(a, b)?)
    } else if bars.actors {
        (DiscrepancyKind::Attribution, 0, speakers(a, b)?)
    } else {
        return None;
    };
    Some(Detail { kind, of, values })
}

/// The one amount of a kind that each has and that does not fit the other's.
fn numbers(a: &Told<'_>, b: &Told<'_>) -> Option<(u32, [String; 2])> {
    let amounts = |told: &Told<'_>| -> Vec<Amount> {
        let counts = |quantity: &&Quantity| quantity.unit != Unit::Ordinal && !is_vague(quantity.span.of(told.text()));
        let counted = told.quantities().iter().filter(counts);
        counted.filter_map(|quantity| Amount::of(told.text(), told.sentence.span, quantity)).collect()
    };
    let (mine, theirs) = (amounts(a), amounts(b));
    let only = |all: &[Amount], like: &Amount| {
        let mut of = all.iter().filter(|amount| amount.is_of(like));
        of.next().copied().filter(|_| of.next().is_none())
    };
    let mut differ = mine.iter().filter_map(|x| Some((*x, only(&theirs, x)?)));
    let (x, y) = differ.find(|(x, y)| only(&mine, x).is_some() && !x.fits(y))?;
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
    use crate::text::lexicon::content::{content_word, content_words};
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
