//! Who led whose delegation: the same leader with two bodies, or the same body with two leaders.

use super::event::near;
use super::sides::sides;
use super::words;
use crate::analysis::corpus::told::{Told, told};
use crate::base::Span;
use crate::model::{ActorKind, Discrepancy, DiscrepancyKind, Entry, Mention, Role, SentenceRef, Side};
use crate::text::lexicon::content::tokens;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Most days between two publications that tell of one event.
const DAYS: i64 = 5;
/// Most words between the parts of a relation.
const NEAR: usize = 12;

/// One sentence's word on who led whose group.
struct Lead {
    at: SentenceRef,
    leader: (u32, Span),
    body: (u32, Span),
    group: &'static str,
    published: Option<(NaiveDate, NaiveDate)>,
}

/// The discrepancies on who led whose group.
pub(super) fn leads(entries: &[Entry]) -> Vec<Discrepancy> {
    let mut all: Vec<Lead> =
        told(entries, |role| matches!(role, Role::Body | Role::Standfirst)).filter_map(|told| lead(&told)).collect();
    if all.len() < 2 {
        return Vec::new();
    }
    let shown = Shown::new(entries);
    let mut found = by(&shown, &mut all, |lead| lead.leader, |lead| lead.body);
    found.extend(by(&shown, &mut all, |lead| lead.body, |lead| lead.leader));
    found
}

/// Leads with one `same` and more than one `other`, within one event.
fn by(
    shown: &Shown<'_>,
    all: &mut [Lead],
    same: fn(&Lead) -> (u32, Span),
    other: fn(&Lead) -> (u32, Span),
) -> Vec<Discrepancy> {
    all.sort_by_key(|lead| (same(lead).0, lead.group, lead.published, lead.at));
    let meet = |a: &Lead, b: &Lead| near(a.published, b.published, DAYS).unwrap_or(a.published == b.published);
    let one_event = |a: &Lead, b: &Lead| same(a).0 == same(b).0 && a.group == b.group && meet(a, b);
    let mut found = Vec::new();
    for event in all.chunk_by(one_event) {
        let said = event.iter().map(|lead| (other(lead).0, lead.at, other(lead).1));
        let sides = sides(shown.entries, said, |one, other| one == other);
        let articles = |side: &Side| side.sentences.iter().map(|at| at.entry).collect::<Vec<_>>();
        let apart = sides.iter().any(|side| articles(side) != articles(&sides[0]));
        if sides.len() > 1 && apart {
            let also = shown.of(event, same(&event[0]).0);
            found.push(Discrepancy { kind: DiscrepancyKind::Name, claims: Vec::new(), sides, also });
        }
    }
    found
}

/// Captions and headlines by the actors that they name.
struct Shown<'d> {
    entries: &'d [Entry],
    by_actor: BTreeMap<u32, Vec<SentenceRef>>,
}

impl<'d> Shown<'d> {
    fn new(entries: &'d [Entry]) -> Self {
        let mut by_actor: BTreeMap<u32, Vec<SentenceRef>> = BTreeMap::new();
        let shown = |role| matches!(role, Role::Caption | Role::Headline | Role::Subheading);
        for told in told(entries, shown) {
            for actor in told.actors(|_| true) {
                by_actor.entry(actor).or_default().push(told.at);
            }
        }
        Self { entries, by_actor }
    }

    /// What captions and headlines of articles of the same days say of the actor and the group.
    fn of(&self, event: &[Lead], actor: u32) -> Vec<SentenceRef> {
        let meets = |at: &SentenceRef| {
            let Some(told) = Told::new(self.entries, *at) else { return false };
            let near = |lead: &Lead| near(told.published(), lead.published, DAYS) == Some(true);
            told.words().to_lowercase().contains(event[0].group)
                && event.iter().any(|lead| lead.at.entry == at.entry || near(lead))
        };
        self.by_actor.get(&actor).into_iter().flatten().filter(|at| meets(at)).copied().collect()
    }
}

/// "The delegation of BODY, led by P", "the BODY delegation was headed by P", "P, who led the BODY delegation".
fn lead(told: &Told<'_>) -> Option<Lead> {
    let text = told.text();
    let span = told.span;
    if !words::may_lead(span.of(text)) {
        return None;
    }
    let all: Vec<Span> = tokens(text, span).collect();
    let word = |at: usize| all.get(at).map_or("", |token| token.of(text));
    let verb = (0..all.len()).find(|at| words::leads(word(*at)))?;
    let group_near =
        |mut range: std::ops::Range<usize>| range.find_map(|at| words::group(word(at)).map(|group| (at, group)));
    let person = |from: u32, to: u32, last: bool| {
        let inside = |(_, mention, actor): (u32, &Mention, Option<u32>)| {
            let fits = mention.kind == ActorKind::Person && mention.how.is_name();
            (fits && mention.span.start >= from && mention.span.end <= to).then_some((actor?, mention.span))
        };
        let mut found = told.mentions().filter_map(inside);
        if last { found.last() } else { found.next() }
    };
    let passive = word(verb + 1) == "by";
    let ((at, group), leader) = if passive {
        let behind = all.get((verb + 1 + NEAR).min(all.len() - 1))?.end;
        (group_near(verb.saturating_sub(NEAR)..verb)?, person(all[verb].end, behind, false)?)
    } else {
        let before = all[verb.saturating_sub(NEAR)].start;
        (group_near(verb + 1..(verb + 6).min(all.len()))?, person(before, all[verb].start, true)?)
    };
    let body = body(told, &all, at)?;
    (body.0 != leader.0).then(|| Lead { at: told.at, leader, body, group, published: told.published() })
}

/// The organisation or state whose group it is: the word before it, or the name behind "of" or "from".
fn body(told: &Told<'_>, all: &[Span], at: usize) -> Option<(u32, Span)> {
    let group = all[at];
    let preposition = all.get(at + 1).filter(|next| matches!(next.of(told.text()), "of" | "from"));
    let touches = |span: Span| match preposition {
        Some(preposition) => span.start > preposition.end && span.start <= preposition.end + 5,
        None => span.end < group.start && group.start <= span.end + 14,
    };
    let fits = |kind| matches!(kind, ActorKind::Organization | ActorKind::State);
    let inside = told.mentions().filter(|(_, mention, _)| fits(mention.kind) && touches(mention.span));
    inside.filter_map(|(_, mention, actor)| Some((actor?, mention.span))).last()
}
