//! What the files, taken together, tell first: `--summary` and `--chronology`.

use super::given::{each_given, reading};
use super::published::Dates;
use crate::analysis::{self, corpus::extract};
use crate::base::{ArticleId, Diagnostic, PartialDate};
use crate::cli::args::Analyze;
use crate::model::{Article, Corpus, Dossier, Reading, SentenceRef};
use crate::read;
use crate::report::Counts;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::path::Path;

/// The line that is printed.
#[derive(Serialize)]
struct Line<'d> {
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Vec<SentenceLine<'d>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chronology: Option<Vec<DayLine<'d>>>,
}

/// A sentence, and where it stands.
#[derive(Serialize)]
struct SentenceLine<'d> {
    path: &'d str,
    sentence: String,
    start: u32,
    end: u32,
    words: usize,
    text: &'d str,
}

/// A day, and what is told of it.
#[derive(Serialize)]
struct DayLine<'d> {
    date: PartialDate,
    score: u32,
    articles: u32,
    sentences: Vec<SentenceLine<'d>>,
}

/// The articles of the arguments, with their readings and paths, by ids of which no two are alike.
type Together = BTreeMap<ArticleId, (Article, Reading)>;

/// Prints what the files tell together.
pub(super) fn print(analyze: &Analyze, dates: &Dates) -> io::Result<(Counts, Vec<Diagnostic>)> {
    let (together, told) = gather(analyze, dates)?;
    let (articles, readings) = together.into_values().unzip();
    let corpus = Corpus { articles, ..Corpus::default() };
    let (dossier, _) = analysis::weave(corpus, readings, None);
    let line = Line {
        summary: analyze.summary.map(|words| sentences(&dossier, extract::summary(&dossier, words))),
        chronology: analyze.chronology.map(|days| chronology(&dossier, days)),
    };
    let mut out = serde_json::to_string(&line)?;
    out.push('\n');
    io::stdout().lock().write_all(out.as_bytes())?;
    Ok((Counts::of(&told), told))
}

fn gather(analyze: &Analyze, dates: &Dates) -> io::Result<(Together, Vec<Diagnostic>)> {
    let (mut together, mut told) = (Together::new(), Vec::new());
    let read: Vec<_> = analyze
        .files
        .par_iter()
        .filter(|file| *file != Path::new("-"))
        .map(|file| {
            let (article, diagnostics) = read::read_article(file);
            let path = file.to_string_lossy();
            (article.map(|article| with_reading(article, &path, analyze, dates)), diagnostics)
        })
        .collect();
    for (article, diagnostics) in read {
        told.extend(diagnostics);
        if let Some(article) = article {
            add(&mut together, article);
        }
    }
    if analyze.files.iter().any(|file| file == Path::new("-")) {
        each_given(|path, article| {
            add(&mut together, with_reading(article, path, analyze, dates));
            Ok(())
        })?;
    }
    Ok((together, told))
}

fn with_reading(mut article: Article, path: &str, analyze: &Analyze, dates: &Dates) -> (Article, Reading) {
    path.clone_into(&mut article.path);
    let reading = reading(&mut article, path, analyze, dates);
    (article, reading)
}

/// Files of one name in two folders are two articles.
fn add(together: &mut Together, (mut article, reading): (Article, Reading)) {
    let name = article.id.clone();
    for number in 2.. {
        if !together.contains_key(&article.id) {
            break;
        }
        article.id = ArticleId::new(&format!("{name}-{number}"));
    }
    together.insert(article.id.clone(), (article, reading));
}

/// The weightiest `days`, in order of time.
fn chronology(dossier: &Dossier, days: usize) -> Vec<DayLine<'_>> {
    let mut days: Vec<_> = dossier.days.iter().take(days).collect();
    days.sort_by_key(|day| day.day);
    let line = |day: &&crate::model::Day| DayLine {
        date: day.day.into(),
        score: day.score,
        articles: day.articles,
        sentences: sentences(dossier, extract::of_day(dossier, day.day)),
    };
    days.iter().map(line).collect()
}

fn sentences(dossier: &Dossier, found: Vec<SentenceRef>) -> Vec<SentenceLine<'_>> {
    let line = |at: SentenceRef| {
        let entry = &dossier.entries[at.entry as usize];
        let span = entry.reading.sentences[at.sentence.0 as usize - 1].span;
        let text = extract::text(dossier, at);
        let (path, sentence) = (entry.article.path.as_str(), at.sentence.to_string());
        SentenceLine { path, sentence, start: span.start, end: span.end, words: extract::count_words(text), text }
    };
    found.into_iter().map(line).collect()
}
