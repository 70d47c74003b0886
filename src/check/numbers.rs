//! The numbers of a sentence, read from its words alone, so that support is proved without the analysis it came from.

/// Number words below a hundred, and their values.
#[rustfmt::skip]
const UNITS: [(&str, u64); 27] = [
    ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9),
    ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16),
    ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50),
    ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
];

/// Words that make the number before them so many times greater.
#[rustfmt::skip]
const SCALES: [(&str, u64); 8] = [
    ("dozen", 12), ("hundred", 100), ("thousand", 1_000), ("lakh", 100_000), ("million", 1_000_000),
    ("crore", 10_000_000), ("billion", 1_000_000_000), ("trillion", 1_000_000_000_000),
];

/// The same, short, behind figures: "5m", "1.4bn".
#[rustfmt::skip]
const SHORT: [(&str, u64); 9] = [
    ("k", 1_000), ("m", 1_000_000), ("mn", 1_000_000), ("mln", 1_000_000), ("b", 1_000_000_000), ("bn", 1_000_000_000),
    ("bln", 1_000_000_000), ("tn", 1_000_000_000_000), ("trn", 1_000_000_000_000),
];

/// The plain number that `words` are, in digits: "5,000" and "five thousand" are both `5000`; `None` where they are none.
#[must_use]
pub fn value(words: &str) -> Option<String> {
    // In thousandths: what a thousand or more has closed, and what is still open.
    let (mut closed, mut open) = (0_u64, 0_u64);
    let mut begun = false;
    let parts = words.split(|c: char| c.is_whitespace() || matches!(c, '-' | '‑' | '–' | '—' | '−'));
    for word in parts.filter(|word| !word.is_empty()) {
        let letters = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        let figure = &word[..word.len() - letters.len()];
        let small = letters.to_ascii_lowercase();
        let scale = find(&SCALES, &small).or_else(|| find(&SHORT, &small));
        if !figure.is_empty() {
            // Nothing but a scale follows figures.
            if begun {
                return None;
            }
            open = thousandths(figure)?;
            if !letters.is_empty() {
                (closed, open) = (open.checked_mul(scale?)?, 0);
            }
        } else if let Some(unit) = find(&UNITS, &small) {
            open = open.checked_add(unit * 1000)?;
        } else if let Some(scale) = scale {
            (closed, open) = match (scale, open) {
                (_, 0) => (closed.checked_mul(scale)?, 0),
                (..1_000, _) => (closed, open.checked_mul(scale)?),
                _ => (closed.checked_add(open.checked_mul(scale)?)?, 0),
            };
        } else {
            match &*small {
                "a" | "an" if !begun => open = 1000,
                "half" => open = open.checked_add(500)?,
                "and" | "a" | "an" if begun => {}
                _ => return None,
            }
        }
        begun = true;
    }
    let all = closed.checked_add(open).filter(|_| begun)?;
    let digits = format!("{}.{:03}", all / 1000, all % 1000);
    Some(digits.trim_end_matches('0').trim_end_matches('.').to_owned())
}

fn find(table: &[(&str, u64)], word: &str) -> Option<u64> {
    table.iter().find(|(listed, _)| *listed == word).map(|(_, value)| *value)
}

/// Figures with three decimals at most, in thousandths.
fn thousandths(figure: &str) -> Option<u64> {
    let (whole, part) = figure.split_once('.').unwrap_or((figure, ""));
    let part = Some(part).filter(|part| part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit()))?;
    let whole: u64 = whole.replace(',', "").parse().ok()?;
    let part: u64 = format!("{part:0<3}").parse().ok()?;
    whole.checked_mul(1000)?.checked_add(part)
}

/// The figures and number words in `text`, each with its first byte. "One" is left out: it is a pronoun as often.
pub(super) fn number_words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    runs(text).filter(|(_, word)| {
        let small = word.to_ascii_lowercase();
        let named = small != "one" && find(&UNITS, &small).or_else(|| find(&SCALES, &small)).is_some();
        named || word.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// The runs of letters and digits in `text`, each with its first byte.
pub(super) fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let runs = text.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty());
    runs.map(|run| (run.as_ptr().addr() - text.as_ptr().addr(), run))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_form_however_it_is_written() {
        for (digits, all) in [
            ("5000", &["5,000", "five thousand", "5000", "5 thousand", "5.0 thousand", "Five Thousand", "5k"][..]),
            ("2500000", &["2.5 million", "2.5m", "two and a half million", "2,500,000", "25 lakh"]),
            ("250", &["two hundred and fifty", "250", "two hundred fifty"]),
            ("25", &["twenty-five", "twenty five"]),
            ("12.5", &["12.50"]),
            ("500000", &["half a million"]),
            ("12", &["a dozen", "twelve"]),
            ("1000000", &["a million", "one million"]),
            ("1200300", &["one million two hundred thousand three hundred"]),
        ] {
            for same in all {
                assert_eq!(value(same).as_deref(), Some(digits), "{same}");
            }
        }
        for none in ["", "ten to twelve", "80-90", "third", "dozens", "5th", "1.2.3", "0.12345", "five boats", "and"] {
            assert_eq!(value(none), None, "{none}");
        }
    }

    #[test]
    fn figures_and_number_words_are_found_where_they_stand() {
        let found: Vec<_> = number_words("One of ten passengers[9] of MH17 paid 1,50 in the 3rd").collect();
        assert_eq!(found, [(7, "ten"), (22, "9"), (38, "1"), (40, "50"), (50, "3rd")]);
    }
}
