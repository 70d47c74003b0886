//! Finds numbers and dates that two sentences give of one thing, in clauses that tell the same, however the rest runs.

use super::details::{Detail, beside_saying};
use super::event::{Events, elsewhen};
use super::parallel::Pair;
use super::pieces::{Piece, Sort, alike};
use super::words::{is_vague, opens};
use crate::analysis::corpus::compare::{Amount, Held, Time, exclude};
use crate::base::Span;
use crate::model::DiscrepancyKind;
use crate::text::lexicon::content::tokens;
use std::ops::Range;

/// Least share of the shorter clause that stands in the other, too, its numbers and dates set aside.
const SAME: f32 = 0.6;
/// Fewest words that tell something and stand in both clauses.
const FEWEST: usize = 2;
/// Most days between two days of one event.
const APART: i64 = 10;
/// Least share of the greater number that the smaller is.
const NEAR: f64 = 0.4;
/// Words before a clause without a name that say whom or what it is about.
const ABOUT: usize = 1;

/// A number or date of a sentence, with the words that say of what it is.
struct Value<'p, 'd> {
    what: What,
    span: Span,
    /// What tells something in its clause beside it, and that of what the clause hangs on.
    context: Vec<&'p Piece<'d>>,
    /// What stands right before.
    before: Option<&'p Piece<'d>>,
}

#[derive(Clone, Copy)]
enum What {
    Number(Amount),
    Date(Time),
}

/// The first number or date that the two give differently of one thing.
pub(super) fn clauses(pair: &Pair<'_>, events: &Events<'_>) -> Option<Detail> {
    let [a, b] = pair.told;
    let (mine, theirs) = (values(pair, 0), values(pair, 1));
    let mut pairs = mine.iter().flat_map(|x| theirs.iter().map(move |y| (x, y)));
    let (x, y) = pairs.find(|(x, y)| {
        differ(x.what, y.what)
            && !theirs.iter().any(|value| fits(x.what, value.what))
            && !mine.iter().any(|value| fits(value.what, y.what))
            && tied(pair, x, y, || events.akin(a, b))
    })?;
    let all = || mine.iter().flat_map(|x| theirs.iter().map(move |y| (x.what, y.what)));
    let (kind, of) = match x.what {
        What::Number(amount) => {
            // Another number on another day is no difference.
            let days = || {
                all().filter_map(|pair| if let (What::Date(x), What::Date(y)) = pair { Some(x.held(&y)) } else { None })
            };
            let other_days = days().any(|held| matches!(held, Held::Apart(_))) && !days().any(|held| held == Held::Fit);
            if other_days || elsewhen(a, b) || elsewhen(b, a) {
                return None;
            }
            (DiscrepancyKind::Number, amount.kind)
        }
        What::Date(_) => {
            // Nor is another day of another number.
            let other = |pair| matches!(pair, (What::Number(x), What::Number(y)) if x.is_of(&y) && !x.fits(&y));
            let may = pair.may_date([x.span, y.span]);
            if !may || all().any(other) || beside_saying(a, x.span) || beside_saying(b, y.span) {
                return None;
            }
            (DiscrepancyKind::Date, 0)
        }
    };
    Some(pair.made(kind, of, [x.span, y.span]))
}

/// Whether two values can be of one thing, and are not the same.
fn differ(x: What, y: What) -> bool {
    match (x, y) {
        (What::Number(m), What::Number(n)) => m.kind != 0 && m.is_of(&n) && !m.fits(&n) && near(&m, &n),
        (What::Date(m), What::Date(n)) => {
            matches!(m.held(&n), Held::Apart(days) if days.is_none_or(|days| days <= APART))
        }
        _ => false,
    }
}

/// Whether two numbers are of one order: what is counted in dozens and in thousands is not the same.
fn near(x: &Amount, y: &Amount) -> bool {
    let [one, other] = [x, y].map(|amount| amount.from as f64 * amount.size as f64);
    one.min(other) >= NEAR * one.max(other)
}

fn fits(x: What, y: What) -> bool {
    match (x, y) {
        (What::Number(m), What::Number(n)) => m.is_of(&n) && m.fits(&n),
        (What::Date(m), What::Date(n)) => {
            m.held(&n) == Held::Fit && m.days().is_some_and(|(first, last)| first != last)
        }
        _ => false,
    }
}

