//! JSON Lines files: read piece by piece, every line a value.

use super::CheckError;
use super::files::Files;
use super::findings::{Findings, Kind};
use crate::base::Place;
use rayon::prelude::*;
use serde::de::IgnoredAny;
use std::io::{BufRead, BufReader};

/// How many bytes are read before the lines in them are looked at, all at once.
const PIECE: usize = 4 << 20;

/// One line, with its number counted from 1.
pub(super) type Line<'a> = (u32, &'a [u8]);

/// The sentences.
pub(super) const SENTENCES: &str = "data/sentences.jsonl";

/// The exports whose lines are read with more care where they are proved.
const PROVED: [&str; 6] = [
    SENTENCES,
    "data/mentions.jsonl",
    "data/statements.jsonl",
    "data/events.jsonl",
    "data/discrepancies.jsonl",
    "data/claims.jsonl",
];

/// Reports lines that are not JSON, in all files but those that are [`PROVED`].
pub(super) fn check(files: &Files, findings: &mut Findings) -> Result<(), CheckError> {
    for number in files.ending(".jsonl") {
        let path = files.path(number);
        if PROVED.contains(&path) {
            continue;
        }
        for_each_piece(files, number, |lines| {
            let parsed = lines.par_iter().map(|line| serde_json::from_slice::<IgnoredAny>(line.1));
            let parsed: Vec<_> = parsed.collect();
            for (line, error) in lines.iter().zip(parsed).filter_map(|(line, parsed)| Some((line, parsed.err()?))) {
                report(findings, path, *line, &error);
            }
        })?;
    }
    Ok(())
}

/// Reports a line that is not what it should be.
pub(super) fn report(findings: &mut Findings, path: &str, line: Line<'_>, error: &serde_json::Error) {
    // The parser counts lines from the start of what it was given, which was one line.
    let told = error.to_string();
    let told = told.rsplit_once(" at line ").map_or(told.as_str(), |(told, _)| told);
    findings.add(Kind::BadJson, format!("this line is not what it should be: {told}"), || {
        place(path, line, error.column())
    });
}

/// The place of a line, pointing at byte `column` (counted from 1; 0 for the whole line, which is not shown then: it is
/// long, and made for programs).
pub(super) fn place(path: &str, (number, bytes): Line<'_>, column: usize) -> Place {
    if column == 0 {
        return Place { line: number, ..Place::file(path) };
    }
    let text = String::from_utf8_lossy(bytes);
    Place { line: number, ..Place::at(path, &text, column - 1..column) }
}

/// Hands the lines of file `number` to `see`, a few megabytes at a time.
pub(super) fn for_each_piece(files: &Files, number: u32, mut see: impl FnMut(&[Line<'_>])) -> Result<(), CheckError> {
    let (file, path) = files.open(number)?;
    let mut reader = BufReader::with_capacity(1 << 16, file);
    let mut piece = Vec::new();
    let mut first = 1;
    loop {
        piece.clear();
        while piece.len() < PIECE && reader.read_until(b'\n', &mut piece).map_err(CheckError::read(&path))? > 0 {}
        if piece.is_empty() {
            return Ok(());
        }
        let whole = piece.strip_suffix(b"\n").unwrap_or(&piece);
        let lines: Vec<Line<'_>> = (first..).zip(whole.split(|byte| *byte == b'\n')).collect();
        see(&lines);
        first += lines.len() as u32;
    }
}
