//! The statements of all articles, those of one speaker with the same words together.

use super::content::{Content, Said, Voice};
use super::words::words;
use crate::analysis::corpus::compare::{Signature, signature};
use crate::base::SentenceId;
use crate::model::{Entry, SentenceRef, Statement, StatementRef};
use std::collections::BTreeMap;

/// Statements with the same words.
pub(super) struct Group {
    /// What they say.
    pub(super) content: Content,
    /// The statements, in order.
    pub(super) statements: Vec<StatementRef>,
}

/// Statements with the same words, as far as one speaker can have said them once; in order of their first.
///
/// Few words are said often, so they are one only where they were reported within a month. Where nobody knows who
/// speaks, few words are never one.
pub(super) fn gather(entries: &[Entry], signatures: &[Signature]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut by_wording: BTreeMap<(Option<u32>, u64), Vec<usize>> = BTreeMap::new();
    for (index, entry) in (0..).zip(entries) {
        let shown = |statement: &Statement| !statement.sentences.iter().any(|at| entry.hidden.contains(at));
        for (number, statement) in (0..).zip(&entry.reading.statements).filter(|(_, statement)| shown(statement)) {
            let at = StatementRef { entry: index, statement: number };
            let content = content(entry, statement, at, signatures);
            let known = by_wording.entry((content.voice.by, content.wording)).or_default();
            let telling = content.is_telling();
            // A long dossier may hold few words many times: only the latest such groups are looked at.
            let fits =
                |group: &&usize| telling || (content.voice.by.is_some() && groups[**group].content.near(&content));
            if let Some(group) = known.iter().rev().take(MOST_LOOKED_AT).find(fits).copied() {
                groups[group].add(at, &content);
            } else {
                known.push(groups.len());
                groups.push(Group { content, statements: vec![at] });
            }
        }
    }
    groups
}

const MOST_LOOKED_AT: usize = 16;

impl Group {
    fn add(&mut self, at: StatementRef, content: &Content) {
        self.statements.push(at);
        let own = &mut self.content;
        own.voice.on_behalf_of = own.voice.on_behalf_of.or(content.voice.on_behalf_of);
        own.said.spoken = own.said.spoken.or(content.said.spoken);
        own.said.reported = match (own.said.reported, content.said.reported) {
            (Some(one), Some(two)) => Some((one.0.min(two.0), one.1.max(two.1))),
            (one, two) => one.or(two),
        };
    }

    /// The articles that have these words, in order, some of them twice.
    pub(super) fn articles(&self) -> impl Iterator<Item = u32> + '_ {
        self.statements.iter().map(|at| at.entry)
    }
}

fn content(entry: &Entry, statement: &Statement, at: StatementRef, signatures: &[Signature]) -> Content {
    let text = &entry.article.saved.text;
    let actor = |mention: Option<u32>| entry.actors.get(mention? as usize).copied().flatten();
    let reported = entry.article.meta.days();
    let date = statement.date.and_then(|date| entry.reading.dates.get(date as usize));
    let spoken = date.and_then(|date| date.when).and_then(|when| when.day());
    let voice = Voice { by: actor(statement.by), on_behalf_of: actor(statement.on_behalf_of) };
    let sentence = |sentence: &SentenceId| SentenceRef { entry: at.entry, sentence: *sentence };
    let first = statement.sentences.first().map_or(SentenceId(0), |first| *first);
    let whole: Vec<&Signature> =
        statement.sentences.iter().filter_map(|own| signature(signatures, sentence(own))).collect();
    let words = words(text, &entry.reading, statement);
    let wording = words.iter().map(|word| (word.letters >> 48) as u16).collect();
    let says = Signature::within(sentence(&first), &whole, &statement.spans, wording);
    Content::of(text, &words, says, voice, Said { reported, spoken })
}
