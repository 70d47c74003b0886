//! What the saved texts say: pure functions without files, clock, randomness or HTML.

pub mod article;
pub mod corpus;

use self::article::infer;
use crate::base::{Diagnostic, PartialDate};
use crate::model::{Article, Corpus, Dossier, Reading};
use crate::text::quotation::Quotations;
use crate::text::{blocks, language, sentences};
use rayon::prelude::*;

/// How the blocks of a page get their roles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cleaning {
    /// The article is told from the furniture around it.
    #[default]
    Roles,
    /// Every line is body: for texts that hold nothing but an article.
    KeepAll,
}

/// Reads one article: a pure function of its saved text and metadata.
#[must_use]
pub fn reading(article: &Article, cleaning: Cleaning) -> Reading {
    let title = article.meta.title.as_ref().map(|title| title.value.as_str());
    let declared = article.meta.language.as_ref().map(|tag| tag.value.as_str());
    let language = language::language(&article.saved, declared);
    let blocks = match cleaning {
        Cleaning::KeepAll => blocks::keep_all(&article.saved),
        Cleaning::Roles if !language.analysed => blocks::not_analysed(&article.saved),
        Cleaning::Roles => blocks::clean(&article.saved, title),
    };
    let sentences = sentences::segment(&article.saved.text, &blocks);
    let inferred = infer::infer(article, &blocks);
    let mut reading = Reading { language, blocks, sentences, inferred, ..Reading::default() };
    if reading.language.analysed || cleaning == Cleaning::KeepAll {
        article::recognise(article, &mut reading);
    } else {
        reading.quoted = Quotations::find(&article.saved.text, &reading.sentences).inner().collect();
    }
    reading
}

/// Reads every article of `corpus`, in parallel; the readings stand in the order of the articles.
///
/// `progress` is told each article that is done.
#[must_use]
pub fn readings(corpus: &Corpus, progress: &(dyn Fn() + Sync)) -> Vec<Reading> {
    let read = |article: &Article| {
        let reading = reading(article, Cleaning::Roles);
        progress();
        reading
    };
    corpus.articles.par_iter().map(read).collect()
}

/// The dossier of `corpus`, whose articles have the `readings` of the same place, and what was found wrong; see
/// [`corpus::weave`].
#[must_use]
pub fn weave(corpus: Corpus, readings: Vec<Reading>, as_of: Option<PartialDate>) -> (Dossier, Vec<Diagnostic>) {
    corpus::weave::weave(corpus, readings, as_of, article::recognise)
}
