//! Full dates as newspapers print them: "October 7, 2021", "7th Oct. 2021", "2021-10-07".

use crate::base::PartialDate;
use std::ops::Range;

/// Every date in `text` that names its day, month and year, with its place in bytes; no two share a word.
///
/// All-numeric dates count in the order year-month-day, or where only one order makes a day of
/// them (`29/4/2009`): `10/7/2021` means different days to different readers. Linear in the length of `text`.
pub fn written_dates(text: &str) -> impl Iterator<Item = (Range<usize>, PartialDate)> + '_ {
    let mut window: [Option<Range<usize>>; 3] = [None, None, None];
    words(text).filter_map(move |word| {
        window.rotate_left(1);
        window[2] = Some(word);
        let [Some(a), Some(b), Some(c)] = &window else { return None };
        let near = joined(&text[a.end..b.start]) && joined(&text[b.end..c.start]);
        let date = near.then(|| day_from(&text[a.clone()], &text[b.clone()], &text[c.clone()])).flatten()?;
        let place = a.start..c.end;
        window = [None, None, None];
        Some((place, date))
    })
}

/// The month that `word` names in full or by three or more letters ("Sept"), 1 to 12.
#[must_use]
pub fn month_number(word: &str) -> Option<u32> {
    let known = |name: &&str| name.len() >= word.len() && name[..word.len()].eq_ignore_ascii_case(word);
    let position = super::date::MONTHS.iter().position(|name| word.is_ascii() && known(name))?;
    let abbreviated = word.len() == 3 || word.eq_ignore_ascii_case("sept");
    (abbreviated || super::date::MONTHS[position].len() == word.len()).then_some(position as u32 + 1)
}

/// Runs of letters and digits.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(char::is_alphanumeric)?;
        let length = text[start..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - start);
        rest = start + length;
        Some(start..rest)
    })
}

/// Whether `gap` may stand between the parts of one date.
fn joined(gap: &str) -> bool {
    gap.len() <= 4 && gap.chars().all(|c| matches!(c, ' ' | ',' | '.' | '-' | '/' | '\u{a0}'))
}

fn day_from(a: &str, b: &str, c: &str) -> Option<PartialDate> {
    if let Some(month) = month_number(a) {
        return PartialDate::day_of(year(c)?, month, day(b)?);
    }
    if let Some(month) = month_number(b) {
        return PartialDate::day_of(year(c)?, month, day(a)?);
    }
    let number =
        |part: &str, lengths: &[usize]| lengths.contains(&part.len()).then(|| part.parse::<u32>().ok()).flatten();
    if let Some(year) = year(a) {
        return PartialDate::day_of(year, number(b, &[2])?, number(c, &[2])?);
    }
    match (year(c)?, number(a, &[1, 2])?, number(b, &[1, 2])?) {
        (year, day @ 13.., month) | (year, month, day @ 13..) => PartialDate::day_of(year, month, day),
        (year, day, month) if day == month => PartialDate::day_of(year, month, day),
        _ => None,
    }
}

fn day(word: &str) -> Option<u32> {
    let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|suffix| word.strip_suffix(suffix));
    ordinal.unwrap_or(word).parse().ok().filter(|day| (1..=31).contains(day))
}

fn year(word: &str) -> Option<i32> {
    let plausible = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    plausible.then(|| word.parse().ok()).flatten().filter(|year| (1600..2200).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, String)> {
        written_dates(text).map(|(range, date)| (text[range].to_owned(), date.to_string())).collect()
    }

    #[test]
    fn the_usual_forms_are_read() {
        for (text, date) in [
            ("Published October 7, 2021", "2021-10-07"),
            ("Updated: 7 Oct. 2021", "2021-10-07"),
            ("on the 3rd of", ""),
            ("3rd March 1999", "1999-03-03"),
            ("Wed Apr 29,2009 11:17 am", "2009-04-29"),
            ("saved 2021-10-07 at home", "2021-10-07"),
            ("Sept 1, 2020", "2020-09-01"),
            ("10/7/2021", ""),
            ("Tue, 16 / 08 / 2011 - 13:42", "2011-08-16"),
            ("4/29/2009", "2009-04-29"),
            ("5.5.2020", "2020-05-05"),
            ("16/16/2011", ""),
            ("Marching 7, 2021", ""),
            ("February 30, 2021", ""),
        ] {
            let got = found(text).into_iter().map(|(_, date)| date).collect::<Vec<_>>().join(" ");
            assert_eq!(got, date, "{text}");
        }
    }

    #[test]
    fn dates_that_share_a_number_are_one() {
        assert_eq!(found("2020-05-03/14/2020"), [("2020-05-03".to_owned(), "2020-05-03".to_owned())]);
    }

    #[test]
    fn the_words_of_a_date_are_its_place() {
        assert_eq!(found("By Ann, June 5, 2020 | Updated June 6, 2020")[1].0, "June 6, 2020");
    }
}
