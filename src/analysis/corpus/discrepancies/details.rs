//! Tells what it is that two sentences laid beside each other differ in.

use super::exclusives::{beside, exclude};
use super::parallel::{Laid, lay};
use super::pieces::{Piece, Sort, alike, pieces, same_name};
use super::place::{Told, beside_saying};
use super::swaps::swapped;
use super::times::{Held, held};
use super::words::{hedges, is_vague};
use crate::analysis::corpus::similarity::{Amount, is_denial};
use crate::base::Span;
use crate::model::{ActorKind, DiscrepancyKind, How};
use crate::text::lexicon::content::stem_of;
use std::ops::Range;

/// Most details of one sentence in which another may differ: what differs in more tells of something else.
const MOST: usize = 3;
/// Least share of the shorter sentence that stands in both, where no names have changed places.
const SAME: f32 = 0.7;
/// Share of the longer sentence that stands in both, where one word alone is what differs.
const WHOLE: f32 = 0.75;
/// Fewest words that tell something and stand in both, where no name does, of two sentences on one thing.
const TOLD: usize = 5;
/// Share of the shorter sentence that stands in both, where the one denies what the other says.
const HELD: f32 = 0.85;
/// Most days between two days of one event: what lies further apart are two.
const APART: i64 = 35;

/// One detail in which two sentences differ.
#[derive(Clone, Debug)]
pub(super) struct Detail {
    pub(super) kind: DiscrepancyKind,
    /// What tells details of one kind apart: the thing that is counted, or the words before.
    pub(super) of: u32,
    pub(super) values: [String; 2],
}

/// Two sentences, piece by piece.
struct Pair<'d> {
    told: [&'d Told<'d>; 2],
    texts: [&'d str; 2],
    pieces: [Vec<Piece<'d>>; 2],
    laid: Laid,
}

/// The details in which `a` and `b`, which tell the same otherwise, differ; `None` where they tell of different things.
///
/// `copies` where one article's text comes from the other's, so that what stands at one place is about one thing;
/// `turned` where who does it in the one has it done to them in the other.
pub(super) fn details<'d>(a: &'d Told<'d>, b: &'d Told<'d>, copies: bool, turned: bool) -> Option<Vec<Detail>> {
    let (texts, pieces) = ([a.text(), b.text()], [pieces(a), pieces(b)]);
    let Some(laid) = lay(&pieces[0], &pieces[1], texts) else {
        return (!strangers(&pieces, texts)).then(Vec::new);
    };
    let pair = Pair { told: [a, b], texts, pieces, laid };
    if let Some((kind, spans)) = swapped(&pair.pieces, &pair.laid, texts, turned) {
        return Some(vec![pair.made(kind, 0, spans)]);
    }
    if pair.laid.held < SAME {
        return (!strangers(&pair.pieces, texts)).then(Vec::new);
    }
    if pair.other_thing() || !copies && pair.other_subject() {
        return None;
    }
    let mut found: Vec<Detail> = Vec::new();
    for gap in &pair.laid.gaps {
        found.extend(pair.of_gap(gap, copies));
    }
    let has = |kind| found.iter().any(|detail| detail.kind == kind);
    // Another number on another day is no difference.
    let moved = has(DiscrepancyKind::Number) && pair.other_days();
    (found.len() <= MOST && !moved).then_some(found)
}

