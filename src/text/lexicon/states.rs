//! The states that adjectives, peoples and acronyms stand for.

use super::STATES;
use super::table::Table;
use std::sync::LazyLock;

/// The state that an adjective, a people or an acronym stands for, in small letters.
pub(crate) fn state_of(word: &str) -> Option<&'static str> {
    static STATE_OF: LazyLock<Table<String>> = LazyLock::new(|| {
        let mut pairs = Vec::new();
        for record in STATES.records() {
            let name = record.value.to_lowercase();
            match record.class {
                "state" => pairs.push((name.clone(), name)),
                "acronym" | "people" => pairs.extend(record.words().map(|word| (word.to_lowercase(), name.clone()))),
                _ => {}
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
