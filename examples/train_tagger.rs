//! Trains the taggers and writes the weights that the program carries.
//!
//!     cargo run --release --example train_tagger -- names TRAIN [DEV] [--hold-out]
//!     cargo run --release --example train_tagger -- speech DEV.tsv TRAIN.tsv ...
//!
//! `names` writes `src/text/names/weights.bin`, see `train_tagger/names.rs` for its folders; `speech` writes the weights of
//! parts of speech and the tables of lemmas and of certain tags, see `train_tagger/speech.rs` for its files.
//!
//! A linear-chain conditional random field is trained by stochastic gradient descent with a step size of its own for
//! every weight (Adagrad), the order of the runs mixed by a fixed seed. Then the features that weigh least are dropped
//! until the rest fits the table, and those that remain are trained on. One thread: the same input, the same bytes.
#![expect(clippy::disallowed_methods, reason = "a program of its own that reads and writes files")]
#![expect(clippy::print_stderr, reason = "tells its progress")]

#[path = "train_tagger/certain.rs"]
mod certain;
#[path = "train_tagger/chain.rs"]
mod chain;
#[path = "train_tagger/dictionary.rs"]
mod dictionary;
#[path = "train_tagger/lemmas.rs"]
mod lemmas;
#[path = "train_tagger/names/mod.rs"]
mod names;
#[path = "train_tagger/speech.rs"]
mod speech;
#[path = "train_tagger/table.rs"]
mod table;

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((what, rest)) if what == "names" => names::train(rest),
        Some((what, rest)) if what == "speech" => speech::train(rest),
        _ => Err("usage: train_tagger names|speech ...".into()),
    }
}
