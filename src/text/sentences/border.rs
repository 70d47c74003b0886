//! Decides whether a stop ends a sentence: one small rule after another, the first that fits.

use super::context::{Closing, Follow, Initial, is_alone_in_brackets, is_attribution, token_before, word_before};
use super::lexicon::{
    BEFORE_NUMBERS, CLOCK_WORDS, DOMAINS, MAY_BE_LAST, NAMES_WITH_MARKS, NEVER_LAST, STARTERS, SUBJECTS,
};
use super::mark::{self, Run};

/// A place where a sentence may end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop<'t> {
    /// The block's words.
    pub(super) text: &'t str,
    /// Where the current sentence has its first letter or digit.
    pub(super) first_word: usize,
    /// First byte of the run of stops.
    pub(super) at: usize,
    /// What the run is.
    pub(super) run: Run,
    /// The closing marks after it.
    pub(super) closing: Closing,
    /// First byte after the white space that follows; the end of the closing marks where none does.
    pub(super) next: usize,
    /// Whether a bracket that is closed here was opened within the sentence.
    pub(super) aside: bool,
    /// Whether the block has no capital at all, so that small letters may start sentences.
    pub(super) uncased: bool,
}

impl Stop<'_> {
    /// Whether a sentence ends here and another follows in the block.
    pub(super) fn is_border(&self) -> bool {
        let Self { text, at, closing, next, .. } = *self;
        let spaced = next > closing.end;
        if is_alone_in_brackets(text, at, closing.end) {
            return false;
        }
        if self.run == Run::Full {
            return spaced || !closing.quotation;
        }
        if !spaced {
            return self.is_border_without_space();
        }
        let follow = Follow::of(&text[next..]);
        let starts = match follow.initial {
            Initial::None => false,
            Initial::Small => self.uncased || follow.starts_in_small(),
            Initial::Capital | Initial::Digit => true,
        };
        if !starts || (closing.quotation && is_attribution(&text[next..], self.run == Run::Mark)) {
            return false;
        }
        match self.run {
            Run::Mark => !closing.bracket_aside(self.aside) && !self.is_name_with_mark(&follow),
            Run::Ellipsis => follow.initial != Initial::Digit && !closing.bracket_aside(self.aside),
            Run::Stop | Run::Full => self.is_border_after_word(&follow),
        }
    }

    /// One full stop and white space: the word before it decides.
    fn is_border_after_word(&self, follow: &Follow) -> bool {
        let word = word_before(self.text, self.at);
        if word.is_empty() {
            return true;
        }
        if self.is_list_mark(word) {
            return false;
        }
        if self.closing.bracket_aside(self.aside) && (is_time_of_day(word) || self.is_abbreviation(word)) {
            return false;
        }
        if is_time_of_day(word) {
            return !continues_time(follow);
        }
        if self.is_in(&NEVER_LAST, word) {
            return false;
        }
        if is_lettered(word) || self.is_in(&MAY_BE_LAST, word) {
            return self.opens_sentence(follow);
        }
        let counts = follow.initial == Initial::Digit || is_roman(follow.word) || CLOCK_WORDS.has(follow.word);
        !(counts && self.is_in(&BEFORE_NUMBERS, word))
    }

    /// `ended.The talks`: only where both words have the shape of words, and not of a name.
    fn is_border_without_space(&self) -> bool {
        let Self { text, at, closing, next, .. } = *self;
        let Some(c) = text[next..].chars().next() else { return false };
        let word = word_before(text, at);
        let follow = Follow::of(&text[next..]);
        if follow.initial != Initial::Capital || self.is_abbreviation(word) {
            return false;
        }
        if closing.quotation || closing.bracket {
            return (c.is_uppercase() || mark::opens(c)) && !self.aside;
        }
        if mark::opens(c) {
            return word.ends_with(char::is_lowercase);
        }
        let address = token_before(text, at).contains(['/', '@', ':', '_', '=', '#', '\\']);
        let rest = &follow.rest[follow.word.len()..];
        let name_goes_on = rest.starts_with(['(', '/', '@', '_'])
            || rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        if !c.is_uppercase() || !follow.is_capitalised() || address || name_goes_on || DOMAINS.has(follow.word) {
            return false;
        }
        let starter = STARTERS.has(follow.word);
        let whole_word = word.len() > 1 && word.ends_with(char::is_lowercase) && !word.contains('.');
        let one_letter = follow.word.chars().nth(1).is_none();
        let is_name = self.run == Run::Mark && NAMES_WITH_MARKS.has(word);
        if one_letter { starter && whole_word } else { (starter || whole_word) && !is_name }
    }

    /// `1. First`, `(a). Second`, `IV. Third`: a mark that the sentence starts with.
    fn is_list_mark(&self, word: &str) -> bool {
        let starts = self.text[self.first_word..self.at].trim_end().len() == word.len();
        let short_number = word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
        let numbered =
            word.split('.').all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
        starts && (short_number || numbered || word.chars().nth(1).is_none() || is_roman(word))
    }

    /// Whether what follows an abbreviation shows that a sentence starts. After a dash it does
    /// not: `HARBOUR, Va. — The ferry`.
    fn opens_sentence(&self, follow: &Follow) -> bool {
        if self.text[self.next..].starts_with(mark::is_dash) {
            return false;
        }
        if self.is_in(&STARTERS, follow.word) {
            // A lone capital is as likely an initial ("I. A. Smith").
            return !follow.rest[follow.word.len()..].starts_with('.');
        }
        let second = follow.second();
        SUBJECTS.has(follow.word) && second.starts_with(char::is_lowercase)
    }

    /// `Yahoo! News`: a mark that belongs to a name, unless a sentence plainly starts.
    fn is_name_with_mark(&self, follow: &Follow) -> bool {
        NAMES_WITH_MARKS.has(word_before(self.text, self.at)) && !self.opens_sentence(follow)
    }

    fn is_abbreviation(&self, word: &str) -> bool {
        is_lettered(word) || [&NEVER_LAST, &MAY_BE_LAST].iter().any(|list| self.is_in(list, word))
    }

    /// Whether `word`, or its part after the last hyphen, is in `list`.
    fn is_in(&self, list: &super::lexicon::List, word: &str) -> bool {
        let tail = word.rsplit('-').next().unwrap_or(word);
        list.has_form_of(word, self.uncased) || list.has_form_of(tail, self.uncased)
    }
}

impl Closing {
    /// Whether a bracket closes that was opened within the sentence.
    const fn bracket_aside(&self, aside: bool) -> bool {
        self.bracket && aside
    }
}

/// `U.S`, `J.K`, `e.g`, or one letter: an initial or an abbreviation of letters.
fn is_lettered(word: &str) -> bool {
    word.split('.').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    })
}

/// `p.m` or `3a.m`, in either case.
fn is_time_of_day(word: &str) -> bool {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    ["a.m", "p.m"].iter().any(|half| half.eq_ignore_ascii_case(letters))
}

/// `3 p.m. Tuesday`, `9 a.m. Harbour time`, `5 p.m. 20 October`.
fn continues_time(follow: &Follow) -> bool {
    follow.initial == Initial::Digit
        || CLOCK_WORDS.has(follow.word)
        || matches!(follow.second(), "time" | "Time" | "Standard" | "Daylight")
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.len() <= 5 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'i' | b'v' | b'x'))
}
