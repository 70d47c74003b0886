//! `cuttings build`: from the content folder to the site.

use super::args::Build;
use super::outcome::Outcome;
use super::speech::Speech;
use crate::base::{Diagnostic, PartialDate};
use crate::model::{Dossier, Entry};
use crate::read::{self, Layout, ReadError};
use crate::report::{Counts, Progress};
use crate::{analysis, site, write};
use std::path::{Path, PathBuf};

/// Builds the site and says what came of it.
pub(super) fn run(build: &Build, speech: Speech) -> Outcome {
    let output = output_of(&build.root, build.output.as_deref());
    match built(build, &output, speech) {
        Ok(outcome) => outcome,
        Err(failure) => {
            speech.tell(&[*failure]);
            Outcome::InputOutput
        }
    }
}

/// The site's folder: as given, else `site` in the root.
pub(super) fn output_of(root: &Path, given: Option<&Path>) -> PathBuf {
    given.map_or_else(|| root.join("site"), Path::to_owned)
}

fn built(build: &Build, output: &Path, speech: Speech) -> Result<Outcome, Box<Diagnostic>> {
    let layout = Layout::of(&build.root).map_err(|error| failed("no-articles", &error))?;
    apart(&layout, output)?;
    let Assembled { dossier, mut diagnostics, unread } = dossier(&layout, output, build.as_of, speech)?;
    let templates = site::Templates::embedded().expect("the templates are part of the program and tested with it");
    if dossier.entries.is_empty() {
        speech.tell(&diagnostics);
        let told = Diagnostic::error("no-articles-left", "no article could be used, so no site is written");
        return Err(Box::new(told.hint("correct the errors reported above; an existing site was not changed")));
    }
    let pages = site::lay_out(&dossier, &templates);
    let bar = Progress::new("writing", pages.as_slice().len() as u64, speech.hides_progress());
    let written = write::publish(&pages, output, &dossier.settings.keep, &|done| bar.set(done));
    bar.finish();
    let written = written.map_err(|error| {
        let mut told = failed("not-written", &error);
        told.hint = error.hint();
        told
    })?;
    diagnostics.sort();
    speech.tell(&diagnostics);
    let counts = Counts::of(&diagnostics);
    speech.say(&summary(&dossier, unread, output, &written, counts));
    speech.tell(unknown(&dossier).as_slice());
    Ok(Outcome::of(counts, build.strict))
}

/// A dossier, and what is to be said of its content.
pub(super) struct Assembled {
    pub(super) dossier: Dossier,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// How many files of the content are not read.
    pub(super) unread: usize,
}

/// Everything up to the waist of the hourglass.
pub(super) fn dossier(
    layout: &Layout,
    output: &Path,
    as_of: Option<PartialDate>,
    speech: Speech,
) -> Result<Assembled, Box<Diagnostic>> {
    let found = read::read(layout, output, &|| ()).map_err(|error| match error {
        ReadError::Unsettled(told) => told,
        ReadError::NoArticles(_, ref told) => {
            speech.tell(told);
            failed("no-articles", &error)
        }
        error @ ReadError::NoFolder(_) => failed("no-articles", &error),
    })?;
    let bar = Progress::new("reading", found.corpus.articles.len() as u64, speech.hides_progress());
    let readings = analysis::readings(&found.corpus, &|| bar.step());
    bar.finish();
    let (dossier, late) = analysis::weave(found.corpus, readings, as_of);
    let mut diagnostics = found.diagnostics;
    diagnostics.extend(late);
    Ok(Assembled { dossier, diagnostics, unread: found.unread })
}

/// Refuses an output folder that holds the content it is built from.
fn apart(layout: &Layout, output: &Path) -> Result<(), Box<Diagnostic>> {
    let Ok(target) = output.canonicalize() else { return Ok(()) };
    let inside = |folder: &Path| folder.canonicalize().is_ok_and(|folder| folder.starts_with(&target));
    if inside(&layout.content) || inside(&layout.articles) {
        let message = format!("the site cannot be written to `{}`: it holds the articles", output.display());
        let told = Diagnostic::error("output-holds-content", message);
        return Err(Box::new(told.hint("choose another folder with --output")));
    }
    Ok(())
}

/// A failure that ends the run, as a diagnostic.
pub(super) fn failed(code: &'static str, error: &dyn std::error::Error) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(code, error.to_string()))
}

/// How many articles lack what only an editor can add, in one note.
fn unknown(dossier: &Dossier) -> Option<Diagnostic> {
    let lacking = |lacks: &dyn Fn(&Entry) -> bool| dossier.entries.iter().filter(|entry| lacks(entry)).count();
    let dates = lacking(&|entry| entry.article.meta.published.is_none());
    let outlets = lacking(&|entry| entry.article.meta.outlet.is_none());
    let all = dossier.entries.len();
    let has = |count: usize| if count == 1 { "has" } else { "have" };
    let plural = if all == 1 { "" } else { "s" };
    let (message, lines) = match (dates, outlets) {
        (0, 0) => return None,
        (n, 0) => (format!("{n} of {all} article{plural} {} no date", has(n)), "published = 2021-10-07"),
        (0, n) => (format!("{n} of {all} article{plural} {} no outlet", has(n)), "outlet = \"The Port Courier\""),
        (n, m) => (
            format!("{n} of {all} article{plural} {} no date, {m} no outlet", has(n)),
            "published = 2021-10-07 and outlet = \"The Port Courier\"",
        ),
    };
    let hint = format!("sources.html lists them; beside a NAME.txt, write a NAME.meta.toml with {lines}");
    Some(Diagnostic::note("unknown", message).hint(hint))
}

fn summary(dossier: &Dossier, unread: usize, output: &Path, written: &write::Outcome, counts: Counts) -> String {
    let several = |count: usize| if count == 1 { "" } else { "s" };
    let articles = dossier.entries.len();
    let unread = if unread > 0 { format!("; {unread} file{} not read", several(unread)) } else { String::new() };
    let write::Outcome { written, unchanged, removed } = written;
    let changes = match (written, removed) {
        (0, 0) => "nothing has changed".to_owned(),
        (_, 0) => format!("{written} files written, {unchanged} unchanged"),
        _ => format!("{written} files written, {unchanged} unchanged, {removed} removed"),
    };
    let mut line =
        format!("{articles} article{}{unread} → {}: {changes}", several(articles), output.join("index.html").display());
    if counts.errors + counts.warnings > 0 {
        let shown = Counts { notes: 0, ..counts };
        line.push_str(" (");
        line.push_str(&shown.in_words());
        line.push(')');
    }
    line
}
