//! Holds the finding of descriptions to `tests/annotated/descriptions`.

use crate::support::annotated::{Annotated, Mark, run};
use cuttings::analysis::article::descriptions::descriptions;
use cuttings::base::{SentenceId, Span};
use cuttings::model::{DescriptionNote, Mention, Sentence, Tie};
use cuttings::text::annotated::Text;
use proptest::prelude::*;

/// The mentions that a case gives.
fn mentions(case: &Annotated) -> Vec<Mention> {
    case.mentions(&[case.sentence()])
}

fn found(case: &Annotated) -> Vec<DescriptionNote> {
    descriptions(&Text::new(&case.text, &[case.sentence()]), &mentions(case))
}

#[test]
fn descriptions_are_found_where_the_marked_sentences_say() {
    run("descriptions", 125, |case| {
        let case = case.only();
        let mark = |note: &DescriptionNote| {
            let tie = match note.tie {
                Tie::Title => "title",
                Tie::Apposition => "apposition",
                Tie::Description => "description",
            };
            Mark::new(note.span, tie, note.mention + 1)
        };
        let found: Vec<Mark> = found(case).iter().map(mark).collect();
        case.found(|mark| mark.value.is_empty(), found);
    });
}

/// Pieces that roles are told by, so that random sentences come across every rule.
const PIECES: [&str; 24] = [
    "{Mara Holm|person}",
    "{Red Star|organization}",
    "{Lennar|place}",
    "{Norwegian|demonym}",
    "the",
    "a",
    "its",
    "director",
    "militant group",
    "of",
    "to",
    "and",
    ",",
    "—",
    "(",
    ")",
    "’s",
    "is",
    "who",
    "designated",
    "as",
    "Gen.",
    "“",
    "é",
];

proptest! {
    #![proptest_config(crate::support::tries(256))]

    #[test]
    fn roles_of_any_sentence_lie_in_it_on_word_borders(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40),
    ) {
        let case = Annotated::parse(&pieces.join(" "));
        let mentions = mentions(&case);
        for note in found(&case) {
            let words = note.span.get(&case.text).expect("it lies on character borders");
            prop_assert!(!words.is_empty() && words == words.trim());
            prop_assert!((note.mention as usize) < mentions.len());
            prop_assert!(note.span.overlap(mentions[note.mention as usize].span).is_none());
        }
    }
}

#[test]
fn hostile_sentences_cost_no_more_than_their_length() {
    for piece in [
        "{Ab|person} ",
        "director ",
        "the director of ",
        "{Ab|organization} 's ",
        "{Ab|organization}, the group and ",
        "x",
        "“{Ab|person} is ",
        "designated the ",
    ] {
        let case = Annotated::parse(&piece.repeat(400_000 / piece.len()));
        let (text, mut mentions) = (&case.text, mentions(&case));
        let cut: Vec<Sentence> = (0..text.len() / 3900)
            .map(|at| Sentence {
                id: SentenceId(at as u32 + 1),
                span: Span::new(at * 3900, (at + 1) * 3900),
                ..case.sentence()
            })
            .filter(|sentence| sentence.span.get(text).is_some())
            .collect();
        mentions.retain(|mention| cut.iter().any(|sentence| sentence.span.contains(mention.span)));
        let _ = descriptions(&Text::new(text, &cut), &mentions);
    }
}
