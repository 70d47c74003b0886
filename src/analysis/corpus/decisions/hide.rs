//! Takes what hidden sentences tell out of everything that the dossier tells.

use crate::model::{Decided, Discrepancy, Entry, Event, Quotation, SentenceRef};
use std::collections::BTreeSet;

/// What a dossier tells besides its claims.
pub struct Told<'t> {
    /// What happened when.
    pub events: &'t mut Vec<Event>,
    /// Who said what.
    pub quotations: &'t mut Vec<Quotation>,
    /// Where sources differ.
    pub discrepancies: &'t mut Vec<Discrepancy>,
}

/// Leaves hidden sentences out of all that is told, and marks them in their articles.
pub fn hide(decided: &[Decided], told: &mut Told<'_>, entries: &mut [Entry]) {
    let hidden: BTreeSet<SentenceRef> = decided.iter().flat_map(|decided| decided.hidden.iter().copied()).collect();
    if hidden.is_empty() {
        return;
    }
    told.events.retain(|event| !hidden.contains(&event.at));
    for event in told.events.iter_mut() {
        event.also.retain(|at| !hidden.contains(at));
    }
    for quotation in told.quotations.iter_mut() {
        quotation.wordings.retain(|wording| {
            let statement = &entries[wording.at.entry as usize].reading.statements[wording.at.statement as usize];
            let at = |sentence| SentenceRef { entry: wording.at.entry, sentence };
            !statement.sentences.iter().any(|sentence| hidden.contains(&at(*sentence)))
        });
    }
    told.quotations.retain(|quotation| !quotation.wordings.is_empty());
    for discrepancy in told.discrepancies.iter_mut() {
        discrepancy.also.retain(|at| !hidden.contains(at));
        for side in &mut discrepancy.sides {
            side.sentences.retain(|at| !hidden.contains(at));
        }
        discrepancy.sides.retain(|side| !side.sentences.is_empty());
    }
    told.discrepancies.retain(|discrepancy| discrepancy.sides.len() > 1);
    for at in hidden {
        entries[at.entry as usize].hidden.insert(at.sentence);
    }
}
