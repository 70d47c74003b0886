//! A sentence as words and marks, each with the name that holds it, and whether it stands in quotation marks.

use crate::base::Span;
use crate::model::Mention;
use crate::text::annotated::Text;
use crate::text::lexicon::words::WORDS;
use crate::text::quotation::Quotation;
use crate::text::words::{self, Kind};
use std::borrow::Cow;

/// One word or mark.
#[derive(Debug)]
pub(super) struct Word<'t> {
    pub(super) span: Span,
    /// In small letters; a mark as it is written, `'s` and the like as "'s".
    pub(super) small: Cow<'t, str>,
    /// The mention that holds it.
    pub(super) mention: Option<u32>,
    /// Whether it stands in quotation marks, or is one of them.
    pub(super) quoted: bool,
    pub(super) mark: bool,
    pub(super) capital: bool,
}

impl Word<'_> {
    /// Whether it can be part of a noun group: no mark, no word of a closed class, no verb of saying.
    pub(super) fn is_nominal(&self) -> bool {
        self.mention.is_some()
            || !self.mark
                && (WORDS.titles.has(&self.small) || !WORDS.function.has(&self.small) && !WORDS.saying.has(&self.small))
    }
}

/// The words and marks of the sentence `at`; `quotations` are those of the paragraph, and `first` is the first of the
/// `mentions` that may lie in it.
pub(super) fn words<'t>(
    text: &Text<'t>,
    mentions: &[Mention],
    at: usize,
    quotations: &[Quotation],
    first: usize,
) -> Vec<Word<'t>> {
    let own = text.tokens_of(at..at + 1);
    let mut found = Vec::with_capacity(own.len());
    let (mut mention, mut quotation) = (first, 0);
    for word in words::words(text, own) {
        let span = word.span;
        while mentions.get(mention).is_some_and(|mention| mention.span.end <= span.start) {
            mention += 1;
        }
        while quotations.get(quotation).is_some_and(|quotation| quotation.span.end <= span.start) {
            quotation += 1;
        }
        let held = mentions.get(mention).is_some_and(|mention| mention.span.overlap(span).is_some());
        found.push(Word {
            span,
            small: match word.small {
                Cow::Borrowed(small) if word.kind == Kind::Word => Cow::Borrowed(small.trim_end_matches('.')),
                Cow::Owned(small) if small.ends_with('.') => Cow::Owned(small.trim_end_matches('.').to_owned()),
                small => small,
            },
            mention: held.then_some(mention as u32),
            quoted: quotations.get(quotation).is_some_and(|quotation| quotation.span.overlap(span).is_some()),
            mark: word.kind != Kind::Word,
            capital: word.capital,
        });
    }
    found
}

/// Whether a word opens a noun group and tells whose or which it is; "'s" does so for the words behind it.
pub(super) fn is_determiner(small: &str) -> bool {
    matches!(
        small,
        "a" | "an"
            | "the"
            | "this"
            | "that"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "your"
            | "another"
            | "one"
            | "each"
            | "every"
            | "some"
            | "any"
            | "no"
            | "'s"
    )
}
