//! Finds who says what: direct, told and mixed.
//!
//! A paragraph is read as words, marks and whole quotations ([`item`]). In what stands outside of quotation marks [`cue`]
//! finds the verbs of reporting with their subjects ([`phrase`]), and [`told`] what is told by each, [`verbless`] what is
//! told without a verb. [`page`] joins what goes on from sentence ([`here`]) to sentence, [`transcript`] reads labelled
//! lines, [`outlet`] parts outlets from speakers, [`who`] tells which actor a speaker's words mean, and [`whose`] settles
//! who speaks where no verb says it. [`draft`] and [`reader`] hold what is read of a sentence and of an article.

mod around;
mod behind;
mod circumstance;
mod cue;
mod draft;
mod here;
mod item;
mod lexicon;
mod outlet;
mod page;
mod phrase;
mod reader;
mod speaker;
mod told;
mod transcript;
mod verbless;
mod when;
mod who;
mod whose;

use crate::base::PartialDate;
use crate::model::{DateExpression, Line, LocalActor, Mention, Statement};
use crate::text::annotated::Text;

/// The statements of `sentences`, in order of their content. `published` is when the article was: nothing was said later.
#[must_use]
pub fn statements(
    text: &Text<'_>,
    lines: &[Line],
    mentions: &[Mention],
    actors: &[LocalActor],
    dates: &[DateExpression],
    published: Option<PartialDate>,
) -> Vec<Statement> {
    let cast = who::Cast::new(text.saved, text.sentences, mentions, actors);
    reader::Reader::new(text, lines, cast, dates, published).read()
}
