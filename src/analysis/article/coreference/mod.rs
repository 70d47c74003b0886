//! Joins the names that stand for one actor within an article.
//!
//! The distinct names ([`form`]) are looked up in the lists ([`listed`]), then joined as bodies
//! ([`bodies`]) and as people ([`people`]); what the text ties to one actor without a name is added last ([`refer`]).
//! Joining is conservative: a name that can mean two actors means neither.

mod bodies;
mod form;
mod gather;
mod listed;
mod people;
mod refer;

use crate::model::{LocalActor, Mention, Pronoun};
use crate::text::annotated::Text;
use crate::text::naming::Page;
use form::Joins;

/// The actors of one article, in the order of their first mentions.
///
/// Sets each mention's kind and how it stands for its actor, and adds mentions (in order, none overlapping) for the
/// pronouns and descriptions that the text ties to one actor.
#[must_use]
pub fn corefer(text: &Text<'_>, mentions: &mut Vec<Mention>) -> (Vec<LocalActor>, Vec<Pronoun>) {
    let found = mentions.clone();
    let page = Page { text: text.saved, sentences: text.sentences, mentions: &found };
    let forms = form::forms(&page);
    let mut joins = Joins::new(&page, &forms);
    bodies::join(&page, &forms, &mut joins);
    people::join(&page, &forms, &mut joins);
    let (mut actors, profiles) = gather::gather(&page, &forms, &joins, mentions);
    let pronouns = refer::refer(text, mentions, &mut actors, &profiles);
    (actors, pronouns)
}
