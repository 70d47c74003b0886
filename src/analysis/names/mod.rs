//! Finds names: of people, organisations, states and other places.
//!
//! [`token`] cuts sentences into tokens, [`document`] notes what the word lists ([`gazetteer`], [`words`]) and the rest
//! of the article say of each, [`features`] puts that into features, which [`model`] weighs to tag the tokens of every
//! run ([`window`]) in which a name can stand.

pub mod document;
pub mod features;
pub mod gazetteer;
pub mod hash;
pub mod model;
pub mod tags;
pub mod token;
pub mod window;
pub mod words;

use crate::base::Span;
use crate::model::{ActorKind, How, Mention, Role, Sentence};
use document::Document;
use features::Features;
use model::MODEL;
use tags::Sort;

/// The names in the `sentences` of `text`, in order; no two overlap.
#[must_use]
pub fn find(text: &str, sentences: &[Sentence]) -> Vec<Mention> {
    let read: Vec<&Sentence> = sentences.iter().filter(|sentence| holds_names(sentence.role)).collect();
    let document = Document::new(text, read.iter().map(|sentence| sentence.span));
    let tags = tagged(&document);
    let mut mentions = Vec::new();
    for (sentence, range) in read.iter().zip(&document.sentences) {
        let mut start = range.start;
        for at in range.clone() {
            let tag = usize::from(tags[at]);
            if tags::opens(tag) {
                start = at;
            }
            if let Some(sort) = tags::sort(tag).filter(|_| tags::closes(tag)) {
                let span = Span { start: document.tokens[start].span.start, end: document.tokens[at].span.end };
                let kind = match sort {
                    Sort::Person => ActorKind::Person,
                    Sort::Organization => ActorKind::Organization,
                    Sort::Location => ActorKind::Place,
                };
                mentions.push(Mention { span, sentence: sentence.id, kind, how: How::Name });
            }
        }
    }
    mentions
}

/// Whether names are sought in sentences of this role.
const fn holds_names(role: Role) -> bool {
    matches!(
        role,
        Role::Body | Role::Headline | Role::Standfirst | Role::Subheading | Role::Caption | Role::Dateline
    )
}

/// The tag of every token of `document`.
fn tagged(document: &Document<'_>) -> Vec<u8> {
    let mut tags = vec![tags::OUTSIDE as u8; document.tokens.len()];
    let mut features = Features::new(document);
    let (mut scores, mut best) = (Vec::new(), Vec::new());
    for (sentence, case) in document.sentences.iter().zip(&document.cases) {
        window::windows(document, sentence, |run| {
            scores.clear();
            for at in run.clone() {
                features.fill(sentence, *case, at);
                scores.push(MODEL.scores(&features.hashes));
            }
            MODEL.best(&scores, &mut best);
            tags[run].copy_from_slice(&best);
        });
    }
    tags
}
