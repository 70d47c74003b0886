//! Clauses, as far as marks and small words show them.

use super::verbs::{Form, VerbGroup};
use super::words::{JOINTS, OPENERS, Side, small};
use crate::text::annotated::Text;
use crate::text::tagger::upos::Upos;
use crate::text::token::Shape;
use std::ops::Range;

/// A clause, or the stretch of one between two marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// How it stands to the main one.
    pub side: Side,
    /// Whether somebody else has the word from here on.
    pub turned: bool,
    /// How many verb groups it has that are no infinitives.
    pub verbs: usize,
}

/// The clauses of the sentence with these `tokens` and `verbs`.
pub(super) fn clauses(text: &Text<'_>, tokens: Range<usize>, verbs: &[VerbGroup], turns: &[usize]) -> Vec<Clause> {
    let mut reader = Reader::new(tokens.start);
    let (mut verbs, mut turns) = (verbs.iter().peekable(), turns.iter().peekable());
    for at in tokens.clone() {
        let token = &text.tokens[at];
        if token.shape == Shape::Mark {
            reader.read_mark(token.span.of(text.saved), token.spaced);
            continue;
        }
        let turned = turns.next_if(|turn| **turn <= at).is_some();
        let quoted = text.quotations.hold(token.span.start);
        let requoted = std::mem::replace(&mut reader.quoted, quoted) != quoted && reader.words > 0;
        let verb = verbs.next_if(|group| group.tokens.start <= at);
        let told = verb.is_some_and(|group| matches!(group.form, Form::Finite | Form::Participle));
        reader.stop |= requoted;
        reader.read_word(text, at, turned, told);
    }
    reader.close(tokens.end);
    settled(reader.found)
}

/// What is known of the sentence up to a word.
#[expect(clippy::struct_excessive_bools, reason = "each is true of a word whatever the others are")]
struct Reader {
    found: Vec<Clause>,
    quoted: bool,
    /// A comma, dash, semicolon or colon stands before the word.
    pause: bool,
    /// A semicolon or colon does, or a mark of quotation.
    stop: bool,
    /// Whether the clause was opened behind a comma, and so lasts to the next.
    set_off: bool,
    /// Whether an "and" came after the last verb.
    joined: bool,
    /// How many words were read.
    words: usize,
    /// Whether the word before is "and", or "that" as what a verb belongs to.
    behind_joint: bool,
    behind_that: bool,
}

impl Reader {
    fn new(start: usize) -> Self {
        let first = Clause { tokens: start..start, side: Side::Main, turned: false, verbs: 0 };
        Self {
            found: vec![first],
            quoted: false,
            pause: false,
            stop: false,
            set_off: false,
            joined: false,
            words: 0,
            behind_joint: false,
            behind_that: false,
        }
    }

    fn read_mark(&mut self, mark: &str, spaced: bool) {
        self.pause |= matches!(mark, "," | "—" | "–" | ";" | ":") || mark == "-" && spaced;
        self.stop |= matches!(mark, ";" | ":");
    }

    fn close(&mut self, at: usize) {
        if let Some(open) = self.found.last_mut() {
            open.tokens.end = at;
        }
    }

    fn open(&mut self, at: usize, side: Side, turned: bool) {
        self.close(at);
        match self.found.last_mut() {
            Some(empty) if empty.tokens.is_empty() => (empty.side, empty.turned) = (side, empty.turned || turned),
            _ => self.found.push(Clause { tokens: at..at, side, turned, verbs: 0 }),
        }
        self.joined = false;
    }

    fn clause(&self) -> (Side, usize) {
        self.found.last().map_or((Side::Main, 0), |clause| (clause.side, clause.verbs))
    }

    /// Reads the word at `at`; `told` says that a verb group begins with it.
    fn read_word(&mut self, text: &Text<'_>, at: usize, turned: bool, told: bool) {
        let word = small(text, at);
        let joint = JOINTS.has(&word);
        if turned || self.stop || self.pause && self.clause().0 != Side::Main {
            self.open(at, Side::Main, turned);
        }
        let (side, verbs) = self.clause();
        let second = told && verbs > 0;
        self.joined |= joint;
        let opener = OPENERS.get(&word).copied().filter(|side| opens(text, at, *side));
        let that = told && self.behind_that && self.words > 1;
        match opener {
            Some(Side::Relative) => self.open_relative(at),
            _ if that => self.open_relative(at),
            // A relative clause without commas ends before the second verb: "the man who fled was caught".
            _ if second && side == Side::Relative && !self.set_off && !self.behind_joint => {
                self.open(at, Side::Main, false);
            }
            Some(Side::Alongside) if matches!(side, Side::Main | Side::Alongside) => {
                self.open(at, Side::Alongside, false);
            }
            Some(aside) if aside != Side::Alongside => self.open(at, aside, false),
            _ if second && self.joined || joint && self.pause => self.open(at, side, false),
            _ => {}
        }
        if told {
            self.joined = false;
            if let Some(clause) = self.found.last_mut() {
                clause.verbs += 1;
            }
        }
        (self.behind_joint, self.behind_that) = (joint, word == "that");
        (self.pause, self.stop) = (false, false);
        self.words += 1;
    }

    fn open_relative(&mut self, at: usize) {
        self.set_off = self.pause;
        self.open(at, Side::Relative, false);
    }
}

/// Whether a word that may open a clause does: "before" and "since" are adverbs too, "as" opens comparisons.
fn opens(text: &Text<'_>, at: usize, side: Side) -> bool {
    let next = text.tokens.get(at + 1).map_or(Upos::Punct, |next| next.tag);
    side == Side::Relative || text.tokens[at].tag != Upos::Adv || next != Upos::Punct
}

/// Gives a clause without a verb back to the one before it: "ships, boats, and cars on Monday", "after talks on Monday".
fn settled(clauses: Vec<Clause>) -> Vec<Clause> {
    let mut kept: Vec<Clause> = Vec::with_capacity(clauses.len());
    for clause in clauses {
        let light = clause.verbs == 0 && !clause.turned && matches!(clause.side, Side::Main | Side::Alongside);
        match kept.last_mut().filter(|before| light && before.side == Side::Main) {
            Some(before) => before.tokens.end = clause.tokens.end,
            None => kept.push(clause),
        }
    }
    kept
}
