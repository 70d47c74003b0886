//! The words by which counts are told apart, and the words of a sentence that has some.

use crate::analysis::corpus::told::Told;
use crate::base::Span;
use crate::text::lexicon::COUNTS;
use crate::text::lexicon::content::tokens;
use crate::text::lexicon::table::Table;
use std::sync::LazyLock;

/// The lists of `counts.txt`.
pub(super) struct Lists {
    /// Classes of people that have several nouns.
    pub(super) group: Table<&'static str>,
    /// How sure or how bad a count is.
    pub(super) sure: Table<&'static str>,
    /// Forms that are of somebody who does it, unless one of `passive` stands before them.
    pub(super) active: Table,
    pub(super) passive: Table,
    /// What comes before a base form that has not happened: "could", "to prevent".
    pub(super) open: Table,
    pub(super) base: Table,
    /// Words by which a number adds to another.
    pub(super) added: Table,
    pub(super) toll_noun: Table,
    /// Words between a noun for a count and its number.
    pub(super) reaches: Table,
    /// Words that point to a place that was named before.
    pub(super) here: Table,
    pub(super) place_before: Table,
    pub(super) world: Table,
}

pub(super) static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let valued = |class: &'static str| {
        Table::of(COUNTS.of(class).flat_map(|record| record.words().map(move |word| (word, record.value))))
    };
    Lists {
        group: valued("group"),
        sure: valued("sure"),
        active: COUNTS.table("active"),
        passive: COUNTS.table("passive"),
        open: COUNTS.table("open"),
        base: COUNTS.table("base"),
        added: COUNTS.table("added"),
        toll_noun: COUNTS.table("toll-noun"),
        reaches: COUNTS.table("reaches"),
        here: COUNTS.table("here"),
        place_before: COUNTS.table("place-before"),
        world: COUNTS.table("world"),
    }
});

/// One word of a sentence.
pub(super) struct Word {
    pub(super) span: Span,
    pub(super) small: String,
    /// Whether a mark of a clause stands before it.
    pub(super) paused: bool,
    /// Whether it is of a number.
    pub(super) number: bool,
}

/// The words of a sentence.
pub(super) fn words(told: &Told<'_>) -> Vec<Word> {
    let text = told.text();
    let mut end = told.span.start;
    let word = |span: Span| {
        let gap = Span { start: end, end: span.start }.of(text);
        end = span.end;
        Word {
            span,
            small: span.of(text).to_lowercase(),
            paused: gap.contains([',', ';', ':', '(', ')', '—', '–', '"', '“', '”']) || gap.contains(" - "),
            number: told.quantities().any(|(_, quantity)| quantity.number.contains(span)),
        }
    };
    tokens(text, told.span).map(word).collect()
}
