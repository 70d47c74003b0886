//! The marks with which pages cite sentences: each calls its source by a label that is the same on every page.

use crate::base::Span;
use crate::model::{Entry, Sentence, SentenceRef};
use crate::site::catalogue::Catalogue;
use crate::site::keys::sentence_id;
use crate::site::routes::{Links, Route};
use crate::site::views::parts::{When, foreign, language_of};
use crate::site::views::printed::Places;
use crate::site::{label, prose, shown};
use serde::Serialize;
use std::borrow::Cow;

/// The mark of a citation, with where it leads.
#[derive(Serialize)]
pub(crate) struct Cite<'d> {
    href: String,
    label: Cow<'d, str>,
    sentence: u32,
    /// How the date was found, unless the text states it.
    mark: Option<&'static str>,
    altered: bool,
}

/// A sentence, or the part of a very long one that matters, with the words that matter marked.
#[derive(Serialize)]
pub(crate) struct Passage<'d> {
    /// `article#s3`, as the data name it.
    id: String,
    parts: Vec<Part<'d>>,
    lang: Option<&'d str>,
    /// Whether the sentence goes on before or after what is shown.
    cut_before: bool,
    cut_after: bool,
}

#[derive(Serialize)]
struct Part<'d> {
    text: &'d str,
    marked: bool,
    /// Whether it belongs to what a statement says.
    said: bool,
}

/// The longest stretch of a sentence that is shown away from its article, in bytes, so that no
/// text makes a page heavy.
const PASSAGE_LIMIT: usize = 1_200;
/// How much of a longer one is shown before the words that matter.
const PASSAGE_LEAD: usize = 300;

/// Cites sentences from one page.
pub(crate) struct Citations<'c, 'd> {
    pub(crate) catalogue: &'c Catalogue<'d>,
    pub(crate) links: Links,
    /// The printed document, and which part of it the page is: it cites itself.
    printed: Option<(&'c Places, usize)>,
}

impl<'c, 'd> Citations<'c, 'd> {
    pub(crate) const fn new(catalogue: &'c Catalogue<'d>, links: Links) -> Self {
        Self { catalogue, links, printed: None }
    }

    /// From a part of the printed document.
    pub(crate) const fn within(catalogue: &'c Catalogue<'d>, links: Links, places: &'c Places, part: usize) -> Self {
        Self { catalogue, links, printed: Some((places, part)) }
    }

    /// What an article is called wherever it is cited.
    pub(crate) fn label(&self, entry: u32) -> Cow<'d, str> {
        label::of(self.entry(entry), self.catalogue.dossier)
    }

