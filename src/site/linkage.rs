//! What ties an actor to others: finding one by its id, its former ids, and its item in Wikidata.

use crate::base::ActorId;
use crate::model::{Actor, Dossier};
use crate::site::cast::Cast;
use std::collections::BTreeMap;

/// The actor of this id.
pub(crate) fn find<'d>(dossier: &'d Dossier, id: &ActorId) -> Option<(u32, &'d Actor)> {
    let at = dossier.actors.binary_search_by(|actor| actor.id.cmp(id)).ok()?;
    Some((u32::try_from(at).ok()?, &dossier.actors[at]))
}

/// Former ids, each with the actor that has it now. An id that somebody has today is nobody's former one.
pub(crate) fn former<'d>(dossier: &'d Dossier, cast: &Cast) -> BTreeMap<&'d ActorId, &'d Actor> {
    let mut former = BTreeMap::new();
    for (_, actor) in cast.with_page(dossier) {
        for was in actor.record.iter().flat_map(|record| &record.was) {
            if find(dossier, was).is_none_or(|(now, _)| !cast.has_page(dossier, now)) {
                former.entry(was).or_insert(actor);
            }
        }
    }
    former
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
