//! Noun groups: an article or owner, what describes, and the noun that it is about.

use super::words::{OWNERS, is_apostrophe, small};
use crate::text::annotated::Text;
use crate::text::tagger::lemma::lemma;
use crate::text::tagger::upos::Upos;
use crate::text::token::Shape;
use std::ops::Range;

/// What a noun group opens with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Determiner {
    /// Nothing of the kind.
    None,
    /// "the", "this"
    Definite,
    /// "a", "some"
    Indefinite,
    /// "its", "Lennar’s"
    Owner,
    /// "no"
    No,
}

/// A noun with all that stands before it and belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NounGroup {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token of its noun, name, number or pronoun.
    pub head: usize,
    /// What it opens with, or whose it is.
    pub determiner: Determiner,
    /// Whether it is about several.
    pub plural: bool,
}

/// The noun groups among `tokens`, in order.
pub(super) fn noun_groups(text: &Text<'_>, tokens: Range<usize>) -> Vec<NounGroup> {
    let mut found = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let Some(group) = noun_group(text, at..tokens.end) else {
            at += 1;
            continue;
        };
        at = group.tokens.end;
        found.push(group);
    }
    found
}

/// The noun group that `tokens` open with.
fn noun_group(text: &Text<'_>, tokens: Range<usize>) -> Option<NounGroup> {
    let first = tokens.start;
    let tag = |at: usize| if at < tokens.end { text.tokens[at].tag } else { Upos::Punct };
    let opening = small(text, first);
    let owner = tag(first) == Upos::Pron && OWNERS.has(&opening) && is_inside(tag(first + 1));
    if tag(first) == Upos::Pron && !owner {
        let plural = matches!(&*opening, "they" | "we" | "them" | "us" | "these" | "those");
        return Some(NounGroup { tokens: first..first + 1, head: first, determiner: Determiner::None, plural });
    }
    let mut determiner = if owner { Determiner::Owner } else { determiner(tag(first), &opening) };
    let mut head = None;
    let mut at = first + usize::from(owner);
    while at < tokens.end {
        match tag(at) {
            Upos::Noun | Upos::Propn | Upos::Num | Upos::Sym => head = Some(at),
            // A further article opens a group of its own.
            Upos::Det if at > first && (head.is_some() || is_article(&opening)) => break,
            Upos::Det => {}
            Upos::Adj if head.is_none_or(|head| text.tokens[head].tag != Upos::Noun) || is_noun(tag(at + 1)) => {}
            // "The very old ferry", "the disputed vote".
            Upos::Adv | Upos::Verb if at > first && head.is_none() && is_inside(tag(at + 1)) => {}
            Upos::Part if is_apostrophe(text, at) && head.is_some() => {
                let letters = usize::from(tag(at + 1) == Upos::Part && !text.tokens[at + 1].spaced);
                if !is_inside(tag(at + 1 + letters)) {
                    break;
                }
                (determiner, at) = (Determiner::Owner, at + letters);
            }
            Upos::Punct if is_hyphen(text, at) && is_inside(tag(at + 1)) => {}
            _ => break,
        }
        at += 1;
    }
    // "This", "the poor".
    let stands_alone = determiner != Determiner::None && !owner && at > first;
    let head = head.or((stands_alone).then(|| at - 1))?;
    let plural = match text.tokens[head].tag {
        Upos::Noun => lemma(text.tokens[head].span.of(text.saved), Upos::Noun) != small(text, head),
        Upos::Num => text.tokens[head].shape != Shape::Number && small(text, head) != "one",
        _ => matches!(&*opening, "these" | "those"),
    };
    Some(NounGroup { tokens: first..head + 1, head, determiner, plural })
}

fn determiner(tag: Upos, word: &str) -> Determiner {
    match word {
        _ if tag != Upos::Det => Determiner::None,
        "no" | "neither" => Determiner::No,
        "the" | "this" | "that" | "these" | "those" | "both" | "all" => Determiner::Definite,
        _ => Determiner::Indefinite,
    }
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "a" | "an")
}

fn is_noun(tag: Upos) -> bool {
    matches!(tag, Upos::Noun | Upos::Propn)
}

/// Whether a group may go on with such a token.
fn is_inside(tag: Upos) -> bool {
    matches!(tag, Upos::Noun | Upos::Propn | Upos::Num | Upos::Sym | Upos::Adj)
}

/// Whether the token joins the ones beside it to one word.
fn is_hyphen(text: &Text<'_>, at: usize) -> bool {
    let tight = |at: usize| text.tokens.get(at).is_some_and(|token| !token.spaced);
    tight(at) && tight(at + 1) && matches!(text.tokens[at].span.of(text.saved), "-" | "‑" | "/" | "&")
}
