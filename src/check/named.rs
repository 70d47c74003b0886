//! Who is mentioned where, as the exported mentions have it. Of each mention a few numbers are held.

use super::CheckError;
use super::files::Files;
use super::fingerprint::fingerprint;
use super::json_lines;
use crate::model::How;
use rayon::prelude::*;
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

const MENTIONS: &str = "data/mentions.jsonl";
/// How a mention stands for an actor that it only points at.
const POINTING: [How; 3] = [How::Demonym, How::Description, How::Pronoun];

/// What is needed of a line of `mentions.jsonl`.
#[derive(Deserialize)]
struct Mention<'a> {
    #[serde(borrow)]
    sentence: Cow<'a, str>,
    start: usize,
    end: usize,
    #[serde(borrow)]
    actor: Option<Cow<'a, str>>,
    #[serde(borrow)]
    how: Cow<'a, str>,
}

/// The actors that each sentence mentions.
#[derive(Default)]
pub(super) struct Named {
    rows: Vec<Row>,
    /// The actors' ids.
    ids: Vec<String>,
}

/// One mention. They stand in this order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    /// Hash of the sentence's id.
    sentence: u64,
    start: usize,
    end: usize,
    actor: u32,
    /// Whether the words name it, and do not only point at it.
    by_name: bool,
}

impl Named {
    pub(super) fn read(files: &Files) -> Result<Self, CheckError> {
        let mut named = Self::default();
        let Some(number) = files.number(MENTIONS) else { return Ok(named) };
        let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
        json_lines::for_each_piece(files, number, |lines| {
            // Lines that are none were told of before.
            let parsed = lines.par_iter().filter_map(|line| serde_json::from_slice::<Mention<'_>>(line.1).ok());
            for mention in parsed.collect::<Vec<_>>() {
                let Some(actor) = mention.actor else { continue };
                let actor = numbers.get(&*actor).copied().unwrap_or_else(|| {
                    let number = named.ids.len() as u32;
                    named.ids.push(actor.clone().into_owned());
                    numbers.insert(actor.into_owned(), number);
                    number
                });
                let by_name = POINTING.iter().all(|how| how.word() != mention.how);
                let (sentence, start, end) = (fingerprint(&mention.sentence), mention.start, mention.end);
                named.rows.push(Row { sentence, start, end, actor, by_name });
            }
        })?;
        named.rows.sort_unstable();
        Ok(named)
    }

    fn of(&self, sentence: &str) -> &[Row] {
        let hash = fingerprint(sentence);
        let first = self.rows.partition_point(|row| row.sentence < hash);
        let count = self.rows[first..].partition_point(|row| row.sentence == hash);
        &self.rows[first..first + count]
    }

    /// The actor that `sentence` mentions at these bytes of the saved text.
    pub(super) fn at(&self, sentence: &str, start: usize, end: usize) -> Option<u32> {
        self.of(sentence).iter().find(|row| (row.start, row.end) == (start, end)).map(|row| row.actor)
    }

    /// The actors that `sentence` names, each once.
    pub(super) fn by(&self, sentence: &str) -> Vec<u32> {
        let mut actors: Vec<u32> = self.of(sentence).iter().filter(|row| row.by_name).map(|row| row.actor).collect();
        actors.sort_unstable();
        actors.dedup();
        actors
    }

    /// The id of an actor.
    pub(super) fn id(&self, actor: u32) -> &str {
        &self.ids[actor as usize]
    }
}
