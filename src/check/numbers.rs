//! The numbers of a sentence, read from its words alone, so that support is proved without the analysis it came from.

use std::collections::BTreeSet;

/// Number words and their values. "One" is left out: it is a pronoun as often.
const WORDS: [(&str, u64); 28] = [
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("dozen", 12),
    ("dozens", 12),
];

/// Words that make the number before them so many times greater.
const TIMES: [(&str, u64); 5] =
    [("hundred", 100), ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000), ("bn", 1_000_000_000)];

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The numbers that `text` names, each in one form: "5,000" and "five thousand" are both `5000`.
///
/// Dates and times of day are left out: another sentence may give the same day in other words ("on Thursday").
pub(super) fn numbers(text: &str) -> BTreeSet<String> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '/' | '(' | ')' | '“' | '”' | '"'))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = BTreeSet::new();
    let mut at = 0;
    while at < words.len() {
        let Some((mut value, spelled)) = number(words[at]) else {
            at += 1;
            continue;
        };
        let dated = !spelled && is_dated(&words, at, &value);
        at += 1;
        // "Twenty" and "five" are one number, and so are "2.5" and "million".
        if spelled && value.ends_with('0') && value.len() == 2 {
            let unit =
                words.get(at).and_then(|word| number(word)).filter(|(unit, spelled)| *spelled && unit.len() == 1);
            if let Some((unit, _)) = unit {
                value.replace_range(1.., &unit);
                at += 1;
            }
        }
        while let Some(times) = words.get(at).and_then(|word| lookup(&TIMES, word)) {
            value = scaled(&value, times);
            at += 1;
        }
        if !dated {
            found.insert(value);
        }
    }
    found
}

/// The value of a lone word in digits, and whether it was spelled out.
fn number(word: &str) -> Option<(String, bool)> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return lookup(&WORDS, word).map(|value| (value.to_string(), true));
    }
    let digits = word.trim_end_matches('%');
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
    plain.then(|| (shortest(&digits.replace(',', "")), false))
}

fn lookup(table: &[(&str, u64)], word: &str) -> Option<u64> {
    table.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, value)| *value)
}

/// Digits without zeros that add nothing.
fn shortest(digits: &str) -> String {
    let short = digits.trim_start_matches('0');
    let short = if short.contains('.') { short.trim_end_matches('0').trim_end_matches('.') } else { short };
    if short.is_empty() { "0".to_owned() } else { short.to_owned() }
}

/// `value` so many `times`, a power of ten.
fn scaled(value: &str, times: u64) -> String {
    let zeros = times.ilog10() as usize;
    let (whole, part) = value.split_once('.').unwrap_or((value, ""));
    let moved = part.len().min(zeros);
    let filled = format!("{whole}{}{}.{}", &part[..moved], "0".repeat(zeros - moved), &part[moved..]);
    shortest(&filled)
}

/// Whether the number at `at` is a year, a day beside its month, or a time of day.
fn is_dated(words: &[&str], at: usize, value: &str) -> bool {
    let is_month = |at: Option<usize>| {
        let word = at.and_then(|at| words.get(at)).map(|word| word.to_ascii_lowercase()).unwrap_or_default();
        word.get(..3).is_some_and(|start| MONTHS.contains(&start))
    };
    let year = words[at].len() == 4 && matches!(value.parse(), Ok(1000..=2199));
    let hour = words.get(at + 1).is_some_and(|next| matches!(&*next.to_ascii_lowercase(), "p.m" | "a.m" | "pm" | "am"));
    year || hour || is_month(at.checked_sub(1)) || is_month(Some(at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        numbers(text).into_iter().collect()
    }

    #[test]
    fn a_number_has_one_form_however_it_is_written() {
        for same in ["5,000 crates", "five thousand crates", "5000", "“5 thousand” crates", "5.0 thousand"] {
            assert_eq!(all(same), ["5000"], "{same}");
        }
        assert_eq!(all("2.5 million and twenty-five, 12.50%"), ["12.5", "25", "2500000"]);
    }

    #[test]
    fn dates_and_times_are_no_numbers() {
        assert_eq!(all("At 3 p.m. on 7 October 2021, or Oct. 8, the MH17 and G20"), Vec::<String>::new());
        assert_eq!(all("in 1999, 40 ships"), ["40"]);
    }
}
