//! Tells lines that hold only a place, a date or a time.

/// Words that such a line may have.
pub(super) const LONGEST: u32 = 24;
/// Words beside the date that may name the place or the time zone.
const MOST_OTHERS: usize = 3;

/// Numbers in two dates, each with a time of the clock.
const TWO_TIMES: usize = 8;
/// Words before two such dates that may name the writer and the outlet.
const MOST_BEFORE_TWO_TIMES: usize = 12;

/// Whether `line` is a dateline or a stamp of publication: a date, with a time, a place or words such as
/// "Published" and "Updated" beside it, and nothing more.
pub(in crate::text) fn is_stamp(line: &str) -> bool {
    if !line.bytes().any(|byte| byte.is_ascii_digit()) && !line.ends_with(" ago") {
        return false;
    }
    let (mut dated, mut others, mut digits, mut labelled) = (false, 0, 0, false);
    let (mut month, mut dates_first, mut ends_so) = (false, true, false);
    for token in
        line.split(|c: char| c.is_whitespace() || matches!(c, '|' | '/' | ',' | ';' | '(' | ')' | '_' | '*' | ':'))
    {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            continue;
        }
        let kind = kind(word);
        ends_so = !matches!(kind, Kind::Other);
        match kind {
            Kind::Month => month = true,
            Kind::Number => digits += 1,
            Kind::Date | Kind::Ago => dated = true,
            Kind::Label => labelled = true,
            Kind::Filler => {}
            Kind::Other => others += 1,
        }
        dates_first &= others == 0 || digits > 0;
    }
    let slashed = line.split_whitespace().any(is_numeric_date);
    let apart = others == 0 && digits >= 3 && line.contains('/');
    dated |= slashed || apart || (month && digits > 0);
    // "Ann Bell, The Harbour Post, on May 3, 2020 at 9:10, updated May 3, 2020 at 9:40" has its writer before its two times.
    if dated && labelled && ends_so && digits >= TWO_TIMES && others <= MOST_BEFORE_TWO_TIMES {
        return true;
    }
    dated && (others == 0 || (others <= MOST_OTHERS && (labelled || !dates_first && starts_with_place(line))))
}

/// Whether `word` can be a part of such a line: of a date, a time, or a label beside it.
pub(in crate::text) fn is_part(word: &str) -> bool {
    !matches!(kind(word), Kind::Other)
}

enum Kind {
    Month,
    Number,
    Date,
    Ago,
    Label,
    Filler,
    Other,
}

fn kind(word: &str) -> Kind {
    if is_numeric_date(word) {
        return Kind::Date;
    }
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let rest = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-'));
        let unit = rest.trim_start_matches(['+', 'h', 'T', 'Z']);
        let known = ["", "am", "pm", "AM", "PM", "a.m", "p.m", "st", "nd", "rd", "th", "hrs", "m", "d", "w"];
        return if known.contains(&unit) { Kind::Number } else { Kind::Other };
    }
    let mut lower = [0; 12];
    let mut length = 0;
    for byte in word.bytes().filter(|byte| *byte != b'.') {
        let Some(slot) = lower.get_mut(length) else { return Kind::Other };
        *slot = byte.to_ascii_lowercase();
        length += 1;
    }
    match std::str::from_utf8(&lower[..length]).unwrap_or_default() {
        "january" | "february" | "march" | "april" | "may" | "june" | "july" | "august" | "september" | "october"
        | "november" | "december" | "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct"
        | "nov" | "dec" => Kind::Month,
        "ago" | "yesterday" => Kind::Ago,
        "published" | "updated" | "posted" | "modified" | "created" | "first" | "last" | "date" | "issued"
        | "originally" | "dated" | "update" | "publication" | "release" | "released" => Kind::Label,
        _ if word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_uppercase()) => Kind::Filler,
        "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | "mon" | "tue" | "tues"
        | "wed" | "thu" | "thur" | "thurs" | "fri" | "sat" | "sun" | "am" | "pm" | "gmt" | "utc" | "bst" | "cet"
        | "cest" | "est" | "edt" | "et" | "ct" | "pt" | "pst" | "pdt" | "cst" | "cdt" | "ist" | "pkt" | "msk"
        | "sgt" | "wat" | "eat" | "sast" | "aest" | "at" | "on" | "of" | "the" | "and" | "hour" | "hours"
        | "minute" | "minutes" | "min" | "mins" | "day" | "days" | "week" | "weeks" | "month" | "months" | "year"
        | "years" | "h" | "hr" | "hrs" | "today" | "time" | "local" | "eastern" | "st" | "nd" | "rd" | "th" | "to" => {
            Kind::Filler
        }
        _ => Kind::Other,
    }
}

/// Whether `word` is a date in figures: 2019-11-20, 20/11/2019, 20.11.2019.
fn is_numeric_date(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let mut parts = word.get(..10.min(word.len())).unwrap_or_default().split(['-', '/', '.']);
    let (first, second, third) = (parts.next(), parts.next(), parts.next());
    let fits = |part: Option<&str>| {
        part.is_some_and(|part| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    fits(first) && fits(second) && fits(third) && parts.next().is_none() && word.len() >= 8
}

/// Whether the words before the first figure or comma look like a place's name.
fn starts_with_place(line: &str) -> bool {
    line.split_whitespace()
        .next()
        .is_some_and(|word| word.starts_with(char::is_uppercase) && (word.ends_with(',') || line.contains(", ")))
        && !line.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_are_dates_with_little_else() {
        for line in [
            "Published October 7, 2021",
            "18 Jan, 2022",
            "November 19, 2019 | 4:20am | Updated November 19, 2019 | 9:32pm",
            "2 hours ago",
            "2019-11-20 17:27:46",
            "Geneva, 4 May 2020",
            "Wednesday 20 November 2019 9:22 am",
            "City Desk By Ann Bell The Harbour Post on May 3, 2020 at 12:06 PM, updated May 3, 2020 at 12:10 PM",
        ] {
            assert!(is_stamp(line), "{line}");
        }
    }

    #[test]
    fn sentences_and_headlines_with_dates_are_no_stamps() {
        for line in
            ["The bridge opens on May 4, 2020.", "What happened on 4 May 2020", "March", "1,200 people", "May 4"]
        {
            assert_eq!(is_stamp(line), line == "May 4", "{line}");
        }
    }
}
