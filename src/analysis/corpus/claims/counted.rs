//! What a sentence has of the actors and numbers of another, span by span, so that full support can be shown and proved.

use crate::analysis::corpus::told::Told;
use crate::base::Span;
use crate::model::{Counted, Entry, Quantity, SentenceRef};
use crate::text::numerals;

/// What is counted of two sentences of which the second has every actor and number of the first, in order of the first.
///
/// `None` where it lacks any, be it a figure or a number word that counts nothing, such as that of a date.
pub(super) fn counted(entries: &[Entry], sentence: SentenceRef, other: SentenceRef) -> Option<[Counted; 2]> {
    let (own, theirs) = (Told::new(entries, sentence)?, Told::new(entries, other)?);
    let mut both = [sentence, other].map(|sentence| Counted { sentence, actors: Vec::new(), numbers: Vec::new() });
    let mut seen = Vec::new();
    for (at, _, actor) in own.mentions().filter(|(_, mention, actor)| mention.how.is_name() && actor.is_some()) {
        if !seen.contains(&actor) {
            seen.push(actor);
            let like = theirs.mentions().find(|(.., other)| *other == actor)?.0;
            both[0].actors.push(at);
            both[1].actors.push(like);
        }
    }
    for (at, quantity) in own.quantities() {
        let like = theirs.quantities().find(|(_, other)| is_same(quantity, own.text(), other, theirs.text()))?.0;
        both[0].numbers.push(at);
        both[1].numbers.push(like);
    }
    let has =
        |word: &str| words(theirs.text(), theirs.span).any(|span| span.of(theirs.text()).eq_ignore_ascii_case(word));
    further_numbers(&own).all(has).then_some(both)
}

/// Whether two sentences have the same words in the same order, whatever white space parts them.
pub(super) fn in_same_words(entries: &[Entry], sentence: SentenceRef, other: SentenceRef) -> bool {
    let (Some(own), Some(theirs)) = (Told::new(entries, sentence), Told::new(entries, other)) else { return false };
    own.words().split_whitespace().eq(theirs.words().split_whitespace())
}

/// The figures and number words of a sentence that stand in no number of its quantities.
fn further_numbers<'d>(told: &Told<'d>) -> impl Iterator<Item = &'d str> {
    let (told, text) = (*told, told.text());
    let counts = move |word: &Span| told.quantities().any(|(_, quantity)| quantity.number.overlap(*word).is_some());
    let further = words(text, told.span).filter(move |word| !counts(word)).map(|word| word.of(text));
    further.filter(|word| word.starts_with(|c: char| c.is_ascii_digit()) || numerals::counts(word))
}

/// Whether two quantities, each of its text, are the same number of the same unit.
///
/// What is no plain number ("half", "dozens", a range) is the same in the same words alone.
fn is_same(one: &Quantity, text: &str, other: &Quantity, others: &str) -> bool {
    let same = match (one.written, other.written) {
        (Some(one), Some(other)) => one == other,
        (None, None) => one.number.of(text).eq_ignore_ascii_case(other.number.of(others)),
        _ => false,
    };
    same && one.unit == other.unit && (one.thousandths, one.to) == (other.thousandths, other.to)
}

/// The runs of letters and digits at `span`.
fn words(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let mut from = span.start as usize;
    std::iter::from_fn(move || {
        let rest = &text[from..span.end as usize];
        let start = from + rest.find(char::is_alphanumeric)?;
        let rest = &text[start..span.end as usize];
        from = start + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        Some(Span::new(start, from))
    })
}
