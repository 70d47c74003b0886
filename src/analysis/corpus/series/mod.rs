//! Follows counts of one thing through the articles: the dead, the injured, the homeless of one story.
//!
//! [`count`] reads each count with what befell those counted, who they are, how sure it is and where. Counts of one kind and
//! place are a series. A count that names no place is that of the whole story; a place of which the articles give the same
//! numbers is the whole; one of which an article gives another number beside the whole's is a part. What points to a place
//! ("there", "at the hall") belongs to the place that has its number elsewhere, or nowhere.

mod count;
mod place;
mod story;
mod words;

use super::told::{Told, told};
use crate::base::PartialDate;
use crate::model::{Dated, Discrepancy, DiscrepancyKind, Entry, Hedge, Role, SentenceRef, Series, Value, Where};
use chrono::NaiveDate;
use count::{Count, Group, Kind, counts};
use place::Place;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use story::stories;

/// Least share of the greater number that the smaller is, for an article to mean one thing by both.
const ONE_THING: f64 = 0.8;
/// Share of what was counted before, or in the same article, below which another number is of a part.
const PART: f64 = 0.45;
/// Days by which a date must lie before the one that most counts have, to be that of another event.
const OTHER_EVENT: i64 = 3;
/// Longest sentence that is looked at, in bytes: a longer one is a list or a table.
const LONGEST: usize = 2_000;
/// Values of one day that one is compared with.
const COMPARED: usize = 200;
/// Fewest people, in thousandths, whose number is rare enough to tell the place that it is of.
const TELLING: i64 = 5_000;
/// Most days between the day for which a count stands and its article.
const SHORTLY: i64 = 10;
/// Fewest counts that must have one day for it to be the event's.
const EVENT: usize = 3;

/// The series of the story in `entries`, those of most values first.
#[must_use]
pub fn series(entries: &[Entry]) -> Vec<Series> {
    let read: Vec<Told<'_>> = told(entries, tells).filter(|told| told.span.len() <= LONGEST).collect();
    let found: Vec<Count> = read.par_iter().flat_map_iter(counts).collect();
    let mut articles: Vec<u32> = found.iter().map(|count| count.at.entry).collect();
    articles.dedup();
    let of_article = stories(entries, &articles);
    let mut of_story: BTreeMap<u32, Vec<Count>> = BTreeMap::new();
    for count in found {
        of_story.entry(of_article[&count.at.entry]).or_default().push(count);
    }
    let order = Order(entries.iter().map(as_of).collect());
    let groups = of_story.into_values().flat_map(|counts| order.story(counts));
    let mut series: Vec<Series> = groups.filter_map(|group| group.finished(entries, &order)).collect();
    series.sort_by_cached_key(|one| {
        (one.year.is_some(), Reverse(one.values.len()), one.values[0].sentence, one.values[0].quantity)
    });
    series
}

/// The differences without those in a number that a series tells with all its sides.
#[must_use]
pub fn beside(mut discrepancies: Vec<Discrepancy>, series: &[Series]) -> Vec<Discrepancy> {
    let told: Vec<BTreeSet<SentenceRef>> =
        series.iter().map(|series| series.values.iter().map(|value| value.sentence).collect()).collect();
    let within = |found: &Discrepancy| {
        let all = |told: &BTreeSet<SentenceRef>| {
            found.sides.iter().flat_map(|side| &side.sentences).all(|at| told.contains(at))
        };
        found.kind == DiscrepancyKind::Number && told.iter().any(all)
    };
    discrepancies.retain(|found| !within(found));
    discrepancies
}

/// Whether sentences of this role tell the story.
const fn tells(role: Role) -> bool {
    matches!(role, Role::Body | Role::Standfirst | Role::Headline | Role::Subheading)
}

/// Whether it befalls some today and others tomorrow: counts of it are of one thing only on one day.
fn is_of_a_day(befell: &str) -> bool {
    matches!(befell, "arrested" | "rescued" | "evacuated" | "hospitalised")
}

