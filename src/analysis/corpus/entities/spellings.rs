//! Finds people whose full names have the same words in another order, or differ by the slip of one letter.
//!
//! Names are looked up by themselves without each of their letters (the deletions of symmetric spelling correction, Garbe 2012),
//! so the work grows with the names.

use super::work::Work;
use crate::text::naming::{PersonName, differ_by_gender};
use crate::text::tagger::hash;
use std::collections::BTreeMap;

/// Fewest letters of a full name in which one letter may be a slip.
const LONG: usize = 10;
/// Most nodes with one deletion that are compared with each other.
const MOST: usize = 6;

/// Pairs of nodes whose names may be one person's.
#[derive(Default)]
pub(super) struct Alike {
    /// Names with the same words.
    pub(super) reordered: Vec<(u32, u32)>,
    /// Names that differ by a letter.
    pub(super) slips: Vec<(u32, u32)>,
}

/// The pairs among all people with a full name.
pub(super) fn alike(work: &Work<'_>) -> Alike {
    let mut names: BTreeMap<(Vec<&str>, u32), &PersonName> = BTreeMap::new();
    for (local, node) in work.locals.iter().zip(&work.node_of) {
        let (Some(name), Some(node)) = (&local.person, *node) else { continue };
        if !local.actor.listed && !name.is_initial() {
            names.insert((words(name), node), name);
        }
    }
    let mut found = Alike::default();
    let mut joined: Vec<(String, u32, &PersonName)> = Vec::new();
    let mut before: Option<(&Vec<&str>, u32, &PersonName)> = None;
    for ((words, node), name) in &names {
        match before {
            Some((same, first, other)) if same == words => {
                // Whoever has them in the same order was kept apart for a reason.
                let reordered = name.given != other.given && !name.has_two_given();
                if first != *node && reordered {
                    found.reordered.push((first, *node));
                }
            }
            _ => {
                before = Some((words, *node, name));
                joined.push((words.concat(), *node, name));
            }
        }
    }
    // By hash, as most names have no other near: what meets by chance is told apart below.
    let mut deletions: Vec<(u64, u32)> = Vec::with_capacity(joined.len() * LONG);
    for (at, (letters, ..)) in (0..).zip(&joined).filter(|(_, (letters, ..))| letters.len() >= LONG) {
        let without = |skipped: usize| {
            let kept = letters.bytes().enumerate().filter(move |(place, _)| *place != skipped);
            kept.fold(0, |hash, (_, byte)| hash::fold(hash, u64::from(byte)))
        };
        deletions.extend((0..=letters.len()).map(|skipped| (without(skipped), at)));
    }
    deletions.sort_unstable();
    deletions.dedup();
    for near in deletions.chunk_by(|a, b| a.0 == b.0).filter(|near| (2..=MOST).contains(&near.len())) {
        for (count, (_, a)) in near.iter().enumerate() {
            for (_, b) in &near[count + 1..] {
                let ((letters, node_a, one), (others, node_b, other)) = (&joined[*a as usize], &joined[*b as usize]);
                let two = one.differ_as_listed(other) || differ_by_gender(&one.written, &other.written);
                if node_a != node_b && !two && strsim::osa_distance(letters, others) == 1 {
                    found.slips.push((*node_a.min(node_b), *node_a.max(node_b)));
                }
            }
        }
    }
    found.slips.sort_unstable();
    found.slips.dedup();
    found
}

/// The words of a name in the order of the alphabet.
fn words(name: &PersonName) -> Vec<&str> {
    let mut words: Vec<&str> = name.middle.iter().map(String::as_str).collect();
    words.extend([name.surname.as_str(), name.given.as_str()]);
    words.sort_unstable();
    words
}
