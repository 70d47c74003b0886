//! A stylesheet as it is sent: what only its authors read, comments and indentation, is left out.
//!
//! Every page waits for it, and a phone on a slow line longest. Its rules stay one to a line, in their order.

use std::fmt::Write as _;

/// `css` without comments (but for a licence, `/*!`), indentation and line breaks within a rule.
///
/// For sheets that are written as ours are: a declaration to a line.
pub(crate) fn sent(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    for line in without_comments(css).lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.split_once(": ") {
            // A selector may hold a colon, and a space after it, too; it ends with no semicolon.
            Some((property, value)) if line.ends_with(';') && is_property(property) => {
                out.extend([property, ":", value]);
            }
            _ => out.push_str(line.strip_suffix(" {").unwrap_or(line)),
        }
        match line.as_bytes()[line.len() - 1] {
            b'{' if line.ends_with(" {") => out.push('{'),
            b'{' | b';' | b',' => {}
            b'}' => out.push('\n'),
            // A value that goes on in the next line.
            _ => out.push(' '),
        }
    }
    out
}

/// The rule that writes the dossier's title at the foot of each printed page.
pub(crate) fn foot(title: &str) -> String {
    let mut words = String::with_capacity(title.len());
    for c in title.chars() {
        match c {
            // A character by its number ends with the space (CSS Syntax, 4.3.7).
            '"' | '\\' | '<' => write!(words, "\\{:x} ", u32::from(c)).expect("writing to a string cannot fail"),
            _ if c.is_control() => words.push(' '),
            _ => words.push(c),
        }
    }
    format!(
        "@page dossier{{@bottom-left{{content:\"{words}\"}}}}\n@page dossier:first{{@bottom-left{{content:none}}}}\n"
    )
}

fn is_property(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// `css` without its comments; what only looks like one within quotation marks stays.
fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find(['"', '/']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let length = if let Some(quoted) = from.strip_prefix('"') {
            quoted.find('"').map_or(from.len(), |end| end + 2)
        } else if from.starts_with("/*") {
            from.find("*/").map_or(from.len(), |end| end + 2)
        } else {
            1
        };
        if !from.starts_with("/*") || from.starts_with("/*!") {
            out.push_str(&from[..length]);
        }
        rest = &from[length..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::templates::STYLESHEETS;

    #[test]
    fn a_title_ends_no_string_of_the_stylesheet() {
        assert!(
            foot("Ports \"x\"}\n</style>")
                .starts_with(r#"@page dossier{@bottom-left{content:"Ports \22 x\22 } \3c /style>"}}"#)
        );
    }

    #[test]
    fn comments_and_indentation_go_and_the_rules_stay_one_to_a_line() {
        let css = "/* The frame */\n\n.bar,\n.page {\n  /* why */\n  margin: 0 auto;\n}\n\n@media print {\n  a:hover {\n    color: red;\n  }\n}\n";
        assert_eq!(sent(css), ".bar,.page{margin:0 auto;}\n@media print{a:hover{color:red;}\n}\n");
    }

    #[test]
    fn what_stands_in_quotation_marks_stays_as_it_is() {
        let css = "li::before {\n  content: \"/* : \" / \"\";\n}\n";
        assert_eq!(sent(css), "li::before{content:\"/* : \" / \"\";}\n");
    }

    #[test]
    fn a_value_over_several_lines_keeps_its_parts_apart_and_a_licence_stays() {
        let css = "/*! by others */\na {\n  grid-template:\n    \"one two\"\n    auto;\n}\n";
        assert_eq!(sent(css), "/*! by others */ a{grid-template: \"one two\" auto;}\n");
    }

    #[test]
    fn our_sheets_lose_nothing_but_white_space_and_comments() {
        let bare = |css: &str| css.split_whitespace().collect::<String>();
        for (_, sheet) in STYLESHEETS {
            assert_eq!(bare(&sent(sheet)), bare(&without_comments(sheet)));
            assert!(!sent(sheet).contains("/*") && sent(sheet).len() < sheet.len() * 9 / 10);
        }
    }
}
