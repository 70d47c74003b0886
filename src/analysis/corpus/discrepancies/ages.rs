//! How old a person is said to be: one person has one age, wherever it is told.

use super::sides::sides;
use crate::analysis::corpus::told::{Told, told};
use crate::base::Span;
use crate::model::{ActorKind, Discrepancy, DiscrepancyKind, Entry, Role, SentenceRef, Side, Unit};
use chrono::Datelike;

/// The oldest that somebody is told to be.
const OLDEST: i64 = 120;
/// Most words of a title between an age and the name: "the 58-year-old harbour master Marta Holm".
const TITLE: usize = 24;

/// One sentence's word on how old somebody is.
struct Age {
    person: u32,
    /// The years in which they may have been born, as told.
    born: (i32, i32),
    span: Span,
    at: SentenceRef,
}

/// The discrepancies on how old somebody is.
pub(super) fn ages(entries: &[Entry]) -> Vec<Discrepancy> {
    let body = told(entries, |role| matches!(role, Role::Body | Role::Standfirst));
    let mut all: Vec<Age> = body.flat_map(|told| of_sentence(&told)).collect();
    all.sort_by_key(|age| (age.person, age.at));
    all.chunk_by(|one, other| one.person == other.person).filter_map(|ages| differing(entries, ages)).collect()
}

/// The sides of what is told of one person's age, where not all can be so.
fn differing(entries: &[Entry], ages: &[Age]) -> Option<Discrepancy> {
    let said = ages.iter().map(|age| (age.born, age.at, age.span));
    let sides = sides(entries, said, |one, other| one.0 <= other.1 && other.0 <= one.1);
    // An article that tells two ages tells of two persons, or of two times.
    let articles = |side: &Side| side.sentences.iter().map(|at| at.entry).collect::<Vec<_>>();
    let shared = sides.iter().enumerate().any(|(at, one)| {
        sides[at + 1..].iter().any(|other| articles(one).iter().any(|entry| articles(other).contains(entry)))
    });
    (sides.len() > 1 && !shared).then(|| Discrepancy {
        kind: DiscrepancyKind::Number,
        claims: Vec::new(),
        sides,
        also: Vec::new(),
    })
}

/// The ages of persons that a sentence tells: "Marta Holm, 58,", "aged 58", "58-year-old Marta Holm".
fn of_sentence(told: &Told<'_>) -> Vec<Age> {
    let text = told.text();
    let mut found = Vec::new();
    let Some((first, last)) = told.published() else { return found };
    for (_, quantity) in told.quantities() {
        let years = quantity.thousandths / 1000;
        let whole = quantity.thousandths % 1000 == 0 && quantity.to.is_none() && (1..=OLDEST).contains(&years);
        let bare = quantity.unit == Unit::Count && quantity.noun.is_none();
        let of_years = matches!(quantity.unit, Unit::Measure("year"));
        if !whole || !(bare || of_years) {
            continue;
        }
        let persons =
            || told.mentions().filter(|(_, mention, _)| mention.kind == ActorKind::Person && mention.how.is_name());
        let behind = Span { start: quantity.span.end, end: told.span.end.max(quantity.span.end) }.of(text);
        let old = of_years && behind.starts_with("-old");
        let closed = behind.is_empty() || behind.starts_with([',', '.', ')', ';', ' ']) && !behind.starts_with(" per");
        let before = persons().find(|(_, mention, _)| {
            let end = mention.span.end;
            end <= quantity.span.start && {
                let gap = Span { start: end, end: quantity.span.start }.of(text);
                let apposed = bare && matches!(gap, ", " | " (") && behind.starts_with([',', ')', '.']);
                let aged = bare && closed && matches!(gap, ", aged " | " aged " | " (aged ");
                apposed || aged || old && matches!(gap, ", a " | ", " | ", the ")
            }
        });
        let after = persons().find(|(_, mention, _)| {
            let start = mention.span.start;
            old && start >= quantity.span.end && {
                let gap = Span { start: quantity.span.end, end: start }.of(text);
                gap.len() <= TITLE && !gap.contains([',', ';', '.']) && gap.starts_with("-old ")
            }
        });
        let Some((.., Some(person))) = before.filter(|_| !old || after.is_none()).or(after) else { continue };
        let years = i32::try_from(years).unwrap_or_default();
        let born = (first.year() - years - 2, last.year() - years + 1);
        found.push(Age { person, born, span: quantity.span, at: told.at });
    }
    found
}
