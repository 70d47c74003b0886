//! Who does what: the actors that are subjects of events, and what verbs say of two actors.
//!
//! The subject of a verb is the noun group that its clause gives it; it stands for an actor where a name, pronoun or description of
//! one is the group's noun. The other actor is that of the noun group right behind the verb ("met Holm", "met with Holm"), or behind
//! "by" where the verb is passive ("was accused by Holm"). What is denied, supposed, possible,
//! asked or a condition is left out.

use crate::base::{SentenceId, Span};
use crate::model::{
    Act, ActorKind, DateExpression, EventMention, LocalActor, Mention, RelationNote, Role, Sentence, Statement,
};
use crate::text::annotated::Text;
use crate::text::chunk::{Chunks, Determiner, Form, NounGroup, Side, VerbGroup};
use crate::text::gazetteer::class;
use crate::text::lexicon::RELATIONS;
use crate::text::lexicon::table::Table;
use crate::text::lexicon::words::WORDS;
use crate::text::tagger::upos::Upos;
use std::ops::Range;
use std::sync::LazyLock;

/// What forms of verbs say of two actors.
static KINDS: LazyLock<Table<&str>> = LazyLock::new(|| {
    Table::of(RELATIONS.records().flat_map(|record| record.words().map(move |word| (word, record.class))))
});

/// What the actors of an article do.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Acts {
    /// The subjects of events, in order.
    pub acts: Vec<Act>,
    /// What sentences say of two actors, in order.
    pub relations: Vec<RelationNote>,
}

/// The actors of an article by its mentions.
pub struct Cast<'a> {
    mentions: &'a [Mention],
    /// The actor of each mention.
    actors: Vec<Option<u32>>,
}

impl<'a> Cast<'a> {
    /// Who is who among `mentions`, by the `actors` that have them.
    #[must_use]
    pub fn new(mentions: &'a [Mention], actors: &[LocalActor]) -> Self {
        Self { mentions, actors: LocalActor::by_mention(actors, mentions.len()) }
    }

    /// The mentions in a sentence, as a range.
    fn of_sentence(&self, id: SentenceId) -> Range<usize> {
        let from = self.mentions.partition_point(|mention| mention.sentence < id);
        from..from + self.mentions[from..].partition_point(|mention| mention.sentence == id)
    }

    /// Whether a sentence of the story may say something of two actors.
    #[must_use]
    pub fn may_relate(&self, text: &Text<'_>, sentence: &Sentence) -> bool {
        let actors = self.of_sentence(sentence.id).filter_map(|at| self.actors[at]);
        let first = actors.clone().next();
        let two = actors.skip(1).any(|actor| Some(actor) != first);
        let verb =
            || text.tokens[text.tokens_in(sentence.span)].iter().any(|token| KINDS.has(token.span.of(text.saved)));
        sentence.role == Role::Body && two && verb()
    }

    /// The actor's mention, with the actor, that a noun group is about.
    fn about(&self, text: &Text<'_>, mentions: Range<usize>, group: &NounGroup) -> Option<(u32, u32)> {
        let head = text.tokens[group.head].span;
        let mut of = mentions.filter(|at| {
            let mention = &self.mentions[*at];
            mention.span.end == head.end && mention.kind != ActorKind::Place
        });
        let at = of.next()?;
        Some((at as u32, self.actors[at]?))
    }
}

/// What an article tells that acts are read from.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// Its dates.
    pub dates: &'a [DateExpression],
    /// Who says what.
    pub statements: &'a [Statement],
    /// What happened when.
    pub events: &'a [EventMention],
}

/// What the actors of `text` do. Sentences of events and those that [`Cast::may_relate`] must be tagged.
#[must_use]
pub fn acts(text: &Text<'_>, cast: &Cast<'_>, told: Told<'_>) -> Acts {
    let mut found = Acts::default();
    let mut said: Vec<Span> = told.statements.iter().flat_map(|statement| statement.spans.iter().copied()).collect();
    said.sort_unstable();
    for (at, sentence) in text.sentences.iter().enumerate() {
        let from = told.events.partition_point(|event| event.sentence < sentence.id);
        let events = told.events[from..].iter().take_while(|event| event.sentence == sentence.id);
        let dates: Vec<Span> = events.map(|event| told.dates[event.date as usize].span).collect();
        if dates.is_empty() && !cast.may_relate(text, sentence) {
            continue;
        }
        let tokens = text.tokens_of(at..at + 1);
        let from = said.partition_point(|span| span.end <= sentence.span.start);
        let count = said[from..].partition_point(|span| span.start < sentence.span.end);
        let mentions = cast.of_sentence(sentence.id);
        let here = Here { text, cast, sentence, mentions, tokens: tokens.clone(), said: &said[from..from + count] };
        let chunks = Chunks::of(text, tokens, &[]);
        for verb in chunks.verbs.iter().filter(|verb| verb.form == Form::Finite) {
            if dates.iter().any(|date| here.is_dated(&chunks, verb, *date)) {
                here.act(&chunks, verb, &mut found.acts);
            }
            found.relations.extend(here.relation(&chunks, verb));
        }
    }
    found.acts.sort_unstable();
    found.acts.dedup();
    found
}

/// A sentence whose verbs are read.
struct Here<'a> {
    text: &'a Text<'a>,
    cast: &'a Cast<'a>,
    sentence: &'a Sentence,
    mentions: Range<usize>,
    tokens: Range<usize>,
    /// What is said in it.
    said: &'a [Span],
}

