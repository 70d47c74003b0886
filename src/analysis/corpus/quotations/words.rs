//! The words of a statement, as they are compared.

use crate::analysis::corpus::letters::letters;
use crate::base::Span;
use crate::model::{Reading, Statement, StatementKind};
use crate::text::lexicon::content::tokens;

/// Most words of a statement that are compared.
pub(super) const MOST: usize = 400;

/// One word of what is said.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Where it stands.
    pub(super) span: Span,
    /// A hash of its letters, the same for small and capital ones.
    pub(super) letters: u64,
    /// Whether it stands in quotation marks.
    pub(super) quoted: bool,
    /// Which of the statement's stretches, or of the quotations in it, it stands in.
    pub(super) run: u32,
}

/// The words of `statement` in order; all are quoted where the statement is direct.
pub(super) fn words(text: &str, reading: &Reading, statement: &Statement) -> Vec<Word> {
    let mut out = Vec::new();
    let mut run = 0;
    for stretch in &statement.spans {
        let mut quotations = reading.quoted_in(*stretch).iter().peekable();
        let mut inside = false;
        run += 1;
        for span in tokens(text, *stretch).take(MOST - out.len()) {
            while quotations.next_if(|quoted| quoted.end <= span.start).is_some() {}
            let was = std::mem::replace(&mut inside, quotations.peek().is_some_and(|next| next.start <= span.start));
            run += u32::from(was != inside);
            let quoted = match statement.kind {
                StatementKind::Direct => true,
                StatementKind::Mixed => inside,
                StatementKind::Indirect => false,
            };
            out.push(Word { span, letters: letters(span.of(text)), quoted, run });
        }
    }
    out
}
