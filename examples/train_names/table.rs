//! The table of weights that the program carries: which features it holds, and its bytes.

use super::chain::{Chain, Weights};
use super::dictionary::Dictionary;
use cuttings::text::names::model::{FEATURES_OF_LINE, HEAD, SLOT, UNIT, address};
use cuttings::text::names::tags::TAGS;

/// Drops all features but the weightiest of each line of a table of `lines` lines.
pub(crate) fn drop_least(dictionary: &mut Dictionary, chain: &Chain, lines: usize) {
    let weight = |number: usize| {
        let weights = &chain.weights[number];
        let size: f32 = weights.iter().map(|w| w * w).sum();
        size.sqrt() * (1.0 + dictionary.features[number].1 as f32).ln()
    };
    let mut order: Vec<usize> = (0..dictionary.len()).collect();
    let weights: Vec<f32> = order.iter().map(|number| weight(*number)).collect();
    order.sort_by(|a, b| weights[*b].total_cmp(&weights[*a]));
    let mut keep = vec![false; dictionary.len()];
    let mut marks: Vec<Vec<u16>> = vec![Vec::new(); lines];
    for number in order {
        let (line, mark) = address(dictionary.features[number].0, lines);
        if marks[line].len() < FEATURES_OF_LINE && !marks[line].contains(&mark) {
            marks[line].push(mark);
            keep[number] = true;
        }
    }
    dictionary.retain(&keep);
}

/// The bytes of `weights.bin`, as `model` reads them.
pub(crate) fn bytes(dictionary: &Dictionary, chain: &Chain, lines: usize) -> Vec<u8> {
    let mut head = Vec::new();
    for row in &chain.transitions {
        head.extend(row.iter().flat_map(|weight| ((weight * UNIT).round() as i16).to_le_bytes()));
    }
    head.resize(HEAD, 0);
    let mut table = vec![0_u8; lines * FEATURES_OF_LINE * SLOT];
    let mut filled = vec![0; lines];
    for (number, (hash, _)) in dictionary.features.iter().enumerate() {
        if dictionary.get(*hash).is_some() {
            let (line, mark) = address(*hash, lines);
            let start = (line * FEATURES_OF_LINE + filled[line]) * SLOT;
            filled[line] += 1;
            table[start..start + 2].copy_from_slice(&mark.to_le_bytes());
            for (byte, weight) in table[start + 2..].iter_mut().zip(small(&chain.weights[number])) {
                *byte = weight.cast_unsigned();
            }
        }
    }
    head.extend(table);
    head
}

/// Weights as whole numbers of one byte.
fn small(weights: &Weights) -> impl Iterator<Item = i8> + '_ {
    weights[..TAGS].iter().map(|weight| (weight * UNIT).round().clamp(-127.0, 127.0) as i8)
}
