//! The word lists that roles are told by.

use crate::model::ActorKind;
use crate::text::lexicon::file::tables;
use crate::text::lexicon::table::Table;
use crate::text::lexicon::{PERSONS, STATES, TITLES};
use std::sync::LazyLock;

tables! {
    /// Words of address that are no roles: "Mr".
    pub(super) HONORIFICS = PERSONS "honorific";
    /// Words that fill a role before its head: "former", "harbour".
    pub(super) MODIFIERS = DESCRIPTIONS "modifier", WORDS "religion", WORDS "people";
    /// Nouns for what an organisation is.
    pub(super) GROUP_NOUNS = DESCRIPTIONS "group";
    /// Nouns for what a place or a state is.
    pub(super) PLACE_NOUNS = DESCRIPTIONS "place";
    /// Verbs that give somebody a standing: "designated".
    pub(super) DESIGNATIONS = DESCRIPTIONS "designation";
    /// Words that end a role: function words, days and months.
    pub(super) STOPS = WORDS "function", WORDS "weekday", WORDS "month", DESCRIPTIONS "stop";
    /// Verbs of saying; capitalised, they may be nouns of an office ("State").
    pub(super) SAYING = WORDS "saying";
    /// Relations and memberships that say nothing without whose.
    pub(super) RELATIONS = PERSONS "relation";
    /// Nouns of time, which no role is "for" or "of".
    pub(super) TIMES = DESCRIPTIONS "time";
    /// Words for persons that are no role by themselves.
    pub(super) NOT_HEADS = PERSONS "no-head";
}

/// Peoples and adjectives of states.
pub(super) static PEOPLES: LazyLock<Table> = LazyLock::new(|| {
    Table::of_words(STATES.words("people").filter(|people| !people.contains(' ')).map(str::to_lowercase))
});

/// What a person is or does, in the singular.
pub(super) static PERSON_NOUNS: LazyLock<Table> = LazyLock::new(|| {
    let known = PERSONS.table("role");
    let plural = |word: &str| ["s", "es"].iter().any(|end| word.strip_suffix(end).is_some_and(|stem| known.has(stem)));
    let roles = PERSONS.words("role").filter(|word| !plural(word)).map(str::to_lowercase);
    let titles = TITLES.words("title").filter_map(|title| title.split_whitespace().last()).map(str::to_lowercase);
    let usable = |word: &String| !NOT_HEADS.has(word) && !HONORIFICS.has(word);
    Table::of_words(roles.chain(titles).filter(usable).chain(PERSONS.words("calling").map(str::to_owned)))
});

/// Words that certainly belong to a noun phrase: all that may stand in a role.
pub(super) static SURE: LazyLock<Table> = LazyLock::new(|| {
    let lists = [&MODIFIERS, &PEOPLES, &HONORIFICS, &PERSON_NOUNS, &GROUP_NOUNS, &PLACE_NOUNS];
    Table::of_words(lists.into_iter().flat_map(|list| list.words()))
});

/// Whether the noun `word`, in small letters, says what an actor of this kind is.
pub(super) fn is_head(word: &str, kind: ActorKind) -> bool {
    let one = |word: &str| match kind {
        ActorKind::Person => PERSON_NOUNS.has(word),
        ActorKind::Organization => GROUP_NOUNS.has(word),
        ActorKind::State | ActorKind::Place => PLACE_NOUNS.has(word),
    };
    one(word) || word.rsplit_once('-').is_some_and(|(office, last)| one(last) || last == "elect" && one(office))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_singular_and_offices_count_with_their_prefix() {
        assert!(is_head("minister", ActorKind::Person) && is_head("vice-president", ActorKind::Person));
        assert!(is_head("president-elect", ActorKind::Person) && !is_head("ministers", ActorKind::Person));
        assert!(!is_head("up", ActorKind::Person) && !is_head("mr", ActorKind::Person));
        assert!(is_head("movement", ActorKind::Organization) && is_head("capital", ActorKind::Place));
    }
}
