//! Whether the articles are still those that the site was built from.

use super::listed::listed;
use crate::base::{Diagnostic, Place};
use crate::model::{Article, Dossier};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The site's own list of the articles that it was built from.
const ARTICLES: &str = "data/articles.jsonl";

/// A line of it.
#[derive(Deserialize)]
struct Built {
    id: String,
    path: String,
    sha256: String,
}

/// How the articles at hand differ from those that the site was built from.
#[derive(Default)]
pub(super) struct Changes {
    /// The ids of the articles that have changed or are new.
    pub(super) articles: BTreeSet<String>,
    /// One for each article that has changed, is new, or is gone.
    pub(super) told: Vec<Diagnostic>,
}

/// Compares the articles at hand with the list of the site in the folder `output`.
///
/// A site without such a list is no site of ours, which the check itself tells.
#[expect(clippy::disallowed_methods, reason = "the site is read here to be compared")]
pub(super) fn changes(dossier: &Dossier, output: &Path) -> Changes {
    let path = output.join(ARTICLES);
    // What is no file is never opened.
    let list = std::fs::symlink_metadata(&path).ok().filter(std::fs::Metadata::is_file);
    let Some(list) = list.and_then(|_| std::fs::read_to_string(&path).ok()) else { return Changes::default() };
    let lines = list.lines().filter_map(|line| serde_json::from_str::<Built>(line).ok());
    let mut built: BTreeMap<String, Built> = lines.map(|built| (built.id.clone(), built)).collect();
    let mut changes = Changes::default();
    let mut wrong = Vec::new();
    for article in dossier.entries.iter().map(|entry| &entry.article) {
        if let Some(message) = difference(article, built.remove(article.id.as_str()).as_ref()) {
            changes.articles.insert(article.id.as_str().to_owned());
            wrong.push((article.path.clone(), message));
        }
    }
    wrong.extend(built.into_values().map(|gone| (gone.path, "this article is on the site, and no longer here")));
    let (wrong, more) = listed(wrong);
    let hint = "run `cuttings build`, or put the file back as it was; if it was built with --as-of, check it with the same date";
    let tell =
        |(path, message): (String, &str)| Diagnostic::error("source-changed", message).at(Place::file(path)).hint(hint);
    changes.told = wrong.into_iter().map(tell).collect();
    if more > 0 {
        let message = format!("{more} more articles are not what the site was built from");
        changes.told.push(Diagnostic::error("source-changed", message).hint(hint));
    }
    changes
}

fn difference(article: &Article, built: Option<&Built>) -> Option<&'static str> {
    match built {
        None => Some("this article is not on the site"),
        Some(built) if built.sha256 != article.sha256 => Some("this article is not what the site was built from"),
        Some(_) => None,
    }
}
