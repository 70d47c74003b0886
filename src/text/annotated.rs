//! The annotated text of one article: made once, and read by everything that asks what the article says.

use super::gazetteer::{GAZETTEER, Word};
use super::quotation::Quotations;
use super::tagger::speech;
use super::token::{Token, tokenize};
use crate::base::Span;
use crate::model::{Role, Sentence};
use std::ops::Range;

/// An article's text with what is told of it before anything is looked for in it.
#[derive(Clone, Debug)]
pub struct Text<'t> {
    /// The saved text.
    pub saved: &'t str,
    /// Its sentences, in order.
    pub sentences: &'t [Sentence],
    /// Its quotations, in order.
    pub quotations: Quotations,
    /// The tokens of the sentences that are the article's own, in order.
    pub tokens: Vec<Token>,
    /// What the lists say of the word of each token.
    pub known: Vec<Word>,
    /// The tokens of each sentence; none for furniture.
    ranges: Vec<Range<usize>>,
    /// Whether the tokens of each sentence have been told their parts of speech.
    tagged: Vec<bool>,
}

impl<'t> Text<'t> {
    /// Annotates `saved`, cut into `sentences`.
    #[must_use]
    pub fn new(saved: &'t str, sentences: &'t [Sentence]) -> Self {
        let mut tokens = Vec::with_capacity(saved.len() / 5);
        let tokenized = |sentence: &Sentence| {
            let start = tokens.len();
            if is_own(sentence.role) {
                tokenize(saved, sentence.span, &mut tokens);
            }
            start..tokens.len()
        };
        let ranges: Vec<Range<usize>> = sentences.iter().map(tokenized).collect();
        let known: Vec<Word> = tokens.iter().map(|token| GAZETTEER.word(token.folded)).collect();
        let tagged = vec![false; sentences.len()];
        Self { saved, sentences, quotations: Quotations::find(saved, sentences), tokens, known, ranges, tagged }
    }

    /// Tells the tokens of the sentences that are `wanted` their parts of speech. For all of an article that costs a tenth of a
    /// build, so only those sentences are told it that something reads as [`super::chunk::Chunks`].
    pub fn tag(&mut self, wanted: impl Fn(&Sentence) -> bool) {
        let mut ranges = Vec::new();
        for ((sentence, range), tagged) in self.sentences.iter().zip(&self.ranges).zip(&mut self.tagged) {
            if !*tagged && wanted(sentence) {
                *tagged = true;
                ranges.push(range.clone());
            }
        }
        speech::tag(&speech::WEIGHTS, self.saved, &mut self.tokens, &self.known, &ranges);
    }

    /// The tokens of one or several sentences that follow each other, as a range of [`Text::tokens`].
    #[must_use]
    pub fn tokens_of(&self, sentences: Range<usize>) -> Range<usize> {
        match &self.ranges[sentences] {
            [first, .., last] => first.start..last.end,
            [only] => only.clone(),
            [] => 0..0,
        }
    }

    /// The tokens that lie in `span`, as a range of [`Text::tokens`].
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let from = self.tokens.partition_point(|token| token.span.start < span.start);
        from..from + self.tokens[from..].partition_point(|token| token.span.end <= span.end)
    }
}

/// Whether sentences of this role are read: all but furniture and what the page says of the article.
const fn is_own(role: Role) -> bool {
    matches!(role, Role::Body | Role::Headline | Role::Standfirst | Role::Subheading | Role::Caption | Role::Dateline)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SentenceId;
    use crate::text::tagger::upos::Upos;

    #[test]
    fn furniture_has_no_tokens_and_those_of_the_article_are_tagged_when_asked_for() {
        let saved = "Ferries stop.\nShare this page.";
        let sentence = |id, span, role| Sentence { id: SentenceId(id), block: id, role, span, rejoined: false };
        let own = sentence(1, Span::new(0, 13), Role::Body);
        let sentences = [own, sentence(2, Span::new(14, saved.len()), Role::Furniture)];
        let mut text = Text::new(saved, &sentences);
        assert_eq!((text.tokens_of(0..2), text.tokens_of(1..2).len(), text.tokens_in(own.span)), (0..3, 0, 0..3));
        text.tag(|_| true);
        assert_eq!(
            text.tokens.iter().map(|token| token.tag).collect::<Vec<_>>(),
            [Upos::Noun, Upos::Verb, Upos::Punct]
        );
    }
}
