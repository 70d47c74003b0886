//! Photographers' and agencies' credits inside sentences: who took a picture, or typed a report, is no actor in it.

use crate::base::Span;

/// Words that open a credit, in small letters. Between marks any of them opens one; elsewhere those with a colon and
/// those that nothing else is said with.
const OPENINGS: [&str; 24] = [
    "photo credit",
    "photo courtesy",
    "photo:",
    "photo :",
    "photo by",
    "photos by",
    "photograph by",
    "photograph:",
    "picture credit",
    "picture:",
    "picture by",
    "image credit",
    "image courtesy",
    "image:",
    "image by",
    "credit:",
    "file photo",
    "courtesy:",
    "reporting by",
    "additional reporting by",
    "writing by",
    "editing by",
    "compiled by",
    "with inputs from",
];

/// Endings of pictures' credits: the agencies that sell them.
const ENDINGS: [&str; 14] = [
    "getty images",
    "afp",
    "reuters",
    "ap",
    "ap photo",
    "epa",
    "shutterstock",
    "rex features",
    "tass",
    "xinhua",
    "pool",
    "bloomberg",
    "wireimage",
    "press association",
];

/// Longest credit, in bytes: more is a text with a credit's word in it.
const LONGEST: usize = 240;

/// The parts of the sentence at `span` that are no credit, in order.
pub(super) fn without_credits(text: &str, span: Span, mut each: impl FnMut(Span)) {
    let words = span.of(text);
    let start = span.start as usize;
    let mut from = 0;
    let mut keep = |from: usize, to: usize| {
        if !words[from..to].trim().is_empty() {
            each(Span::new(start + from, start + to));
        }
    };
    for (at, mark) in words.char_indices() {
        if at < from || !is_border(mark) && at > 0 {
            continue;
        }
        let inside = if is_border(mark) { at + mark.len_utf8() } else { at };
        let mut reach = words.len().min(inside + LONGEST + 2);
        while !words.is_char_boundary(reach) {
            reach -= 1;
        }
        let rest = &words[inside..reach];
        let close = match mark {
            '(' => rest.find(')').map(|end| inside + end + 1),
            '[' => rest.find(']').map(|end| inside + end + 1),
            _ => None,
        };
        let end = close.unwrap_or(words.len());
        let body = words[inside..end].trim_end_matches([')', ']', ' ', '.', ',']).trim_start();
        let signs = close.is_some() && is_agency(body) && words[end..].trim_start().starts_with(['-', '–', '—']);
        if signs || body.len() <= LONGEST && is_credit(body, mark) {
            keep(from, at);
            from = end;
        }
    }
    keep(from, words.len());
}

/// Marks that a credit stands after.
const fn is_border(mark: char) -> bool {
    matches!(mark, '(' | '[' | '|' | '—' | '–' | '.' | '/' | '•' | '-')
}

/// Whether `body`, which stands after `mark`, is a credit.
fn is_credit(body: &str, mark: char) -> bool {
    let opens = |opening: &str| body.get(..opening.len()).is_some_and(|head| head.eq_ignore_ascii_case(opening));
    if OPENINGS.iter().any(|opening| opens(opening)) {
        return true;
    }
    let bracketed = matches!(mark, '(' | '[');
    if !bracketed && !matches!(mark, '|' | '—' | '–') || body.len() > 80 {
        return false;
    }
    // “Jane Doe/AFP”, “AP Photo/Jane Doe”.
    let mut parts = body.split('/').map(str::trim);
    body.contains('/') && !body.contains(|c: char| c.is_ascii_digit()) && parts.any(is_agency)
        || opens("ap photo")
        || !bracketed && is_agency(body)
        || body.len() > 13
            && body.is_char_boundary(body.len() - 12)
            && body[body.len() - 12..].eq_ignore_ascii_case("getty images")
}

/// Whether `part` names an agency: as the end of a picture's credit, or in the brackets of a dateline,
/// “OSLO (Reuters) –”, which say whose report it is.
fn is_agency(part: &str) -> bool {
    ENDINGS.iter().any(|ending| part.eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(text: &str) -> Vec<&str> {
        let mut parts = Vec::new();
        without_credits(text, Span::new(0, text.len()), |span| parts.push(span.of(text).trim()));
        parts
    }

    #[test]
    fn credits_of_pictures_are_left_out() {
        assert_eq!(left("The quay at dusk. — Photo courtesy: Mara Holm/TASS"), ["The quay at dusk."]);
        assert_eq!(left("The quay | Photo Credit: AP"), ["The quay"]);
        assert_eq!(left("The quay (Photo by Mara Holm / POOL / AFP) at dusk"), ["The quay", "at dusk"]);
        assert_eq!(left("The quay. (AP Photo/Mara Holm, File)"), ["The quay."]);
        assert_eq!(left("(Reporting by Mara Holm; Editing by Per Lund)"), [""; 0]);
        assert_eq!(left("The quay — Mara Holm/Reuters"), ["The quay"]);
        assert_eq!(left("PORT LENNAR (Reuters) - The quay burned"), ["PORT LENNAR", "- The quay burned"]);
    }

    #[test]
    fn what_only_looks_like_a_credit_is_kept() {
        for text in [
            "The ferry company told an agency (Reuters) that the quay burned",
            "She gave the mayor (right) credit",
            "Photos of Mara Holm burned",
        ] {
            assert_eq!(left(text), [text]);
        }
    }
}
