//! Tells which actor a speaker's words stand for, and for whom a spokesperson speaks.

use super::lexicon::LEXICON;
use crate::base::Span;
use crate::model::{ActorKind, How, LocalActor, Mention, Sentence};

/// How far, in bytes, a spokesperson's body may stand behind the name: ", a spokesman for the ministry".
const APPOSITION: usize = 90;
/// Nouns that make an adjective the name of a state's government.
const BODIES: [&str; 9] =
    ["government", "ministry", "administration", "army", "military", "presidency", "embassy", "side", "delegation"];

/// The names of an article, for telling who is meant.
pub(super) struct Cast<'t> {
    pub(super) text: &'t str,
    pub(super) sentences: &'t [Sentence],
    pub(super) mentions: &'t [Mention],
    /// The actor of each mention.
    actor_of: Vec<Option<u32>>,
}

/// A speaker's words and whom they mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Voice {
    pub(super) speaker: Option<Span>,
    pub(super) by: Option<u32>,
    pub(super) on_behalf_of: Option<u32>,
}

impl<'t> Cast<'t> {
    pub(super) fn new(
        text: &'t str,
        sentences: &'t [Sentence],
        mentions: &'t [Mention],
        actors: &'t [LocalActor],
    ) -> Self {
        Self { text, sentences, mentions, actor_of: LocalActor::by_mention(actors, mentions.len()) }
    }

    /// Whom the words at `span` mean: a name in them or, as the linking has it, a pronoun or a description.
    pub(super) fn voice(&self, span: Span) -> Voice {
        let from = self.mentions.partition_point(|mention| mention.span.end <= span.start);
        let to = from + self.mentions[from..].iter().take_while(|mention| mention.span.start < span.end).count();
        let words = span.of(self.text);
        let spokes = speaks_for(words);
        let named = (from..to).find(|at| self.heads(*at, span, spokes));
        // Of two who speak together neither is the speaker.
        let together = !spokes && (from..to).any(|at| self.joined(at, to));
        let by = named.filter(|_| !together).map(|at| at as u32);
        let other = |at: &usize| Some(*at as u32) != by && self.mentions[*at].how != How::Pronoun;
        let on_behalf_of = if spokes {
            (from..to).rev().find(other)
        } else if named.is_some() {
            self.beside(span, to)
        } else {
            None
        };
        Voice { speaker: Some(span), by, on_behalf_of: on_behalf_of.map(|at| at as u32) }
    }

    /// Whether the words at `span` name the actor of a mention.
    pub(super) fn names(&self, span: Span, mention: u32) -> bool {
        let actor = self.actor_of[mention as usize];
        let from = self.mentions.partition_point(|mention| mention.span.end <= span.start);
        let inside = self.mentions[from..]
            .iter()
            .zip(&self.actor_of[from..])
            .take_while(|(other, _)| other.span.start < span.end);
        inside.into_iter().any(|(other, of)| other.how.is_name() && *of == actor)
    }

    /// Whether "and" stands between a name and the next: "Holm and Vik".
    fn joined(&self, at: usize, to: usize) -> bool {
        let Some(next) = self.mentions[..to].get(at + 1) else { return false };
        let names = self.mentions[at].how.is_name() && next.how.is_name();
        let between = self.text.get(self.mentions[at].span.end as usize..next.span.start as usize).unwrap_or_default();
        let words = between.trim_start_matches([',', ' ']).strip_prefix("and ").or_else(|| between.strip_prefix(" & "));
        let actors = self.mentions[at].kind != ActorKind::Place && next.kind != ActorKind::Place;
        names && actors && words.is_some_and(|words| words.split_whitespace().count() <= 3)
    }

    /// Whether a mention in the speaker's words is the speaker, and no one that it belongs to.
    fn heads(&self, at: usize, span: Span, spokes: bool) -> bool {
        let mention = &self.mentions[at];
        let rest = Span { start: mention.span.end.min(span.end), end: span.end }.of(self.text).trim();
        let before = Span { start: span.start, end: mention.span.start.max(span.start) }.of(self.text);
        let whose = rest.starts_with("'s") || rest.starts_with("’s") || rest.starts_with(['\'', '’']);
        let preposition = |word: &str| matches!(word, "of" | "for" | "with" | "at" | "from" | "in" | "to" | "on");
        let mut part = before.split_whitespace().rev().filter(|word| *word != "the");
        // "the head of the charity Sea Rescue": a title may hold a preposition, what goes before a body's name may not.
        let complement = match mention.kind {
            ActorKind::Person => part.next().is_some_and(preposition),
            _ => part.any(preposition),
        };
        if whose || complement {
            return false;
        }
        match mention.kind {
            ActorKind::Person => {
                rest.is_empty()
                    || rest.starts_with("and ")
                    || rest.starts_with(['(', ','])
                    || ["of ", "from ", "at ", "with "].iter().any(|word| rest.starts_with(word))
            }
            _ if spokes => false,
            _ => {
                rest.is_empty() && mention.how != How::Demonym
                    || BODIES.contains(&rest.rsplit(' ').next().unwrap_or_default())
            }
        }
    }

    /// The body in ", a spokesman for the ministry," behind a name.
    fn beside(&self, span: Span, next: usize) -> Option<usize> {
        let end = self.sentence_end(span).min(span.end + APPOSITION as u32);
        let behind = self.text.get(span.end as usize..end as usize)?.strip_prefix(", ")?;
        let aside = &behind[..behind.find(',').unwrap_or(behind.len())];
        let border = span.end + 2 + aside.len() as u32;
        let first = self.mentions.get(next).filter(|mention| mention.span.end <= border)?;
        (speaks_for(aside) && first.kind != ActorKind::Place).then_some(next)
    }

    fn sentence_end(&self, span: Span) -> u32 {
        let at = self.sentences.partition_point(|sentence| sentence.span.end <= span.start);
        self.sentences.get(at).map_or(span.end, |sentence| sentence.span.end.max(span.end))
    }
}

/// Whether words describe somebody who speaks for another.
fn speaks_for(words: &str) -> bool {
    words.split([' ', '\n', ',']).any(|word| LEXICON.spokespersons.has(&word.to_lowercase()))
}
