//! Makes the actors of an article out of what has been joined.

use super::form::{Form, Joins};
use crate::model::{ActorKind, How, LocalActor, LocalMention, Mention, Why};
use crate::text::lexicon::actors::{ACTORS, Class};
use crate::text::naming::{Gender, Page, completeness, tidy};
use std::collections::BTreeMap;

/// What references to an actor go by.
pub(super) struct Profile {
    /// The gender that its titles tell.
    pub(super) gender: Option<Gender>,
    /// The class that the lists put it in.
    pub(super) class: Option<Class>,
}

/// The actors in the order of their first mentions, with their profiles; sets the mentions' kind and how.
pub(super) fn gather(
    page: &Page<'_>,
    forms: &[Form],
    joins: &Joins,
    mentions: &mut [Mention],
) -> (Vec<LocalActor>, Vec<Profile>) {
    let mut place: Vec<(u32, How, Why)> = (joins.form_of.iter())
        .map(|form| (joins.root(*form), joins.how[*form as usize], joins.why[*form as usize]))
        .collect();
    for (mention, form, why) in &joins.moved {
        place[*mention as usize] = (joins.root(*form), How::Surname, *why);
    }
    let mut groups: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (at, (root, ..)) in place.iter().enumerate() {
        groups.entry(*root).or_default().push(at as u32);
    }
    let mut groups: Vec<Vec<u32>> = groups.into_values().collect();
    groups.sort_unstable_by_key(|group| group[0]);
    let mut made: Vec<(LocalActor, Profile)> = Vec::with_capacity(groups.len());
    for group in groups {
        let listed = group.iter().find_map(|at| match forms[joins.form_of[*at as usize] as usize].meanings[..] {
            [meaning] => Some(meaning.actor),
            _ => None,
        });
        if listed.is_none() && group.iter().all(|at| page.mentions[*at as usize].how == How::Demonym) {
            // "Congolese" may be of either state.
            continue;
        }
        if listed.is_none() && group.iter().all(|at| forms[joins.form_of[*at as usize] as usize].no_actor) {
            continue;
        }
        let kind = listed.map_or_else(|| kind(page, forms, joins, &place, &group), |id| ACTORS.get(id).kind());
        let name = match listed {
            Some(id) => ACTORS.get(id).name.to_owned(),
            None => {
                name(group.iter().map(|at| (place[*at as usize].1, page.mentions[*at as usize].span.of(page.text))))
            }
        };
        for at in &group {
            let mention = &mut mentions[*at as usize];
            (mention.kind, mention.how) = (kind, place[*at as usize].1);
        }
        let gender = group.iter().take(20).find_map(|at| page.gender(&page.mentions[*at as usize]));
        let local = group.iter().map(|at| LocalMention { mention: *at, why: place[*at as usize].2 }).collect();
        made.push((
            LocalActor { name, kind, listed: listed.is_some(), mentions: local },
            Profile { gender, class: listed.map(|id| ACTORS.get(id).class) },
        ));
    }
    made.into_iter().unzip()
}

/// The kind that most of the full names have, else most of all mentions.
fn kind(page: &Page<'_>, forms: &[Form], joins: &Joins, place: &[(u32, How, Why)], group: &[u32]) -> ActorKind {
    let full: Vec<u32> = group.iter().copied().filter(|at| place[*at as usize].1 == How::Name).collect();
    let chosen = if full.is_empty() { group } else { &full };
    let form = |at: u32| &forms[joins.form_of[at as usize] as usize];
    let of = |at: u32| if form(at).overruled { form(at).kind } else { page.mentions[at as usize].kind };
    let kind = super::form::usual_kind(chosen, of);
    // Nothing but the lists makes a state.
    if kind == ActorKind::State { form(chosen[0]).kind } else { kind }
}

/// The most complete of the names: the longest of those in the fullest way, and of these the most frequent.
pub(super) fn name<'t>(spellings: impl Iterator<Item = (How, &'t str)>) -> String {
    let mut counts: BTreeMap<(bool, &str), usize> = BTreeMap::new();
    for (how, text) in spellings {
        *counts.entry((how == How::Name, text)).or_default() += 1;
    }
    let best = counts.into_iter().max_by(|((full_a, a), count_a), ((full_b, b), count_b)| {
        let rank = |full: bool, text: &str, count: usize| (full, completeness(text), count, text.len());
        rank(*full_a, a, *count_a).cmp(&rank(*full_b, b, *count_b)).then_with(|| b.cmp(a))
    });
    tidy(best.map_or("", |((_, text), _)| text))
}
