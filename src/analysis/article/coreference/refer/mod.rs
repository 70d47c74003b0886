//! Adds the pronouns and descriptions that the text ties to one actor.
//!
//! Better no name than a wrong one: [`people`] finds everybody whom a pronoun could mean, named or not, and [`pronouns`]
//! links it only where one is left. [`bodies`] reads "the group" and "the company".

mod before;
mod bodies;
mod clause;
mod described;
mod nouns;
mod people;
mod pronouns;
mod words;

use super::gather::Profile;
use crate::base::{SentenceId, Span};
use crate::model::{ActorKind, How, LocalActor, LocalMention, Mention, Pronoun, Role, Sentence, Why};
use crate::text::annotated::Text;
use crate::text::lexicon::words::WORDS;
use crate::text::naming::{Gender, Page};
use before::Before;
use bodies::{Bodies, Reference};
use described::Described;
use people::Known;
use pronouns::Decision;
use std::collections::BTreeMap;
use words::Word;

/// Adds mentions for references; the indices that `actors` hold are set anew. Returns all pronouns for one person.
pub(super) fn refer(
    text: &Text<'_>,
    mentions: &mut Vec<Mention>,
    actors: &mut [LocalActor],
    profiles: &[Profile],
) -> Vec<Pronoun> {
    let owner = LocalActor::by_mention(actors, mentions.len());
    let page = Page { text: text.saved, sentences: text.sentences, mentions };
    let gender = actors.iter().zip(profiles).map(|(actor, profile)| profile.gender.or_else(|| given(actor)));
    let mut known = Known {
        page,
        owner: &owner,
        names: names(&page, &owner),
        listed: actors.iter().map(|actor| actor.listed).collect(),
        either: actors.iter().map(|actor| is_either(&actor.name)).collect(),
        gender: gender.collect(),
        barred: vec![false; actors.len()],
        described: Described::default(),
    };
    // What is learnt of genders and descriptions on the way holds for the whole article.
    let (first, described) = read(&known, text);
    known.barred = learn(&mut known.gender, &first);
    known.described = described;
    let found = read(&known, text).0;
    let mut references: Vec<Reference> = found.iter().filter_map(Found::reference).collect();
    Bodies { page, owner: &owner, actors, profiles }.read(&mut references);
    if !references.is_empty() {
        insert(references, mentions, actors);
    }
    let pronoun = |found: &Found| {
        let at = mentions.partition_point(|mention| mention.span.start < found.span.start);
        let mention = mentions.get(at).filter(|mention| mention.span == found.span).map(|_| at as u32);
        Pronoun { span: found.span, sentence: found.sentence, mention, why: found.why }
    };
    found.iter().filter(|found| found.how == How::Pronoun).map(pronoun).collect()
}

/// What an actor's given name tells.
fn given(actor: &LocalActor) -> Option<Gender> {
    WORDS.is_woman(&actor.name).map(|woman| if woman { Gender::Woman } else { Gender::Man })
}

/// Whether the lists know the given name, and not whether it is a woman's or a man's: "Robin Holm".
fn is_either(name: &str) -> bool {
    name.split_once(' ').is_some_and(|(given, _)| WORDS.given.has(&given.to_lowercase()))
}

/// The words of all people's names, each with the one person who has it.
fn names(page: &Page<'_>, owner: &[Option<u32>]) -> BTreeMap<String, Option<u32>> {
    let mut names: BTreeMap<String, Option<u32>> = BTreeMap::new();
    for (mention, owner) in page.mentions.iter().zip(owner) {
        if mention.kind != ActorKind::Person || !mention.how.is_name() {
            continue;
        }
        for word in mention.span.of(page.text).split_whitespace().filter(|word| word.len() > 2) {
            let known = names.entry(word.to_lowercase()).or_insert(*owner);
            *known = known.filter(|known| Some(*known) == *owner);
        }
    }
    names
}

/// A pronoun or a description, and whom it means.
struct Found {
    span: Span,
    sentence: SentenceId,
    how: How,
    gender: Option<Gender>,
    actor: Option<u32>,
    why: &'static str,
}

