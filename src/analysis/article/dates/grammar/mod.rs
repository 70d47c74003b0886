//! The grammar of date expressions: at each token the longest phrase that one of its rules reads.

mod bare;
mod calendar;
mod clock;
mod count;
mod numeric;
mod read;
mod relative;
mod year;

use super::lexicon::Class;
use super::meaning::{DayPart, Fields, Meaning, Shift, Unit, part};
use super::tokens::Tokens;
pub(super) use read::{Era, Known, Phrase};
use read::{Named, Read, by, longer};

/// The expressions of one sentence, in order. Each rule looks at a bounded number of tokens.
pub(super) fn phrases(tokens: &Tokens<'_>, known: Known) -> Vec<Phrase> {
    let mut found: Vec<Phrase> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !opens(tokens, at) {
            at += 1;
            continue;
        }
        let beside = by("beside", bare::number(tokens, at, found.last()));
        let Some((to, meaning, rule)) = beside.or_else(|| longest(tokens, at, known)) else {
            at += 1;
            continue;
        };
        if !matches!(meaning, Meaning::Age) {
            found.push(Phrase { from: at, to, meaning, rule });
        }
        at = to;
    }
    found
}

/// Whether an expression can begin at `at`.
fn opens(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    match token.class {
        Class::Mark => matches!(token.text, "'" | "’" | "‘"),
        Class::Other => tokens.capital(at),
        Class::Meridiem | Class::Zone | Class::Numbered | Class::Measured => false,
        _ => true,
    }
}

fn longest(tokens: &Tokens<'_>, at: usize, known: Known) -> Named<Meaning> {
    let rules = [
        whole(tokens, at, known),
        by("clock", clock::time(tokens, at)),
        by("length", count::length(tokens, at)),
        by("set", count::set(tokens, at)),
        by("reference", relative::reference(tokens, at)),
        by("fiscal", fiscal(tokens, at)),
        by("quarter", quarter(tokens, at)),
    ];
    rules.into_iter().fold(None, longer)
}

/// "fiscal 2012", "FY2012", "fiscal year 2012".
fn fiscal(tokens: &Tokens<'_>, at: usize) -> Read {
    if !tokens.is(at, Class::YearMark) {
        return None;
    }
    let to = at + 1 + usize::from(tokens.word(at + 1, "year"));
    let year =
        tokens.value_of(to, Class::Digits).filter(|_| tokens.get(to).is_some_and(|token| token.text.len() == 4))?;
    Some((to + 1, Meaning::Fiscal(year)))
}

/// "Q3 2012", "second-quarter", the latter of a year that goes without saying.
fn quarter(tokens: &Tokens<'_>, at: usize) -> Read {
    let hyphened = tokens.mark(at + 1, &['-', '‑']) && tokens.tight(at + 1) && tokens.word(at + 2, "quarter");
    let (to, number) = match tokens.class(at)? {
        Class::Ordinal if hyphened => (at + 3, tokens.get(at)?.value),
        Class::Other if tokens.get(at)?.text == "Q" && tokens.tight(at + 1) => {
            (at + 2, tokens.value_of(at + 1, Class::Digits)?)
        }
        _ => return None,
    };
    let quarter = u8::try_from(number).ok().filter(|quarter| (1..=4).contains(quarter));
    let fields = Fields { quarter, ..Fields::default() };
    let (to, year) = year::attached(tokens, to, Known::default()).map_or((to, None), |(to, year)| (to, Some(year)));
    quarter.map(|_| (to, Meaning::Calendar(Fields { year, ..fields })))
}

/// A date or a distance, with the words before it that say which part of it is meant.
fn whole(tokens: &Tokens<'_>, at: usize, known: Known) -> Named<Meaning> {
    let plain = core(tokens, at, known);
    let parted = narrowed(tokens, at).and_then(|(next, narrow)| {
        let larger = core(tokens, next, known).or_else(|| by("unit", relative::the_unit(tokens, next)));
        match (larger.and_then(|(to, meaning, rule)| Some((to, narrow.of(meaning)?, rule))), narrow) {
            // "the third quarter" of a year that goes without saying
            (None, Narrow::Quarter(quarter)) => {
                let fields = Fields { quarter: Some(quarter), ..Fields::default() };
                Some((next - usize::from(tokens.is(next - 1, Class::Of)), Meaning::Calendar(fields), "quarter"))
            }
            (found, _) => found,
        }
    });
    longer(plain, parted)
}

fn core(tokens: &Tokens<'_>, at: usize, known: Known) -> Named<Meaning> {
    let date = calendar::date(tokens, at, known).map(|(to, fields, rule)| {
        let (to, within) = relative::within(tokens, to, &fields).map_or((to, None), |(to, step)| (to, Some(step)));
        (to, Meaning::Calendar(Fields { within, ..fields }), rule)
    });
    longer(date, relative::distance(tokens, at))
}

/// What the words before a date take of it.
#[derive(Clone, Copy, Debug)]
enum Narrow {
    Part(i32),
    Half(u8),
    Quarter(u8),
    DayPart(DayPart),
    /// "later that month": no smaller than the month.
    Loose,
}

