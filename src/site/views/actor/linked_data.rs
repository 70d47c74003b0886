//! An actor in the vocabulary of schema.org.

use crate::model::{Actor, ActorKind};
use crate::site::linkage;
use crate::site::routes::{Links, Route};
use serde::Serialize;

/// Most spellings that are given.
const SPELLINGS: usize = 20;

/// A person, organisation, country or place.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Thing<'d> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'d str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternate_name: Vec<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

pub(super) fn of<'d>(actor: &'d Actor, links: &Links) -> Thing<'d> {
    let names = actor.aliases.iter().filter(|alias| alias.how.is_name() && alias.text != actor.name);
    Thing {
        context: "https://schema.org",
        kind: match actor.kind {
            ActorKind::Person => "Person",
            ActorKind::Organization => "Organization",
            ActorKind::State => "Country",
            ActorKind::Place => "Place",
        },
        name: &actor.name,
        alternate_name: names.take(SPELLINGS).map(|alias| alias.text.as_str()).collect(),
        same_as: actor.record.as_ref().and_then(|record| linkage::wikidata(record.wikidata.as_deref()?)),
        url: links.absolute(Route::Actor(&actor.id)),
    }
}
