//! The words of a sentence with what is asked of them when a date is to be tied to what happened.

use super::words::Class;
use crate::base::Span;
use crate::model::{DateExpression, Statement};
use crate::text::annotated::Text;
use crate::text::chunk::{Chunks, Form, Side, VerbGroup};
use crate::text::tagger::upos::Upos;
use crate::text::token::{Shape, Token, ends_word};
use std::ops::Range;

/// One word of a sentence.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is true of a word whatever the others are")]
pub(super) struct Word {
    /// Where it stands.
    pub(super) span: Span,
    /// Its classes; none for a word of a date.
    pub(super) class: Class,
    /// Whether it belongs to a date.
    pub(super) dates: bool,
    /// Whether it stands in what somebody is reported to say.
    pub(super) said: bool,
    /// Whether it stands in quotation marks.
    pub(super) quoted: bool,
    /// Whether it stands in brackets.
    pub(super) bracketed: bool,
    /// Its clause's standing.
    pub(super) side: Side,
    /// Its clause, by its place.
    pub(super) clause: usize,
    /// Whether it is an auxiliary.
    pub(super) auxiliary: bool,
    /// The verb group that it belongs to, by its place.
    pub(super) verb: Option<usize>,
    /// How many verb groups that tell something its clause has up to here, its own among them.
    pub(super) verbs: usize,
}

/// Most words of a sentence that are looked at.
const MOST: usize = 400;

/// A sentence cut into words.
pub(super) struct Words {
    pub(super) words: Vec<Word>,
    pub(super) verbs: Vec<VerbGroup>,
}

impl Words {
    /// The words of the sentence with these `tokens`.
    pub(super) fn of(text: &Text<'_>, tokens: Range<usize>, dates: &[DateExpression], said: &[&Statement]) -> Self {
        let told =
            |token: &Token| said.iter().any(|statement| statement.spans.iter().any(|words| words.contains(token.span)));
        let turned = |at: &usize| *at > tokens.start && told(&text.tokens[*at - 1]) != told(&text.tokens[*at]);
        let turns: Vec<usize> = if said.is_empty() { Vec::new() } else { tokens.clone().filter(turned).collect() };
        let chunks = Chunks::of(text, tokens.clone(), &turns);
        let (mut words, mut date, mut brackets): (Vec<Word>, _, _) = (Vec::new(), 0, 0_u32);
        let (mut verb, mut clause, mut verbs) = (0, 0, 0);
        for at in tokens {
            let token = &text.tokens[at];
            match token.span.of(text.saved) {
                "(" => brackets += 1,
                ")" => brackets = brackets.saturating_sub(1),
                _ => {}
            }
            if token.shape == Shape::Mark || ends_word(text.saved, &text.tokens, at) {
                continue;
            }
            date += dates[date..].iter().take_while(|date| date.span.end <= token.span.start).count();
            let in_date = dates.get(date).is_some_and(|date| date.span.overlap(token.span).is_some());
            verb += chunks.verbs[verb..].iter().take_while(|group| group.tokens.end <= at).count();
            let own = chunks.verbs.get(verb).filter(|group| group.tokens.contains(&at)).map(|_| verb);
            let before = words.last();
            if chunks.clause_at(at) != clause {
                (clause, verbs) = (chunks.clause_at(at), 0);
            }
            let tells = own.is_some_and(|own| tells(&chunks.verbs[own]));
            verbs += usize::from(tells && before.is_none_or(|before: &Word| before.verb != own));
            words.push(Word {
                span: token.span,
                class: if in_date { Class::default() } else { Class::of(token.span.of(text.saved)) },
                dates: in_date,
                said: told(token),
                quoted: text.quotations.hold(token.span.start),
                bracketed: brackets > 0,
                side: chunks.clauses.get(clause).map_or(Side::Main, |clause| clause.side),
                clause,
                auxiliary: token.tag == Upos::Aux,
                verb: own,
                verbs,
            });
            if words.len() == MOST {
                break;
            }
        }
        Self { words, verbs: chunks.verbs }
    }

    /// The verb group of the word at `at`, where it tells something.
    pub(super) fn told(&self, at: usize) -> Option<&VerbGroup> {
        self.words.get(at)?.verb.map(|verb| &self.verbs[verb]).filter(|group| tells(group))
    }
}

/// Whether a verb group tells something, or describes by what was done: it is no "to leave" and no "leaving".
const fn tells(group: &VerbGroup) -> bool {
    matches!(group.form, Form::Finite | Form::Participle)
}
