//! `cuttings analyze`: what the analysis finds in articles, as JSON Lines.

use super::Speech;
use super::args::Analyze;
use super::build::failed;
use super::outcome::Outcome;
use crate::analysis::{self, Cleaning};
use crate::base::{ActorId, Diagnostic, PartialDate};
use crate::model::{Article, DateExpression, Known, Mention, Reading};
use crate::read;
use crate::report::Counts;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};

/// Articles read at a time: memory stays bounded however many files are given.
const BATCH: usize = 256;

/// One article's line.
#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    sha256: &'a str,
    title: Option<&'a str>,
    published: Option<PartialDate>,
    language: &'a str,
    sentences: Vec<SentenceLine<'a>>,
    mentions: Vec<MentionLine<'a>>,
    dates: Vec<DateLine<'a>>,
}

/// One date expression, with its value as TIMEX3 writes it.
#[derive(Serialize)]
struct DateLine<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    value: &'a str,
    r#type: &'static str,
}

/// One sentence: its anchor, role and rule, and its bytes in the saved text.
#[derive(Serialize)]
struct SentenceLine<'a> {
    id: String,
    role: &'static str,
    rule: &'static str,
    start: u32,
    end: u32,
    text: &'a str,
}

/// One mention of an actor, and its bytes in the saved text.
#[derive(Serialize)]
struct MentionLine<'a> {
    id: String,
    sentence: String,
    start: u32,
    end: u32,
    text: &'a str,
    /// The same for all mentions of one actor in this article.
    actor: Option<String>,
    kind: &'static str,
    how: &'static str,
}

/// An article as standard input gives it.
#[derive(serde::Deserialize)]
struct Given {
    path: String,
    text: String,
}

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
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let given: Given = serde_json::from_str(&line).map_err(|error| {
            io::Error::new(io::ErrorKind::InvalidData, format!("line {} of standard input: {error}", number + 1))
        })?;
        let article = read::article_of_text(&given.path, given.text);
        out.write_all(json_line(article, &given.path, analyze, dates).as_bytes())?;
    }
    Ok(())
}

fn json_line(mut article: Article, path: &str, analyze: &Analyze, dates: &Dates) -> String {
    if let Some(date) = dates.of_file(path) {
        article.meta.published = Some(Known::stated(date, None));
    }
    let cleaning = if analyze.keep_all { Cleaning::KeepAll } else { Cleaning::Roles };
    let reading = analysis::reading(&article, cleaning);
    let mut line = serde_json::to_string(&Line::of(path, &article, &reading)).expect("plain data is always JSON");
    line.push('\n');
    line
}

impl<'a> Line<'a> {
    fn of(path: &'a str, article: &'a Article, reading: &'a Reading) -> Self {
        let sentence = |sentence: &crate::model::Sentence| SentenceLine {
            id: sentence.id.to_string(),
            role: sentence.role.word(),
            rule: reading.blocks[sentence.block as usize].rule.code(),
            start: sentence.span.start,
            end: sentence.span.end,
            text: sentence.span.of(&article.saved.text),
        };
        let mut actor_of: Vec<Option<String>> = vec![None; reading.mentions.len()];
        let mut taken: BTreeMap<ActorId, u32> = BTreeMap::new();
        for actor in &reading.actors {
            let id = ActorId::new(&actor.name);
            let number = taken.entry(id.clone()).and_modify(|number| *number += 1).or_insert(1);
            let id = if *number == 1 { id.to_string() } else { format!("{id}-{number}") };
            for local in &actor.mentions {
                actor_of[local.mention as usize] = Some(id.clone());
            }
        }
        let mention = |(number, mention): (usize, &Mention)| MentionLine {
            id: format!("m{}", number + 1),
            sentence: mention.sentence.to_string(),
            start: mention.span.start,
            end: mention.span.end,
            text: mention.span.of(&article.saved.text),
            actor: actor_of[number].clone(),
            kind: mention.kind.word(),
            how: mention.how.word(),
        };
        let date = |date: &'a DateExpression| DateLine {
            start: date.span.start,
            end: date.span.end,
            text: date.span.of(&article.saved.text),
            value: &date.timex,
            r#type: date.kind.word(),
        };
        let title = article.meta.title.as_ref().or(reading.inferred.title.as_ref());
        let published = article.meta.published.as_ref().or(reading.inferred.published.as_ref());
        Self {
            path,
            sha256: &article.sha256,
            title: title.map(|known| known.value.as_str()),
            published: published.map(|known| known.value),
            language: &reading.language.tag,
            sentences: reading.sentences.iter().map(sentence).collect(),
            mentions: reading.mentions.iter().enumerate().map(mention).collect(),
            dates: reading.dates.iter().map(date).collect(),
        }
    }
}

/// The dates of publication that the arguments give.
enum Dates {
    None,
    One(PartialDate),
    ByStem(BTreeMap<String, PartialDate>),
}

impl Dates {
    fn of(analyze: &Analyze) -> io::Result<Self> {
        match (&analyze.published, &analyze.published_from) {
            (Some(date), _) => Ok(Self::One(*date)),
            (None, Some(file)) => Self::table(file),
            (None, None) => Ok(Self::None),
        }
    }

    #[expect(clippy::disallowed_methods, reason = "a file that the user names on the command line")]
    fn table(file: &PathBuf) -> io::Result<Self> {
        let bad = |number: usize, why: &str| {
            let message = format!("{}, line {number}: {why}", file.display());
            io::Error::new(io::ErrorKind::InvalidData, message)
        };
        let text = std::fs::read_to_string(file)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", file.display())))?;
        let mut dates = BTreeMap::new();
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let (stem, date) = line.split_once('\t').ok_or_else(|| bad(number + 1, "no tab between name and date"))?;
            let date = PartialDate::from_iso(date).ok_or_else(|| bad(number + 1, "the date is not like 2021-10-07"))?;
            dates.insert(stem.to_owned(), date);
        }
        Ok(Self::ByStem(dates))
    }

    fn of_file(&self, path: &str) -> Option<PartialDate> {
        match self {
            Self::None => None,
            Self::One(date) => Some(*date),
            Self::ByStem(dates) => {
                let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
                let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
                dates.get(stem).or_else(|| dates.get(name)).copied()
            }
        }
    }
}
