//! The articles of known days that an article of an unknown day is most like.

use super::window::{Window, in_words};
use crate::analysis::corpus::candidates::{self, Bounds};
use crate::model::{Article, Reading, Role};
use crate::text::lexicon::content::content_words;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// How many articles must lie close together.
const NEAREST: usize = 3;
/// How many articles of known days there must be at least: the nearest of a few are near nothing.
const KNOWN: usize = 8;
/// Within how many days they lie.
const CLOSE: i64 = 20;
/// How many days before the first and behind the last of them the article may lie.
const AROUND: u64 = 10;
/// Most words of an article that are looked at, the rarest first.
const WORDS: usize = 120;
/// Least weight of a word that is looked at: what is frequent in English is in every article.
const LEAST: f32 = 2.0;
/// Articles with one word that are looked at, and how many one is compared with.
const BOUNDS: Bounds = Bounds { back: 200, rare: true, features: WORDS, compared: NEAREST };

/// For each article without a known day the days around the articles most like it.
pub(super) fn windows(articles: &[Article], readings: &[Reading], days: &[Option<NaiveDate>]) -> Vec<Option<Window>> {
    // Those of known days stand first, so that the others look back at all of them.
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by_key(|at| days[*at].is_none());
    let known = order.partition_point(|at| days[*at].is_some());
    if known < KNOWN {
        return (0..articles.len()).map(|_| None).collect();
    }
    let features = |at: u32| words(&articles[order[at as usize]], &readings[order[at as usize]]);
    let worth = |at: u32, other: u32, _| at as usize >= known && (other as usize) < known;
    let day = |at: u32, other: u32| days[order[other as usize]].map(|day| (at, day));
    let mut near: BTreeMap<u32, Vec<NaiveDate>> = BTreeMap::new();
    for (at, day) in candidates::alike(articles.len(), BOUNDS, features, worth, day) {
        near.entry(at).or_default().push(day);
    }
    let mut windows: Vec<Option<Window>> = (0..articles.len()).map(|_| None).collect();
    for (at, days) in near {
        windows[order[at as usize]] = window(&days);
    }
    windows
}

/// The days around those of the articles most like one, where they lie close together.
fn window(days: &[NaiveDate]) -> Option<Window> {
    let (first, last) = days.iter().min().zip(days.iter().max())?;
    if days.len() < NEAREST || (*last - *first).num_days() > CLOSE {
        return None;
    }
    let from = first.checked_sub_days(Days::new(AROUND))?;
    let to = last.checked_add_days(Days::new(AROUND))?;
    let those = if first == last { in_words(*first) } else { format!("{} to {}", in_words(*first), in_words(*last)) };
    Some(Window { from, to, likely: None, why: format!("is most like articles of {those}") })
}

/// The rarest words of an article, each once, with their weights in tenths.
fn words(article: &Article, reading: &Reading) -> Vec<(u32, u16)> {
    let body = reading.sentences.iter().filter(|sentence| matches!(sentence.role, Role::Body | Role::Headline));
    let words = body.flat_map(|sentence| content_words(&article.saved.text, sentence.span));
    let rare = words.filter(|word| word.weight >= LEAST);
    let mut words: Vec<(u32, u16)> = rare.map(|word| (word.stem as u32, word.tenths())).collect();
    words.sort_unstable();
    words.dedup_by_key(|word| word.0);
    words.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    words.truncate(WORDS);
    words.sort_unstable();
    words
}