impl Here<'_> {
    /// Whether a date tells when a verb's clause happened: it stands in the clause, or beside it in the main one, and both in what
    /// somebody says or both outside.
    fn is_dated(&self, chunks: &Chunks, verb: &VerbGroup, date: Span) -> bool {
        let token = self.text.tokens_in(date).start;
        let (own, of_date) = (chunks.clause_at(verb.head), chunks.clause_at(token));
        let main = |clause: usize| chunks.clauses.get(clause).is_some_and(|clause| clause.side == Side::Main);
        let holder = |at: Span| self.said.iter().position(|said| said.overlap(at).is_some());
        (own == of_date || main(own) && main(of_date)) && holder(self.text.tokens[verb.head].span) == holder(date)
    }

    /// Whether a subject may as well be the object of the verb before: "invited the guests scheduled for May".
    fn may_be_object(chunks: &Chunks, verb: &VerbGroup, subject: &NounGroup) -> bool {
        let clause = chunks.clause_at(verb.head);
        let before = chunks.verbs.iter().take_while(|other| other.tokens.end <= subject.tokens.start).last();
        before.is_some_and(|before| chunks.clause_at(before.head) == clause)
    }

    fn about(&self, group: &NounGroup) -> Option<(u32, u32)> {
        self.cast.about(self.text, self.mentions.clone(), group)
    }

    /// The actor that is a verb's subject, or that stands beside it between commas: "the mayor, Mara Holm, met".
    fn subject(&self, chunks: &Chunks, verb: &VerbGroup) -> Option<(u32, u32)> {
        let group = chunks.subject(verb).filter(|group| !Self::may_be_object(chunks, verb, group))?;
        let word = |at: usize| self.text.tokens[at].span.of(self.text.saved);
        let comma = |at: usize| at < self.tokens.end && word(at) == ",";
        let beside = || {
            let beside = chunks.noun_at(group.tokens.end + 1)?;
            let set_off = comma(group.tokens.end) && comma(beside.tokens.end) && beside.tokens.end < verb.tokens.start;
            self.about(beside).filter(|_| set_off)
        };
        self.about(group).or_else(beside)
    }

    /// Adds the subject of a verb that is no verb of saying.
    fn act(&self, chunks: &Chunks, verb: &VerbGroup, acts: &mut Vec<Act>) {
        let says = self.text.known[verb.head].classes & class::SAYING != 0 && !verb.passive;
        let word = self.text.tokens[verb.head].span.of(self.text.saved);
        if says && !KINDS.has(word) {
            return;
        }
        let subject = self.subject(chunks, verb);
        acts.extend(subject.map(|(subject, _)| Act { sentence: self.sentence.id, subject }));
    }

    /// What a verb says of two actors.
    fn relation(&self, chunks: &Chunks, verb: &VerbGroup) -> Option<RelationNote> {
        let word = self.text.tokens[verb.head].span.of(self.text.saved);
        let kind = *KINDS.get(word)?;
        let clause = chunks.clauses.get(chunks.clause_at(verb.head))?;
        let open = verb.denied || verb.modal.is_some() || clause.side == Side::Condition;
        if open || self.sentence.span.of(self.text.saved).trim_end_matches(['”', '"', '’']).ends_with('?') {
            return None;
        }
        let group = chunks.subject(verb)?;
        // "Who was met by Holm" is about what stands right before it, and nothing further back.
        if clause.side == Side::Relative && group.tokens.end + 1 < clause.tokens.start {
            return None;
        }
        let subject = self.subject(chunks, verb)?;
        let behind = self.behind(verb, kind)?;
        let other = self.about(self.named(chunks, behind)?)?;
        if subject.1 == other.1 {
            return None;
        }
        let (first, last) = (self.text.tokens[verb.head].span, self.text.tokens[behind - 1].span);
        Some(RelationNote {
            sentence: self.sentence.id,
            kind,
            subject: subject.0,
            object: other.0,
            words: Span { start: first.start, end: last.end },
            passive: verb.passive,
        })
    }

    /// The noun group at a token; behind an office that goes on with "of" the next: "the secretary of state Mara Holm".
    fn named<'c>(&self, chunks: &'c Chunks, at: usize) -> Option<&'c NounGroup> {
        let group = chunks.noun_at(at)?;
        let word = |at: usize| self.text.tokens[at].span.of(self.text.saved);
        let office = group.determiner == Determiner::None && WORDS.titles.has(&word(group.head).to_lowercase());
        let of = office && group.tokens.end + 1 < self.tokens.end && word(group.tokens.end) == "of";
        if of { chunks.noun_at(group.tokens.end + 1) } else { Some(group) }
    }

    /// The token that the other actor's noun group begins with.
    fn behind(&self, verb: &VerbGroup, kind: &str) -> Option<usize> {
        let word = |at: usize| (at < self.tokens.end).then(|| self.text.tokens[at].span.of(self.text.saved));
        let next = verb.tokens.end;
        if verb.passive {
            return (word(next)? == "by").then_some(next + 1);
        }
        let with = match (word(next)?, kind) {
            ("with" | "to", "spoke-with") | ("with", "met") => true,
            (_, "spoke-with") => return None,
            _ => false,
        };
        let at = next + usize::from(with);
        (at < self.tokens.end && self.text.tokens[at].tag != Upos::Adp).then_some(at)
    }
}