    pub(crate) fn entry(&self, entry: u32) -> &'d Entry {
        &self.catalogue.dossier.entries[entry as usize]
    }

    /// Whether pages may hold a sentence.
    pub(crate) fn is_published(&self, at: SentenceRef) -> bool {
        shown::published_sentence(self.entry(at.entry), at.sentence).is_some()
    }

    /// The mark for a sentence.
    pub(crate) fn cite(&self, at: SentenceRef) -> Cite<'d> {
        let entry = self.entry(at.entry);
        Cite {
            href: self.href(at),
            label: self.label(at.entry),
            sentence: at.sentence.0,
            mark: entry.article.meta.published.as_ref().and_then(|known| When::of(known).mark),
            altered: entry.article.meta.altered.is_some(),
        }
    }

    /// The address of a sentence; of its article where the sentence is not published.
    pub(crate) fn href(&self, at: SentenceRef) -> String {
        let entry = self.entry(at.entry);
        if let Some((places, part)) = self.printed {
            return places.href(at, entry, part, &self.links);
        }
        match shown::published_sentence(entry, at.sentence) {
            Some(sentence) => self.catalogue.long.href(entry, sentence.id, &self.links),
            None => self.links.to(Route::Article(&entry.article.id)),
        }
    }

    /// The words of a sentence with the stretches `marks` marked, if they are published.
    ///
    /// `marks` are ranges of the saved text in order.
    pub(crate) fn passage(&self, at: SentenceRef, marks: &[Span]) -> Option<Passage<'d>> {
        self.saying(at, marks, &[])
    }

    /// The same, with what the stretches `said` hold told apart from the words around it.
    pub(crate) fn saying(&self, at: SentenceRef, marks: &[Span], said: &[Span]) -> Option<Passage<'d>> {
        let entry = self.entry(at.entry);
        let sentence = shown::published_sentence(entry, at.sentence)?;
        let text = &entry.article.saved.text;
        let inside =
            |spans: &[Span]| -> Vec<Span> { spans.iter().filter_map(|span| span.overlap(sentence.span)).collect() };
        let (marks, said) = (inside(marks), inside(said));
        let point = marks.first().or(said.first()).map_or(sentence.span.start, |span| span.start);
        let window = window(text, sentence, point);
        Some(Passage {
            id: sentence_id(entry, sentence.id),
            parts: parts(text, &window, &marks, &said),
            lang: foreign(language_of(entry), &self.catalogue.dossier.settings.language),
            cut_before: window.start > sentence.span.range().start,
            cut_after: window.end < sentence.span.range().end,
        })
    }
}

/// `text[window]` cut wherever a mark, or what is said, begins or ends. Both come in order.
fn parts<'t>(text: &'t str, window: &std::ops::Range<usize>, marks: &[Span], said: &[Span]) -> Vec<Part<'t>> {
    let borders = marks.iter().chain(said).flat_map(|span| [span.range().start, span.range().end]);
    let inside = |at: &usize| window.contains(at) && text.is_char_boundary(*at);
    let mut cuts: Vec<usize> = borders.filter(inside).chain([window.start, window.end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let covers = |spans: &[Span], from: usize| {
        let after = spans.partition_point(|span| span.range().start <= from);
        after.checked_sub(1).is_some_and(|last| from < spans[last].range().end)
    };
    let part = |(from, to): (usize, usize)| {
        let text = text.get(from..to)?;
        Some(Part { text, marked: covers(marks, from), said: covers(said, from) })
    };
    cuts.iter().copied().zip(cuts.iter().copied().skip(1)).filter_map(part).collect()
}

/// The whole of a sentence, or of a very long one the stretch around `point`.
fn window(text: &str, sentence: &Sentence, point: u32) -> std::ops::Range<usize> {
    let whole = sentence.span.range();
    if whole.len() <= PASSAGE_LIMIT {
        return whole;
    }
    let start = (point as usize).saturating_sub(PASSAGE_LEAD).max(whole.start);
    let start = prose::start(text, start).len().max(whole.start);
    let end = prose::start(text, (start + PASSAGE_LIMIT).min(whole.end)).len();
    start..end
}

/// A sentence with its source.
#[derive(Serialize)]
pub(crate) struct Line<'d> {
    pub(crate) passage: Option<Passage<'d>>,
    pub(crate) cite: Cite<'d>,
}

impl<'d> Line<'d> {
    /// The line of a sentence.
    pub(crate) fn of(at: SentenceRef, citations: &Citations<'_, 'd>) -> Self {
        Self { passage: citations.passage(at, &[]), cite: citations.cite(at) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SentenceId;
    use crate::model::Role;

    #[test]
    fn of_a_very_long_sentence_only_the_words_around_the_name_are_shown() {
        let text = "é".repeat(3_000);
        let whole = Span::new(0, text.len());
        let sentence = Sentence { id: SentenceId(1), block: 0, span: whole, role: Role::Body, rejoined: false };
        let shown = window(&text, &sentence, 2_001);
        assert_eq!(shown, 1_700..2_900);
        assert!(text.get(shown).is_some());
        assert_eq!(window(&text, &sentence, 0).start, 0);
    }
}
