//! The ids of actors: their records' file stems, else the slugs of their names.

use super::records::Records;
use crate::base::ActorId;
use crate::model::ActorKind;
use std::collections::{BTreeMap, BTreeSet};

/// Names of pages that stand beside those of actors.
const PAGES: [&str; 5] = ["index", "index-a-z", "unlinked", "review", "all"];

/// Ids for actors of the given names and kinds; a name with a record keeps the record's id.
///
/// Where two names have one slug, the one that comes first in order of kind and name keeps it, and the other adds its
/// kind, then a number: what an actor is called does not depend on how often it is mentioned. Each of these words makes
/// another slug, since a slug that has to be cut ends in a hash of all of them.
pub(super) fn ids(names: &[(&str, ActorKind, Option<u32>)], records: &Records<'_>) -> Vec<ActorId> {
    let mut taken: BTreeSet<ActorId> = PAGES.iter().map(|page| ActorId::new(page)).collect();
    for record in records.all {
        taken.insert(record.id.clone());
        taken.extend(record.was.iter().cloned());
    }
    let mut ids: Vec<Option<ActorId>> =
        names.iter().map(|(.., record)| record.map(|at| records.all[at as usize].id.clone())).collect();
    let mut order: Vec<usize> = (0..names.len()).filter(|at| ids[*at].is_none()).collect();
    order.sort_by_key(|at| (names[*at].1, names[*at].0, *at));
    // How far the numbers of a slug have come, so that a thousand of one name cost a thousand steps.
    let mut numbers: BTreeMap<ActorId, u32> = BTreeMap::new();
    for at in order {
        let (name, kind, _) = names[at];
        let plain = ActorId::new(name);
        let mut id = plain.clone();
        if taken.contains(&id) {
            id = ActorId::new(&format!("{plain} {}", kind.word()));
            let number = numbers.entry(id.clone()).or_insert(1);
            while taken.contains(&id) {
                *number += 1;
                id = ActorId::new(&format!("{plain} {} {number}", kind.word()));
            }
        }
        taken.insert(id.clone());
        ids[at] = Some(id);
    }
    ids.into_iter().flatten().collect()
}
