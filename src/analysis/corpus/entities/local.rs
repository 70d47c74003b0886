//! The actors of single articles, with what joining them goes by.

use crate::model::{ActorKind, Article, LocalActor, Reading};
use crate::text::lexicon::fold;
use crate::text::naming::PersonName;
use crate::text::naming::{Gender, Page};
use rayon::prelude::*;
use std::cmp::Ordering;

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

/// How many times as many mentions must say that a name of several words is a place, or none, than the other.
const CLEARLY: usize = 3;

/// Lets the articles vote on what a name is: one article's context may mislead, as when a company stands where a person would.
///
/// On a name of one word, persons and organisations vote; places do not, as many share such a name with a company. On a name
/// of several words, organisations and places do ("Port Lennar Arena"), and one side must be clearly in the majority.
fn settle_kinds(locals: &mut [Local<'_>]) {
    let parties = |key: &str| {
        let (one, times) = if key.contains(' ') { (ActorKind::Place, CLEARLY) } else { (ActorKind::Person, 1) };
        (one, ActorKind::Organization, times)
    };
    let votes = |local: &Local<'_>| {
        let (one, other, _) = parties(&local.key);
        !local.actor.listed && (local.kind == one || local.kind == other)
    };
    let mut order: Vec<usize> = (0..locals.len()).filter(|at| votes(&locals[*at])).collect();
    order.sort_by(|a, b| locals[*a].key.cmp(&locals[*b].key));
    let mut settled = Vec::new();
    for same in order.chunk_by(|a, b| locals[*a].key == locals[*b].key) {
        let count = |kind: ActorKind| -> usize {
            let of_kind = same.iter().filter(|at| locals[**at].kind == kind);
            of_kind.map(|at| locals[*at].actor.mentions.len()).sum()
        };
        let (one, other, times) = parties(&locals[same[0]].key);
        let (ones, others) = (count(one), count(other));
        let kind = match ones.cmp(&others) {
            Ordering::Greater if ones >= others * times => one,
            Ordering::Less if others >= ones * times => other,
            _ => continue,
        };
        settled.extend(same.iter().map(|at| (*at, kind)));
    }
    for (at, kind) in settled {
        locals[at].kind = kind;
    }
}

fn local<'d>(page: &Page<'_>, entry: u32, actor: &'d LocalActor) -> Local<'d> {
    let key = fold::fold(&actor.name);
    let (mut person, mut gender, mut titles) = (None, None, Vec::new());
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
    Local { entry, actor, kind: actor.kind, key, person, gender, titles }
}
