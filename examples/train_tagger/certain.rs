//! Learns which words have one tag, whatever stands around them.

use super::lemmas::record;
use cuttings::text::tagger::upos::{TAGS, Upos};
use std::collections::BTreeMap;

/// How often a word must stand in the training texts; of 20, one mistake in 200 words of others is made, of 5 two.
const OFTEN: usize = 20;
/// Of so many times, one may be otherwise: a slip.
const SLIP: usize = 100;

/// The words in small letters, by the tag that each has, as `speech::certain` reads them.
pub(crate) fn learn<'w>(words: impl Iterator<Item = (&'w str, Upos, &'w str)>) -> String {
    let mut counts: BTreeMap<String, [usize; TAGS]> = BTreeMap::new();
    for (form, tag, _) in words.filter(|(form, ..)| form.starts_with(char::is_lowercase)) {
        if !form.contains([' ', ';', '=', ':']) {
            counts.entry(form.replace('’', "'")).or_default()[tag as usize] += 1;
        }
    }
    let mut certain: BTreeMap<Upos, Vec<String>> = BTreeMap::new();
    for (form, counts) in counts {
        let all: usize = counts.iter().sum();
        let most = Upos::ALL.into_iter().max_by_key(|tag| counts[*tag as usize]);
        if let Some(tag) = most.filter(|tag| all >= OFTEN && (all - counts[*tag as usize]) * SLIP <= all) {
            certain.entry(tag).or_default().push(form);
        }
    }
    let mut table = String::from("# Words of one tag; made by examples/train_tagger.rs, see NOTICE for its sources.\n");
    for (tag, words) in &certain {
        record(&mut table, tag.name(), words);
    }
    table
}
