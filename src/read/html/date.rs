//! Dates as pages write them in their metadata: ISO 8601 and its neighbours, e-mail dates, English words.

use crate::base::date::MONTHS;
use crate::base::{PartialDate, Time};

/// Reads a date of a page's metadata; `None` for anything unsure, such as `7/10/2021`.
pub(super) fn page_date(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    if text.len() > 64 || !text.is_ascii() {
        return None;
    }
    let day = || PartialDate::from_iso(text.split_once(' ')?.0);
    let date = PartialDate::from_iso(text).or_else(|| compact(text)).or_else(|| in_words(text)).or_else(day)?;
    (1600..2200).contains(&date.year()).then_some(date)
}

/// `20211007`, `20211007T140500Z`, `2021/10/07 14:05`.
fn compact(text: &str) -> Option<PartialDate> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut iso = text.to_owned();
    if digits == 8 {
        iso.insert(6, '-');
        iso.insert(4, '-');
    } else if digits == 4 && text.as_bytes().get(4) == Some(&b'/') && text.as_bytes().get(7) == Some(&b'/') {
        iso = text.replacen('/', "-", 2);
    } else {
        return None;
    }
    if let Some((date, clock)) = iso.split_once('T')
        && let Some((hour_and_minute, rest)) = clock.split_at_checked(4)
        && hour_and_minute.bytes().all(|b| b.is_ascii_digit())
    {
        let zone = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        iso = format!("{date}T{}:{}{zone}", &clock[..2], &clock[2..4]);
    }
    PartialDate::from_iso(&iso).or_else(|| PartialDate::from_iso(iso.get(..10)?))
}

/// `Thu, 07 Oct 2021 14:05:00 +0100`, `Tue Oct 19 2021 12:34:56 GMT+0200 (…)`, `October 7, 2021`.
fn in_words(text: &str) -> Option<PartialDate> {
    let text = text.split('(').next().unwrap_or(text);
    let (mut year, mut month, mut day, mut clock, mut zone) = (None, None, None, None, None);
    for word in text.split(|c: char| c.is_ascii_whitespace() || c == ',').filter(|word| !word.is_empty()) {
        if let Some(found) = word_month(word) {
            month = month.or(Some(found));
        } else if word.contains(':') {
            clock = clock.or(Some(word));
        } else if clock.is_some() && zone.is_none() {
            zone = Some(word);
        } else if let Ok(number) = word.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']).parse::<u32>() {
            match number {
                1..=31 if day.is_none() => day = Some(number),
                1000.. if year.is_none() => year = Some(i32::try_from(number).ok()?),
                _ => return None,
            }
        }
    }
    let date = match day {
        Some(day) => PartialDate::day_of(year?, month?, day)?,
        None => PartialDate::month_of(year?, month?)?,
    };
    let time = |clock: &str, zone: &str| {
        PartialDate::from_iso(&format!("{}T{clock} {zone}", date.date_only())).and_then(|d| d.time())
    };
    let found: Option<Time> = clock.and_then(|clock| {
        let zone = zone.unwrap_or("");
        let offset = zone
            .strip_prefix("GMT")
            .or_else(|| zone.strip_prefix("UTC"))
            .filter(|rest| !rest.is_empty())
            .unwrap_or(zone);
        // A clock of twelve hours needs its half of the day; a zone by name is not known.
        time(clock, offset).or_else(|| {
            let half = zone.replace('.', "").to_ascii_lowercase();
            if half == "am" || half == "pm" { None } else { time(clock, "") }
        })
    });
    Some(found.map_or(date, |time| date.at(time)))
}

fn word_month(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    let matches = |name: &str| {
        name.get(..word.len()).is_some_and(|head| word.len() >= 3 && head.eq_ignore_ascii_case(word))
            || word.eq_ignore_ascii_case("sept") && name.starts_with("Sept")
    };
    MONTHS.iter().position(|name| matches(name)).and_then(|at| u32::try_from(at + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_every_common_form_are_read() {
        for (text, date) in [
            ("2021-10-07T14:05:00.000+0000", "2021-10-07T14:05Z"),
            ("20211007", "2021-10-07"),
            ("20211007T140500Z", "2021-10-07T14:05Z"),
            ("2021/10/07 14:05:11", "2021-10-07T14:05"),
            ("Thu, 07 Oct 2021 14:05:00 GMT", "2021-10-07T14:05Z"),
            ("Tue Oct 19 2021 12:34:56 GMT+0200 (Central European Summer Time)", "2021-10-19T12:34+02:00"),
            ("October 7, 2021", "2021-10-07"),
            ("7th Sept. 2021", "2021-09-07"),
            ("Oct 2021", "2021-10"),
            ("October 7, 2021 3:05 PM", "2021-10-07"),
            ("October 7, 2021 3:05 p.m.", "2021-10-07"),
            ("2021-10-07 3:05 PM", "2021-10-07"),
        ] {
            assert_eq!(page_date(text).map(|date| date.to_string()).as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn unsure_dates_are_not_guessed() {
        for text in ["7/10/2021", "yesterday", "", "1633615500", "32 Oct 2021", "07 10 2021", "0021-10-07", "Oct 7"] {
            assert_eq!(page_date(text), None, "{text}");
        }
    }
}
