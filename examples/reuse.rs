//! Compares pairs of articles: how much wording they share, and whether one retells the other.
//!
//! `cargo run --release --example reuse -- PAIRS.tsv`: each line of `PAIRS.tsv` holds the paths of two articles, parted by a
//! tab; printed are both paths, the share of each one's own wording that the other has, and the score of a retelling.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a tool of the developers that reads files"
)]

use cuttings::analysis::{Cleaning, corpus::reuse::compare, reading};
use cuttings::model::{Article, Reading};
use std::path::Path;

fn read(path: &str) -> Option<(Article, Reading)> {
    let (article, diagnostics) = cuttings::read::read_article(Path::new(path));
    for diagnostic in diagnostics {
        eprintln!("{path}: {}", diagnostic.message);
    }
    article.map(|article| {
        let reading = reading(&article, Cleaning::Roles);
        (article, reading)
    })
}

fn main() -> std::io::Result<()> {
    let Some(pairs) = std::env::args().nth(1) else {
        eprintln!("usage: reuse PAIRS.tsv");
        std::process::exit(2);
    };
    for line in std::fs::read_to_string(pairs)?.lines() {
        let Some((one, other)) = line.split_once('\t') else { continue };
        let (Some(left), Some(right)) = (read(one), read(other)) else { continue };
        let found = compare((&left.0.saved.text, &left.1), (&right.0.saved.text, &right.1));
        let [contained, containing] = found.contained;
        println!("{one}\t{other}\t{contained:.3}\t{containing:.3}\t{:.3}", found.retelling);
    }
    Ok(())
}
