//! The proof of citations by quoted words: each leads to the one sentence that holds them.

use super::sentences::{ByArticle, number_of};
use crate::base::ArticleId;
use crate::model::Citation;
use crate::site::routes::article_at;
use std::collections::BTreeMap;

/// What citations are proved against.
pub(super) struct Witnesses<'s> {
    /// The saved texts at hand, by the ids of their articles.
    pub(super) saved: &'s BTreeMap<&'s str, &'s str>,
    /// The exported sentences.
    pub(super) expected: &'s ByArticle,
}

impl Witnesses<'_> {
    /// What is wrong with a citation of `words` that leads to `fragment` on the page at `path`, if anything.
    ///
    /// The words must stand in the saved text of the article, and start in the sentence.
    pub(super) fn disproof(&self, words: &str, path: &str, fragment: &str) -> Option<String> {
        let article = article_at(path);
        let (Some((article, _)), Some(number)) = (article, number_of(fragment)) else {
            return Some(format!("the cited words {words:?} lead to no sentence of an article"));
        };
        let sentences = self.expected.get(article).map_or(&[][..], Vec::as_slice);
        let Some(sentence) = sentences.iter().find(|sentence| sentence.number == number) else {
            return Some(format!(
                "the cited words {words:?} lead to sentence s{number}, which {article} does not have"
            ));
        };
        let Some(saved) = self.saved.get(article) else {
            return Some(format!("no saved text of {article} is at hand to find the words {words:?} in"));
        };
        let citation = Citation { article: ArticleId::new(article), words: words.to_owned(), time: None };
        let mut starts = citation.occurrences(saved).into_iter().flatten().map(|span| span.start as usize).peekable();
        if starts.peek().is_none() {
            return Some(format!("the cited words {words:?} do not stand in {article}"));
        }
        let held = starts.any(|start| (sentence.start..sentence.end).contains(&start));
        (!held).then(|| format!("sentence s{number} of {article} does not hold the cited words {words:?}"))
    }
}
