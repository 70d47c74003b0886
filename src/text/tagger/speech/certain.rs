//! Words that have one tag, whatever stands around them: a third of a text, for which nothing need be weighed.

use super::treebank::Cut;
use crate::text::lexicon::{GRAMMAR, TAGS};
use crate::text::tagger::hash;
use crate::text::tagger::table::Table;
use crate::text::tagger::upos::Upos;
use crate::text::token::Shape;
use std::sync::LazyLock;

/// Words of the texts that the weights were trained on, and past forms of which these have too few.
static CERTAIN: LazyLock<Table<Upos>> = LazyLock::new(|| {
    let listed = TAGS.records().filter_map(|record| Some((record, Upos::named(record.class)?)));
    let all: Vec<_> = GRAMMAR.of("past").map(|record| (record, Upos::Verb)).chain(listed).collect();
    let mut table = Table::with_room(all.iter().flat_map(|(record, _)| record.words()).count());
    for (record, tag) in all {
        record.words().for_each(|word| *table.entry(hash::folded(word)) = tag);
    }
    table
});

/// The tag of a word that has only one; a word with capitals may be a name.
pub(super) fn certain(word: &Cut, text: &str) -> Option<Upos> {
    let shape = word.shape & 15;
    if shape == Shape::Mark as u64 {
        return matches!(&text[word.span.clone()], "," | "." | ";" | "?" | "!" | "(" | ")" | "“" | "”" | "\"")
            .then_some(Upos::Punct);
    }
    (shape == Shape::Lower as u64).then(|| CERTAIN.get(word.folded)).flatten()
}
