//! Which characters no page can show.

/// Whether HTML or XML cannot hold the character, and it is no white space: a control character or a noncharacter.
///
/// HTML standard, 13.1.4 (text); Unicode 16, 23.7 (noncharacters).
#[must_use]
pub fn is_unshowable(c: char) -> bool {
    let noncharacter = matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe;
    noncharacter || c.is_control() && !c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_and_noncharacters_cannot_be_shown_and_white_space_can() {
        assert!(
            ['\0', '\u{1f}', '\u{7f}', '\u{9f}', '\u{fdd0}', '\u{fffe}', '\u{10ffff}'].into_iter().all(is_unshowable)
        );
        let shown = [' ', '\t', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{a0}', '\u{fdf0}', '\u{fffd}', '\u{1f5fd}'];
        assert!(!shown.into_iter().any(is_unshowable));
    }
}
