//! Roles that are set off behind a name: "Mara Holm, the director of the harbour authority, said".

use super::found::{Found, Named};
use super::phrase::Clause;
use super::tokens::Class;
use crate::model::{ActorKind, Tie};

pub(super) fn look(clause: &Clause<'_>, name: Named, kind: ActorKind, found: &mut Found<'_>) {
    let Some(Class::Mark(opening)) = clause.class(name.end) else { return };
    let closing = match opening {
        ',' => ',',
        '–' | '—' | '-' => '—',
        '(' => ')',
        _ => return,
    };
    let mut at = name.end + 1;
    if clause.word(at).starts_with(|c: char| c.is_ascii_digit()) && clause.class(at + 1) == Some(Class::Mark(',')) {
        // The age: "Mara Holm, 53, harbour director".
        at += 2;
    }
    if matches!(clause.word(at), "also" | "himself" | "herself" | "itself") {
        at += 1;
    }
    let Some(phrase) = clause.phrase(at, kind, clause.tokens.len()) else { return };
    let article = clause.class(at) == Some(Class::Article);
    let indefinite = article && clause.word(at) != "the";
    if kind != ActorKind::Person && !article && clause.word(phrase.head) != "capital" {
        return;
    }
    let ends = phrase.ends.iter().rev().find(|end| match closing {
        ')' => clause.class(end.at) == Some(Class::Mark(')')) || indefinite && clause.ends_well(end.at, true),
        '—' => matches!(clause.class(end.at), None | Some(Class::Mark('–' | '—' | '-' | '.' | ','))),
        _ => clause.ends_well(end.at, indefinite),
    });
    let Some(end) = ends else { return };
    // "the Red Crescent, the army and …" is a list; so is "Jon Vik, minister and …".
    let bare = !indefinite && !end.goes_on && phrase.head == phrase.from;
    if bare && kind != ActorKind::Person || end.at == phrase.from {
        return;
    }
    found.take(clause, name.mention, phrase.from..end.at, (Tie::Apposition, "behind-name"));
}
