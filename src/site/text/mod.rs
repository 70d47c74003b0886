//! Writes an article's saved text as HTML: every block in its place, every sentence with its anchor.
//!
//! Written by hand and not by a template, since a dossier holds hundreds of thousands of sentences.

mod cuts;
mod group;
mod writer;

pub(crate) use writer::Form;

use crate::base::Span;
use crate::model::Entry;
use crate::site::markup::Known;
use writer::Writer;

/// The part `part` of the text of `entry` as HTML, as far as its level of publication allows; `None` if nothing is
/// shown.
///
/// `known` is what the dossier knows of names and dates in it, in order; `shared`, the stretches that another article
/// shares.
pub(crate) fn html_of(entry: &Entry, known: Vec<Known>, shared: Vec<Span>, form: Form, part: Span) -> Option<String> {
    Writer::new(entry, known, shared, form, part).laid_out().map(|writer| writer.out)
}

/// Where each part but the first of a text starts, so that no part weighs more than `limit` bytes of HTML.
pub(crate) fn cuts(entry: &Entry, known: Vec<Known>, shared: Vec<Span>, limit: usize) -> Vec<u32> {
    let whole = Span::new(0, entry.article.saved.text.len());
    let mut writer = Writer::new(entry, known, shared, Form::Page, whole);
    writer.marks = Some(Vec::new());
    let Some(writer) = writer.laid_out() else { return Vec::new() };
    cuts::choose(writer.marks.as_deref().unwrap_or_default(), writer.out.len(), limit)
}
