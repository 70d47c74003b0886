//! Brings a sentence to the pieces by which it is laid beside another: words, names, dates and numbers.

use super::place::Told;
use crate::analysis::corpus::similarity::{Amount, common_stem};
use crate::base::Span;
use crate::model::{ActorKind, DateExpression, DateKind, How, Quantity};
use crate::text::lexicon::content::{content_word, tokens};

/// Most pieces of a sentence that are looked at: a longer one is a list or a table.
const MOST: usize = 80;

/// A word, or words that stand for one thing.
#[derive(Clone, Debug)]
pub(super) struct Piece<'d> {
    /// Where it stands.
    pub(super) span: Span,
    pub(super) sort: Sort<'d>,
}

/// What a piece is.
#[derive(Clone, Debug)]
pub(super) enum Sort<'d> {
    /// A word of a closed class, in small letters.
    Small(String),
    /// A content word by its stem, and whether it opens with a capital letter.
    Word(u32, bool),
    /// An actor, or a state by its adjective; the number is the dossier's for the actor, where that is known.
    Name(Option<u32>, ActorKind, How),
    /// A time.
    Date(&'d DateExpression),
    /// A number with its unit.
    Number(Amount),
}

impl Piece<'_> {
    /// Whether it says something, and is no word of a closed class.
    pub(super) fn tells(&self) -> bool {
        !matches!(self.sort, Sort::Small(_))
    }
}

/// The pieces of a sentence, in order.
pub(super) fn pieces<'d>(told: &Told<'d>) -> Vec<Piece<'d>> {
    let text = told.text();
    let (dates, quantities) = (told.dates(), told.quantities());
    let names: Vec<_> = told.mentions().filter(|(m, _)| m.how.is_name() || m.how == How::Demonym).collect();
    let mut found: Vec<Piece<'d>> = Vec::with_capacity(32);
    for token in tokens(text, told.sentence.span) {
        if found.last().is_some_and(|last| token.start < last.span.end) {
            continue;
        }
        let date = dates.iter().find(|date| is_day(date) && date.span.contains(token));
        let number = || quantities.iter().find(|quantity| number_of(quantity).contains(token));
        let name = || names.iter().find(|(mention, _)| mention.span.contains(token));
        let (span, sort) = if let Some(date) = date {
            (date.span, Sort::Date(date))
        } else if let Some((span, amount)) = number().and_then(|of| Some((number_of(of), Amount::measured(of)?))) {
            (span, Sort::Number(amount))
        } else if let Some((mention, actor)) = name() {
            (mention.span, Sort::Name(*actor, mention.kind, mention.how))
        } else if let Some(word) = content_word(text, token) {
            let capital = token.of(text).starts_with(char::is_uppercase);
            (token, Sort::Word(common_stem((word.stem >> 32) as u32), capital))
        } else {
            (token, Sort::Small(token.of(text).to_lowercase()))
        };
        found.push(Piece { span: Span { start: token.start, end: span.end.max(token.end) }, sort });
        if found.len() == MOST {
            break;
        }
    }
    found
}

fn is_day(date: &DateExpression) -> bool {
    matches!(date.kind, DateKind::Date | DateKind::Time)
}

/// The words of a quantity without what it counts.
fn number_of(quantity: &Quantity) -> Span {
    let end =
        quantity.noun.filter(|noun| noun.start > quantity.span.start).map_or(quantity.span.end, |noun| noun.start);
    Span { start: quantity.span.start, end }
}

/// Whether two pieces say the same.
pub(super) fn alike(a: &Piece<'_>, b: &Piece<'_>, texts: [&str; 2]) -> bool {
    match (&a.sort, &b.sort) {
        (Sort::Small(x), Sort::Small(y)) => x == y,
        (Sort::Word(x, _), Sort::Word(y, _)) => x == y,
        (Sort::Number(x), Sort::Number(y)) => x.is_of(y) && x.fits(y),
        (Sort::Date(x), Sort::Date(y)) => super::times::fit(x, y, texts),
        (Sort::Name(x, ..), Sort::Name(y, ..)) => {
            x.is_some() && x == y || same_name(a.span.of(texts[0]), b.span.of(texts[1]))
        }
        // A name may be known in one article alone.
        (Sort::Name(..), Sort::Word(_, true)) | (Sort::Word(_, true), Sort::Name(..)) => {
            a.span.of(texts[0]).eq_ignore_ascii_case(b.span.of(texts[1]))
        }
        _ => false,
    }
}

/// Whether one name is the other, or the end or beginning of it.
pub(super) fn same_name(one: &str, other: &str) -> bool {
    let bare =
        |name: &str| name.get(4..).filter(|_| name.starts_with("the ") || name.starts_with("The ")).map(str::len);
    let cut = |name: &str| name.len() - bare(name).unwrap_or(name.len());
    let (one, other) = (&one[cut(one)..], &other[cut(other)..]);
    let (long, short) = if one.len() < other.len() { (other, one) } else { (one, other) };
    let rest = long.len() - short.len();
    let is = |part: Option<&str>| part.is_some_and(|part| part.eq_ignore_ascii_case(short));
    let parted = |at: usize| long.as_bytes().get(at) == Some(&b' ');
    rest == 0 && is(Some(long))
        || rest > 0 && (parted(short.len()) && is(long.get(..short.len())) || parted(rest - 1) && is(long.get(rest..)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_without_its_article_or_a_part_at_its_end() {
        for (one, other) in
            [("The Elm Bridge", "Elm Bridge"), ("Dahl", "Per Dahl"), ("NORDLINE", "Nordline"), ("Per", "Per Dahl")]
        {
            assert!(same_name(one, other) && same_name(other, one), "{one} {other}");
        }
        for (one, other) in [("Elm Bridge", "Alder Bridge"), ("Dahl", "Perdahl"), ("Ålesund", "sund")] {
            assert!(!same_name(one, other) && !same_name(other, one), "{one} {other}");
        }
    }
}
