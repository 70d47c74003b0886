//! What of an article's text its level of publication lets a page show.

use crate::base::{SentenceId, Span};
use crate::model::{Basis, Entry, Publish, Sentence};

/// Whether pages and data may hold this sentence.
pub(crate) fn shows(entry: &Entry, sentence: &Sentence) -> bool {
    match entry.publish {
        Publish::Full => true,
        Publish::Cited => entry.cited.contains(&sentence.id),
        Publish::Metadata => false,
    }
}

/// The sentence of this number.
pub(crate) fn sentence(entry: &Entry, id: SentenceId) -> Option<&Sentence> {
    // Sentences are numbered from 1, none left out.
    entry.reading.sentences.get((id.0 as usize).wrapping_sub(1)).filter(|sentence| sentence.id == id)
}

/// The sentence of this number, if pages and data may hold it.
pub(crate) fn published_sentence(entry: &Entry, id: SentenceId) -> Option<&Sentence> {
    sentence(entry, id).filter(|sentence| shows(entry, sentence))
}

/// The words at `span`, if pages and data may hold every sentence that they belong to.
pub(crate) fn published_words(entry: &Entry, span: Span) -> Option<&str> {
    let sentences = &entry.reading.sentences;
    let from = sentences.partition_point(|sentence| sentence.span.end <= span.start);
    let mut own = sentences[from..].iter().take_while(|sentence| sentence.span.start < span.end).peekable();
    // Words outside all sentences are nobody's to show.
    let any = own.peek().is_some();
    let shown = entry.publish == Publish::Full || (any && own.all(|sentence| shows(entry, sentence)));
    span.get(&entry.article.saved.text).filter(|_| shown)
}

/// The sentence in which `span` starts, if a page shows it.
pub(crate) fn sentence_at(entry: &Entry, span: Span) -> Option<SentenceId> {
    let sentences = &entry.reading.sentences;
    let after = sentences.partition_point(|sentence| sentence.span.start <= span.start);
    let sentence = sentences.get(after.checked_sub(1)?)?;
    (span.start < sentence.span.end && shows(entry, sentence)).then_some(sentence.id)
}

/// The sentence in which the ground of a value stands, if a page shows it.
pub(crate) fn sentence_of(entry: &Entry, basis: &Basis) -> Option<SentenceId> {
    sentence_at(entry, basis.span()?)
}

/// The sentence that best tells what an article is about, where it may be shown.
pub(crate) fn teaser(entry: &Entry) -> Option<&Sentence> {
    entry.reading.lead().filter(|sentence| shows(entry, sentence) && !entry.hidden.contains(&sentence.id))
}

/// How many words the article itself has, page furniture left out.
///
/// A word is what stands between white space and holds a letter or a digit; scripts written
/// without spaces count one word for each run.
pub(crate) fn words(entry: &Entry) -> usize {
    let text = &entry.article.saved.text;
    let own = entry.reading.blocks.iter().filter(|block| !block.role.is_folded());
    own.map(|block| {
        let words = block.span.of(text).split_whitespace();
        words.filter(|word| word.chars().any(char::is_alphanumeric)).count()
    })
    .sum()
}
