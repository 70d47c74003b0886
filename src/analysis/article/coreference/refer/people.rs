//! The people of a sentence, named and unnamed: everybody whom a pronoun in it or after it can mean.

use super::clause::{Stands, fronted, stands};
use super::described::Described;
use super::nouns::{gender_of, is_person};
use super::words::{Word, is_determiner};
use crate::model::{ActorKind, How};
use crate::text::lexicon::words::WORDS;
use crate::text::naming::{Gender, Page};
use std::collections::BTreeMap;
use std::ops::Range;

/// Somebody of whom a sentence speaks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Person {
    /// The words that stand for the person, title and article included.
    pub(super) from: usize,
    pub(super) end: usize,
    /// Who it is; `None` for somebody without a name, or with one that can be two people's.
    pub(super) actor: Option<u32>,
    pub(super) gender: Option<Gender>,
    pub(super) stands: Stands,
    /// Whether the person is a subject with whom the next sentence goes on: not of a verb whose object may act next
    /// ("Holm met"), nor of a given name that women and men have.
    pub(super) leads: bool,
    pub(super) quoted: bool,
    /// Whether a noun tells who it is, and no name: "the minister".
    pub(super) described: bool,
}

impl Person {
    /// Whether a pronoun of this gender can mean the person.
    pub(super) fn can_be(&self, gender: Gender) -> bool {
        self.gender.is_none_or(|own| own == gender)
    }
}

/// What is known of the names of an article.
pub(super) struct Known<'a> {
    pub(super) page: Page<'a>,
    /// The actor of each mention.
    pub(super) owner: &'a [Option<u32>],
    /// The words of all people's names, in small letters, each with the one person who has it.
    pub(super) names: BTreeMap<String, Option<u32>>,
    /// Whether the word lists know each actor.
    pub(super) listed: Vec<bool>,
    /// Whether the given name of each actor can be a woman's as well as a man's.
    pub(super) either: Vec<bool>,
    /// The gender of each actor.
    pub(super) gender: Vec<Option<Gender>>,
    /// Whether each actor is called both "he" and "she", so that nobody knows who is meant by which.
    pub(super) barred: Vec<bool>,
    pub(super) described: Described,
}

/// Most words before a noun among which its article stands.
const BACK: usize = 6;
/// Most words of a title before a name.
const TITLE: usize = 5;
/// Most words from a subject to its verb, the verb among them.
const VERB: usize = 4;
/// Most words behind a noun up to the name that is set beside it.
const ASIDE: usize = 14;

/// Words that end with a noun for a person, and whom they describe.
#[derive(Clone, Debug)]
pub(super) struct Noun {
    pub(super) words: Range<usize>,
    /// Who it is; `None` for somebody without a name.
    pub(super) actor: Option<u32>,
}

/// Whether the verb of a subject that ends at `end` is one whose object may act next.
pub(super) fn asks(words: &[Word<'_>], end: usize) -> bool {
    words[end..].iter().take(VERB).take_while(|word| !word.mark).any(|word| WORDS.asking.has(&word.small))
}

/// Reads the people of a sentence.
pub(super) struct Reader<'r, 'a> {
    pub(super) words: &'r [Word<'a>],
    pub(super) known: &'r Known<'a>,
    /// Where the circumstance ends that the sentence opens with.
    pub(super) fronted: usize,
    found: Vec<Person>,
    /// The nouns that say who somebody is.
    described: Vec<Noun>,
}

