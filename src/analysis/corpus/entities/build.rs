//! Makes the dossier's actors, with their spellings, the linking evidence, and the look-alikes that were kept apart.

use super::ids;
use super::work::{Node, Open, Work};
use crate::base::ActorId;
use crate::model::{Actor, ActorKind, Alias, Apart, How, Joined, MentionRef, SentenceRef, Unlinked, Why};
use crate::text::lexicon::fold;
use crate::text::naming as person;
use crate::text::naming::{completeness, tidy};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Look-alikes that an actor's page lists at most.
const MOST_APART: usize = 8;

/// The actors of a dossier, and whose each mention is.
#[derive(Debug, Default)]
pub struct Links {
    /// The actors in order of their ids.
    pub actors: Vec<Actor>,
    /// For each article and each of its mentions, the index of its actor in `actors`, where it is known.
    pub by_mention: Vec<Vec<Option<u32>>>,
    /// Names that may be one of several actors, or nobody known; those with most mentions first.
    pub unlinked: Vec<Unlinked>,
}

/// The links that the joining came to.
pub(super) fn build(work: &Work<'_>, open: Vec<Open>) -> Links {
    let nodes: Vec<u32> = (0..work.nodes.len() as u32)
        .filter(|at| {
            let node = &work.nodes[*at as usize];
            node.joined.is_none() && (node.record.is_some() || !node.locals.is_empty())
        })
        .collect();
    let made: Vec<Made> = nodes.par_iter().map(|at| make(work, &work.nodes[*at as usize])).collect();
    let names: Vec<_> =
        made.iter().zip(&nodes).map(|(made, at)| (&*made.name, made.kind, work.nodes[*at as usize].record)).collect();
    let ids = ids::ids(&names, work.records);
    let mut order: Vec<usize> = (0..nodes.len()).collect();
    order.sort_by(|a, b| ids[*a].cmp(&ids[*b]));
    let mut index_of = vec![None; work.nodes.len()];
    for (index, at) in order.iter().enumerate() {
        index_of[nodes[*at] as usize] = Some(index as u32);
    }
    let mut by_mention: Vec<Vec<Option<u32>>> =
        work.readings.iter().map(|reading| vec![None; reading.mentions.len()]).collect();
    let mut slots: Vec<Option<Made>> = made.into_iter().map(Some).collect();
    let mut actors = Vec::with_capacity(order.len());
    for (index, at) in order.iter().enumerate() {
        let Some(made) = slots[*at].take() else { continue };
        for mention in &made.mentions {
            by_mention[mention.entry as usize][mention.mention as usize] = Some(index as u32);
        }
        let record = work.nodes[nodes[*at] as usize].record.map(|at| work.records.all[at as usize].clone());
        actors.push(made.actor(ids[*at].clone(), record));
    }
    apart(&mut actors);
    let unlinked = unlinked(work, open, &index_of, &actors);
    Links { actors, by_mention, unlinked }
}

/// An actor without its id.
struct Made {
    name: String,
    kind: ActorKind,
    aliases: Vec<Alias>,
    mentions: Vec<MentionRef>,
    linking: Vec<Joined>,
    apart: Vec<Apart>,
}

impl Made {
    fn actor(self, id: ActorId, record: Option<crate::model::Record>) -> Actor {
        Actor {
            id,
            name: self.name,
            kind: self.kind,
            aliases: self.aliases,
            roles: Vec::new(),
            mentions: self.mentions,
            linking: self.linking,
            apart: self.apart,
            record,
        }
    }
}

/// One mention of an actor on the way into its lists.
struct Seen<'d> {
    text: &'d str,
    how: How,
    why: Why,
    at: MentionRef,
    sentence: SentenceRef,
    altered: bool,
}

fn make(work: &Work<'_>, node: &Node) -> Made {
    let record = node.record.map(|at| &work.records.all[at as usize]);
    let mut seen = seen(work, node);
    let mut apart = Vec::new();
    if let Some(record) = record.filter(|record| !record.not.is_empty()) {
        let (barred, kept) = seen.into_iter().partition(|seen| work.records.bars(node.record, &fold::fold(seen.text)));
        seen = kept;
        apart = record.not.iter().map(|name| not(name, &barred)).collect();
    }
    let listed = node.listed.then(|| work.locals[node.locals[0] as usize].actor.name.clone());
    let name = record.map(|record| record.name.clone()).or(listed).unwrap_or_else(|| name(&seen));
    let key = fold::fold(&name);
    settle_reasons(&mut seen, &key, node);
    let mut mentions: Vec<MentionRef> = seen.iter().map(|seen| seen.at).collect();
    mentions.sort_unstable();
    Made { name, kind: node.kind, aliases: aliases(&seen), mentions, linking: linking(&seen), apart }
}

