//! Reads the marked sentences in `tests/annotated/chunks` and holds the cutting of groups and clauses to them.
//!
//! `[the old ferry]` is a noun group, with `the` (definite), `a`, `’s` (somebody's) or `no` behind it, and `+` where it is about several;
//! `{had not left}` a verb group, with its lemma, tense, modal and what else is true of it, and its subject's noun behind `<`.
//! ` /` stands where a clause begins, with how it stands to the main one where it is not that. A line that begins with `? ` is
//! known to come out otherwise. `BLESS=1 cargo test --test suite chunks::` writes the marks as they are found.

use cuttings::base::{SentenceId, Span};
use cuttings::model::{Role, Sentence};
use cuttings::text::annotated::Text;
use cuttings::text::chunk::{Chunks, Determiner, Form, NounGroup, Side, VerbGroup};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::Path;

fn sentence(text: &str) -> Sentence {
    Sentence { id: SentenceId(1), block: 0, span: Span::new(0, text.len()), role: Role::Body, rejoined: false }
}

fn plain(line: &str) -> String {
    let words: Vec<&str> = line.split(' ').filter(|word| !word.starts_with('/')).collect();
    let (mut plain, mut told) = (String::new(), false);
    for letter in words.join(" ").chars() {
        match letter {
            '|' => told = true,
            ']' | '}' => told = false,
            '[' | '{' => {}
            _ if told => {}
            _ => plain.push(letter),
        }
    }
    plain
}

fn noun(group: &NounGroup) -> String {
    let determiner = match group.determiner {
        Determiner::None => "",
        Determiner::Definite => "the",
        Determiner::Indefinite => "a",
        Determiner::Owner => "’s",
        Determiner::No => "no",
    };
    format!("{determiner}{}", if group.plural { "+" } else { "" })
}

fn verb(text: &Text<'_>, chunks: &Chunks, group: &VerbGroup) -> String {
    let mut told = vec![group.lemma(text).into_owned()];
    told.extend((group.form != Form::Finite).then(|| format!("{:?}", group.form).to_lowercase()));
    told.extend(group.tense.map(|tense| format!("{tense:?}").to_lowercase()));
    told.extend(group.modal.map(|modal| format!("{modal:?}").to_lowercase()));
    for (is, word) in [(group.denied, "not"), (group.passive, "passive"), (group.perfect, "perfect")] {
        told.extend(is.then(|| word.to_owned()));
    }
    let subject = chunks.subject(group).map(|noun| text.tokens[noun.head].span.of(text.saved));
    told.extend(subject.map(|subject| format!("<{subject}")));
    told.join(" ")
}

fn marked(saved: &str) -> String {
    let sentences = [sentence(saved)];
    let text = Text::new(saved, &sentences);
    let chunks = Chunks::of(&text, 0..text.tokens.len(), &[]);
    let (mut out, mut from) = (String::new(), 0);
    for at in 0..text.tokens.len() {
        let token = &text.tokens[at];
        out.push_str(&saved[from..token.span.start as usize]);
        from = token.span.end as usize;
        if let Some(clause) = chunks.clauses.iter().skip(1).find(|clause| clause.tokens.start == at) {
            let side = format!("{:?}", clause.side).to_lowercase();
            let _ = write!(out, "/{} ", if clause.side == Side::Main { "" } else { &side });
        }
        let noun_at = chunks.noun_at(at);
        let verb_at = chunks.verb_at(at);
        out.push_str(if noun_at.is_some_and(|group| group.tokens.start == at) { "[" } else { "" });
        out.push_str(if verb_at.is_some_and(|group| group.tokens.start == at) { "{" } else { "" });
        out.push_str(token.span.of(saved));
        if let Some(group) = noun_at.filter(|group| group.tokens.end == at + 1) {
            let told = noun(group);
            let _ = write!(out, "{}{told}]", if told.is_empty() { "" } else { "|" });
        }
        if let Some(group) = verb_at.filter(|group| group.tokens.end == at + 1) {
            let _ = write!(out, "|{}}}", verb(&text, &chunks, group));
        }
    }
    out + &saved[from..]
}

#[test]
fn annotated_sentences_are_cut_as_marked() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/annotated/chunks");
    let mut wrong = Vec::new();
    for file in ["nouns.txt", "verbs.txt", "clauses.txt"] {
        let path = folder.join(file);
        let lines = std::fs::read_to_string(&path).unwrap();
        let mut blessed = String::new();
        for line in lines.lines() {
            let (known, case) = line.strip_prefix("? ").map_or((false, line), |case| (true, case));
            let found = if line.starts_with('#') { line.to_owned() } else { marked(&plain(case)) };
            if known == (found == case) && !line.starts_with('#') {
                wrong.push(format!("{file}\n  expected {case}\n  found    {found}"));
            }
            blessed.push_str(if known { line } else { &found });
            blessed.push('\n');
        }
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, blessed).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

proptest! {
    #[test]
    fn any_text_is_cut_into_groups_in_order_and_clauses_without_a_gap(saved in "([a-zA-Z’'.,;“”—-]{0,8} ){0,30}") {
        let sentences = [sentence(&saved)];
        let text = Text::new(&saved, &sentences);
        let chunks = Chunks::of(&text, 0..text.tokens.len(), &[]);
        prop_assert!(chunks.nouns.windows(2).all(|two| two[0].tokens.end <= two[1].tokens.start));
        prop_assert!(chunks.verbs.windows(2).all(|two| two[0].tokens.end <= two[1].tokens.start));
        prop_assert!(chunks.clauses.windows(2).all(|two| two[0].tokens.end == two[1].tokens.start));
        prop_assert_eq!(chunks.clauses.last().map(|last| last.tokens.end), Some(text.tokens.len()));
    }
}
