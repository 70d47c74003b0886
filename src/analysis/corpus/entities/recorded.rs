//! Gives the local actors that records list to the records' actors.

use super::records::{Records, is_of_sort};
use super::work::Work;
use crate::model::{Record, Why};
use crate::text::lexicon::fold;

/// Joins what records list, by name, alias or another spelling.
pub(super) fn join(work: &mut Work<'_>) {
    let records = work.records;
    if records.all.is_empty() {
        return;
    }
    for at in 0..work.locals.len() as u32 {
        let local = &work.locals[at as usize];
        let (key, kind) = (&local.key, local.kind);
        let found = records
            .with_alias(key, kind, |_| true)
            .or_else(|| records.with_name(key, kind))
            .filter(|record| !records.bars(Some(*record), key))
            .or_else(|| by_spelling(records, work, at));
        if let Some(record) = found {
            work.put(at, record, Why::SameName);
        }
    }
}

/// The record that lists another spelling of the local actor, not a surname that others may share.
fn by_spelling(records: &Records<'_>, work: &Work<'_>, at: u32) -> Option<u32> {
    let local = &work.locals[at as usize];
    let (article, reading) = (&work.articles[local.entry as usize], &work.readings[local.entry as usize]);
    let whole = |why| {
        !matches!(why, Why::Surname | Why::TitledSurname | Why::GivenName | Why::Reference | Why::People | Why::Seat)
    };
    local.actor.mentions.iter().filter(|mention| whole(mention.why)).find_map(|mention| {
        let words = reading.mentions[mention.mention as usize].span.of(&article.saved.text);
        let key = fold::fold(words);
        let of_sort = |record: &Record| is_of_sort(record, local.kind);
        let record = records.with_alias(&key, local.kind, of_sort)?;
        (!records.bars(Some(record), &key) && !records.bars(Some(record), &local.key)).then_some(record)
    })
}
