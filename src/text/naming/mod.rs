//! How names are written, and what stands around them in a text.

mod page;
mod person;
mod uses;

pub(crate) use page::{Gender, Page};
pub(crate) use person::{PersonName, differ_by_gender, is_bare, may_be_surname, middles_fit, surname};
pub(crate) use uses::Uses;

use crate::text::lexicon::fold;

/// How complete a name is: words of more than a letter count, up to two; one in capitals throughout is a headline's.
pub(crate) fn completeness(text: &str) -> usize {
    let words = text.split_whitespace().filter(|word| word.trim_end_matches('.').chars().count() > 1).count().min(2);
    let small = text.chars().any(char::is_lowercase);
    words * 2 + usize::from(small || fold::is_acronym(text))
}

/// `text` on one line, with single spaces.
pub(crate) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
