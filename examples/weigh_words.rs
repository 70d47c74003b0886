//! Makes `src/text/lexicon/lists/frequencies.bin`: how frequent the stems of English words are.
//!
//!     cargo run --release --example weigh_words -- FREQUENCIES.tsv
//!
//! FREQUENCIES holds a word, a tab and its Zipf frequency a line (the logarithm to base 10 of its count in a billion
//! words; wordfreq 3, CC BY-SA 4.0), under a line of headings. The frequencies of all words of a stem are added up, and
//! stems that reach `LEAST` are kept. The same input gives the same bytes.
#![expect(clippy::disallowed_methods, reason = "a program of its own that reads and writes files")]
#![expect(clippy::print_stderr, reason = "tells its progress")]

use cuttings::text::lexicon::content::{UNITS, stem_of};
use std::collections::BTreeMap;
use std::error::Error;

/// Least frequency that is kept: a rarer stem weighs as much as an unknown one.
const LEAST: f64 = 3.0;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: weigh_words FREQUENCIES.tsv")?;
    let mut counts: BTreeMap<u32, f64> = BTreeMap::new();
    for line in std::fs::read_to_string(path)?.lines().skip(1) {
        let (word, zipf) = line.split_once('\t').ok_or("a line without a tab")?;
        if let Some(stem) = stem_of(word) {
            *counts.entry((stem >> 32) as u32).or_default() += 10_f64.powf(zipf.parse()?);
        }
    }
    counts.retain(|_, count| count.log10() >= LEAST);
    let mut bytes: Vec<u8> = counts.keys().flat_map(|stem| stem.to_le_bytes()).collect();
    #[expect(clippy::cast_sign_loss, reason = "frequencies of eight and less, and of three and more")]
    bytes.extend(counts.values().map(|count| (count.log10() * f64::from(UNITS)).round().min(255.0) as u8));
    std::fs::write("src/text/lexicon/lists/frequencies.bin", &bytes)?;
    eprintln!("{} stems, {} bytes", counts.len(), bytes.len());
    Ok(())
}
