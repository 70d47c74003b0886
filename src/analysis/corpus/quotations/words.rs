//! The words of a statement, as they are compared.

use crate::base::Span;
use crate::model::{Statement, StatementKind};
use crate::text::lexicon::content::{stem_of, tokens};

/// Most words of a statement that are compared.
pub(super) const MOST: usize = 400;

/// One word of what is said.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Where it stands.
    pub(super) span: Span,
    /// A hash of its letters, the same for small and capital ones.
    pub(super) letters: u64,
    /// Whether it stands in quotation marks.
    pub(super) quoted: bool,
    /// Which of the statement's stretches, or of the quotations in it, it stands in.
    pub(super) run: u32,
}

/// The words of `statement` in order; all are quoted where the statement is direct.
pub(super) fn words(text: &str, statement: &Statement) -> Vec<Word> {
    let mut out = Vec::new();
    let direct = statement.kind == StatementKind::Direct;
    let mut run = 0;
    for stretch in &statement.spans {
        let mut marks = Marks::default();
        let mut from = stretch.start as usize;
        run += 1;
        for span in tokens(text, *stretch).take(MOST - out.len()) {
            let was = marks;
            marks.read(&text[from..span.start as usize]);
            run += u32::from(was != marks);
            from = span.end as usize;
            let quoted = direct || (statement.kind == StatementKind::Mixed && marks.quoted());
            out.push(Word { span, letters: letters(span.of(text)), quoted, run });
        }
    }
    out
}

/// Which quotation marks are open.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Marks {
    double: bool,
    single: bool,
}

impl Marks {
    fn read(&mut self, between: &str) {
        for c in between.chars() {
            match c {
                '“' | '„' | '«' => self.double = true,
                '”' | '»' => self.double = false,
                '"' => self.double = !self.double,
                '‘' => self.single = true,
                '’' => self.single = false,
                _ => {}
            }
        }
    }

    const fn quoted(self) -> bool {
        self.double || self.single
    }
}

/// Fowler, Noll and Vo's hash (FNV-1a) of a word in small letters, `’` as `'`.
fn letters(word: &str) -> u64 {
    let step = |hash: u64, c: char| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
    let small = word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c });
    small.fold(0xcbf2_9ce4_8422_2325, step)
}

/// A hash of all words in order.
pub(super) fn wording(words: &[Word]) -> u64 {
    words.iter().fold(words.len() as u64, |hash, word| hash.rotate_left(7).wrapping_mul(31) ^ word.letters)
}

/// Words that deny.
const DENIALS: [&str; 8] = ["not", "no", "never", "none", "nobody", "neither", "nor", "cannot"];

/// Whether `word` denies what is said with it.
pub(super) fn denies(word: &str) -> bool {
    DENIALS.iter().any(|denial| word.eq_ignore_ascii_case(denial)) || word.ends_with("n't") || word.ends_with("n’t")
}

/// Whether `word` is a number in digits.
pub(super) fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && stem_of(word).is_some()
}
