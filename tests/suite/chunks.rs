//! Holds the cutting of sentences into groups and clauses to `tests/annotated/chunks`.

use crate::support::annotated::{Annotated, Mark, run};
use cuttings::base::Span;
use cuttings::model::Sentence;
use cuttings::text::annotated::Text;
use cuttings::text::chunk::{Chunks, Determiner, Form, NounGroup, Side, VerbGroup};
use proptest::prelude::*;
use std::ops::Range;

/// The text of one sentence, tagged, and what it consists of.
fn cut<'t>(saved: &'t str, sentences: &'t [Sentence]) -> (Text<'t>, Chunks) {
    let mut text = Text::new(saved, sentences);
    text.tag(|_| true);
    let chunks = Chunks::of(&text, 0..text.tokens.len(), &[]);
    (text, chunks)
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

fn marks(text: &Text<'_>, chunks: &Chunks) -> Vec<Mark> {
    let mark = |tokens: &Range<usize>, what: &str, value: &str| {
        let (first, last) = (text.tokens[tokens.start].span, text.tokens[tokens.end - 1].span);
        Mark::new(Span { start: first.start, end: last.end }, what, value)
    };
    let side = |side: Side| if side == Side::Main { String::new() } else { format!("{side:?}").to_lowercase() };
    let nouns = chunks.nouns.iter().map(|group| mark(&group.tokens, "noun", &noun(group)));
    let verbs = chunks.verbs.iter().map(|group| mark(&group.tokens, "verb", &verb(text, chunks, group)));
    let opens = |start: usize| start..start + 1;
    let clauses = chunks.clauses.iter().skip(1);
    let clauses = clauses.map(|clause| mark(&opens(clause.tokens.start), "clause", &side(clause.side)));
    nouns.chain(verbs).chain(clauses).collect()
}

#[test]
fn annotated_sentences_are_cut_as_marked() {
    run("chunks", 46, |case| {
        let case = case.only();
        let sentences = [case.sentence()];
        let (text, chunks) = cut(&case.text, &sentences);
        let marks = marks(&text, &chunks);
        case.found(|_| false, marks);
    });
}

proptest! {
    #[test]
    fn any_text_is_cut_into_groups_in_order_and_clauses_without_a_gap(saved in "([a-zA-Z’'.,;“”—-]{0,8} ){0,30}") {
        let case = Annotated { text: saved, ..Annotated::default() };
        let sentences = [case.sentence()];
        let (text, chunks) = cut(&case.text, &sentences);
        prop_assert!(chunks.nouns.windows(2).all(|two| two[0].tokens.end <= two[1].tokens.start));
        prop_assert!(chunks.verbs.windows(2).all(|two| two[0].tokens.end <= two[1].tokens.start));
        prop_assert!(chunks.clauses.windows(2).all(|two| two[0].tokens.end == two[1].tokens.start));
        prop_assert_eq!(chunks.clauses.last().map(|last| last.tokens.end), Some(text.tokens.len()));
    }
}
