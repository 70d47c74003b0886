//! How the wordings of one quotation differ, word by word.

use super::content::spans;
use super::words::{Word, words};
use crate::model::{Difference, Entry, StatementKind, StatementRef, Wording};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The wordings of one quotation, `statements` standing in the order in which they were published.
pub(super) fn wordings(entries: &[Entry], statements: &[StatementRef]) -> Vec<Wording> {
    let mut out = Vec::with_capacity(statements.len());
    let Some((first, others)) = statements.split_first() else { return out };
    let earliest = of(entries, *first);
    let mut changed = Vec::new();
    for (number, at) in others.iter().enumerate() {
        let own = of(entries, *at);
        let kept = kept(&earliest, &own);
        if number == 0 {
            changed = spans(&earliest, &kept.lost);
        }
        let kind = kind(entries, *at);
        out.push(Wording { at: *at, differs: difference(kind, &own, &kept), changed: spans(&own, &kept.new) });
    }
    out.insert(0, Wording { at: *first, differs: Difference::Earliest, changed });
    out
}

fn of(entries: &[Entry], at: StatementRef) -> Vec<Word> {
    let entry = &entries[at.entry as usize];
    words(&entry.article.saved.text, &entry.reading, &entry.reading.statements[at.statement as usize])
}

fn kind(entries: &[Entry], at: StatementRef) -> StatementKind {
    entries[at.entry as usize].reading.statements[at.statement as usize].kind
}

/// What two wordings do not share.
struct Kept {
    /// For each word of the one, whether the other lacks it.
    lost: Vec<bool>,
    /// For each word of the other, whether the one lacks it.
    new: Vec<bool>,
    /// For each word of the other that the one has, its place there.
    from: Vec<usize>,
}

fn kept(one: &[Word], other: &[Word]) -> Kept {
    let letters = |words: &[Word]| words.iter().map(|word| word.letters).collect::<Vec<_>>();
    let mut kept = Kept { lost: vec![true; one.len()], new: vec![true; other.len()], from: vec![0; other.len()] };
    for op in capture_diff_slices(Algorithm::Myers, &letters(one), &letters(other)) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            kept.lost[old_index..old_index + len].fill(false);
            kept.new[new_index..new_index + len].fill(false);
            for at in 0..len {
                kept.from[new_index + at] = old_index + at;
            }
        }
    }
    kept
}

/// A wording is the earliest cut short, or longer, only where one of the two is a stretch of the other without a gap:
/// who leaves out words in the middle changes the words.
fn difference(kind: StatementKind, own: &[Word], kept: &Kept) -> Difference {
    let none = |changed: &[bool]| changed.iter().all(|changed| !changed);
    let at_ends = |changed: &[bool]| {
        let Some(first) = changed.iter().position(|changed| !changed) else { return false };
        let last = changed.iter().rposition(|changed| !changed).unwrap_or(first);
        none(&changed[first..=last])
    };
    match (none(&kept.lost), none(&kept.new)) {
        (true, true) => Difference::Same,
        (false, true) if at_ends(&kept.lost) => Difference::Shorter,
        (true, false) if at_ends(&kept.new) => Difference::Longer,
        _ if kind == StatementKind::Direct || (kind == StatementKind::Mixed && quotes_otherwise(own, kept)) => {
            Difference::Reworded
        }
        _ => Difference::Paraphrased,
    }
}

/// Whether what `own` quotes is not, word for word, in the earliest wording: new words, or some left out between.
fn quotes_otherwise(own: &[Word], kept: &Kept) -> bool {
    let new = || own.iter().zip(&kept.new).any(|(word, new)| word.quoted && *new);
    let gap = |at: usize| own[at].quoted && own[at].run == own[at + 1].run && kept.from[at] + 1 != kept.from[at + 1];
    new() || (0..own.len().saturating_sub(1)).any(gap)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{SentenceId, Span};
    use crate::model::{Reading, Role, Sentence, Statement, StatementRule};
    use crate::text::quotation::Quotations;

    fn said(text: &str, kind: StatementKind) -> Vec<Word> {
        let spans = vec![Span::new(0, text.len())];
        let statement = Statement {
            rule: StatementRule::SubjectVerb,
            kind,
            speaker: None,
            by: None,
            on_behalf_of: None,
            intermediate: None,
            cue: None,
            stance: None,
            spans,
            sentences: Vec::new(),
            date: None,
        };
        let (id, span) = (SentenceId(1), Span::new(0, text.len()));
        let sentence = Sentence { id, block: 0, role: Role::Body, span, rejoined: false };
        let reading = Reading { quoted: Quotations::find(text, &[sentence]).inner().collect(), ..Reading::default() };
        words(text, &reading, &statement)
    }

    fn differs(earliest: &str, own: &str, kind: StatementKind) -> (Difference, Vec<String>) {
        let (one, other) = (said(earliest, StatementKind::Direct), said(own, kind));
        let kept = kept(&one, &other);
        let changed = spans(&other, &kept.new).iter().map(|span| span.of(own).to_owned()).collect();
        (difference(kind, &other, &kept), changed)
    }

    #[test]
    fn a_wording_is_told_from_the_earliest_word_by_word() {
        let earliest = "“We will keep the northern harbour open all winter”";
        for (own, kind, expected, changed) in [
            ("“we will keep the Northern harbour open, all winter.”", StatementKind::Direct, Difference::Same, &[][..]),
            ("“keep the northern harbour open”", StatementKind::Direct, Difference::Shorter, &[]),
            (
                "“And we will keep the northern harbour open all winter”",
                StatementKind::Direct,
                Difference::Longer,
                &["And"],
            ),
            ("“We will keep the harbour open all winter”", StatementKind::Direct, Difference::Reworded, &[]),
            (
                "“We shall hold the northern port open all winter”",
                StatementKind::Direct,
                Difference::Reworded,
                &["shall hold", "port"],
            ),
            ("the northern harbour would stay open", StatementKind::Indirect, Difference::Paraphrased, &["would stay"]),
            (
                "the harbour would stay “open all winter”",
                StatementKind::Mixed,
                Difference::Paraphrased,
                &["would stay"],
            ),
            (
                "the harbour would stay “open all summer”",
                StatementKind::Mixed,
                Difference::Reworded,
                &["would stay", "summer"],
            ),
        ] {
            let changed: Vec<String> = changed.iter().map(|word| (*word).to_owned()).collect();
            assert_eq!(differs(earliest, own, kind), (expected, changed), "{own}");
        }
    }
}
