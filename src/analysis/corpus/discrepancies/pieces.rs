//! Brings a sentence to the pieces by which it is laid beside another: content words, names, dates and numbers.

use crate::analysis::corpus::compare::{Amount, Held, Signature, Time};
use crate::analysis::corpus::told::Told;
use crate::base::Span;
use crate::model::{ActorKind, How, Quantity};
use crate::text::lexicon::content::tokens;

/// Most pieces of a sentence that are looked at: a longer one is a list or a table.
const MOST: usize = 80;

/// A word, or words that stand for one thing.
#[derive(Clone, Debug)]
pub(super) struct Piece<'d> {
    /// Where it stands.
    pub(super) span: Span,
    pub(super) words: &'d str,
    /// The small words and the marks between it and the piece before.
    pub(super) gap: Span,
    /// Whether no word stands before it.
    pub(super) opens: bool,
    pub(super) sort: Sort,
}

/// What a piece is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Sort {
    /// A content word by its stem.
    Word(u32),
    /// An actor, or a state by its adjective; the number is the dossier's for the actor, where that is known.
    Name(Option<u32>, ActorKind, How),
    Date(Time),
    /// A number with its unit, and with what it counts, where that is known.
    Number(Amount, Option<Amount>),
}

impl Piece<'_> {
    pub(super) fn is_word(&self) -> bool {
        matches!(self.sort, Sort::Word(_))
    }

    /// Whether it is written as a name: a name may be known in one article alone.
    pub(super) fn is_capital(&self) -> bool {
        match self.sort {
            Sort::Name(.., how) => how != How::Demonym,
            _ => self.is_word() && self.words.starts_with(char::is_uppercase),
        }
    }

    /// Whether it names somebody or something.
    pub(super) fn is_name(&self) -> bool {
        matches!(self.sort, Sort::Name(..)) || self.is_capital() && !self.opens
    }

    /// The small word right before it.
    pub(super) fn before(&self, text: &str) -> Option<Span> {
        tokens(text, self.gap).last()
    }
}

/// The pieces of a sentence, in order.
pub(super) fn pieces<'d>(told: &Told<'d>, signature: &Signature) -> Vec<Piece<'d>> {
    let text = told.text();
    let dates = signature.times.iter().map(|time| (time.span, Sort::Date(*time)));
    let number = |quantity: &Quantity| {
        let amount = Amount::measured(quantity)?;
        Some((number_of(quantity), Sort::Number(amount, Amount::of(text, told.span, quantity))))
    };
    let numbers = told.quantities().filter_map(|(_, quantity)| number(quantity));
    let names = told.mentions().filter(|(_, mention, _)| mention.how.is_name() || mention.how == How::Demonym);
    let names = names.map(|(_, mention, actor)| (mention.span, Sort::Name(actor, mention.kind, mention.how)));
    let words = signature.words.iter().filter(|word| word.is_content());
    let words = words.map(|word| (word.span, Sort::Word(word.stem)));
    let mut all: Vec<(Span, Sort)> = dates.chain(numbers).chain(names).chain(words).collect();
    // Of what begins at one place, the first tells most.
    all.sort_by_key(|(span, _)| span.start);
    let (mut found, mut end) = (Vec::with_capacity(all.len()), told.span.start);
    for (span, sort) in all {
        if span.start >= end && found.len() < MOST {
            let gap = Span { start: end, end: span.start };
            let opens = found.is_empty() && !gap.of(text).contains(char::is_alphanumeric);
            found.push(Piece { span, words: span.of(text), gap, opens, sort });
            end = span.end;
        }
    }
    found
}

/// The words of a quantity without what it counts.
fn number_of(quantity: &Quantity) -> Span {
    let noun = quantity.noun.filter(|noun| noun.start > quantity.span.start);
    Span { start: quantity.span.start, end: noun.map_or(quantity.span.end, |noun| noun.start) }
}

/// Whether two pieces say the same.
pub(super) fn alike(a: &Piece<'_>, b: &Piece<'_>) -> bool {
    match (&a.sort, &b.sort) {
        (Sort::Word(x), Sort::Word(y)) => x == y,
        (Sort::Number(x, _), Sort::Number(y, _)) => x.is_of(y) && x.fits(y),
        (Sort::Date(x), Sort::Date(y)) => {
            let same = || a.words.eq_ignore_ascii_case(b.words);
            match x.held(y) {
                Held::Fit => true,
                // Of "noon" the day is only guessed.
                Held::Apart(_) => x.of_day && y.of_day && same(),
                Held::Open => same(),
            }
        }
        (Sort::Name(x, ..), Sort::Name(y, ..)) => x.is_some() && x == y || same_name(a.words, b.words),
        (Sort::Name(..), Sort::Word(_)) => b.is_capital() && a.words.eq_ignore_ascii_case(b.words),
        (Sort::Word(_), Sort::Name(..)) => a.is_capital() && a.words.eq_ignore_ascii_case(b.words),
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
