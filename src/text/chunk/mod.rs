//! Cuts a tagged sentence into noun groups, verb groups and clauses, from left to right and without looking back far.
//!
//! A noun group ([`nouns`]) has no other in it: "the mayor | of | Port Lennar". A verb group ([`verbs`]) is a verb with its
//! auxiliaries: "had not yet been told". Clauses ([`clauses`]) are told by marks and small words, and a subject is the noun group
//! that stands free before its verb ([`subjects`]). All is said in tokens of the whole text.

mod clauses;
mod nouns;
mod subjects;
mod verbs;
mod words;

use super::annotated::Text;
pub use clauses::Clause;
pub use nouns::{Determiner, NounGroup};
use std::ops::Range;
pub use verbs::{Form, VerbGroup};
pub use words::{Modal, Side, Tense};

/// What a sentence consists of.
#[derive(Clone, Debug, Default)]
pub struct Chunks {
    /// Its noun groups, in order; none inside another.
    pub nouns: Vec<NounGroup>,
    /// Its verb groups, in order; none inside another.
    pub verbs: Vec<VerbGroup>,
    /// Its clauses, in order; they follow each other without a gap.
    pub clauses: Vec<Clause>,
}

impl Chunks {
    /// Cuts the `tokens` of `text`, those of one sentence that is tagged. A clause also begins at each of `turns`, in order:
    /// where somebody else takes the word.
    #[must_use]
    pub fn of(text: &Text<'_>, tokens: Range<usize>, turns: &[usize]) -> Self {
        let nouns = nouns::noun_groups(text, tokens.clone());
        let mut verbs = verbs::verb_groups(text, tokens.clone());
        let clauses = clauses::clauses(text, tokens, &verbs, turns);
        subjects::tie(text, &nouns, &mut verbs, &clauses);
        Self { nouns, verbs, clauses }
    }

    /// The noun group that holds a token.
    #[must_use]
    pub fn noun_at(&self, token: usize) -> Option<&NounGroup> {
        let at = self.nouns.partition_point(|group| group.tokens.end <= token);
        self.nouns.get(at).filter(|group| group.tokens.contains(&token))
    }

    /// The verb group that holds a token.
    #[must_use]
    pub fn verb_at(&self, token: usize) -> Option<&VerbGroup> {
        let at = self.verbs.partition_point(|group| group.tokens.end <= token);
        self.verbs.get(at).filter(|group| group.tokens.contains(&token))
    }

    /// The noun group that is the subject of a verb group, as far as can be told.
    #[must_use]
    pub fn subject(&self, verb: &VerbGroup) -> Option<&NounGroup> {
        self.nouns.get(verb.subject?)
    }

    /// The clause that holds a token, by its place in [`Chunks::clauses`].
    #[must_use]
    pub fn clause_at(&self, token: usize) -> usize {
        self.clauses.partition_point(|clause| clause.tokens.end <= token)
    }
}
