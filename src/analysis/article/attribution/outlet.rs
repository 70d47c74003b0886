//! Tells outlets and agencies, which carry statements, from those who make them.

use super::lexicon::LEXICON;
use super::phrase::Clause;
use crate::model::ActorKind;
use crate::text::lexicon::actors::{ACTORS, Class};
use crate::text::lexicon::fold::fold;
use crate::text::lexicon::words::WORDS;
use std::ops::Range;

/// Whether a noun phrase stands for an outlet: by the word lists, or by its last word ("the Lennar Times", "the newspaper").
pub(super) fn is_outlet(clause: &Clause<'_, '_>, phrase: &Range<usize>) -> bool {
    if phrase.clone().any(|at| clause.person(at)) {
        return false;
    }
    let last = phrase.end - 1;
    let word = clause.word(last);
    let common = LEXICON.outlet_heads.has(word) && !clause.items[last].capital;
    if common {
        // Not every agency or network carries news.
        return !matches!(word, "agency" | "network" | "press" | "channel" | "media" | "tv")
            || phrase
                .clone()
                .any(|at| matches!(clause.word(at), "news" | "television" | "broadcast" | "tv" | "local" | "state"));
    }
    if clause.items[last].capital && WORDS.outlet_names.has(word) && phrase.len() > 1 {
        return true;
    }
    let Some(mention) = clause.mention(last).filter(|mention| mention.kind == ActorKind::Organization) else {
        return false;
    };
    let name = fold(mention.span.of(clause.text));
    ACTORS.named(&name).any(|meaning| ACTORS.get(meaning.actor).class == Class::Media)
}
