//! What the arguments of `cuttings analyze` give: the articles of standard input, and how any is read.

use super::published::Dates;
use crate::analysis::{self, Cleaning};
use crate::cli::args::Analyze;
use crate::model::{Article, Known, Reading};
use crate::read;
use std::io::{self, BufRead};

/// An article as standard input gives it.
#[derive(serde::Deserialize)]
struct Given {
    path: String,
    text: String,
}

/// Hands each article of standard input to `take`, with its path.
pub(super) fn each_given(mut take: impl FnMut(&str, Article) -> io::Result<()>) -> io::Result<()> {
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let given: Given = serde_json::from_str(&line).map_err(|error| {
            io::Error::new(io::ErrorKind::InvalidData, format!("line {} of standard input: {error}", number + 1))
        })?;
        let article = read::article_of_text(&given.path, given.text);
        take(&given.path, article)?;
    }
    Ok(())
}

/// The reading of an article, dated as the arguments say.
pub(super) fn reading(article: &mut Article, path: &str, analyze: &Analyze, dates: &Dates) -> Reading {
    if let Some(date) = dates.of_file(path) {
        article.meta.published = Some(Known::stated(date, None));
    }
    analysis::reading(article, if analyze.keep_all { Cleaning::KeepAll } else { Cleaning::Roles })
}
