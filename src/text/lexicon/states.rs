//! The states that adjectives, peoples and acronyms stand for.

use super::table::Table;
use std::sync::LazyLock;

const STATES: &str = include_str!("names/states.tsv");

/// The state that an adjective, a people or an acronym stands for, in small letters.
pub(crate) fn state_of(word: &str) -> Option<&'static str> {
    static STATE_OF: LazyLock<Table<String>> = LazyLock::new(|| {
        let mut pairs = Vec::new();
        for line in STATES.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
            let fields: Vec<&str> = line.split('\t').collect();
            let name = fields[0].to_lowercase();
            for at in [0, 2, 4] {
                let parts = fields.get(at).into_iter().flat_map(|field| field.split(';'));
                pairs.extend(parts.map(|part| (part.trim().to_lowercase(), name.clone())));
            }
        }
        // One spelling, one state: "Congolese" is neither Congo's nor the other's for certain.
        pairs.sort_unstable();
        pairs.dedup();
        let shared = |at: usize, pairs: &[(String, String)]| {
            let same = |other: Option<&(String, String)>| other.is_some_and(|other| other.0 == pairs[at].0);
            same(pairs.get(at + 1)) || at > 0 && same(pairs.get(at - 1))
        };
        Table::of((0..pairs.len()).filter(|at| !shared(*at, &pairs)).map(|at| pairs[at].clone()))
    });
    STATE_OF.get(word).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjectives_lead_to_the_one_state() {
        assert_eq!(state_of("norwegian"), Some("norway"));
        assert_eq!(state_of("congolese"), None);
    }
}
