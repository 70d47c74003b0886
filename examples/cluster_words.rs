//! Makes `src/text/tagger/words.bin`: what is known of common words and names from very large texts.
//!
//!     cargo run --release --example cluster_words -- VECTORS.txt DICTIONARY.txt
//!
//! VECTORS holds a word and its vector a line, the most frequent word first (`GloVe` 6B, 100 dimensions, of Stanford
//! University, PDDL 1.0: `glove.6B.100d.txt`). DICTIONARY holds a word a line as a spelling dictionary writes it (SCOWL's
//! Hunspell dictionary of American English, its affixes expanded). Each of the first 100,000 words gets the number of a
//! cluster of words used alike, its frequency and whether the dictionary writes it in small letters. The same input
//! gives the same bytes.
#![expect(clippy::disallowed_methods, reason = "a program of its own that reads and writes files")]
#![expect(clippy::print_stderr, reason = "tells its progress")]

use cuttings::text::tagger::{hash, words};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

/// Words that are kept, the most frequent ones.
const WORDS: usize = 100_000;
/// Numbers of parts that each level of clusters is split into.
const LEVELS: [usize; 3] = [16, 8, 8];
/// Rounds of Lloyd's algorithm at each split.
const ROUNDS: usize = 25;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(vectors), Some(dictionary)) = (arguments.next(), arguments.next()) else {
        return Err("usage: cluster_words VECTORS.txt DICTIONARY.txt".into());
    };
    let (listed, points) = read_vectors(&std::fs::read_to_string(vectors)?);
    let spelled = std::fs::read_to_string(dictionary)?;
    let spelled: BTreeSet<&str> = spelled.lines().collect();
    eprintln!("{} words, {} in the dictionary", listed.len(), spelled.len());
    let mut cluster = vec![0_u16; listed.len()];
    split(&points, &(0..listed.len()).collect::<Vec<_>>(), &LEVELS, &mut cluster);
    let mut table = BTreeMap::new();
    for (rank, word) in listed.iter().enumerate() {
        let about = words::About {
            cluster: cluster[rank],
            rarity: (rank / 50 + 1).ilog2() as u16,
            small: spelled.contains(word.as_str()),
        };
        table.entry(hash::folded(word) as u32).or_insert(about.packed());
    }
    let mut bytes: Vec<u8> = table.keys().flat_map(|key| key.to_le_bytes()).collect();
    bytes.extend(table.values().flat_map(|value| value.to_le_bytes()));
    std::fs::write("src/text/tagger/words.bin", &bytes)?;
    eprintln!("{} words, {} bytes", table.len(), bytes.len());
    Ok(())
}

/// The first words and their vectors, at unit length.
fn read_vectors(text: &str) -> (Vec<String>, Vec<Vec<f32>>) {
    let mut listed = Vec::new();
    let mut points = Vec::new();
    for line in text.lines() {
        let mut parts = line.split(' ');
        let word = parts.next().unwrap_or_default();
        let vector: Vec<f32> = parts.filter_map(|part| part.parse().ok()).collect();
        let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt();
        if length > 0.0 && word.starts_with(char::is_alphabetic) && listed.len() < WORDS {
            listed.push(word.to_owned());
            points.push(vector.iter().map(|x| x / length).collect());
        }
    }
    (listed, points)
}

/// Numbers the clusters of `members`: the digits of one number are its parts at each level.
fn split(points: &[Vec<f32>], members: &[usize], levels: &[usize], cluster: &mut [u16]) {
    let Some((&parts, deeper)) = levels.split_first() else { return };
    let found = k_means(points, members, parts);
    for part in 0..parts {
        let inside: Vec<usize> = members.iter().zip(&found).filter(|(_, p)| **p == part).map(|(m, _)| *m).collect();
        for &member in &inside {
            cluster[member] = cluster[member] * parts as u16 + part as u16;
        }
        split(points, &inside, deeper, cluster);
    }
}

/// Lloyd's algorithm, by cosine; it starts from members spread evenly over the ranks.
fn k_means(points: &[Vec<f32>], members: &[usize], parts: usize) -> Vec<usize> {
    if members.len() <= parts {
        return (0..members.len()).collect();
    }
    let first = |part: usize| points[members[part * members.len().min(parts * 40) / parts]].clone();
    let mut centres: Vec<Vec<f32>> = (0..parts).map(first).collect();
    let mut found = Vec::new();
    for _ in 0..ROUNDS {
        let nearest = |member: &usize| {
            let near = |centre: &Vec<f32>| centre.iter().zip(&points[*member]).map(|(a, b)| a * b).sum::<f32>();
            let scores: Vec<f32> = centres.iter().map(near).collect();
            (0..parts).max_by(|a, b| scores[*a].total_cmp(&scores[*b])).unwrap_or(0)
        };
        found = members.par_iter().map(nearest).collect();
        for (part, centre) in centres.iter_mut().enumerate() {
            let mut sum = vec![0.0; centre.len()];
            for (member, _) in members.iter().zip(&found).filter(|(_, p)| **p == part) {
                sum.iter_mut().zip(&points[*member]).for_each(|(s, x)| *s += x);
            }
            let length = sum.iter().map(|x| x * x).sum::<f32>().sqrt();
            if length > 0.0 {
                *centre = sum.iter().map(|x| x / length).collect();
            }
        }
    }
    found
}
