//! What the saved texts say: pure functions without files, clock, randomness or HTML.

pub mod assemble;
pub mod clean;
pub mod infer;
pub mod language;
pub mod lexicon;
pub mod link;
pub mod names;
mod recur;
pub mod roles;
pub mod segment;

pub use assemble::assemble;

use crate::model::{Article, Corpus, Reading};
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
        Cleaning::KeepAll => clean::keep_all(&article.saved),
        Cleaning::Roles if !language.analysed => clean::not_analysed(&article.saved),
        Cleaning::Roles => clean::clean(&article.saved, title),
    };
    let sentences = segment::segment(&article.saved.text, &blocks);
    let inferred = infer::infer(article, &blocks);
    let text = &article.saved.text;
    let mut mentions =
        if language.analysed || cleaning == Cleaning::KeepAll { names::find(text, &sentences) } else { Vec::new() };
    let actors = link::within(text, &sentences, &mut mentions);
    let roles = roles::roles(text, &sentences, &mentions);
    Reading { language, blocks, sentences, mentions, actors, roles, inferred }
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