/// The day of an article, as far as it is known.
fn as_of(entry: &Entry) -> Option<PartialDate> {
    let meta = &entry.article.meta;
    let likely = || meta.dated.as_ref().and_then(|dated: &Dated| dated.likely).map(PartialDate::from);
    meta.published.as_ref().map(|known| known.value.date_only()).or_else(likely)
}

/// The day that most counts have, if enough do: that of the event.
fn day_of_most<'c>(counts: impl Iterator<Item = &'c Count>) -> Option<NaiveDate> {
    let mut days: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    for day in counts.filter_map(|count| count.day) {
        *days.entry(day).or_default() += 1;
    }
    let most = days.into_iter().max_by_key(|(day, times)| (*times, Reverse(*day)));
    most.filter(|(_, times)| *times >= EVENT).map(|(day, _)| day)
}

/// Leaves out what the sentence dates before the day of the event: another of the same sort. A later day stays: it is the one
/// for which the count stands.
fn of_the_event(mut counts: Vec<Count>, event: Option<NaiveDate>) -> Vec<Count> {
    if let Some(event) = day_of_most(counts.iter()).or(event) {
        counts.retain(|count| count.day.is_none_or(|day| (event - day).num_days() <= OTHER_EVENT));
        for count in &mut counts {
            count.day = count.day.filter(|day| *day > event);
        }
    }
    counts
}

/// Counts of one kind and place.
struct Grouped {
    kind: Kind,
    place: Option<Place>,
    counts: Vec<Count>,
}

impl Count {
    const fn number(&self) -> (i64, i64) {
        (self.low, self.high)
    }
}

/// The days of the articles.
struct Order(Vec<Option<PartialDate>>);

impl Order {
    /// The time for which a count stands: the day that the sentence names, shortly before its article, else the article's.
    fn as_of(&self, count: &Count) -> Option<PartialDate> {
        let published = self.0[count.at.entry as usize];
        let shortly = |day: &NaiveDate| {
            published.is_some_and(|published| (0..=SHORTLY).contains(&(published.last_day() - *day).num_days()))
        };
        count.day.filter(shortly).map(PartialDate::from).or(published)
    }

    /// The counts of one story, by kind and place.
    fn story(&self, counts: Vec<Count>) -> Vec<Grouped> {
        let event = day_of_most(counts.iter().filter(|count| count.of.year.is_none()));
        let mut kinds: BTreeMap<(Kind, Option<NaiveDate>), Vec<Count>> = BTreeMap::new();
        for count in counts {
            let day = count.day.filter(|_| is_of_a_day(count.of.befell));
            if day.is_some() || !is_of_a_day(count.of.befell) {
                kinds.entry((count.of.clone(), day)).or_default().push(count);
            }
        }
        let of_kind = |((kind, day), counts): ((Kind, Option<NaiveDate>), Vec<Count>)| {
            let event = event.filter(|_| kind.year.is_none() && day.is_none());
            self.grouped(&kind, of_the_event(counts, event))
        };
        let mut groups: Vec<Grouped> = kinds.into_iter().flat_map(of_kind).collect();
        join_unsure(&mut groups);
        groups
    }

    /// The counts of one kind, by place.
    fn grouped(&self, kind: &Kind, counts: Vec<Count>) -> Vec<Grouped> {
        let (mut whole, mut here, mut named): (Vec<Count>, Vec<Count>, BTreeMap<Place, Vec<Count>>) =
            Default::default();
        let mut most: BTreeMap<u32, i64> = BTreeMap::new();
        for count in counts {
            let most = most.entry(count.at.entry).or_default();
            *most = (*most).max(count.high);
            match count.place.clone() {
                Place::Whole => whole.push(count),
                Place::Here => here.push(count),
                place => named.entry(place).or_default().push(count),
            }
        }
        let far = |count: &Count| (count.high as f64) < PART * most[&count.at.entry] as f64;
        here.extend(whole.extract_if(.., |count| far(count)));
        // What has the number of a part is of it, before and after the whole is known.
        here.extend(strays(&mut whole, &named, true));
        let mut places: Vec<Place> = named.keys().cloned().collect();
        places.sort_by_key(|place| Reverse(named[place].len()));
        for place in places {
            if is_whole(&whole, &named[&place]) || place == Place::World && !apart(&whole, &named[&place]) {
                whole.extend(named.remove(&place).unwrap_or_default());
            }
        }
        here.extend(strays(&mut whole, &named, false));
        let mut homes: BTreeMap<(i64, i64), BTreeSet<Place>> = BTreeMap::new();
        for (place, count) in named.iter().flat_map(|(place, counts)| counts.iter().map(move |count| (place, count))) {
            homes.entry(count.number()).or_default().insert(place.clone());
        }
        for count in here.into_iter().filter(|count| count.low >= TELLING) {
            let home = homes.get(&count.number()).filter(|homes| homes.len() == 1).and_then(BTreeSet::first);
            if let Some(home) = home.and_then(|home| named.get_mut(home)) {
                home.push(count);
            }
        }
        self.grows(&mut whole);
        for counts in named.values_mut() {
            self.grows(counts);
        }
        let named = named.into_iter().map(|(place, counts)| (Some(place), counts));
        let all = std::iter::once((None, whole)).chain(named).filter(|(_, counts)| !counts.is_empty());
        all.map(|(place, counts)| Grouped { kind: kind.clone(), place, counts }).collect()
    }

