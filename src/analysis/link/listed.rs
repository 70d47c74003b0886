//! What the lists say that a name means where it stands.

use super::page::Page;
use crate::analysis::lexicon::actors::{ACTORS, Class, Meaning, Sense};
use crate::analysis::lexicon::{fold, words::WORDS};
use crate::model::{ActorKind, Mention, Role};

/// What the lists say that `mention` means there; several where they cannot tell.
pub(super) fn meanings(page: &Page<'_>, mention: &Mention, folded: &str) -> Vec<Meaning> {
    let mut found: Vec<Meaning> = ACTORS.named(folded).collect();
    if found.is_empty() {
        // "Talibans" for "Taliban".
        let Some(one) = folded.strip_suffix('s').filter(|one| one.len() > 4) else { return found };
        found.extend(ACTORS.named(one).filter(|meaning| ACTORS.get(meaning.actor).class == Class::Armed));
    }
    let words = mention.span.of(page.text);
    found.retain(|meaning| fits(page, mention, words, *meaning));
    // A name means more than a capital or a people of the same word.
    if let Some(best) = found.first().map(|meaning| rank(meaning.sense)) {
        found.retain(|meaning| rank(meaning.sense) == best);
    }
    found.sort_by_key(|meaning| meaning.actor);
    found.dedup_by_key(|meaning| meaning.actor);
    found
}

const fn rank(sense: Sense) -> u8 {
    match sense {
        Sense::Name => 0,
        Sense::Alias | Sense::Acronym => 1,
        Sense::House | Sense::Capital => 2,
        Sense::People => 3,
    }
}

fn fits(page: &Page<'_>, mention: &Mention, words: &str, meaning: Meaning) -> bool {
    let class = ACTORS.get(meaning.actor).class;
    let tagged_person = mention.kind == ActorKind::Person;
    match meaning.sense {
        Sense::Acronym => fold::is_acronym(words),
        Sense::House => !at_place(page, mention),
        Sense::Capital => {
            let dateline = page.sentence(mention).is_some_and(|sentence| sentence.role == Role::Dateline);
            !dateline && !tagged_person && !at_place(page, mention) && acts(page, mention)
        }
        Sense::People => true,
        Sense::Name | Sense::Alias => {
            let common = matches!(class, Class::Company | Class::Media);
            !(tagged_person && common)
                && (words.contains(' ') || words.starts_with(|c: char| !c.is_lowercase()) || words.contains('-'))
        }
    }
}

/// Whether the word before says that the name is a place here.
fn at_place(page: &Page<'_>, mention: &Mention) -> bool {
    let mut before = page.before(mention).map(|word| word.trim_start_matches(['“', '"', '(', '‘']));
    let first = before.next();
    let word = if first.is_some_and(|word| word.eq_ignore_ascii_case("the")) { before.next() } else { first };
    word.is_some_and(|word| WORDS.place_prepositions.has(&word.to_ascii_lowercase()))
}

/// Words before a capital that make it its government.
const ACTED_ON: [&str; 8] = ["with", "by", "against", "urged", "accused", "told", "asked", "warned"];
/// Words after a capital that only a government goes with.
const ACTS: [&str; 24] = [
    "has",
    "had",
    "would",
    "wants",
    "wanted",
    "sees",
    "saw",
    "backs",
    "backed",
    "supports",
    "supported",
    "hosted",
    "hosts",
    "insists",
    "hopes",
    "considers",
    "denies",
    "regards",
    "opposes",
    "opposed",
    "recognised",
    "recognized",
    "agreed",
    "sought",
];

/// Whether a capital acts as its government here: it speaks, wants, or is dealt with.
fn acts(page: &Page<'_>, mention: &Mention) -> bool {
    let rest = page.rest(mention);
    let mut after = rest.split_whitespace().map(|word| word.trim_end_matches([',', '.']).to_ascii_lowercase());
    let next = if rest.starts_with(' ') { after.next() } else { None };
    if let Some(next) = next {
        let next = if next == "also" { after.next().unwrap_or_default() } else { next };
        if ACTS.contains(&next.as_str()) || WORDS.saying.has(&next) {
            return true;
        }
    }
    page.before(mention).next().is_some_and(|word| ACTED_ON.contains(&word))
}