impl Found {
    fn of(decision: Decision, words: &[Word<'_>], sentence: SentenceId) -> Self {
        let Decision { at, how, gender, actor, why } = decision;
        Self { span: words[at].span, sentence, how, gender, actor, why }
    }

    fn reference(&self) -> Option<Reference> {
        let mention = Mention { span: self.span, sentence: self.sentence, kind: ActorKind::Person, how: self.how };
        Some(Reference { mention, actor: self.actor? })
    }
}

/// Settles the genders that pronouns tell. Who is both "he" and "she" is mistaken for somebody: returns these.
fn learn(genders: &mut [Option<Gender>], found: &[Found]) -> Vec<bool> {
    let mut told = vec![[false; 2]; genders.len()];
    for found in found.iter().filter(|found| found.how == How::Pronoun) {
        if let (Some(actor), Some(gender)) = (found.actor, found.gender) {
            told[actor as usize][gender as usize] = true;
        }
    }
    for (gender, told) in genders.iter_mut().zip(&told) {
        *gender = gender.or(match told {
            [true, false] => Some(Gender::Woman),
            [false, true] => Some(Gender::Man),
            _ => None,
        });
    }
    told.into_iter().map(|told| told == [true, true]).collect()
}

/// Reads all paragraphs: the pronouns and descriptions in them, in order, and whom they describe.
fn read(known: &Known<'_>, text: &Text<'_>) -> (Vec<Found>, Described) {
    let page = &known.page;
    let (mut found, mut described) = (Vec::new(), Described::default());
    let (mut before, mut next) = (Before::default(), 0);
    for paragraph in page.sentences.chunk_by(Sentence::shares_paragraph) {
        let told = match paragraph[0].role {
            Role::Body | Role::Standfirst => true,
            Role::Headline | Role::Subheading | Role::Caption => false,
            _ => continue,
        };
        if !told {
            before.part();
        }
        let span = Span { start: paragraph[0].span.start, end: paragraph[paragraph.len() - 1].span.end };
        let quoted = text.quotations.within(span);
        for sentence in paragraph {
            while page.mentions.get(next).is_some_and(|mention| mention.span.end <= sentence.span.start) {
                next += 1;
            }
            let number = (sentence.id.0 as usize).saturating_sub(1);
            let words = words::words(text, page.mentions, number, quoted, next);
            if !told {
                found.extend(pronouns::open(&words).map(|decision| Found::of(decision, &words, sentence.id)));
                continue;
            }
            let scene = pronouns::scene(&words, known, &before);
            for noun in scene.described {
                described.note(&words[noun.words], noun.actor);
            }
            found.extend(scene.decisions.into_iter().map(|decision| Found::of(decision, &words, sentence.id)));
            before.read(scene.people);
        }
        before.end_paragraph();
    }
    (found, described)
}

/// Puts the references among the mentions, in the order of the text.
fn insert(found: Vec<Reference>, mentions: &mut Vec<Mention>, actors: &mut [LocalActor]) {
    let mut all: Vec<(Mention, Option<u32>, u32)> =
        mentions.drain(..).zip(0..).map(|(mention, old)| (mention, None, old)).collect();
    all.extend(found.into_iter().map(|reference| (reference.mention, Some(reference.actor), 0)));
    all.sort_by_key(|(mention, ..)| mention.span.start);
    let mut moved_to = vec![0; all.len()];
    for (new, (_, actor, old)) in all.iter().enumerate() {
        if actor.is_none() {
            moved_to[*old as usize] = new as u32;
        }
    }
    for actor in actors.iter_mut() {
        actor.mentions.iter_mut().for_each(|local| local.mention = moved_to[local.mention as usize]);
    }
    for (new, (mention, actor, _)) in all.into_iter().enumerate() {
        if let Some(actor) = actor {
            actors[actor as usize].mentions.push(LocalMention { mention: new as u32, why: Why::Reference });
        }
        mentions.push(mention);
    }
    for actor in actors {
        actor.mentions.sort_unstable_by_key(|local| local.mention);
    }
}
