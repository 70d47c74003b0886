//! Which characters end sentences, and which open and close quotations and brackets.

/// A stop and what runs on from it: `.`, `?!`, `…`, `. . .`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Run {
    /// One full stop, which may as well end an abbreviation.
    Stop,
    /// Dots that leave something out.
    Ellipsis,
    /// A run with an exclamation or question mark.
    Mark,
    /// A stop of a script that writes no abbreviations with it and may need no space after it.
    Full,
}

/// Whether `c` is a closing quotation mark or bracket; straight quotes are not, as they may open.
pub(super) const fn closes(c: char) -> bool {
    closes_quotation(c) || matches!(c, ')' | ']' | '}' | '）' | '】' | '》')
}

/// Whether `c` closes a quotation and nothing else.
pub(super) const fn closes_quotation(c: char) -> bool {
    matches!(c, '”' | '’' | '»' | '›' | '」' | '』')
}

/// Whether `c` opens a quotation or bracket, or may do so.
pub(super) const fn opens(c: char) -> bool {
    matches!(c, '“' | '„' | '‟' | '‘' | '‚' | '‛' | '«' | '‹' | '「' | '『' | '"' | '\'' | '`')
        || matches!(c, '(' | '[' | '{' | '（' | '【' | '《' | '¿' | '¡')
}

/// Whether `c` is a dash or hyphen that can stand between clauses.
pub(super) const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―')
}

/// The run that starts at byte `at` of `text` and the byte after it; `None` where no stop stands.
///
/// One space inside a run is read over (`. . .`, `? !`) unless a word follows the next mark
/// (`. .NET`, `. ...and`).
pub(super) fn run_at(text: &str, at: usize) -> Option<(Run, usize)> {
    let mut run = stop(text[at..].chars().next()?)?;
    let mut end = at;
    let mut dots = 0;
    while let Some(c) = text[end..].chars().next() {
        if let Some(kind) = stop(c) {
            dots += usize::from(kind == Run::Stop);
            run = match (run, kind) {
                (Run::Full, _) | (_, Run::Full) => Run::Full,
                (Run::Mark, _) | (_, Run::Mark) => Run::Mark,
                (Run::Ellipsis, _) | (_, Run::Ellipsis) => Run::Ellipsis,
                (Run::Stop, Run::Stop) => Run::Stop,
            };
            end += c.len_utf8();
        } else if matches!(c, ' ' | '\u{a0}') && stands_alone(&text[end + c.len_utf8()..]) {
            end += c.len_utf8();
        } else {
            break;
        }
    }
    let run = if run == Run::Stop && dots > 1 { Run::Ellipsis } else { run };
    Some((run, end))
}

/// Whether `rest` starts with a stop that no word follows.
fn stands_alone(rest: &str) -> bool {
    rest.starts_with(|c| stop(c).is_some())
        && !rest.trim_start_matches(|c| stop(c).is_some()).starts_with(char::is_alphanumeric)
}

const fn stop(c: char) -> Option<Run> {
    match c {
        '.' => Some(Run::Stop),
        '…' => Some(Run::Ellipsis),
        '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' | '؟' | '۔' => Some(Run::Mark),
        '。' | '！' | '？' | '｡' | '।' | '॥' | '։' | '።' | '။' | '។' => Some(Run::Full),
        _ => None,
    }
}

/// First bytes of the characters that the scan of a block must look at: stops, straight quotes
/// and brackets.
pub(super) const LOOKED_AT: [bool; 256] = {
    let mut table = [false; 256];
    // … ‼ ⁇ ⁈ ⁉ | ؟ | ۔ | 。 | ！ ？ ｡ | । ॥ | ։ | ። ။ ។
    let leads = [b'.', b'!', b'?', b'"', b'(', b'[', b')', 0xE2, 0xD8, 0xDB, 0xE3, 0xEF, 0xE0, 0xD6, 0xE1];
    let mut i = 0;
    while i < leads.len() {
        table[leads[i] as usize] = true;
        i += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stop_is_looked_at() {
        for c in '\0'..=char::MAX {
            let mut bytes = [0; 4];
            if stop(c).is_some() {
                assert!(LOOKED_AT[usize::from(c.encode_utf8(&mut bytes).as_bytes()[0])], "{c:?}");
            }
        }
    }

    #[test]
    fn runs_reach_over_single_spaces() {
        assert_eq!(run_at(". . . He", 0), Some((Run::Ellipsis, 5)));
        assert_eq!(run_at("?! ", 0), Some((Run::Mark, 2)));
        assert_eq!(run_at(". .NET", 0), Some((Run::Stop, 1)));
        assert_eq!(run_at("x", 0), None);
    }
}
