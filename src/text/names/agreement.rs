//! What a first pass over an article says of a word elsewhere in it, so that the article can agree with itself.

use super::document::Document;
use super::tags::{self, OUTSIDE};
use crate::text::tagger::hash;
use crate::text::token::Token;

/// How often a word was tagged so and so: outside, person, organisation, location; then how often as the last of
/// several words of a person's name, and as part of several words of an organisation's or a location's.
type Counts = [u16; 7];

const LAST_OF_PERSON: usize = 4;
const IN_ORGANIZATION: usize = 5;
const IN_LOCATION: usize = 6;

/// What the rest of the article says of each token's word, as a small number for each aspect; 0 where it says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// The most frequent sort plus 1 (1 is outside), and whether the others agree wholly (2), mostly (1) or not (0).
    pub usual: u8,
    /// The same without places where the word is outside.
    pub usual_name: u8,
    /// Bits: ends a person's full name elsewhere (1), is part of a longer organisation's (2), location's (4).
    pub part_of: u8,
}

/// What the first pass' `tags` of `document` say of each token.
#[must_use]
pub fn agreement(document: &Document<'_>, tags: &[u8]) -> Vec<Agreement> {
    let capitalised = document.tokens.iter().filter(|token| token.is_capitalised()).count();
    let mut table = Table { slots: vec![(0, [0; 7]); (capitalised * 2 + 2).next_power_of_two()] };
    let each = || document.tokens.iter().zip(tags).filter(|(token, _)| token.is_capitalised());
    for (token, tag) in each() {
        let counts = table.entry(token.folded);
        counts.iter_mut().zip(own(*tag)).for_each(|(count, one)| *count = count.saturating_add(one));
    }
    let mut of = |(token, tag): (&Token, &u8)| {
        if !token.is_capitalised() {
            return Agreement::default();
        }
        let mut counts = *table.entry(token.folded);
        counts.iter_mut().zip(own(*tag)).for_each(|(count, one)| *count = count.saturating_sub(one));
        let bit = |aspect: usize, bit: u8| if counts[aspect] > 0 { bit } else { 0 };
        Agreement {
            usual: usual(&counts[..4]),
            usual_name: usual(&counts[1..4]),
            part_of: bit(LAST_OF_PERSON, 1) | bit(IN_ORGANIZATION, 2) | bit(IN_LOCATION, 4),
        }
    };
    document.tokens.iter().zip(tags).map(&mut of).collect()
}

/// What one token of this tag adds to the counts of its word.
fn own(tag: u8) -> Counts {
    let tag = usize::from(tag);
    let mut counts = [0; 7];
    let Some(sort) = tags::sort(tag) else {
        counts[OUTSIDE] = 1;
        return counts;
    };
    counts[1 + sort as usize] = 1;
    let several = !(tags::opens(tag) && tags::closes(tag));
    match sort {
        tags::Sort::Person if several && tags::closes(tag) => counts[LAST_OF_PERSON] = 1,
        tags::Sort::Organization if several => counts[IN_ORGANIZATION] = 1,
        tags::Sort::Location if several => counts[IN_LOCATION] = 1,
        _ => {}
    }
    counts
}

fn usual(counts: &[u16]) -> u8 {
    let total: u32 = counts.iter().map(|count| u32::from(*count)).sum();
    let Some((most, count)) = counts.iter().enumerate().max_by_key(|(at, count)| (**count, 9 - at)) else { return 0 };
    let count = u32::from(*count);
    match (total, count) {
        (0, _) => 0,
        _ if count == total => (most as u8 + 1) * 4 + 2 + u8::from(total > 2),
        _ => (most as u8 + 1) * 4 + u8::from(count * 3 > total * 2),
    }
}

struct Table {
    slots: Vec<(u64, Counts)>,
}

impl Table {
    fn entry(&mut self, key: u64) -> &mut Counts {
        let mask = self.slots.len() - 1;
        let mut at = hash::spread(key) as usize & mask;
        while self.slots[at].0 != key && self.slots[at].0 != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at].0 = key;
        &mut self.slots[at].1
    }
}
