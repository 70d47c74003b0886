//! What the editor's records decide.

use super::Work;
use crate::model::{ActorKind, Record, Why};
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

    /// Gives the local actors that records list to the records' actors.
    pub(super) fn claim(&self, work: &mut Work<'_>) {
        if self.all.is_empty() {
            return;
        }
        for at in 0..work.locals.len() as u32 {
            let local = &work.locals[at as usize];
            let (key, kind) = (&local.key, local.kind);
            let own = self.find(&self.aliases, key, kind, |_| true);
            let found = own
                .or_else(|| self.find(&self.names, key, kind, |record| is_place(record.kind) == is_place(kind)))
                .filter(|record| !self.bars(Some(*record), key))
                .or_else(|| self.by_spelling(work, at));
            if let Some(record) = found {
                work.put(at, record, Why::SameName);
            }
        }
    }

    /// The record that lists another spelling of the local actor, not a surname that others may share.
    fn by_spelling(&self, work: &Work<'_>, at: u32) -> Option<u32> {
        let local = &work.locals[at as usize];
        let (article, reading) = (&work.articles[local.entry as usize], &work.readings[local.entry as usize]);
        local
            .actor
            .mentions
            .iter()
            .filter(|mention| {
                !matches!(
                    mention.why,
                    Why::Surname | Why::TitledSurname | Why::GivenName | Why::Reference | Why::People | Why::Seat
                )
            })
            .find_map(|mention| {
                let words = reading.mentions[mention.mention as usize].span.of(&article.saved.text);
                let key = fold::fold(words);
                let record =
                    self.find(&self.aliases, &key, local.kind, |record| is_place(record.kind) == is_place(local.kind))?;
                (!self.bars(Some(record), &key) && !self.bars(Some(record), &local.key)).then_some(record)
            })
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

const fn is_place(kind: ActorKind) -> bool {
    matches!(kind, ActorKind::Place)
}
