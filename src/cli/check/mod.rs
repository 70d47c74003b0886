//! `cuttings check`: proves a site as it was written.

mod listed;
mod rebuilt;
mod sources;
mod strays;

use super::args::Check;
use super::build::{Assembled, dossier, failed, output_of};
use super::outcome::Outcome;
use super::speech::Speech;
use crate::base::{ArticleId, Diagnostic};
use crate::read::Layout;
use crate::report::Counts;
use crate::site;
use std::collections::BTreeMap;
use std::path::Path;

/// Checks the site and says what is wrong with it.
pub(super) fn run(check: &Check, speech: Speech) -> Outcome {
    let output = output_of(&check.root, check.output.as_deref());
    match checked(check, &output, speech) {
        Ok(diagnostics) => {
            speech.tell(&diagnostics);
            let counts = Counts::of(&diagnostics);
            if counts.errors + counts.warnings > 0 {
                speech.say(&format!("{}: {}", output.display(), counts.in_words()));
                return Outcome::Findings;
            }
            speech.say(&format!(
                "{}: every link, anchor and sentence holds, and every file is what the content builds to",
                output.display()
            ));
            Outcome::Done
        }
        Err(failure) => {
            speech.tell(&[*failure]);
            Outcome::InputOutput
        }
    }
}

fn checked(check: &Check, output: &Path, speech: Speech) -> Result<Vec<Diagnostic>, Box<Diagnostic>> {
    let layout = Layout::of(&check.root).map_err(|error| failed("no-articles", &error))?;
    let Assembled { dossier, .. } = dossier(&layout, output, check.as_of, speech)?;
    let changes = sources::changes(&dossier, output);
    // Where an article has changed, its sentences are proved against the site's copy of what it was.
    let entries = dossier.entries.iter().map(|entry| &entry.article);
    let same = entries.filter(|article| !changes.articles.contains(article.id.as_str()));
    let saved: BTreeMap<ArticleId, &str> =
        same.map(|article| (article.id.clone(), article.saved.text.as_str())).collect();
    let templates = site::Templates::embedded().expect("the templates are part of the program and tested with it");
    let pages = site::lay_out(&dossier, &templates);
    let is_page = |path: &str| pages.as_slice().binary_search_by(|page| page.path().cmp(path)).is_ok();
    let is_kept = |path: &str| dossier.settings.keep.holds(path) && !is_page(path);
    let mut found = crate::check::check(output, &saved, &is_kept).map_err(|error| failed("not-checked", &error))?;
    for place in found.iter_mut().filter_map(|told| told.place.as_mut()) {
        place.file = format!("{}/{}", output.display(), place.file);
    }
    // Other content builds to other files: that says nothing of each of them.
    if changes.told.is_empty() {
        found.extend(rebuilt::changed(&pages, output));
        found.extend(strays::strays(output, &|path| is_page(path) || is_kept(path)));
    }
    found.extend(changes.told);
    Ok(found)
}
