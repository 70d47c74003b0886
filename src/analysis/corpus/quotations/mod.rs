//! Quotations: joins the wordings in which several articles give one quotation.
//!
//! Statements of one speaker with the same words are one wording ([`gather`]). Wordings that quote much the same, or say
//! much the same ([`content`]), are one quotation ([`join`]): each with each of it, so that chains do not drift, and no
//! article is in it with two wordings. How they differ is told word by word ([`compare`]).

mod compare;
mod content;
mod gather;
mod join;
mod words;

use super::compare::Signature;
use crate::base::PartialDate;
use crate::model::{Entry, Quotation, Statement, StatementRef};
use gather::Group;

/// The quotations of `entries`, whose sentences have these `signatures`, in order of their first wording's publication, those
/// without a date last.
///
/// Every statement with a speaker is a wording of exactly one; a statement without one is where another article has it.
/// Publication dates are put in order as they are written: one without a time comes before the times of its day.
#[must_use]
pub fn quotations(entries: &[Entry], signatures: &[Signature]) -> Vec<Quotation> {
    let groups = gather::gather(entries, signatures);
    let mut quotations: Vec<(Order<'_>, Quotation)> = Vec::new();
    for members in join::join(&groups) {
        let mut statements: Vec<StatementRef> =
            members.iter().flat_map(|at| groups[*at as usize].statements.clone()).collect();
        statements.sort_by_cached_key(|at| order(entries, *at));
        let lone = statements.len() == 1 && !has_speaker(statement(entries, statements[0]));
        if let (Some(first), false) = (statements.first(), lone) {
            let order = order(entries, *first);
            let speaker = speaker(&groups, &members);
            quotations.push((order, Quotation { speaker, wordings: compare::wordings(entries, &statements) }));
        }
    }
    quotations.sort_by(|a, b| a.0.cmp(&b.0));
    quotations.into_iter().map(|(_, quotation)| quotation).collect()
}

/// What wordings are put in order by: undated last, the earliest first; of one date, those of a known outlet before those
/// of an unknown one, and altered copies last.
type Order<'e> = (bool, Option<PartialDate>, (bool, bool), &'e str, u32);

fn order(entries: &[Entry], at: StatementRef) -> Order<'_> {
    let article = &entries[at.entry as usize].article;
    let published = article.meta.standing();
    let doubts = (article.meta.altered.is_some(), article.meta.outlet.is_none());
    (published.is_none(), published, doubts, article.id.as_str(), at.statement)
}

fn statement(entries: &[Entry], at: StatementRef) -> &Statement {
    &entries[at.entry as usize].reading.statements[at.statement as usize]
}

const fn has_speaker(statement: &Statement) -> bool {
    statement.speaker.is_some() || statement.by.is_some()
}

/// Who speaks: whoever speaks for another rather than that other.
fn speaker(groups: &[Group], members: &[u32]) -> Option<u32> {
    let voices = || members.iter().map(|at| groups[*at as usize].content.voice);
    let for_another = voices().find(|voice| voice.by.is_some() && voice.on_behalf_of.is_some());
    for_another.or_else(|| voices().find(|voice| voice.by.is_some()))?.by
}
