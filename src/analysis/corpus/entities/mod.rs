//! Joins the actors of all articles: one of the dossier for each of the real world, as far as the texts decide it.
//!
//! What an editor's record lists comes first ([`records`]), then what the word lists know, then full names ([`people`])
//! and organisations and places ([`bodies`]); surnames alone come last and only where their surroundings agree
//! ([`bare`], by [`context`]). Everything is found by sorted keys, so the work grows with the mentions.

mod bare;
mod bodies;
mod build;
mod context;
mod ids;
mod local;
mod people;
mod records;

use crate::model::{Actor, ActorKind, Article, Reading, Record, Unlinked, Why};
use local::Local;
use records::Records;
use std::collections::BTreeMap;

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

/// Joins the actors of all `articles`, whose `readings` stand in the same order.
///
/// Every one of the `records` becomes an actor, mentioned or not.
#[must_use]
pub fn link(articles: &[Article], readings: &[Reading], records: &[Record]) -> Links {
    let locals = local::locals(articles, readings);
    let records = Records::new(records);
    let mut work = Work::new(articles, readings, &locals, &records);
    records.claim(&mut work);
    work.listed();
    let similar = people::join(&mut work);
    bodies::join(&mut work);
    context::join_similar(&mut work, &similar);
    let open = bare::join(&mut work);
    build::build(&work, open)
}

/// An actor in the making.
#[derive(Debug)]
struct Node {
    kind: ActorKind,
    locals: Vec<u32>,
    record: Option<u32>,
    listed: bool,
    /// The node that this one was joined with.
    joined: Option<u32>,
}

/// What a name that is linked to nobody may be.
struct Open {
    locals: Vec<u32>,
    candidates: Vec<u32>,
}

/// The state of the joining.
struct Work<'d> {
    articles: &'d [Article],
    readings: &'d [Reading],
    records: &'d Records<'d>,
    locals: &'d [Local<'d>],
    nodes: Vec<Node>,
    /// The node of each local actor, once it is known.
    node_of: Vec<Option<u32>>,
    /// Why each local actor belongs to its node.
    why: Vec<Why>,
}

impl<'d> Work<'d> {
    fn new(
        articles: &'d [Article],
        readings: &'d [Reading],
        locals: &'d [Local<'d>],
        records: &'d Records<'d>,
    ) -> Self {
        let node = |(at, record): (usize, &Record)| Node {
            kind: record.kind,
            locals: Vec::new(),
            record: Some(at as u32),
            listed: false,
            joined: None,
        };
        Self {
            articles,
            readings,
            records,
            locals,
            nodes: records.all.iter().enumerate().map(node).collect(),
            node_of: vec![None; locals.len()],
            why: vec![Why::SameName; locals.len()],
        }
    }

    /// A new node for local actors of this kind.
    fn node(&mut self, kind: ActorKind) -> u32 {
        self.nodes.push(Node { kind, locals: Vec::new(), record: None, listed: false, joined: None });
        (self.nodes.len() - 1) as u32
    }

    fn put(&mut self, local: u32, node: u32, why: Why) {
        self.node_of[local as usize] = Some(node);
        self.why[local as usize] = why;
        self.nodes[node as usize].locals.push(local);
    }

    /// Joins two nodes that are one actor; a record's node stays.
    fn merge(&mut self, a: u32, b: u32) {
        let (kept, gone) = if self.nodes[b as usize].record.is_some() { (b, a) } else { (a, b) };
        for local in std::mem::take(&mut self.nodes[gone as usize].locals) {
            self.put(local, kept, Why::Transliteration);
        }
        self.nodes[gone as usize].joined = Some(kept);
    }

    /// Puts together what the word lists know as one actor.
    fn listed(&mut self) {
        let mut nodes: BTreeMap<&str, u32> = BTreeMap::new();
        for at in 0..self.locals.len() as u32 {
            let local = &self.locals[at as usize];
            if !local.actor.listed || self.node_of[at as usize].is_some() {
                continue;
            }
            let node = *nodes.entry(local.actor.name.as_str()).or_insert_with(|| {
                let node = self.node(local.kind);
                self.nodes[node as usize].listed = true;
                node
            });
            self.put(at, node, Why::SameName);
        }
    }
}
