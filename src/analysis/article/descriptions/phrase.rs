//! The grammar of a role: a noun group with a fitting head, then what it is "of", "for" or "to".

use super::lexicon::{RELATIONS, STOPS, TIMES, is_head};
use super::tokens::{Class, Token};
use crate::model::{ActorKind, Mention};
use crate::text::quotation::Quotations;

/// Most words of a role.
const LONGEST: usize = 20;

/// Words behind a role that open a clause about it: "a company based in …".
const FOLLOWERS: [&str; 12] = [
    "based",
    "known",
    "responsible",
    "representing",
    "charged",
    "tasked",
    "overseeing",
    "dealing",
    "who",
    "which",
    "that",
    "whose",
];

/// A sentence's tokens with the article's mentions.
pub(super) struct Clause<'a> {
    pub(super) tokens: Vec<Token<'a>>,
    pub(super) mentions: &'a [Mention],
    pub(super) quotations: &'a Quotations,
}

/// A place where a role can end.
#[derive(Clone, Copy, Debug)]
pub(super) struct End {
    /// The token behind its last one.
    pub(super) at: usize,
    /// Whether "and" joins two parts of it.
    pub(super) joined: bool,
    /// Whether it goes on behind its head: "of the board".
    pub(super) goes_on: bool,
}

/// A role, and where it can end, the shortest first.
pub(super) struct Phrase {
    /// Its first token, without article.
    pub(super) from: usize,
    /// The token of its head.
    pub(super) head: usize,
    /// Never empty.
    pub(super) ends: Vec<End>,
}

