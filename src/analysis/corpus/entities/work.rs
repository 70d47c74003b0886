//! The state of the joining: actors in the making, and which local actors are theirs.

use super::local::Local;
use super::records::Records;
use crate::model::{ActorKind, Article, Reading, Record, Why};
use std::collections::BTreeMap;

/// An actor in the making.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) kind: ActorKind,
    pub(super) locals: Vec<u32>,
    pub(super) record: Option<u32>,
    pub(super) listed: bool,
    /// The node that this one was joined with.
    pub(super) joined: Option<u32>,
}

/// What a name that is linked to nobody may be.
pub(super) struct Open {
    pub(super) locals: Vec<u32>,
    pub(super) candidates: Vec<u32>,
}

/// The state of the joining.
pub(super) struct Work<'d> {
    pub(super) articles: &'d [Article],
    pub(super) readings: &'d [Reading],
    pub(super) records: &'d Records<'d>,
    pub(super) locals: &'d [Local<'d>],
    pub(super) nodes: Vec<Node>,
    /// The node of each local actor, once it is known.
    pub(super) node_of: Vec<Option<u32>>,
    /// Why each local actor belongs to its node.
    pub(super) why: Vec<Why>,
}

impl<'d> Work<'d> {
    pub(super) fn new(
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
    pub(super) fn node(&mut self, kind: ActorKind) -> u32 {
        self.nodes.push(Node { kind, locals: Vec::new(), record: None, listed: false, joined: None });
        (self.nodes.len() - 1) as u32
    }

    pub(super) fn put(&mut self, local: u32, node: u32, why: Why) {
        self.node_of[local as usize] = Some(node);
        self.why[local as usize] = why;
        self.nodes[node as usize].locals.push(local);
    }

    /// Joins two nodes that are one actor, for the given reason; a record's node stays and is returned.
    pub(super) fn merge(&mut self, a: u32, b: u32, why: Why) -> u32 {
        let (kept, gone) = if self.nodes[b as usize].record.is_some() { (b, a) } else { (a, b) };
        for local in std::mem::take(&mut self.nodes[gone as usize].locals) {
            self.put(local, kept, why);
        }
        self.nodes[gone as usize].joined = Some(kept);
        kept
    }

    /// Puts together what the word lists know as one actor.
    pub(super) fn listed(&mut self) {
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
