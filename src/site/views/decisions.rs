//! The editor's decisions, with their reasons: on the page about the method, and on each page that they touch.

use crate::model::{Decided, Ruling, SentenceRef};
use crate::site::catalogue::Catalogue;
use crate::site::routes::{Links, Route};
use crate::site::shown;
use crate::site::views::parts::Link;
use serde::Serialize;
use std::borrow::Cow;

/// A decision.
#[derive(Serialize)]
pub(crate) struct Row<'d> {
    word: &'static str,
    /// The name that it is about.
    name: Option<&'d str>,
    /// The sentences that it is about.
    sentences: Vec<Link<'d>>,
    effect: &'static str,
    reason: &'d str,
    /// The file and line that it stands in.
    place: String,
}

/// Every decision.
pub(crate) fn all<'d>(catalogue: &Catalogue<'d>, links: &Links) -> Vec<Row<'d>> {
    catalogue.dossier.decisions.iter().map(|decided| row(decided, catalogue, links)).collect()
}

/// The decisions about any of the sentences that `concerns` says, if they apply to something.
pub(crate) fn about<'d>(
    catalogue: &Catalogue<'d>,
    links: &Links,
    concerns: impl Fn(&SentenceRef) -> bool,
) -> Vec<Row<'d>> {
    let decided = catalogue.dossier.decisions.iter();
    let touched = |decided: &Decided| decided.sentences.iter().chain(&decided.hidden).any(&concerns);
    let acting = decided.filter(|decided| decided.matched > 0 && touched(decided));
    acting.map(|decided| row(decided, catalogue, links)).collect()
}

/// What an editor has said is no difference between articles.
pub(crate) fn not_discrepancies<'d>(catalogue: &Catalogue<'d>, links: &Links) -> Vec<Row<'d>> {
    let decided = catalogue.dossier.decisions.iter();
    let apart = decided.filter(|d| d.matched > 0 && matches!(d.decision.ruling, Ruling::NotADiscrepancy(_)));
    apart.map(|decided| row(decided, catalogue, links)).collect()
}

fn row<'d>(decided: &'d Decided, catalogue: &Catalogue<'d>, links: &Links) -> Row<'d> {
    let place = &decided.decision.place;
    Row {
        word: decided.decision.ruling.word(),
        name: match &decided.decision.ruling {
            Ruling::NotAnActor(name) => Some(name),
            _ => None,
        },
        sentences: decided.sentences.iter().filter_map(|at| sentence(*at, catalogue, links)).collect(),
        effect: if decided.matched == 0 { "It applies to nothing any more." } else { effect(&decided.decision.ruling) },
        reason: &decided.decision.reason,
        place: format!("{}:{}", place.file, place.line),
    }
}

const fn effect(ruling: &Ruling) -> &'static str {
    match ruling {
        Ruling::Hide(_) => "The claim of this sentence is told nowhere but in its articles.",
        Ruling::Join(_) => "These sentences count as one claim.",
        Ruling::Part(_) => "Each of these sentences counts as a claim of its own.",
        Ruling::NotADiscrepancy(_) => "What differs here is not told as a discrepancy.",
        Ruling::NotAnActor(_) => "The name is no actor’s: no mention is linked, and it has no page.",
    }
}

/// The way to a sentence; to its article where the sentence is not published.
fn sentence<'d>(at: SentenceRef, catalogue: &Catalogue<'d>, links: &Links) -> Option<Link<'d>> {
    let entry = catalogue.dossier.entries.get(at.entry as usize)?;
    let id = &entry.article.id;
    let href = match shown::published_sentence(entry, at.sentence) {
        Some(sentence) => catalogue.long.href(entry, sentence.id, links),
        None => links.to(Route::Article(id)),
    };
    Some(Link { href, text: Cow::Owned(format!("{id}, sentence {}", at.sentence.0)) })
}
