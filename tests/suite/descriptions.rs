//! Reads the marked sentences in `tests/annotated/descriptions` and holds the finding of roles to them.
//!
//! Each line is one sentence. `[Mara Holm]p` marks a mention and its kind (p person, o organisation, s state,
//! l place, d demonym of a state), `{harbour director}t1` a role of the sentence's first mention and its tie
//! (t title, a apposition, d description). `? ` opens a line that is known to come out otherwise: when it starts
//! to come out right, the mark has to go. `BLESS=1 cargo test --test suite descriptions::` writes the marks as they are found.

use cuttings::analysis::article::descriptions::descriptions;
use cuttings::base::{SentenceId, Span};
use cuttings::model::{ActorKind, DescriptionNote, How, Mention, Role, Sentence, Tie};
use cuttings::text::annotated::Text;
use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::Path;

const TIES: [(char, Tie); 3] = [('t', Tie::Title), ('a', Tie::Apposition), ('d', Tie::Description)];

fn kind_of(letter: char) -> (ActorKind, How) {
    match letter {
        'p' => (ActorKind::Person, How::Name),
        'o' => (ActorKind::Organization, How::Name),
        's' => (ActorKind::State, How::Name),
        'd' => (ActorKind::State, How::Demonym),
        'l' => (ActorKind::Place, How::Name),
        other => panic!("`{other}` is no kind"),
    }
}

fn sentence(text: &str) -> Sentence {
    Sentence { id: SentenceId(1), block: 0, span: Span::new(0, text.len()), role: Role::Body, rejoined: false }
}

/// A case without its marks: the text, its mentions, and the roles it expects.
fn parse(line: &str) -> (String, Vec<Mention>, Vec<DescriptionNote>) {
    let (mut text, mut mentions, mut notes) = (String::new(), Vec::new(), Vec::new());
    let (mut opened, mut roles) = (0, Vec::new());
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        match c {
            '[' => opened = text.len(),
            '{' => roles.push(text.len()),
            ']' => {
                let (kind, how) = kind_of(rest.next().unwrap());
                mentions.push(Mention { span: Span::new(opened, text.len()), sentence: SentenceId(1), kind, how });
            }
            '}' => {
                let letter = rest.next().unwrap();
                let tie = TIES.iter().find(|tie| tie.0 == letter).unwrap().1;
                let mention = rest.next().and_then(|digit| digit.to_digit(10)).unwrap() - 1;
                let span = Span::new(roles.pop().expect("a role was opened"), text.len());
                notes.push(DescriptionNote { mention, sentence: SentenceId(1), span, tie, rule: "" });
            }
            other => text.push(other),
        }
    }
    notes.sort_by_key(|note| (note.mention, note.span));
    (text, mentions, notes)
}

/// The line with the roles marked as they were found.
fn marked(line: &str, text: &str, mentions: &[Mention], notes: &[DescriptionNote]) -> String {
    let letters: Vec<char> = line.match_indices(']').map(|(at, _)| line[at + 1..].chars().next().unwrap()).collect();
    let mut out = String::new();
    for at in 0..=text.len() {
        for (mention, letter) in mentions.iter().zip(&letters).filter(|(mention, _)| mention.span.end as usize == at) {
            let _ = (mention, write!(out, "]{letter}"));
        }
        for note in notes.iter().filter(|note| note.span.end as usize == at) {
            let tie = TIES.iter().find(|tie| tie.1 == note.tie).unwrap().0;
            let _ = write!(out, "}}{tie}{}", note.mention + 1);
        }
        out.extend(notes.iter().filter(|note| note.span.start as usize == at).map(|_| '{'));
        out.extend(mentions.iter().filter(|mention| mention.span.start as usize == at).map(|_| '['));
        if let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            out.push(c);
        }
    }
    out
}

#[test]
fn roles_are_found_where_the_marked_sentences_say() {
    let bless = std::env::var_os("BLESS").is_some();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/annotated/descriptions");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut cases, mut wrong) = (0, String::new());
    for file in files {
        let kept = std::fs::read_to_string(&file).unwrap();
        let mut blessed = String::new();
        for line in kept.lines() {
            if line.is_empty() || line.starts_with('#') {
                let _ = writeln!(blessed, "{line}");
                continue;
            }
            cases += 1;
            let (known, case) = line.strip_prefix("? ").map_or((false, line), |case| (true, case));
            let (text, mentions, expected) = parse(case);
            let mut found = descriptions(&Text::new(&text, &[sentence(&text)]), &mentions);
            // The marks tell what is found, and not by which rule.
            for note in &mut found {
                note.rule = "";
            }
            let shown = marked(case, &text, &mentions, &found);
            match (found == expected, known) {
                (true, true) => drop(writeln!(wrong, "this comes out right now, take its mark away:\n  {case}")),
                (false, false) => drop(writeln!(wrong, "expected {case}\nfound    {shown}")),
                _ => {}
            }
            let _ = writeln!(blessed, "{}", if known { line } else { &shown });
        }
        if bless {
            std::fs::write(&file, blessed).unwrap();
        }
    }
    assert!(cases > 100, "only {cases} cases were read");
    assert!(bless || wrong.is_empty(), "{wrong}");
}

/// Pieces that roles are told by, so that random sentences come across every rule.
const PIECES: [&str; 24] = [
    "[Mara Holm]p",
    "[Red Star]o",
    "[Lennar]l",
    "[Norwegian]d",
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
        let (text, mentions, _) = parse(&pieces.join(" "));
        for note in descriptions(&Text::new(&text, &[sentence(&text)]), &mentions) {
            let words = note.span.get(&text).expect("it lies on character borders");
            prop_assert!(!words.is_empty() && words == words.trim());
            prop_assert!((note.mention as usize) < mentions.len());
            prop_assert!(note.span.overlap(mentions[note.mention as usize].span).is_none());
        }
    }
}

#[test]
fn hostile_sentences_cost_no_more_than_their_length() {
    for piece in [
        "[Ab]p ",
        "director ",
        "the director of ",
        "[Ab]o 's ",
        "[Ab]o, the group and ",
        "x",
        "“[Ab]p is ",
        "designated the ",
    ] {
        let (text, mut mentions, _) = parse(&piece.repeat(400_000 / piece.len()));
        let cut: Vec<Sentence> = (0..text.len() / 3900)
            .map(|at| Sentence {
                id: SentenceId(at as u32 + 1),
                span: Span::new(at * 3900, (at + 1) * 3900),
                ..sentence(&text)
            })
            .filter(|sentence| sentence.span.get(&text).is_some())
            .collect();
        mentions.retain(|mention| cut.iter().any(|sentence| sentence.span.contains(mention.span)));
        let _ = descriptions(&Text::new(&text, &cut), &mentions);
    }
}
