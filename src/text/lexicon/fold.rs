//! Names in forms that can be compared: folded, by content words, by initials.

/// `name` in small ASCII letters, its words parted by single spaces; without marks, a leading `the` and a trailing `'s`.
#[must_use]
pub fn fold(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            _ if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            '.' => {}
            '\'' | '’' | '‘' | 'ʼ' | '`' => out.push('\''),
            _ if c.is_ascii() || c.is_whitespace() => gap(&mut out),
            _ => romanise(c, &mut out),
        }
    }
    if out.ends_with("'s ") {
        out.truncate(out.len() - 1);
    }
    let kept = out.trim_end();
    let kept = kept.strip_suffix("'s").unwrap_or(kept);
    let kept = kept.strip_prefix("the ").unwrap_or(kept);
    let mut folded = String::with_capacity(kept.len());
    folded.extend(kept.chars().filter(|c| *c != '\''));
    folded
}

fn gap(out: &mut String) {
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}

fn romanise(c: char, out: &mut String) {
    match deunicode::deunicode_char(c) {
        Some(letters) if c.is_alphanumeric() => {
            out.extend(letters.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()));
        }
        _ if c.is_alphanumeric() => out.extend(c.to_lowercase()),
        // Soft hyphens and accents on their own part no words.
        _ if matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{300}'..='\u{36f}' | '\u{feff}') => {}
        _ => gap(out),
    }
}

/// Small words that a name may have or leave out.
const SMALL: [&str; 12] = ["of", "the", "for", "and", "on", "in", "to", "de", "du", "des", "la", "at"];

/// The content words of a folded name, the same for British and American spelling, in the order they stand in.
pub fn content(folded: &str) -> impl Iterator<Item = String> + '_ {
    folded.split(' ').filter(|word| !word.is_empty() && !SMALL.contains(word)).map(american)
}

/// The content words of a folded name in the order of the alphabet: the same for the same words in any order.
#[must_use]
pub fn content_key(folded: &str) -> String {
    let mut words: Vec<String> = content(folded).collect();
    if words.is_empty() {
        return folded.to_owned();
    }
    words.sort_unstable();
    words.join(" ")
}

fn american(word: &str) -> String {
    let mut word = match word {
        "centre" => "center".to_owned(),
        "defence" => "defense".to_owned(),
        "labour" => "labor".to_owned(),
        "programme" => "program".to_owned(),
        _ => word.replace("isation", "ization"),
    };
    // "Sikorskys" for "Sikorsky", "United Nation" for "United Nations".
    if word.len() > 4 && word.ends_with('s') && !word.ends_with("ss") {
        word.pop();
    }
    word
}

/// The first letters of a folded name of several words, once with small words and once without.
pub fn initials(name: &str) -> impl Iterator<Item = String> + '_ {
    let of = |small: bool| {
        let words = name.split(' ').filter(move |word| small || !SMALL.contains(word));
        words.filter_map(|word| word.chars().next()).collect::<String>()
    };
    let (all, content) = (of(true), of(false));
    let other = (content != all).then_some(content);
    [Some(all), other].into_iter().flatten().filter(|letters| letters.len() > 1)
}

/// Whether a folded acronym's letters open the words of a folded name, small words counted or not.
#[must_use]
pub fn opens(acronym: &str, name: &str) -> bool {
    initials(name).any(|letters| letters == acronym)
}

/// Whether `text` is written as an acronym: two to eight capitals, with or without dots, no small letter.
#[must_use]
pub fn is_acronym(text: &str) -> bool {
    let count = text.chars().filter(|c| c.is_alphanumeric()).count();
    (2..=8).contains(&count)
        && text.starts_with(char::is_uppercase)
        && text.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '.' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_differences_fold_away() {
        assert_eq!(fold("the  Élan-Vital’s"), "elan vital");
        assert_eq!(fold("U.S."), "us");
        assert_eq!(fold("O’Brien"), "obrien");
        assert_eq!(fold("al-Qa'ida"), fold("Al Qaida"));
        assert_eq!(fold("Kyiv\u{200b}'s "), "kyiv");
    }

    #[test]
    fn the_same_words_in_another_order_have_one_key() {
        assert_eq!(content_key("high council of peace"), content_key("high peace council"));
        assert_ne!(content_key("bank of england"), content_key("england"));
        assert_eq!(content_key("of"), "of");
    }

    #[test]
    fn an_acronym_has_the_first_letters() {
        assert!(
            opens("nsu", "nordic sailors union") && opens("uos", "union of sailors") && opens("us", "union of sailors")
        );
        assert!(!opens("nsu", "nordic union") && !opens("n", "nordic"));
        assert!(is_acronym("U.N.") && is_acronym("G-20") && !is_acronym("Nato") && !is_acronym("A"));
    }
}
