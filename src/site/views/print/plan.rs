//! The plan of the printed document: its entries in order, and its parts.

use crate::model::Dossier;
use crate::site::catalogue::Catalogue;
use crate::site::register;
use crate::site::views::printed::Places;
use crate::site::{series, shown};
use std::collections::BTreeMap;
use std::ops::Range;

/// What an entry of the document is. The order is that of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A note of key judgements, as an index into the dossier's notes.
    Judgements,
    /// A claim that is a key point.
    Point,
    /// An event.
    Event,
    /// A quotation.
    Statement,
    /// A series of counts.
    Count,
    /// A discrepancy.
    Difference,
    /// An actor.
    Actor,
    /// A note that is no key judgement.
    Note,
    /// An entry of the dossier.
    Article,
    /// An entry of the dossier, in the list of sources.
    Source,
}

/// Heaviest part, in bytes of HTML as its entries are estimated: the finished file stays below 3 MB.
const PART_LIMIT: usize = 2_000_000;
/// Most actors that have an entry, the most central of the dossier.
const ACTORS: usize = 400;
/// Bytes of HTML around the words of an entry.
const AROUND: usize = 1_500;
/// Bytes of HTML of a citation.
const LINK: usize = 200;
/// Bytes of HTML of a source.
const SOURCE: usize = 900;
/// Most sentences that are cited for a key point.
pub(super) const POINT: usize = 12;
/// Most rows of a series that are weighed.
const ROWS: usize = 60;
/// Most sentences of a side that are weighed.
const SIDE: usize = 4;

/// An entry of the document.
#[derive(Clone, Copy)]
pub(super) struct Piece {
    pub(super) kind: Kind,
    /// What it is, in the numbering of its kind.
    pub(super) item: u32,
}

/// The plan of the document. Cost is linear in what it holds.
#[derive(Default)]
pub(crate) struct Plan {
    pub(super) pieces: Vec<Piece>,
    /// Which pieces each part holds; one part at least.
    pub(super) parts: Vec<Range<usize>>,
    /// For each kind that is there, its pieces.
    pub(super) kinds: BTreeMap<Kind, Range<usize>>,
    /// Where the articles stand.
    pub(super) places: Places,
}

impl Plan {
    pub(crate) fn of(catalogue: &Catalogue<'_>) -> Self {
        let mut plan = Self::default();
        let mut weights = Vec::new();
        for (kind, items) in contents(catalogue) {
            let from = plan.pieces.len();
            plan.pieces.extend(items.iter().map(|item| Piece { kind, item: *item }));
            weights.extend(items.iter().map(|item| weight(catalogue, kind, *item)));
            if !items.is_empty() {
                plan.kinds.insert(kind, from..plan.pieces.len());
            }
        }
        plan.parts = parts(&weights);
        plan.places.parts = vec![0; catalogue.dossier.entries.len()];
        for at in plan.kinds.get(&Kind::Article).cloned().unwrap_or_default() {
            plan.places.parts[plan.pieces[at].item as usize] = plan.part_of(at);
        }
        plan
    }

    /// How many parts there are.
    pub(crate) fn count(&self) -> usize {
        self.parts.len()
    }

    /// The number of the section that holds entries of this kind; key judgements and key points share one.
    pub(super) fn section(&self, kind: Kind) -> usize {
        let shared = |kind: &Kind| *kind == Kind::Point && self.kinds.contains_key(&Kind::Judgements);
        self.kinds.keys().filter(|one| **one <= kind && !shared(one)).count()
    }

    /// The part that holds the piece at this place.
    pub(super) fn part_of(&self, piece: usize) -> usize {
        self.parts.partition_point(|part| part.end <= piece).min(self.parts.len() - 1)
    }
}

