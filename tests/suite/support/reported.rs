//! Claims, differences and a summary for dossiers made by hand.

use super::hand::{actor, article, cast, dated, naming};
use super::told::told;
use cuttings::base::{OutletId, SentenceId};
use cuttings::model::{
    ActorKind, Claim, Derivation, Derived, Discrepancy, DiscrepancyKind, Dossier, How, Known, Level, Outlet, Role,
    SentenceRef, Side, Summary, Support,
};

/// A sentence of a dossier.
pub fn at(entry: u32, sentence: u32) -> SentenceRef {
    SentenceRef { entry, sentence: SentenceId(sentence) }
}

/// A claim with the first of `support` as its representative; the articles are counted.
pub fn claim(support: &[(u32, u32, Level)], derived: u32, actors: &[u32]) -> Claim {
    let all = |(entry, sentence, level): &(u32, u32, Level)| Support { sentence: at(*entry, *sentence), level: *level };
    let mut all: Vec<Support> = support.iter().map(all).collect();
    let representative = all[0].sentence;
    all.sort_unstable();
    let mut articles: Vec<u32> = all.iter().map(|support| support.sentence.entry).collect();
    articles.dedup();
    Claim {
        representative,
        counted: Vec::new(),
        support: all,
        related: Vec::new(),
        articles: articles.len() as u32,
        derived,
        actors: actors.to_vec(),
        when: None,
        score: 0,
    }
}

/// The islands with what they report: a point of three articles, one of two, background, and what one alone says.
pub fn reported() -> Dossier {
    use Level::{Full, Partial};
    let mut dossier = told();
    let mara = dossier.actors.iter().position(|actor| actor.id.as_str() == "mara-holm").unwrap() as u32;
    dossier.claims = vec![
        claim(&[(0, 2, Full), (1, 2, Partial), (2, 1, Partial)], 1, &[mara]),
        claim(&[(1, 3, Full), (0, 4, Full)], 0, &[]),
        claim(&[(0, 5, Full)], 0, &[]),
        claim(&[(1, 4, Full)], 0, &[]),
        claim(&[(2, 2, Full)], 0, &[]),
    ];
    dossier.claims[0].related = vec![at(0, 3)];
    dossier.summary = Summary { key_points: vec![0], further: vec![1], background: vec![2], single: vec![3, 4] };
    dossier.derivations = vec![Derivation {
        entry: 2,
        from: 0,
        directed: true,
        how: Derived::Retelling,
        share: 10,
        evidence: Vec::new(),
    }];
    let side = |value: &str, sentence| Side { value: value.to_owned(), sentences: vec![sentence] };
    dossier.discrepancies = vec![Discrepancy {
        kind: DiscrepancyKind::Name,
        claims: vec![0],
        sides: vec![side("Harbour director", at(0, 2)), side("Dock chief", at(2, 1))],
        also: vec![at(1, 2)],
    }];
    dossier
}

/// Articles with as many claims in all as `claims`, each supported by every article with the same text.
pub fn crowded(articles: u32, claims: u32, line: &str) -> Dossier {
    let lines: Vec<String> = (0..claims).map(|n| format!("Quay {n}: {line}")).collect();
    let lines: Vec<(Role, &str)> = lines.iter().map(|line| (Role::Body, line.as_str())).collect();
    let mut quay = Outlet::named("The Quay");
    quay.id = OutletId::new("quay");
    let entries = (0..articles).map(|n| {
        let mut entry = dated(article(&format!("quay-{n:03}"), &lines), "Quays", &format!("2020-{:02}-01", n % 12 + 1));
        entry.article.meta.outlet = Some(Known::stated(quay.id.clone(), None));
        naming(
            entry,
            &|_| ActorKind::Organization,
            &[("Quay", 0, How::Name, Some("quay")), ("Quay", 1, How::Name, Some("quay"))],
        )
    });
    let mut dossier = cast(entries.collect(), vec![actor("quay", "Quay", ActorKind::Organization)]);
    let support = |n: u32| (0..articles).map(|entry| (entry, n, Level::Full)).collect::<Vec<_>>();
    dossier.claims = (1..=claims).map(|n| claim(&support(n), 0, &[0])).collect();
    let (key_points, rest) = (0..7, 7..claims);
    dossier.summary = Summary { key_points: key_points.collect(), further: rest.collect(), ..Summary::default() };
    dossier.outlets.insert(quay.id.clone(), quay);
    dossier
}
