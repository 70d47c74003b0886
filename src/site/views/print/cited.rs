//! Which sentences each entry of the printed document cites, and which actors it names.

use super::kind::Kind;
use crate::model::{Level, SentenceRef, citations};
use crate::site::catalogue::Catalogue;
use crate::site::register::{self, ALSO, CITED, WORDINGS};
use crate::site::{note, series, shown};

/// Most sentences that are cited for a key point, the one that is shown among them.
pub(super) const POINT: usize = 12;
/// Most sentences that are shown for a side of a difference.
pub(super) const SIDE: usize = 4;
/// Most rows that are shown of a series, and most sentences that are cited for one.
pub(super) const ROWS: usize = 40;
pub(super) const ROW: usize = 8;
/// Most roles that are shown of an actor.
pub(super) const ROLES: usize = 3;

/// The sentences that an entry cites, in order.
pub(super) fn by(catalogue: &Catalogue<'_>, kind: Kind, item: u32) -> Vec<SentenceRef> {
    let dossier = catalogue.dossier;
    let at = item as usize;
    match kind {
        Kind::Judgements | Kind::Note => {
            let cited = citations(&dossier.notes[at].text);
            cited.filter_map(|(_, citation)| note::place_of(&citation, dossier)).collect()
        }
        Kind::Point => point(catalogue, item),
        Kind::Event => {
            let event = &dossier.events[at];
            let shown = register::shown_by(dossier, event);
            let others = std::iter::once(&event.at).chain(&event.also).copied().filter(|other| *other != shown);
            std::iter::once(shown).chain(others.take(ALSO)).collect()
        }
        Kind::Statement => {
            let wordings = dossier.quotations[at].wordings.iter().take(WORDINGS + CITED);
            wordings.filter_map(|wording| first_of(catalogue, wording.at)).collect()
        }
        Kind::Count => {
            let rows = series::rows(dossier, &dossier.series[at]);
            let sentences = rows.iter().take(ROWS).flat_map(|row| row.sentences.iter().take(ROW).copied());
            sentences.collect()
        }
        Kind::Difference => {
            let difference = &dossier.discrepancies[at];
            let sides = difference.sides.iter().flat_map(|side| side.sentences.iter().take(SIDE));
            sides.chain(difference.also.iter().take(ALSO)).copied().collect()
        }
        Kind::Actor => roles(catalogue, item).map(|(_, at)| at).collect(),
        Kind::Article | Kind::Endnote | Kind::Name | Kind::Source => Vec::new(),
    }
}

/// The sentence that a key point is shown by, then the others that support it.
///
/// Where the representative may not be published, one that supports it in full stands for it.
pub(super) fn point(catalogue: &Catalogue<'_>, item: u32) -> Vec<SentenceRef> {
    let dossier = catalogue.dossier;
    let claim = &dossier.claims[item as usize];
    let is_published =
        |at: &SentenceRef| shown::published_sentence(&dossier.entries[at.entry as usize], at.sentence).is_some();
    let full = claim.support.iter().filter(|support| support.level == Level::Full).map(|support| support.sentence);
    let shown = std::iter::once(claim.representative).chain(full).find(is_published).unwrap_or(claim.representative);
    let others = claim.support.iter().map(|support| support.sentence).filter(|at| *at != shown);
    std::iter::once(shown).chain(others).take(POINT).collect()
}

/// The first sentence of a statement.
pub(super) fn first_of(catalogue: &Catalogue<'_>, at: crate::model::StatementRef) -> Option<SentenceRef> {
    let (_, statement) = register::statement(catalogue.dossier, at)?;
    Some(at.sentence(*statement.sentences.first()?))
}

/// What published sentences say that an actor is, each with its sentence.
pub(super) fn roles<'d>(
    catalogue: &Catalogue<'d>,
    actor: u32,
) -> impl Iterator<Item = (&'d str, SentenceRef)> + use<'d> {
    let dossier = catalogue.dossier;
    let roles = dossier.actors[actor as usize].roles.iter();
    let sourced = roles.filter_map(|role| Some((role.text.as_str(), role.sentence?)));
    let is_published =
        move |at: &SentenceRef| shown::published_sentence(&dossier.entries[at.entry as usize], at.sentence).is_some();
    sourced.filter(move |(_, at)| is_published(at)).take(ROLES)
}

/// The actors that an entry names, each once.
pub(super) fn actors(catalogue: &Catalogue<'_>, kind: Kind, item: u32) -> Vec<u32> {
    let dossier = catalogue.dossier;
    let at = item as usize;
    let mut actors = match kind {
        Kind::Point => dossier.claims[at].actors.clone(),
        Kind::Event => dossier.events[at].actors.clone(),
        Kind::Statement => dossier.quotations[at].speaker.into_iter().collect(),
        Kind::Difference => {
            let claims = dossier.discrepancies[at].claims.iter();
            claims.flat_map(|claim| dossier.claims[*claim as usize].actors.iter().copied()).collect()
        }
        Kind::Actor => vec![item],
        _ => Vec::new(),
    };
    actors.sort_unstable();
    actors.dedup();
    actors
}
