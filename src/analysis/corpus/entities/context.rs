//! Whether two names stand in a like context: with the same offices, or with the same other actors.

use super::work::Work;
use crate::model::Why;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Fewest other actors that two contexts must share.
const SHARED: usize = 2;
/// Local actors of one article that count as its company.
const COMPANY: usize = 64;
/// In dossiers of more articles than this, an actor of a third of them says nothing of a context.
const SMALL_DOSSIER: usize = 12;

/// Who stands with whom.
pub(super) struct Context {
    /// The actors of each article, sorted.
    articles: Vec<Vec<u32>>,
    /// The company of actors that was asked for.
    company: BTreeMap<u32, Rc<[u32]>>,
}

impl Context {
    pub(super) fn new(work: &Work<'_>) -> Self {
        let mut articles: Vec<Vec<u32>> = vec![Vec::new(); work.articles.len()];
        for (local, node) in work.locals.iter().zip(&work.node_of) {
            let article = &mut articles[local.entry as usize];
            if let Some(node) = node.filter(|_| article.len() < COMPANY) {
                article.push(node);
            }
        }
        let mut counts = vec![0_usize; work.nodes.len()];
        for article in &mut articles {
            article.sort_unstable();
            article.dedup();
            for node in &*article {
                counts[*node as usize] += 1;
            }
        }
        if articles.len() > SMALL_DOSSIER {
            let most = articles.len() / 3;
            for article in &mut articles {
                article.retain(|node| counts[*node as usize] <= most);
            }
        }
        Self { articles, company: BTreeMap::new() }
    }

    /// The actors that stand in articles with `node`, sorted.
    fn company(&mut self, work: &Work<'_>, node: u32) -> Rc<[u32]> {
        if let Some(company) = self.company.get(&node) {
            return Rc::clone(company);
        }
        let locals = &work.nodes[node as usize].locals;
        let mut entries: Vec<u32> = locals.iter().map(|local| work.locals[*local as usize].entry).collect();
        entries.dedup();
        let mut all: Vec<u32> =
            entries.iter().flat_map(|entry| self.articles[*entry as usize].iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        let all: Rc<[u32]> = all.into();
        self.company.insert(node, Rc::clone(&all));
        all
    }

    /// Whether enough of the actors of an article stand elsewhere with `node`.
    pub(super) fn agrees(&mut self, work: &Work<'_>, node: u32, entry: u32) -> bool {
        let company = self.company(work, node);
        share(&self.articles[entry as usize], &company, &[node])
    }

    /// Whether two nodes stand with enough of the same actors.
    fn alike(&mut self, work: &Work<'_>, a: u32, b: u32) -> bool {
        let company = self.company(work, a);
        share(&self.company(work, b), &company, &[a, b])
    }
}

/// Whether two sorted lists have enough in common besides `except`.
fn share(a: &[u32], b: &[u32], except: &[u32]) -> bool {
    let others = a.iter().filter(|node| !except.contains(node));
    others.filter(|node| b.binary_search(node).is_ok()).take(SHARED).count() == SHARED
}

/// The words of offices that stand before the names of a node, sorted.
pub(super) fn titles(work: &Work<'_>, node: u32) -> Vec<u16> {
    let locals = &work.nodes[node as usize].locals;
    let mut titles: Vec<u16> =
        locals.iter().flat_map(|local| work.locals[*local as usize].titles.iter().copied()).collect();
    titles.sort_unstable();
    titles.dedup();
    titles
}

/// Whether two sorted lists have a word in common.
pub(super) fn meet(a: &[u16], b: &[u16]) -> bool {
    a.iter().any(|title| b.binary_search(title).is_ok())
}

/// Joins nodes whose names have the same words in another order, unless one sentence names both.
pub(super) fn join_reordered(work: &mut Work<'_>, pairs: &[(u32, u32)]) {
    for &(a, b) in pairs {
        if !may_join(work, a, b) {
            continue;
        }
        let sentences = |node: u32| {
            let locals = work.nodes[node as usize].locals.iter().map(|local| &work.locals[*local as usize]);
            locals.flat_map(|local| {
                let mentions = &work.readings[local.entry as usize].mentions;
                local.actor.mentions.iter().map(|at| (local.entry, mentions[at.mention as usize].sentence))
            })
        };
        let mut of_a: Vec<_> = sentences(a).collect();
        of_a.sort_unstable();
        if sentences(b).all(|place| of_a.binary_search(&place).is_err()) {
            work.merge(a, b, Why::SameWords);
        }
    }
}

/// Whether nothing that editors say keeps two nodes apart, and neither is joined already.
fn may_join(work: &Work<'_>, a: u32, b: u32) -> bool {
    let free = |node: u32| work.nodes[node as usize].joined.is_none();
    let both_recorded = work.nodes[a as usize].record.is_some() && work.nodes[b as usize].record.is_some();
    free(a) && free(b) && !both_recorded && !barred(work, a, b) && !barred(work, b, a)
}

/// Joins nodes whose names are similar, where their contexts are alike, too.
pub(super) fn join_similar(work: &mut Work<'_>, pairs: &[(u32, u32)]) {
    if pairs.is_empty() {
        return;
    }
    let mut context = Context::new(work);
    for &(a, b) in pairs {
        if !may_join(work, a, b) {
            continue;
        }
        // People named side by side in one article are two.
        let entries =
            |node: u32| work.nodes[node as usize].locals.iter().map(|local| work.locals[*local as usize].entry);
        let mut of_a: Vec<u32> = entries(a).collect();
        of_a.sort_unstable();
        if entries(b).any(|entry| of_a.binary_search(&entry).is_ok()) {
            continue;
        }
        if meet(&titles(work, a), &titles(work, b)) || context.alike(work, a, b) {
            work.merge(a, b, Why::Transliteration);
        }
    }
}

/// Whether the record of `node` says that a name of `other` is not its actor's.
fn barred(work: &Work<'_>, node: u32, other: u32) -> bool {
    let record = work.nodes[node as usize].record;
    work.nodes[other as usize].locals.iter().any(|local| work.records.bars(record, &work.locals[*local as usize].key))
}
