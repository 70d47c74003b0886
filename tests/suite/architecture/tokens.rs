//! Rust source cut into tokens, as far as finding the paths in it needs.

/// Words, `::` and single marks; comments, strings, characters and white space are left out.
pub fn tokens(source: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let silent = silent(rest);
        let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let length = match (silent, word) {
            (0, 0) if rest.starts_with("::") => 2,
            (0, 0) => first.len_utf8(),
            (0, word) => word,
            (silent, _) => silent,
        };
        let (token, after) = rest.split_at(length);
        if silent == 0 {
            tokens.push(token);
        }
        rest = after;
    }
    tokens
}

/// Length of the white space, comment, string, character or mark of a lifetime that `rest` opens with; 0 if with none.
fn silent(rest: &str) -> usize {
    let through = |end: &str, from: usize| rest[from..].find(end).map_or(rest.len(), |at| from + at + end.len());
    let raw = rest.trim_start_matches('b').strip_prefix('r').unwrap_or_default();
    let hashes = raw.len() - raw.trim_start_matches('#').len();
    if rest.starts_with(char::is_whitespace) {
        rest.len() - rest.trim_start().len()
    } else if rest.starts_with("//") {
        through("\n", 0)
    } else if rest.starts_with("/*") {
        through("*/", 2)
    } else if raw[hashes..].starts_with('"') {
        through(&format!("\"{}", "#".repeat(hashes)), rest.len() - raw.len() + hashes + 1)
    } else if rest.starts_with('"') {
        quoted(rest, '"')
    } else if rest.starts_with('\'') {
        let is_lifetime = !rest.starts_with("'\\") && rest.chars().nth(2) != Some('\'');
        if is_lifetime { 1 } else { quoted(rest, '\'') }
    } else {
        0
    }
}

/// Length of the string or character that `rest` opens with, through `mark`.
fn quoted(rest: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if c == mark && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    rest.len()
}

/// `tokens` without the items that only tests have.
pub fn without_tests<'a>(tokens: &[&'a str]) -> Vec<&'a str> {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut rest = tokens;
    while let [first, after @ ..] = rest {
        if rest.starts_with(&MARK) {
            rest = after_item(&rest[MARK.len()..]);
        } else {
            kept.push(*first);
            rest = after;
        }
    }
    kept
}

/// What follows the first item of `tokens`, which ends with its first `;` or its first braces.
fn after_item<'a, 'b>(tokens: &'b [&'a str]) -> &'b [&'a str] {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        match *token {
            "{" => depth += 1,
            "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && matches!(*token, "}" | ";") {
            return &tokens[at + 1..];
        }
    }
    &[]
}
