//! A paragraph as words, marks and quotations: what stands outside of quotation marks is what tells who speaks.

use super::lexicon::{Class, LEXICON};
use crate::base::Span;
use crate::model::{How, Mention, Sentence};
use crate::text::quotation::Quotation;
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

/// The article's sentences and mentions, as far as a paragraph needs them.
pub(super) struct Source<'t> {
    pub(super) text: &'t str,
    pub(super) sentences: &'t [Sentence],
    pub(super) mentions: &'t [Mention],
}

/// The items of the paragraph made of the sentences `from..to`; `first` is the first mention that may lie in it.
pub(super) fn items<'t>(
    source: &Source<'t>,
    from: usize,
    to: usize,
    quotations: &[Quotation],
    first: usize,
) -> Vec<Item<'t>> {
    let text = source.text;
    let end = source.sentences[to - 1].span.end as usize;
    let mut at = source.sentences[from].span.start as usize;
    let mut found: Vec<Item<'t>> = Vec::with_capacity((end - at) / 5);
    let (mut mention, mut sentence, mut quote) = (first, from, 0);
    while let Some(c) = text[at..end].chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let quoted = quotations.get(quote).filter(|quotation| quotation.span.start as usize == at);
        let next = match quoted {
            Some(quotation) => quotation.span.end as usize,
            None if c.is_alphanumeric() || c == '$' || c == '@' => word_end(text, at + c.len_utf8(), end, at),
            None => mark_end(text, at, end, c),
        };
        // A word never reaches into a quotation.
        let next = quotations.get(quote).map_or(next, |coming| match coming.span.start as usize {
            start if start > at => next.min(start),
            _ => next,
        });
        let span = Span::new(at, next);
        let sentence_of = |mut sentence: usize, byte: u32| {
            while sentence + 1 < to && source.sentences[sentence].span.end <= byte {
                sentence += 1;
            }
            sentence
        };
        sentence = sentence_of(sentence, span.start);
        let last = sentence_of(sentence, span.end.saturating_sub(1));
        while source.mentions.get(mention).is_some_and(|mention| mention.span.end <= span.start) {
            mention += 1;
        }
        let holder = source.mentions.get(mention).filter(|mention| mention.span.overlap(span).is_some());
        let mut item = item(text, span, (sentence as u32, last as u32));
        if quoted.is_some() {
            item.kind = Kind::Quote(quote as u32);
            item.word = Cow::Borrowed("");
            quote += 1;
        } else {
            // A pronoun stays one, whoever it means.
            item.mention = holder.filter(|holder| holder.how != How::Pronoun).map(|_| mention as u32);
            // A word of a name does nothing else: "Will Holm", "Per Dahl".
            if holder.is_some_and(|holder| holder.how.is_name()) && matches!(item.kind, Kind::Word(_)) {
                item.kind = Kind::Word(Class::Word);
            }
        }
        found.push(item);
        at = next;
    }
    found
}

fn item(text: &str, span: Span, sentences: (u32, u32)) -> Item<'_> {
    let words = span.of(text);
    let first = words.chars().next().unwrap_or(' ');
    let capital = first.is_uppercase();
    let small = |words: &str| words.chars().any(|c| c.is_uppercase() || c == '’');
    let (kind, word) = if matches!(words, "'s" | "’s" | "'" | "’" | "'S" | "’S") {
        (Kind::Possessive, Cow::Borrowed(""))
    } else if first.is_alphanumeric() || matches!(first, '$' | '@') {
        let word =
            if small(words) { Cow::Owned(words.to_lowercase().replace('’', "'")) } else { Cow::Borrowed(words) };
        let month = capital && word == "may";
        (Kind::Word(if month { Class::Time } else { class(&word) }), word)
    } else {
        let mark = match first {
            '–' | '―' | '‒' | '-' | '‐' => '—',
            '…' => '.',
            other => other,
        };
        (Kind::Mark(mark), Cow::Borrowed(""))
    };
    Item { span, kind, word, capital, mention: None, sentences }
}

/// What a word does; one with a shortened auxiliary ("he'd", "they've") is a pronoun, one with "n't" an auxiliary.
fn class(word: &str) -> Class {
    if word.ends_with("n't") {
        return Class::Auxiliary;
    }
    match word.split_once('\'') {
        Some((pronoun @ ("he" | "she" | "they" | "it" | "we" | "you" | "i"), _)) => LEXICON.class(pronoun),
        _ => LEXICON.class(word),
    }
}

/// The end of a word: hyphens, apostrophes and points inside it belong to it, and so does the full stop of letters
/// with stops between ("U.S."), but not `'s`.
fn word_end(text: &str, from: usize, end: usize, start: usize) -> usize {
    let mut to = from;
    let mut rest = text[from..end].chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        let joins = matches!(c, '-' | '\'' | '’' | '.' | '‑' | ',' | '@' | '&' | '/')
            && next.is_some_and(char::is_alphanumeric);
        let figures = c != ',' || text[start..to].ends_with(|c: char| c.is_ascii_digit());
        let owner = matches!(c, '\'' | '’') && matches!(next, Some('s' | 'S')) && {
            let mut ahead = rest.clone();
            ahead.next();
            !ahead.next().is_some_and(char::is_alphanumeric)
        };
        let owner = owner
            && !matches!(
                text[start..to].to_ascii_lowercase().as_str(),
                "he" | "she" | "it" | "that" | "there" | "here" | "what" | "who"
            );
        if !c.is_alphanumeric() && !matches!(c, '\u{301}' | '%') && (!joins || !figures || owner) {
            break;
        }
        to += c.len_utf8();
    }
    let inside = text[start..to].contains('.') || to - start == 1;
    let titled = matches!(
        &text[start..to],
        "Mr" | "Mrs"
            | "Ms"
            | "Dr"
            | "Gen"
            | "Sen"
            | "Rep"
            | "Gov"
            | "Sgt"
            | "Lt"
            | "Col"
            | "Maj"
            | "Capt"
            | "Adm"
            | "Prof"
            | "Rev"
            | "St"
            | "Jr"
            | "Sr"
            | "Messrs"
            | "Hon"
            | "Cmdr"
            | "Brig"
    );
    if text[to..end].starts_with('.') && (inside || titled) { to + 1 } else { to }
}

/// The end of the mark at `at`; `'s` and `--` are one mark.
fn mark_end(text: &str, at: usize, end: usize, mark: char) -> usize {
    let after = at + mark.len_utf8();
    let rest = &text[after..end];
    if mark == '-' && rest.starts_with('-') {
        return after + 1;
    }
    let owner = matches!(mark, '\'' | '’')
        && rest.starts_with(['s', 'S'])
        && !rest[1..].starts_with(char::is_alphanumeric)
        && text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '.');
    if owner { after + 1 } else { after }
}
