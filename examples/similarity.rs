//! Prints how alike the two sentences of each line are: 0 to 1, one number a line.
//!
//!     cargo run --release --example similarity -- [--features] PAIRS.tsv
//!
//! Each line of PAIRS holds a label, a sentence, another sentence and a note, parted by tabs; each sentence is read
//! as an article of its own. `--features` prints what the similarity is made of: the weights were fitted to that.
#![expect(clippy::disallowed_methods, reason = "a program of its own that reads files")]
#![expect(clippy::print_stdout, reason = "its result is what it prints")]

use cuttings::analysis::likeness::{Comparison, compare, signatures};
use cuttings::analysis::{assemble, readings};
use cuttings::base::ArticleId;
use cuttings::model::{Article, Corpus, Format, Metadata, Role, SavedText};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let features = arguments.first().is_some_and(|first| first == "--features");
    arguments.drain(..usize::from(features));
    let [path] = &arguments[..] else { return Err("usage: similarity [--features] PAIRS.tsv".into()) };
    for line in std::fs::read_to_string(path)?.lines() {
        let mut fields = line.split('\t').skip(1);
        let (Some(a), Some(b)) = (fields.next(), fields.next()) else {
            return Err(format!("a line without two sentences: {line}").into());
        };
        let found = compared(a, b);
        if features {
            println!("{}", shown(&found));
        } else {
            println!("{:.4}", found.similarity());
        }
    }
    Ok(())
}

/// Both sentences, each the whole of an article.
fn compared(a: &str, b: &str) -> Comparison {
    let corpus = Corpus { articles: vec![article("a", a), article("b", b)], ..Corpus::default() };
    let mut readings = readings(&corpus, &|| ());
    for reading in &mut readings {
        reading.sentences.iter_mut().for_each(|sentence| sentence.role = Role::Body);
    }
    let (dossier, _) = assemble(corpus, readings, None);
    let mut one_each = signatures(&dossier.entries, &dossier.actors);
    // A splitter may have cut one of them; its longest part stands for it.
    one_each.sort_by_key(|signature| (signature.at.entry, std::cmp::Reverse(signature.weight)));
    one_each.dedup_by_key(|signature| signature.at.entry);
    let [a, b] = &one_each[..] else { return Comparison::default() };
    compare(a, b)
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
    let bars = found.bars;
    let bars = [bars.date, bars.number, bars.polarity, bars.swap, bars.actors, bars.mood].map(u8::from);
    let bars = bars.map(|bar| bar.to_string()).join(" ");
    format!("{} {a} {b} {:.4} {} {bars}", found.shared, found.wording, u8::from(found.named))
}
