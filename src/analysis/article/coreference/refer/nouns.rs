//! Nouns for single people, and what they tell of their gender.

use crate::text::lexicon::words::WORDS;
use crate::text::naming::Gender;

/// Whether the noun is one for a single person.
pub(super) fn is_person(small: &str) -> bool {
    let listed = |word: &str| WORDS.people.has(word);
    let ending =
        ["woman", "man", "person", "ologist"].iter().any(|end| small.ends_with(end) && small.len() > end.len());
    small.ends_with("-year-old")
        || small == "source"
        || listed(small)
        || ending && !matches!(small, "human" | "german" | "roman" | "norman" | "ottoman")
        || small.rsplit_once('-').is_some_and(|(office, last)| listed(last) || last == "elect" && listed(office))
}

/// The gender that a noun for a person tells.
pub(super) fn gender_of(small: &str) -> Option<Gender> {
    let last = small.rsplit('-').next().unwrap_or(small);
    let ends = |ends: &[&str]| ends.iter().any(|end| last.ends_with(end));
    let women = [
        "wife",
        "mom",
        "mum",
        "daughter",
        "girl",
        "girlfriend",
        "widow",
        "aunt",
        "niece",
        "queen",
        "princess",
        "actress",
        "lady",
        "bride",
        "nun",
        "heroine",
        "waitress",
        "duchess",
        "countess",
    ];
    let men = [
        "husband",
        "dad",
        "son",
        "grandson",
        "boy",
        "boyfriend",
        "widower",
        "uncle",
        "nephew",
        "king",
        "prince",
        "lord",
        "groom",
        "priest",
        "monk",
        "duke",
        "emperor",
        "imam",
    ];
    if women.contains(&last) || ends(&["woman", "mother", "daughter", "sister"]) {
        Some(Gender::Woman)
    } else if men.contains(&last) || ends(&["man", "father", "brother"]) {
        Some(Gender::Man)
    } else {
        None
    }
}
