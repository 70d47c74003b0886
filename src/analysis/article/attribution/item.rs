//! A paragraph as words, marks and quotations: what stands outside of quotation marks is what tells who speaks.

use super::lexicon::{Class, LEXICON};
use crate::base::Span;
use crate::model::{How, Mention};
use crate::text::annotated::Text;
use crate::text::quotation::Quotation;
use crate::text::words::{self, Word, word};
use std::borrow::Cow;

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word, by what it does.
    Word(Class),
    /// `'s` or a bare apostrophe behind a word.
    Possessive,
    /// A mark, by its character; all dashes are `—`, and `…` is a full stop.
    Mark(char),
    /// A whole quotation, by its index among the paragraph's.
    Quote(u32),
}

/// One item.
#[derive(Debug)]
pub(super) struct Item<'t> {
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// The word in small letters; empty for marks and quotations.
    pub(super) word: Cow<'t, str>,
    pub(super) capital: bool,
    /// The mention that holds it, as an index into the article's mentions.
    pub(super) mention: Option<u32>,
    /// The first and the last sentence that it lies in, as indices into the article's sentences.
    pub(super) sentences: (u32, u32),
}

impl Item<'_> {
    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    pub(super) fn quote(&self) -> Option<u32> {
        if let Kind::Quote(at) = self.kind { Some(at) } else { None }
    }

    pub(super) fn is(&self, class: Class) -> bool {
        self.kind == Kind::Word(class)
    }
}

/// The items of the paragraph made of the sentences `from..to` of `text`; `first` is the first of the `mentions` that may
/// lie in it, and `quotations` are those of the paragraph.
pub(super) fn items<'t>(
    text: &Text<'t>,
    mentions: &[Mention],
    (from, to): (usize, usize),
    quotations: &[Quotation],
    first: usize,
) -> Vec<Item<'t>> {
    let own = text.tokens_of(from..to);
    let mut found: Vec<Item<'t>> = Vec::with_capacity(own.len());
    let (mut at, mut mention, mut sentence) = (own.start, first, from);
    let mut coming = quotations.iter().zip(0..).peekable();
    while at < own.end {
        let start = text.tokens[at].span.start;
        let quoted = coming.next_if(|(quotation, _)| quotation.span.start <= start);
        // A word never reaches into a quotation.
        let border = coming.peek().map_or(u32::MAX, |(quotation, _)| quotation.span.start);
        let (span, word) = if let Some((quotation, _)) = quoted {
            at += text.tokens[at..own.end].partition_point(|token| token.span.start < quotation.span.end);
            (quotation.span, None)
        } else {
            let end = at + text.tokens[at..own.end].partition_point(|token| token.span.start < border);
            let Some((word, next)) = word(text, at..end) else { break };
            at = next;
            (word.span, Some(word))
        };
        let sentence_of = |mut sentence: usize, byte: u32| {
            while sentence + 1 < to && text.sentences[sentence].span.end <= byte {
                sentence += 1;
            }
            sentence
        };
        sentence = sentence_of(sentence, span.start);
        let last = sentence_of(sentence, span.end.saturating_sub(1));
        while mentions.get(mention).is_some_and(|mention| mention.span.end <= span.start) {
            mention += 1;
        }
        let holder = mentions.get(mention).filter(|mention| mention.span.overlap(span).is_some());
        let mut item = Item {
            span,
            kind: Kind::Quote(quoted.map_or(0, |(_, number)| number)),
            word: Cow::Borrowed(""),
            capital: word.as_ref().is_some_and(|word| word.capital),
            mention: None,
            sentences: (sentence as u32, last as u32),
        };
        if let Some(word) = word {
            (item.kind, item.word) = read(word, found.last());
            // A pronoun stays one, whoever it means.
            item.mention = holder.filter(|holder| holder.how != How::Pronoun).map(|_| mention as u32);
            // A word of a name does nothing else: "Will Holm", "Per Dahl".
            if holder.is_some_and(|holder| holder.how.is_name()) && matches!(item.kind, Kind::Word(_)) {
                item.kind = Kind::Word(Class::Word);
            }
        }
        found.push(item);
    }
    found
}

/// What a word or mark does behind the item `before`, and its small letters where it is a word.
fn read<'t>(word: Word<'t>, before: Option<&Item<'_>>) -> (Kind, Cow<'t, str>) {
    let small = word.small;
    match word.kind {
        // "he'd", "that's": behind a pronoun and the like stands a verb.
        words::Kind::Clitic if small.len() > 1 && (small != "'s" || before.is_some_and(is_shortened)) => {
            (Kind::Word(Class::Auxiliary), small)
        }
        words::Kind::Clitic => (Kind::Possessive, Cow::Borrowed("")),
        words::Kind::Mark('–' | '―' | '‒' | '-' | '‐') => (Kind::Mark('—'), Cow::Borrowed("")),
        words::Kind::Mark('…') => (Kind::Mark('.'), Cow::Borrowed("")),
        words::Kind::Mark(mark) => (Kind::Mark(mark), Cow::Borrowed("")),
        words::Kind::Word if word.capital && small == "may" => (Kind::Word(Class::Time), small),
        words::Kind::Word if small.ends_with("n't") => (Kind::Word(Class::Auxiliary), small),
        words::Kind::Word => (Kind::Word(LEXICON.class(&small)), small),
    }
}

/// Whether `'s` behind this word is "is" or "has".
fn is_shortened(item: &Item<'_>) -> bool {
    matches!(&*item.word, "he" | "she" | "it" | "that" | "there" | "here" | "what" | "who")
}
