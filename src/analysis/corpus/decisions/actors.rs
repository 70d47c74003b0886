//! Not an actor: what an editor says is none has no mentions and no page.

use crate::analysis::corpus::entities::Links;
use crate::base::{ActorId, Diagnostic};
use crate::model::{Actor, Decided, Ruling};
use crate::text::lexicon::fold;
use std::collections::{BTreeMap, BTreeSet};

/// The `links` without the actors that a decision says are none. A name that several actors have decides nothing, and is
/// told.
#[must_use]
pub fn not_actors(decided: &mut [Decided], mut links: Links) -> (Links, Vec<Diagnostic>) {
    let mut told = Vec::new();
    if !decided.iter().any(|decided| matches!(decided.decision.ruling, Ruling::NotAnActor(_))) {
        return (links, told);
    }
    let (names, spellings) = (index(&links.actors, false), index(&links.actors, true));
    let mut gone: BTreeSet<usize> = BTreeSet::new();
    for decided in decided {
        let Ruling::NotAnActor(name) = &decided.decision.ruling else { continue };
        let key = fold::fold(name);
        let found = names.get(&key).or_else(|| spellings.get(&key)).map_or(&[][..], Vec::as_slice);
        let open = links.unlinked.len();
        links.unlinked.retain(|unlinked| fold::fold(&unlinked.text) != key);
        decided.matched = (open - links.unlinked.len()) as u32;
        match found {
            [one] => {
                gone.insert(*one);
                decided.matched += 1;
            }
            [] => {}
            several => told.push(ambiguous(decided, several, &links.actors)),
        }
    }
    remove(&mut links, &gone);
    (links, told)
}

/// The actors by their folded names, or by all of their spellings.
fn index(actors: &[Actor], spellings: bool) -> BTreeMap<String, Vec<usize>> {
    let mut by: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, actor) in actors.iter().enumerate() {
        let aliases = actor.aliases.iter().filter(|_| spellings).map(|alias| &alias.text);
        let keys: BTreeSet<String> = aliases.chain([&actor.name]).map(|text| fold::fold(text)).collect();
        for key in keys {
            by.entry(key).or_default().push(at);
        }
    }
    by
}

fn ambiguous(decided: &mut Decided, several: &[usize], actors: &[Actor]) -> Diagnostic {
    // Told once, as what it is.
    decided.matched = several.len() as u32;
    let names: Vec<&str> = several.iter().take(5).map(|at| actors[*at].name.as_str()).collect();
    let message = format!("{} actors bear the name that this decision gives, so it does nothing", several.len());
    Diagnostic::warning("decision-ambiguous", message)
        .at(decided.decision.place.clone())
        .hint(format!("give the whole name of one of them: {}", names.join(", ")))
}

fn remove(links: &mut Links, gone: &BTreeSet<usize>) {
    if gone.is_empty() {
        return;
    }
    let ids: BTreeSet<ActorId> = gone.iter().map(|at| links.actors[*at].id.clone()).collect();
    let mut next = 0;
    let moved: Vec<Option<u32>> = (0..links.actors.len())
        .map(|at| {
            let stays = !gone.contains(&at);
            next += u32::from(stays);
            stays.then(|| next - 1)
        })
        .collect();
    links.actors.retain(|actor| !ids.contains(&actor.id));
    for actor in links.by_mention.iter_mut().flatten() {
        *actor = actor.and_then(|at| moved[at as usize]);
    }
    for apart in links.actors.iter_mut().flat_map(|actor| &mut actor.apart) {
        if apart.actor.as_ref().is_some_and(|id| ids.contains(id)) {
            apart.actor = None;
            apart.why = "an editor decided that it is no actor";
        }
    }
    for unlinked in &mut links.unlinked {
        unlinked.candidates.retain(|id| !ids.contains(id));
    }
}
