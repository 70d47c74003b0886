//! What the dossier knows of the words of an article: the actors that they name, and the times.

use crate::base::Span;
use crate::model::{DateBasis, DateExpression, Entry, Mention};
use crate::site::catalogue::Catalogue;
use crate::site::markup::{Knowledge, Known};
use crate::site::routes::{Links, Route};
use crate::site::shown;
use crate::site::views::stamp::{Stamp, datetime};
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

/// The names that lead to a page, and the times, in a part of the text, in order. What only points at an actor
/// is left as it is.
pub(crate) fn of(catalogue: &Catalogue<'_>, entry: &Entry, part: Span, links: &Links) -> Vec<Known> {
    let dossier = catalogue.dossier;
    let mentions = entry.reading.mentions.iter().zip(&entry.actors);
    let mentions = mentions.filter(|(mention, _)| mention.how.is_name() && mention.span.overlap(part).is_some());
    let name = |(mention, actor): (&Mention, &Option<u32>)| {
        let index = actor.filter(|index| catalogue.cast.has_page(dossier, *index))?;
        let actor = &dossier.actors[index as usize];
        let href = links.to(Route::Actor(&actor.id));
        Some(Known { span: mention.span, what: Knowledge::Actor { kind: actor.kind.word(), href } })
    };
    let text = &entry.article.saved.text;
    let mut known: Vec<Known> = mentions.filter_map(name).collect();
    known.extend(entry.reading.dates.iter().filter_map(|date| {
        let when = date.when.filter(|_| date.span.overlap(part).is_some())?;
        let words = when.in_words();
        let same = date.span.get(text).is_some_and(|own| own == words);
        let what = Knowledge::Date { datetime: datetime(&when), words: (!same).then_some(words) };
        Some(Known { span: date.span, what })
    }));
    // A name before a date that begins with it.
    known.sort_by_key(|known| known.span.start);
    known
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
        DateBasis::Context => "by an earlier date of the text",
    };
    let sentence = shown::sentence_at(entry, date.span)?;
    let words = date.span.get(&entry.article.saved.text).filter(|words| words.len() <= WORDS_LIMIT)?;
    let href = catalogue.long.href(entry, sentence, links);
    Some(Resolved { words, href, number: sentence.0, when: Stamp::of(&when), basis })
}
