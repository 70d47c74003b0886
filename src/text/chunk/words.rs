//! The small words that groups and clauses are told by.

use crate::text::annotated::Text;
use crate::text::lexicon::GRAMMAR;
use crate::text::lexicon::file::tables;
use crate::text::lexicon::table::Table;
use std::borrow::Cow;
use std::sync::LazyLock;

/// When a verb says that something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// "left", "had left"
    Past,
    /// "leaves", "has left"
    Present,
    /// "will leave"
    Future,
}

/// A word that takes a verb out of what is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modal {
    /// "will", "shall"
    Will,
    /// "would"
    Would,
    /// "may", "might", "could"
    May,
    /// "can"
    Can,
    /// "must", "should", "ought to"
    Must,
    /// "is to leave"
    Due,
}

/// How a clause stands to the main one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It is the main one, or joined to it by "and".
    Main,
    /// It tells something of about the same time: "when", "after", "as".
    Alongside,
    /// It tells something of another time, or a reason.
    Aside,
    /// It says on what something depends: "if", "unless".
    Condition,
    /// It describes a thing or person: "which was built in".
    Relative,
}

/// What an auxiliary adds to its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Auxiliary {
    Modal(Modal),
    Be(Option<Tense>),
    Have(Option<Tense>),
    Do(Option<Tense>),
}

/// Auxiliaries, short forms among them as they are cut: `wo` and `n’t`.
pub(super) static AUXILIARIES: LazyLock<Table<Auxiliary>> = LazyLock::new(|| {
    let classes = [
        ("will", Auxiliary::Modal(Modal::Will)),
        ("would", Auxiliary::Modal(Modal::Would)),
        ("may", Auxiliary::Modal(Modal::May)),
        ("can", Auxiliary::Modal(Modal::Can)),
        ("must", Auxiliary::Modal(Modal::Must)),
        ("be", Auxiliary::Be(None)),
        ("is", Auxiliary::Be(Some(Tense::Present))),
        ("was", Auxiliary::Be(Some(Tense::Past))),
        ("having", Auxiliary::Have(None)),
        ("has", Auxiliary::Have(Some(Tense::Present))),
        ("had", Auxiliary::Have(Some(Tense::Past))),
        ("do", Auxiliary::Do(Some(Tense::Present))),
        ("did", Auxiliary::Do(Some(Tense::Past))),
    ];
    Table::of(classes.into_iter().flat_map(|(class, meant)| GRAMMAR.words(class).map(move |word| (word, meant))))
});

/// What a word opens that stands beside the main clause.
pub(super) static OPENERS: LazyLock<Table<Side>> = LazyLock::new(|| {
    let classes = [
        ("condition", Side::Condition),
        ("alongside", Side::Alongside),
        ("aside", Side::Aside),
        ("relative", Side::Relative),
    ];
    Table::of(classes.into_iter().flat_map(|(class, side)| GRAMMAR.words(class).map(move |word| (word, side))))
});

tables! {
    /// Words that deny what their verb says.
    pub(super) DENIALS = GRAMMAR "not";
    /// What takes a denial back: "not only".
    pub(super) ONLY = GRAMMAR "only";
    /// Past participles that are no past forms.
    pub(super) PARTICIPLES = GRAMMAR "participle";
    /// Past forms that do not end in -ed.
    pub(super) PAST = GRAMMAR "past", GRAMMAR "past-too";
    /// Verbs of which the past form is the verb itself.
    pub(super) UNCHANGED = GRAMMAR "unchanged";
    /// Whose something is.
    pub(super) OWNERS = GRAMMAR "owner";
    /// "And", "but", "or".
    pub(super) JOINTS = GRAMMAR "joint";
}

/// A token in small letters.
pub(super) fn small<'t>(text: &Text<'t>, at: usize) -> Cow<'t, str> {
    let word = text.tokens.get(at).map_or("", |token| token.span.of(text.saved));
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// Whether the token is an apostrophe.
pub(super) fn is_apostrophe(text: &Text<'_>, at: usize) -> bool {
    text.tokens.get(at).is_some_and(|token| matches!(token.span.of(text.saved), "'" | "’"))
}

/// Whether `n’t` ends with the token at `at`.
pub(super) fn is_short_not(text: &Text<'_>, at: usize) -> bool {
    at >= 2 && !text.tokens[at].spaced && is_apostrophe(text, at - 1) && small(text, at) == "t"
}
