//! One pass over a block's words that yields its sentences.

use super::border::Stop;
use super::context::Closing;
use super::mark::{self, LOOKED_AT};
use std::ops::Range;

/// The sentences of one block's words, as ranges of bytes in them.
///
/// Ranges come in order, are without white space at their ends, and leave out nothing but white
/// space. Every step moves ahead, and looks back and around over bounded distances only, so that
/// the cost stays linear whatever the text.
pub(super) struct Sentences<'t> {
    words: &'t str,
    /// First byte of the current sentence.
    start: usize,
    /// First byte not looked at yet.
    at: usize,
    /// The current sentence has no letter or digit before this byte, and one at it where `has_word`.
    first_word: usize,
    has_word: bool,
    /// Whether a straight double quote stands open.
    quoted: bool,
    /// The last opening bracket.
    bracket: Option<usize>,
    /// Whether the block has no capital letter; worked out when first needed.
    uncased: Option<bool>,
}

impl<'t> Sentences<'t> {
    /// The sentences of `words`, which has no white space at its ends.
    pub(super) fn of(words: &'t str) -> Self {
        let (first_word, has_word) = (0, false);
        Self { words, start: 0, at: 0, first_word, has_word, quoted: false, bracket: None, uncased: None }
    }

    /// Whether the current sentence has a letter or digit before byte `end`.
    fn has_word_before(&mut self, end: usize) -> bool {
        if !self.has_word && self.first_word < end {
            let found = self.words[self.first_word..end].find(char::is_alphanumeric);
            self.has_word = found.is_some();
            self.first_word = found.map_or(end, |at| self.first_word + at);
        }
        self.has_word
    }

    /// Keeps count of straight double quotes: spaces around one tell whether it opens or closes,
    /// and where they do not, it does what the one before it did not.
    fn pass_quote(&mut self, at: usize) {
        let before = self.words[..at].chars().next_back();
        let after = self.words[at + 1..].chars().next();
        let parted_before = before.is_none_or(|c| c.is_whitespace() || mark::opens(c) || mark::is_dash(c));
        let parted_after = after
            .is_none_or(|c| c.is_whitespace() || mark::closes(c) || matches!(c, ',' | '.' | ';' | ':' | '!' | '?'));
        self.quoted = if parted_before == parted_after { !self.quoted } else { parted_before };
    }

    /// Looks at the stop at byte `at`, if one stands there, and moves past it; the end of the
    /// sentence and the start of the next, where there is a border.
    fn try_stop(&mut self, at: usize) -> Option<(usize, usize)> {
        let Some((run, end)) = mark::run_at(self.words, at) else {
            self.at = at + 1;
            return None;
        };
        let closing = Closing::at(self.words, end, self.quoted);
        self.quoted ^= closing.straight % 2 == 1;
        self.at = closing.end;
        let rest = &self.words[closing.end..];
        let next = self.words.len() - rest.trim_start().len();
        if next == self.words.len() || !self.has_word_before(at) {
            return None;
        }
        let aside = closing.bracket && self.bracket.is_some_and(|open| open > self.first_word);
        let uncased = *self.uncased.get_or_insert_with(|| !self.words.contains(char::is_uppercase));
        let stop = Stop { text: self.words, first_word: self.first_word, at, run, closing, next, aside, uncased };
        stop.is_border().then_some((closing.end, next))
    }

    /// Moves past the bracket that closes at byte `at`; a border as in [`Self::try_stop`] where it
    /// ends a note or credit that has no stop: `(Reporting by Ann Smith) The talks …`.
    fn try_bracket(&mut self, at: usize) -> Option<(usize, usize)> {
        self.at = at + 1;
        let open = self.bracket.take().filter(|open| *open == self.start)?;
        let inside = &self.words[open + 1..at];
        let rest = &self.words[at + 1..];
        let next = rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
        let note = inside.len() >= SHORTEST_NOTE && inside.starts_with(char::is_uppercase);
        (note && next).then_some((at + 1, at + 2))
    }
}

/// Shortest note in brackets that is a sentence without having a stop, in bytes: longer than the
/// names of agencies and parties that stand in brackets before what they belong to.
const SHORTEST_NOTE: usize = 20;

impl Iterator for Sentences<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let bytes = self.words.as_bytes();
        if self.start >= bytes.len() {
            return None;
        }
        while let Some(ahead) = bytes[self.at..].iter().position(|byte| LOOKED_AT[usize::from(*byte)]) {
            let at = self.at + ahead;
            match bytes[at] {
                b'"' => self.pass_quote(at),
                b'(' | b'[' => self.bracket = Some(at),
                stop => {
                    let border = if stop == b')' { self.try_bracket(at) } else { self.try_stop(at) };
                    if let Some((end, next)) = border {
                        let sentence = self.start..end;
                        (self.start, self.at, self.first_word, self.has_word) = (next, next, next, false);
                        return Some(sentence);
                    }
                    continue;
                }
            }
            self.at = at + 1;
        }
        let last = self.start..bytes.len();
        (self.start, self.at) = (bytes.len(), bytes.len());
        Some(last)
    }
}
