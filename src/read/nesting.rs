//! Keeps the nesting of Markdown within bounds before it is parsed.

use std::borrow::Cow;

/// Quotations and lists inside one another on one line; writers use three or four.
const DEPTH: usize = 32;

/// The text without the block markers past `DEPTH` at the start of a line.
///
/// Every line of a quotation or list is matched against all blocks open around it, so a few lines
/// of a hundred thousand `>` would take minutes.
pub(super) fn shallow(text: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    let mut copied = 0;
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        if let Some((from, to)) = excess(line) {
            kept.push_str(&text[copied..start + from]);
            copied = start + to;
        }
        start += line.len();
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    kept.push_str(&text[copied..]);
    Cow::Owned(kept)
}

/// Where the markers past the limit stand in a line, if there are any.
fn excess(line: &str) -> Option<(usize, usize)> {
    let bytes = line.as_bytes();
    let (mut at, mut markers, mut from) = (0, 0, None);
    loop {
        while matches!(bytes.get(at), Some(b' ' | b'\t')) {
            at += 1;
        }
        if markers == DEPTH && from.is_none() {
            from = Some(at);
        }
        let length = marker(&bytes[at..]);
        if length == 0 {
            return from.filter(|from| *from < at).map(|from| (from, at));
        }
        at += length;
        markers += 1;
    }
}

/// Length of the marker of a quotation or list item that stands here; 0 where there is none.
fn marker(rest: &[u8]) -> usize {
    let spaced = |at: usize| rest.get(at).is_none_or(u8::is_ascii_whitespace);
    match rest.first() {
        Some(b'>') => 1,
        Some(b'-' | b'+' | b'*') if spaced(1) => 1,
        Some(digit) if digit.is_ascii_digit() => {
            let digits = rest.iter().take(9).take_while(|b| b.is_ascii_digit()).count();
            if matches!(rest.get(digits), Some(b'.' | b')')) && spaced(digits + 1) { digits + 1 } else { 0 }
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_nesting_passes_unchanged() {
        let text = "> > - 1. quoted\n* * *\n- - -\n\n10. ten\n";
        assert!(matches!(shallow(text), Cow::Borrowed(_)));
    }

    #[test]
    fn markers_past_the_limit_go_and_the_words_stay() {
        let text = format!("{}deep\n{}é", ">".repeat(1000), "- ".repeat(1000));
        let cut = shallow(&text);
        assert!(cut.len() < 120 && cut.contains("deep\n") && cut.ends_with('é'), "{cut}");
    }
}
