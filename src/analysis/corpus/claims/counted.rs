//! What a sentence has of the actors and numbers of another, span by span, so that full support can be shown and proved.

use crate::analysis::article::quantities::is_numeral;
use crate::base::Span;
use crate::model::{Counted, Entry, Quantity, SentenceRef};

/// What is counted of two sentences of which the second has every actor and number of the first, in order of the first.
///
/// `None` where it lacks any, be it a figure or a number word that counts nothing, such as that of a date.
pub(super) fn counted(entries: &[Entry], sentence: SentenceRef, other: SentenceRef) -> Option<[Counted; 2]> {
    let (own, theirs) = (Told::of(entries, sentence)?, Told::of(entries, other)?);
    let mut both = [sentence, other].map(|sentence| Counted { sentence, actors: Vec::new(), numbers: Vec::new() });
    let mut seen = Vec::new();
    for (at, actor) in own.actors().filter(|(at, _)| own.entry.reading.mentions[*at as usize].how.is_name()) {
        if !seen.contains(&actor) {
            seen.push(actor);
            let like = theirs.actors().find(|(_, other)| *other == actor)?.0;
            both[0].actors.push(at);
            both[1].actors.push(like);
        }
    }
    for (at, quantity) in own.quantities() {
        let like = theirs.quantities().find(|(_, other)| is_same(quantity, own.text, other, theirs.text))?.0;
        both[0].numbers.push(at);
        both[1].numbers.push(like);
    }
    let has = |word: &str| words(theirs.text, theirs.span).any(|span| span.of(theirs.text).eq_ignore_ascii_case(word));
    own.further_numbers().all(has).then_some(both)
}

/// Whether two sentences have the same words in the same order, whatever white space parts them.
pub(super) fn in_same_words(entries: &[Entry], sentence: SentenceRef, other: SentenceRef) -> bool {
    let (Some(own), Some(theirs)) = (Told::of(entries, sentence), Told::of(entries, other)) else { return false };
    own.span.of(own.text).split_whitespace().eq(theirs.span.of(theirs.text).split_whitespace())
}

/// A sentence with what it names and counts.
struct Told<'e> {
    entry: &'e Entry,
    text: &'e str,
    at: SentenceRef,
    span: Span,
}

impl<'e> Told<'e> {
    fn of(entries: &'e [Entry], at: SentenceRef) -> Option<Self> {
        let entry = entries.get(at.entry as usize)?;
        let sentence = entry.reading.sentences.get((at.sentence.0 as usize).wrapping_sub(1))?;
        Some(Self { entry, text: &entry.article.saved.text, at, span: sentence.span })
    }

    /// Its mentions of known actors, each as its place in the reading, with the actor.
    fn actors(&self) -> impl Iterator<Item = (u32, u32)> + use<'e> {
        let (entry, at) = (self.entry, self.at.sentence);
        let mentions = &entry.reading.mentions;
        let first = mentions.partition_point(|mention| mention.sentence < at);
        let own = (first..mentions.len()).take_while(move |place| mentions[*place].sentence == at);
        own.filter_map(|place| Some((place as u32, entry.actors.get(place).copied().flatten()?)))
    }

    /// Its quantities, each with its place in the reading.
    fn quantities(&self) -> impl Iterator<Item = (u32, &'e Quantity)> + use<'e> {
        let at = self.at.sentence;
        let all = &self.entry.reading.quantities;
        let first = all.partition_point(|quantity| quantity.sentence < at);
        (first as u32..).zip(&all[first..]).take_while(move |(_, quantity)| quantity.sentence == at)
    }

    /// Its figures and number words that stand in no number of its quantities.
    fn further_numbers(&self) -> impl Iterator<Item = &'e str> + use<'e, '_> {
        let counts = |word: &Span| self.quantities().any(|(_, quantity)| quantity.number.overlap(*word).is_some());
        let further = words(self.text, self.span).filter(move |word| !counts(word)).map(|word| word.of(self.text));
        further.filter(|word| word.starts_with(|c: char| c.is_ascii_digit()) || is_numeral(word))
    }
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
fn words(text: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    let mut from = span.start as usize;
    std::iter::from_fn(move || {
        let rest = &text[from..span.end as usize];
        let start = from + rest.find(char::is_alphanumeric)?;
        let rest = &text[start..span.end as usize];
        from = start + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        Some(Span::new(start, from))
    })
}
