//! The word lists that sentence borders are decided by.

use crate::text::lexicon::{ORGANIZATIONS, SENTENCES};
use std::sync::LazyLock;

/// A sorted list of words.
pub(super) struct List(Vec<&'static str>);

impl List {
    fn of(class: &'static str) -> Self {
        let mut words: Vec<&str> = SENTENCES.words(class).collect();
        words.sort_unstable();
        Self(words)
    }

    /// Whether `word` stands in the list as it is written.
    pub(super) fn has(&self, word: &str) -> bool {
        self.0.binary_search(&word).is_ok()
    }

    /// Whether the list has `word` as it is written or, for a word of more than one letter in
    /// CAPITALS (with `any_case` in lower case, too), in its Capitalised form.
    pub(super) fn has_form_of(&self, word: &str, any_case: bool) -> bool {
        if self.has(word) {
            return true;
        }
        let mut letters = [0_u8; LONGEST];
        let bytes = word.as_bytes();
        let capitals = !bytes.iter().any(u8::is_ascii_lowercase);
        if bytes.len() < 2 || bytes.len() > LONGEST || !word.is_ascii() || !(capitals || any_case) {
            return false;
        }
        let folded = &mut letters[..bytes.len()];
        folded.copy_from_slice(bytes);
        folded.make_ascii_lowercase();
        folded[0].make_ascii_uppercase();
        std::str::from_utf8(folded).is_ok_and(|word| self.has(word))
    }
}

/// Longest word that is looked up in other forms, in bytes; no listed word is longer.
const LONGEST: usize = 20;

macro_rules! lists {
    ($($(#[$about:meta])* $name:ident = $class:literal;)*) => {
        $($(#[$about])*
        pub(super) static $name: LazyLock<List> = LazyLock::new(|| List::of($class));)*
    };
}

lists! {
    /// Abbreviations that never end a sentence.
    NEVER_LAST = "never-last";
    /// Abbreviations that a number follows.
    BEFORE_NUMBERS = "before-numbers";
    /// Abbreviations that end a sentence only where the next word shows it.
    MAY_BE_LAST = "may-be-last";
    /// Capitalised words that show the start of a sentence.
    STARTERS = "starters";
    /// Capitalised nouns that do so before a word in lower case.
    SUBJECTS = "subjects";
    /// Capitalised words that continue a time of day.
    CLOCK_WORDS = "clock-words";
    /// Names that end in `!` or `?`.
    NAMES_WITH_MARKS = "names-with-marks";
    /// Verbs that name the speaker after a quotation.
    REPORTING_VERBS = "reporting-verbs";
    /// Last parts of host and file names.
    DOMAINS = "domains";
    /// Capitalised words that open a sentence even right behind a name.
    OPENERS = "openers";
    /// Nouns whose title may stand behind them: "the article The fall of the quay".
    NAMED_BEHIND = "named-behind";
    /// Labels before a report, without their colon.
    KICKERS = "kickers";
    /// Words that hardly end a sentence.
    DANGLING = "dangling";
}

/// Who signs datelines: news agencies by their signs, and others.
pub(super) static AGENCIES: LazyLock<List> = LazyLock::new(|| {
    let mut signs: Vec<&str> = ORGANIZATIONS.words("agency").chain(SENTENCES.words("agencies")).collect();
    signs.sort_unstable();
    List(signs)
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_capitals_are_found_capitalised() {
        assert!(NEVER_LAST.has_form_of("Gen", false) && NEVER_LAST.has_form_of("GEN", false));
        assert!(!NEVER_LAST.has_form_of("gen", false) && NEVER_LAST.has_form_of("gen", true));
        assert!(!NEVER_LAST.has_form_of("", true) && !NEVER_LAST.has_form_of(&"X".repeat(99), true));
    }
}
