//! What the analysis says of one article alone.

use crate::base::{PartialDate, SentenceId, Span};
use crate::model::{
    Act, Clue, DateExpression, Dated, DescriptionNote, EventMention, Known, LocalActor, Mention, Pronoun, Quantity,
    RelationNote, Role, Rule, Statement,
};

/// Everything that one article's saved text yields; nothing of other articles enters it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The language its text is in.
    pub language: Language,
    /// The text in pieces, each with its role; their extents, joined, are the saved text.
    pub blocks: Vec<Block>,
    /// The text in sentences, numbered from 1 over all blocks.
    pub sentences: Vec<Sentence>,
    /// The words between quotation marks, in order; told in every language.
    pub quoted: Vec<Span>,
    /// The names in it, and the words that stand for them, in order; empty where the language is not analysed.
    pub mentions: Vec<Mention>,
    /// The actors that its text alone tells apart; each mention belongs to one at most.
    pub actors: Vec<LocalActor>,
    /// The pronouns for one person in it, in order.
    pub pronouns: Vec<Pronoun>,
    /// What its text says that they are, in order.
    pub roles: Vec<DescriptionNote>,
    /// The times that it names, in order.
    pub dates: Vec<DateExpression>,
    /// What those tell of the day on which it was written; empty where that day is known.
    pub clues: Vec<Clue>,
    /// The numbers in it, in order.
    pub quantities: Vec<Quantity>,
    /// Who says what in it, in order.
    pub statements: Vec<Statement>,
    /// The sentences that tell what happened when, in order.
    pub event_mentions: Vec<EventMention>,
    /// The actors that are subjects of events, in order.
    pub acts: Vec<Act>,
    /// What its sentences say of two actors, in order.
    pub relations: Vec<RelationNote>,
    /// Metadata read out of the text, for use where none is given.
    pub inferred: Inferred,
}

impl Reading {
    /// The sentence that best tells what the article is about: its standfirst's first, or the
    /// text's first.
    #[must_use]
    pub fn lead(&self) -> Option<&Sentence> {
        let first = |role| self.sentences.iter().find(|sentence| sentence.role == role);
        first(Role::Standfirst).or_else(|| first(Role::Body))
    }

    /// The quoted words that lie in `span`, or reach into it.
    #[must_use]
    pub fn quoted_in(&self, span: Span) -> &[Span] {
        let from = self.quoted.partition_point(|quoted| quoted.end <= span.start);
        let count = self.quoted[from..].partition_point(|quoted| quoted.start < span.end);
        &self.quoted[from..from + count]
    }
}

/// An article's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// BCP 47 tag; `und` when it could not be told.
    pub tag: String,
    /// Whether the analysis knows the language (English only, so far).
    pub analysed: bool,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
}

impl Default for Language {
    /// A language that could not be told.
    fn default() -> Self {
        Self { tag: "und".to_owned(), analysed: false, right_to_left: false }
    }
}

/// One block of the saved text: a line, or the lines of a hard-wrapped paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The bytes that belong to this block, white space included. Extents tile the saved text.
    pub extent: Span,
    /// The block's words, without the white space at both ends.
    pub span: Span,
    /// What the block is to the article.
    pub role: Role,
    /// The rule that gave the role.
    pub rule: Rule,
}

/// One sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its number within the article.
    pub id: SentenceId,
    /// Index of the block it starts in.
    pub block: u32,
    /// Its words. Reaches into a later block only where `rejoined` is set.
    pub span: Span,
    /// The role of the block it starts in; its own where it was only pasted into the block's text: a dateline, a caption.
    pub role: Role,
    /// Whether a line break that cut the sentence was read over.
    pub rejoined: bool,
}

impl Sentence {
    /// Whether the two stand in one paragraph of one text.
    #[must_use]
    pub fn shares_paragraph(&self, other: &Self) -> bool {
        self.block == other.block && self.role == other.role
    }
}

/// Metadata that the text itself yields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inferred {
    /// The headline.
    pub title: Option<Known<String>>,
    /// The date of publication.
    pub published: Option<Known<PartialDate>>,
    /// What the text alone tells of that day where nothing says it.
    pub dated: Option<Dated>,
    /// The writers.
    pub authors: Option<Known<Vec<String>>>,
    /// The name of the outlet.
    pub outlet: Option<Known<String>>,
    /// The news agency.
    pub agency: Option<Known<String>>,
}
