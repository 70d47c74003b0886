//! A line's words in a form that can be compared: lower case, without marks and punctuation.

/// The words of `line`, lower-cased and joined by single spaces.
pub(super) fn key(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        if c.is_alphanumeric() {
            if c.is_ascii() {
                out.push(c.to_ascii_lowercase());
            } else {
                out.extend(c.to_lowercase());
            }
        } else if !out.ends_with(' ') && !out.is_empty() && !matches!(c, '\'' | '’' | '‘') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}
