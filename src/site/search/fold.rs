//! Words as the search compares them: in lower case, Latin letters without their marks.
//!
//! The script of the search page does the same with what a reader types: it takes what becomes of Latin letters
//! from [`latin`], and all else is simple enough to be said twice.

use deunicode::deunicode_char;
use std::fmt::Write as _;

/// The longest word, in characters; what is longer is cut.
const LONGEST: usize = 40;

/// Calls `take` with every word of `text`, folded.
///
/// A word is a run of letters and digits; scripts without spaces between words give one for each character.
pub(super) fn words(text: &str, mut take: impl FnMut(&str)) {
    let mut word = String::new();
    let mut length = 0;
    let mut end = |word: &mut String| {
        if !word.is_empty() {
            take(word);
            word.clear();
        }
    };
    for c in text.chars() {
        // Most text is plain.
        if c.is_ascii() {
            if !c.is_ascii_alphanumeric() {
                end(&mut word);
                length = 0;
            } else if length < LONGEST {
                word.push(c.to_ascii_lowercase());
                length += 1;
            }
            continue;
        }
        if is_mark(c) {
            continue;
        }
        if !c.is_alphanumeric() || stands_alone(c) {
            end(&mut word);
            length = 0;
        }
        if c.is_alphanumeric() && length < LONGEST {
            push(&mut word, c);
            length += 1;
        }
        if stands_alone(c) {
            end(&mut word);
            length = 0;
        }
    }
    end(&mut word);
}

/// Adds a letter or digit beyond ASCII as it is compared.
fn push(word: &mut String, c: char) {
    if is_latin(c) {
        word.push_str(&folded(c));
    } else {
        word.extend(c.to_lowercase());
    }
}

/// The Latin letters beyond ASCII, and for each what it is compared as, parted by spaces.
pub(super) fn latin() -> (String, String) {
    let letters: Vec<char> =
        ('\u{80}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}').filter(|c| c.is_alphanumeric()).collect();
    let folds: Vec<String> = letters.iter().map(|c| folded(*c)).collect();
    (letters.into_iter().collect(), folds.join(" "))
}

fn folded(c: char) -> String {
    let plain = deunicode_char(c).unwrap_or_default().chars();
    plain.filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// Latin letters beyond ASCII.
const fn is_latin(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Marks that stand over or under a letter.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Characters of scripts without spaces between words: Japanese syllables, Chinese characters, Thai.
const fn stands_alone(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

/// How the part of an address names the first `count` characters of a word.
///
/// File names stay in ASCII, and none is a word that some system keeps for itself, since more stands before it.
pub(super) fn key(word: &str, count: usize) -> String {
    let mut key = String::new();
    for c in word.chars().take(count) {
        if c.is_ascii() {
            key.push(c);
        } else {
            // Five digits hold every character that news is written in, and sort as the characters do.
            write!(key, "-{:05x}", u32::from(c)).expect("writing to a string cannot fail");
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        words(text, |word| found.push(word.to_owned()));
        found
    }

    #[test]
    fn words_are_compared_without_case_and_marks() {
        assert_eq!(all("Erdoğan’s CAFÉ, Großer Bær"), ["erdogan", "s", "cafe", "grosser", "baer"]);
        assert_eq!(all("e\u{301}te\u{301} 40,000"), ["ete", "40", "000"]);
        assert_eq!(all("Москва 港口"), ["москва", "港", "口"]);
        assert_eq!(all("…"), Vec::<String>::new());
    }

    #[test]
    fn a_word_without_end_is_cut() {
        assert_eq!(all(&"x".repeat(500))[0].len(), LONGEST);
    }

    #[test]
    fn every_latin_letter_has_its_fold() {
        let (letters, folds) = latin();
        assert_eq!(letters.chars().count(), folds.split(' ').count());
        let at = letters.chars().position(|c| c == 'ø');
        assert_eq!(at.and_then(|at| folds.split(' ').nth(at)), Some("o"));
    }

    #[test]
    fn keys_are_plain_file_names() {
        assert_eq!((key("harbour", 2), key("порт", 2)), ("ha".to_owned(), "-0043f-0043e".to_owned()));
    }
}