fn stands(piece: &Piece<'_>, context: &[&Piece<'_>]) -> bool {
    context.iter().any(|other| alike(piece, other))
}

/// Whether the clauses of both values tell the same but for them, of something that both sentences name or, where they
/// share more than is likely by chance, of something that both articles are about.
fn tied(pair: &Pair<'_>, x: &Value<'_, '_>, y: &Value<'_, '_>, akin: impl Fn() -> bool) -> bool {
    let shared = x.context.iter().filter(|piece| stands(piece, &y.context)).count();
    let knows = |side: usize, piece: &Piece<'_>| pair.pieces[side].iter().any(|other| alike(piece, other));
    // Each names somebody whom the other sentence does not have: they are about different things.
    let lacks =
        |own: &Value<'_, '_>, side: usize| own.context.iter().any(|piece| piece.is_name() && !knows(side, piece));
    // Prices of apples are not those of cherries.
    let opens = |own: &Value<'_, '_>, side: usize| own.context.first().is_some_and(|piece| !knows(side, piece));
    let excluded = x.context.iter().any(|one| {
        y.context.iter().any(|other| match (&one.sort, &other.sort) {
            (Sort::Word(one), Sort::Word(another)) => exclude(*one, *another),
            _ => false,
        })
    });
    // Soldiers who are sent are not those who are lost.
    let stranger =
        |own: Option<&Piece<'_>>, others: &Value<'_, '_>| own.is_some_and(|piece| !stands(piece, &others.context));
    let toll = matches!(x.what, What::Number(amount) if amount.is_toll());
    if shared < FEWEST
        || excluded
        || lacks(x, 1) && lacks(y, 0)
        || !toll && stranger(x.before, y) && stranger(y.before, x)
        || opens(x, 1) && opens(y, 0)
    {
        return false;
    }
    let names = pair.pieces[0].iter().filter(|piece| piece.is_name());
    let both = names.filter(|name| knows(1, name)).count();
    let beside = x.before.zip(y.before).is_some_and(|(x, y)| alike(x, y));
    let near = shared as f32 >= SAME * x.context.len().min(y.context.len()) as f32;
    let many = shared > FEWEST || matches!(x.what, What::Date(_));
    (near && (both > 0 || shared > FEWEST || beside) || beside && both >= 2) && (both > 0 || many && akin())
}

/// The numbers and dates of one of the two, each with its clause.
fn values<'p, 'd>(pair: &'p Pair<'d>, side: usize) -> Vec<Value<'p, 'd>> {
    let pieces = &pair.pieces[side];
    let mut found = Vec::new();
    for clause in ranges(pieces, pair.text(side)) {
        for at in clause.clone() {
            let (what, span) = match &pieces[at].sort {
                Sort::Number(_, _) if is_vague(pieces[at].words) => continue,
                Sort::Number(bare, counted) => (What::Number(counted.unwrap_or(*bare)), bare.span),
                Sort::Date(date) => (What::Date(*date), pieces[at].span),
                _ => continue,
            };
            let tells =
                |piece: &&Piece<'d>| matches!(piece.sort, Sort::Word(_) | Sort::Name(..)) && !span.contains(piece.span);
            let hangs = pieces[..clause.start].iter().rev().filter(tells).take(ABOUT);
            let context = hangs.chain(pieces[clause.clone()].iter().filter(tells)).collect();
            let before = pieces[clause.start..at].iter().rev().find(tells);
            found.push(Value { what, span, context, before });
        }
    }
    found
}

/// The stretches of pieces between marks and words that open a clause.
fn ranges(pieces: &[Piece<'_>], text: &str) -> Vec<Range<usize>> {
    let parts = |piece: &Piece<'_>| {
        let gap = piece.gap.of(text);
        // "At the meeting in Trond, 71 percent voted for it" is one clause.
        gap.contains([';', ':', '(', ')', '—', '–'])
            || gap.contains(',') && !matches!(piece.sort, Sort::Number(..))
            || tokens(text, piece.gap).any(|word| opens(&word.of(text).to_lowercase()))
    };
    let mut borders: Vec<usize> = (1..pieces.len()).filter(|at| parts(&pieces[*at])).collect();
    borders.insert(0, 0);
    borders.push(pieces.len());
    borders.windows(2).map(|border| border[0]..border[1]).collect()
}
