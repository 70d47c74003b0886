//! Ties "the group", "the company" … to the one organisation that was named just before.

use super::super::gather::Profile;
use crate::base::Span;
use crate::model::{ActorKind, How, LocalActor, Mention, Role, Sentence};
use crate::text::lexicon::actors::Class;
use crate::text::lexicon::words::WORDS;
use crate::text::naming::Page;

/// A reference that was found: where, and whose.
pub(super) struct Reference {
    pub(super) mention: Mention,
    pub(super) actor: u32,
}

/// Mentions before a description that are looked at; a page with more in three sentences is a list.
const MENTIONS_BACK: usize = 64;
/// Sentences before a description in which the one organisation may be named.
const SENTENCES_BACK: u32 = 2;

/// The organisations of an article.
pub(super) struct Bodies<'a> {
    pub(super) page: Page<'a>,
    pub(super) owner: &'a [Option<u32>],
    pub(super) actors: &'a [LocalActor],
    pub(super) profiles: &'a [Profile],
}

impl Bodies<'_> {
    /// Reads all sentences of the article's body.
    pub(super) fn read(&self, found: &mut Vec<Reference>) {
        let mut next = 0;
        for sentence in self.page.sentences {
            while self.page.mentions.get(next).is_some_and(|mention| mention.sentence <= sentence.id) {
                next += 1;
            }
            let words = sentence.span.of(self.page.text);
            if sentence.role == Role::Body && (words.contains("he ") || words.contains("he\u{a0}")) {
                self.descriptions(sentence, words, next, found);
            }
        }
    }

    /// Ties "the group" and the like to the one organisation that was named just before.
    fn descriptions(&self, sentence: &Sentence, words: &str, next: usize, found: &mut Vec<Reference>) {
        for (at, _) in words.match_indices("he ") {
            let is_article = matches!(words.as_bytes().get(at.wrapping_sub(1)), Some(b't' | b'T'))
                && !words[..at - 1].ends_with(char::is_alphanumeric);
            if !is_article {
                continue;
            }
            let rest = &words[at + 3..];
            let noun = &rest[..rest.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(rest.len())];
            let Some(sort) = sort(noun) else { continue };
            let after = rest[noun.len()..].trim_start();
            let goes_on =
                after.split(' ').next().is_some_and(|word| matches!(word, "of" | "stage" | "stages" | "that"));
            if goes_on || rest[noun.len()..].starts_with('-') {
                continue;
            }
            let start = sentence.span.start as usize + at + 3;
            let span = Span::new(start, start + noun.len());
            if let Some(actor) = self.organization(sentence, span, next, sort) {
                let mention =
                    Mention { span, sentence: sentence.id, kind: ActorKind::Organization, how: How::Description };
                found.push(Reference { mention, actor });
            }
        }
    }

    /// The one organisation of this sort that is named before `span`, in this sentence or the two before it.
    fn organization(&self, sentence: &Sentence, span: Span, next: usize, sort: Sort) -> Option<u32> {
        let (mut only, mut opens) = (None, false);
        let before = self.page.mentions[..next].iter().enumerate().rev().take(MENTIONS_BACK);
        for (at, mention) in before {
            if mention.sentence.0 + SENTENCES_BACK < sentence.id.0 {
                break;
            }
            if mention.span.overlap(span).is_some() {
                return None;
            }
            let body = self.page.sentence(mention).is_some_and(|sentence| sentence.role == Role::Body);
            if mention.span.start > span.start || mention.kind != ActorKind::Organization || !body {
                continue;
            }
            let actor = self.owner[at]?;
            if only.is_some_and(|only| only != actor) {
                return None;
            }
            only = Some(actor);
            opens |= mention.span.start
                <= self.page.sentence(mention).map_or(0, |sentence| sentence.span.start) + "The ".len() as u32;
        }
        only.filter(|actor| {
            let (actor, profile) = (&self.actors[*actor as usize], &self.profiles[*actor as usize]);
            sort.fits(actor, profile).unwrap_or(opens)
        })
    }
}

/// What a description says that an organisation is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Group,
    Body,
    Company,
    Agency,
}

/// The sort that a noun describes.
fn sort(noun: &str) -> Option<Sort> {
    Some(match noun {
        "group" | "movement" | "militia" => Sort::Group,
        "organization" | "organisation" => Sort::Body,
        "company" | "firm" => Sort::Company,
        "agency" => Sort::Agency,
        _ => return None,
    })
}

impl Sort {
    /// Whether the organisation can be described so, as far as the lists and its name tell.
    fn fits(self, actor: &LocalActor, profile: &Profile) -> Option<bool> {
        if let Some(class) = profile.class {
            return Some(match self {
                Self::Group => class == Class::Armed,
                Self::Body => matches!(class, Class::Armed | Class::International),
                Self::Company => matches!(class, Class::Company),
                Self::Agency => matches!(class, Class::Government | Class::International | Class::Media),
            });
        }
        let last = actor.name.rsplit(' ').next().unwrap_or_default().to_lowercase();
        match last.as_str() {
            "group" | "movement" | "front" | "alliance" | "coalition" => Some(matches!(self, Self::Group | Self::Body)),
            "organization" | "organisation" | "association" | "union" | "federation" => {
                Some(matches!(self, Self::Group | Self::Body))
            }
            "agency" | "authority" | "bureau" | "service" => Some(self == Self::Agency),
            last if WORDS.suffixes.has(last) => Some(self == Self::Company),
            last if WORDS.heads.has(last) => Some(false),
            _ => None,
        }
    }
}
