//! `cuttings check`: proves a site as it was written.

use super::Speech;
use super::args::Check;
use super::build::{dossier, failed, output_of};
use super::outcome::Outcome;
use crate::base::{ArticleId, Diagnostic, Place};
use crate::model::Dossier;
use crate::read::Layout;
use crate::report::Counts;
use crate::site::{self, Page};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

/// Most files that are named one by one.
const LISTED: usize = 50;

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
    let (dossier, _) = dossier(&layout, output, check.as_of, speech)?;
    let entries = dossier.entries.iter().map(|entry| &entry.article);
    let saved: BTreeMap<ArticleId, &str> =
        entries.map(|article| (article.id.clone(), article.saved.text.as_str())).collect();
    let mut found = crate::check::check(output, &saved).map_err(|error| failed("not-checked", &error))?;
    for place in found.iter_mut().filter_map(|told| told.place.as_mut()) {
        place.file = format!("{}/{}", output.display(), place.file);
    }
    found.extend(changed(&dossier, output));
    Ok(found)
}

/// The files of the site that are not, byte for byte, what the content builds to.
#[expect(clippy::disallowed_methods, reason = "the site is read here to be compared")]
fn changed(dossier: &Dossier, output: &Path) -> Vec<Diagnostic> {
    let templates = site::Templates::embedded().expect("the templates are part of the program and tested with it");
    let pages = site::lay_out(dossier, &templates);
    let differs = |page: &Page<'_>| {
        let mut bytes = Vec::new();
        let rendered = page.render(&mut bytes).is_ok();
        !rendered || std::fs::read(output.join(page.path())).ok().as_deref() != Some(&bytes)
    };
    let differing: Vec<&Page<'_>> = pages.as_slice().par_iter().filter(|page| differs(page)).collect();
    let tell = |page: &&Page<'_>| {
        let message = "this file is not what the content builds to";
        let place = Place::file(format!("{}/{}", output.display(), page.path()));
        let hint = "run `cuttings build`; if it was built with --as-of, check it with the same date";
        Diagnostic::error("not-as-built", message).at(place).hint(hint)
    };
    let mut told: Vec<Diagnostic> = differing.iter().take(LISTED).map(tell).collect();
    if let Some(more) = differing.len().checked_sub(LISTED).filter(|more| *more > 0) {
        told.push(Diagnostic::error("not-as-built", format!("{more} more files are not what the content builds to")));
    }
    told
}
