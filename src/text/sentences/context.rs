//! What stands right before a stop and right after it, read over bounded distances only.

use super::lexicon::{BEFORE_NUMBERS, REPORTING_VERBS, STARTERS};
use super::mark;

/// How far to look for the word before a stop or after it, in bytes: longer ones are no
/// abbreviations and no function words.
const REACH: usize = 40;

/// How many marks may stand before the first word of a sentence (`“(`, `— “`, `• `).
const MARKS: usize = 8;

/// The word that ends at byte `end` of `text`, with the stops, hyphens and apostrophes inside
/// it (`U.S`, `Lt.-Gen`); one space before `end` is read over, for texts with spaced-out stops.
pub(super) fn word_before(text: &str, end: usize) -> &str {
    let head = text[..end].strip_suffix(' ').unwrap_or(&text[..end]);
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '&' | '\'' | '’');
    let mut start = head.len();
    for (at, c) in head.char_indices().rev() {
        if !inside(c) || head.len() - at > REACH {
            break;
        }
        start = at;
    }
    head[start..].trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// All that stands before byte `end` up to white space, or the last [`REACH`] bytes of it.
pub(super) fn token_before(text: &str, end: usize) -> &str {
    let head = &text[..end];
    let starts = head.char_indices().rev().take_while(|(at, c)| !c.is_whitespace() && end - at <= REACH);
    &head[starts.last().map_or(end, |(at, _)| at)..]
}

/// The letters, digits and inner apostrophes or hyphens at the start of `text`.
pub(super) fn word_at(text: &str) -> &str {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
    let end = text.char_indices().find(|(at, c)| !inside(*c) || *at > REACH).map_or(text.len(), |(at, _)| at);
    text[..end].trim_end_matches(|c: char| !c.is_alphanumeric())
}

/// How the first word after a stop begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Initial {
    /// A capital, or a letter of a script without capitals.
    Capital,
    /// A lower-case letter.
    Small,
    /// A digit.
    Digit,
    /// No word follows close by.
    None,
}

/// What follows a stop.
#[derive(Clone, Copy, Debug)]
pub(super) struct Follow<'t> {
    /// The text from the first word on.
    pub(super) rest: &'t str,
    /// The first word.
    pub(super) word: &'t str,
    /// How it begins.
    pub(super) initial: Initial,
    /// The mark right before the word, where one stands there.
    pub(super) mark: Option<char>,
}

impl<'t> Follow<'t> {
    /// What stands at the start of `text`, over marks that can open a sentence.
    pub(super) fn of(text: &'t str) -> Self {
        let mut mark = None;
        for (count, (at, c)) in text.char_indices().enumerate() {
            if c.is_alphanumeric() {
                let rest = &text[at..];
                return Self { rest, word: word_at(rest), initial: initial(c), mark };
            }
            if count == MARKS || matches!(c, ',' | ';' | ':') {
                break;
            }
            mark = Some(c);
        }
        Self { rest: "", word: "", initial: Initial::None, mark }
    }

    /// Whether the word is a capital and then small letters only (`The`, `I`, `Élysée`).
    pub(super) fn is_capitalised(&self) -> bool {
        let mut letters = self.word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(|c| c.is_lowercase() || c == '\'' || c == '’')
    }

    /// The word after the first, where a single space parts them.
    pub(super) fn second(&self) -> &'t str {
        self.rest[self.word.len()..].strip_prefix([' ', '\n']).map_or("", word_at)
    }

    /// `b. A rope`, `(a) A net`, `c) a mast`.
    fn is_list_letter(&self) -> bool {
        let rest = &self.rest[self.word.len()..];
        let stopped = rest.strip_prefix(". ").is_some_and(|item| item.starts_with(char::is_uppercase));
        self.word.len() == 1 && (stopped || rest.starts_with(") "))
    }

    /// Whether a lower-case word starts a sentence all the same: `iPhone`, `al-Qaida`, `@name`, a
    /// web address, the letter of a list.
    pub(super) fn starts_in_small(&self) -> bool {
        let second_is_capital = self.word.chars().nth(1).is_some_and(char::is_uppercase);
        let after_article =
            ["al-", "el-", "ash-", "as-", "an-"].iter().find_map(|article| self.word.strip_prefix(article));
        second_is_capital
            || matches!(self.mark, Some('@' | '#'))
            || self.is_list_letter()
            || after_article.is_some_and(|name| name.starts_with(char::is_uppercase))
            || ["http://", "https://", "www."].iter().any(|scheme| self.rest.starts_with(scheme))
    }
}

fn initial(c: char) -> Initial {
    if c.is_numeric() {
        Initial::Digit
    } else if c.is_lowercase() {
        Initial::Small
    } else {
        Initial::Capital
    }
}

