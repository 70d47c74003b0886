//! Which words of a sentence are denied: those that a negation bears on.

use crate::text::lexicon::SIMILARITY;
use crate::text::lexicon::table::Table;
use std::sync::LazyLock;

/// What the words before leave denied.
///
/// A negation bears on the content words behind it up to two, and on none behind a determiner, a comma or a name:
/// "has not yet formally recognised the group" denies "formally" and "recognised".
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Scope {
    left: u8,
    /// How many words deny something.
    pub(super) denials: u8,
}

/// How many content words a negation bears on.
const REACH: u8 = 2;

/// What a word does to a denial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    /// It denies what follows, and is no content word itself.
    Negation,
    /// A form of a verb or adjective that denies what follows.
    Denial,
    /// A new noun phrase or clause begins with it.
    End,
    /// It opens a new predicate behind a denied word: "a storm without warning could sink it".
    Predicate,
    /// "not only" and "not just" deny nothing.
    Only,
}

static EFFECTS: LazyLock<Table<Effect>> = LazyLock::new(|| {
    let classes = [
        ("negation", Effect::Negation),
        ("denial", Effect::Denial),
        ("end", Effect::End),
        ("predicate", Effect::Predicate),
        ("only", Effect::Only),
    ];
    Table::of(classes.into_iter().flat_map(|(class, effect)| SIMILARITY.words(class).map(move |word| (word, effect))))
});

/// Whether `word`, in small letters, denies what follows it.
#[must_use]
pub fn is_denial(word: &str) -> bool {
    matches!(effect(word), Some(Effect::Negation | Effect::Denial))
}

fn effect(word: &str) -> Option<Effect> {
    let negated = word.ends_with("n't") || word.ends_with("n’t");
    if negated { Some(Effect::Negation) } else { EFFECTS.get(word).copied() }
}

impl Scope {
    /// Takes the next word, in small letters; whether it is denied by a word before it.
    pub(super) fn next(&mut self, word: &str, content: bool) -> bool {
        let effect = effect(word);
        if effect == Some(Effect::Negation) {
            self.deny();
            return false;
        }
        let denied = content && self.left > 0;
        match effect {
            Some(Effect::Denial) => self.deny(),
            Some(Effect::Only) => {
                self.denials -= u8::from(self.left == REACH && self.denials > 0);
                self.left = 0;
            }
            Some(Effect::End) => self.left = 0,
            Some(Effect::Predicate) if self.left < REACH => self.left = 0,
            _ if denied => self.left -= 1,
            _ => {}
        }
        denied
    }

    fn deny(&mut self) {
        self.left = REACH;
        self.denials = self.denials.saturating_add(1);
    }

    /// A mark that ends a clause.
    pub(super) fn end(&mut self) {
        self.left = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn denied(text: &str) -> String {
        let mut scope = Scope::default();
        let small =
            ["could", "has", "yet", "to", "been", "did", "is", "in", "not", "no", "never", "the", "a", "for", "only"];
        let hit = |word: &&str| {
            let hit = scope.next(word.trim_end_matches(','), !small.contains(word) && !word.ends_with("n't"));
            if word.ends_with(',') {
                scope.end();
            }
            hit
        };
        text.split(' ').filter(hit).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_negation_bears_on_what_follows() {
        for (text, expected) in [
            ("the ferry has not yet left port today", "left port"),
            ("the crew refused to leave the ship", "leave"),
            ("the owner hasn't sold the ship", "sold"),
            ("not, said the owner", ""),
            ("not only ferries sank", ""),
            ("the ferry left port", ""),
            ("no ferries left in May", "ferries left"),
            ("a storm without warning could sink the ferry", "warning"),
        ] {
            assert_eq!(denied(text), expected, "{text}");
        }
    }
}
