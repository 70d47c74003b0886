//! What the saved texts say: pure functions without files, clock, randomness or HTML.

pub mod assemble;
pub mod chronology;
mod cite;
pub mod claims;
pub mod clean;
pub mod dates;
pub mod decide;
pub mod differ;
pub mod echo;
pub mod happenings;
pub mod infer;
pub mod language;
pub mod lead;
pub mod ledger;
pub mod lexicon;
pub mod likeness;
pub mod link;
pub mod names;
pub mod quantities;
mod quotation;
mod recur;
pub mod roles;
pub mod segment;
pub mod statements;
pub mod summary;

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
    let mut reading = Reading { language, blocks, sentences, inferred, ..Reading::default() };
    if reading.language.analysed || cleaning == Cleaning::KeepAll {
        recognise(article, &mut reading);
    }
    reading
}

/// Fills `reading` with all that its sentences tell, each by the role that it has.
fn recognise(article: &Article, reading: &mut Reading) {
    let (text, sentences) = (&article.saved.text, &reading.sentences);
    let mut mentions = names::find(text, sentences);
    let (actors, pronouns) = link::within(text, sentences, &mut mentions);
    let roles = roles::roles(text, sentences, &mentions);
    let published = article.meta.published.as_ref().or(reading.inferred.published.as_ref()).map(|known| known.value);
    let dates = dates::dates(text, sentences, published, &mentions);
    let quantities = quantities::quantities(text, sentences, &dates);
    let statements = statements::statements(&article.saved, sentences, &mentions, &actors, &dates, published);
    let happenings = happenings::happenings(text, sentences, &dates, &statements, published);
    reading.mentions = mentions;
    reading.actors = actors;
    reading.pronouns = pronouns;
    reading.roles = roles;
    reading.dates = dates;
    reading.quantities = quantities;
    reading.statements = statements;
    reading.happenings = happenings;
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
