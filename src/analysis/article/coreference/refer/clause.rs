//! Where words stand in their clause: its subject, or in the circumstance that opens the sentence.

use super::words::Word;
use crate::text::lexicon::words::WORDS;

/// Where a person's words stand in the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// They are the subject of their clause, or the speaker of its words.
    Subject,
    /// Behind "and", "or" or "by".
    Aside,
    Elsewhere,
}

/// Words that open a circumstance before the subject.
const FRONTS: [&str; 37] = [
    "about",
    "after",
    "alongside",
    "although",
    "amid",
    "among",
    "as",
    "at",
    "because",
    "before",
    "besides",
    "by",
    "despite",
    "during",
    "following",
    "for",
    "from",
    "if",
    "in",
    "like",
    "of",
    "on",
    "once",
    "since",
    "though",
    "through",
    "to",
    "under",
    "unlike",
    "until",
    "upon",
    "when",
    "while",
    "whilst",
    "with",
    "within",
    "without",
];

/// Where the circumstance ends that a sentence opens with, "After meeting Mara Holm,": with the sentence, where no comma
/// tells.
pub(super) fn fronted(words: &[Word<'_>]) -> usize {
    let open = |from: usize| (from..words.len()).find(|at| !words[*at].mark && !words[*at].quoted);
    let Some(mut first) = open(0) else { return 0 };
    // "Yet, in order to sail"
    if words.get(first + 1).is_some_and(|next| next.small == ",") && words[first].mention.is_none() {
        first = open(first + 1).unwrap_or(first);
    }
    let small = &*words[first].small;
    let participle = small.len() > 5 && (small.ends_with("ing") || small.ends_with("ed"));
    if words[first].mention.is_some() || !FRONTS.contains(&small) && !participle {
        return 0;
    }
    (first..words.len()).find(|at| words[*at].small == "," && !words[*at].quoted).map_or(words.len(), |at| at + 1)
}

/// Words after which a new subject stands.
const CLAUSES: [&str; 20] = [
    "after", "although", "and", "as", "because", "before", "but", "however", "if", "since", "so", "that", "then",
    "though", "until", "when", "where", "whether", "while", "yet",
];

/// Whether a verb can begin with the word, or an adverb before one.
fn can_be_verb(small: &str) -> bool {
    WORDS.may_be_verb(small) || small.ends_with("ly") || WORDS.auxiliary.has(small)
}

/// Where the words `from..end` stand: they open their clause, or stand with a verb of saying ("Holm went", "said Holm",
/// "according to Holm"), and not in the circumstance that opens the sentence and ends at `fronted`.
pub(super) fn stands(words: &[Word<'_>], from: usize, end: usize, fronted: usize) -> Stands {
    let border = Some(fronted).filter(|border| *border < words.len()).unwrap_or(0);
    let owner = words.get(end).is_some_and(|next| matches!(&*next.small, "'s" | "'" | "’"));
    let before = from.checked_sub(1).map(|at| &words[at]);
    let opens = before.is_none_or(|before| {
        let according = before.small == "to" && from > 1 && words[from - 2].small == "according";
        let joined = before.small == "and" && words.get(end).is_none_or(|next| next.mark || !can_be_verb(&next.small));
        // ", Mara Holm." stands beside what comes before it.
        let last = before.small == "," && words.get(end).is_none_or(|next| next.mark && next.small != ",");
        let clause = before.mark && before.small != "'s" && !last || CLAUSES.contains(&&*before.small) && !joined;
        clause || WORDS.saying.has(&before.small) || according
    });
    if from >= border && !owner && opens {
        Stands::Subject
    } else if before.is_some_and(|before| matches!(&*before.small, "and" | "or" | "by")) {
        Stands::Aside
    } else {
        Stands::Elsewhere
    }
}
