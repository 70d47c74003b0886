//! The table of weights that the program carries: which features it holds, and its bytes.

use super::chain::Chain;
use super::dictionary::Dictionary;
use cuttings::text::tagger::model::{LINE, UNIT, address, head};

/// Drops all features but the weightiest of each line of a table of `lines` lines, where each takes `slot` bytes.
pub(crate) fn drop_least<const TAGS: usize>(
    dictionary: &mut Dictionary,
    chain: &Chain<TAGS>,
    lines: usize,
    slot: usize,
) {
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
        if marks[line].len() < LINE / slot && !marks[line].contains(&mark) {
            marks[line].push(mark);
            keep[number] = true;
        }
    }
    dictionary.retain(&keep);
}

/// The bytes of a file of weights, as `model` reads them.
pub(crate) fn bytes<const TAGS: usize>(
    dictionary: &Dictionary,
    chain: &Chain<TAGS>,
    lines: usize,
    slot: usize,
) -> Vec<u8> {
    let mut bytes = Vec::new();
    for row in &chain.transitions {
        bytes.extend(row.iter().flat_map(|weight| ((weight * UNIT).round() as i16).to_le_bytes()));
    }
    bytes.resize(head(TAGS), 0);
    let mut table = vec![0_u8; lines * LINE];
    let mut filled = vec![0; lines];
    for (number, (hash, _)) in dictionary.features.iter().enumerate() {
        if dictionary.get(*hash).is_some() {
            let (line, mark) = address(*hash, lines);
            let start = line * LINE + filled[line] * slot;
            filled[line] += 1;
            table[start..start + 2].copy_from_slice(&mark.to_le_bytes());
            for (byte, weight) in table[start + 2..].iter_mut().zip(&chain.weights[number]) {
                *byte = ((weight * UNIT).round().clamp(-127.0, 127.0) as i8).cast_unsigned();
            }
        }
    }
    bytes.extend(table);
    bytes
}
