//! Finds numbers and dates that two sentences give of one thing, in clauses that tell the same, however the rest runs.

use super::details::Detail;
use super::event::Events;
use super::exclusives::exclude;
use super::pieces::{Piece, Sort, alike, pieces};
use super::place::{Told, beside_saying};
use super::times::{Held, elsewhen, held};
use crate::analysis::corpus::similarity::Amount;
use crate::base::Span;
use crate::model::{DateExpression, DiscrepancyKind};
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
struct Value<'d> {
    what: What<'d>,
    span: Span,
    context: Vec<usize>,
    /// The word that tells something and stands right before.
    before: Option<usize>,
}

#[derive(Clone, Copy)]
enum What<'d> {
    Number(Amount),
    Date(&'d DateExpression),
}

/// One sentence in its clauses.
struct Sentence<'d> {
    told: &'d Told<'d>,
    text: &'d str,
    pieces: Vec<Piece<'d>>,
}

/// The first number or date that `a` and `b` give differently of one thing.
pub(super) fn clauses<'d>(a: &'d Told<'d>, b: &'d Told<'d>, events: &Events<'_>) -> Option<Detail> {
    let (one, other) = (Sentence::of(a), Sentence::of(b));
    let (mine, theirs) = (one.values(), other.values());
    let mut pairs = mine.iter().flat_map(|x| theirs.iter().map(move |y| (x, y)));
    let found = pairs.find(|(x, y)| {
        differ(x, y, [one.text, other.text])
            && !theirs.iter().any(|value| fits(x, value, [one.text, other.text]))
            && !mine.iter().any(|value| fits(value, y, [one.text, other.text]))
            && tied(&one, x, &other, y, || events.akin(a, b))
    });
    let (x, y) = found?;
    let (kind, of) = match x.what {
        What::Number(_) if other_days(&mine, &theirs, [one.text, other.text]) => return None,
        What::Number(_) if elsewhen(a, b) || elsewhen(b, a) => return None,
        What::Number(amount) => (DiscrepancyKind::Number, amount.kind),
        What::Date(_) if beside_saying(a, x.span) || beside_saying(b, y.span) => return None,
        What::Date(_) if other_numbers(&mine, &theirs) => return None,
        What::Date(_) => (DiscrepancyKind::Date, 0),
    };
    Some(Detail { kind, of, values: [x.span.of(one.text).to_owned(), y.span.of(other.text).to_owned()] })
}

/// Whether two values can be of one thing, and are not the same.
fn differ(x: &Value<'_>, y: &Value<'_>, texts: [&str; 2]) -> bool {
    match (x.what, y.what) {
        (What::Number(m), What::Number(n)) => m.kind != 0 && m.is_of(&n) && !m.fits(&n) && near(&m, &n),
        (What::Date(m), What::Date(n)) => match held(m, n, texts) {
            Held::Apart(days) => days.is_none_or(|days| days <= APART),
            Held::Fit | Held::Open => false,
        },
        _ => false,
    }
}

/// Whether two numbers are of one order: what is counted in dozens and in thousands is not the same.
fn near(x: &Amount, y: &Amount) -> bool {
    let [one, other] = [x, y].map(|amount| amount.from as f64 * amount.size as f64);
    one.min(other) >= NEAR * one.max(other)
}

fn fits(x: &Value<'_>, y: &Value<'_>, texts: [&str; 2]) -> bool {
    match (x.what, y.what) {
        (What::Number(m), What::Number(n)) => m.is_of(&n) && m.fits(&n),
        (What::Date(m), What::Date(n)) => {
            held(m, n, texts) == Held::Fit && m.when.is_some_and(|when| when.day().is_none())
        }
        _ => false,
    }
}

/// Whether the one is dated on days that the other is not: another number on another day is no difference.
fn other_days(mine: &[Value<'_>], theirs: &[Value<'_>], texts: [&str; 2]) -> bool {
    let dates = |values: &[Value<'_>]| -> Vec<_> {
        values
            .iter()
            .filter_map(|value| if let What::Date(date) = value.what { Some(date.clone()) } else { None })
            .collect()
    };
    let (one, other) = (dates(mine), dates(theirs));
    let all = || one.iter().flat_map(|x| other.iter().map(move |y| held(x, y, texts)));
    all().any(|held| matches!(held, Held::Apart(_))) && !all().any(|held| held == Held::Fit)
}

/// Whether the one counts otherwise than the other what both count: another day, then, is no difference.
fn other_numbers(mine: &[Value<'_>], theirs: &[Value<'_>]) -> bool {
    let pairs = || mine.iter().flat_map(|x| theirs.iter().map(move |y| (x.what, y.what)));
    let numbers =
        || pairs().filter_map(|pair| if let (What::Number(x), What::Number(y)) = pair { Some((x, y)) } else { None });
    let mut alike = numbers().filter(|(x, y)| x.is_of(y));
    alike.any(|(x, y)| !x.fits(&y))
}

/// Whether the clauses of both values tell the same but for them, of something that both sentences name or, where they
/// share more than is likely by chance, of something that both articles are about.
fn tied(a: &Sentence<'_>, x: &Value<'_>, b: &Sentence<'_>, y: &Value<'_>, akin: impl Fn() -> bool) -> bool {
    let shared = same_thing(a, x, b, y);
    let many = shared > FEWEST || shared == FEWEST && matches!(x.what, What::Date(_));
    shared >= FEWEST && (named(a, b) > 0 || many && akin())
}

