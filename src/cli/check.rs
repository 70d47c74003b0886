//! `cuttings check`: proves a site as it was written.

use super::Speech;
use super::args::Check;
use super::build::{failed, output_of};
use super::outcome::Outcome;
use crate::base::{ArticleId, Diagnostic};
use crate::read::{self, Layout};
use crate::report::Counts;
use std::collections::BTreeMap;
use std::path::Path;

/// Checks the site and says what is wrong with it.
pub(super) fn run(check: &Check, speech: Speech) -> Outcome {
    let output = output_of(&check.root, check.output.as_deref());
    match checked(check, &output) {
        Ok(diagnostics) => {
            speech.tell(&diagnostics);
            let counts = Counts::of(&diagnostics);
            if counts.errors + counts.warnings > 0 {
                speech.say(&format!("{}: {}", output.display(), counts.in_words()));
                return Outcome::Findings;
            }
            speech.say(&format!("{}: every link, anchor and sentence holds", output.display()));
            Outcome::Done
        }
        Err(failure) => {
            speech.tell(&[*failure]);
            Outcome::InputOutput
        }
    }
}

fn checked(check: &Check, output: &Path) -> Result<Vec<Diagnostic>, Box<Diagnostic>> {
    let layout = Layout::of(&check.root).map_err(|error| failed("no-articles", &error))?;
    let corpus = read::read(&layout, output, &|| ()).map_err(|error| failed("no-articles", &error))?.corpus;
    let saved: BTreeMap<ArticleId, &str> =
        corpus.articles.iter().map(|article| (article.id.clone(), article.saved.text.as_str())).collect();
    let mut found = crate::check::check(output, &saved).map_err(|error| failed("not-checked", &error))?;
    for place in found.iter_mut().filter_map(|told| told.place.as_mut()) {
        place.file = format!("{}/{}", output.display(), place.file);
    }
    Ok(found)
}
