//! The actors of single articles, with what joining them goes by.

use crate::model::{ActorKind, Article, How, LocalActor, LocalMention, Reading};
use crate::text::lexicon::fold;
use crate::text::lexicon::words::WORDS;
use crate::text::naming::PersonName;
use crate::text::naming::{Gender, Page, Uses};
use rayon::prelude::*;
use std::cmp::Reverse;

/// An actor as one article knows it.
#[derive(Debug)]
pub(super) struct Local<'d> {
    /// Index of its article.
    pub(super) entry: u32,
    pub(super) actor: &'d LocalActor,
    /// What it is: as its article says, unless the other articles outvote it.
    pub(super) kind: ActorKind,
    /// Its name, folded.
    pub(super) key: String,
    /// Its name in parts, for a person with a full name.
    pub(super) person: Option<PersonName>,
    pub(super) gender: Option<Gender>,
    /// What its mentions are used as.
    uses: Uses,
    /// The state that is named right beside it: "the United States Air Force", "the Parliament of Norway" may be two names.
    pub(super) state_beside: Option<&'static str>,
    /// Words of offices before its name, sorted.
    pub(super) titles: Vec<u16>,
}

impl Local<'_> {
    /// Whether it is a person known by a surname alone.
    pub(super) fn is_bare(&self) -> bool {
        self.kind == ActorKind::Person && self.person.is_none()
    }
}

/// Mentions of one actor in one article whose titles are read.
const LOOKED_AT: usize = 6;

/// The local actors of all articles, article by article.
pub(super) fn locals<'d>(articles: &'d [Article], readings: &'d [Reading]) -> Vec<Local<'d>> {
    let read = |(entry, (article, reading)): (usize, (&'d Article, &'d Reading))| {
        let page = Page { text: &article.saved.text, sentences: &reading.sentences, mentions: &reading.mentions };
        reading.actors.iter().map(|actor| local(&page, entry as u32, actor)).collect::<Vec<_>>()
    };
    let each: Vec<Vec<Local<'d>>> = articles.par_iter().zip(readings).enumerate().map(read).collect();
    let mut all: Vec<Local<'d>> = each.into_iter().flatten().collect();
    settle_kinds(&mut all);
    all
}

/// How many times as many mentions must say that a name is one thing than another.
const CLEARLY: usize = 3;

/// Leaves out what is something made, and lets the articles vote on what a name is, where nothing around it in any of them says so: one article's context may
/// mislead, as when a company stands where a person would.
///
/// On a name of one word a plain majority of persons over organisations decides, or the other way round; over places, and on
/// names of several words, one kind must be clearly in the majority.
fn settle_kinds(locals: &mut Vec<Local<'_>>) {
    let votes = |local: &Local<'_>| !local.actor.listed && local.kind != ActorKind::State;
    let mut order: Vec<usize> = (0..locals.len()).filter(|at| votes(&locals[*at])).collect();
    order.sort_by(|a, b| locals[*a].key.cmp(&locals[*b].key));
    let (mut settled, mut things) = (Vec::new(), Vec::new());
    for same in order.chunk_by(|a, b| locals[*a].key == locals[*b].key) {
        let count = |kind: ActorKind| -> usize {
            let of_kind = same.iter().filter(|at| locals[**at].kind == kind);
            of_kind.map(|at| locals[*at].actor.mentions.len()).sum()
        };
        let kinds = [ActorKind::Person, ActorKind::Organization, ActorKind::Place];
        let mut counts = kinds.map(|kind| (count(kind), kind));
        counts.sort_by_key(|(count, _)| Reverse(*count));
        let mut uses = Uses::default();
        for at in same {
            uses.extend(&locals[*at].uses);
        }
        if uses.is_thing() {
            things.extend_from_slice(same);
            continue;
        }
        let kind = uses.settled(counts[0].1);
        let several = locals[same[0]].key.contains(' ');
        let clear = counts[0].0 >= counts[1].0 * if several { CLEARLY } else { 1 } && counts[0].0 > counts[1].0;
        let given = several && locals[same[0]].key.split(' ').next().is_some_and(|first| WORDS.given.has(first));
        if kind != counts[0].1 {
            settled.extend(same.iter().map(|at| (*at, kind)));
        } else if !clear && given && count(ActorKind::Person) > 0 {
            settled.extend(same.iter().map(|at| (*at, ActorKind::Person)));
        } else if clear {
            let sure = several || counts[0].0 >= counts[1].0 * CLEARLY;
            let votes = |at: &&usize| sure || kind != ActorKind::Place && locals[**at].kind != ActorKind::Place;
            settled.extend(same.iter().filter(votes).map(|at| (*at, kind)));
        }
    }
    for (at, kind) in settled {
        locals[at].kind = kind;
        let person = (kind == ActorKind::Person).then(|| PersonName::parse(&locals[at].actor.name, &locals[at].key));
        locals[at].person = person.flatten();
    }
    let mut at = 0;
    things.sort_unstable();
    locals.retain(|_| (things.binary_search(&at).is_err(), at += 1).0);
}

fn local<'d>(page: &Page<'_>, entry: u32, actor: &'d LocalActor) -> Local<'d> {
    let key = fold::fold(&actor.name);
    let (mut person, mut gender, mut titles, mut uses) = (None, None, Vec::new(), Uses::default());
    let named = |mention: &&LocalMention| page.mentions[mention.mention as usize].how == How::Name;
    let looked_at = actor.mentions.iter().filter(named).take(LOOKED_AT);
    looked_at.for_each(|local| uses.add(page.used_as(&page.mentions[local.mention as usize])));
    let state_beside = (actor.kind == ActorKind::Organization)
        .then(|| actor.mentions.iter().take(LOOKED_AT).find_map(|local| page.state_beside(local.mention as usize)));
    if actor.kind == ActorKind::Person {
        person = PersonName::parse(&actor.name, &key);
        for local in actor.mentions.iter().take(LOOKED_AT) {
            let mention = &page.mentions[local.mention as usize];
            gender = gender.or_else(|| page.gender(mention));
            titles.extend(page.titles(mention));
        }
        titles.sort_unstable();
        titles.dedup();
    }
    Local { entry, actor, kind: actor.kind, key, person, gender, uses, state_beside: state_beside.flatten(), titles }
}