/// How many words of their clauses two values share that are of the same thing; 0 where they are not.
fn same_thing(a: &Sentence<'_>, x: &Value<'_>, b: &Sentence<'_>, y: &Value<'_>) -> usize {
    let texts = [a.text, b.text];
    let stands = |at: usize| y.context.iter().any(|other| alike(&a.pieces[at], &b.pieces[*other], texts));
    let shared = x.context.iter().filter(|at| stands(**at)).count();
    let is_name = |piece: &Piece<'_>| matches!(piece.sort, Sort::Name(..) | Sort::Word(_, true));
    // Each names somebody whom the other sentence does not have: they are about different things.
    let lacks = |own: &Sentence<'_>, value: &Value<'_>, others: &Sentence<'_>| {
        let texts = [own.text, others.text];
        let mut named = value.context.iter().filter(|at| is_name(&own.pieces[**at]));
        named.any(|at| !others.pieces.iter().any(|piece| alike(&own.pieces[*at], piece, texts)))
    };
    let excluded = x.context.iter().any(|at| {
        y.context.iter().any(|other| match (&a.pieces[*at].sort, &b.pieces[*other].sort) {
            (Sort::Word(one, _), Sort::Word(another, _)) => exclude(*one, *another),
            _ => false,
        })
    });
    // Soldiers who are sent are not those who are lost.
    let stranger = |value: &Value<'_>, own: &Sentence<'_>, others: &Value<'_>, of: &Sentence<'_>| {
        let texts = [own.text, of.text];
        value
            .before
            .is_some_and(|at| !others.context.iter().any(|other| alike(&own.pieces[at], &of.pieces[*other], texts)))
    };
    let toll = matches!(x.what, What::Number(amount) if amount.is_toll());
    if !toll && stranger(x, a, y, b) && stranger(y, b, x, a) {
        return 0;
    }
    // Prices of apples are not those of cherries.
    let opens = |own: &Sentence<'_>, value: &Value<'_>, others: &Sentence<'_>| {
        let texts = [own.text, others.text];
        let first = value.context.iter().min();
        first.is_some_and(|at| !others.pieces.iter().any(|piece| alike(&own.pieces[*at], piece, texts)))
    };
    if opens(a, x, b) && opens(b, y, a) {
        return 0;
    }
    if excluded || lacks(a, x, b) && lacks(b, y, a) || shared < FEWEST {
        return 0;
    }
    let both = named(a, b);
    let beside = x.before.zip(y.before).is_some_and(|(x, y)| alike(&a.pieces[x], &b.pieces[y], texts));
    let least = x.context.len().min(y.context.len()) as f32;
    let near = shared as f32 >= SAME * least;
    if near && (both > 0 || shared > FEWEST || beside) || beside && both >= 2 { shared } else { 0 }
}

/// How many names of the one stand in the other.
fn named(a: &Sentence<'_>, b: &Sentence<'_>) -> usize {
    let is_name = |piece: &&Piece<'_>| matches!(piece.sort, Sort::Name(..) | Sort::Word(_, true));
    let names = a
        .pieces
        .iter()
        .skip(1)
        .filter(is_name)
        .chain(a.pieces.first().filter(|first| matches!(first.sort, Sort::Name(..))));
    names.filter(|name| b.pieces.iter().any(|piece| alike(name, piece, [a.text, b.text]))).count()
}

impl<'d> Sentence<'d> {
    fn of(told: &'d Told<'d>) -> Self {
        Self { told, text: told.text(), pieces: pieces(told) }
    }

    /// Its numbers and dates, each with its clause.
    fn values(&self) -> Vec<Value<'d>> {
        let mut found = Vec::new();
        for clause in self.ranges() {
            for at in clause.clone() {
                let what = match &self.pieces[at].sort {
                    Sort::Number(amount) if super::words::is_vague(amount.span.of(self.text)) => None,
                    Sort::Number(amount) => Some(What::Number(self.amount(amount).unwrap_or(*amount))),
                    Sort::Date(date) => Some(What::Date(date)),
                    _ => None,
                };
                let Some(what) = what else { continue };
                let span = if let What::Number(amount) = what { amount.span } else { self.pieces[at].span };
                let (context, before) = self.context(&clause, at, span);
                found.push(Value { what, span, context, before });
            }
        }
        found
    }

    /// What the number counts, too.
    fn amount(&self, amount: &Amount) -> Option<Amount> {
        let quantity = self.told.quantities().iter().find(|quantity| quantity.span == amount.span)?;
        Amount::of(self.text, self.told.sentence.span, quantity)
    }

    /// The words of a clause that tell something beside its value, and that of what it hangs on; then the one right before.
    fn context(&self, clause: &Range<usize>, at: usize, value: Span) -> (Vec<usize>, Option<usize>) {
        let tells = |at: &usize| {
            let piece = &self.pieces[*at];
            matches!(piece.sort, Sort::Word(..) | Sort::Name(..)) && !value.contains(piece.span)
        };
        let hangs = (0..clause.start).rev().filter(tells).take(ABOUT);
        let context = hangs.chain(clause.clone().filter(tells)).collect();
        (context, (clause.start..at).rev().find(tells))
    }

    /// The stretches of its pieces between marks and words that open a clause.
    fn ranges(&self) -> Vec<Range<usize>> {
        let mut ranges = Vec::new();
        let mut from = 0;
        for at in 1..self.pieces.len() {
            let (last, next) = (&self.pieces[at - 1], &self.pieces[at]);
            let gap = Span { start: last.span.end.min(next.span.start), end: next.span.start }.of(self.text);
            // "At the meeting in Trond, 71 percent voted for it" is one clause.
            let marked = gap.contains([';', ':', '(', ')', '—', '–'])
                || gap.contains(',') && !matches!(next.sort, Sort::Number(_));
            let opens = matches!(&next.sort, Sort::Small(word) if super::words::opens(word));
            if marked || opens {
                ranges.push(from..at);
                from = at;
            }
        }
        ranges.push(from..self.pieces.len());
        ranges
    }
}
