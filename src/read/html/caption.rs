//! Whether a picture's description only repeats the caption or headline beside it.

use super::squeezed::squeezed;
use dom_query::Node;

/// How many nodes after a picture (and of its figure) are searched for its description.
const NEARBY: usize = 64;

/// Whether the description of a picture stands in its figure's caption or in the text that follows.
pub(super) fn repeats(picture: &Node<'_>, description: &str) -> bool {
    let figure = picture.ancestors_it(Some(8)).find(|ancestor| ancestor.has_name("figure"));
    let in_figure = figure.is_some_and(|figure| holds(figure.descendants_it().take(NEARBY), description));
    in_figure || holds(following(*picture).take(NEARBY), description)
}

/// Whether the text of some nodes, joined, holds the words.
fn holds<'a>(nodes: impl Iterator<Item = Node<'a>>, words: &str) -> bool {
    let enough = 2 * words.len() + 256;
    let mut text = String::new();
    for node in nodes.filter(Node::is_text) {
        text.push_str(&node.text());
        if text.len() > enough {
            break;
        }
    }
    squeezed(&text).contains(words)
}

/// The nodes after one that has no children, in the order of the page.
fn following(node: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    std::iter::successors(beside(&node), |node| node.first_child().or_else(|| beside(node)))
}

/// The node after this one and all its descendants.
fn beside<'a>(node: &Node<'a>) -> Option<Node<'a>> {
    node.next_sibling().or_else(|| node.ancestors_it(None).find_map(|ancestor| ancestor.next_sibling()))
}
