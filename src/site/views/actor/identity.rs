//! Who an actor is: its roles as the sources give them, its record, its spellings.

use crate::model::{Actor, ActorDescription, Alias, How, MentionRef, Record, RecordRole};
use crate::site::cast;
use crate::site::linkage;
use crate::site::prose::{counted, grouped};
use crate::site::routes::Route;
use crate::site::shown;
use crate::site::views::citing::{Citations, Cite, Passage};
use serde::Serialize;
use std::collections::BTreeSet;

/// Roles that are shown with their sentences; the rest is folded.
const OPEN_ROLES: usize = 5;
/// Most roles and most spellings of a page.
const MOST: usize = 60;

/// A role with the sentence that gives it.
#[derive(Serialize)]
struct Role<'d> {
    text: &'d str,
    passage: Option<Passage<'d>>,
    cite: Cite<'d>,
    /// In how many articles it stands, in words, where in more than one.
    articles: Option<String>,
    /// Whether only altered copies say so.
    altered: bool,
}

/// A role that an editor's record gives.
#[derive(Serialize)]
struct Office<'d> {
    title: &'d str,
    /// The actor that it belongs to: its name, and its page.
    of: Option<&'d str>,
    href: Option<String>,
    period: Option<String>,
}

/// A spelling with its count.
#[derive(Serialize)]
struct Spelling<'d> {
    text: &'d str,
    count: String,
    how: &'static str,
}

/// The item of Wikidata that an editor's record names.
#[derive(Serialize)]
struct Item<'d> {
    id: &'d str,
    href: String,
}

/// Who an actor is.
#[derive(Serialize)]
pub(super) struct Identity<'d> {
    roles: Vec<Role<'d>>,
    folded: Vec<Role<'d>>,
    /// How many roles are folded, in words.
    folded_count: String,
    offices: Vec<Office<'d>>,
    /// The file of the record.
    record: Option<&'d str>,
    wikidata: Option<Item<'d>>,
    spellings: Vec<Spelling<'d>>,
    /// Words that are no name and yet stand for it.
    otherwise: Vec<Spelling<'d>>,
}

impl<'d> Identity<'d> {
    pub(super) fn of(actor: &'d Actor, citations: &Citations<'_, 'd>) -> Self {
        let sourced = actor.roles.iter().take(MOST).filter_map(|role| sourced(role, citations));
        let mut roles: Vec<Role<'d>> = sourced.collect();
        let folded = roles.split_off(roles.len().min(OPEN_ROLES));
        let record = actor.record.as_ref();
        let of_record = |role: &'d ActorDescription| {
            let bare = role.sentence.is_none() && record.is_none_or(|record| record.roles.is_empty());
            bare.then_some(Office { title: &role.text, of: None, href: None, period: None })
        };
        let offices = record.into_iter().flat_map(|record| &record.roles).map(|role| office(role, citations));
        let names = actor.aliases.iter().filter(|alias| alias.how.is_name()).take(MOST).map(spelling);
        let descriptions = published_descriptions(actor, citations);
        let otherwise = actor.aliases.iter().filter(|alias| descriptions.contains(alias.text.as_str()));
        Self {
            roles,
            folded_count: counted(folded.len(), "further role", "further roles"),
            folded,
            offices: offices.chain(actor.roles.iter().filter_map(of_record)).collect(),
            record: record.map(|record| record.path.as_str()),
            wikidata: record.and_then(wikidata),
            spellings: names.collect(),
            otherwise: otherwise.take(MOST).map(spelling).collect(),
        }
    }
}

/// The words of published sentences that are no name of an actor and yet stand for it.
fn published_descriptions<'d>(actor: &Actor, citations: &Citations<'_, 'd>) -> BTreeSet<&'d str> {
    let words = |at: &MentionRef| {
        let entry = citations.entry(at.entry);
        let mention = entry.reading.mentions.get(at.mention as usize).filter(|mention| !mention.how.is_name())?;
        shown::published_sentence(entry, mention.sentence)?;
        mention.span.get(&entry.article.saved.text)
    };
    actor.mentions.iter().filter_map(words).collect()
}

/// A role whose sentence is published.
fn sourced<'d>(role: &'d ActorDescription, citations: &Citations<'_, 'd>) -> Option<Role<'d>> {
    let at = role.sentence?;
    let entry = citations.entry(at.entry);
    shown::published_sentence(entry, at.sentence)?;
    let note = entry.reading.roles.iter().find(|note| {
        note.sentence == at.sentence && note.span.get(&entry.article.saved.text) == Some(role.text.as_str())
    });
    let marks: Vec<_> = note.map(|note| note.span).into_iter().collect();
    Some(Role {
        text: &role.text,
        passage: citations.passage(at, &marks),
        cite: citations.cite(at),
        articles: (role.articles > 1).then(|| counted(role.articles as usize, "article", "articles")),
        altered: role.altered,
    })
}

fn office<'d>(role: &'d RecordRole, citations: &Citations<'_, 'd>) -> Office<'d> {
    let dossier = citations.catalogue.dossier;
    let of = role.of.as_ref().and_then(|id| linkage::find(dossier, id));
    let page = of.filter(|(index, _)| citations.catalogue.cast.has_page(dossier, *index));
    let period = match (role.from, role.to) {
        (None, None) => None,
        (Some(from), None) => Some(format!("from {}", from.in_words())),
        (None, Some(to)) => Some(format!("until {}", to.in_words())),
        (Some(from), Some(to)) => Some(format!("{} to {}", from.in_words(), to.in_words())),
    };
    Office {
        title: &role.title,
        of: match of {
            Some((_, actor)) => Some(actor.name.as_str()).filter(|_| !cast::is_hidden(actor)),
            None => role.of.as_ref().map(crate::base::ActorId::as_str),
        },
        href: page.map(|(_, actor)| citations.links.to(Route::Actor(&actor.id))),
        period,
    }
}

fn spelling(alias: &Alias) -> Spelling<'_> {
    let how = match alias.how {
        How::Name => "name",
        How::Alias => "other name",
        How::Surname => "surname",
        How::Acronym => "acronym",
        How::Metonym => "seat of government",
        How::Demonym => "people or adjective",
        How::Description => "description",
        How::Pronoun => "pronoun",
    };
    Spelling { text: &alias.text, count: grouped(alias.count.into()), how }
}

fn wikidata(record: &Record) -> Option<Item<'_>> {
    let id = record.wikidata.as_deref()?;
    Some(Item { id, href: linkage::wikidata(id)? })
}
