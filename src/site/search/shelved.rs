//! An article as the search shows it.

use crate::model::{Entry, Sentence};
use crate::site::catalogue::Catalogue;
use crate::site::prose;
use crate::site::published::in_words;
use crate::site::shown::shows;
use crate::site::views::parts::{Title, foreign, language_of};

/// The longest stretch of a sentence, and the most of an article's sentences, that a piece holds, in bytes.
const SENTENCE: usize = 800;
const ARTICLE: usize = 40_000;

/// An article with what the search shows of it.
pub(super) struct Shelved<'d> {
    pub(super) entry: &'d Entry,
    pub(super) title: String,
    pub(super) outlet: Option<&'d str>,
    pub(super) lang: Option<&'d str>,
}

impl<'d> Shelved<'d> {
    pub(super) fn of(catalogue: &Catalogue<'d>, entry: &'d Entry) -> Self {
        Self {
            entry,
            title: Title::of(entry, catalogue.dossier).text.into_owned(),
            outlet: catalogue.outlet(entry).map(|outlet| outlet.name.as_str()),
            lang: foreign(language_of(entry), &catalogue.dossier.settings.language),
        }
    }

    /// Outlet and date, as far as they are known.
    pub(super) fn about(&self) -> String {
        let date = in_words(self.entry);
        format!("{}, {date}", self.outlet.unwrap_or("outlet unknown"))
    }

    /// The sentences that may be shown, as far as a piece holds them.
    pub(super) fn sentences(&self) -> impl Iterator<Item = (&'d Sentence, &'d str)> {
        let entry = self.entry;
        let own = entry.reading.sentences.iter().filter(|sentence| !sentence.role.is_folded());
        let shown = own.filter(|sentence| shows(entry, sentence));
        let words =
            shown.map(|sentence| (sentence, prose::start(sentence.span.of(&entry.article.saved.text), SENTENCE)));
        words.scan(0, |sum, (sentence, words)| {
            *sum += words.len();
            (*sum <= ARTICLE).then_some((sentence, words))
        })
    }

    pub(super) fn weight(&self) -> usize {
        200 + self.title.len() + self.sentences().map(|(_, words)| words.len() + 10).sum::<usize>()
    }
}