    /// Leaves out what is of something else: of the numbers of one day those that are far from most articles', and what is far
    /// below an earlier day's.
    fn grows(&self, counts: &mut Vec<Count>) {
        counts.sort_by_key(|count| {
            (self.0[count.at.entry as usize].is_none(), self.0[count.at.entry as usize], count.high)
        });
        let same_day = |one: &Count, other: &Count| self.0[one.at.entry as usize] == self.0[other.at.entry as usize];
        let mut most = 0;
        let mut kept = Vec::with_capacity(counts.len());
        for day in counts.chunk_by(same_day) {
            let clusters = day.chunk_by(|one, other| one.high as f64 >= PART * other.high as f64);
            let articles =
                |cluster: &[Count]| cluster.iter().map(|count| count.at.entry).collect::<BTreeSet<_>>().len();
            let Some(told) = clusters.max_by_key(|cluster| articles(cluster)) else { continue };
            kept.extend(told.iter().filter(|count| count.high as f64 >= PART * most as f64).cloned());
            most = kept.iter().map(|count: &Count| count.high).max().unwrap_or_default();
        }
        *counts = kept;
    }
}

/// Takes from the whole's counts those that have the number of a place and of no other article's whole. Where the whole is still
/// `open`, a place is one only if all its numbers are well below the whole's.
fn strays(whole: &mut Vec<Count>, named: &BTreeMap<Place, Vec<Count>>, open: bool) -> Vec<Count> {
    let greatest = |counts: &[Count]| counts.iter().map(|count| count.high).max().unwrap_or_default();
    let most = greatest(whole);
    let part = |counts: &&Vec<Count>| !open || (greatest(counts) as f64) < ONE_THING * most as f64;
    let of_place: BTreeSet<(i64, i64)> = named.values().filter(part).flatten().map(Count::number).collect();
    let mut articles: BTreeMap<(i64, i64), BTreeSet<u32>> = BTreeMap::new();
    for count in whole.iter() {
        articles.entry(count.number()).or_default().insert(count.at.entry);
    }
    let stray =
        |count: &Count| articles[&count.number()].len() == 1 && of_place.contains(&count.number()) && count.high < most;
    whole.extract_if(.., |count| stray(count)).collect()
}

/// Whether the counts of a place are those of the whole: they have a number in common, and no article gives both apart.
fn is_whole(whole: &[Count], place: &[Count]) -> bool {
    let numbers: BTreeSet<(i64, i64)> = whole.iter().map(Count::number).collect();
    place.iter().any(|count| numbers.contains(&count.number())) && !apart(whole, place)
}

/// Whether an article gives both with numbers that cannot be of one thing.
fn apart(whole: &[Count], place: &[Count]) -> bool {
    let mut of_article: BTreeMap<u32, Vec<&Count>> = BTreeMap::new();
    for count in place {
        of_article.entry(count.at.entry).or_default().push(count);
    }
    let beside = |count: &Count| of_article.get(&count.at.entry).into_iter().flatten();
    whole.iter().any(|count| beside(count).any(|other| !near(count, other)))
}

