//! Tells what it is that two sentences laid beside each other differ in.

use super::parallel::Pair;
use super::pieces::{Piece, Sort, alike, same_name};
use super::words::{even, hedges, is_vague};
use crate::analysis::corpus::compare::{Conflict, Held, On, beside, exclude};
use crate::analysis::corpus::told::Told;
use crate::base::Span;
use crate::model::{ActorKind, DiscrepancyKind, How};
use crate::text::lexicon::content::{stem_of, tokens};
use std::ops::Range;

/// Most details of one sentence in which another may differ: what differs in more tells of something else.
const MOST: usize = 3;
/// Least share of the longer sentence that stands in both, the name that moved set aside, where two changed places.
const MOVED: f32 = 0.6;
/// Share of the longer sentence that stands in both, where one word alone is what differs.
const WHOLE: f32 = 0.75;
/// Fewest words that tell something and stand in both, where no name does, of two sentences on one thing.
const TOLD: usize = 5;
/// Share of the shorter sentence that stands in both, where the one denies what the other says.
const HELD: f32 = 0.85;
/// Most days between two days of one event: what lies further apart are two.
const APART: i64 = 35;
/// Most words between a verb of saying and the day on which it was said, or who said it.
const BETWEEN: usize = 2;

/// One detail in which two sentences differ.
#[derive(Clone, Debug)]
pub(super) struct Detail {
    pub(super) kind: DiscrepancyKind,
    /// What tells details of one kind apart: the thing that is counted, or the words before.
    pub(super) of: u32,
    pub(super) values: [String; 2],
}

