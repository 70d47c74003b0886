//! A sentence as words and marks, each with the name that holds it, and whether it stands in quotation marks.

use crate::base::Span;
use crate::text::lexicon::words::WORDS;
use crate::text::naming::Page;
use crate::text::quotation::Quotation;
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

/// The words and marks at `span`; `quotations` are those of the paragraph, and `first` is the first mention that may lie
/// in it.
pub(super) fn words<'t>(page: &Page<'t>, span: Span, quotations: &[Quotation], first: usize) -> Vec<Word<'t>> {
    let text = page.text;
    let mut found: Vec<Word<'t>> = Vec::with_capacity(span.len() / 5);
    let (mut at, end) = (span.start as usize, span.end as usize);
    let (mut mention, mut quotation) = (first, 0);
    while let Some(c) = text[at..end].chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let clitic =
            clitic(&text[at..end], found.last().is_some_and(|last| !last.mark && last.span.end as usize == at));
        let next = at
            + match clitic {
                0 if c.is_alphanumeric() => word_len(&text[at..end]),
                0 => c.len_utf8(),
                len => len,
            };
        let here = Span::new(at, next);
        while page.mentions.get(mention).is_some_and(|mention| mention.span.end <= here.start) {
            mention += 1;
        }
        while quotations.get(quotation).is_some_and(|quotation| quotation.span.end <= here.start) {
            quotation += 1;
        }
        let words = here.of(text);
        found.push(Word {
            span: here,
            small: match clitic {
                0 if words.chars().any(char::is_uppercase) => Cow::Owned(words.trim_end_matches('.').to_lowercase()),
                0 => Cow::Borrowed(words),
                _ => Cow::Owned(words.to_lowercase().replace('’', "'")),
            },
            mention: page
                .mentions
                .get(mention)
                .filter(|mention| mention.span.overlap(here).is_some())
                .map(|_| mention as u32),
            quoted: quotations.get(quotation).is_some_and(|quotation| quotation.span.overlap(here).is_some()),
            mark: clitic > 0 || !c.is_alphanumeric(),
            capital: c.is_uppercase(),
        });
        at = next;
    }
    found
}

/// The length of `'s`, `'d`, `'ll` … at the start of `rest`, behind a word; else 0.
fn clitic(rest: &str, behind: bool) -> usize {
    let Some(letters) = rest.strip_prefix(['\'', '’']).filter(|_| behind) else { return 0 };
    let len = letters.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(letters.len());
    let known = matches!(letters[..len].to_ascii_lowercase().as_str(), "s" | "d" | "ll" | "ve" | "re" | "m");
    if known { rest.len() - letters.len() + len } else { 0 }
}

/// The length of the word at the start of `rest`: hyphens, stops and apostrophes inside belong to it, but no clitic.
fn word_len(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins =
            matches!(c, '-' | '‑' | '\'' | '’' | '.') && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if !c.is_alphanumeric() && c != '\u{301}' && (!joins || clitic(&rest[at..], true) > 0) {
            // "Mr. Holm", "J. Holm"
            return at + usize::from(c == '.' && is_abbreviated(&rest[..at]));
        }
    }
    rest.len()
}

/// Whether a word with a capital is written with a stop before a name.
fn is_abbreviated(word: &str) -> bool {
    let title = || matches!(word, "Mr" | "Mrs" | "Ms" | "Dr" | "St") || WORDS.titles.has(&word.to_lowercase());
    word.starts_with(char::is_uppercase) && (word.chars().count() == 1 || word.len() <= 4 && title())
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
