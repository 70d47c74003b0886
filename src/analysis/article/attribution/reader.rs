//! The state in which an article's statements are read: what is found so far, and who has the floor.

use super::who::{Cast, Voice};
use crate::base::{PartialDate, SentenceId, Span};
use crate::model::{DateExpression, Line, Statement, StatementKind, StatementRule};
use crate::text::annotated::Text;
use std::ops::Range;

/// Fewest quoted words that make a told statement a mixed one, and that no verb needs to introduce.
pub(super) const QUOTED: u32 = 3;
/// Paragraphs for which a speaker goes on without a word of who speaks.
pub(super) const VOICE_LASTS: u32 = 3;

/// A quotation that no verb claims in its own sentence: whoever held the floor is taken to speak, until the words that
/// follow say otherwise.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bare {
    /// The statement's index.
    pub(super) at: usize,
    /// Whether words in quotation marks gave its speaker the floor: then it is only going on.
    pub(super) goes_on: bool,
    /// The paragraph that it stands in.
    pub(super) paragraph: u32,
}

/// Who has the floor.
#[derive(Clone, Copy, Debug)]
pub(super) struct Floor {
    pub(super) voice: Voice,
    /// The paragraph in which the voice was last heard.
    pub(super) since: u32,
    /// Whether it was heard in quotation marks.
    pub(super) quoted: bool,
}

/// Reads one article.
pub(super) struct Reader<'t> {
    pub(super) text: &'t Text<'t>,
    /// The lines of the saved text.
    pub(super) lines: &'t [Line],
    pub(super) cast: Cast<'t>,
    pub(super) dates: &'t [DateExpression],
    /// When the article was published.
    pub(super) published: Option<PartialDate>,
    pub(super) found: Vec<Statement>,
    /// Who spoke, or acted, last.
    pub(super) floor: Option<Floor>,
    /// The quotation of the sentence before, where no word of who speaks stood in it.
    pub(super) bare: Option<Bare>,
    /// A verb that announces what is to come: "Holm said:".
    pub(super) announced: Option<Statement>,
    /// The statement of the sentence before, where it may go on.
    pub(super) open: Option<usize>,
    /// Whether the paragraph before left its quotation open.
    pub(super) unclosed: bool,
    pub(super) paragraph: u32,
    pub(super) transcript: bool,
}

impl<'t> Reader<'t> {
    pub(super) fn new(
        text: &'t Text<'t>,
        lines: &'t [Line],
        cast: Cast<'t>,
        dates: &'t [DateExpression],
        published: Option<PartialDate>,
    ) -> Self {
        Self {
            text,
            lines,
            cast,
            dates,
            published,
            found: Vec::new(),
            floor: None,
            bare: None,
            announced: None,
            open: None,
            unclosed: false,
            paragraph: 0,
            transcript: false,
        }
    }

    pub(super) fn takes_floor(&mut self, voice: Voice, quoted: bool) {
        self.floor = Some(Floor { voice, since: self.paragraph, quoted });
    }

    pub(super) fn push(&mut self, statement: Statement) {
        self.found.push(statement);
    }

    pub(super) fn last_found(&self) -> usize {
        self.found.len() - 1
    }

    /// A statement in somebody's own words, without a verb.
    pub(super) fn statement(
        &self,
        rule: StatementRule,
        voice: Voice,
        spans: Vec<Span>,
        sentences: Range<usize>,
    ) -> Statement {
        Statement {
            rule,
            kind: StatementKind::Direct,
            speaker: voice.speaker,
            by: voice.by,
            on_behalf_of: voice.on_behalf_of,
            intermediate: None,
            cue: None,
            stance: None,
            spans,
            sentences: self.ids(sentences),
            date: None,
        }
    }

    pub(super) fn ids(&self, sentences: Range<usize>) -> Vec<SentenceId> {
        self.cast.sentences[sentences].iter().map(|sentence| sentence.id).collect()
    }
}
