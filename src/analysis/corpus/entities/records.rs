//! What the editor's records decide.

use crate::model::{ActorKind, Record};
use crate::text::lexicon::actors::{ACTORS, Sense};
use crate::text::lexicon::fold;
use std::collections::{BTreeMap, BTreeSet};

/// The records, by the names they list.
pub(super) struct Records<'d> {
    pub(super) all: &'d [Record],
    /// Folded aliases, and the records that list them.
    aliases: BTreeMap<String, Vec<u32>>,
    /// Folded names, also the usual ones of what the word lists know.
    names: BTreeMap<String, Vec<u32>>,
    /// Folded look-alikes of each record.
    not: Vec<BTreeSet<String>>,
}

impl<'d> Records<'d> {
    pub(super) fn new(all: &'d [Record]) -> Self {
        let (mut aliases, mut names) = (BTreeMap::<_, Vec<u32>>::new(), BTreeMap::<_, Vec<u32>>::new());
        for (at, record) in (0..).zip(all) {
            for alias in &record.aliases {
                aliases.entry(fold::fold(alias)).or_default().push(at);
            }
            let name = fold::fold(&record.name);
            let listed = ACTORS
                .named(&name)
                .find(|meaning| meaning.sense <= Sense::Acronym && ACTORS.get(meaning.actor).kind() == record.kind);
            if let Some(listed) = listed {
                names.entry(fold::fold(ACTORS.get(listed.actor).name)).or_default().push(at);
            }
            names.entry(name).or_default().push(at);
        }
        names.values_mut().chain(aliases.values_mut()).for_each(Vec::dedup);
        let not = all.iter().map(|record| record.not.iter().map(|name| fold::fold(name)).collect()).collect();
        Self { all, aliases, names, not }
    }

    /// Whether the record says that a folded name is not its actor's.
    pub(super) fn bars(&self, record: Option<u32>, key: &str) -> bool {
        record.is_some_and(|record| self.not[record as usize].contains(key))
    }

    /// Whether the record lists a folded spelling as an alias.
    pub(super) fn lists(&self, record: u32, key: &str) -> bool {
        self.aliases.get(key).is_some_and(|records| records.contains(&record))
    }

    /// The record that lists a folded name as an alias: of the same kind first, else any that `fits`; the first of two.
    pub(super) fn with_alias(&self, key: &str, kind: ActorKind, fits: impl Fn(&Record) -> bool) -> Option<u32> {
        self.find(&self.aliases, key, kind, fits)
    }

    /// The record of a folded name: of the same kind first, else of the same sort.
    pub(super) fn with_name(&self, key: &str, kind: ActorKind) -> Option<u32> {
        self.find(&self.names, key, kind, |record| is_of_sort(record, kind))
    }

    /// The record of the given name: of the same kind first, else any that `fits`; the first of two.
    fn find(
        &self,
        by: &BTreeMap<String, Vec<u32>>,
        key: &str,
        kind: ActorKind,
        fits: impl Fn(&Record) -> bool,
    ) -> Option<u32> {
        let records = by.get(key)?;
        let same = records.iter().find(|record| self.all[**record as usize].kind == kind);
        same.or_else(|| records.iter().find(|record| fits(&self.all[**record as usize]))).copied()
    }
}

/// Whether a record and what is of such a kind are both places, or neither.
pub(super) fn is_of_sort(record: &Record, kind: ActorKind) -> bool {
    (record.kind == ActorKind::Place) == (kind == ActorKind::Place)
}
