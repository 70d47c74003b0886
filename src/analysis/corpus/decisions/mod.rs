//! Lets the editor's decisions act: each overrules the stages before it, and says what it applied to.
//!
//! [`resolve`] finds the sentences that they name; [`rule_claims`], [`rule_discrepancies`] and [`hide()`] see to it that
//! they hold.

mod actors;
mod claims;
mod hide;

pub use actors::not_actors;
pub use claims::{rule_claims, rule_discrepancies};
pub use hide::hide;

use crate::base::{ArticleId, Diagnostic, SentenceId, Span};
use crate::model::{
    Article, Citation, Decided, Decision, Note, Publish, Reading, Record, Ruling, SentenceRef, citations, sentence_at,
    sentences_of,
};
use std::collections::BTreeSet;

/// Where the words of a citation stand in `articles`, which come in order of their ids.
fn find(citation: &Citation, articles: &[Article]) -> Option<(usize, Span)> {
    let at = articles.binary_search_by(|article| article.id.cmp(&citation.article)).ok()?;
    Some((at, citation.find(&articles[at].saved.text).ok()?))
}

/// The decisions with the sentences that they name in `articles`, whose `readings` stand in the same order.
#[must_use]
pub fn resolve(decisions: Vec<Decision>, articles: &[Article], readings: &[Reading]) -> Vec<Decided> {
    let sentence = |citation: &Citation| {
        let (at, span) = find(citation, articles)?;
        let sentence = sentence_at(&readings[at].sentences, span)?.id;
        Some(SentenceRef { entry: at as u32, sentence })
    };
    let resolved = |decision: Decision| {
        let sentences = decision.ruling.citations().iter().filter_map(sentence).collect();
        Decided { decision, sentences, hidden: Vec::new(), matched: 0 }
    };
    decisions.into_iter().map(resolved).collect()
}

/// Tells each decision that applies to nothing, unless articles that it names are left out.
#[must_use]
pub fn idle(decided: &[Decided]) -> Vec<Diagnostic> {
    let idle = |decided: &&Decided| {
        decided.matched == 0 && decided.sentences.len() == decided.decision.ruling.citations().len()
    };
    let told = |decided: &Decided| {
        let what = match decided.decision.ruling {
            Ruling::Hide(_) => "no claim has the sentence that this decision hides",
            Ruling::Join(_) => "the sentences that this decision joins are in no two claims",
            Ruling::Part(_) => "the sentences that this decision parts are in no claim",
            Ruling::NotADiscrepancy(_) => "no discrepancy has the sentences of this decision",
            Ruling::NotAnActor(_) => "no actor has the name that this decision gives",
        };
        let told = Diagnostic::warning("decision-idle", what).at(decided.decision.place.clone());
        told.hint("remove the decision, or write it anew for what it should apply to")
    };
    decided.iter().filter(idle).map(told).collect()
}

/// The sentences that notes, and the notes of records that are shown, cite: by article, as its index.
#[must_use]
pub fn cited(
    notes: &[Note],
    records: &[Record],
    articles: &[Article],
    readings: &[Reading],
) -> BTreeSet<(usize, SentenceId)> {
    let texts = notes.iter().map(|note| &note.text);
    let texts = texts.chain(records.iter().filter(|record| !record.hide).map(|record| &record.note));
    let found = texts.flat_map(|text| citations(text)).filter_map(|(_, citation)| find(&citation, articles));
    found
        .flat_map(|(at, span)| {
            sentences_of(&readings[at].sentences, span).iter().map(move |sentence| (at, sentence.id))
        })
        .collect()
}

/// Takes the quoted words out of citations of articles that are left out and not for publication in full:
/// where the article is not, its words are not either.
pub fn withhold(text: &mut String, left_out: &[(ArticleId, Publish)]) {
    let bars = |id: &ArticleId| left_out.iter().any(|(other, publish)| other == id && *publish != Publish::Full);
    let barred: Vec<_> = citations(text).filter(|(_, citation)| bars(&citation.article)).collect();
    for (at, citation) in barred.into_iter().rev() {
        text.replace_range(at, &format!("[@{}]", citation.article));
    }
}
