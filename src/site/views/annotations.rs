//! The times that an article names in words that need its context.

use crate::model::{DateBasis, DateExpression, Entry};
use crate::site::catalogue::Catalogue;
use crate::site::routes::Links;
use crate::site::shown;
use crate::site::views::stamp::Stamp;
use serde::Serialize;

/// Most dates that are listed beside the text.
const LISTED: usize = 24;
/// Longest words for a time that are listed, in bytes.
const WORDS_LIMIT: usize = 80;

/// Words for a time, with the time that they stand for.
#[derive(Serialize)]
pub(crate) struct Resolved<'d> {
    words: &'d str,
    href: String,
    number: u32,
    when: Stamp,
    /// What the value rests on, beside the words.
    basis: &'static str,
}

/// The times that the text names in words that need its context, each once.
pub(crate) fn dates<'d>(catalogue: &Catalogue<'d>, entry: &'d Entry, links: &Links) -> Vec<Resolved<'d>> {
    let mut listed: Vec<Resolved<'d>> = Vec::new();
    for date in &entry.reading.dates {
        if listed.len() == LISTED {
            break;
        }
        let Some(resolved) = resolved(catalogue, entry, date, links) else { continue };
        if !listed.iter().any(|one| one.words == resolved.words && one.when == resolved.when) {
            listed.push(resolved);
        }
    }
    listed
}

fn resolved<'d>(
    catalogue: &Catalogue<'d>,
    entry: &'d Entry,
    date: &DateExpression,
    links: &Links,
) -> Option<Resolved<'d>> {
    let when = date.when?;
    let basis = match date.basis {
        DateBasis::Words | DateBasis::Open => return None,
        DateBasis::Publication => "by the day of publication",
        DateBasis::Reckoned => "by the day of publication as reckoned",
        DateBasis::Context => "by an earlier date of the text",
    };
    let sentence = shown::sentence_at(entry, date.span)?;
    let words = date.span.get(&entry.article.saved.text).filter(|words| words.len() <= WORDS_LIMIT)?;
    let href = catalogue.long.href(entry, sentence, links);
    Some(Resolved { words, href, number: sentence.0, when: Stamp::of(&when), basis })
}