/// Whether each names somebody whom the other does not name.
fn strangers(pieces: &[Vec<Piece<'_>>; 2], texts: [&str; 2]) -> bool {
    let lacks = |own: usize, others: usize| {
        let mut names =
            pieces[own].iter().filter(|piece| matches!(piece.sort, Sort::Name(.., how) if how != How::Demonym));
        names.any(|name| !pieces[others].iter().any(|other| alike(name, other, [texts[own], texts[others]])))
    };
    lacks(0, 1) && lacks(1, 0)
}

impl Pair<'_> {
    /// Whether the two open with different things: prices of apples are not those of cherries.
    fn other_thing(&self) -> bool {
        let opening = self.laid.gaps.first().filter(|gap| gap[0].start == 0 && gap[1].start == 0);
        let word = |side: usize, at: usize| matches!(self.pieces[side][at].sort, Sort::Word(..));
        let both =
            |gap: &[Range<usize>; 2]| gap[0].clone().any(|at| word(0, at)) && gap[1].clone().any(|at| word(1, at));
        opening.is_some_and(both) && !self.other_place()
    }

    /// Whether each opens with a name that the other does not have there.
    fn other_subject(&self) -> bool {
        let first = |side: usize| self.pieces[side].iter().position(|piece| matches!(piece.sort, Sort::Name(..)));
        let (Some(x), Some(y)) = (first(0), first(1)) else { return false };
        let told = |side: usize, at: usize| self.pieces[side][..at].iter().filter(|piece| piece.tells()).count();
        let opens = told(0, x) <= 2 && told(1, y) <= 2;
        opens && self.in_gap(0, x) && self.in_gap(1, y) && !self.other_place()
    }

    /// Whether the two open with places of one sort, the Alder Bridge and the Elm Bridge, and neither article knows the
    /// other's: it is likely to be one place by two names.
    fn other_place(&self) -> bool {
        let Some(gap) = self.laid.gaps.first() else { return false };
        let name = |side: usize| {
            let places: Vec<usize> = gap[side].clone().filter(|at| self.pieces[side][*at].tells()).collect();
            let [.., last] = places[..] else { return None };
            let known = matches!(self.pieces[side][last].sort, Sort::Name(_, ActorKind::Place, _));
            known.then(|| self.pieces[side][last].span.of(self.texts[side]))
        };
        let (Some(one), Some(other)) = (name(0), name(1)) else { return false };
        let sort = |name: &str| name.rsplit_once(' ').map(|(_, sort)| sort.to_owned());
        let strange = !self.texts[0].contains(other) && !self.texts[1].contains(one);
        sort(one).is_some() && sort(one) == sort(other) && strange
    }

    fn in_gap(&self, side: usize, at: usize) -> bool {
        self.laid.gaps.iter().any(|gap| gap[side].contains(&at))
    }

    /// Whether each names a time that cannot be the other's.
    fn other_days(&self) -> bool {
        let dates = |side: usize| {
            let gaps = self.laid.gaps.iter().flat_map(move |gap| gap[side].clone());
            gaps.filter_map(move |at| match self.pieces[side][at].sort {
                Sort::Date(date) => Some(date),
                _ => None,
            })
        };
        dates(0).any(|x| dates(1).any(|y| matches!(held(x, y, self.texts), Held::Apart(_))))
    }

    fn of_gap(&self, gap: &[Range<usize>; 2], copies: bool) -> Vec<Detail> {
        let telling = |side: usize| gap[side].clone().filter(move |at| self.pieces[side][*at].tells());
        let (one, other): (Vec<usize>, Vec<usize>) = (telling(0).collect(), telling(1).collect());
        if let Some(detail) = self.polarity(gap) {
            return vec![detail];
        }
        if one.is_empty() || one.len() > MOST || other.is_empty() || other.len() > MOST {
            return Vec::new();
        }
        let is_name = |side: usize, at: usize| matches!(self.pieces[side][at].sort, Sort::Name(..));
        // What is known of two names, or of two words, decides; else all that is written in capitals may be a name.
        let decided = match (&one[..], &other[..]) {
            ([x], [y]) => self.excluded(*x, *y) || is_name(0, *x) && is_name(1, *y),
            _ => false,
        };
        let names = if decided { [None, None] } else { [self.name(0, &one), self.name(1, &other)] };
        if let [Some(x), Some(y)] = names {
            let may = self.may_name([x, y], one[0] > 0 && other[0] > 0, copies);
            return may.then(|| self.made(DiscrepancyKind::Name, self.before(one[0]), [x, y])).into_iter().collect();
        }
        if one.len() != other.len() {
            return Vec::new();
        }
        // Where one of several words only puts it otherwise, the others may be about something else.
        let all: Option<Vec<Detail>> = one.iter().zip(&other).map(|(x, y)| self.detail(*x, *y, copies)).collect();
        all.unwrap_or_default()
    }

    /// What the piece `x` of the one says other than the piece `y` of the other.
    fn detail(&self, x: usize, y: usize, copies: bool) -> Option<Detail> {
        let (one, other) = (&self.pieces[0][x], &self.pieces[1][y]);
        let words = |kind| self.made(kind, self.before(x), [one.span, other.span]);
        match (&one.sort, &other.sort) {
            (Sort::Number(m), Sort::Number(n)) => {
                let vague = is_vague(m.span.of(self.texts[0])) || is_vague(n.span.of(self.texts[1]));
                (!vague && m.is_of(n) && !m.fits(n))
                    .then(|| self.made(DiscrepancyKind::Number, self.counted(m), [m.span, n.span]))
            }
            (Sort::Date(m), Sort::Date(n)) => {
                let Held::Apart(days) = held(m, n, self.texts) else { return None };
                let near = days.is_none_or(|days| days <= APART);
                let said = beside_saying(self.told[0], m.span) || beside_saying(self.told[1], n.span);
                (near && !said).then(|| self.made(DiscrepancyKind::Date, 0, [m.span, n.span]))
            }
            (Sort::Name(m, kind, how), Sort::Name(n, other_kind, other_how)) => {
                let adjectives = [how, other_how].map(|how| *how == How::Demonym);
                let known = m.is_none() || n.is_none() || m != n;
                let alike = kind == other_kind || is_place(*kind) && is_place(*other_kind);
                let named = known && alike && adjectives[0] == adjectives[1];
                (named && self.may_name([one.span, other.span], true, copies)).then(|| words(DiscrepancyKind::Name))
            }
            (Sort::Word(..), Sort::Word(..)) => {
                let adverb = |side: usize, piece: &Piece<'_>| piece.span.of(self.texts[side]).ends_with("ly");
                let differ = self.excluded(x, y) || adverb(0, one) && adverb(1, other) && !self.beside(x, y);
                (differ && self.laid.whole >= WHOLE).then(|| words(DiscrepancyKind::Wording))
            }
            _ => None,
        }
    }

    fn excluded(&self, x: usize, y: usize) -> bool {
        match (&self.pieces[0][x].sort, &self.pieces[1][y].sort) {
            (Sort::Word(m, _), Sort::Word(n, _)) => exclude(*m, *n),
            _ => false,
        }
    }

    /// Whether two words say the same.
    fn beside(&self, x: usize, y: usize) -> bool {
        match (&self.pieces[0][x].sort, &self.pieces[1][y].sort) {
            (Sort::Word(m, _), Sort::Word(n, _)) => beside(*m, *n),
            _ => false,
        }
    }

    /// The words of a name that is more than one piece, or none that is known: all pieces of a gap, written in capitals.
    fn name(&self, side: usize, places: &[usize]) -> Option<Span> {
        let pieces = &self.pieces[side];
        let (first, last) = (*places.first()?, *places.last()?);
        let capital = |at: &usize| match pieces[*at].sort {
            Sort::Name(.., how) => how != How::Demonym,
            Sort::Word(_, capital) => capital,
            _ => false,
        };
        let known = matches!(pieces[first].sort, Sort::Name(..)) && places.len() == 1;
        let run = last - first + 1 == places.len() && places.iter().all(capital);
        (run && (first > 0 || known)).then(|| Span { start: pieces[first].span.start, end: pieces[last].span.end })
    }

    /// Whether two names at one place are about one thing: neither speaks, and something else that both name holds the
    /// two sentences together.
    fn may_name(&self, names: [Span; 2], inside: bool, copies: bool) -> bool {
        let [one, other] = names;
        let same = same_name(one.of(self.texts[0]), other.of(self.texts[1]));
        let speaks = beside_saying(self.told[0], one) || beside_saying(self.told[1], other);
        let is_name = |at: usize| matches!(self.pieces[0][at].sort, Sort::Name(..));
        let told = self.laid.same.iter().filter(|(at, _)| self.pieces[0][*at].tells()).count();
        let tied = copies || told >= TOLD || self.laid.same.iter().any(|(at, _)| is_name(*at));
        inside && !same && !speaks && tied && self.laid.whole >= WHOLE
    }

    /// One says it, the other denies it: but for a denial and helping verbs, nothing stands in the gap.
    fn polarity(&self, gap: &[Range<usize>; 2]) -> Option<Detail> {
        let words = |side: usize| {
            let text = self.texts[side];
            self.pieces[side][gap[side].clone()].iter().map(move |piece| piece.span.of(text).to_lowercase())
        };
        let denials = [0, 1].map(|side| words(side).filter(|word| is_denial(word)).count());
        let told = |side: usize| self.pieces[side][gap[side].clone()].iter().filter(|piece| piece.tells());
        let only = |side: usize| told(side).all(|piece| is_denial(&piece.span.of(self.texts[side]).to_lowercase()));
        let denied = match denials {
            [1, 0] => 0,
            [0, 1] => 1,
            _ => return None,
        };
        // "not only", "no longer" and "never again" are no plain denial.
        let small = |side: usize| words(side).any(|word| hedges(&word));
        let follows = self
            .laid
            .same
            .iter()
            .any(|(x, y)| [*x, *y][denied] == gap[denied].end && [*x, *y][1 - denied] == gap[1 - denied].end);
        if self.laid.held < HELD || !only(0) || !only(1) || small(denied) || small(1 - denied) || !follows {
            return None;
        }
        // The denial with a word before it and two behind, as far as no mark stands between.
        let shown = |side: usize| {
            let pieces = &self.pieces[side];
            let start = gap[side].start.saturating_sub(1);
            let mut end = gap[side].end.min(pieces.len() - 1);
            let joined = |end: usize| {
                let next = pieces.get(end + 1)?;
                let between = Span { start: pieces[end].span.end.min(next.span.start), end: next.span.start };
                between.of(self.texts[side]).trim().is_empty().then_some(end + 1)
            };
            for _ in 0..2 {
                end = joined(end).unwrap_or(end);
            }
            Span { start: pieces[start.min(end)].span.start, end: pieces[end].span.end }
        };
        Some(self.made(DiscrepancyKind::Polarity, 0, [shown(0), shown(1)]))
    }

    fn made(&self, kind: DiscrepancyKind, of: u32, spans: [Span; 2]) -> Detail {
        let value = |side: usize| spans[side].of(self.texts[side]).to_owned();
        Detail { kind, of, values: [value(0), value(1)] }
    }

    /// The stem of what stands in both before the piece `x` of the first.
    fn before(&self, x: usize) -> u32 {
        let telling = self.laid.same.iter().rev().find(|(at, _)| *at < x && self.pieces[0][*at].tells());
        let word = telling.map(|(at, _)| self.pieces[0][*at].span.of(self.texts[0]));
        word.and_then(stem_of).map_or(0, |stem| (stem >> 32) as u32)
    }

    /// The stem of what an amount of the first counts.
    fn counted(&self, amount: &Amount) -> u32 {
        let told = self.told[0];
        let quantity = told.quantities().iter().find(|quantity| quantity.span == amount.span);
        quantity.and_then(|of| Amount::of(told.text(), told.sentence.span, of)).map_or(0, |amount| amount.kind)
    }
}

const fn is_place(kind: ActorKind) -> bool {
    matches!(kind, ActorKind::Place | ActorKind::State)
}
