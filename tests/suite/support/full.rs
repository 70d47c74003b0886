//! A dossier made by hand in which everything stands that pages can show: the islands, with claims, differences,
//! derivations, notes and a summary.

use super::told::{sentence, told, words};
use cuttings::base::{NoteId, PartialDate, SentenceId};
use cuttings::model::{
    Claim, Derivation, Derived, Discrepancy, DiscrepancyKind, Dossier, Known, Level, Note, SentenceRef, Side, Summary,
    Support,
};

fn at(entry: u32, number: u32) -> SentenceRef {
    SentenceRef { entry, sentence: SentenceId(number) }
}

fn claim(support: &[(SentenceRef, Level)], derived: u32) -> Claim {
    let support: Vec<Support> =
        support.iter().map(|(sentence, level)| Support { sentence: *sentence, level: *level }).collect();
    Claim {
        representative: support[0].sentence,
        counted: Vec::new(),
        related: Vec::new(),
        articles: u32::try_from(support.len()).unwrap(),
        support,
        derived,
        actors: vec![0],
        when: None,
        score: 1,
    }
}

fn note(id: &str, title: &str, judgements: bool, text: String) -> Note {
    Note {
        id: NoteId::new(id),
        path: format!("content/notes/{id}.md"),
        title: title.to_owned(),
        judgements,
        date: PartialDate::from_iso("2020-03-10"),
        by: Some("R. Lind".to_owned()),
        other: Vec::new(),
        text,
    }
}

pub fn full() -> Dossier {
    let mut dossier = told();
    "Storm over the islands".clone_into(&mut dossier.settings.title);
    dossier.settings.question = Some("What did the storm do to the ferries?".to_owned());
    dossier.settings.prepared_for = Some("The harbour board".to_owned());
    dossier.entries[0].article.meta.url = Some(Known::stated("https://example.org/storm?page=1".to_owned(), None));
    dossier.entries[0].article.meta.archive_url =
        Some(Known::stated("https://archive.example.org/1/storm".to_owned(), None));
    dossier.claims =
        vec![claim(&[(at(0, 1), Level::Full), (at(2, 1), Level::Partial)], 1), claim(&[(at(1, 1), Level::Full)], 0)];
    dossier.summary = Summary { key_points: vec![0, 1], ..Summary::default() };
    let side = |value: &str, sentence| Side { value: value.to_owned(), sentences: vec![sentence] };
    dossier.discrepancies = vec![Discrepancy {
        kind: DiscrepancyKind::Date,
        claims: vec![0],
        sides: vec![side("Monday", at(0, 1)), side("the Index", at(2, 1))],
        also: vec![at(1, 1)],
    }];
    let derivation =
        |entry, how, directed| Derivation { entry, from: 0, directed, how, share: 62, evidence: Vec::new() };
    dossier.derivations = vec![derivation(1, Derived::Retelling, true), derivation(2, Derived::Copy, true)];
    let held = &dossier.entries[0];
    let word = words(held, "come first");
    assert!(sentence(held, word).0 > 0);
    let cited = format!("[@{} \"come first\"]", held.article.id);
    dossier.notes = vec![
        note("judgements", "Key judgements", true, format!("- Nobody was at risk {cited}.\n- Little is known.\n")),
        note(
            "sources",
            "On the sources",
            false,
            format!("Both rest on one report {cited}. Nothing else does [@nobody \"x\"].\n"),
        ),
    ];
    dossier
}
