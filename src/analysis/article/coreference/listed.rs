//! What the lists say that a name means where it stands.

use crate::model::{ActorKind, Mention};
use crate::text::gazetteer::GAZETTEER;
use crate::text::lexicon::actors::{ACTORS, Class, Meaning, Sense};
use crate::text::lexicon::fold;
use crate::text::naming::Page;

/// What the lists say that `mention` means there; several where they cannot tell.
pub(super) fn meanings(page: &Page<'_>, mention: &Mention, folded: &str) -> Vec<Meaning> {
    let mut found: Vec<Meaning> = ACTORS.named(folded).collect();
    if found.is_empty() {
        // An armed group whose members are named in the plural: "Houthis" for "Houthi".
        let Some(one) = folded.strip_suffix('s').filter(|one| one.len() > 4) else { return found };
        found.extend(ACTORS.named(one).filter(|meaning| ACTORS.get(meaning.actor).class == Class::Armed));
    }
    let words = mention.span.of(page.text);
    found.retain(|meaning| fits(mention, words, *meaning));
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

fn fits(mention: &Mention, words: &str, meaning: Meaning) -> bool {
    let class = ACTORS.get(meaning.actor).class;
    let tagged_person = mention.kind == ActorKind::Person;
    match meaning.sense {
        Sense::Acronym => fold::is_acronym(words) || GAZETTEER.can_be_acronym(words),
        // Whether a seat of government is the government or a place is told where names are found.
        Sense::House => mention.kind != ActorKind::Place,
        Sense::Capital => mention.kind == ActorKind::State,
        Sense::People => true,
        Sense::Name | Sense::Alias => {
            let common = matches!(class, Class::Company | Class::Media);
            !(tagged_person && common)
                && (words.contains(' ') || words.starts_with(|c: char| !c.is_lowercase()) || words.contains('-'))
        }
    }
}