/// Whether an article that gives both may mean one thing.
fn near(one: &Count, other: &Count) -> bool {
    let (small, great) = (one.high.min(other.high) as f64, one.high.max(other.high) as f64);
    small >= ONE_THING * great || one.low <= other.high && other.low <= one.high
}

/// Joins what some articles call confirmed, or place, and others do not, where they give the same numbers.
fn join_unsure(groups: &mut Vec<Grouped>) {
    let mut at = 0;
    while at < groups.len() {
        let own = &groups[at];
        let plain = Kind { sure: "", ..own.kind.clone() };
        let joins = |home: &Grouped| {
            let placed = home.place == own.place || home.place.is_none() || own.place.is_none();
            home.kind == plain && placed && is_whole(&home.counts, &own.counts)
        };
        let home = groups.iter().position(joins).filter(|_| !own.kind.sure.is_empty());
        match home {
            Some(home) => {
                let joined = groups.remove(at);
                let home = &mut groups[home - usize::from(home > at)];
                home.counts.extend(joined.counts);
                home.place = home.place.take().or(joined.place);
            }
            None => at += 1,
        }
    }
}

impl Grouped {
    /// The series of the counts, where two articles give them.
    fn finished(self, entries: &[Entry], order: &Order) -> Option<Series> {
        let articles: BTreeSet<u32> = self.counts.iter().map(|count| count.at.entry).collect();
        if articles.len() < 2 {
            return None;
        }
        let place = match self.place {
            Some(Place::Named(Ok(actor))) => Some(Where::Actor(actor)),
            Some(Place::Named(Err(name))) => Some(Where::Named(name)),
            Some(Place::World) => Some(Where::World),
            Some(Place::Whole | Place::Here) | None => None,
        };
        let group = (self.kind.group != Group::People).then(|| noun(entries, &self.counts)).flatten();
        let value = |count: &Count| Value {
            as_of: order.as_of(count),
            sentence: count.at,
            quantity: count.quantity,
            low: count.low,
            high: count.high,
            hedge: count.hedge,
        };
        let mut values: Vec<Value> = self.counts.iter().map(value).collect();
        values.sort_unstable();
        values.dedup();
        let Kind { befell, sure, year, .. } = self.kind;
        let disputed = disputed(&values);
        Some(Series { befell, group, sure, place, year, values, disputed })
    }
}

/// The noun that most of the counts have.
fn noun(entries: &[Entry], counts: &[Count]) -> Option<String> {
    let mut nouns: BTreeMap<String, usize> = BTreeMap::new();
    for count in counts {
        let entry = &entries[count.at.entry as usize];
        if let Some(noun) = entry.reading.quantities[count.quantity as usize].noun {
            *nouns.entry(noun.of(&entry.article.saved.text).to_owned()).or_default() += 1;
        }
    }
    nouns.into_iter().max_by_key(|(noun, times)| (*times, Reverse(noun.clone()))).map(|(noun, _)| noun)
}

/// Whether two articles of one day give numbers that cannot be one.
fn disputed(values: &[Value]) -> bool {
    let apart = |one: &Value, other: &Value| {
        one.as_of.is_some()
            && one.as_of == other.as_of
            && one.sentence.entry != other.sentence.entry
            && !one.fits(other)
    };
    values.iter().enumerate().any(|(at, one)| {
        let rest = values[at + 1..].iter().take(COMPARED).take_while(|other| other.as_of == one.as_of);
        rest.into_iter().any(|other| apart(one, other))
    })
}

impl Value {
    /// Whether both can be one number, as far as their hedges say.
    fn fits(&self, other: &Self) -> bool {
        let (own, others) = (self.reach(), other.reach());
        own.0 <= others.1 && others.0 <= own.1
    }

    /// The numbers that it may mean.
    fn reach(&self) -> (i64, i64) {
        match self.hedge {
            Hedge::Exact => (self.low, self.high),
            Hedge::About => (self.low - self.low / 8, self.high + self.high / 8),
            Hedge::AtLeast => (self.low, self.high + self.high / 2),
            Hedge::AtMost => (self.low / 2, self.high),
        }
    }
}
