//! The data files of actors and of their mentions.

use super::records::Records;
use crate::model::{Actor, Dossier, Entry, SentenceRef};
use crate::site::RenderError;
use crate::site::cast::is_hidden;
use crate::site::catalogue::Catalogue;
use crate::site::keys::sentence_id;
use crate::site::shown;
use serde::Serialize;

/// A spelling with its count.
#[derive(Serialize)]
struct AliasRecord<'d> {
    text: &'d str,
    count: u32,
}

/// What a source, or a record, says that an actor is.
#[derive(Serialize)]
struct RoleRecord<'d> {
    text: &'d str,
    sentence: Option<String>,
    rule: Option<&'static str>,
}

/// A line of `actors.jsonl`. The order of the fields is the order of the keys.
#[derive(Serialize)]
struct ActorRecord<'d> {
    id: &'d str,
    name: &'d str,
    kind: &'static str,
    aliases: Vec<AliasRecord<'d>>,
    roles: Vec<RoleRecord<'d>>,
    reviewed: bool,
    wikidata: Option<&'d str>,
    mentions: u32,
    articles: Vec<&'d str>,
}

/// Every actor but those that a record hides.
pub(super) fn write_actors(catalogue: &Catalogue<'_>, out: &mut Records<'_>) -> Result<(), RenderError> {
    for (index, actor) in (0..).zip(&catalogue.dossier.actors) {
        if !is_hidden(actor) {
            out.put(&record(catalogue, index, actor))?;
        }
    }
    Ok(())
}

fn record<'d>(catalogue: &Catalogue<'d>, index: u32, actor: &'d Actor) -> ActorRecord<'d> {
    let dossier = catalogue.dossier;
    let names = actor.aliases.iter().filter(|alias| alias.how.is_name());
    ActorRecord {
        id: actor.id.as_str(),
        name: &actor.name,
        kind: actor.kind.word(),
        aliases: names.map(|alias| AliasRecord { text: &alias.text, count: alias.count }).collect(),
        roles: actor
            .roles
            .iter()
            .filter(|role| role.sentence.is_none_or(|at| is_published(dossier, at)))
            .map(|role| RoleRecord {
                text: &role.text,
                sentence: role.sentence.map(|at| sentence_id(&dossier.entries[at.entry as usize], at.sentence)),
                rule: role.rule,
            })
            .collect(),
        reviewed: actor.record.is_some(),
        wikidata: actor.record.as_ref().and_then(|record| record.wikidata.as_deref()),
        mentions: catalogue.cast.standing(index).named,
        articles: named_in(dossier, actor),
    }
}

fn is_published(dossier: &Dossier, at: SentenceRef) -> bool {
    let entry = dossier.entries.get(at.entry as usize);
    entry.is_some_and(|entry| shown::published_sentence(entry, at.sentence).is_some())
}

/// The articles that name an actor, in order of their ids.
fn named_in<'d>(dossier: &'d Dossier, actor: &Actor) -> Vec<&'d str> {
    let names = |at: &&crate::model::MentionRef| {
        let mention = dossier.entries[at.entry as usize].reading.mentions.get(at.mention as usize);
        mention.is_some_and(|mention| mention.how.is_name())
    };
    let mut entries: Vec<u32> = actor.mentions.iter().filter(names).map(|at| at.entry).collect();
    entries.dedup();
    entries.into_iter().map(|entry| dossier.entries[entry as usize].article.id.as_str()).collect()
}

/// A line of `mentions.jsonl`.
#[derive(Serialize)]
struct MentionRecord<'d> {
    id: String,
    sentence: String,
    start: u32,
    end: u32,
    /// The words, where their sentence is published.
    text: Option<&'d str>,
    actor: Option<&'d str>,
    kind: &'static str,
    how: &'static str,
}

/// The mentions of one article.
pub(super) fn write_mentions(dossier: &Dossier, entry: &Entry, out: &mut Records<'_>) -> Result<(), RenderError> {
    let article = &entry.article.id;
    for (index, mention) in entry.reading.mentions.iter().enumerate() {
        let actor = entry.actors.get(index).copied().flatten().map(|actor| &dossier.actors[actor as usize]);
        let published = shown::published_sentence(entry, mention.sentence);
        out.put(&MentionRecord {
            id: format!("{article}#m{}", index + 1),
            sentence: sentence_id(entry, mention.sentence),
            start: mention.span.start,
            end: mention.span.end,
            text: published.and_then(|_| mention.span.get(&entry.article.saved.text)),
            actor: actor.filter(|actor| !is_hidden(actor)).map(|actor| actor.id.as_str()),
            kind: mention.kind.word(),
            how: mention.how.word(),
        })?;
    }
    Ok(())
}
