//! Cuts sentences that were pasted into one line with what has no full stop: a caption, a heading, the line of a list.
//!
//! Where a word in small letters is followed, without a mark, by a capitalised word that opens sentences and stands in small letters
//! anywhere else ("as they plead for help There are …"), a sentence starts. What stands before it was no sentence of the text.

use super::lexicon::{NAMED_BEHIND, OPENERS, STARTERS, SUBJECTS};
use super::mark;
use crate::model::Role;
use crate::text::lexicon::words::WORDS;
use std::ops::Range;

/// Fewest words of a part.
const FEWEST: usize = 3;
/// Fewest words in capitals that are a heading.
const HEADING: usize = 3;
/// Longest label before the quotation of a caption, in bytes.
const LABEL: usize = 80;

/// The parts of the sentence at `range` of a block's `words`, in order; those before the last are captions or headings.
pub(super) fn parts(words: &str, range: Range<usize>, role: Role, mut each: impl FnMut(Range<usize>, Role)) {
    let mut start = range.start;
    if let Some(next) = heading(&words[range.clone()]) {
        each(start..start + words[start..start + next].trim_end().len(), Role::Subheading);
        start += next;
    }
    if let Some(next) = quoted_caption(&words[start..range.end]) {
        each(start..start + words[start..start + next].trim_end().len(), Role::Caption);
        start += next;
    }
    let (mut at, mut open) = (start, false);
    while let Some(gap) = words[at..range.end].find(' ').map(|gap| at + gap) {
        // Whether a bracket stands open; each word is looked at once, so that no text costs more than its length.
        open = words[at..gap].rfind(['(', ')']).map_or(open, |mark| words.as_bytes()[at + mark] == b'(');
        at = gap + 1;
        if !open
            && words[at..range.end].starts_with(|c: char| c.is_ascii_uppercase())
            && is_border(&words[start..gap], &words[at..range.end])
        {
            each(start..gap, Role::Caption);
            start = at;
        }
    }
    each(start..range.end, role);
}

/// Whether a sentence starts with `after`, though `before` has no mark at its end.
fn is_border(before: &str, after: &str) -> bool {
    let mut ahead = after.split(' ');
    let (Some(word), Some(next)) = (ahead.next(), ahead.next()) else { return false };
    let subject = SUBJECTS.has(word);
    if word.len() < 2 || !next.starts_with(|c: char| c.is_ascii_lowercase()) || !(subject || STARTERS.has(word)) {
        return false;
    }
    let Some(last) = before.rsplit(' ').next() else { return false };
    let bare = last.trim_end_matches([')', '"', '”', '%']);
    let content =
        bare.starts_with(|c: char| c.is_ascii_lowercase()) && !WORDS.function.has(bare) && !NAMED_BEHIND.has(bare);
    let named = bare.starts_with(|c: char| c.is_uppercase()) && OPENERS.has(word);
    let marked = !bare.ends_with(|c: char| c.is_alphanumeric());
    let long =
        |part: &str| part.split(' ').filter(|word| word.starts_with(char::is_alphanumeric)).nth(FEWEST - 1).is_some();
    !marked
        && (content && !(subject && (bare.ends_with("'s") || bare.ends_with("’s"))) || named)
        && long(before)
        && long(after)
}

/// Where the sentence starts behind a heading in capitals: "SYMPTOMS - WHAT TO DO The fever …".
///
/// Names in capitals ("UK PM Mara Holm") are told from headings by their lack of small words and dashes.
pub(super) fn heading(sentence: &str) -> Option<usize> {
    let (mut capitals, mut plain, mut end) = (0, false, 0);
    for token in sentence.split_inclusive(' ') {
        let word = token.trim();
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        if word.contains(char::is_lowercase) || letters == 0 && !word.starts_with(mark::is_dash) {
            break;
        }
        plain |= letters == 0 || WORDS.function.has(&word.to_lowercase());
        capitals += usize::from(letters > 1);
        end += token.len();
    }
    let rest = &sentence[end..];
    let opens = rest.starts_with(char::is_uppercase) && !rest.starts_with("I ");
    (capitals >= HEADING && plain && opens && !sentence[..end].trim_end().ends_with([',', ':'])).then_some(end)
}

/// Where the sentence starts behind a caption that is somebody's quotation without a stop: "Mara Holm: “We need ferries” The …".
fn quoted_caption(sentence: &str) -> Option<usize> {
    let colon = sentence.find(": ").filter(|at| *at < LABEL && !sentence[..*at].contains(['"', '“', ',']))?;
    let quoted = &sentence[colon + 2..];
    let closing = if quoted.starts_with('"') { '"' } else { quoted.starts_with('“').then_some('”')? };
    let open = quoted.chars().next()?.len_utf8();
    let close = open + quoted[open..].find(closing)?;
    let stopped = quoted[..close].ends_with(['.', '!', '?', ',', '…']);
    let next = colon + 2 + close + closing.len_utf8();
    let opens = sentence[next..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
    (!stopped && opens).then_some(next + 1)
}
