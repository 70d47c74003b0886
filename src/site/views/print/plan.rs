//! The plan of the printed document: its entries in order, the numbers that they bear, and its parts.

use super::cited;
use super::kind::Kind;
use crate::model::{Dossier, SentenceRef};
use crate::site::catalogue::Catalogue;
use crate::site::register;
use crate::site::routes::{Anchor, Links, Route};
use crate::site::views::a_to_z::filed_under;
use crate::site::{series, shown};
use std::collections::BTreeMap;
use std::ops::Range;

/// Heaviest part, in bytes of HTML as its entries are estimated: the finished file stays below 3 MB.
const PART_LIMIT: usize = 2_000_000;
/// Most actors that have an entry, the most central of the dossier.
pub(super) const ACTORS: usize = 400;
/// Bytes of HTML around the words of an entry.
const AROUND: usize = 1_500;
/// Bytes of HTML of an endnote, of a name of the index and of a source.
const LINE: usize = 900;

/// An entry of the document.
#[derive(Clone, Copy)]
pub(super) struct Piece {
    pub(super) kind: Kind,
    /// What it is, in the numbering of its kind.
    pub(super) item: u32,
    /// Its number among those of its kind, from 1.
    pub(super) number: usize,
}

/// The plan of the document. Cost is linear in what it holds.
#[derive(Default)]
pub(crate) struct Plan {
    pub(super) pieces: Vec<Piece>,
    /// Which pieces each part holds; one part at least.
    pub(super) parts: Vec<Range<usize>>,
    /// For each kind that is there, its pieces.
    pub(super) kinds: BTreeMap<Kind, Range<usize>>,
    /// The sentences that the endnotes cite, in order.
    pub(super) endnotes: Vec<SentenceRef>,
    /// The number of the endnote of each, from 1.
    numbers: BTreeMap<SentenceRef, usize>,
    /// For each actor, the kinds and numbers of entries that name it.
    pub(super) places: BTreeMap<u32, Vec<(Kind, usize)>>,
}

impl Plan {
    pub(crate) fn of(catalogue: &Catalogue<'_>) -> Self {
        let mut plan = Self::default();
        let mut weights = Vec::new();
        for (kind, items) in contents(catalogue) {
            plan.add(kind, &items, catalogue, &mut weights);
        }
        let endnotes: Vec<u32> = (0..).take(plan.endnotes.len()).collect();
        plan.add(Kind::Endnote, &endnotes, catalogue, &mut weights);
        plan.add(Kind::Name, &names(catalogue), catalogue, &mut weights);
        plan.add(Kind::Source, &articles(catalogue), catalogue, &mut weights);
        plan.parts = parts(&weights);
        plan
    }

    /// How many parts there are.
    pub(crate) fn count(&self) -> usize {
        self.parts.len()
    }

    /// Adds the entries of one kind.
    fn add(&mut self, kind: Kind, items: &[u32], catalogue: &Catalogue<'_>, weights: &mut Vec<usize>) {
        let from = self.pieces.len();
        for (number, item) in (1..).zip(items) {
            self.pieces.push(Piece { kind, item: *item, number });
            let cited = cited::by(catalogue, kind, *item);
            weights.push(weight(catalogue, kind, *item) + 150 * cited.len());
            for at in cited {
                let next = self.endnotes.len() + 1;
                if *self.numbers.entry(at).or_insert(next) == next {
                    self.endnotes.push(at);
                }
            }
            for actor in cited::actors(catalogue, kind, *item) {
                self.places.entry(actor).or_default().push((kind, number));
            }
        }
        if !items.is_empty() {
            self.kinds.insert(kind, from..self.pieces.len());
        }
    }

    /// The number of the section that holds entries of this kind; key judgements and key points share one.
    pub(super) fn section(&self, kind: Kind) -> usize {
        let shared = |kind: &Kind| *kind == Kind::Point && self.kinds.contains_key(&Kind::Judgements);
        self.kinds.keys().filter(|one| **one <= kind && !shared(one)).count()
    }

    /// The number of an entry as the document gives it: `3.4`, `A2`.
    pub(super) fn label(&self, kind: Kind, number: usize) -> String {
        match kind {
            Kind::Article | Kind::Source => format!("A{number}"),
            Kind::Endnote => number.to_string(),
            _ => format!("{}.{number}", self.section(kind)),
        }
    }

    /// The anchor of an entry.
    pub(super) fn anchor(&self, kind: Kind, number: usize) -> String {
        match kind {
            Kind::Article => Anchor::Printed(number).id(),
            Kind::Endnote => Anchor::Endnote(number).id(),
            // Key judgements have no numbers, so that the points of their section count from 1.
            Kind::Judgements => format!("judgements-{number}"),
            _ => Anchor::Item(self.section(kind), number).id(),
        }
    }

    /// The link to an entry from the part at `part`.
    pub(super) fn href(&self, kind: Kind, number: usize, part: usize, links: &Links) -> String {
        let at = self.kinds.get(&kind).map_or(0, |range| range.start + number - 1);
        link(self.part_of(at), part, &self.anchor(kind, number), links)
    }

    /// The part that holds the piece at this place.
    pub(super) fn part_of(&self, piece: usize) -> usize {
        self.parts.partition_point(|part| part.end <= piece).min(self.parts.len() - 1)
    }

    /// The number of the endnote for a sentence.
    pub(super) fn endnote(&self, at: SentenceRef) -> Option<usize> {
        self.numbers.get(&at).copied()
    }
}

/// The link to an anchor on the part `to`, from the part `from`.
pub(super) fn link(to: usize, from: usize, anchor: &str, links: &Links) -> String {
    let page = if to == from { String::new() } else { links.to(Route::Print(to + 1)) };
    format!("{page}#{anchor}")
}

/// What stands before the endnotes, in order.
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

/// The actors that have a page, in order of their names.
fn names(catalogue: &Catalogue<'_>) -> Vec<u32> {
    let mut names: Vec<u32> = catalogue.cast.with_page(catalogue.dossier).map(|(actor, _)| actor).collect();
    names.sort_by_cached_key(|actor| filed_under(&catalogue.dossier.actors[*actor as usize].name));
    names
}

/// About how heavy an entry is, in bytes of HTML, its marks left aside.
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
            AROUND + sides.iter().map(|side| side.sentences.len().min(cited::SIDE) * AROUND).sum::<usize>()
        }
        Kind::Count => {
            AROUND + series::rows(dossier, &dossier.series[item as usize]).len().min(cited::ROWS) * AROUND / 2
        }
        Kind::Point | Kind::Event | Kind::Actor => AROUND,
        Kind::Endnote | Kind::Name | Kind::Source => LINE,
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
