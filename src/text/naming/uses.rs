//! What the words around a name use it as: a person, a body, a place.

use super::Page;
use crate::model::{ActorKind, Mention};
use crate::text::lexicon::fold;
use crate::text::lexicon::words::WORDS;

/// How certain what stands around a name makes its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// Nothing else is called so: "Rue Lennar", "the magazine Lennar".
    Surely(ActorKind),
    /// "In Lennar": mostly.
    Likely(ActorKind),
    /// Something made, which is no actor: "a Lennar", "a Lennar rifle", "HMS Lennar".
    Thing,
}

impl Page<'_> {
    /// What the words around `mention` use its name as, where they say.
    pub(crate) fn used_as(&self, mention: &Mention) -> Option<Use> {
        let name = mention.span.of(self.text);
        let several = name.contains([' ', '-']);
        let end = self.sentence(mention).map_or(mention.span.end, |sentence| sentence.span.end.max(mention.span.end));
        let rest = &self.text[mention.span.end as usize..end as usize];
        let mut before = self.before(mention);
        let nearest = before.next().unwrap_or_default();
        let second = before.next().unwrap_or_default();
        let small = |word: &str| word.starts_with(|c: char| c.is_lowercase());
        let first = name.split([' ', '-']).next().unwrap_or_default();
        if several && WORDS.place_openings.has(&fold::fold(first)) {
            return Some(Use::Surely(ActorKind::Place));
        }
        // What stands right behind, with one space between.
        let mut behind = rest.strip_prefix(' ').into_iter().flat_map(|rest| rest.split(' '));
        let next = behind.next().unwrap_or_default();
        let ended = next.ends_with(|c: char| !c.is_alphanumeric());
        let after = next.trim_end_matches(|c: char| !c.is_alphanumeric());
        let further = behind.next().unwrap_or_default().trim_end_matches(|c: char| !c.is_alphanumeric());
        // "Lennar jets" are made by Lennar; "a Mara Holm rifle" is none of hers.
        let last = fold::fold(name.rsplit(' ').next().unwrap_or_default());
        let maker = !several && mention.kind != ActorKind::Person || WORDS.heads.has(&last);
        let product = small(after) && WORDS.made.has(after) && !maker;
        let one = matches!(nearest, "a" | "an" | "another") && !small(after) && mention.kind != ActorKind::Place;
        if product || one || WORDS.ships.has(nearest) || WORDS.ships.has(first) && several {
            return Some(Use::Thing);
        }
        if WORDS.titles.has(&nearest.trim_end_matches('.').to_lowercase()) && !nearest.ends_with(',')
            || matches!(nearest, "Mr" | "Mr." | "Mrs" | "Mrs." | "Ms" | "Ms." | "Dr" | "Dr.")
            || after == "who"
            || is_age(rest)
        {
            return Some(Use::Surely(ActorKind::Person));
        }
        if after == "news" && !ended && matches!(further, "agency" | "site" | "website" | "channel" | "service")
            || several && WORDS.bodies.has(after)
            || small(nearest) && WORDS.bodies.has(nearest)
        {
            return Some(Use::Surely(ActorKind::Organization));
        }
        let opened = small(nearest) && WORDS.place_openings.has(&fold::fold(nearest));
        if opened || small(after) && WORDS.venues.has(after) || nearest == "of" && WORDS.settlements.has(second) {
            return Some(Use::Surely(ActorKind::Place));
        }
        if WORDS.saying.has(after) {
            return Some(Use::Likely(ActorKind::Person));
        }
        if matches!(nearest, "in" | "near" | "outside" | "inside" | "throughout") && !rest.starts_with(['\'', '’']) {
            return Some(Use::Likely(ActorKind::Place));
        }
        let titled = WORDS.titles.has(&fold::fold(first));
        let the = nearest.eq_ignore_ascii_case("the") && several && !titled;
        (the || WORDS.bodies.has(after)).then_some(Use::Likely(ActorKind::Organization))
    }
}

/// What the words around all mentions of a name use it as, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Uses {
    /// By kind: persons, organisations, places.
    surely: [u16; 3],
    likely: [u16; 3],
    things: u16,
    mentions: u16,
}

/// The kinds that uses tell, in the order in which they are counted.
const KINDS: [ActorKind; 3] = [ActorKind::Person, ActorKind::Organization, ActorKind::Place];
/// Fewest likely uses that count as a sure one.
const LIKELY: u16 = 2;

impl Uses {
    /// Counts one more mention.
    pub(crate) fn add(&mut self, one: Option<Use>) {
        self.mentions = self.mentions.saturating_add(1);
        let (counts, kind) = match one {
            Some(Use::Surely(kind)) => (&mut self.surely, kind),
            Some(Use::Likely(kind)) => (&mut self.likely, kind),
            Some(Use::Thing) => {
                self.things = self.things.saturating_add(1);
                return;
            }
            None => return,
        };
        if let Some(at) = KINDS.iter().position(|one| *one == kind) {
            counts[at] = counts[at].saturating_add(1);
        }
    }

    /// Whether the name is of something made: nothing says that it is a person's, and of every two mentions one that it is.
    pub(crate) fn is_thing(&self) -> bool {
        self.things > 0 && self.surely[0] == 0 && self.likely[0] == 0 && self.things * 2 >= self.mentions
    }

    /// Counts all of `other`.
    pub(crate) fn extend(&mut self, other: &Self) {
        for (counts, more) in [(&mut self.surely, &other.surely), (&mut self.likely, &other.likely)] {
            counts.iter_mut().zip(more).for_each(|(count, more)| *count = count.saturating_add(*more));
        }
        self.things = self.things.saturating_add(other.things);
        self.mentions = self.mentions.saturating_add(other.mentions);
    }

    /// What a name is that was taken for `kind`: another only where nothing is certain of `kind` and something of the other.
    pub(crate) fn settled(&self, kind: ActorKind) -> ActorKind {
        let Some(own) = KINDS.iter().position(|one| *one == kind) else { return kind };
        // A likely use is no evidence between a body and where it has its seat.
        let likely = |at: usize| if (at == 0) == (own == 0) { 0 } else { self.likely[at] / LIKELY };
        let weight = |at: usize| self.surely[at] + likely(at).min(1);
        // A title before a name protects a person, but "the secretary general, UN" makes none.
        let best = (1..3).filter(|at| *at != own).max_by_key(|at| (weight(*at), self.likely[*at]));
        let against =
            best.filter(|at| weight(*at) > 0 && self.surely[own] == 0 && self.likely[own] <= self.likely[*at]);
        against.map_or(kind, |at| KINDS[at])
    }
}

/// Whether an age stands right behind a name: ", 45," or "(45)".
fn is_age(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix(", ").or_else(|| rest.strip_prefix(" (")) else { return false };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && rest[digits..].starts_with([',', ')'])
}
