//! Differences between sentences that tell the same but for one thing.

use super::clauses::clauses;
use super::details::Detail;
use super::event::{Events, elsewhen};
use super::parallel::Pair;
use crate::analysis::corpus::claims::homes;
use crate::analysis::corpus::compare::{Conflict, Contrast, Nearness, On, Signature, signature};
use crate::analysis::corpus::told::Told;
use crate::model::{Claim, Discrepancy, DiscrepancyKind, Entry, SentenceRef, Side};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Least share of the shorter sentence, and fewest pieces, that stand in both where they are read piece by piece.
const SAME: f32 = 0.7;
const FEWEST: usize = 3;
/// Most days between two dates of one event: what lies further apart are two.
const APART: i64 = 10;

/// The discrepancies that `contrasts` come to; those that share a claim and what they differ on are one.
pub(super) fn contrasts(
    entries: &[Entry],
    signatures: &[Signature],
    claims: &[Claim],
    contrasts: &[Contrast],
    events: &Events<'_>,
) -> Vec<Discrepancy> {
    let look = |contrast: &Contrast| {
        let told = contrast.sentences.each_ref().map(|side| Told::new(entries, *side.first()?));
        let read = contrast.sentences.each_ref().map(|side| signature(signatures, *side.first()?));
        let ([Some(a), Some(b)], [Some(one), Some(other)]) = (told, read) else { return Vec::new() };
        if events.one(&a, &b) { differing(&Pair::new([&a, &b], [one, other]), contrast, events) } else { Vec::new() }
    };
    let details: Vec<Vec<Detail>> = contrasts.par_iter().map(look).collect();
    let each = |(details, contrast): (Vec<Detail>, &'_ Contrast)| (details, contrast.sentences.clone());
    let found = details.into_iter().zip(contrasts).filter(|(details, _)| !details.is_empty()).map(each);
    let mut found = found.peekable();
    if found.peek().is_none() {
        return Vec::new();
    }
    let homes = homes(claims);
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

/// The details in which the two sides of a contrast, which tell of one event, differ.
fn differing(pair: &Pair<'_>, contrast: &Contrast, events: &Events<'_>) -> Vec<Detail> {
    let [a, b] = pair.told;
    let conflicts = &contrast.conflicts;
    // What is alike has one conflict alone.
    let sole = conflicts.first().filter(|_| contrast.nearness == Nearness::Alike);
    let first = sole.filter(|conflict| conflict.on == On::Speaker).and_then(|conflict| pair.of_conflict(conflict));
    if let Some(detail) = first.or_else(|| pair.moved(conflicts)) {
        return vec![detail];
    }
    if pair.held() >= SAME && pair.same.len() >= FEWEST {
        match pair.details(conflicts, events.copies(a, b)) {
            None => return Vec::new(),
            Some(found) if !found.is_empty() => return found,
            Some(_) => {}
        }
    } else if pair.strangers() {
        return Vec::new();
    }
    let counted = || conflicts.iter().any(Conflict::is_counted).then(|| clauses(pair, events)).flatten();
    sole.filter(|sole| may_stand(sole, a, b))
        .and_then(|sole| pair.of_conflict(sole))
        .or_else(counted)
        .into_iter()
        .collect()
}

/// Whether a conflict that stands alone may be of one time: numbers of one, and days that lie near each other.
fn may_stand(conflict: &Conflict, a: &Told<'_>, b: &Told<'_>) -> bool {
    match conflict.on {
        On::Number(_) => !elsewhen(a, b) && !elsewhen(b, a),
        On::Date => {
            let day = |told: &Told<'_>, span| told.dates().iter().find(|date| date.span == span)?.when?.day();
            let days = day(a, conflict.spans[0]).zip(day(b, conflict.spans[1]));
            days.is_some_and(|(one, other)| (one - other).num_days().abs() <= APART)
        }
        _ => true,
    }
}
