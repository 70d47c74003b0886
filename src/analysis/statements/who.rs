//! Tells which actor a speaker's words stand for, and for whom a spokesperson speaks.

use super::lexicon::LEXICON;
use crate::analysis::lexicon::words::WORDS;
use crate::base::Span;
use crate::model::{ActorKind, How, LocalActor, Mention, Sentence};

/// Mentions before a pronoun that are looked at.
const BACK: usize = 24;
/// How far, in bytes, a spokesperson's body may stand behind the name: ", a spokesman for the ministry".
const APPOSITION: usize = 90;
/// Mentions of an actor at which its role is looked up.
const LOOKED_UP: usize = 24;
/// Nouns that make an adjective the name of a state's government.
const BODIES: [&str; 9] =
    ["government", "ministry", "administration", "army", "military", "presidency", "embassy", "side", "delegation"];

/// The names of an article, for telling who is meant.
pub(super) struct Cast<'t> {
    pub(super) text: &'t str,
    pub(super) sentences: &'t [Sentence],
    pub(super) mentions: &'t [Mention],
    actors: &'t [LocalActor],
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
        let mut actor_of = vec![None; mentions.len()];
        for (at, actor) in actors.iter().enumerate() {
            for local in &actor.mentions {
                actor_of[local.mention as usize] = Some(at as u32);
            }
        }
        Self { text, sentences, mentions, actors, actor_of }
    }

    /// Whom the words at `span` mean, where `last` spoke before.
    pub(super) fn voice(&self, span: Span, last: Option<u32>) -> Voice {
        let from = self.mentions.partition_point(|mention| mention.span.end <= span.start);
        let to = from + self.mentions[from..].iter().take_while(|mention| mention.span.start < span.end).count();
        let words = span.of(self.text);
        let spokes = speaks_for(words);
        let named = (from..to).find(|at| self.heads(*at, span, spokes));
        let by = match named {
            // Of two who speak together neither is the speaker.
            Some(_) if !spokes && (from..to).any(|at| self.joined(at, to)) => None,
            Some(at) => Some(at as u32),
            None => self.meant(words, span, from, last),
        };
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
        let part = before.trim_end().rsplit(' ').find(|word| *word != "the");
        let complement =
            part.is_some_and(|word| matches!(word, "of" | "for" | "with" | "at" | "from" | "in" | "to" | "on"));
        if whose || complement {
            return false;
        }
        match mention.kind {
            ActorKind::Person => {
                rest.is_empty()
                    || rest.starts_with("and ")
                    || mention.how == How::Pronoun
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

    /// The person that a pronoun or a role points at, where the text leaves one.
    fn meant(&self, words: &str, span: Span, before: usize, last: Option<u32>) -> Option<u32> {
        let small = words.to_lowercase();
        match small.as_str() {
            "he" | "she" | "his" | "her" => self.antecedent(&small, span, before, last),
            _ => {
                let role = small.strip_prefix("the ").filter(|role| !role.contains(' '))?;
                let last = last.filter(|_| WORDS.titles.has(role))?;
                let actor = self.actor_of[last as usize]?;
                self.has_role(actor, role).then_some(last)
            }
        }
    }

    fn antecedent(&self, pronoun: &str, span: Span, before: usize, last: Option<u32>) -> Option<u32> {
        let sentence = self.sentences.partition_point(|sentence| sentence.span.end <= span.start);
        let near = self.sentences.get(sentence.saturating_sub(1)).map_or(0, |sentence| sentence.span.start);
        let feminine = matches!(pronoun, "she" | "her");
        let mut only: Option<u32> = None;
        let mut several = false;
        for at in (before.saturating_sub(BACK)..before).rev() {
            let mention = &self.mentions[at];
            if mention.span.start < near {
                break;
            }
            if mention.kind != ActorKind::Person || self.is_woman(at).is_some_and(|woman| woman != feminine) {
                continue;
            }
            match only {
                None => only = Some(at as u32),
                Some(other) => several |= self.actor_of[other as usize] != self.actor_of[at],
            }
        }
        let fits = |at: &u32| {
            self.mentions[*at as usize].kind == ActorKind::Person
                && self.is_woman(*at as usize).is_none_or(|woman| woman == feminine)
        };
        let last = last.filter(fits);
        match (only, several) {
            (Some(only), false) => Some(only),
            // Of several, the one who spoke last is taken to go on.
            (Some(_), true) => last.filter(|at| self.mentions[*at as usize].span.start >= near),
            (None, _) => last,
        }
    }

    /// Whether a person is a woman, as far as titles, the given name and pronouns that the article ties to it tell.
    fn is_woman(&self, mention: usize) -> Option<bool> {
        let actor = &self.actors[self.actor_of[mention]? as usize];
        let mentions = || actor.mentions.iter().take(LOOKED_UP).map(|local| &self.mentions[local.mention as usize]);
        let titled = mentions().find_map(|mention| {
            let before = self.text[..mention.span.start as usize].trim_end();
            match before.rsplit([' ', '\n']).next()?.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase().as_str()
            {
                "mr" | "sir" | "spokesman" | "chairman" | "congressman" => Some(false),
                "mrs" | "ms" | "miss" | "spokeswoman" | "chairwoman" | "congresswoman" => Some(true),
                _ => None,
            }
        });
        titled.or_else(|| WORDS.is_woman(&actor.name)).or_else(|| {
            let pronoun = mentions().find(|mention| mention.how == How::Pronoun)?;
            Some(pronoun.span.of(self.text).eq_ignore_ascii_case("she"))
        })
    }

    /// Whether the article sets the role beside a name of the actor: "Mayor Holm", "Holm, the mayor".
    fn has_role(&self, actor: u32, role: &str) -> bool {
        self.actors[actor as usize].mentions.iter().take(LOOKED_UP).any(|local| {
            let mention = &self.mentions[local.mention as usize];
            let Some(sentence) = self.sentences.get((mention.sentence.0 as usize).wrapping_sub(1)) else {
                return false;
            };
            let before =
                Span { start: sentence.span.start.min(mention.span.start), end: mention.span.start }.of(self.text);
            let behind = Span { start: mention.span.end, end: sentence.span.end.max(mention.span.end) }.of(self.text);
            let titled = before
                .split_whitespace()
                .rev()
                .take(4)
                .take_while(|word| !word.ends_with(','))
                .any(|word| word.eq_ignore_ascii_case(role));
            let aside = behind.strip_prefix(", ").and_then(|rest| rest.split(',').next()).unwrap_or_default();
            titled || aside.split_whitespace().take(12).any(|word| word.eq_ignore_ascii_case(role))
        })
    }
}

/// Whether words describe somebody who speaks for another.
fn speaks_for(words: &str) -> bool {
    words.split([' ', '\n', ',']).any(|word| LEXICON.spokespersons.has(&word.to_lowercase()))
}
