//! The word lists that roles are told by, each a file a person can read.

use crate::model::ActorKind;
use crate::text::lexicon::table::Table;
use std::sync::LazyLock;

const CLASSES: &str = include_str!("../../../text/lexicon/names/word_classes.txt");
const STATES: &str = include_str!("../../../text/lexicon/names/states.tsv");
const TITLES: &str = include_str!("../../../text/lexicon/names/titles.txt");
const ROLE_NOUNS: &str = include_str!("../../../text/lexicon/names/role_nouns.txt");

/// The lines of a list without its comments.
fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

fn words(file: &'static str) -> impl Iterator<Item = String> {
    lines(file).flat_map(str::split_whitespace).map(str::to_lowercase)
}

/// The words of one class of `word_classes.txt`.
fn class(name: &'static str) -> impl Iterator<Item = String> {
    let of = move |line: &'static str| line.strip_prefix(name).and_then(|rest| rest.strip_prefix(':'));
    lines(CLASSES).filter_map(of).flat_map(str::split_whitespace).map(str::to_lowercase)
}

macro_rules! listed {
    ($($(#[$about:meta])* $name:ident = $words:expr;)*) => {
        $($(#[$about])*
        pub(super) static $name: LazyLock<Table> = LazyLock::new(|| Table::of_words($words));)*
    };
}

listed! {
    /// Words of address that are no roles: "Mr".
    HONORIFICS = words(include_str!("../../../text/lexicon/descriptions/honorifics.txt"));
    /// Words that fill a role before its head: "former", "harbour".
    MODIFIERS = words(include_str!("../../../text/lexicon/descriptions/modifiers.txt")).chain(class("religion")).chain(class("people"));
    /// Nouns for what an organisation is.
    GROUP_NOUNS = words(include_str!("../../../text/lexicon/descriptions/group_nouns.txt"));
    /// Nouns for what a place or a state is.
    PLACE_NOUNS = words(include_str!("../../../text/lexicon/descriptions/place_nouns.txt"));
    /// Verbs that give somebody a standing: "designated".
    DESIGNATIONS = words(include_str!("../../../text/lexicon/descriptions/designations.txt"));
    /// Words that end a role: function words, days and months.
    STOPS = class("function").chain(class("weekday")).chain(class("month")).chain(["last", "next", "fellow"].map(str::to_owned));
    /// Verbs of saying; capitalised, they may be nouns of an office ("State").
    SAYING = class("saying");
    /// Relations and memberships that say nothing without whose.
    RELATIONS = "wife husband son daughter brother sister mother father uncle aunt nephew niece cousin widow widower \
        predecessor successor heir grandson granddaughter member head student".split_whitespace().map(str::to_owned);
    /// Nouns of time, which no role is "for" or "of".
    TIMES = "year years month months week weeks day days decade decades time times hour hours term terms".split(' ').map(str::to_owned);
    /// Peoples and adjectives of states.
    PEOPLES = lines(STATES).filter_map(|line| line.split('\t').nth(4)).flat_map(|field| field.split(';'))
        .map(|people| people.trim().to_lowercase()).filter(|people| !people.is_empty() && !people.contains(' '));
    /// Words for persons that are no role by themselves.
    NOT_HEADS = words(include_str!("../../../text/lexicon/descriptions/not_heads.txt"));
    /// What a person is or does, in the singular.
    PERSON_NOUNS = person_nouns();
    /// Words that certainly belong to a noun phrase: all that may stand in a role.
    SURE = [&MODIFIERS, &PEOPLES, &HONORIFICS, &PERSON_NOUNS, &GROUP_NOUNS, &PLACE_NOUNS].into_iter()
        .flat_map(|list| list.words()).map(str::to_owned);
}

fn person_nouns() -> impl Iterator<Item = String> {
    let known = Table::of_words(words(ROLE_NOUNS));
    let singular = move |word: &String| {
        !word.strip_suffix('s').is_some_and(|stem| known.has(stem))
            && !word.strip_suffix("es").is_some_and(|stem| known.has(stem))
    };
    let titles = lines(TITLES).filter_map(|title| title.split_whitespace().last()).map(str::to_lowercase);
    let listed = words(ROLE_NOUNS).filter(singular).chain(titles);
    let usable = |word: &String| !NOT_HEADS.has(word) && !HONORIFICS.has(word);
    listed.filter(usable).chain(words(include_str!("../../../text/lexicon/descriptions/person_nouns.txt")))
}

/// Abbreviated titles, with their full stop: "gen.".
pub(super) static ABBREVIATED: LazyLock<Table> = LazyLock::new(|| {
    let stopped = |word: &String| word.ends_with('.');
    Table::of_words(lines(TITLES).flat_map(str::split_whitespace).map(str::to_lowercase).filter(stopped))
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
