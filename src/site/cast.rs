//! The actors as pages meet them: who has a page, how often each is named, who stands in which article.

use crate::base::PartialDate;
use crate::model::{Actor, ActorKind, Dossier, How, MentionRef};
use crate::site::published::published;
use std::cmp::Reverse;

/// Least number of mentions by name that earn an actor a page without a record.
pub(crate) const NAMED_FOR_A_PAGE: u32 = 2;

/// How often, and when, the dossier names an actor.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Standing {
    /// Mentions by name.
    pub(crate) named: u32,
    /// Mentions by a description or a pronoun.
    pub(crate) meant: u32,
    /// Mentions of its people, or by its adjective.
    pub(crate) adjectival: u32,
    /// Articles that name it.
    pub(crate) articles: u32,
    /// The earliest date of those articles.
    pub(crate) first: Option<PartialDate>,
    /// The latest.
    pub(crate) last: Option<PartialDate>,
}

impl Standing {
    /// How much of the dossier turns on the actor: articles times mentions.
    pub(crate) fn centrality(&self) -> u64 {
        u64::from(self.articles) * u64::from(self.named)
    }
}

/// What is counted once for all pages. Cost is linear in the number of mentions.
pub(crate) struct Cast {
    /// For each actor.
    standings: Vec<Standing>,
    /// For each actor, how many quotations it made.
    quotations: Vec<u32>,
    /// For each entry, the actors that it names with how often, the most named first.
    named_in: Vec<Vec<(u32, u32)>>,
    /// For each actor, what texts say that it is: entry, and index into its reading's roles.
    notes: Vec<Vec<(u32, u32)>>,
}

impl Cast {
    pub(crate) fn new(dossier: &Dossier) -> Self {
        let mut named_in: Vec<Vec<(u32, u32)>> = vec![Vec::new(); dossier.entries.len()];
        let mut standings = Vec::with_capacity(dossier.actors.len());
        for (index, actor) in (0..).zip(&dossier.actors) {
            let mut standing = Standing::default();
            for run in actor.mentions.chunk_by(|one, other| one.entry == other.entry) {
                let before = standing.named;
                run.iter().filter_map(|at| how(dossier, *at)).for_each(|how| match how {
                    How::Demonym => standing.adjectival += 1,
                    How::Description | How::Pronoun => standing.meant += 1,
                    _ => standing.named += 1,
                });
                let here = standing.named - before;
                if here > 0 {
                    standing.articles += 1;
                    named_in[run[0].entry as usize].push((index, here));
                    if let Some(date) = published(&dossier.entries[run[0].entry as usize]) {
                        standing.first = Some(standing.first.map_or(date, |first| first.min(date)));
                        standing.last = standing.last.max(Some(date));
                    }
                }
            }
            standings.push(standing);
        }
        // Actors come in order of their ids, and the sort keeps it among equals.
        for list in &mut named_in {
            list.sort_by_key(|(_, count)| Reverse(*count));
        }
        let mut quotations = vec![0; dossier.actors.len()];
        dossier.quotations.iter().filter_map(|one| one.speaker).for_each(|actor| quotations[actor as usize] += 1);
        Self { standings, quotations, named_in, notes: notes(dossier) }
    }

    /// How often, and when, an actor is named.
    pub(crate) fn standing(&self, actor: u32) -> &Standing {
        &self.standings[actor as usize]
    }

    /// The actors that an article names with how often, the most named first.
    pub(crate) fn named_in(&self, entry: usize) -> &[(u32, u32)] {
        &self.named_in[entry]
    }

    /// What texts say that an actor is: entry, and index into its reading's roles.
    pub(crate) fn notes(&self, actor: u32) -> &[(u32, u32)] {
        &self.notes[actor as usize]
    }

    /// Whether an actor has a page: by its record, by what it said, or by being named often enough, unless hidden.
    pub(crate) fn has_page(&self, dossier: &Dossier, actor: u32) -> bool {
        let earned = || self.quotations[actor as usize] > 0 || self.standing(actor).named >= NAMED_FOR_A_PAGE;
        dossier.actors[actor as usize].record.as_ref().map_or_else(earned, |record| !record.hide)
    }

    /// The actors with a page, in order of their ids.
    pub(crate) fn with_page<'d>(&self, dossier: &'d Dossier) -> impl Iterator<Item = (u32, &'d Actor)> + use<'_, 'd> {
        (0..).zip(&dossier.actors).filter(move |(index, _)| self.has_page(dossier, *index))
    }

    /// Those of a kind that have a page, the most named first.
    pub(crate) fn most_named<'d>(&self, dossier: &'d Dossier, kind: ActorKind) -> Vec<(u32, &'d Actor)> {
        let mut found: Vec<_> = self.with_page(dossier).filter(|(_, actor)| actor.kind == kind).collect();
        found.sort_by_key(|(index, _)| {
            let standing = self.standing(*index);
            (Reverse(standing.named), Reverse(standing.articles))
        });
        found
    }

    /// The persons, organisations and states that most of the dossier turns on, the most named first.
    pub(crate) fn principal<'d>(&self, dossier: &'d Dossier, most: usize) -> Vec<(u32, &'d Actor)> {
        let acts = |actor: &Actor| actor.kind != ActorKind::Place;
        let named = |index: u32| self.standing(index).named > 0;
        let mut found: Vec<_> = self.with_page(dossier).filter(|(index, actor)| acts(actor) && named(*index)).collect();
        found.sort_by_key(|(index, _)| Reverse(self.standing(*index).centrality()));
        found.truncate(most);
        found.sort_by_key(|(index, _)| Reverse(self.standing(*index).named));
        found
    }
}

/// Whether an editor's record says that the actor gets no page and no links.
pub(crate) fn is_hidden(actor: &Actor) -> bool {
    actor.record.as_ref().is_some_and(|record| record.hide)
}

/// How the words of a mention stand for their actor.
fn how(dossier: &Dossier, at: MentionRef) -> Option<How> {
    let entry = dossier.entries.get(at.entry as usize)?;
    Some(entry.reading.mentions.get(at.mention as usize)?.how)
}

/// For each actor, the notes on its role, in order of entries.
fn notes(dossier: &Dossier) -> Vec<Vec<(u32, u32)>> {
    let mut notes = vec![Vec::new(); dossier.actors.len()];
    for (at, entry) in (0..).zip(&dossier.entries) {
        for (index, note) in (0..).zip(&entry.reading.roles) {
            if let Some(Some(actor)) = entry.actors.get(note.mention as usize) {
                notes[*actor as usize].push((at, index));
            }
        }
    }
    notes
}
