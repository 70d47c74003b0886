//! An actor in brief: how often it is named, when, and with whom. All of it computed.

use crate::base::PartialDate;
use crate::model::{ActorKind, MentionRef};
use crate::site::cast::Standing;
use crate::site::catalogue::Catalogue;
use crate::site::draw::bars::Bars;
use crate::site::prose::{counted, grouped};
use crate::site::published::published;
use crate::site::routes::Links;
use crate::site::views::parts::Chip;
use serde::Serialize;
use std::cmp::Reverse;

/// Most actors that are listed as company.
const COMPANY: usize = 8;

/// A line of figures.
#[derive(Serialize)]
struct Figure {
    label: &'static str,
    text: String,
}

/// Another actor that is named beside this one.
#[derive(Serialize)]
struct Companion<'d> {
    chip: Chip<'d>,
    /// In how many sentences.
    words: String,
}

/// An actor in brief.
#[derive(Serialize)]
pub(super) struct Brief<'d> {
    lead: String,
    figures: Vec<Figure>,
    company: Vec<Companion<'d>>,
    /// How often it is named over time, as a drawing.
    bars: Option<Bars>,
}

impl<'d> Brief<'d> {
    pub(super) fn of(catalogue: &Catalogue<'d>, index: u32, links: &Links) -> Self {
        let standing = catalogue.cast.standing(index);
        let lead = lead(standing);
        let figures = [
            ("Meant", (standing.meant > 0).then(|| format!("{} by a description or a pronoun", times(standing.meant)))),
            (
                "Derived",
                (standing.adjectival > 0)
                    .then(|| format!("{} by its people or adjective; not counted", times(standing.adjectival))),
            ),
        ];
        let figures = figures.into_iter().filter_map(|(label, text)| Some(Figure { label, text: text? })).collect();
        let company = company(catalogue, index, links);
        Self { lead, figures, bars: bars(catalogue, index), company }
    }
}

fn times(n: u32) -> String {
    format!("{} {}", grouped(n.into()), if n == 1 { "time" } else { "times" })
}

fn date(date: Option<PartialDate>) -> Option<String> {
    date.map(|date| date.in_words())
}

/// How often and when an actor is named, as a sentence.
pub(crate) fn lead(standing: &Standing) -> String {
    let articles = counted(standing.articles as usize, "article", "articles");
    match (date(standing.first), date(standing.last)) {
        _ if standing.named == 0 => "No article names it.".to_owned(),
        (Some(first), Some(last)) if first == last => {
            format!("Named {} in {articles}, published {first}.", times(standing.named))
        }
        (Some(first), Some(last)) => {
            format!("Named {} in {articles}, published {first} to {last}.", times(standing.named))
        }
        _ => format!("Named {} in {articles}.", times(standing.named)),
    }
}

/// The actor's mentions by name over the time in which it is named.
fn bars(catalogue: &Catalogue<'_>, index: u32) -> Option<Bars> {
    let standing = catalogue.cast.standing(index);
    let mut counts = Vec::new();
    for run in catalogue.dossier.actors[index as usize].mentions.chunk_by(|one, other| one.entry == other.entry) {
        let entry = &catalogue.dossier.entries[run[0].entry as usize];
        let by_name = |at: &&MentionRef| {
            entry.reading.mentions.get(at.mention as usize).is_some_and(|mention| mention.how.is_name())
        };
        let named = run.iter().filter(by_name).count() as u32;
        if let Some(date) = published(entry).filter(|_| named > 0) {
            counts.push((date, named));
        }
    }
    Bars::of(&counts, (standing.first?, standing.last?))
}

/// The actors that are named in sentences that name this one, those in most of them first. Cost grows with the
/// mentions in these sentences.
fn company<'d>(catalogue: &Catalogue<'d>, index: u32, links: &Links) -> Vec<Companion<'d>> {
    let dossier = catalogue.dossier;
    let mut beside = Vec::new();
    for run in dossier.actors[index as usize].mentions.chunk_by(|one, other| one.entry == other.entry) {
        beside_in(catalogue, run, &mut beside);
    }
    let counts = |other: u32| dossier.actors[other as usize].kind != ActorKind::Place && other != index;
    let mut found = tally(beside);
    found.retain(|(other, _)| counts(*other) && catalogue.cast.has_page(dossier, *other));
    // Actors come in order of their ids, and the sort keeps it among equals.
    found.sort_by_key(|(_, sentences)| Reverse(*sentences));
    let companion = |(other, sentences): (u32, u32)| Companion {
        chip: Chip::bare(&dossier.actors[other as usize], links),
        words: counted(sentences as usize, "sentence", "sentences"),
    };
    found.into_iter().take(COMPANY).map(companion).collect()
}

/// Adds the actors named in the sentences of one article that name this one, each once a sentence.
fn beside_in(catalogue: &Catalogue<'_>, run: &[MentionRef], beside: &mut Vec<u32>) {
    let entry = &catalogue.dossier.entries[run[0].entry as usize];
    let mentions = &entry.reading.mentions;
    let mut last = None;
    for own in run.iter().filter_map(|at| mentions.get(at.mention as usize)).filter(|own| own.how.is_name()) {
        if last.replace(own.sentence) == Some(own.sentence) {
            continue;
        }
        let from = mentions.partition_point(|mention| mention.sentence < own.sentence);
        let here = mentions[from..].iter().take_while(|mention| mention.sentence == own.sentence);
        let mut others: Vec<u32> = here
            .zip(entry.actors.get(from..).unwrap_or_default())
            .filter_map(|(mention, actor)| actor.filter(|_| mention.how.is_name()))
            .collect();
        others.sort_unstable();
        others.dedup();
        beside.append(&mut others);
    }
}

/// How often each value occurs, in order of the values.
fn tally(mut values: Vec<u32>) -> Vec<(u32, u32)> {
    values.sort_unstable();
    values.chunk_by(|one, other| one == other).map(|run| (run[0], run.len() as u32)).collect()
}
