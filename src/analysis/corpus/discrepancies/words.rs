//! The word lists that differences are told by.

use crate::text::lexicon::file::tables;

tables! {
    CLAUSE = DISCREPANCIES "clause";
    HEDGE = DISCREPANCIES "hedge";
    VAGUE = DISCREPANCIES "vague";
    EVEN = DISCREPANCIES "even";
    GROUP = DISCREPANCIES "group";
    LED = DISCREPANCIES "led";
}

/// Whether a clause may open with `word`, in small letters.
pub(super) fn opens(word: &str) -> bool {
    CLAUSE.has(word)
}

/// Whether a denial beside `word`, in small letters, is no plain one.
pub(super) fn hedges(word: &str) -> bool {
    HEDGE.has(word)
}

/// Whether a number, given with its words, is none that can be held against another: "dozens of ships".
pub(super) fn is_vague(number: &str) -> bool {
    number.split(|c: char| !c.is_alphabetic()).any(|word| VAGUE.has(&word.to_lowercase()))
}

/// Whether names around `word` may change places, and nothing is said otherwise.
pub(super) fn even(word: &str) -> bool {
    EVEN.has(word)
}

/// What is sent to an event, and led there, where `word` is such.
pub(super) fn group(word: &str) -> Option<&'static str> {
    GROUP.words().find(|listed| *listed == word)
}

/// Whether `word` is a verb of leading.
pub(super) fn leads(word: &str) -> bool {
    LED.has(word)
}

/// Whether a verb of leading may stand in `text`.
pub(super) fn may_lead(text: &str) -> bool {
    LED.words().any(|verb| text.contains(verb))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_read_by_class() {
        assert!(opens("which") && !opens("delegation") && hedges("only") && leads("headed") && may_lead("he led it"));
        assert_eq!((group("mission"), group("led")), (Some("mission"), None));
    }
}
