//! Which lines belong to the page's main body, as an extraction library sees it.

use super::render::Rendered;
use dom_query::{Document, Node, NodeId};
use dom_smoothie::{Config, Readability};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Cost above which a page is not looked at: bytes of text times the elements around them, since
/// scoring reads an element's text once for each element around it, and what writing the text as
/// HTML takes. An article of 100 kB has 0.5 million.
const COST: usize = 50_000_000;

/// The library writes a text by looking for angle brackets in all that follows each ampersand and
/// each letter of Latin-1, so many bytes at a time.
const STRIDE: usize = 32;

/// Nodes above which a page is not looked at.
const NODES: usize = 150_000;

/// Least text that is taken for an article, in characters: about 25 words.
const LEAST: usize = 125;

/// Marks each line as inside the main body or outside it; leaves them unknown where extraction
/// fails, finds next to nothing, or would take too long. Uses up the document.
///
/// The body is found by `dom_smoothie`, a port of Mozilla's Readability. It moves nodes about but
/// makes no new text, so the nodes that it leaves tell exactly which text it kept.
pub(super) fn mark_body(document: Document, rendered: &mut Rendered) {
    if document.tree.len() > NODES || cost(&document) > COST {
        return;
    }
    // Its failures are ours to live with: a page is still text without them.
    let Ok(Some(kept)) = catch_unwind(AssertUnwindSafe(|| nodes_of_body(document))) else { return };
    let lines = &mut rendered.saved.lines;
    let mut counts = vec![(0, 0); lines.len()];
    for piece in &rendered.pieces {
        if let Some((all, inside)) = counts.get_mut(piece.line) {
            *all += piece.shown;
            *inside += if kept.contains(&piece.node) { piece.shown } else { 0 };
        }
    }
    if counts.iter().map(|(_, inside)| inside).sum::<usize>() < LEAST {
        return;
    }
    for (line, (all, inside)) in lines.iter_mut().zip(counts) {
        line.in_body = Some(inside * 2 > all);
    }
}

fn nodes_of_body(document: Document) -> Option<BTreeSet<NodeId>> {
    let config = Config { disable_json_ld: true, keep_classes: true, ..Config::default() };
    let mut readability = Readability::with_document(document, None, Some(config)).ok()?;
    readability.parse().ok()?;
    let body = readability.doc.select_single("#readability-page-1");
    let kept = body.nodes().first()?.descendants_it().map(|node: Node<'_>| node.id).collect();
    Some(kept)
}

/// What extracting the body would take, as [`COST`] counts it.
fn cost(document: &Document) -> usize {
    let (mut cost, mut depth) = (0_usize, 0_usize);
    let root = document.root();
    let mut node = root;
    loop {
        if node.is_text() {
            let text = node.text();
            let stops = memchr::memchr2_iter(b'&', 0xC2, text.as_bytes()).count();
            cost = cost.saturating_add(depth * text.len() + stops * text.len() / STRIDE);
        }
        if let Some(child) = node.first_child() {
            node = child;
            depth += 1;
            continue;
        }
        loop {
            if node.id == root.id || cost > COST {
                return cost;
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else { return cost };
            node = parent;
            depth -= 1;
        }
    }
}
