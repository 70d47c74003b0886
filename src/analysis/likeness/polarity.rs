//! Which words of a sentence are denied: those that a negation bears on.

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

/// Words that deny what follows, and are no content words themselves.
const NEGATIONS: [&str; 10] =
    ["not", "no", "never", "without", "neither", "nor", "cannot", "hardly", "nothing", "nobody"];
/// Forms of verbs and adjectives that deny what follows.
const DENIALS: [&str; 22] = [
    "deny",
    "denies",
    "denied",
    "denying",
    "refuse",
    "refuses",
    "refused",
    "refusing",
    "fail",
    "fails",
    "failed",
    "failing",
    "reject",
    "rejects",
    "rejected",
    "rejecting",
    "decline",
    "declines",
    "declined",
    "declining",
    "unable",
    "unwilling",
];
/// Words behind which a new noun phrase or clause begins.
const ENDS: [&str; 18] = [
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that", "these", "those", "but", "and",
    "while", "because", "if",
];
/// Verbs that open a new predicate behind a denied word: "a storm without warning could sink it".
const PREDICATES: [&str; 14] =
    ["could", "would", "will", "can", "may", "might", "must", "should", "has", "had", "is", "are", "was", "were"];
/// "not only" and "not just" deny nothing.
const ONLY: [&str; 5] = ["only", "just", "merely", "simply", "least"];

/// Whether `word`, in small letters, denies what follows it.
#[must_use]
pub fn is_denial(word: &str) -> bool {
    is_negation(word) || DENIALS.contains(&word)
}

fn is_negation(word: &str) -> bool {
    NEGATIONS.contains(&word) || word.ends_with("n't") || word.ends_with("n’t")
}

impl Scope {
    /// Takes the next word, in small letters; whether it is denied by a word before it.
    pub(super) fn next(&mut self, word: &str, content: bool) -> bool {
        if is_negation(word) {
            self.deny();
            return false;
        }
        let denied = content && self.left > 0;
        if DENIALS.contains(&word) {
            self.deny();
        } else if ONLY.contains(&word) {
            self.denials -= u8::from(self.left == REACH && self.denials > 0);
            self.left = 0;
        } else if ENDS.contains(&word) || self.left < REACH && PREDICATES.contains(&word) {
            self.left = 0;
        } else if denied {
            self.left -= 1;
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
