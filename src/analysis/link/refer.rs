//! Adds the pronouns and descriptions that the text ties to one actor.
//!
//! Only two constructions are read, since others are wrong too often: a sentence that opens with "He" or "She" after one
//! whose subject is the only person in it, and "the group", "the company" … where one organisation was named just before.

use super::gather::Profile;
use super::page::{Gender, Page};
use crate::analysis::lexicon::actors::Class;
use crate::analysis::lexicon::words::WORDS;
use crate::base::Span;
use crate::model::{ActorKind, How, LocalActor, LocalMention, Mention, Role, Sentence, Why};

/// A reference that was found: where, and whose.
struct Reference {
    mention: Mention,
    actor: u32,
}

/// Adds mentions for references; the indices that `actors` hold are set anew.
pub(super) fn refer(
    text: &str,
    sentences: &[Sentence],
    mentions: &mut Vec<Mention>,
    actors: &mut [LocalActor],
    mut profiles: Vec<Profile>,
) {
    let mut owner = vec![None; mentions.len()];
    for (at, actor) in actors.iter().enumerate() {
        actor.mentions.iter().for_each(|local| owner[local.mention as usize] = Some(at as u32));
    }
    let found = {
        let page = Page { text, sentences, mentions };
        Reader { page, owner: &owner, actors, profiles: &mut profiles, found: Vec::new(), next: 0, subject: None }
            .read()
    };
    if !found.is_empty() {
        insert(found, mentions, actors);
    }
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

/// Goes through the sentences of an article.
struct Reader<'t, 'a> {
    page: Page<'t>,
    owner: &'a [Option<u32>],
    actors: &'a [LocalActor],
    profiles: &'a mut [Profile],
    found: Vec<Reference>,
    /// The first mention of the sentences to come.
    next: usize,
    /// The one person that the sentence before was about, how many pronouns ago it was named, and the sentence's block.
    subject: Option<(u32, usize, u32)>,
}

/// Pronouns in a row that are read without a name between them.
const MOST_PRONOUNS: usize = 3;
/// Mentions before a description that are looked at; a page with more in three sentences is a list.
const MENTIONS_BACK: usize = 64;
/// Sentences before a description in which the one organisation may be named.
const SENTENCES_BACK: u32 = 2;

impl Reader<'_, '_> {
    fn read(mut self) -> Vec<Reference> {
        let mut quoted = Quotes::default();
        for sentence in self.page.sentences {
            if quoted.block != Some(sentence.block) {
                quoted = Quotes { block: Some(sentence.block), ..Quotes::default() };
            }
            let first = self.next;
            while self.page.mentions.get(self.next).is_some_and(|mention| mention.sentence <= sentence.id) {
                self.next += 1;
            }
            let words = sentence.span.of(self.page.text);
            if sentence.role == Role::Body {
                let pronoun = (!quoted.open()).then(|| self.pronoun(sentence, words)).flatten();
                if words.contains("he ") || words.contains("he\u{a0}") {
                    self.descriptions(sentence, words, first);
                }
                self.subject = self.subject_of(sentence, first, pronoun);
            } else {
                self.subject = None;
            }
            quoted.read(words);
        }
        self.found
    }

    /// Ties "He" or "She" at the sentence's start to the one person that the sentence before is about.
    fn pronoun(&mut self, sentence: &Sentence, words: &str) -> Option<(u32, usize)> {
        let (word, gender) = if words.starts_with("He ") {
            ("He", Gender::Man)
        } else if words.starts_with("She ") {
            ("She", Gender::Woman)
        } else {
            return None;
        };
        let (actor, chain, block) = self.subject?;
        let near = sentence.block.saturating_sub(block) <= 1;
        let given = WORDS.is_woman(&self.actors[actor as usize].name);
        let given = given.map(|woman| if woman { Gender::Woman } else { Gender::Man });
        let known = self.profiles[actor as usize].gender.or(given);
        if !near || chain >= MOST_PRONOUNS || known.is_some_and(|known| known != gender) {
            return None;
        }
        // What the first pronoun says holds for those after it.
        self.profiles[actor as usize].gender = Some(gender);
        let start = sentence.span.start;
        let span = Span { start, end: start + word.len() as u32 };
        let mention = Mention { span, sentence: sentence.id, kind: ActorKind::Person, how: How::Pronoun };
        self.found.push(Reference { mention, actor });
        Some((actor, chain + 1))
    }

    /// The person that a sentence is about: its only one, and its subject.
    fn subject_of(
        &self,
        sentence: &Sentence,
        first: usize,
        pronoun: Option<(u32, usize)>,
    ) -> Option<(u32, usize, u32)> {
        let opening = sentence.span.of(self.page.text).split(' ').next().unwrap_or_default();
        if pronoun.is_none() && matches!(opening, "He" | "She" | "They") {
            return None;
        }
        let mut only = pronoun.map(|(actor, _)| actor);
        let mut acts = pronoun.is_some();
        for (at, mention) in self.page.mentions.iter().enumerate().take(self.next).skip(first) {
            if mention.kind != ActorKind::Person {
                continue;
            }
            let actor = self.owner[at]?;
            if only.is_some_and(|only| only != actor) {
                return None;
            }
            only = Some(actor);
            acts |= is_subject(&self.page, mention);
        }
        let named = self.next > first && pronoun.is_none();
        only.filter(|_| acts)
            .map(|actor| (actor, if named { 0 } else { pronoun.map_or(0, |(_, chain)| chain) }, sentence.block))
    }

    /// Ties "the group" and the like to the one organisation that was named just before.
    fn descriptions(&mut self, sentence: &Sentence, words: &str, first: usize) {
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
            if let Some(actor) = self.organization(sentence, span, first, sort) {
                let mention = Mention { span, sentence: sentence.id, kind: ActorKind::Organization, how: How::Role };
                self.found.push(Reference { mention, actor });
            }
        }
    }

    /// The one organisation of this sort that is named before `span`, in this sentence or the two before it.
    fn organization(&self, sentence: &Sentence, span: Span, first: usize, sort: Sort) -> Option<u32> {
        let (mut only, mut opens) = (None, false);
        let before = self.page.mentions[..self.next.max(first)].iter().enumerate().rev().take(MENTIONS_BACK);
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

/// Whether the words around a person's name make it its sentence's subject: it opens a clause before a verb, or it
/// stands behind a verb of saying.
fn is_subject(page: &Page<'_>, mention: &Mention) -> bool {
    let rest = page.rest(mention);
    let verb = |word: &str| {
        let word = word.trim_end_matches([',', '.', ':']);
        WORDS.saying.has(word)
            || word.len() > 4 && word.ends_with("ed")
            || matches!(
                word,
                "has" | "had" | "is" | "was" | "will" | "would" | "also" | "did" | "who" | "then" | "later"
            )
    };
    let acts = rest.starts_with(' ') && rest.split_whitespace().next().is_some_and(verb);
    if page.before(mention).next().is_some_and(|word| WORDS.saying.has(word)) {
        return true;
    }
    acts && opens_clause(page, mention)
}

/// Words after which a new subject stands.
const CLAUSES: [&str; 12] =
    ["that", "but", "and", "as", "while", "because", "when", "if", "where", "although", "though", "after"];
/// Words of a title before a subject.
const TITLE: usize = 10;

/// Whether nothing but a title stands between a name and the start of its sentence or clause.
fn opens_clause(page: &Page<'_>, mention: &Mention) -> bool {
    for word in page.before(mention).take(TITLE) {
        if word.ends_with([',', '"', '”', ':', ';']) || CLAUSES.contains(&word.to_ascii_lowercase().as_str()) {
            return true;
        }
        let small = word.trim_end_matches('.').to_ascii_lowercase();
        if !word.starts_with(char::is_uppercase) && !WORDS.titles.has(&small) && small != "the" {
            return false;
        }
    }
    page.before(mention).take(TITLE + 1).count() <= TITLE
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

/// Whether a place in a block stands inside quotation marks.
#[derive(Default)]
struct Quotes {
    block: Option<u32>,
    depth: i32,
    straight: bool,
}

impl Quotes {
    const fn open(&self) -> bool {
        self.depth > 0 || self.straight
    }

    fn read(&mut self, words: &str) {
        for c in words.chars() {
            match c {
                '“' | '«' => self.depth += 1,
                '”' | '»' => self.depth = (self.depth - 1).max(0),
                '"' => self.straight = !self.straight,
                _ => {}
            }
        }
    }
}
