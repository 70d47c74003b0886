//! Joins the sentences of several articles that tell the same event.

use super::{Stretch, stretch};
use crate::base::{PartialDate, Span};
use crate::model::{Entry, Event, SentenceRef, Status};
use crate::text::lexicon::content::content_words;
use std::collections::BTreeMap;

/// Least weight of the words that two sentences share, names and dates apart: about three nouns of news.
const SHARED: f32 = 9.0;
/// Least part of the shorter, and of the longer, sentence's weight that is shared.
const OF_SHORTER: f32 = 0.5;
const OF_LONGER: f32 = 0.3;
/// The same where no actor is named in either.
const OF_SHORTER_UNNAMED: f32 = 0.7;
/// Lightest word that two sentences are looked up by.
const TELLING: f32 = 2.5;
/// Most events of one time that one word leads to, and most sentences of one event that a further one is held against:
/// bounds on what a hostile dossier costs.
const MOST_LED_TO: usize = 64;
const MOST_HELD: usize = 8;

/// An event with what it is compared by.
struct Told {
    event: Event,
    /// Stems of its sentence with their weights, names and dates left out, in order.
    stems: Vec<(u64, f32)>,
    weight: f32,
    /// A hash of all its words.
    words: u64,
    rank: Rank,
}

/// Which of two sentences stands for an event: altered copies last, then what has happened, then the earliest.
type Rank = (bool, Status, bool, Option<PartialDate>, SentenceRef, u32);

/// The events with those that are the same joined: one stands for all, and the others are its `also`.
///
/// The same are two sentences with the same words; or of two articles about the same time that share an actor (or name
/// none) and enough weight of words, each with each. Events whose status is unknown join only their like: a denial does
/// not tell what it denies.
pub(super) fn joined(entries: &[Entry], events: Vec<Event>) -> Vec<Event> {
    let mut groups: BTreeMap<Stretch, Vec<Told>> = BTreeMap::new();
    for event in events {
        groups.entry(stretch(event.when)).or_default().push(told(entries, event));
    }
    groups.into_values().flat_map(join_group).collect()
}

fn told(entries: &[Entry], event: Event) -> Told {
    let entry = &entries[event.at.entry as usize];
    let (text, reading, meta) = (&entry.article.saved.text, &entry.reading, &entry.article.meta);
    let place = reading.sentences.binary_search_by_key(&event.at.sentence, |sentence| sentence.id);
    let span = place.map_or(Span::new(0, 0), |at| reading.sentences[at].span);
    let from = reading.mentions.partition_point(|mention| mention.span.end <= span.start);
    let names = reading.mentions[from..].iter().take_while(|mention| mention.span.start < span.end);
    let from = reading.dates.partition_point(|date| date.span.end <= span.start);
    let dates = reading.dates[from..].iter().take_while(|date| date.span.start < span.end);
    let mut apart: Vec<Span> =
        names.filter(|name| name.how.is_name()).map(|name| name.span).chain(dates.map(|date| date.span)).collect();
    apart.sort_unstable();
    let (mut stems, mut words, mut next) = (Vec::new(), 0_u64, 0);
    for word in content_words(text, span) {
        words = words.rotate_left(5).wrapping_add(word.stem);
        next += apart[next..].iter().take_while(|span| span.end <= word.span.start).count();
        if apart.get(next).is_none_or(|span| span.overlap(word.span).is_none()) {
            stems.push((word.stem, word.weight));
        }
    }
    stems.sort_unstable_by_key(|(stem, _)| *stem);
    stems.dedup_by_key(|(stem, _)| *stem);
    let weight = stems.iter().map(|(_, weight)| weight).sum();
    let published = meta.published.as_ref().map(|known| known.value);
    let rank = (meta.altered.is_some(), event.status, published.is_none(), published, event.at, event.date);
    Told { event, stems, weight, words, rank }
}

/// An event with the sentences that tell it, the one that stands for it first.
type Members = Vec<usize>;

/// Joins the events of one time.
fn join_group(mut group: Vec<Told>) -> Vec<Event> {
    group.sort_by_key(|told| told.rank);
    let mut events: Vec<Members> = Vec::new();
    let mut by_stem: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    let mut by_words: BTreeMap<(u64, bool), usize> = BTreeMap::new();
    for at in 0..group.len() {
        let told = &group[at];
        let key = (told.words, told.event.status == Status::Unknown);
        let alike = by_words.get(&key).copied().or_else(|| best(&group, at, &events, &by_stem));
        if let Some(event) = alike {
            events[event].push(at);
        } else {
            for (stem, _) in told.stems.iter().filter(|(_, weight)| *weight >= TELLING) {
                let led_to = by_stem.entry(*stem).or_default();
                if led_to.len() < MOST_LED_TO {
                    led_to.push(events.len());
                }
            }
            events.push(vec![at]);
        }
        by_words.entry(key).or_insert(alike.unwrap_or(events.len() - 1));
    }
    let refs: Vec<SentenceRef> = group.iter().map(|told| told.event.at).collect();
    let mut leads: BTreeMap<usize, Members> = events.into_iter().map(|members| (members[0], members)).collect();
    let lead = |(at, told): (usize, Told)| {
        let members = leads.remove(&at)?;
        let mut also: Vec<SentenceRef> = members[1..].iter().map(|member| refs[*member]).collect();
        also.retain(|other| *other != told.event.at);
        also.sort_unstable();
        also.dedup();
        Some(Event { also, ..told.event })
    };
    group.into_iter().enumerate().filter_map(lead).collect()
}

/// The event that a sentence tells too, and shares most with.
fn best(group: &[Told], at: usize, events: &[Members], by_stem: &BTreeMap<u64, Vec<usize>>) -> Option<usize> {
    let told = &group[at];
    let mut shared: BTreeMap<usize, f32> = BTreeMap::new();
    for (stem, weight) in told.stems.iter().filter(|(_, weight)| *weight >= TELLING) {
        for event in by_stem.get(stem).into_iter().flatten() {
            *shared.entry(*event).or_default() += weight;
        }
    }
    let mut candidates: Vec<(usize, f32)> = shared.into_iter().collect();
    candidates.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let fits = |event: &usize| events[*event].iter().take(MOST_HELD).all(|member| same(told, &group[*member]));
    candidates.into_iter().take(MOST_HELD).map(|(event, _)| event).find(fits)
}

/// Whether two sentences about the same time tell the same event.
fn same(a: &Told, b: &Told) -> bool {
    if a.event.at.entry == b.event.at.entry {
        return false;
    }
    if (a.event.status == Status::Unknown) != (b.event.status == Status::Unknown) {
        return false;
    }
    let unnamed = a.event.actors.is_empty() && b.event.actors.is_empty();
    if !unnamed && !a.event.actors.iter().any(|actor| b.event.actors.contains(actor)) {
        return false;
    }
    let shared: f32 = both(&a.stems, &b.stems).map(|(_, weight)| weight).sum();
    let least = if unnamed { OF_SHORTER_UNNAMED } else { OF_SHORTER };
    shared >= SHARED && shared >= a.weight.min(b.weight) * least && shared >= a.weight.max(b.weight) * OF_LONGER
}

/// What two ordered lists of stems share.
fn both<'s>(a: &'s [(u64, f32)], b: &'s [(u64, f32)]) -> impl Iterator<Item = (u64, f32)> + 's {
    a.iter().copied().filter(|(stem, _)| b.binary_search_by_key(stem, |(stem, _)| *stem).is_ok())
}
