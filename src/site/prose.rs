//! Counts, lists and names as an English sentence gives them.

use std::borrow::Cow;

/// `n` as a sentence gives it: in words up to ten, then in digits grouped by thousands.
pub(crate) fn count(n: usize) -> String {
    const WORDS: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(n).map_or_else(|| grouped(n as u64), |word| (*word).to_owned())
}

/// `n` things: `one article`, `12 articles`.
pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", count(n), if n == 1 { one } else { many })
}

/// `n` in digits, grouped by thousands.
pub(crate) fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `one`, `one and two`, `one, two and three`.
pub(crate) fn listed<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", most.join(", "), last.as_ref())
        }
    }
}

/// `text` with its first letter in upper case.
pub(crate) fn sentence_case(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// The start of `text`, of `limit` bytes at most and with its last character whole.
pub(crate) fn start(text: &str, limit: usize) -> &str {
    let end = (0..=limit.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or(0)]
}

/// The start of a text of more than `limit` characters, cut between two words where that is possible, with `…`.
pub(crate) fn shortened(text: &str, limit: usize) -> Cow<'_, str> {
    let Some((end, _)) = text.char_indices().nth(limit) else { return Cow::Borrowed(text) };
    let cut = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    Cow::Owned(text[..cut].trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned() + "…")
}

/// The English name of the language that a BCP 47 tag stands for; the tag itself where unknown.
pub(crate) fn language(tag: &str) -> &str {
    let primary = tag.split('-').next().unwrap_or(tag);
    let known = LANGUAGES.iter().find(|(code, _)| code.eq_ignore_ascii_case(primary));
    known.map_or(tag, |(_, name)| *name)
}

/// Whether the language that a BCP 47 tag stands for is written from right to left.
pub(crate) fn right_to_left(tag: &str) -> bool {
    let primary = tag.split('-').next().unwrap_or(tag).to_ascii_lowercase();
    matches!(primary.as_str(), "ar" | "arc" | "ckb" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi")
}

/// Languages that news is often saved in (ISO 639-1).
const LANGUAGES: [(&str, &str); 41] = [
    ("ar", "Arabic"),
    ("bg", "Bulgarian"),
    ("bn", "Bengali"),
    ("cs", "Czech"),
    ("da", "Danish"),
    ("de", "German"),
    ("el", "Greek"),
    ("en", "English"),
    ("es", "Spanish"),
    ("et", "Estonian"),
    ("fa", "Persian"),
    ("fi", "Finnish"),
    ("fr", "French"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hr", "Croatian"),
    ("hu", "Hungarian"),
    ("id", "Indonesian"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("ko", "Korean"),
    ("lt", "Lithuanian"),
    ("lv", "Latvian"),
    ("nb", "Norwegian"),
    ("nl", "Dutch"),
    ("pl", "Polish"),
    ("ps", "Pashto"),
    ("pt", "Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("sk", "Slovak"),
    ("sl", "Slovenian"),
    ("sr", "Serbian"),
    ("sv", "Swedish"),
    ("th", "Thai"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("und", "a language that could not be told"),
    ("ur", "Urdu"),
    ("vi", "Vietnamese"),
    ("zh", "Chinese"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_read_as_in_a_sentence() {
        assert_eq!(counted(1, "article", "articles"), "one article");
        assert_eq!(counted(12, "article", "articles"), "12 articles");
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(grouped(999), "999");
    }

    #[test]
    fn lists_end_with_and() {
        assert_eq!(listed(&["a"]), "a");
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
    }

    #[test]
    fn long_texts_are_cut_between_words() {
        assert_eq!(shortened("Port closed", 11), "Port closed");
        assert_eq!(shortened("Port closed, again", 14), "Port closed…");
        assert_eq!(shortened("ééééé", 3), "ééé…");
    }

    #[test]
    fn languages_have_names_and_directions() {
        assert_eq!((language("pt-BR"), language("xx")), ("Portuguese", "xx"));
        assert!(right_to_left("ar-EG") && !right_to_left("en"));
    }
}