/// What follows `Smith said` where the quotation before it was meant, and not what comes.
const AFTER_SAID: [&str; 11] =
    ["in", "on", "at", "to", "after", "before", "during", "when", "while", "as", "reporters"];

/// Whether what stands at the start of `text` names the speaker of the quotation before it, as
/// `Smith asked.` and `Ann Smith said on Monday` do. `loose` takes a preposition after the verb
/// for a sign of that, too, and not only a stop or comma.
pub(super) fn is_attribution(text: &str, loose: bool) -> bool {
    let mut rest = text;
    for count in 0..5 {
        let word = word_at(rest);
        let after = &rest[word.len()..];
        if count > 0 && REPORTING_VERBS.has(word) {
            let closed = after.starts_with(['.', ',', ';', ':', '!']) || after.is_empty();
            let next = after.strip_prefix([' ', '\n']).map_or("", word_at);
            return closed || (loose && (word == "told" || AFTER_SAID.contains(&next)));
        }
        let named = word.starts_with(char::is_uppercase);
        if !named || (count == 0 && STARTERS.has(word)) {
            return false;
        }
        let Some(next) = after.strip_prefix(". ").or_else(|| after.strip_prefix([' ', '\n'])) else { return false };
        rest = next;
    }
    false
}

/// Whether `text[..end]` ends in a bracket that holds nothing but the mark after it: `(?)`, `[…]`.
pub(super) fn is_alone_in_brackets(text: &str, at: usize, end: usize) -> bool {
    text[..at].ends_with(['(', '[']) && text[..end].ends_with([')', ']'])
}

/// Where the marks that close at byte `at` of `text` end, and which kinds there were.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Closing {
    /// The byte after the last of them.
    pub(super) end: usize,
    /// Whether a quotation was closed.
    pub(super) quotation: bool,
    /// Whether a bracket was closed.
    pub(super) bracket: bool,
    /// How often a straight double quote was among them.
    pub(super) straight: usize,
}

impl Closing {
    /// Reads the closing marks at `at`, the byte after a stop. `quoted` tells whether a straight
    /// double quote stands open there.
    ///
    /// One space before a mark that can only close is read over (`power. ”`), and so is the number
    /// of a note (`power.[12]`, `power.12 The`).
    pub(super) fn at(text: &str, at: usize, quoted: bool) -> Self {
        let mut closing = Self { end: at, ..Self::default() };
        loop {
            let rest = &text[closing.end..];
            let spaced = rest.strip_prefix([' ', '\u{a0}', '\u{202f}']);
            let from = spaced.unwrap_or(rest);
            let Some(c) = from.chars().next() else { break };
            let after = &from[c.len_utf8()..];
            let open = quoted && closing.straight.is_multiple_of(2);
            let note = if spaced.is_none() { note_length(&text[..at], from) } else { 0 };
            if note == 0 && !is_closing(c, after, spaced.is_some(), open) {
                break;
            }
            closing.bracket |= note == 0 && matches!(c, ')' | ']' | '}' | '）' | '】' | '》');
            closing.quotation |=
                note == 0 && (mark::closes_quotation(c) || matches!(c, '"' | '\'' | '“' | '‘' | '«' | '‹'));
            closing.straight += usize::from(c == '"');
            closing.end = text.len() - if note == 0 { after.len() } else { from.len() - note };
        }
        closing
    }
}

/// Whether `c`, after a stop, closes; `after` follows it, `spaced` tells of a space before it.
fn is_closing(c: char, after: &str, spaced: bool, open: bool) -> bool {
    let next = after.chars().next();
    let apart = next.is_none_or(|n| n.is_whitespace() || mark::closes(n) || matches!(n, '"' | '\'' | ',' | '.'));
    let word_follows = next.is_some_and(char::is_alphanumeric);
    match c {
        '"' if spaced => apart && (open || next.is_none()),
        '\'' if spaced => next.is_none_or(char::is_whitespace),
        _ if spaced && !apart => false,
        '’' => !word_follows,
        _ if mark::closes(c) => true,
        '"' => apart || open,
        '\'' => apart,
        '“' | '‘' | '«' | '‹' => !spaced && apart,
        _ => false,
    }
}

/// Length of the number of a note at the start of `text`, 0 where there is none; `before` ends with
/// the stop.
///
/// A number without brackets is taken for a note only after a whole word and before a capital.
fn note_length(before: &str, text: &str) -> usize {
    let inside = text.strip_prefix('[');
    let number = inside.unwrap_or(text);
    let digits = number.bytes().take(4).take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&digits) {
        return 0;
    }
    let rest = &number[digits..];
    if inside.is_some() {
        return if rest.starts_with(']') { digits + 2 } else { 0 };
    }
    let word = before.strip_suffix('.').map_or("", |head| word_before(head, head.len()));
    let whole_word = word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase()) && !BEFORE_NUMBERS.has(word);
    let parted = rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
    if whole_word && parted { digits } else { 0 }
}
