//! Who wrote an article, as its byline says.

use crate::model::{Block, Known, Role};

/// The names of the first byline that holds any.
pub(super) fn authors(text: &str, blocks: &[Block]) -> Option<Known<Vec<String>>> {
    let mut bylines = blocks.iter().filter(|block| block.role == Role::Byline);
    bylines.find_map(|block| {
        let names = names(block.span.of(text));
        (!names.is_empty()).then(|| Known::inferred(names, "the byline", Some(block.span)))
    })
}

/// `By Ann Bell and Carl Dahl, The Courier` → the two names.
fn names(byline: &str) -> Vec<String> {
    let line = byline.trim_start_matches(['*', '_', '#', ' ']);
    let Some(rest) = ["By ", "by ", "BY ", "Written by "].iter().find_map(|by| line.strip_prefix(by)) else {
        return Vec::new();
    };
    let rest = rest.split(['|', '•', '·', '(', '\t', '\n']).next().unwrap_or_default();
    rest.split([',', '&', ';'])
        .flat_map(|part| part.split(" and "))
        .map(|name| name.trim().trim_end_matches('.'))
        .take_while(|name| is_name(name))
        .map(str::to_owned)
        .collect()
}

/// Two to five words, each capitalised or a small particle, none with a digit.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let particle = |word: &str| {
        matches!(word, "de" | "da" | "al" | "van" | "von" | "der" | "den" | "bin" | "la" | "le" | "di" | "del")
    };
    let desk = |word: &&str| {
        matches!(
            word.to_lowercase().as_str(),
            "staff" | "correspondent" | "reporter" | "desk" | "editor" | "news" | "agencies"
        )
    };
    (2..=5).contains(&words.len())
        && words.iter().all(|word| capital(word) || particle(word))
        && !words.iter().any(desk)
        && words[0] != "The"
        && !text.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_and_all_else_is_left() {
        assert_eq!(
            names("By Ann Bell and Carl van Dahl, The Courier"),
            ["Ann Bell", "Carl van Dahl", "The Courier"][..2]
        );
        assert_eq!(names("By Our Staff Reporter"), Vec::<String>::new());
        assert_eq!(names("By Monday the talks had failed"), Vec::<String>::new());
        assert_eq!(names("BY ANN BELL | May 3, 2020"), ["ANN BELL"]);
    }
}
