//! The word lists that a claim's representative is chosen by.

use crate::text::lexicon::file::tables;

/// Most words before the verb of a credit.
const NAMED: usize = 8;
/// Most bytes of a sentence that a phrase makes a credit: what is longer tells something, too.
const LONGEST: usize = 160;

tables! {
    BACK = CLAIMS "back";
    FILED = CLAIMS "filed";
    BEHIND = CLAIMS "behind";
    BETWEEN = CLAIMS "between";
    PHRASE = CLAIMS "phrase";
}

/// Whether `word`, in small letters, points back at a sentence before.
pub(super) fn points_back(word: &str) -> bool {
    BACK.has(word)
}

/// Whether a sentence says who wrote or filmed a report: "Ann Holm reports from Lennar.", often run into the first
/// sentence of the report.
pub(super) fn is_credit(sentence: &str) -> bool {
    if sentence.len() <= LONGEST {
        let small = sentence.to_lowercase();
        if PHRASE.words().any(|phrase| small.contains(phrase)) {
            return true;
        }
    }
    let apart = |c: char| !c.is_alphanumeric();
    let words: Vec<&str> = sentence.split(apart).filter(|word| !word.is_empty()).collect();
    let named = |word: &&str| word.starts_with(char::is_uppercase) || BETWEEN.has(word);
    let before = words.iter().take(NAMED).take_while(|word| named(word)).count();
    let filed = words.get(before).is_some_and(|word| FILED.has(word));
    before > 1 && filed && words.get(before + 1).is_none_or(|word| BEHIND.has(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_told_from_what_is_reported() {
        for credit in [
            "Ann Holm reports from the harbour of Lennar on the storm.",
            "The Courier's Ann Holm reports.",
            "Ann Holm reports from Lennar Three children have been saved by the crew of a ferry that was on its way to the \
             islands, the first to be found since the storm of Sunday, when the lighthouse fell.",
            "Per Dahl in Trond contributed to this report by telephone.",
        ] {
            assert!(is_credit(credit), "{credit}");
        }
        for told in [
            "The Courier reports that the ferry Solvei has sunk near Lennar.",
            "Ann Holm reports to the council of Lennar every month.",
            "The ferry has sunk, the Courier reports.",
        ] {
            assert!(!is_credit(told), "{told}");
        }
        assert!(points_back("however") && !points_back("harbour"));
    }
}