impl Clause<'_> {
    pub(super) fn get(&self, at: usize) -> Option<&Token<'_>> {
        self.tokens.get(at)
    }

    pub(super) fn class(&self, at: usize) -> Option<Class> {
        self.tokens.get(at).map(|token| token.class)
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.word)
    }

    /// The name that the token belongs to.
    pub(super) fn name(&self, at: usize) -> Option<&Mention> {
        let mention = &self.mentions[self.tokens.get(at)?.mention? as usize];
        mention.how.is_name().then_some(mention)
    }

    fn is_person(&self, at: usize) -> bool {
        self.name(at).is_some_and(|name| name.kind == ActorKind::Person)
    }

    /// The end of the mention that the token belongs to.
    pub(super) fn mention_end(&self, at: usize) -> usize {
        let mention = self.tokens[at].mention;
        (at..self.tokens.len())
            .find(|at| self.tokens[*at].mention != mention || mention.is_none())
            .unwrap_or(self.tokens.len())
    }

    /// The end of the run of words from `at`. A person's name is only taken as an owner: "Mara Holm's".
    fn group_end(&self, at: usize, border: usize) -> usize {
        let mut to = at;
        while let Some(token) = self.get(to).filter(|_| to < border) {
            if self.is_person(to) {
                let end = self.mention_end(to);
                if self.class(end) != Some(Class::Possessive) {
                    return to;
                }
                to = end;
            } else if token.is_word() || token.class == Class::Possessive && to > at {
                to += 1;
            } else {
                break;
            }
        }
        to
    }

    /// Whether the token is a head for an actor of `kind`, and no part of a name.
    fn heads(&self, at: usize, kind: ActorKind) -> bool {
        self.name(at).is_none() && is_head(self.word(at), kind)
    }

    /// The role of an actor of `kind` that starts at `start`, with or without its article, and ends
    /// before `border` at the latest.
    pub(super) fn phrase(&self, start: usize, kind: ActorKind, border: usize) -> Option<Phrase> {
        // No role is longer, and a run of words without end costs no more than one that ends.
        let border = border.min(start + 2 * LONGEST);
        let from = start + usize::from(matches!(self.class(start)?, Class::Article | Class::Owner));
        let mut end = self.group_end(from, border);
        if end == from {
            return None;
        }
        // "Trade and Industry Minister", "foreign and defence secretary": the head comes last.
        if !self.heads(end - 1, kind) {
            let named = self.name(end - 1).is_some();
            let joins = !named && self.class(end) == Some(Class::And) && self.class(end + 1) == Some(Class::Sure);
            let further = if joins { self.group_end(end + 1, border) } else { end };
            // "an emergency and President Mara Holm" joins nothing.
            let alike = |at: usize| self.get(at).is_some_and(|token| token.capital);
            let joined = further > end && self.heads(further - 1, kind) && alike(end - 1) == alike(further - 1);
            end = if joined { further } else { self.before_participle(from, end, kind)? };
        }
        if end - from > LONGEST {
            return None;
        }
        let head = end - 1;
        let mut phrase = Phrase { from, head, ends: vec![End { at: end, joined: false, goes_on: false }] };
        self.follow(&mut phrase, kind, border);
        let whose = self.tokens[from..head].iter().any(|token| token.class == Class::Possessive);
        if RELATIONS.has(self.word(head)) && !whose {
            phrase.ends.remove(0);
        }
        (!phrase.ends.is_empty()).then_some(phrase)
    }

    /// The end of "militant group" in "militant group banned in Norway".
    fn before_participle(&self, from: usize, end: usize, kind: ActorKind) -> Option<usize> {
        (from + 1..end).rev().find(|at| self.heads(at - 1, kind) && self.word(*at).ends_with("ed"))
    }

    /// Adds the ends that lie further on: "of …", "and …".
    fn follow(&self, phrase: &mut Phrase, kind: ActorKind, border: usize) {
        let mut last = phrase.ends[0];
        loop {
            let next = match self.class(last.at) {
                Some(Class::Preposition) => self.prepositional(last.at, border),
                Some(Class::And) => self.coordinated(last, kind, border),
                _ => None,
            };
            let Some(at) = next.filter(|at| *at <= border && at - phrase.from <= LONGEST) else { return };
            let joined = last.joined || self.class(last.at) == Some(Class::And);
            last = End { at, joined, goes_on: true };
            phrase.ends.push(last);
        }
    }

    /// The end of "of the harbour authority", where the preposition stands at `at`.
    fn prepositional(&self, at: usize, border: usize) -> Option<usize> {
        // "of his crew" says nothing once it stands alone.
        let article = self.class(at + 1)? == Class::Article;
        let from = at + 1 + usize::from(article);
        let mut end = self.group_end(from, border);
        if self.is_person(end) {
            // "the wife of President Jon Vik" holds the name; "envoy to Chile Mara Holm" ends before it.
            let titled = end == from || self.heads(end - 1, ActorKind::Person);
            end = if titled { self.mention_end(end) } else { end };
        }
        let capital = self.get(from).is_some_and(|token| token.capital || token.mention.is_some());
        let free = matches!(self.word(at), "of" | "for") || article && self.word(at + 1) != "a" || capital;
        let agent = self.word(at) == "by";
        let timed = self.word(at) != "of" && (end > from && TIMES.has(self.word(end - 1)) || self.is_number(from));
        (end > from && free && !agent && !timed).then_some(end)
    }

    fn is_number(&self, at: usize) -> bool {
        self.word(at).starts_with(|c: char| c.is_ascii_digit())
    }

    /// The end of "and a former mayor" or "and Trade", where "and" stands at `last`.
    fn coordinated(&self, last: End, kind: ActorKind, border: usize) -> Option<usize> {
        let at = last.at + 1;
        let article = self.class(at)? == Class::Article;
        let from = at + usize::from(article);
        let end = self.group_end(from, border);
        if end == from || self.is_person(end) {
            return None;
        }
        let role = self.name(end - 1).is_none()
            && (is_head(self.word(end - 1), kind)
                || article && matches!(self.word(end - 1), "woman" | "man" | "person"));
        let adverb = matches!(self.word(end - 1), "now" | "then" | "once" | "formerly" | "currently");
        let listed = last.goes_on
            && !article
            && !adverb
            && self.tokens[from..end].iter().all(|token| token.class == Class::Sure);
        (role || listed).then_some(end)
    }

    /// Whether a role that is set off by a mark can end before the token `at`.
    pub(super) fn ends_well(&self, at: usize, indefinite: bool) -> bool {
        let Some(token) = self.get(at) else { return true };
        match token.class {
            Class::Mark(mark) => {
                let opens = matches!(mark, '[' | '“' | '«' | '/');
                // Before a further name the words may be that one's: "Jon Vik, the mayor, Mara Holm, and …".
                let beside = mark == ',' && self.is_person(at + 1);
                !opens && !beside
            }
            Class::Preposition => !matches!(self.word(at), "to" | "of"),
            Class::And => self.is_person(at + 1),
            Class::Stop | Class::Unsure | Class::Sure => {
                let word = self.word(at);
                let participle = indefinite && (word.ends_with("ed") || word.ends_with("ing"));
                let time =
                    matches!(word, "since" | "until" | "during" | "when" | "where" | "while" | "after" | "before");
                participle || time || FOLLOWERS.contains(&word)
            }
            Class::Article | Class::Owner | Class::Possessive => false,
        }
    }

    /// Whether a role that a verb says of somebody can end before the token `at`.
    pub(super) fn ends_predicate(&self, at: usize) -> bool {
        let Some(token) = self.get(at) else { return true };
        match token.class {
            Class::Sure | Class::Unsure | Class::Possessive => FOLLOWERS.contains(&self.word(at)),
            Class::Stop => STOPS.has(self.word(at)) || !self.word(at).ends_with('s'),
            Class::Preposition => self.word(at) != "of",
            Class::Mark(_) | Class::Article | Class::Owner | Class::And => true,
        }
    }
}
