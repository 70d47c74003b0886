//! Finds the stretches of a block that stand within quotation marks.

use crate::base::Span;

/// The longest quotation that is believed without a closing mark, in bytes.
const UNCLOSED: usize = 600;

/// The quoted stretches of `text` at `span`, marks included, in order.
///
/// A quotation without a closing mark ends with the block, as where it goes on in the next paragraph; a very long one is
/// none, since its mark was a stray one.
pub(super) fn quoted(text: &str, span: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    let block = span.of(text);
    let mut characters = block.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map_or(' ', |(_, next)| *next);
        let at = span.start as usize + at;
        match open {
            Some((start, closing)) if c == closing && !(c == '’' && next.is_alphanumeric()) => {
                found.push(Span::new(start, at + c.len_utf8()));
                open = None;
            }
            None => open = closing(c, before, next).map(|closing| (at, closing)),
            Some(_) => {}
        }
        before = c;
    }
    let end = span.end as usize;
    found.extend(open.filter(|(start, _)| end - start <= UNCLOSED).map(|(start, _)| Span::new(start, end)));
    found
}

/// The mark that closes what `mark` opens, where it opens a quotation.
fn closing(mark: char, before: char, next: char) -> Option<char> {
    match mark {
        '“' | '„' => Some('”'),
        '«' => Some('»'),
        '"' => Some('"'),
        '‘' if !before.is_alphanumeric() && next.is_alphanumeric() => Some('’'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<&str> {
        quoted(text, Span::new(0, text.len())).iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn quotations_are_found_whatever_their_marks() {
        assert_eq!(shown("He said: “No.” She said “it’s late”."), ["“No.”", "“it’s late”"]);
        assert_eq!(shown("The \"port\" is ‘the sailors’ own’ and mine"), ["\"port\"", "‘the sailors’"]);
        assert_eq!(shown("“And it goes on"), ["“And it goes on"]);
        assert_eq!(shown(&format!("A 6\" gun {}", "x ".repeat(400))), Vec::<&str>::new());
    }
}
