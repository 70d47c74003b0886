//! What is missing from a dossier, in sentences computed from its articles and actors.

use crate::base::PartialDate;
use crate::model::{Actor, ActorKind, Dossier, Entry, Publish};
use crate::site::catalogue::Catalogue;
use crate::site::prose::{counted, language, listed, sentence_case};
use crate::site::published::published;
use crate::site::routes::{Links, Route};
use crate::site::views::parts::{Title, language_of};
use chrono::NaiveDate;
use serde::Serialize;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Longest list of articles under a gap: the list of sources has the rest.
const LISTED: usize = 5;

/// Shortest time without an article that is told, in days, and its least share of the time covered, one in so many.
const SILENCE: (i64, i64) = (30, 10);
/// Most such times.
const SILENCES: usize = 3;
/// Of how many principal actors it is said that none is quoted.
const PRINCIPAL: usize = 12;

/// An article or an actor that a gap concerns.
#[derive(Serialize)]
struct Concerned<'d> {
    href: String,
    title: Title<'d>,
}

/// Something that the dossier lacks.
#[derive(Serialize)]
pub(crate) struct Gap<'d> {
    sentence: String,
    articles: Vec<Concerned<'d>>,
    /// How many more articles it concerns, in words.
    more: Option<String>,
}

/// What is missing from the dossier as a whole, then from its articles.
pub(crate) fn all<'d>(catalogue: &Catalogue<'d>, links: &Links) -> Vec<Gap<'d>> {
    let whole = silences(catalogue).into_iter().chain(never_quoted(catalogue, links));
    whole.chain(of(catalogue.dossier, links)).collect()
}

/// The longest times within which no article was published, in order of time.
fn silences<'d>(catalogue: &Catalogue<'d>) -> Vec<Gap<'d>> {
    let days: Vec<NaiveDate> = {
        let dates = catalogue.oldest_first().filter_map(published);
        dates.filter(|date| date.day().is_some()).map(|date| date.first_day()).collect()
    };
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Vec::new() };
    let shortest = SILENCE.0.max((*last - *first).num_days() / SILENCE.1);
    let pairs = days.windows(2).map(|pair| (pair[0], pair[1]));
    let mut found: Vec<_> = pairs.filter(|(from, to)| (*to - *from).num_days() >= shortest).collect();
    found.sort_by_key(|(from, to)| Reverse(*to - *from));
    found.truncate(SILENCES);
    found.sort_unstable();
    let words = |day: NaiveDate| PartialDate::from(day).in_words();
    let told = |(from, to)| format!("No article was published between {} and {}.", words(from), words(to));
    found.into_iter().map(|silence| Gap { sentence: told(silence), articles: Vec::new(), more: None }).collect()
}

/// The principal persons and organisations of whom no statement was found.
fn never_quoted<'d>(catalogue: &Catalogue<'d>, links: &Links) -> Option<Gap<'d>> {
    let principal = catalogue.cast.principal(catalogue.dossier, PRINCIPAL);
    let speaks = |kind| matches!(kind, ActorKind::Person | ActorKind::Organization);
    let silent: Vec<_> =
        principal.into_iter().filter(|(at, a)| speaks(a.kind) && catalogue.register.said(*at).is_empty()).collect();
    let one = |(_, actor): &(u32, &'d Actor)| Concerned {
        href: links.to(Route::Actor(&actor.id)),
        title: Title { text: Cow::Borrowed(&actor.name), lang: None },
    };
    let verb = if silent.len() == 1 { "is" } else { "are" };
    (!silent.is_empty()).then(|| Gap {
        sentence: sentence_case(&format!(
            "{} {verb} often named, but no statement of theirs was found.",
            counted(silent.len(), "principal actor", "principal actors")
        )),
        articles: silent.iter().map(one).collect(),
        more: None,
    })
}

/// What is missing from the articles, the weightiest first.
pub(crate) fn of<'d>(dossier: &'d Dossier, links: &Links) -> Vec<Gap<'d>> {
    let gap = |concerns: &dyn Fn(&Entry) -> bool, sentence: &dyn Fn(usize, &[&'d Entry]) -> String| {
        let concerned: Vec<&Entry> = dossier.entries.iter().filter(|entry| concerns(entry)).collect();
        (!concerned.is_empty()).then(|| Gap {
            sentence: sentence_case(&sentence(concerned.len(), &concerned)),
            articles: concerned.iter().take(LISTED).map(|entry| concerned_by(entry, dossier, links)).collect(),
            more: concerned.len().checked_sub(LISTED).filter(|n| *n > 0).map(|n| counted(n, "more", "more")),
        })
    };
    let plain = |one: &'static str, many: &'static str| {
        move |n: usize, _: &[&'d Entry]| {
            format!("{} {}.", counted(n, "article", "articles"), if n == 1 { one } else { many })
        }
    };
    [
        gap(&|e| e.article.meta.altered.is_some(), &|n, _| {
            let copies = if n == 1 { "is an altered copy, not its" } else { "are altered copies, not their" };
            format!("{} {copies} publisher’s own wording.", counted(n, "article", "articles"))
        }),
        gap(&|e| e.article.meta.published.is_none(), &plain("has no known date", "have no known date")),
        gap(&|e| e.article.meta.outlet.is_none(), &plain("has no known outlet", "have no known outlet")),
        gap(&|e| e.article.meta.title.is_none(), &plain("has no known title", "have no known title")),
        gap(&|e| !e.reading.language.analysed, &|n, entries| {
            let names: BTreeSet<&str> = entries.iter().map(|entry| language(language_of(entry))).collect();
            let names: Vec<&str> = names.into_iter().collect();
            let verb = if n == 1 { "was" } else { "were" };
            format!("{} {verb} not analysed: the text is in {}.", counted(n, "article", "articles"), listed(&names))
        }),
        gap(
            &|e| e.publish == Publish::Cited,
            &plain("is shown only in the sentences that are cited", "are shown only in the sentences that are cited"),
        ),
        gap(&|e| e.publish == Publish::Metadata, &plain("is listed without its text", "are listed without their text")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn concerned_by<'d>(entry: &'d Entry, dossier: &'d Dossier, links: &Links) -> Concerned<'d> {
    Concerned { href: links.to(Route::Article(&entry.article.id)), title: Title::of(entry, dossier) }
}