impl<'r, 'a> Reader<'r, 'a> {
    pub(super) fn new(words: &'r [Word<'a>], known: &'r Known<'a>) -> Self {
        Self { words, known, fronted: fronted(words), found: Vec::new(), described: Vec::new() }
    }

    /// The people of the sentence, in order, and which of its nouns say who somebody is.
    pub(super) fn read(mut self) -> (Vec<Person>, Vec<Noun>) {
        let words = self.words;
        let mut at = 0;
        while at < words.len() {
            let next = match words[at].mention {
                Some(_) => self.mention_end(at),
                None => at + 1,
            };
            if let Some((from, actor, described)) = self.person(at, next) {
                let actor = actor.filter(|actor| !self.known.barred[*actor as usize]);
                if !described {
                    self.note_title(from, at, actor);
                }
                let gender = self.gender(at, actor, described);
                let stands = stands(words, from, next, self.fronted);
                let either = gender.is_none() && actor.is_some_and(|actor| self.known.either[actor as usize]);
                let leads = !either && stands == Stands::Subject && !asks(words, next);
                let quoted = words[at].quoted;
                self.found.push(Person { from, end: next, actor, gender, stands, leads, quoted, described });
            }
            at = next;
        }
        (self.found, self.described)
    }

    /// Whether the words `at..end` speak of a person: where the title or the article before them starts, who it is, and whether
    /// it is only described.
    fn person(&mut self, at: usize, end: usize) -> Option<(usize, Option<u32>, bool)> {
        let word = &self.words[at];
        match word.mention {
            Some(_) if self.is_thing(at, end) => None,
            Some(mention) if self.is_name_of_person(at) => {
                Some((self.title_start(at), self.known.owner[mention as usize], false))
            }
            Some(mention) if self.can_be_person(mention, at, end) => Some((self.title_start(at), None, false)),
            None if word.capital && self.known.names.contains_key(&*word.small) => {
                Some((at, self.known.names[&*word.small], false))
            }
            None if self.is_stranger(at) => Some((at, None, false)),
            _ => self.unnamed(at).map(|from| (from, self.bearer(from, at), true)),
        }
    }

    /// The gender of whom the word at `at` names or describes.
    fn gender(&self, at: usize, actor: Option<u32>, described: bool) -> Option<Gender> {
        let page = &self.known.page;
        match actor {
            Some(actor) => self.known.gender[actor as usize],
            None if described => gender_of(&self.words[at].small),
            None => self.words[at].mention.and_then(|mention| page.gender(&page.mentions[mention as usize])),
        }
    }

    /// Notes the nouns of a title before a name.
    fn note_title(&mut self, from: usize, name: usize, actor: Option<u32>) {
        let nouns = (from..name).filter(|at| is_person(&self.words[*at].small));
        self.described.extend(nouns.map(|noun| Noun { words: from..noun + 1, actor }));
    }

    fn mention_end(&self, at: usize) -> usize {
        at + self.words[at..].iter().take_while(|word| word.mention == self.words[at].mention).count()
    }

    /// Whether the word belongs to a person's name.
    fn is_name_of_person(&self, at: usize) -> bool {
        let mention = self.words.get(at).and_then(|word| word.mention).map(|at| &self.known.page.mentions[at as usize]);
        mention.is_some_and(|mention| mention.kind == ActorKind::Person && mention.how.is_name())
    }

    /// Whether the name `at..end` is set beside the noun of a thing, which it names: "the island's weekly, Tidings,".
    fn is_thing(&self, at: usize, end: usize) -> bool {
        let words = self.words;
        let comma = |at: usize| words.get(at).is_some_and(|word| word.small == ",");
        let Some(noun) = at.checked_sub(2).filter(|_| comma(at - 1) && comma(end)) else { return false };
        let opens = |at: &usize| words[*at].mark && words[*at].small != "'s";
        let from = (0..noun).rev().find(opens).map_or(0, |mark| mark + 1);
        let part = |word: &Word<'_>| word.mark || is_determiner(&word.small) || word.is_nominal();
        let name = &words[noun];
        let thing = !name.mark && name.mention.is_none() && !name.capital;
        let verb = |at: usize| words[at].mention.is_none() && WORDS.may_be_verb(&words[at].small);
        let other = |at: usize| !words[at].mark && (verb(at) || is_person(&words[at].small));
        thing && words[from..noun].iter().all(part) && !(from..=noun).any(other)
    }

    /// Whether a name of one word that was taken for a place's or a body's stands where a person's would.
    fn can_be_person(&self, mention: u32, at: usize, end: usize) -> bool {
        let name = &self.known.page.mentions[mention as usize];
        let listed = self.known.owner[mention as usize].is_some_and(|actor| self.known.listed[actor as usize]);
        let one = end == at + 1 && name.span.of(self.known.page.text).chars().any(char::is_lowercase);
        let titled = at > 0 && WORDS.people.has(&self.words[at - 1].small);
        // "in Lennar, Norway on Monday" has no subject.
        let listed_place = at > 1 && self.words[at - 1].small == "," && self.words[at - 2].mention.is_some();
        let acts = || {
            stands(self.words, at, end, self.fronted) == Stands::Subject
                && self.words.get(end).is_some_and(|next| !next.mark)
        };
        name.how.is_name() && !listed && one && (titled || !listed_place && acts())
    }

    /// Whether the word is a name that nobody knows, and stands where only a person's would, or an owner's: "Minister Vik",
    /// "Holm and Vik", "Vik's".
    fn is_stranger(&self, at: usize) -> bool {
        let (word, Some(before)) = (&self.words[at], at.checked_sub(1).map(|before| &self.words[before])) else {
            return false;
        };
        let name =
            word.capital && word.small.len() > 2 && !WORDS.function.has(&word.small) && !WORDS.heads.has(&word.small);
        let noun = is_person(&word.small);
        let titled = before.mention.is_none() && before.capital && is_person(&before.small);
        let beside =
            before.small == "and" && self.found.last().is_some_and(|person| person.end + 1 == at && !person.described);
        let owner = self.words.get(at + 1).is_some_and(|next| next.small == "'s");
        name && (!noun && (titled || beside) || owner && !(noun && is_determiner(&before.small)))
    }

    /// Where the title before a name starts: "the Lennar harbour master" before "Mara Holm".
    fn title_start(&self, name: usize) -> usize {
        let words = self.words;
        let title = |word: &Word<'_>| {
            let listed = WORDS.titles.has(&word.small) || WORDS.modifiers.has(&word.small);
            !word.mark && (word.capital || word.mention.is_some() || listed)
        };
        let from = (name.saturating_sub(TITLE)..name).rev().take_while(|at| title(&words[*at])).last().unwrap_or(name);
        from - usize::from(from > 0 && is_determiner(&words[from - 1].small))
    }

    /// Where the words start that speak of somebody without a name, if the word at `at` is their noun, and they stand beside
    /// no name.
    fn unnamed(&mut self, at: usize) -> Option<usize> {
        if self.is_anybody(at) {
            return Some(at);
        }
        let people = self.is_people(at);
        if !people && !self.is_noun(at) {
            return None;
        }
        let words = self.words;
        let filler = |word: &Word<'_>| {
            word.is_nominal() || matches!(&*word.small, "only" | "other" | "own" | "same" | "very" | "most")
        };
        let opens = |back: &usize| is_determiner(&words[*back].small) || !filler(&words[*back]);
        let from = (at.saturating_sub(BACK)..at).rev().find(opens)?;
        if !is_determiner(&words[from].small) || people && from + 1 < at {
            return None;
        }
        let from = if words[from].small == "'s" { self.owner_start(from) } else { from };
        let beside = self.beside_before(from, at).or_else(|| self.beside_behind(from, at));
        let free = beside.is_none() && !self.is_predicate(from);
        self.described.extend(beside);
        free.then_some(from)
    }

    /// Whether the word stands for somebody by itself: "somebody", "one of the officials", "another said".
    fn is_anybody(&self, at: usize) -> bool {
        let (words, next) = (self.words, self.words.get(at + 1));
        let of_people =
            || words[at..].iter().take(BACK).any(|word| word.small.strip_suffix('s').is_some_and(is_person));
        match &*words[at].small {
            "someone" | "somebody" | "anyone" | "anybody" | "everyone" | "everybody" | "nobody" => true,
            "one" | "another" => {
                let says = |next: &Word<'_>| next.mark || WORDS.saying.has(&next.small);
                next.is_none_or(|next| says(next) || next.small == "of" && of_people()) && !self.is_predicate(at)
            }
            _ => false,
        }
    }

    /// Whether the word is a people's name that stands for one of them: "a Norwegian said".
    fn is_people(&self, at: usize) -> bool {
        let ends = |next: &Word<'_>| next.mark || next.small == "who" || !next.is_nominal();
        self.words[at].mention.is_some_and(|mention| self.known.page.mentions[mention as usize].how == How::Demonym)
            && self.words.get(at + 1).is_some_and(ends)
    }

    /// Whether the word is a noun for a person, and neither part of another noun nor a title: "the passenger jet", "the
    /// prosecutor general", "the opposition leader Mara Holm".
    fn is_noun(&self, at: usize) -> bool {
        let noun_follows = |next: &Word<'_>| {
            let small = &*next.small;
            let verb = next.capital || small.ends_with("ly") || small.ends_with("ing") || WORDS.may_be_verb(small);
            next.is_nominal() && next.mention.is_none() && !next.quoted && (!verb || is_person(small))
        };
        let word = &self.words[at];
        word.mention.is_none()
            && is_person(&word.small)
            && !self.words.get(at + 1).is_some_and(noun_follows)
            && self.name_follows(at + 1).is_none()
    }

    /// The one person of the article whom the words describe; else they are noted as somebody's without a name.
    fn bearer(&mut self, from: usize, at: usize) -> Option<u32> {
        let whose =
            self.words.get(at + 1).is_some_and(|next| matches!(&*next.small, "of" | "for" | "who" | "whose" | "from"));
        if whose || self.words[from].small != "the" {
            self.described.push(Noun { words: from..at + 1, actor: None });
            return None;
        }
        let told = gender_of(&self.words[at].small);
        let fits = |actor: &u32| {
            let known = self.known.gender[*actor as usize];
            told.is_none() || known.is_none() || told == known
        };
        self.known.described.bearer(&self.words[from..=at]).filter(fits)
    }

    /// Where the words of the owner start before "'s".
    fn owner_start(&self, mark: usize) -> usize {
        let words = self.words;
        let from =
            (mark.saturating_sub(BACK)..mark).rev().take_while(|at| words[*at].is_nominal()).last().unwrap_or(mark);
        from - usize::from(from > 0 && is_determiner(&words[from - 1].small))
    }

    /// The person's name that follows, with nothing but words of a title before it.
    fn name_follows(&self, at: usize) -> Option<usize> {
        let title = |at: usize| {
            let word = &self.words[at];
            !word.mark && (word.capital || WORDS.titles.has(&word.small))
        };
        let end = self.words.len().min(at + TITLE);
        let name = (at..end).find(|at| self.is_name_of_person(*at) || !title(*at))?;
        self.is_name_of_person(name).then_some(name)
    }

    /// Whether the words say what somebody is, and speak of nobody new: "is a doctor", "named the chairman", "as a child".
    fn is_predicate(&self, from: usize) -> bool {
        let adverb =
            |small: &str| small.ends_with("ly") || matches!(small, "not" | "also" | "now" | "then" | "still" | "once");
        let before = self.words[..from].iter().rev().find(|word| !adverb(&word.small));
        before.is_some_and(|word| match &*word.small {
            "as" => self.words[from].small != "the",
            "is" | "was" | "are" | "were" | "be" | "been" | "being" | "become" | "became" | "becoming" | "becomes"
            | "remain" | "remained" | "remains" | "named" | "appointed" | "elected" | "called" => true,
            _ => false,
        })
    }

    /// The words as what the person before them is: "Mara Holm, 53, the harbour master,".
    fn beside_before(&self, from: usize, at: usize) -> Option<Noun> {
        let aside = |at: usize| matches!(&*self.words[at].small, "," | "(" | "—" | "–" | "-");
        let mut mark = from.checked_sub(1).filter(|mark| aside(*mark))?;
        if mark > 1 && self.words[mark - 1].small.starts_with(|c: char| c.is_ascii_digit()) && aside(mark - 2) {
            mark -= 2;
        }
        let joined = self.words.get(at + 1).is_some_and(|next| matches!(&*next.small, "and" | "or"));
        let person = self.found.last().filter(|person| !joined && person.end == mark)?;
        Some(Noun { words: from..at + 1, actor: person.actor })
    }

    /// The words as what the person is whose name is set beside them, behind: "a doctor at the clinic, Mara Holm,".
    fn beside_behind(&self, from: usize, at: usize) -> Option<Noun> {
        let words = self.words;
        let end = words.len().min(at + 1 + ASIDE);
        let mark =
            (at + 1..end).find(|at| words[*at].mark && words[*at].small != "'s").filter(|at| words[*at].small == ",");
        let free = from == 0 || words[from - 1].mark || !words[from - 1].is_nominal();
        let name = self.name_follows(mark.filter(|_| free)? + 1)?;
        let closed = words.get(self.mention_end(name)).is_none_or(|word| word.mark && word.small != "'s");
        let actor = words[name].mention.and_then(|mention| self.known.owner[mention as usize]);
        closed.then_some(Noun { words: from..at + 1, actor })
    }
}
