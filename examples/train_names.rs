//! Trains the name tagger and writes `src/text/names/weights.bin`.
//!
//!     cargo run --release --example train_names -- TRAIN [DEV] [--hold-out]
//!
//! TRAIN is a folder with `docs/NAME.txt`, `gold.tsv` (doc, start, end, type, surface; byte offsets) and `docs.tsv`
//! (doc, source, licence, annotation, words), where annotation is `human`, `derived` or `silver`. DEV is a folder of the
//! same form that is only measured on. With `--hold-out` every eighth document of TRAIN is kept back, measured on, and
//! nothing is written.
//!
//! A linear-chain conditional random field is trained by stochastic gradient descent with a step size of its own for
//! every weight (Adagrad), the order of the documents mixed by a fixed seed. Then the features that weigh least are
//! dropped until the rest fits the table, and those that remain are trained on. One thread: the same input, the same
//! bytes.
#![expect(clippy::disallowed_methods, reason = "a program of its own that reads and writes files")]
#![expect(clippy::print_stderr, reason = "tells its progress")]

#[path = "train_names/chain.rs"]
mod chain;
#[path = "train_names/corpus.rs"]
mod corpus;
#[path = "train_names/dictionary.rs"]
mod dictionary;
#[path = "train_names/other_names.rs"]
mod other_names;
#[path = "train_names/table.rs"]
mod table;

use chain::{Chain, Pass};
use corpus::Text;
use dictionary::Dictionary;
use std::error::Error;
use std::path::Path;

/// Rounds before features are dropped, and after.
const ROUNDS: [usize; 2] = [7, 3];
/// Parts of the texts that are tagged for the second pass by a model trained on the others.
const PARTS: usize = 3;
/// Lines of the table of weights, a power of two: two megabytes.
const LINES: usize = 1 << 15;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let hold_out = arguments.iter().any(|argument| argument == "--hold-out");
    let folders: Vec<&String> = arguments.iter().filter(|argument| !argument.starts_with("--")).collect();
    let [train, dev @ ..] = folders.as_slice() else {
        return Err("usage: train_names TRAIN [DEV] [--hold-out]".into());
    };
    let mut texts = corpus::read(Path::new(train))?;
    corpus::mend(&mut texts);
    let mut measured = Vec::new();
    if hold_out {
        let (kept, out): (Vec<_>, Vec<_>) = texts.into_iter().enumerate().partition(|(_, text)| text.number % 8 != 3);
        texts = kept.into_iter().map(|(_, text)| text).collect();
        measured = out.into_iter().map(|(_, text)| text).filter(|text| !text.group.ends_with("renamed")).collect();
    }
    for folder in dev {
        let texts = corpus::read(Path::new(folder))?.into_iter().filter(|text| !text.group.ends_with("renamed"));
        measured.extend(texts.map(|text| Text { group: "dev".into(), ..text }));
    }
    for part in 0..PARTS {
        first_pass(&mut texts, part);
    }
    for text in &mut texts {
        text.first = std::mem::take(&mut text.tagged);
    }
    let mut dictionary = Dictionary::of(&texts.iter());
    let both = |dictionary: &Dictionary| {
        let mut runs = chain::runs(texts.iter(), dictionary, Pass::First);
        runs.extend(chain::runs(texts.iter(), dictionary, Pass::Second));
        runs
    };
    let runs = both(&dictionary);
    eprintln!("{} texts, {} runs, {} features", texts.len(), runs.len(), dictionary.len());
    let mut chain = Chain::new(dictionary.len());
    for round in 0..ROUNDS[0] {
        chain.train(&runs, round);
    }
    eprintln!("first pass only:");
    corpus::measure(&measured, &|text| chain.first_tags(text, &dictionary));
    eprintln!("before features are dropped:");
    corpus::measure(&measured, &|text| chain.tags(text, &dictionary));
    table::drop_least(&mut dictionary, &chain, LINES);
    let runs = both(&dictionary);
    for round in 0..ROUNDS[1] {
        chain.train(&runs, ROUNDS[0] + round);
    }
    eprintln!("after features are dropped:");
    corpus::measure(&measured, &|text| chain.tags(text, &dictionary));
    if !hold_out {
        let bytes = table::bytes(&dictionary, &chain, LINES);
        std::fs::write("src/text/names/weights.bin", &bytes)?;
        eprintln!("{} bytes written", bytes.len());
    }
    Ok(())
}

/// Tags one part of the texts by a model that is trained on the others.
fn first_pass(texts: &mut [Text], part: usize) {
    let others: Vec<&Text> = texts.iter().filter(|text| text.number % PARTS != part).collect();
    let dictionary = Dictionary::of(&others.iter().copied());
    let runs = chain::runs(others.into_iter(), &dictionary, Pass::First);
    let mut chain = Chain::new(dictionary.len());
    for round in 0..ROUNDS[0] / 2 {
        chain.train(&runs, round);
    }
    for text in texts.iter_mut().filter(|text| text.number % PARTS == part) {
        text.tagged = chain.first_tags(text, &dictionary);
    }
}
