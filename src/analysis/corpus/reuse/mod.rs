//! Tells which articles' texts come from each other: copies, retellings, versions.
//!
//! Every article is outlined once; candidates come from an index of shingles, one of rare words, and metadata, a few for
//! each article whatever the size of the dossier; each pair of candidates is then compared exactly. Most pairs of news on
//! one event share words, so that no similarity of whole texts tells a copy: how much of the *shorter* one's wording the
//! other contains does, with quotations set aside, since whoever was there quotes the same.

mod candidates;
mod credit;
mod order;
mod outline;
mod wording;

use crate::model::{Derivation, Derived, Entry, Evidence, Reading};
use candidates::candidates;
use credit::{Credited, Credits, derived};
use order::{Order, order};
use outline::{Outline, outline};
use rayon::prelude::*;
use wording::{Own, shared};

/// Share of the shorter one's shingles that makes a copy. Among articles on one event, it parted copies from texts that
/// share no more than quotations with precision and recall of 0.92.
const COPIED: f32 = 0.3;

/// The same where one agency's credit stands in both.
const COPIED_WITH_CREDIT: f32 = 0.15;

/// Least share of wording of two states of one page.
const SAME_PAGE: f32 = 0.1;

/// Least shingles of a text whose wording is compared: a few words may be the same by chance.
const LEAST_SHINGLES: usize = 20;

/// Least score of a retelling: as likely as not.
const RETOLD: f32 = 0.5;

/// Most derivations of one entry that are kept, those with most of its words first.
const MOST_DERIVATIONS: usize = 16;

/// How alike two articles are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// Share of each one's shingles that the other has, 0 to 1, quotations set aside.
    pub contained: [f32; 2],
    /// How strongly it shows that one retells the other: 0 to 1, from 0.5 on it probably does.
    pub retelling: f32,
}

/// Compares two articles, each given by its saved text and its reading.
#[must_use]
pub fn compare(one: (&str, &Reading), other: (&str, &Reading)) -> Comparison {
    let (one, other) = (outline(one.0, one.1), outline(other.0, other.1));
    let shared = shared(&one, &other) as f32;
    let contained = [&one, &other].map(|outline| shared / outline.shingles.len().max(1) as f32);
    Comparison { contained, retelling: order(&one, &other).score }
}

/// The derivations among `entries`, in order of the derived entry and its source; where nothing decides which of two came
/// first, both are told to derive from the other.
#[must_use]
pub fn reuse(entries: &[Entry]) -> Vec<Derivation> {
    let outlines = outlines(entries);
    let credits: Vec<Credits> = entries.iter().map(Credits::of).collect();
    let pairs = candidates(entries, &outlines, &credits);
    let judged = |&(one, other): &(u32, u32)| {
        let [one, other] = [one, other].map(|index| Side {
            index,
            entry: &entries[index as usize],
            outline: &outlines[index as usize],
            credits: &credits[index as usize],
        });
        judge(one, other)
    };
    let mut found: Vec<Derivation> = pairs.par_iter().flat_map_iter(judged).collect();
    found.sort_by_key(|derivation| (derivation.entry, std::cmp::Reverse(derivation.share), derivation.from));
    let mut kept: Vec<Derivation> = Vec::with_capacity(found.len());
    for same in found.chunk_by(|one, other| one.entry == other.entry) {
        kept.extend_from_slice(&same[..same.len().min(MOST_DERIVATIONS)]);
    }
    kept.sort_by_key(|derivation| (derivation.entry, derivation.from));
    kept
}

/// How many pairs of `entries` are compared, by which the cost of [`reuse()`] grows.
#[must_use]
pub fn compared(entries: &[Entry]) -> usize {
    candidates(entries, &outlines(entries), &entries.iter().map(Credits::of).collect::<Vec<_>>()).len()
}

fn outlines(entries: &[Entry]) -> Vec<Outline> {
    entries.par_iter().map(|entry| outline(&entry.article.saved.text, &entry.reading)).collect()
}

/// One of two articles that are compared.
#[derive(Clone, Copy)]
struct Side<'e> {
    index: u32,
    entry: &'e Entry,
    outline: &'e Outline,
    credits: &'e Credits,
}

impl<'e> Side<'e> {
    const fn credited(&self) -> Credited<'e> {
        (self.entry, self.credits)
    }
}

/// What metadata say of two articles, as a phrase.
fn credit(one: &Credits, other: &Credits, said: bool) -> Option<&'static str> {
    if said {
        Some("its metadata name the other as its source")
    } else if one.same_address(other) {
        Some("both were saved from one address")
    } else if one.same_headline(other) {
        Some("one outlet published both under one headline")
    } else if one.same_agency(other) {
        Some("both credit one agency")
    } else {
        None
    }
}

/// The derivation between two articles, one for each direction that is left open; none where they are not alike.
fn judge(one: Side<'_>, other: Side<'_>) -> Vec<Derivation> {
    let id = |side: &Side<'_>| side.entry.article.id.as_str().to_owned();
    let said = one.credits.copies(other.credits, &id(&other)) || other.credits.copies(one.credits, &id(&one));
    let shorter = one.outline.shingles.len().min(other.outline.shingles.len());
    let contained = match shorter {
        ..LEAST_SHINGLES => 0.0,
        _ => shared(one.outline, other.outline) as f32 / shorter as f32,
    };
    let same_page = one.credits.same_address(other.credits) && contained >= SAME_PAGE
        || one.credits.same_headline(other.credits) && contained >= COPIED;
    let credited = said || one.credits.same_agency(other.credits);
    let (how, order) = if same_page {
        (Derived::Version, None)
    } else if contained >= COPIED || credited && contained >= COPIED_WITH_CREDIT {
        (Derived::Copy, None)
    } else {
        let order = order(one.outline, other.outline);
        if order.score < RETOLD && !said {
            return Vec::new();
        }
        (Derived::Retelling, Some(order))
    };
    let credit = credit(one.credits, other.credits, said);
    let own = |side: Side<'_>| Own::of(&side.entry.article.saved.text, &side.entry.reading);
    let words = [own(one), own(other)];
    let derivation = |entry: Side<'_>, from: Side<'_>, directed: bool| {
        let forward = entry.index == one.index;
        let [own, source] = if forward { [&words[0], &words[1]] } else { [&words[1], &words[0]] };
        let wording = own.wording(source);
        let mut evidence: Vec<Evidence> = credit.map(Evidence::Credit).into_iter().collect();
        if let Some(order) = &order {
            evidence.extend(aligned(order, one, other, forward));
        }
        evidence.extend(wording.passages);
        Derivation { entry: entry.index, from: from.index, directed, how, share: wording.share, evidence }
    };
    match derived(one.credited(), other.credited()) {
        Some(true) => vec![derivation(one, other, true)],
        Some(false) => vec![derivation(other, one, true)],
        None => vec![derivation(one, other, false), derivation(other, one, false)],
    }
}

/// The sentences that tell the same in the same order, those of the derived entry first.
fn aligned(order: &Order, one: Side<'_>, other: Side<'_>, forward: bool) -> Vec<Evidence> {
    let pair = |found: &order::Match| (one.outline.told[found.one].id, other.outline.told[found.other].id);
    let evidence =
        |(left, right)| if forward { Evidence::Aligned(left, right) } else { Evidence::Aligned(right, left) };
    order.chain.iter().map(pair).map(evidence).collect()
}
