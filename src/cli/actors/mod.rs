//! `cuttings actors`: what an editor should decide about actors, and drafts of their records.

mod draft;
mod queue;
mod shown;

use super::args::Actors;
use super::build::{Assembled, dossier, failed, output_of};
use super::outcome::Outcome;
use super::speech::Speech;
use crate::base::{Diagnostic, Place};
use crate::model::Dossier;
use crate::read::Layout;
use crate::report::Counts;
use queue::Queue;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

/// Least count of articles that earns a draft.
const MIN_ARTICLES: u32 = 2;

/// Prints the review queue, and writes drafts where asked to.
pub(super) fn run(actors: &Actors, speech: Speech) -> Outcome {
    match reviewed(actors, speech) {
        Ok(outcome) => outcome,
        Err(failure) => {
            speech.tell(&[*failure]);
            Outcome::InputOutput
        }
    }
}

fn reviewed(actors: &Actors, speech: Speech) -> Result<Outcome, Box<Diagnostic>> {
    let layout = Layout::of(&actors.root).map_err(|error| failed("no-articles", &error))?;
    let output = output_of(&actors.root, None);
    let Assembled { dossier, diagnostics, .. } = dossier(&layout, &output, None, speech)?;
    speech.tell(&diagnostics);
    let queue = Queue::of(&dossier);
    match print(&queue, actors.json) {
        // Whoever reads our lines has enough of them: `… | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        printed => printed.map_err(|error| failed("not-printed", &error))?,
    }
    if actors.write {
        let Some(folder) = layout.actors() else {
            let message = "a bare folder of articles has no place for records";
            let told = Diagnostic::error("no-actors-folder", message);
            speech.tell(&[told.hint("put the articles into a folder `content/articles` first")]);
            return Ok(Outcome::Usage);
        };
        let written = write(&dossier, &queue, actors.min_mentions, &folder)?;
        for line in &written {
            speech.say(line);
        }
        if written.is_empty() {
            speech.say("no actor without a record is mentioned often enough for a draft");
        }
    }
    Ok(Outcome::of(Counts::of(&diagnostics), false))
}

fn print(queue: &Queue<'_>, json: bool) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let printed = if json { shown::json(queue, &mut out) } else { shown::text(queue, &mut out) };
    printed?;
    out.flush()
}

/// Writes a draft for each candidate that is mentioned often enough, into `folder`.
///
/// Returns a line for each of them. A file that exists is left as it is.
fn write(dossier: &Dossier, queue: &Queue<'_>, least: u32, folder: &Path) -> Result<Vec<String>, Box<Diagnostic>> {
    let unwritable = |path: &Path, error: &io::Error| {
        let told = Diagnostic::error("not-written", format!("this cannot be written: {error}"));
        Box::new(told.at(Place::file(path.display().to_string())))
    };
    let mut lines = Vec::new();
    let often = |candidate: &&queue::Candidate<'_>| candidate.mentions >= least && candidate.articles >= MIN_ARTICLES;
    for candidate in queue.candidates.iter().filter(often) {
        std::fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
        let file = folder.join(format!("{}.md", candidate.id));
        match OpenOptions::new().write(true).create_new(true).open(&file) {
            Ok(mut opened) => {
                let draft = draft::draft(candidate, dossier);
                opened.write_all(draft.as_bytes()).map_err(|error| unwritable(&file, &error))?;
                lines.push(format!("{}: drafted", file.display()));
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                lines.push(format!("{}: exists, left as it is", file.display()));
            }
            Err(error) => return Err(unwritable(&file, &error)),
        }
    }
    Ok(lines)
}

#[cfg(test)]
mod tests;
