//! Prints how alike the two sentences of each line are: 0 to 1, one number a line.
//!
//!     cargo run --release --example similarity -- [--features | --levels] PAIRS.tsv
//!
//! Each line of PAIRS holds a label, a sentence, another sentence and a note, parted by tabs; each sentence is read
//! as an article of its own. `--features` prints what the similarity is made of: the weights were fitted to that.
//! `--levels` prints `full` where each supports the other fully, `part` where both would be joined into one claim, and
//! `none` where not.
#![expect(clippy::disallowed_methods, reason = "a program of its own that reads files")]
#![expect(clippy::print_stdout, reason = "its result is what it prints")]

use cuttings::analysis::corpus::compare::{Comparison, On, Signature, compare, signatures, similarity, support};
use cuttings::analysis::{readings, weave};
use cuttings::base::ArticleId;
use cuttings::model::{Article, Corpus, Format, Level, Metadata, Role, SavedText};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = arguments.first().filter(|first| first.starts_with("--")).cloned().unwrap_or_default();
    arguments.drain(..usize::from(!option.is_empty()));
    let [path] = &arguments[..] else { return Err("usage: similarity [--features | --levels] PAIRS.tsv".into()) };
    for line in std::fs::read_to_string(path)?.lines() {
        let mut fields = line.split('\t').skip(1);
        let (Some(a), Some(b)) = (fields.next(), fields.next()) else {
            return Err(format!("a line without two sentences: {line}").into());
        };
        let Some([a, b]) = both(a, b) else { return Err(format!("a sentence without words: {line}").into()) };
        match option.as_str() {
            "--features" => println!("{}", shown(&compare(&a, &b))),
            "--levels" => println!("{}", level(&a, &b)),
            _ => println!("{:.4}", similarity(&a, &b)),
        }
    }
    Ok(())
}

/// Both sentences, each the whole of an article; `None` where one of them is empty.
fn both(a: &str, b: &str) -> Option<[Signature; 2]> {
    let corpus = Corpus { articles: vec![article("a", a), article("b", b)], ..Corpus::default() };
    let mut readings = readings(&corpus, &|| ());
    for reading in &mut readings {
        reading.sentences.iter_mut().for_each(|sentence| sentence.role = Role::Body);
    }
    let (dossier, _) = weave(corpus, readings, None);
    let mut one_each = signatures(&dossier.entries, &dossier.actors);
    // A splitter may have cut one of them; its longest part stands for it.
    one_each.sort_by_key(|signature| (signature.at.entry, std::cmp::Reverse(signature.weight)));
    one_each.dedup_by_key(|signature| signature.at.entry);
    one_each.try_into().ok()
}

fn level(a: &Signature, b: &Signature) -> &'static str {
    let full = |one, other| support(one, other) == Some(Level::Full);
    if full(a, b) && full(b, a) {
        "full"
    } else if compare(a, b).is_akin() {
        "part"
    } else {
        "none"
    }
}

fn article(id: &str, text: &str) -> Article {
    Article {
        id: ArticleId::new(id),
        path: format!("{id}.txt"),
        format: Format::Text,
        encoding: "UTF-8",
        sha256: String::new(),
        bytes: text.len() as u64,
        saved: SavedText::plain(text.to_owned()),
        meta: Metadata::default(),
    }
}

fn shown(found: &Comparison) -> String {
    let [a, b] = found.weights;
    let on = found.conflicts.iter().map(|conflict| match conflict.on {
        On::Date => 'd',
        On::Number(_) | On::Figures => 'n',
        On::Polarity => 'p',
        On::Turned => 't',
        On::Speaker | On::Actor => 'a',
        On::Mood => 'm',
    });
    let on: String = on.collect();
    format!("{} {a} {b} {:.4} {} {on}", found.shared, found.wording, u8::from(found.named))
}
