//! What the articles say of two actors of the dossier, and whose deeds its events are.

use crate::base::SentenceId;
use crate::model::{Entry, Relation, SentenceRef};

/// What the articles say of two actors, by the verb's subject, in order.
#[must_use]
pub(super) fn relations(entries: &[Entry]) -> Vec<Relation> {
    let mut all: Vec<Relation> = Vec::new();
    for (at, entry) in (0..).zip(entries) {
        for note in entry.reading.relations.iter().filter(|note| !entry.hidden.contains(&note.sentence)) {
            let actor = |mention: u32| entry.actors.get(mention as usize).copied().flatten();
            let (Some(subject), Some(object)) = (actor(note.subject), actor(note.object)) else { continue };
            let place = SentenceRef { entry: at, sentence: note.sentence };
            if subject != object {
                all.push(Relation { subject, kind: note.kind, object, at: place, words: note.words });
            }
        }
    }
    all.sort_unstable();
    all
}

/// The actors that are subjects of what a sentence tells, in order.
pub(super) fn subjects(entry: &Entry, sentence: SentenceId) -> Vec<u32> {
    let acts = &entry.reading.acts;
    let from = acts.partition_point(|act| act.sentence < sentence);
    let here = acts[from..].iter().take_while(|act| act.sentence == sentence);
    let mut subjects: Vec<u32> =
        here.filter_map(|act| entry.actors.get(act.subject as usize).copied().flatten()).collect();
    subjects.sort_unstable();
    subjects.dedup();
    subjects
}