/// Says of the spelling that became the name that it is the name, and of another full spelling why it was joined: the
/// reason was noted at whichever of the two was met second.
fn settle_reasons(seen: &mut [Seen<'_>], key: &str, node: &Node) {
    let mut reason = None;
    for seen in seen.iter_mut().filter(|seen| seen.how == How::Name && fold::fold(seen.text) == key) {
        if matches!(seen.why, Why::Transliteration | Why::SameWords | Why::Shortened) {
            reason = reason.or(Some(seen.why));
            seen.why = Why::SameName;
        }
    }
    let others =
        |seen: &&mut Seen<'_>| seen.how == How::Name && seen.why == Why::SameName && fold::fold(seen.text) != key;
    let words = |text: &str| text.split(' ').count();
    for seen in seen.iter_mut().filter(|_| !node.listed).filter(others) {
        let by_length = if words(&fold::fold(seen.text)) == words(key) { Why::SameWords } else { Why::Shortened };
        let spelled = node.kind == ActorKind::Person && by_length == Why::SameWords;
        seen.why = reason.unwrap_or(if spelled { Why::Transliteration } else { by_length });
    }
}

fn seen<'d>(work: &Work<'d>, node: &Node) -> Vec<Seen<'d>> {
    let mut all = Vec::new();
    for &at in &node.locals {
        let local = &work.locals[at as usize];
        let article = &work.articles[local.entry as usize];
        let reading = &work.readings[local.entry as usize];
        let joined = work.why[at as usize];
        for part in &local.actor.mentions {
            let mention = &reading.mentions[part.mention as usize];
            let text = mention.span.of(&article.saved.text);
            let by_record = node
                .record
                .is_some_and(|record| mention.how.is_name() && work.records.lists(record, &fold::fold(text)));
            let how = match joined {
                Why::OnlyBearer if mention.how == How::Name => How::Surname,
                Why::Acronym if mention.how == How::Name => How::Acronym,
                _ => mention.how,
            };
            let why = match part.why {
                _ if by_record => Why::Record,
                Why::SameName => joined,
                why => why,
            };
            let sentence = SentenceRef { entry: local.entry, sentence: mention.sentence };
            let at = MentionRef { entry: local.entry, mention: part.mention };
            all.push(Seen { text, how, why, at, sentence, altered: article.meta.altered.is_some() });
        }
    }
    all
}

/// How good a name is: in full, from an unaltered article, by its words.
type Rank = (bool, bool, usize);

/// The usual one of the most complete names, in its spelling with most accents, which those who write without them only
/// leave out; from copies whose words were altered only where there is no other.
fn name(seen: &[Seen<'_>]) -> String {
    let rank = |seen: &Seen<'_>| (seen.how == How::Name, !seen.altered, completeness(seen.text));
    let names = seen.iter().filter(|seen| seen.how.is_name());
    let mut counts: BTreeMap<(&str, bool), (Rank, usize)> = BTreeMap::new();
    for seen in names {
        counts.entry((seen.text, seen.altered)).or_insert((rank(seen), 0)).1 += 1;
    }
    let best = counts.iter().max_by(|(a, rank_a), (b, rank_b)| rank_a.cmp(rank_b).then_with(|| b.cmp(a)));
    let Some(((best, _), (rank, _))) = best else { return tidy(seen.first().map_or("", |seen| seen.text)) };
    let key = fold::fold(best);
    let spelled = counts.iter().filter(|((text, _), (other, _))| other == rank && fold::fold(text) == key);
    let accents = |text: &str| text.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).count();
    let fullest = spelled.max_by_key(|((text, _), (_, count))| (accents(text), *count, Reverse(*text)));
    tidy(fullest.map_or(best, |((text, _), _)| text))
}

/// The spellings by falling count; pronouns and descriptions are none.
fn aliases(seen: &[Seen<'_>]) -> Vec<Alias> {
    let mut counts: BTreeMap<(&str, How), u32> = BTreeMap::new();
    for seen in seen.iter().filter(|seen| seen.how.is_name() || seen.how == How::Demonym) {
        *counts.entry((seen.text, seen.how)).or_default() += 1;
    }
    let mut tidied: BTreeMap<String, Alias> = BTreeMap::new();
    for ((text, how), count) in counts {
        let text = tidy(text);
        let alias = tidied.entry(text.clone()).or_insert(Alias { text, count: 0, how });
        alias.count += count;
    }
    let mut aliases: Vec<Alias> = tidied.into_values().collect();
    aliases.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
    aliases
}

fn linking(seen: &[Seen<'_>]) -> Vec<Joined> {
    let mut lines: BTreeMap<(&str, Why), (u32, SentenceRef)> = BTreeMap::new();
    for seen in seen {
        let line = lines.entry((seen.text, seen.why)).or_insert((0, seen.sentence));
        line.0 += 1;
        line.1 = line.1.min(seen.sentence);
    }
    let mut tidied: BTreeMap<(String, Why), (u32, SentenceRef)> = BTreeMap::new();
    for ((text, why), (count, example)) in lines {
        let text = if why == Why::Reference { tidy(text).to_lowercase() } else { tidy(text) };
        let line = tidied.entry((text, why)).or_insert((0, example));
        line.0 += count;
        line.1 = line.1.min(example);
    }
    let line = |((text, why), (count, example))| Joined { text, why, count, example };
    let mut linking: Vec<Joined> = tidied.into_iter().map(line).collect();
    linking.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| (&a.text, a.why).cmp(&(&b.text, b.why))));
    linking
}