impl Narrow {
    fn of(self, meaning: Meaning) -> Option<Meaning> {
        match (self, meaning) {
            (Self::Part(which), Meaning::Calendar(fields)) if fields.day.is_none() && fields.clock.is_none() => {
                Some(Meaning::Calendar(Fields { part: Some(part(which)), ..fields }))
            }
            (Self::Part(which), Meaning::Shift(shift)) => {
                Some(Meaning::Shift(Shift { part: Some(part(which)), ..shift }))
            }
            (Self::Half(half), Meaning::Calendar(fields)) if fields.month.is_none() && fields.year.is_some() => {
                Some(Meaning::Calendar(Fields { half: Some(half), ..fields }))
            }
            (Self::Half(half), Meaning::Shift(shift)) if shift.step.unit == Unit::Year => {
                Some(Meaning::Shift(Shift { half: Some(half), ..shift }))
            }
            // "the first half of March" is no calendar unit: March is as much as can be said.
            (Self::Part(_), Meaning::Calendar(_)) | (Self::Half(_) | Self::Loose, _) => Some(meaning),
            (Self::Quarter(quarter), Meaning::Calendar(fields)) if fields.month.is_none() => {
                Some(Meaning::Calendar(Fields { quarter: Some(quarter), ..fields }))
            }
            (Self::Quarter(quarter), Meaning::Shift(shift)) if shift.step.unit == Unit::Year => {
                Some(Meaning::Calendar(Fields {
                    quarter: Some(quarter),
                    within: Some(shift.step),
                    ..Fields::default()
                }))
            }
            (Self::DayPart(part), Meaning::Calendar(fields)) if fields.day.or(fields.weekday).is_some() => {
                Some(Meaning::Calendar(Fields { day_part: Some(part), ..fields }))
            }
            (Self::DayPart(part), Meaning::Shift(shift)) if shift.step.unit == Unit::Day => {
                Some(Meaning::Shift(Shift { day_part: Some(part), ..shift }))
            }
            _ => None,
        }
    }
}

/// "early", "mid-", "the end of", "the second half of", "the night of", "later": the token behind, and what it takes.
fn narrowed(tokens: &Tokens<'_>, at: usize) -> Option<(usize, Narrow)> {
    let start = tokens.skip(at, Class::The);
    let token = tokens.get(start)?;
    let of = |at: usize| tokens.is(at, Class::Of).then_some(at + 1);
    match token.class {
        Class::Part => {
            if tokens.mark(start + 1, &['-', '–', '‑']) && tokens.tight(start + 1) {
                return Some((start + 2, Narrow::Part(token.value)));
            }
            // "in the early part of", "early in", "early on", "early in the morning of"
            if tokens.word(start + 1, "part") {
                return of(start + 2).map(|next| (next, Narrow::Part(token.value)));
            }
            if let Some((next, narrow @ Narrow::DayPart(_))) = narrowed_in(tokens, start + 1) {
                return Some((next, narrow));
            }
            let next =
                if tokens.is(start + 1, Class::In) || tokens.is(start + 1, Class::On) { start + 2 } else { start + 1 };
            Some((next, Narrow::Part(token.value)))
        }
        Class::PartNoun if start > at || tokens.is(start + 1, Class::Of) => {
            of(start + 1).map(|next| (next, Narrow::Part(token.value)))
        }
        Class::Loose if start == at => Some((tokens.skip(start + 1, Class::In), Narrow::Loose)),
        Class::Ordinal | Class::OrdinalDigits => match tokens.value_of(start + 1, Class::Unit).map(Unit::numbered) {
            Some(Unit::Quarter) if token.value <= 4 => {
                let quarter = u8::try_from(token.value).ok().filter(|quarter| *quarter > 0)?;
                Some((of(start + 2).unwrap_or(start + 2), Narrow::Quarter(quarter)))
            }
            _ if tokens.is(start + 1, Class::Half) && token.value <= 2 => {
                let half = u8::try_from(token.value).ok().filter(|half| *half > 0)?;
                of(start + 2).map(|next| (next, Narrow::Half(half)))
            }
            _ => None,
        },
        Class::DayPart => of(start + 1).map(|next| (next, Narrow::DayPart(DayPart::numbered(token.value)))),
        Class::Other if token.text.eq_ignore_ascii_case("latter") => {
            let half = tokens.is(start + 1, Class::Half) || tokens.word(start + 1, "part");
            let narrow = if tokens.is(start + 1, Class::Half) { Narrow::Half(2) } else { Narrow::Part(3) };
            of(start + 2).filter(|_| half).map(|next| (next, narrow))
        }
        Class::Other
            if ["rest", "turn", "course"].iter().any(|word| token.text.eq_ignore_ascii_case(word)) && start > at =>
        {
            of(start + 1).map(|next| (next, Narrow::Loose))
        }
        _ => None,
    }
}

/// "in the morning of", after "early".
fn narrowed_in(tokens: &Tokens<'_>, at: usize) -> Option<(usize, Narrow)> {
    let start = tokens.skip(tokens.skip(at, Class::In), Class::The);
    let part = tokens.value_of(start, Class::DayPart)?;
    let of = tokens.is(start + 1, Class::Of) || tokens.is(start + 1, Class::On);
    of.then_some((start + 2, Narrow::DayPart(DayPart::numbered(part))))
}
