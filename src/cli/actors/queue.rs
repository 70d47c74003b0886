//! The review queue: what the dossier leaves to an editor.

use crate::model::{Actor, ActorKind, Dossier, MentionRef, SentenceRef, Why};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Grounds on which a spelling may have been joined to the wrong actor.
const DOUBTFUL: [Why; 5] = [Why::Transliteration, Why::OnlyBearer, Why::GivenName, Why::Shortened, Why::SameWords];

/// All that waits for an editor.
pub(super) struct Queue<'d> {
    /// Spellings joined on weaker grounds, those with most mentions first.
    pub(super) doubtful: Vec<Doubtful<'d>>,
    /// Names that may be one of several actors, in the dossier's order.
    pub(super) unlinked: Vec<UnlinkedName<'d>>,
    /// Actors without a record, the most useful first.
    pub(super) candidates: Vec<Candidate<'d>>,
}

/// A sentence, by where it stands.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Example {
    pub(super) article: String,
    pub(super) sentence: String,
    pub(super) text: String,
}

/// A spelling and how often it stands for its actor.
#[derive(Debug, Serialize)]
pub(super) struct Spelling<'d> {
    pub(super) text: &'d str,
    pub(super) count: u32,
}

/// What the articles say that a candidate is.
#[derive(Debug, Serialize)]
pub(super) struct Said<'d> {
    pub(super) text: &'d str,
    pub(super) articles: u32,
    pub(super) altered: bool,
    pub(super) example: Option<Example>,
}

/// An actor that has no record.
#[derive(Debug, Serialize)]
pub(super) struct Candidate<'d> {
    pub(super) id: &'d str,
    pub(super) name: &'d str,
    pub(super) kind: &'static str,
    pub(super) mentions: u32,
    pub(super) articles: u32,
    pub(super) spellings: Vec<Spelling<'d>>,
    pub(super) roles: Vec<Said<'d>>,
    pub(super) example: Option<Example>,
    /// Its place in the dossier.
    #[serde(skip)]
    pub(super) actor: usize,
}

/// A name that may be one of several actors, or nobody known.
#[derive(Debug, Serialize)]
pub(super) struct UnlinkedName<'d> {
    pub(super) name: &'d str,
    pub(super) kind: &'static str,
    pub(super) mentions: u32,
    pub(super) articles: u32,
    pub(super) candidates: Vec<&'d str>,
    pub(super) example: Option<Example>,
}

/// A spelling that was joined to an actor on weaker grounds.
#[derive(Debug, Serialize)]
pub(super) struct Doubtful<'d> {
    pub(super) id: &'d str,
    pub(super) name: &'d str,
    pub(super) spelling: &'d str,
    pub(super) why: &'static str,
    #[serde(skip)]
    pub(super) because: &'static str,
    pub(super) mentions: u32,
    pub(super) example: Option<Example>,
}

impl<'d> Queue<'d> {
    /// What `dossier` leaves open.
    pub(super) fn of(dossier: &'d Dossier) -> Self {
        let mut candidates: Vec<Candidate<'d>> = dossier
            .actors
            .iter()
            .enumerate()
            .filter(|(_, actor)| actor.record.is_none())
            .map(|(at, actor)| candidate(dossier, at, actor))
            .collect();
        candidates.sort_by_key(|candidate| {
            let weight = u64::from(candidate.mentions) * u64::from(candidate.articles);
            (candidate.kind == ActorKind::Place.word(), Reverse(weight), candidate.id)
        });
        let unlinked = dossier.unlinked.iter().map(|name| UnlinkedName {
            name: &name.text,
            kind: name.kind.word(),
            mentions: name.mentions.len() as u32,
            articles: articles(&name.mentions),
            candidates: name.candidates.iter().map(crate::base::ActorId::as_str).collect(),
            example: first_sentence(dossier, &name.mentions),
        });
        let mut doubtful: Vec<Doubtful<'d>> = dossier.actors.iter().flat_map(|actor| joined(dossier, actor)).collect();
        doubtful.sort_by_key(|doubtful| (Reverse(doubtful.mentions), doubtful.id, doubtful.spelling));
        Self { doubtful, unlinked: unlinked.collect(), candidates }
    }
}

fn candidate<'d>(dossier: &'d Dossier, at: usize, actor: &'d Actor) -> Candidate<'d> {
    let roles = actor.roles.iter().map(|role| Said {
        text: &role.text,
        articles: role.articles,
        altered: role.altered,
        example: role.sentence.and_then(|sentence| example(dossier, sentence)),
    });
    Candidate {
        id: actor.id.as_str(),
        name: &actor.name,
        kind: actor.kind.word(),
        mentions: actor.mentions.len() as u32,
        articles: articles(&actor.mentions),
        spellings: actor.aliases.iter().map(|alias| Spelling { text: &alias.text, count: alias.count }).collect(),
        roles: roles.collect(),
        example: first_sentence(dossier, &actor.mentions),
        actor: at,
    }
}

fn joined<'d>(dossier: &'d Dossier, actor: &'d Actor) -> impl Iterator<Item = Doubtful<'d>> {
    actor.linking.iter().filter(|line| DOUBTFUL.contains(&line.why)).map(move |line| Doubtful {
        id: actor.id.as_str(),
        name: &actor.name,
        spelling: &line.text,
        why: line.why.code(),
        because: line.why.words(),
        mentions: line.count,
        example: example(dossier, line.example),
    })
}

fn articles(mentions: &[MentionRef]) -> u32 {
    mentions.iter().map(|mention| mention.entry).collect::<BTreeSet<_>>().len() as u32
}

/// The sentence of the first of `mentions` that names its actor.
fn first_sentence(dossier: &Dossier, mentions: &[MentionRef]) -> Option<Example> {
    let found = |reference: &MentionRef| {
        let entry = dossier.entries.get(reference.entry as usize)?;
        let mention = entry.reading.mentions.get(reference.mention as usize)?;
        let sentence = SentenceRef { entry: reference.entry, sentence: mention.sentence };
        Some((mention.how.is_name(), sentence))
    };
    let named = mentions.iter().filter_map(found).find(|(named, _)| *named);
    let any = named.or_else(|| mentions.iter().find_map(found));
    any.and_then(|(_, sentence)| example(dossier, sentence))
}

/// The sentence on one line.
pub(super) fn example(dossier: &Dossier, reference: SentenceRef) -> Option<Example> {
    let entry = dossier.entries.get(reference.entry as usize)?;
    let number = (reference.sentence.0 as usize).checked_sub(1)?;
    let sentence = entry.reading.sentences.get(number)?;
    let words = sentence.span.get(&entry.article.saved.text)?;
    Some(Example {
        article: entry.article.id.to_string(),
        sentence: sentence.id.to_string(),
        text: words.split_whitespace().collect::<Vec<_>>().join(" "),
    })
}
