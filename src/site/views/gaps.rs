//! What is missing from a dossier, in sentences computed from its articles.

use crate::model::{Dossier, Entry, Publish};
use crate::site::prose::{counted, language, listed, sentence_case};
use crate::site::routes::{Links, Route};
use crate::site::views::parts::{Title, language_of};
use serde::Serialize;
use std::collections::BTreeSet;

/// Longest list of articles under a gap: the list of sources has the rest.
const LISTED: usize = 5;

/// An article that a gap concerns.
#[derive(Serialize)]
struct Concerned<'d> {
    href: String,
    title: Title<'d>,
}

/// Something that the dossier lacks.
#[derive(Serialize)]
pub(crate) struct Gap<'d> {
    sentence: String,
    articles: Vec<Concerned<'d>>,
    /// How many more articles it concerns, in words.
    more: Option<String>,
}

/// What is missing, the weightiest first.
pub(crate) fn of<'d>(dossier: &'d Dossier, links: &Links) -> Vec<Gap<'d>> {
    let gap = |concerns: &dyn Fn(&Entry) -> bool, sentence: &dyn Fn(usize, &[&'d Entry]) -> String| {
        let concerned: Vec<&Entry> = dossier.entries.iter().filter(|entry| concerns(entry)).collect();
        (!concerned.is_empty()).then(|| Gap {
            sentence: sentence_case(&sentence(concerned.len(), &concerned)),
            articles: concerned.iter().take(LISTED).map(|entry| concerned_by(entry, dossier, links)).collect(),
            more: concerned.len().checked_sub(LISTED).filter(|n| *n > 0).map(|n| counted(n, "more", "more")),
        })
    };
    let plain = |one: &'static str, many: &'static str| {
        move |n: usize, _: &[&'d Entry]| {
            format!("{} {}.", counted(n, "article", "articles"), if n == 1 { one } else { many })
        }
    };
    [
        gap(&|e| e.article.meta.altered.is_some(), &|n, _| {
            let copies = if n == 1 { "is an altered copy, not its" } else { "are altered copies, not their" };
            format!("{} {copies} publisher’s own wording.", counted(n, "article", "articles"))
        }),
        gap(&|e| e.article.meta.published.is_none(), &plain("has no known date", "have no known date")),
        gap(&|e| e.article.meta.outlet.is_none(), &plain("has no known outlet", "have no known outlet")),
        gap(&|e| e.article.meta.title.is_none(), &plain("has no known title", "have no known title")),
        gap(&|e| !e.reading.language.analysed, &|n, entries| {
            let names: BTreeSet<&str> = entries.iter().map(|entry| language(language_of(entry))).collect();
            let names: Vec<&str> = names.into_iter().collect();
            let verb = if n == 1 { "was" } else { "were" };
            format!("{} {verb} not analysed: the text is in {}.", counted(n, "article", "articles"), listed(&names))
        }),
        gap(
            &|e| e.publish == Publish::Cited,
            &plain("is shown only in the sentences that are cited", "are shown only in the sentences that are cited"),
        ),
        gap(&|e| e.publish == Publish::Metadata, &plain("is listed without its text", "are listed without their text")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn concerned_by<'d>(entry: &'d Entry, dossier: &'d Dossier, links: &Links) -> Concerned<'d> {
    Concerned { href: links.to(Route::Article(&entry.article.id)), title: Title::of(entry, dossier) }
}
