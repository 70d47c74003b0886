//! Chooses the claims that the merged summary tells.

use crate::model::{Claim, Entry, Event, Summary};

/// Most key points.
const KEY_POINTS: usize = 7;

/// The summary of `claims`, which stand in order of their weight.
#[must_use]
pub fn summarise(claims: &[Claim], _entries: &[Entry], _events: &[Event]) -> Summary {
    let told = (0..).zip(claims);
    let several: Vec<u32> = told.clone().filter(|(_, claim)| claim.articles > 1).map(|(at, _)| at).collect();
    let single = told.filter(|(_, claim)| claim.articles == 1).map(|(at, _)| at).take(30).collect();
    let (key_points, further) = several.split_at(several.len().min(KEY_POINTS));
    Summary { key_points: key_points.to_vec(), further: further.to_vec(), background: Vec::new(), single }
}
