//! `cuttings analyze`: what the analysis finds in articles, as JSON Lines.

mod given;
mod line;
mod merged;
mod published;

use super::args::Analyze;
use super::build::failed;
use super::outcome::Outcome;
use super::speech::Speech;
use crate::base::Diagnostic;
use crate::model::Article;
use crate::read;
use crate::report::Counts;
use given::{each_given, reading};
use published::Dates;
use rayon::prelude::*;
use std::io::{self, Write};
use std::path::Path;

/// Articles read at a time: memory stays bounded however many files are given.
const BATCH: usize = 256;

/// Prints a line for every file.
pub(super) fn run(analyze: &Analyze, speech: Speech) -> Outcome {
    match printed(analyze, speech) {
        Ok(counts) => Outcome::of(counts, false),
        // Whoever reads our lines has enough of them: `… | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Outcome::Done,
        Err(error) => {
            speech.tell(&[*failed("not-analysed", &error)]);
            Outcome::InputOutput
        }
    }
}

fn printed(analyze: &Analyze, speech: Speech) -> io::Result<Counts> {
    let dates = Dates::of(analyze)?;
    if analyze.summary.is_some() || analyze.chronology.is_some() {
        let (counts, told) = merged::print(analyze, &dates)?;
        speech.tell(&told);
        return Ok(counts);
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut told = Vec::new();
    for files in analyze.files.chunks(BATCH) {
        let lines: Vec<_> = files
            .par_iter()
            .map(|file| if file == Path::new("-") { None } else { Some(line_of(file, analyze, &dates)) })
            .collect();
        for line in lines {
            match line {
                Some((line, diagnostics)) => {
                    told.extend(diagnostics);
                    out.write_all(line.as_bytes())?;
                }
                None => from_standard_input(analyze, &dates, &mut out)?,
            }
        }
    }
    out.flush()?;
    speech.tell(&told);
    Ok(Counts::of(&told))
}

/// The line of one file, empty where the file could not be read.
fn line_of(file: &Path, analyze: &Analyze, dates: &Dates) -> (String, Vec<Diagnostic>) {
    let (article, diagnostics) = read::read_article(file);
    let line = article.map(|article| json_line(article, &file.to_string_lossy(), analyze, dates));
    (line.unwrap_or_default(), diagnostics)
}

fn from_standard_input(analyze: &Analyze, dates: &Dates, out: &mut dyn Write) -> io::Result<()> {
    each_given(|path, article| out.write_all(json_line(article, path, analyze, dates).as_bytes()))
}

fn json_line(mut article: Article, path: &str, analyze: &Analyze, dates: &Dates) -> String {
    let reading = reading(&mut article, path, analyze, dates);
    line::json_line(path, &article, &reading)
}