/// What the document holds, in order.
fn contents(catalogue: &Catalogue<'_>) -> Vec<(Kind, Vec<u32>)> {
    let dossier = catalogue.dossier;
    let all = |count: usize| (0..).take(count).collect::<Vec<u32>>();
    let notes = |judgements: bool| {
        let noted = (0..).zip(&dossier.notes).filter(|(_, note)| note.judgements == judgements);
        noted.map(|(at, _)| at).collect::<Vec<u32>>()
    };
    vec![
        (Kind::Judgements, notes(true)),
        (Kind::Point, dossier.summary.key_points.clone()),
        (Kind::Event, all(dossier.events.len())),
        (Kind::Statement, statements(catalogue)),
        (Kind::Count, counts(dossier)),
        (Kind::Difference, all(dossier.discrepancies.len())),
        (Kind::Actor, catalogue.cast.principal(dossier, ACTORS).iter().map(|(at, _)| *at).collect()),
        (Kind::Note, notes(false)),
        (Kind::Article, articles(catalogue)),
        (Kind::Source, articles(catalogue)),
    ]
}

/// The series whose numbers differ, of the story alone.
fn counts(dossier: &Dossier) -> Vec<u32> {
    let all = (0..).zip(&dossier.series);
    all.filter(|(_, one)| one.year.is_none() && series::differs(dossier, one)).map(|(at, _)| at).collect()
}

/// The quotations by speaker, those who said most first; those who are not named stand last.
fn statements(catalogue: &Catalogue<'_>) -> Vec<u32> {
    let (dossier, register) = (catalogue.dossier, &catalogue.register);
    let mut speakers: Vec<u32> = catalogue.cast.with_page(dossier).map(|(actor, _)| actor).collect();
    // Actors come in order of their ids, and the sort keeps it among equals.
    speakers.sort_by_key(|actor| std::cmp::Reverse(register.said(*actor).len()));
    let said = speakers.into_iter().flat_map(|actor| register.said(actor).iter().rev().copied());
    said.chain(register.unnamed.iter().rev().copied()).collect()
}

/// The articles, oldest first, as indices of the dossier's entries.
fn articles(catalogue: &Catalogue<'_>) -> Vec<u32> {
    let mut order: Vec<u32> = (0..).take(catalogue.dossier.entries.len()).collect();
    order.sort_by_key(|entry| catalogue.place(*entry));
    order
}

/// About how heavy an entry is, in bytes of HTML.
fn weight(catalogue: &Catalogue<'_>, kind: Kind, item: u32) -> usize {
    let dossier = catalogue.dossier;
    match kind {
        Kind::Judgements | Kind::Note => AROUND + 2 * dossier.notes[item as usize].text.len(),
        Kind::Statement => register::weight(dossier, &dossier.quotations[item as usize]),
        Kind::Article => {
            let entry = &dossier.entries[item as usize];
            let shown = entry.reading.sentences.iter().filter(|sentence| shown::shows(entry, sentence));
            AROUND + shown.map(|sentence| 120 + sentence.span.len()).sum::<usize>()
        }
        Kind::Difference => {
            let sides = &dossier.discrepancies[item as usize].sides;
            AROUND + sides.iter().map(|side| side.sentences.len().min(SIDE) * AROUND).sum::<usize>()
        }
        Kind::Count => AROUND + series::rows(dossier, &dossier.series[item as usize]).len().min(ROWS) * AROUND / 2,
        Kind::Point => AROUND + LINK * dossier.claims[item as usize].support.len().min(POINT),
        Kind::Event => AROUND + LINK * dossier.events[item as usize].also.len().min(register::ALSO),
        Kind::Actor => AROUND,
        Kind::Source => SOURCE,
    }
}

/// Pieces of these weights in parts, each within the limit unless one piece alone is heavier.
fn parts(weights: &[usize]) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let (mut from, mut filled) = (0, 0);
    for (at, weight) in weights.iter().enumerate() {
        if filled + weight > PART_LIMIT && at > from {
            parts.push(from..at);
            (from, filled) = (at, 0);
        }
        filled += weight;
    }
    parts.push(from..weights.len());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_within_the_limit_is_one_part_and_an_empty_one_too() {
        for weights in [&[1, 2, 3][..], &[]] {
            assert!(parts(weights).into_iter().eq(std::iter::once(0..weights.len())));
        }
    }

    #[test]
    fn a_longer_one_is_cut_between_its_entries() {
        let half = PART_LIMIT / 2 + 1;
        assert_eq!(parts(&[half, half, 3 * PART_LIMIT, 1, 1]), [0..1, 1..2, 2..3, 3..5]);
    }
}