fn not(name: &str, barred: &[Seen<'_>]) -> Apart {
    let key = fold::fold(name);
    let example = barred.iter().filter(|seen| fold::fold(seen.text) == key).map(|seen| seen.sentence).min();
    Apart { text: name.to_owned(), actor: None, why: "the actor’s record says that it is another", example }
}

/// Names the other actors that share a surname or an acronym with an actor.
fn apart(actors: &mut [Actor]) {
    let mut surnames: Vec<(String, usize)> = Vec::new();
    let mut acronyms: Vec<(&str, usize)> = Vec::new();
    for (at, actor) in actors.iter().enumerate() {
        if actor.kind == ActorKind::Person {
            surnames.push((person::surname(&fold::fold(&actor.name)), at));
        }
        for alias in actor.aliases.iter().filter(|alias| alias.how == How::Acronym) {
            acronyms.push((&alias.text, at));
        }
    }
    surnames.sort_unstable();
    acronyms.sort_unstable();
    let mut found: Vec<(usize, Apart)> = Vec::new();
    for same in surnames.chunk_by(|a, b| a.0 == b.0) {
        let members: Vec<usize> = same.iter().map(|(_, at)| *at).collect();
        each_other(actors, &members, "it is another person of that surname", &mut found);
    }
    for same in acronyms.chunk_by(|a, b| a.0 == b.0) {
        let members: Vec<usize> = same.iter().map(|(_, at)| *at).collect();
        each_other(actors, &members, "it is another organisation with those letters", &mut found);
    }
    let by_name: BTreeMap<String, ActorId> =
        actors.iter().rev().map(|actor| (fold::fold(&actor.name), actor.id.clone())).collect();
    for actor in actors.iter_mut() {
        for apart in &mut actor.apart {
            apart.actor = by_name.get(&fold::fold(&apart.text)).filter(|other| **other != actor.id).cloned();
        }
    }
    for (at, apart) in found {
        let known = actors[at].apart.iter().any(|before| before.actor == apart.actor);
        if !known {
            actors[at].apart.push(apart);
        }
    }
}

/// Notes for each member the most mentioned of the others.
fn each_other(actors: &[Actor], members: &[usize], why: &'static str, found: &mut Vec<(usize, Apart)>) {
    let mut known: Vec<usize> = members.to_vec();
    known.dedup();
    if known.len() < 2 {
        return;
    }
    known.sort_by_key(|at| (Reverse(actors[*at].mentions.len()), *at));
    for at in members {
        for other in known.iter().filter(|other| *other != at).take(MOST_APART) {
            let actor = &actors[*other];
            let example = actor.linking.iter().find(|line| line.text == actor.name).or(actor.linking.first());
            let example = example.map(|line| line.example);
            found.push((*at, Apart { text: actor.name.clone(), actor: Some(actor.id.clone()), why, example }));
        }
    }
}

fn unlinked(work: &Work<'_>, open: Vec<Open>, index_of: &[Option<u32>], actors: &[Actor]) -> Vec<Unlinked> {
    let one = |open: Open| {
        let first = &work.locals[*open.locals.first()? as usize];
        let mentions = open.locals.iter().flat_map(|at| {
            let local = &work.locals[*at as usize];
            local.actor.mentions.iter().map(|part| MentionRef { entry: local.entry, mention: part.mention })
        });
        let candidates = open.candidates.iter().filter_map(|node| {
            let index = index_of[*node as usize]?;
            Some(actors[index as usize].id.clone())
        });
        Some(Unlinked {
            text: first.actor.name.clone(),
            kind: first.kind,
            mentions: mentions.collect(),
            candidates: candidates.collect(),
        })
    };
    let mut all: Vec<Unlinked> = open.into_iter().filter_map(one).collect();
    all.sort_by(|a, b| {
        b.mentions.len().cmp(&a.mentions.len()).then_with(|| (&a.text, &a.candidates).cmp(&(&b.text, &b.candidates)))
    });
    all
}
