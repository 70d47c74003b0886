//! How one article's text stands to another's.

use crate::base::{SentenceId, Span};
use std::collections::BTreeMap;

/// One article's text that comes, or probably comes, from another's.
///
/// `entry` is the derived one and `from` its source where `directed`; else which came first is unknown, and the same
/// relation is told a second time from the other's side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derivation {
    /// Index of the entry.
    pub entry: u32,
    /// Index of the other entry.
    pub from: u32,
    /// Whether dates or credits decide which came first.
    pub directed: bool,
    /// The relation.
    pub how: Derived,
    /// Share of `entry`'s own words, quotations set aside, that stand in `from` too: 0 to 100.
    pub share: u8,
    /// What shows it.
    pub evidence: Vec<Evidence>,
}

/// How a text derives from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Derived {
    /// Much of the wording is the same.
    Copy,
    /// Little of the wording is the same, but it tells the same in the same order: probably derived.
    Retelling,
    /// The same article, saved twice or changed by its publisher.
    Version,
}

impl Derived {
    /// The word that exports and pages use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::Retelling => "retelling",
            Self::Version => "version",
        }
    }
}

/// One piece of evidence that two texts belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The metadata of `entry` says so: `copied_from`, one canonical address, one agency.
    Credit(&'static str),
    /// The same words in both: a stretch of `entry`, and one of `from`.
    Passage(Span, Span),
    /// The same told at the same place of the order: a sentence of `entry`, and one of `from`.
    Aligned(SentenceId, SentenceId),
}

/// The derivations of `entry`; `derivations` stand in order of their entries.
#[must_use]
pub fn derivations_of(derivations: &[Derivation], entry: u32) -> &[Derivation] {
    let from = derivations.partition_point(|derivation| derivation.entry < entry);
    let count = derivations[from..].partition_point(|derivation| derivation.entry == entry);
    &derivations[from..from + count]
}

/// How many of `entries` are known or likely to derive from another of them, or with another from one source.
///
/// Of three copies of one text two are derived. `derivations` stand in order of their entries; `entries` each come once.
/// Cost grows with the count of entries and of their own derivations.
#[must_use]
pub fn derived_among(derivations: &[Derivation], entries: &[u32]) -> u32 {
    // Each entry, and each source outside, leads on to another of its group, the last one to itself.
    let mut leads: BTreeMap<u32, u32> = entries.iter().map(|entry| (*entry, *entry)).collect();
    let mut groups = entries.len() as u32;
    for entry in entries {
        for derivation in derivations_of(derivations, *entry) {
            // What lies outside ties its copies together only where it is their source for certain.
            let known = leads.contains_key(&derivation.from);
            if !known && !derivation.directed {
                continue;
            }
            leads.entry(derivation.from).or_insert(derivation.from);
            groups += u32::from(!known);
            let (one, other) = (last(&leads, *entry), last(&leads, derivation.from));
            if one != other {
                leads.insert(one, other);
                groups -= 1;
            }
        }
    }
    entries.len() as u32 - groups
}

/// The last that `entry` leads to.
fn last(leads: &BTreeMap<u32, u32>, mut entry: u32) -> u32 {
    while let Some(next) = leads.get(&entry).filter(|next| **next != entry) {
        entry = *next;
    }
    entry
}

#[cfg(test)]
mod tests {
    use super::*;

    fn derivation(entry: u32, from: u32, directed: bool) -> Derivation {
        Derivation { entry, from, directed, how: Derived::Copy, share: 90, evidence: Vec::new() }
    }

    #[test]
    fn of_copies_of_one_text_all_but_one_are_derived() {
        let copies = [derivation(1, 0, true), derivation(2, 0, true), derivation(2, 1, true), derivation(7, 5, true)];
        assert_eq!(derived_among(&copies, &[0, 1, 2]), 2);
        assert_eq!(derived_among(&copies, &[0, 1, 5, 9]), 1);
        assert_eq!(derived_among(&copies, &[0, 5]), 0);
        assert_eq!(derived_among(&copies, &[]), 0);
    }

    #[test]
    fn copies_of_a_text_that_is_not_among_them_count_once() {
        let directed = [derivation(1, 0, true), derivation(2, 0, true)];
        assert_eq!(derived_among(&directed, &[1, 2]), 1);
        // 1 may hold parts of both others, which have nothing to do with each other.
        let open = [derivation(0, 1, false), derivation(1, 0, false), derivation(1, 2, false), derivation(2, 1, false)];
        assert_eq!(derived_among(&open, &[0, 2]), 0);
        assert_eq!(derived_among(&open, &[0, 1, 2]), 2);
    }
}
