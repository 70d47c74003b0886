//! The proof of the promise: every exported sentence stands, byte for byte, at its span of the saved text.

use super::CheckError;
use super::files::Files;
use super::findings::{Findings, Kind};
use super::fingerprint::fingerprint;
use super::json_lines::{self, Line, SENTENCES};
use crate::base::Place;
use rayon::prelude::*;
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What a line of `sentences.jsonl` must have for the proof.
#[derive(Deserialize)]
struct Export<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    article: Cow<'a, str>,
    start: usize,
    end: usize,
    #[serde(borrow)]
    text: Cow<'a, str>,
}

/// A sentence that an article's page must show.
#[derive(Clone, Copy)]
pub(super) struct Expected {
    /// Its number within the article.
    pub(super) number: u32,
    /// Its line in the export.
    pub(super) line: u32,
    /// Hash of its words as [`shown`].
    pub(super) hash: u64,
    /// Where it starts in the saved text, and where it ends, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The sentences that each article's page must show, in order of the export.
pub(super) type ByArticle = BTreeMap<String, Vec<Expected>>;

/// Proves every exported sentence against the saved texts at hand, and tells what the pages must show.
pub(super) fn check(
    files: &Files,
    saved: &BTreeMap<&str, &str>,
    findings: &mut Findings,
) -> Result<ByArticle, CheckError> {
    let mut expected = ByArticle::new();
    let Some(number) = files.number(SENTENCES) else { return Ok(expected) };
    let mut failure = None;
    json_lines::for_each_piece(files, number, |lines| {
        let exports: Vec<(Line<'_>, Export<'_>)> = parse(lines, findings);
        let runs: Vec<_> = exports.chunk_by(|(_, one), (_, other)| one.article == other.article).collect();
        let proved: Vec<_> = runs.par_iter().map(|run| prove(files, saved, run)).collect();
        for (run, proved) in runs.iter().zip(proved) {
            match proved {
                Ok(found) => findings.append(found),
                Err(error) => _ = failure.get_or_insert(error),
            }
            let article = expected.entry(run[0].1.article.clone().into_owned()).or_default();
            article.extend(run.iter().map(|((line, _), export)| Expected {
                number: number_of(&export.id).unwrap_or_default(),
                line: *line,
                hash: fingerprint(&shown(&export.text)),
                start: export.start,
                end: export.end,
            }));
        }
    })?;
    failure.map_or(Ok(()), Err)?;
    for (article, sentences) in &expected {
        if files.number(&format!("articles/{article}.html")).is_none() {
            let message = format!("the article {article} has no page, but {} sentences here", sentences.len());
            findings
                .add(Kind::SentenceMissing, message, || Place { line: sentences[0].line, ..Place::file(SENTENCES) });
        }
    }
    Ok(expected)
}

/// The lines that are sentences; the others are findings.
fn parse<'a>(lines: &[Line<'a>], findings: &mut Findings) -> Vec<(Line<'a>, Export<'a>)> {
    let parsed: Vec<_> = lines.par_iter().map(|line| serde_json::from_slice::<Export<'a>>(line.1)).collect();
    let mut exports = Vec::with_capacity(lines.len());
    for (line, parsed) in lines.iter().zip(parsed) {
        match parsed {
            Ok(export) if number_of(&export.id).is_some() => exports.push((*line, export)),
            Ok(export) => {
                let message = format!("this sentence's id has no number: {:?}", export.id);
                findings.add(Kind::BadJson, message, || json_lines::place(SENTENCES, *line, 0));
            }
            Err(error) => json_lines::report(findings, SENTENCES, *line, &error),
        }
    }
    exports
}

/// The number in `s12` or `article#s12`.
pub(super) fn number_of(id: &str) -> Option<u32> {
    let (_, anchor) = id.rsplit_once('#').unwrap_or(("", id));
    anchor.strip_prefix('s')?.parse().ok()
}

/// Proves sentences of one article against its saved text, and against the site's copy of it.
fn prove(files: &Files, saved: &BTreeMap<&str, &str>, run: &[(Line<'_>, Export<'_>)]) -> Result<Findings, CheckError> {
    let mut findings = Findings::default();
    let article = &*run[0].1.article;
    let copy = files.number(&format!("articles/{article}.txt")).map(|number| files.read(number)).transpose()?;
    let witnesses = [
        ("the saved text", saved.get(article).map(|text| text.as_bytes())),
        ("the site's copy of the saved text", copy.as_deref()),
    ];
    for (line, export) in run {
        for (witness, text) in witnesses {
            let Some(text) = text else { continue };
            if text.get(export.start..export.end) != Some(export.text.as_bytes()) {
                let message = format!(
                    "{} is not what {witness} of {article} has at bytes {} to {}",
                    export.id, export.start, export.end
                );
                findings.add(Kind::SpanMismatch, message, || json_lines::place(SENTENCES, *line, 0));
            }
        }
    }
    Ok(findings)
}

/// `text` as a page can show it: white space collapsed and trimmed, U+FFFD for what HTML and XML cannot hold.
///
/// Each word stays apart from the next, whatever white space the saved text has between them.
pub(super) fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().map(|c| if fits(c) { c } else { char::REPLACEMENT_CHARACTER }));
    }
    out
}

/// Whether a page can hold a character that is no white space.
fn fits(c: char) -> bool {
    // The last two of each plane are no characters, nor are the thirty-two from U+FDD0 on.
    !c.is_control() && u32::from(c) % 0x1_0000 < 0xfffe && !('\u{fdd0}'..='\u{fdef}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_as_a_page_can_show_them() {
        assert_eq!(shown(" two\r\n\u{a0} words\0\u{c}here "), "two words\u{fffd} here");
        assert_eq!(shown("a\u{fffe}b\u{fdd0}c\u{1ffff}"), "a\u{fffd}b\u{fffd}c\u{fffd}");
    }

    #[test]
    fn a_sentence_s_number_is_read_with_or_without_its_article() {
        assert_eq!((number_of("s12"), number_of("a-b#s3")), (Some(12), Some(3)));
        assert_eq!((number_of("12"), number_of("a#b"), number_of("s")), (None, None, None));
    }
}
