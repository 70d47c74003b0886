//! Annotated texts: the one notation of all marked cases, read and written here, and the runner that holds the analysis
//! to them.
//!
//! A mark `{words|what=value}` says what words are. Marks nest; words that are several things have several parts
//! (`{Tuesday|date=2020-05-19|happened=1}`); a value may be missing (`{Mara Holm|person}`), and so may all behind the words
//! where a folder marks one kind of thing (`{It sank.} {Nobody was hurt.}`). A `|` before a space is the text's own.
//!
//! In a file of `tests/annotated`, each line is a case, with `¶` where a new paragraph begins. Cases of more lines open
//! with `= ` and what they show, or what has to come out, and go on to the next such line. Of the lines,
//!
//! - `# ` opens a remark, which ends a case;
//! - `? ` opens a case that is known to come out otherwise: when it starts to come out right, the `? ` has to go;
//! - `2024-03-05: ` opens an article published on that day, `-: ` one of an unknown day;
//! - `@ ` opens a line that is no text, for the folder's own test to read.
//!
//! What the marks of a folder mean is told at the head of its first file. `BLESS=1 cargo test --test suite dates::` writes
//! the marks of a folder as they are found.

mod cases;

pub use cases::{Case, cases, run};
use cuttings::base::{SentenceId, Span};
use cuttings::model::text::lines_of;
use cuttings::model::{ActorKind, Block, How, Mention, Role, Rule, Sentence};
use std::cmp::Reverse;

/// What some words of a text are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    pub span: Span,
    pub what: String,
    pub value: String,
}

impl Mark {
    pub fn new(span: Span, what: &str, value: impl ToString + Copy) -> Self {
        Self { span, what: what.to_owned(), value: value.to_string() }
    }

    /// The mark as it stands behind its words.
    fn part(&self) -> String {
        match (self.what.as_str(), self.value.as_str()) {
            ("", _) => String::new(),
            (what, "") => format!("|{what}"),
            (what, value) => format!("|{what}={value}"),
        }
    }

    /// The kind of actor that the words name and how, where the mark is one of a name.
    fn name(&self) -> Option<(ActorKind, How)> {
        let kinds = [ActorKind::Person, ActorKind::Organization, ActorKind::State, ActorKind::Place];
        let kind = kinds.into_iter().find(|kind| kind.word() == self.what).map(|kind| (kind, How::Name));
        kind.or_else(|| (self.what == "demonym").then_some((ActorKind::State, How::Demonym)))
    }

    /// The kind of actor that the words name, where the mark is one of a name.
    pub fn kind(&self) -> Option<ActorKind> {
        self.name().map(|(kind, _)| kind)
    }

    /// The role of the block that the words are, where the mark gives one.
    pub fn role(&self) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.word() == self.what)
    }
}

/// A text and its marks, by where they start, the outer before the inner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotated {
    /// The day of publication as the case gives it, `-` where it is unknown.
    pub day: Option<String>,
    pub text: String,
    pub marks: Vec<Mark>,
}

impl Annotated {
    /// Reads a text with marks in it.
    pub fn parse(annotated: &str) -> Self {
        let (mut text, mut marks, mut open) = (String::new(), Vec::new(), Vec::new());
        let mut rest = annotated;
        while let Some(at) = rest.find(['{', '|', '}']) {
            let (before, from) = rest.split_at(at);
            text.push_str(before);
            rest = &from[1..];
            if from.starts_with('{') {
                open.push(text.len());
            } else if from.starts_with('|') && (open.is_empty() || rest.starts_with(' ')) {
                text.push('|');
            } else {
                let (parts, after) =
                    if from.starts_with('|') { rest.split_once('}').expect("a mark is closed") } else { ("", rest) };
                let span = Span::new(open.pop().expect("a mark was opened"), text.len());
                for part in parts.split('|') {
                    let (what, value) = part.split_once('=').unwrap_or((part, ""));
                    marks.push(Mark::new(span, what, value));
                }
                rest = after;
            }
        }
        assert!(open.is_empty(), "a mark is not closed: {annotated}");
        text.push_str(rest);
        marks.sort_by_key(order);
        Self { day: None, text, marks }
    }

    /// The text with its marks in it.
    pub fn print(&self) -> String {
        let mut marks: Vec<&Mark> = self.marks.iter().collect();
        marks.sort_by_key(|mark| order(mark));
        // Where what is put in: at one place first the ends of marks, the inner before the outer.
        let mut inserted = Vec::new();
        let groups = marks.chunk_by(|a, b| a.span == b.span && a.what.is_empty() == b.what.is_empty());
        for (number, group) in (0..).zip(groups) {
            inserted.push((group[0].span.start as usize, true, number, "{".to_owned()));
            let parts: String = group.iter().map(|mark| mark.part()).collect();
            inserted.push((group[0].span.end as usize, false, -number, parts + "}"));
        }
        inserted.sort();
        let (mut out, mut at) = (String::new(), 0);
        for (place, .., words) in inserted {
            out.extend([&self.text[at..place], &words]);
            at = place;
        }
        out + &self.text[at..]
    }

    /// Leaves the marks that a case gives, and puts those that were found beside them.
    pub fn found(&mut self, is_given: impl Fn(&Mark) -> bool, found: impl IntoIterator<Item = Mark>) {
        self.marks.retain(is_given);
        self.marks.extend(found);
    }

    /// The whole text as one sentence of the body.
    pub fn sentence(&self) -> Sentence {
        let span = Span::new(0, self.text.len());
        Sentence { id: SentenceId(1), block: 0, span, role: Role::Body, rejoined: false }
    }

    /// The mentions that marks of names give, which stand in these sentences.
    pub fn mentions(&self, sentences: &[Sentence]) -> Vec<Mention> {
        let mention = |mark: &Mark| {
            let (kind, how) = mark.name()?;
            let holds = |sentence: &&Sentence| sentence.span.contains(mark.span);
            let sentence = sentences.iter().find(holds).expect("a name stands in a sentence").id;
            Some(Mention { span: mark.span, sentence, kind, how })
        };
        self.marks.iter().filter_map(mention).collect()
    }

    /// The blocks that marks name by their roles; every other line is one of the body.
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        let given: Vec<(Span, Role)> = self.marks.iter().filter_map(|mark| Some((mark.span, mark.role()?))).collect();
        for line in lines_of(&self.text) {
            let (span, role) =
                given.iter().copied().find(|(span, _)| span.contains(line)).unwrap_or((line, Role::Body));
            if blocks.last().is_none_or(|last| last.span != span) {
                blocks.push(Block { extent: span, span, role, rule: Rule::KeepAll });
            }
        }
        blocks
    }

    /// The same marks in one order, to compare them.
    fn sorted(&self) -> Vec<Mark> {
        let mut marks = self.marks.clone();
        marks.sort();
        marks
    }
}

/// By where marks start, the outer before the inner, and what has no name innermost.
fn order(mark: &Mark) -> (u32, Reverse<u32>, bool) {
    (mark.span.start, Reverse(mark.span.end), mark.what.is_empty())
}