impl Pair<'_> {
    /// The details in which the two, which tell the same otherwise, differ; `None` where they tell of different things.
    ///
    /// `copies` where one article's text comes from the other's, so that what stands at one place is about one thing.
    pub(super) fn details(&self, conflicts: &[Conflict], copies: bool) -> Option<Vec<Detail>> {
        if self.other_thing() || !copies && self.other_subject() {
            return None;
        }
        let mut found: Vec<Detail> = self.gaps.iter().flat_map(|gap| self.of_gap(gap, copies)).collect();
        let denied = conflicts.iter().find(|conflict| conflict.on == On::Polarity).filter(|_| self.held() >= HELD);
        found.extend(denied.and_then(|conflict| self.of_conflict(conflict)));
        let has = |kind| found.iter().any(|detail| detail.kind == kind);
        // Another number on another day is no difference.
        let moved = has(DiscrepancyKind::Number) && self.other_days();
        (found.len() <= MOST && !moved).then_some(found)
    }

    /// What a conflict comes to that is the only one of two sentences.
    pub(super) fn of_conflict(&self, conflict: &Conflict) -> Option<Detail> {
        let [one, other] = conflict.spans;
        let said = || beside_saying(self.told[0], one) || beside_saying(self.told[1], other);
        let vague = || is_vague(one.of(self.text(0))) || is_vague(other.of(self.text(1)));
        match conflict.on {
            On::Number(of) if !vague() => Some(self.made(DiscrepancyKind::Number, of, conflict.spans)),
            On::Date if !said() && self.may_date(conflict.spans) => {
                Some(self.made(DiscrepancyKind::Date, 0, conflict.spans))
            }
            On::Speaker => {
                Some(self.made(DiscrepancyKind::Attribution, 0, [self.whole_of(0, one), self.whole_of(1, other)]))
            }
            On::Polarity => {
                let shown = [self.with_small(0, one), self.with_small(1, other)];
                // "not only", "no longer" and "never again" are no plain denial.
                let hedged = |side: usize| {
                    let text = self.text(side);
                    tokens(text, shown[side]).any(|word| hedges(&word.of(text).to_lowercase()))
                };
                (!hedged(0) && !hedged(1)).then(|| self.made(DiscrepancyKind::Polarity, 0, shown))
            }
            _ => None,
        }
    }

    /// Two names that have changed places in sentences that are otherwise the same: from Lennar to Trond, or from Trond
    /// to Lennar; who accused whom.
    pub(super) fn moved(&self, conflicts: &[Conflict]) -> Option<Detail> {
        if self.whole() < MOVED {
            return None;
        }
        let opens = |side: usize, span: Span| self.pieces[side].first().is_some_and(|first| first.span.contains(span));
        let turned = conflicts.iter().find(|conflict| conflict.on == On::Turned);
        let turned = turned.filter(|found| opens(0, found.spans[0]) && opens(1, found.spans[1]));
        if let Some(Conflict { spans: [one, other], .. }) = turned {
            let spans = [self.whole_of(0, *one), self.whole_of(1, *other)];
            return Some(self.made(DiscrepancyKind::Attribution, 0, spans));
        }
        let [own, others] = &self.pieces;
        let theirs = |at: usize| others.iter().position(|piece| own[at].is_name() && alike(&own[at], piece));
        let both: Vec<[usize; 2]> = (0..own.len()).filter_map(|at| Some([at, theirs(at)?])).collect();
        let before = |side: usize, at: usize| self.pieces[side][at].before(self.text(side));
        both.windows(2).find_map(|names| {
            let around = |side: usize| {
                let (first, last) = (names[0][side].min(names[1][side]), names[0][side].max(names[1][side]));
                Some(Span { start: before(side, first)?.start, end: self.pieces[side][last].span.end })
            };
            let word = |name: usize, side: usize| Some(before(side, names[name][side])?.of(self.text(side)));
            let [one, other] = [0, 1].map(|name| [word(name, 0), word(name, 1)]);
            let exchanged = one[0] == other[1] && one[1] == other[0] && one[0] != one[1];
            let plain = one.into_iter().all(|word| word.is_some_and(|word| !even(word)));
            (exchanged && plain).then(|| Some(self.made(DiscrepancyKind::Name, 0, [around(0)?, around(1)?])))?
        })
    }

    /// Whether each names somebody whom the other does not name.
    pub(super) fn strangers(&self) -> bool {
        let lacks = |own: usize, others: usize| {
            let mut names = self.pieces[own]
                .iter()
                .filter(|piece| matches!(piece.sort, Sort::Name(.., how) if how != How::Demonym));
            names.any(|name| !self.pieces[others].iter().any(|other| alike(name, other)))
        };
        lacks(0, 1) && lacks(1, 0)
    }

    /// Whether the two open with different things: prices of apples are not those of cherries.
    fn other_thing(&self) -> bool {
        let opening = self.gaps.first().filter(|gap| gap[0].start == 0 && gap[1].start == 0);
        let word =
            |side: usize, gap: &[Range<usize>; 2]| self.pieces[side][gap[side].clone()].iter().any(Piece::is_word);
        opening.is_some_and(|gap| word(0, gap) && word(1, gap)) && !self.other_place()
    }

    /// Whether each opens with a name that the other does not have there.
    fn other_subject(&self) -> bool {
        let opens = |side: usize| {
            let first = self.pieces[side].iter().position(|piece| matches!(piece.sort, Sort::Name(..)));
            first.is_some_and(|at| at <= 2 && self.in_gap(side, at))
        };
        opens(0) && opens(1) && !self.other_place()
    }

    /// Whether the two open with places of one sort, the Alder Bridge and the Elm Bridge, and neither article knows the
    /// other's: it is likely to be one place by two names.
    fn other_place(&self) -> bool {
        let Some(gap) = self.gaps.first() else { return false };
        let name = |side: usize| {
            let last = self.pieces[side][gap[side].clone()].last()?;
            matches!(last.sort, Sort::Name(_, ActorKind::Place, _)).then_some(last.words)
        };
        let (Some(one), Some(other)) = (name(0), name(1)) else { return false };
        let sort = |name: &str| name.rsplit_once(' ').map(|(_, sort)| sort.to_owned());
        let strange = !self.text(0).contains(other) && !self.text(1).contains(one);
        sort(one).is_some() && sort(one) == sort(other) && strange
    }

    /// Whether each names a time that cannot be the other's.
    fn other_days(&self) -> bool {
        let dates = |side: usize| {
            let gaps = self.gaps.iter().flat_map(move |gap| &self.pieces[side][gap[side].clone()]);
            gaps.filter_map(|piece| if let Sort::Date(date) = piece.sort { Some(date) } else { None })
        };
        dates(0).any(|x| dates(1).any(|y| matches!(x.held(&y), Held::Apart(_))))
    }

    fn of_gap(&self, gap: &[Range<usize>; 2], copies: bool) -> Vec<Detail> {
        let [one, other] = gap.clone();
        if one.is_empty() || one.len() > MOST || other.is_empty() || other.len() > MOST {
            return Vec::new();
        }
        let is_name = |side: usize, at: usize| matches!(self.pieces[side][at].sort, Sort::Name(..));
        // What is known of two names, or of two words, decides; else all that is written in capitals may be a name.
        let (x, y) = (one.start, other.start);
        let lone = one.len() == 1 && other.len() == 1;
        let decided = lone && (self.excluded(x, y) || is_name(0, x) && is_name(1, y));
        let names = if decided { [None, None] } else { [self.name(0, &one), self.name(1, &other)] };
        if let [Some(name), Some(theirs)] = names {
            let inside = !self.pieces[0][x].opens && !self.pieces[1][y].opens;
            let may = inside && self.may_name([name, theirs], copies);
            return may.then(|| self.made(DiscrepancyKind::Name, self.before(x), [name, theirs])).into_iter().collect();
        }
        if one.len() != other.len() {
            return Vec::new();
        }
        // Where one of several words only puts it otherwise, the others may be about something else.
        let all: Option<Vec<Detail>> = one.zip(other).map(|(x, y)| self.detail(x, y, copies)).collect();
        all.unwrap_or_default()
    }

    /// What the piece `x` of the one says other than the piece `y` of the other.
    fn detail(&self, x: usize, y: usize, copies: bool) -> Option<Detail> {
        let (one, other) = (&self.pieces[0][x], &self.pieces[1][y]);
        let words = |kind| self.made(kind, self.before(x), [one.span, other.span]);
        match (&one.sort, &other.sort) {
            (Sort::Number(m, of), Sort::Number(n, _)) => {
                let of = of.map_or(0, |amount| amount.kind);
                let differ = !is_vague(one.words) && !is_vague(other.words) && m.is_of(n) && !m.fits(n);
                differ.then(|| self.made(DiscrepancyKind::Number, of, [m.span, n.span]))
            }
            (Sort::Date(m), Sort::Date(n)) => {
                let Held::Apart(days) = m.held(n) else { return None };
                let said = beside_saying(self.told[0], one.span) || beside_saying(self.told[1], other.span);
                (days.is_none_or(|days| days <= APART) && !said && self.may_date([one.span, other.span]))
                    .then(|| self.made(DiscrepancyKind::Date, 0, [one.span, other.span]))
            }
            (Sort::Name(m, kind, how), Sort::Name(n, other_kind, other_how)) => {
                let [adjective, theirs] = [how, other_how].map(|how| *how == How::Demonym);
                let known = m.is_none() || n.is_none() || m != n;
                let alike = kind == other_kind || is_place(*kind) && is_place(*other_kind);
                let named = known && alike && adjective == theirs;
                (named && self.may_name([one.span, other.span], copies)).then(|| words(DiscrepancyKind::Name))
            }
            (Sort::Word(m), Sort::Word(n)) => {
                let adverbs = one.words.ends_with("ly") && other.words.ends_with("ly");
                let differ = exclude(*m, *n) || adverbs && !beside(*m, *n);
                (differ && self.whole() >= WHOLE).then(|| words(DiscrepancyKind::Wording))
            }
            _ => None,
        }
    }

    /// Whether two dates can be those of one thing: neither belongs to a noun of its own ("last Tuesday's earthquake"), and they
    /// are not the two ends of one night.
    pub(super) fn may_date(&self, spans: [Span; 2]) -> bool {
        let behind = |side: usize| &self.text(side)[spans[side].end as usize..];
        let owned = |side: usize| behind(side).starts_with("'s") || behind(side).starts_with("’s");
        let small = |side: usize| spans[side].of(self.text(side)).to_lowercase();
        let late = |side: usize| ["night", "evening", "late"].iter().any(|word| small(side).contains(word));
        let early = |side: usize| ["early", "morning", "midnight"].iter().any(|word| small(side).contains(word));
        !(owned(0) || owned(1) || late(0) && early(1) || early(0) && late(1))
    }

    fn excluded(&self, x: usize, y: usize) -> bool {
        match (&self.pieces[0][x].sort, &self.pieces[1][y].sort) {
            (Sort::Word(m), Sort::Word(n)) => exclude(*m, *n),
            _ => false,
        }
    }

    /// The words of a name that is more than one piece, or none that is known: all pieces of a gap, written in capitals.
    fn name(&self, side: usize, places: &Range<usize>) -> Option<Span> {
        let pieces = &self.pieces[side][places.clone()];
        let (first, last) = (pieces.first()?, pieces.last()?);
        let known = matches!(first.sort, Sort::Name(..)) && pieces.len() == 1;
        let run = pieces[1..].iter().all(|piece| piece.before(self.text(side)).is_none());
        let name = run && pieces.iter().all(Piece::is_capital) && (!first.opens || known);
        name.then_some(Span { start: first.span.start, end: last.span.end })
    }

    /// Whether two names at one place are about one thing: neither speaks, and something else that both name holds the
    /// two sentences together.
    fn may_name(&self, names: [Span; 2], copies: bool) -> bool {
        let [one, other] = names;
        let same = same_name(one.of(self.text(0)), other.of(self.text(1)));
        let speaks = beside_saying(self.told[0], one) || beside_saying(self.told[1], other);
        let is_name = |at: usize| matches!(self.pieces[0][at].sort, Sort::Name(..));
        let tied = copies || self.same.len() >= TOLD || self.same.iter().any(|(at, _)| is_name(*at));
        !same && !speaks && tied && self.whole() >= WHOLE
    }

    pub(super) fn made(&self, kind: DiscrepancyKind, of: u32, spans: [Span; 2]) -> Detail {
        Detail { kind, of, values: [0, 1].map(|side| spans[side].of(self.text(side)).to_owned()) }
    }

    /// The stem of what stands in both before the piece `x` of the first.
    fn before(&self, x: usize) -> u32 {
        let last = self.same.iter().rev().find(|(at, _)| *at < x);
        last.and_then(|(at, _)| stem_of(self.pieces[0][*at].words)).map_or(0, |stem| (stem >> 32) as u32)
    }

    /// The whole piece of which `span` is a word.
    fn whole_of(&self, side: usize, span: Span) -> Span {
        self.pieces[side].iter().map(|piece| piece.span).find(|piece| piece.contains(span)).unwrap_or(span)
    }

    /// A word with the small words before it.
    fn with_small(&self, side: usize, span: Span) -> Span {
        let piece = self.pieces[side].iter().find(|piece| piece.span.contains(span));
        let first = piece.and_then(|piece| tokens(self.text(side), piece.gap).next());
        Span { start: first.map_or(span.start, |first| first.start), end: span.end }
    }
}

const fn is_place(kind: ActorKind) -> bool {
    matches!(kind, ActorKind::Place | ActorKind::State)
}

/// Whether a verb of saying stands within two words of `span`: it says when somebody spoke, or who.
pub(super) fn beside_saying(told: &Told<'_>, span: Span) -> bool {
    let words = |start: u32, end: u32| tokens(told.text(), Span { start, end }).take(BETWEEN + 1).count();
    let cues = told.entry.reading.statements.iter().filter_map(|statement| statement.cue);
    let mut inside = cues.filter(|cue| told.span.contains(*cue));
    inside.any(|cue| {
        cue.end <= span.start && words(cue.end, span.start) <= BETWEEN
            || span.end <= cue.start && words(span.end, cue.start) < BETWEEN
    })
}
