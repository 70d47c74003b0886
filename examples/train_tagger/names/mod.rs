//! Trains the name tagger and writes `src/text/names/weights.bin`.
//!
//! TRAIN is a folder with `docs/NAME.txt`, `gold.tsv` (doc, start, end, type, surface; byte offsets) and `docs.tsv`
//! (doc, source, licence, annotation, words), where annotation is `human`, `derived` or `silver`. DEV is a folder of the
//! same form that is only measured on. With `--hold-out` every eighth document of TRAIN is kept back, measured on, and
//! nothing is written.

mod corpus;
mod other_names;

use super::chain::{Chain, Run};
use super::dictionary::Dictionary;
use super::table;
use corpus::Text;
use cuttings::text::names::agreement::agreement;
use cuttings::text::names::features::Features;
use cuttings::text::names::tags::{OUTSIDE, TAGS, may_follow};
use cuttings::text::names::{SLOT, window};
use std::error::Error;
use std::ops::Range;
use std::path::Path;

/// Rounds before features are dropped, and after.
const ROUNDS: [usize; 2] = [7, 3];
/// Parts of the texts that are tagged for the second pass by a model trained on the others.
const PARTS: usize = 3;
/// Lines of the table of weights, a power of two: two megabytes.
const LINES: usize = 1 << 15;

/// Trains on the folders of `arguments`.
pub(crate) fn train(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let hold_out = arguments.iter().any(|argument| argument == "--hold-out");
    let folders: Vec<&String> = arguments.iter().filter(|argument| !argument.starts_with("--")).collect();
    let [train, dev @ ..] = folders.as_slice() else {
        return Err("usage: train_tagger names TRAIN [DEV] [--hold-out]".into());
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
    let mut dictionary = dictionary_of(&texts.iter());
    let both = |dictionary: &Dictionary| {
        let mut all = runs(texts.iter(), dictionary, Pass::First);
        all.extend(runs(texts.iter(), dictionary, Pass::Second));
        all
    };
    let runs = both(&dictionary);
    eprintln!("{} texts, {} runs, {} features", texts.len(), runs.len(), dictionary.len());
    let mut chain = Chain::<TAGS>::new(dictionary.len(), may_follow);
    for round in 0..ROUNDS[0] {
        chain.train(&runs, round);
    }
    eprintln!("first pass only:");
    corpus::measure(&measured, &|text| first_tags(&chain, text, &dictionary));
    eprintln!("before features are dropped:");
    corpus::measure(&measured, &|text| both_tags(&chain, text, &dictionary));
    table::drop_least(&mut dictionary, &chain, LINES, SLOT);
    let runs = both(&dictionary);
    for round in 0..ROUNDS[1] {
        chain.train(&runs, ROUNDS[0] + round);
    }
    eprintln!("after features are dropped:");
    corpus::measure(&measured, &|text| both_tags(&chain, text, &dictionary));
    if !hold_out {
        let bytes = table::bytes(&dictionary, &chain, LINES, SLOT);
        std::fs::write("src/text/names/weights.bin", &bytes)?;
        eprintln!("{} bytes written", bytes.len());
    }
    Ok(())
}

/// Tags one part of the texts by a model that is trained on the others.
fn first_pass(texts: &mut [Text], part: usize) {
    let others: Vec<&Text> = texts.iter().filter(|text| text.number % PARTS != part).collect();
    let dictionary = dictionary_of(&others.iter().copied());
    let runs = runs(others.into_iter(), &dictionary, Pass::First);
    let mut chain = Chain::<TAGS>::new(dictionary.len(), may_follow);
    for round in 0..ROUNDS[0] / 2 {
        chain.train(&runs, round);
    }
    for text in texts.iter_mut().filter(|text| text.number % PARTS == part) {
        text.tagged = first_tags(&chain, text, &dictionary);
    }
}

/// Whether the tagger knows what a first pass has found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pass {
    First,
    Second,
}

/// The features of `texts`.
fn dictionary_of<'t>(texts: &(impl Iterator<Item = &'t Text> + Clone)) -> Dictionary {
    Dictionary::of(|each| {
        for text in texts.clone() {
            let pass = if text.first.is_empty() { Pass::First } else { Pass::Second };
            each_run(text, pass, &text.first, |_, features| features.iter().for_each(|hashes| each(hashes)));
        }
    })
}

/// The runs of all texts.
fn runs<'t>(texts: impl Iterator<Item = &'t Text>, dictionary: &Dictionary, pass: Pass) -> Vec<Run> {
    let mut all = Vec::new();
    for text in texts {
        each_run(text, pass, &text.first, |range, features| {
            let mut run = Run::new(legal(&text.gold[range]), text.weight);
            for hashes in features {
                run.push(hashes, dictionary);
            }
            all.push(run);
        });
    }
    all
}

/// The tags of a run; a name that the run cuts counts as outside.
fn legal(gold: &[u8]) -> Vec<u8> {
    let mut tags = gold.to_vec();
    let mut before = OUTSIDE;
    for tag in &mut tags {
        if !may_follow(before, usize::from(*tag)) {
            *tag = OUTSIDE as u8;
        }
        before = usize::from(*tag);
    }
    for at in (0..tags.len()).rev() {
        let after = tags.get(at + 1).map_or(OUTSIDE, |tag| usize::from(*tag));
        if !may_follow(usize::from(tags[at]), after) {
            tags[at] = OUTSIDE as u8;
        }
    }
    tags
}

/// Calls `each` with every run of `text` and the hashes of the features of its tokens.
fn each_run(text: &Text, pass: Pass, first: &[u8], mut each: impl FnMut(Range<usize>, &[Vec<u64>])) {
    let agreements = if pass == Pass::Second { agreement(&text.document, first) } else { Vec::new() };
    let mut features = Features::new(&text.document);
    for (sentence, case) in text.document.sentences.iter().zip(&text.document.cases) {
        window::windows(&text.document, sentence, |run| {
            let mut all = Vec::new();
            for at in run.clone() {
                features.fill(sentence, *case, at);
                if pass == Pass::Second {
                    features.add_agreement(agreements[at], at, first);
                }
                all.push(features.hashes.0.clone());
            }
            each(run, &all);
        });
    }
}

/// The best tags of a text's tokens, by two passes.
fn both_tags(chain: &Chain<TAGS>, text: &Text, dictionary: &Dictionary) -> Vec<u8> {
    best(chain, text, dictionary, Pass::Second, &first_tags(chain, text, dictionary))
}

/// The best tags of a text's tokens, by the first pass.
fn first_tags(chain: &Chain<TAGS>, text: &Text, dictionary: &Dictionary) -> Vec<u8> {
    best(chain, text, dictionary, Pass::First, &[])
}

fn best(chain: &Chain<TAGS>, text: &Text, dictionary: &Dictionary, pass: Pass, first: &[u8]) -> Vec<u8> {
    let mut tags = vec![OUTSIDE as u8; text.gold.len()];
    each_run(text, pass, first, |range, features| {
        let mut run = Run::new(Vec::new(), 0.0);
        for hashes in features {
            run.push(hashes, dictionary);
        }
        tags[range].copy_from_slice(&chain.tags(&run));
    });
    tags
}
