//! What ties an actor to others: finding one by its id, its former ids, and its item in Wikidata.

use crate::base::{ActorId, ArticleId};
use crate::model::{Actor, Dossier, Entry};
use crate::site::cast::Cast;
use std::collections::BTreeMap;

/// The actor of this id.
pub(crate) fn find<'d>(dossier: &'d Dossier, id: &ActorId) -> Option<(u32, &'d Actor)> {
    let at = dossier.actors.binary_search_by(|actor| actor.id.cmp(id)).ok()?;
    Some((u32::try_from(at).ok()?, &dossier.actors[at]))
}

/// Former ids, each with the actor that has it now: what records say, and the ids that names had before a hash stood
/// in theirs. An id that somebody has today is nobody's former one.
pub(crate) fn former<'d>(dossier: &'d Dossier, cast: &Cast) -> BTreeMap<ActorId, &'d Actor> {
    let is_free = |was: &ActorId| find(dossier, was).is_none_or(|(now, _)| !cast.has_page(dossier, now));
    let mut actors: Vec<&Actor> = cast.with_page(dossier).map(|(_, actor)| actor).collect();
    let recorded = |actor: &&'d Actor| {
        let actor = *actor;
        actor.record.iter().flat_map(|record| &record.was).map(move |was| (was.clone(), actor))
    };
    let recorded: Vec<_> = actors.iter().flat_map(recorded).collect();
    // Of several whose names had one slug, the first in this order had it to itself.
    actors.sort_by_key(|actor| (actor.kind, &actor.name));
    let hashed = actors.iter().filter_map(|actor| Some((actor.id.former()?, *actor)));
    let mut former = BTreeMap::new();
    for (was, actor) in recorded.into_iter().chain(hashed).filter(|(was, _)| is_free(was)) {
        former.entry(was).or_insert(actor);
    }
    former
}

/// The ids that articles had before a hash stood in theirs. What two had was an error, and is nobody's.
pub(crate) fn former_articles(dossier: &Dossier) -> BTreeMap<ArticleId, &Entry> {
    let is_taken = |was: &ArticleId| dossier.entries.binary_search_by(|entry| entry.article.id.cmp(was)).is_ok();
    let mut former: BTreeMap<ArticleId, Vec<&Entry>> = BTreeMap::new();
    for entry in &dossier.entries {
        if let Some(was) = entry.article.id.former().filter(|was| !is_taken(was)) {
            former.entry(was).or_default().push(entry);
        }
    }
    former.into_iter().filter(|(_, had)| had.len() == 1).map(|(was, had)| (was, had[0])).collect()
}

/// The address of an item of Wikidata: `Q` and digits.
pub(crate) fn wikidata(id: &str) -> Option<String> {
    let digits = id.strip_prefix('Q')?;
    let plain = (1..=12).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| format!("https://www.wikidata.org/wiki/{id}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_item_numbers_lead_to_wikidata() {
        assert_eq!(wikidata("Q42").as_deref(), Some("https://www.wikidata.org/wiki/Q42"));
        for bad in ["Q", "42", "Q4\"2", "Q42/../x", "q42"] {
            assert_eq!(wikidata(bad), None, "{bad}");
        }
    }
}
