//! What is told first where there is room for little: the merged summary's lead, and the days that matter most.

use super::compare::{AKIN, Signature, compare, signature, signatures};
use super::told::{Told, told};
use crate::base::When;
use crate::model::{DateExpression, Dossier, Role, SentenceRef};
use chrono::NaiveDate;

/// Most claims that are tried for the rest of a summary, so that one of a great dossier costs no more than needed.
const TRIED: usize = 2_000;
/// Least share of the lighter of two sentences that is in the other too where both would say the same to a reader.
const REPEATS: f32 = 0.6;
/// Fewest words that are worth filling.
const SHORT: usize = 8;
/// Most sentences of one day.
const A_DAY: usize = 3;

/// The sentences of the merged summary in the order in which its pages tell them, `words` words at most, but the first
/// always; one that has no room is passed over.
///
/// The key points come first, then what else several articles report, then what one alone does; then the other claims by
/// weight, save those that repeat what was told.
#[must_use]
pub fn summary(dossier: &Dossier, words: usize) -> Vec<SentenceRef> {
    let summary = &dossier.summary;
    let told = [&summary.key_points, &summary.further, &summary.single].into_iter().flatten();
    let told = told.filter_map(|claim| dossier.claims.get(*claim as usize)).map(|claim| claim.representative);
    let mut lead = Lead { sentences: Vec::new(), room: words };
    for at in told {
        lead.add(dossier, at);
        if lead.is_full() {
            return lead.sentences;
        }
    }
    let signatures = signatures(&dossier.entries, &dossier.actors);
    let mut before: Vec<&Signature> = lead.sentences.iter().filter_map(|at| signature(&signatures, *at)).collect();
    for claim in dossier.claims.iter().take(TRIED) {
        let at = claim.representative;
        let Some(mine) = signature(&signatures, at) else { continue };
        if lead.sentences.contains(&at) || before.iter().any(|told| repeats(told, mine)) {
            continue;
        }
        if lead.add(dossier, at) {
            before.push(mine);
        }
        if lead.is_full() {
            break;
        }
    }
    lead.sentences
}

/// Sentences, and the words for which there is room yet.
struct Lead {
    sentences: Vec<SentenceRef>,
    room: usize,
}

impl Lead {
    /// Adds a sentence, where there is room; whether there was.
    fn add(&mut self, dossier: &Dossier, at: SentenceRef) -> bool {
        let words = count_words(text(dossier, at));
        let fits = words <= self.room || self.sentences.is_empty();
        if fits {
            self.room = self.room.saturating_sub(words);
            self.sentences.push(at);
        }
        fits
    }

    fn is_full(&self) -> bool {
        self.room < SHORT
    }
}

/// Whether one of the two sentences says what the other does.
fn repeats(one: &Signature, other: &Signature) -> bool {
    let found = compare(one, other);
    found.similarity() >= AKIN || found.containment() >= REPEATS
}

/// The sentences that tell of `day`, those first that most others tell too, and then in the order of the chronology;
/// where it has no event, those that name the day.
#[must_use]
pub fn of_day(dossier: &Dossier, day: NaiveDate) -> Vec<SentenceRef> {
    let on_day = |when: &When| when.first_day() == Some(day) && when.last_day() == Some(day);
    let is_day = |date: &DateExpression| date.when.as_ref().is_some_and(on_day);
    let mut events: Vec<_> = dossier.events.iter().filter(|event| on_day(&event.when)).collect();
    events.sort_by_key(|event| std::cmp::Reverse(event.also.len()));
    let mut found: Vec<SentenceRef> = events.iter().map(|event| event.at).collect();
    if found.is_empty() {
        let named = told(&dossier.entries, |role| role == Role::Body);
        let named = named.filter(|told| told.dates().iter().any(is_day));
        found = named.map(|told| told.at).take(A_DAY).collect();
    }
    found.dedup();
    found.truncate(A_DAY);
    found
}

/// The words of a sentence of the dossier; empty where there is no such sentence.
#[must_use]
pub fn text(dossier: &Dossier, at: SentenceRef) -> &str {
    Told::new(&dossier.entries, at).map_or("", |told| told.words())
}

/// How many words `text` has: what stands between white space and holds a letter or a digit.
#[must_use]
pub fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}
