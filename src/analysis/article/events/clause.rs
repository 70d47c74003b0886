//! A sentence cut into clauses, as far as marks and small words show them.

use super::words::Class;
use crate::base::Span;
use crate::model::{DateExpression, Statement};
use crate::text::annotated::Text;
use crate::text::lexicon::content::tokens;

/// How a clause stands to the main one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// It is the main one, or joined to it by "and".
    Main,
    /// It tells something of about the same time: "when", "after", "as".
    Alongside,
    /// It tells something of another time, or a reason or condition.
    Aside,
    /// It describes a thing or person: "which was built in".
    Relative,
}

/// One word of a sentence.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is true of a word whatever the others are")]
pub(super) struct Token {
    /// Where it stands.
    pub(super) span: Span,
    /// Its classes; none for a word of a date.
    pub(super) class: Class,
    /// Whether it belongs to a date.
    pub(super) dates: bool,
    /// Whether it stands in what somebody is reported to say.
    pub(super) said: bool,
    /// Whether it stands in quotation marks.
    pub(super) quoted: bool,
    /// Whether it stands in brackets.
    pub(super) bracketed: bool,
    /// Its clause's standing.
    pub(super) side: Side,
    /// Number of its clause: words of one clause have one number.
    pub(super) clause: u16,
    /// Number of the group of verbs that it belongs to or follows, within its clause; 0 before the first.
    pub(super) verbs: u16,
}

/// Most words of a sentence that are looked at.
const MOST: usize = 400;

/// What the marks between two words do.
#[derive(Clone, Copy, Default)]
struct Marks {
    /// A comma, dash, semicolon or colon.
    pause: bool,
    /// A semicolon or colon.
    stop: bool,
}

/// The words of `sentence` with their clauses.
pub(super) fn clauses(text: &Text<'_>, sentence: Span, dates: &[DateExpression], said: &[&Statement]) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut reader = Reader::default();
    let mut from = sentence.start as usize;
    let mut date = 0;
    for span in tokens(text.saved, sentence).take(MOST) {
        reader.quoted = text.quotations.hold(span.start);
        let marks = reader.read_marks(&text.saved[from..span.start as usize]);
        from = span.end as usize;
        while dates.get(date).is_some_and(|date| date.span.end <= span.start) {
            date += 1;
        }
        let in_date = dates.get(date).is_some_and(|date| date.span.overlap(span).is_some());
        let told = said.iter().any(|statement| statement.spans.iter().any(|words| words.contains(span)));
        let class = if in_date { Class::default() } else { class_of(text.saved, span) };
        // "The disputed vote": behind an article, a participle describes.
        let article = out.last().is_some_and(|before| before.class.is(Class::ARTICLE));
        let class = if article && !marks.pause { class.without(Class::PAST) } else { class };
        reader.step(class, marks, told, out.last());
        out.push(Token {
            span,
            class,
            dates: in_date,
            said: told,
            quoted: reader.quoted,
            bracketed: reader.brackets > 0,
            side: reader.side,
            clause: reader.clause,
            verbs: reader.verbs,
        });
    }
    settle(&mut out);
    out
}

/// A word's classes, with what hangs on it by an apostrophe.
fn class_of(text: &str, span: Span) -> Class {
    let word = span.of(text);
    // A person or the month.
    let class = if word == "May" { Class::default() } else { Class::of(word) };
    let rest = &text[span.end as usize..];
    let will = rest.strip_prefix(['\'', '’']).is_some_and(|rest| rest.starts_with("ll"));
    if will { class.with(Class::WILL) } else { class }
}

/// What is known of the sentence up to a word.
struct Reader {
    quoted: bool,
    brackets: u32,
    side: Side,
    clause: u16,
    verbs: u16,
    /// Whether the clause was opened behind a comma, and so lasts to the next.
    set_off: bool,
    /// Whether an "and" came after the last verb.
    joined: bool,
    /// How many words were read.
    words: u16,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            quoted: false,
            brackets: 0,
            side: Side::Main,
            clause: 0,
            verbs: 0,
            set_off: false,
            joined: false,
            words: 0,
        }
    }
}

impl Reader {
    fn read_marks(&mut self, between: &str) -> Marks {
        let mut marks = Marks::default();
        for c in between.chars() {
            match c {
                '(' => self.brackets += 1,
                ')' => self.brackets = self.brackets.saturating_sub(1),
                ',' | '—' | '–' => marks.pause = true,
                ';' | ':' => marks = Marks { pause: true, stop: true },
                _ => {}
            }
        }
        marks
    }

    fn open(&mut self, side: Side) {
        self.side = side;
        self.clause += 1;
        self.verbs = 0;
    }

    /// Goes on to a word of these classes.
    fn step(&mut self, class: Class, marks: Marks, told: bool, before: Option<&Token>) {
        let before_is = |class: Class| before.is_some_and(|before| before.class.is(class));
        let turned = before.is_some_and(|before| before.said != told || before.quoted != self.quoted);
        if turned || marks.stop || (marks.pause && self.side != Side::Main) {
            self.open(Side::Main);
        }
        let verb = class.is(Class::VERB);
        let second = verb && self.verbs > 0 && !before_is(Class::VERB);
        let joint = before_is(Class::JOINT);
        self.joined |= class.is(Class::JOINT);
        if class.is(Class::RELATIVE) || (verb && before_is(Class::THAT) && self.words > 1) {
            self.set_off = marks.pause;
            self.open(Side::Relative);
        } else if second && self.side == Side::Relative && !self.set_off && !joint {
            // A relative clause without commas ends before the second verb: "the man who fled was caught".
            self.open(Side::Main);
        } else if class.is(Class::ALONGSIDE) && matches!(self.side, Side::Main | Side::Alongside) {
            self.open(Side::Alongside);
        } else if class.is(Class::IF.with(Class::ASIDE)) {
            self.open(Side::Aside);
        } else if (second && self.joined) || (class.is(Class::JOINT) && marks.pause) {
            self.open(self.side);
        }
        if verb {
            self.verbs += u16::from(self.verbs == 0 || !before_is(Class::VERB));
            self.joined = false;
        }
        self.words += 1;
    }
}

/// Gives a clause without a verb back to the one before it: "ships, boats, and cars on Monday", "after talks on Monday".
fn settle(words: &mut [Token]) {
    let mut at = 0;
    while at < words.len() {
        let first = words[at];
        let end = at + words[at..].iter().take_while(|word| word.clause == first.clause).count();
        let verbless = words[at..end].iter().all(|word| word.verbs == 0);
        let before = at.checked_sub(1).map(|before| words[before]).filter(|before| before.said == first.said);
        if let Some(before) = before
            && verbless
            && before.side == Side::Main
            && matches!(first.side, Side::Main | Side::Alongside)
        {
            for word in &mut words[at..end] {
                (word.clause, word.verbs) = (before.clause, before.verbs);
            }
        }
        at = end;
    }
}
