//! Light stemming of English words: endings of number, tense and derivation fall away.

/// Letters of a word that count; the rest of a longer one is cut.
const MOST: usize = 24;

/// A word in small ASCII letters and digits, other scripts romanised, apostrophes left out.
#[derive(Clone, Copy, Debug)]
pub struct Letters {
    bytes: [u8; MOST],
    len: usize,
}

impl Letters {
    /// The letters of `word`.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let mut letters = Self { bytes: [0; MOST], len: 0 };
        for c in word.chars() {
            if c.is_ascii() {
                letters.push(c as u8);
            } else {
                deunicode::deunicode_char(c).unwrap_or_default().bytes().for_each(|byte| letters.push(byte));
            }
        }
        letters
    }

    fn push(&mut self, byte: u8) {
        if byte.is_ascii_alphanumeric() && self.len < MOST {
            self.bytes[self.len] = byte.to_ascii_lowercase();
            self.len += 1;
        }
    }

    /// The letters.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    fn ends(&self, ending: &str) -> bool {
        self.as_bytes().ends_with(ending.as_bytes())
    }

    /// Puts `other` for `ending` where at least `least` letters, one a vowel, stand before it.
    fn swap(&mut self, ending: &str, other: &str, least: usize) -> bool {
        let Some(stem) = self.as_bytes().strip_suffix(ending.as_bytes()) else { return false };
        if stem.len() < least || !stem.iter().any(|byte| b"aeiouy".contains(byte)) {
            return false;
        }
        self.len = stem.len();
        other.bytes().for_each(|byte| self.push(byte));
        true
    }
}

/// Cuts `word` to its stem: `announcement`, `announced` and `announces` become `announc`.
///
/// Lighter than Porter's (1980) and of his kind: what matters is that the forms of one word meet, and that
/// different words do not.
pub fn stem(word: &mut Letters) {
    plural(word);
    let inflected = match word.as_bytes().last() {
        Some(b'd') => !word.ends("eed") && (word.swap("ied", "y", 2) || word.swap("ed", "", 2)),
        Some(b'g') => word.swap("ing", "", 3),
        _ => false,
    };
    if inflected {
        undouble(word);
    }
    if let Some(b'n' | b't' | b'y' | b's') = word.as_bytes().last() {
        let _ = DERIVED.iter().any(|(ending, other, least)| word.swap(ending, other, *least));
    }
    word.swap("our", "or", 3);
    if !word.ends("ee") {
        word.swap("e", "", 3);
    }
    let _ = word.swap("iz", "is", 3) || word.swap("yz", "ys", 3);
    word.swap("y", "i", 2);
}

/// Endings of derivation, what stands for them, and how many letters have to stand before them.
const DERIVED: &[(&str, &str, usize)] = &[
    ("isation", "is", 3),
    ("ization", "is", 3),
    ("ication", "y", 3),
    ("ation", "at", 4),
    ("ition", "it", 4),
    ("ement", "", 4),
    ("ment", "", 4),
    ("ction", "ct", 3),
    ("tion", "t", 4),
    ("fully", "ful", 3),
    ("ally", "al", 3),
    ("ly", "", 4),
    ("ness", "", 4),
];

fn plural(word: &mut Letters) {
    if !word.ends("s") || word.ends("ss") || word.ends("us") || word.ends("is") {
        return;
    }
    let _ = word.swap("sses", "ss", 2)
        || word.swap("ies", "y", 2)
        || ["shes", "ches", "xes", "zes", "oes"].iter().any(|ending| word.swap(ending, &ending[..ending.len() - 2], 2))
        || word.swap("s", "", 2);
}

/// `stopp` becomes `stop`, but `fall`, `pass` and `buzz` stay.
fn undouble(word: &mut Letters) {
    if let [.., before, last] = word.as_bytes()
        && before == last
        && !b"aeioulsz".contains(last)
    {
        word.len -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stemmed(word: &str) -> String {
        let mut letters = Letters::of(word);
        stem(&mut letters);
        String::from_utf8(letters.as_bytes().to_vec()).unwrap()
    }

    #[test]
    fn forms_of_one_word_meet() {
        for forms in [
            "announce announces announced announcing announcement announcements",
            "stop stops stopped stopping",
            "carry carries carried carrying",
            "organise organize organised organization organisation organizing",
            "harbour harbor harbours",
            "election elections elect elected",
            "visit visits visited visiting",
            "kill kills killed killing",
            "agree agrees agreeing",
            "official officially officials",
            "church churches",
            "close closes closed closing closely",
            "Café cafe cafés",
        ] {
            let stems: Vec<String> = forms.split(' ').map(stemmed).collect();
            assert!(stems.iter().all(|stem| *stem == stems[0]), "{stems:?}");
        }
    }

    #[test]
    fn different_words_stay_apart() {
        for (a, b) in [("bus", "bush"), ("wing", "wine"), ("sing", "sin"), ("king", "kin"), ("hour", "horse")] {
            assert_ne!(stemmed(a), stemmed(b), "{a} {b}");
        }
        assert_eq!(stemmed("red"), "red");
        assert_eq!(stemmed("thing"), "thing");
    }

    #[test]
    fn long_and_foreign_words_are_cut_and_romanised() {
        assert_eq!(stemmed(&"a".repeat(1000)).len(), MOST);
        assert_eq!(stemmed("Żółć"), "zolc");
    }
}
