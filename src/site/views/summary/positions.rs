//! The positions of the actors: of each who spoke most the latest statement, and folded below it others.

use crate::model::{Quotation, Wording};
use crate::site::prose::{counted, sentence_case};
use crate::site::register;
use crate::site::routes::{Anchor, Route};
use crate::site::views::citing::{Citations, Cite, Passage};
use crate::site::views::parts::Chip;
use crate::site::views::stamp::Stamp;
use serde::Serialize;
use std::cmp::Reverse;

/// Most actors.
const ACTORS: usize = 10;
/// Most statements of each.
const STATEMENTS: usize = 4;
/// Most statements of one actor that are looked at for such as may be shown.
const LOOKED_AT: usize = 40;
/// Most sentences of a statement.
const SENTENCES: usize = 2;

/// A statement in one of its wordings.
#[derive(Serialize)]
struct Stance<'d> {
    when: Option<Stamp>,
    /// Else when it was first published.
    published: Option<Stamp>,
    sentences: Vec<Passage<'d>>,
    cite: Cite<'d>,
    /// How many wordings there are, in words, where there are several.
    wordings: Option<String>,
}

/// The position of an actor.
#[derive(Serialize)]
struct Position<'d> {
    chip: Chip<'d>,
    latest: Stance<'d>,
    others: Vec<Stance<'d>>,
    /// How many statements are folded, in words: as earlier ones only where their dates say so.
    fold: Option<String>,
    /// How many more there are, in words.
    more: Option<String>,
    all: String,
}

/// The positions by actor.
#[derive(Serialize)]
pub(super) struct Positions<'d> {
    each: Vec<Position<'d>>,
    /// How many more actors have a statement, in words.
    more: Option<String>,
}

impl<'d> Positions<'d> {
    /// Those of the actors who made most statements, of as many those that the dossier turns on most.
    pub(super) fn of(citations: &Citations<'_, 'd>) -> Self {
        let catalogue = citations.catalogue;
        let (dossier, register) = (catalogue.dossier, &catalogue.register);
        let with_page = catalogue.cast.with_page(dossier).map(|(actor, _)| actor);
        let mut speakers: Vec<u32> = with_page.filter(|actor| !register.said(*actor).is_empty()).collect();
        speakers.sort_by_key(|actor| {
            let centrality = catalogue.cast.standing(*actor).centrality();
            (Reverse(register.said(*actor).len()), Reverse(centrality))
        });
        let total = speakers.len();
        let mut each = Vec::new();
        for actor in speakers {
            if each.len() == ACTORS {
                break;
            }
            each.extend(position(actor, citations));
        }
        let more = total - each.len();
        Self { each, more: (more > 0).then(|| counted(more, "more speaker", "more speakers")) }
    }
}

/// What an actor said, latest first; nothing where none of it may be shown.
fn position<'d>(actor: u32, citations: &Citations<'_, 'd>) -> Option<Position<'d>> {
    let catalogue = citations.catalogue;
    let (dossier, said) = (catalogue.dossier, catalogue.register.said(actor));
    let who = &dossier.actors[actor as usize];
    let looked_at = said.iter().take(LOOKED_AT).map(|index| &dossier.quotations[*index as usize]);
    // What altered copies alone give is told only where there is nothing else.
    let (mut good, mut spun) = (Vec::new(), Vec::new());
    for quotation in looked_at {
        match shown_by(quotation, citations) {
            Some((wording, false)) => good.push((quotation, wording)),
            Some((wording, true)) => spun.push((quotation, wording)),
            None => {}
        }
    }
    let chosen = if good.is_empty() { spun } else { good };
    let chosen = chosen.into_iter().take(STATEMENTS);
    let (mut stances, mut days) = (Vec::new(), Vec::new());
    for (quotation, wording) in chosen {
        if let Some(stance) = stance(quotation, wording, citations) {
            stances.push(stance);
            days.push(register::day_of(dossier, quotation));
        }
    }
    let others = stances.split_off(stances.len().min(1));
    let latest = stances.pop()?;
    let more = said.len() - 1 - others.len();
    // Those of one day, of one article as often, and those without a date are no earlier ones.
    let are_earlier = days.iter().skip(1).all(|day| day.is_some() && *day < days[0]);
    let fold = if are_earlier {
        sentence_case(&counted(others.len(), "earlier statement", "earlier statements"))
    } else {
        format!("Also said: {}", counted(others.len(), "statement", "statements"))
    };
    let links = &citations.links;
    Some(Position {
        chip: Chip::bare(who, links),
        fold: (!others.is_empty()).then_some(fold),
        latest,
        others,
        more: (more > 0).then(|| counted(more, "more", "more")),
        all: links.to_anchor(Route::Actor(&who.id), Anchor::Said),
    })
}

/// The wording that an quotation is shown by, and whether it is an altered copy's: the earliest that may be
/// published, of an unaltered article where there is one.
fn shown_by<'d>(quotation: &'d Quotation, citations: &Citations<'_, 'd>) -> Option<(&'d Wording, bool)> {
    let dossier = citations.catalogue.dossier;
    let shown = |wording: &Wording| {
        let statement = register::statement(dossier, wording.at);
        statement.is_some_and(|(_, s)| s.sentences.iter().any(|id| citations.is_published(wording.at.sentence(*id))))
    };
    let altered = |wording: &Wording| citations.entry(wording.at.entry).article.meta.altered.is_some();
    let published = || quotation.wordings.iter().take(LOOKED_AT).filter(|wording| shown(wording));
    let good = published().find(|wording| !altered(wording)).map(|wording| (wording, false));
    good.or_else(|| published().next().map(|wording| (wording, true)))
}

fn stance<'d>(quotation: &'d Quotation, wording: &Wording, citations: &Citations<'_, 'd>) -> Option<Stance<'d>> {
    let dossier = citations.catalogue.dossier;
    let (_, statement) = register::statement(dossier, wording.at)?;
    let sentences: Vec<_> = statement.sentences.iter().take(SENTENCES).map(|id| wording.at.sentence(*id)).collect();
    let when = register::said_when(dossier, quotation);
    let published = register::first_published(dossier, quotation).filter(|_| when.is_none());
    let several = quotation.wordings.len();
    Some(Stance {
        when: when.map(|when| Stamp::of(&when)),
        published: published.map(Stamp::day),
        cite: citations.cite(*sentences.first()?),
        sentences: sentences.iter().filter_map(|at| citations.saying(*at, &[], &statement.spans)).collect(),
        wordings: (several > 1).then(|| counted(several, "wording", "wordings")),
    })
}
