//! Holds the actor records against each other: names, spellings and former ids that two of them claim.

use crate::base::{ActorId, Diagnostic, Place};
use crate::model::Record;
use std::collections::BTreeMap;

/// A record with the places that later checks point at.
pub(super) struct Sourced {
    pub(super) record: Record,
    /// Where it gives each of its fields.
    pub(super) places: BTreeMap<&'static str, Place>,
}

/// Checks the records against each other; what two of them claim stays with the first.
pub(super) fn check(read: &mut [Sourced], diagnostics: &mut Vec<Diagnostic>) {
    let claimed = names(read, diagnostics);
    aliases(read, claimed, diagnostics);
    former_ids(read, diagnostics);
    let ids: Vec<ActorId> = read.iter().map(|read| read.record.id.clone()).collect();
    for read in read.iter() {
        for of in read.record.roles.iter().filter_map(|role| role.of.as_ref()) {
            if ids.binary_search(of).is_err() {
                let message = format!("a role is `of: {of}`, and nobody has a record of that id");
                let hint = format!("write a record content/actors/{of}.md, or drop `of`");
                let told = Diagnostic::warning("role-of-nobody", message).at(read.places["roles"].clone());
                diagnostics.push(told.hint(hint));
            }
        }
    }
}

/// A spelling in small letters: the record that claims it, and by which field.
type Claims = BTreeMap<String, (usize, &'static str)>;

/// Tells each name that two records have.
fn names(read: &[Sourced], diagnostics: &mut Vec<Diagnostic>) -> Claims {
    let mut claimed = Claims::new();
    for index in 0..read.len() {
        let name = read[index].record.name.to_lowercase();
        if let Some((first, _)) = claimed.get(&name) {
            let message = format!(
                "`{}` is also the name of the record at {}",
                read[index].record.name,
                at(&read[*first].places["name"])
            );
            let hint = "join the two records, or tell the names apart: Mara Holm (minister)";
            let told = Diagnostic::warning("name-twice", message).at(read[index].places["name"].clone());
            diagnostics.push(told.hint(hint));
        } else {
            claimed.insert(name, (index, "name"));
        }
    }
    claimed
}

/// Tells each alias that another record claims; it is dropped.
fn aliases(read: &mut [Sourced], mut claimed: Claims, diagnostics: &mut Vec<Diagnostic>) {
    for index in 0..read.len() {
        let own = read[index].record.name.to_lowercase();
        let mut aliases = std::mem::take(&mut read[index].record.aliases);
        aliases.retain(|alias| {
            let key = alias.to_lowercase();
            match claimed.get(&key) {
                Some((first, field)) if *first != index => {
                    let other = at(&read[*first].places[field]);
                    let message = format!("the alias `{alias}` is also claimed by the record at {other}");
                    let hint = "leave it to one of them, and put it under `not` in the other";
                    let told = Diagnostic::warning("alias-twice", message).at(read[index].places["aliases"].clone());
                    diagnostics.push(told.hint(hint));
                    false
                }
                _ => {
                    claimed.insert(key.clone(), (index, if key == own { "name" } else { "aliases" }));
                    true
                }
            }
        });
        read[index].record.aliases = aliases;
    }
}

/// Tells each former id that two records claim, or that is some record's own; it is dropped.
fn former_ids(read: &mut [Sourced], diagnostics: &mut Vec<Diagnostic>) {
    let mut taken: BTreeMap<ActorId, Place> =
        read.iter().map(|read| (read.record.id.clone(), Place::file(&*read.record.path))).collect();
    for read in read {
        let here = read.places["was"].clone();
        read.record.was.retain(|was| {
            let other = taken.get(was).map(at);
            if let Some(other) = &other {
                let message = format!("the former id `{was}` is also claimed by {other}");
                let hint = "a redirect can lead to one record only: drop it here";
                diagnostics.push(Diagnostic::warning("former-id-twice", message).at(here.clone()).hint(hint));
            } else {
                taken.insert(was.clone(), here.clone());
            }
            other.is_none()
        });
    }
}

/// A place as a message names it: `content/actors/holm.md:3`.
fn at(place: &Place) -> String {
    if place.line > 0 { format!("{}:{}", place.file, place.line) } else { place.file.clone() }
}
