//! Holds the joining of sentences into claims to the pairs of `tests/annotated/claims`, and its cost to their number.

use crate::support::annotated::run;
use crate::support::woven;
use cuttings::model::{Claim, Dossier, Level};
use std::time::Instant;

/// The dossier of `texts`, all published on one day.
fn dossier<'t>(texts: impl IntoIterator<Item = &'t str>) -> Dossier {
    woven(texts.into_iter().map(|text| ("2024-03-05", text)))
}

/// Whether two articles support one claim.
fn are_one(dossier: &Dossier) -> bool {
    dossier.claims.iter().any(|claim| claim.articles == 2)
}

/// Whether one of two articles supports the other's sentence fully.
fn is_full(dossier: &Dossier) -> bool {
    let fully = |claim: &Claim| claim.support.iter().filter(|support| support.level == Level::Full).count();
    dossier.claims.iter().any(|claim| fully(claim) == 2)
}

#[test]
fn pairs_are_one_claim_where_the_marks_say() {
    run("claims", 30, |case| {
        let dossier = woven(case.texts());
        case.head = match (case.head.as_str(), are_one(&dossier), is_full(&dossier)) {
            ("unlike", _, false) => "unlike",
            ("unlike", _, true) => "alike",
            (_, true, _) => "same",
            (_, false, _) => "apart",
        }
        .to_owned();
    });
}

#[test]
fn a_claim_says_who_supports_it_how_far() {
    let dossier = dossier([
        "The harbour authority of Lennar closed the northern pier after cracks were found in its concrete.",
        "After cracks were found in the concrete, the harbour authority of Lennar closed the northern pier.",
        "The harbour authority of Lennar closed the northern pier and sent 40 workers home after cracks were found.",
    ]);
    let claim = &dossier.claims[0];
    let levels: Vec<Level> = claim.support.iter().map(|support| support.level).collect();
    assert_eq!((claim.articles, claim.derived <= 2), (3, true), "{claim:?}");
    assert!(levels.iter().filter(|level| **level == Level::Full).count() >= 2, "{levels:?}");
    assert!(claim.support.iter().any(|support| support.sentence == claim.representative));
}

#[test]
fn who_supports_a_claim_but_says_otherwise_in_a_detail_is_named_and_not_counted() {
    for [one, other] in [
        [
            "The fire in the warehouse at Lennar harbour was started deliberately, the chief of police said.",
            "The fire in the warehouse at Lennar harbour was started accidentally, the chief of police said.",
        ],
        [
            "Judge Ola Berg was appointed by a liberal governor after the scandal in Trond.",
            "Judge Ola Berg was appointed by a conservative governor after the scandal in Trond.",
        ],
        [
            "Water broke through the northern gate of the lock at Trond before dawn.",
            "Water broke through the southern gate of the lock at Trond before dawn.",
        ],
    ] {
        for claim in dossier([one, other]).claims {
            let levels: Vec<Level> = claim.support.iter().map(|support| support.level).collect();
            assert!(!levels.contains(&Level::Partial), "{one}: {levels:?}");
            assert_eq!(claim.articles, 1, "{one}");
        }
    }
}

#[test]
fn every_finished_sentence_of_a_body_is_in_one_claim() {
    let text = "The ferry left Lennar at dawn with eighty passengers. Nobody had told the harbour master. \
        By noon the wind had turned, and the captain steered for the coast near Trond.";
    let dossier = dossier([text]);
    let support: usize = dossier.claims.iter().map(|claim| claim.support.len()).sum();
    assert_eq!((dossier.claims.len(), support), (3, 3));
}

/// Articles of a few sentences each out of a small stock of words, so that many are alike.
fn stock(count: usize) -> Vec<String> {
    let (who, did) = (["Lennar", "Trond", "Elverum", "Bergvik", "Holmen"], ["closed", "opened", "sold", "painted"]);
    let what = ["pier", "bridge", "tunnel", "lighthouse", "school", "hospital", "museum"];
    let one = |seed: usize| {
        format!(
            "The council of {} {} the {} number {} near the {} road.",
            who[seed % 5],
            did[seed / 5 % 4],
            what[seed / 20 % 7],
            seed % 97,
            what[seed % 7]
        )
    };
    (0..count).map(|at| (0..6).map(|n| one(at * 31 + n * 17)).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn cost_grows_with_the_number_of_sentences_and_not_with_its_square() {
    let time = |count| {
        let texts = stock(count);
        let start = Instant::now();
        let dossier = dossier(texts.iter().map(String::as_str));
        assert!(!dossier.claims.is_empty());
        start.elapsed().as_secs_f64()
    };
    time(10);
    let (few, many) = (time(40).max(0.01), time(320));
    assert!(many < few * 8.0 * 4.0, "40 articles took {few:.2} s, 320 took {many:.2} s");
}
