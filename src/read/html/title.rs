//! A page's title without the name of its site.

/// What parts a title from the name of its site.
const BORDERS: [&str; 9] = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " ‹ "];

/// Most words that the name of a site or section has.
const NAME_WORDS: usize = 4;

/// Cuts the site's name off a title: "Rain stops play - The Gazette", "The Gazette | Rain stops play".
///
/// Where the site is known, only its name is cut, with whatever sections stand before it.
/// Otherwise the tail goes only when a heading of the page says the title without it, or behind a
/// bar, where it is short and the rest is longer.
pub(super) fn without_site<'t>(title: &'t str, site: Option<&str>, headings: &[String]) -> &'t str {
    if let Some(cut) = headings.iter().find_map(|heading| heading_at_start(title, heading)) {
        return cut;
    }
    let mut title = title.trim();
    let mut cut_site = false;
    while let Some((head, border, tail)) = last_border(title) {
        let is_site = site.is_some_and(|site| same_name(tail, site));
        let words = |text: &str| text.split_whitespace().count();
        let is_name = words(tail) <= NAME_WORDS && words(head) > words(tail);
        let is_barred = matches!(border, " | " | " :: " | " » " | " ‹ ") && is_name;
        if !(is_site || is_barred && (site.is_none() || cut_site)) {
            break;
        }
        cut_site = true;
        title = head.trim_end();
    }
    match BORDERS.iter().find_map(|border| title.split_once(border)) {
        Some((head, tail)) if site.is_some_and(|site| same_name(head, site)) => tail.trim_start(),
        _ => title,
    }
}

/// The title's own copy of a heading that it opens with, up to a border.
fn heading_at_start<'t>(title: &'t str, heading: &str) -> Option<&'t str> {
    let rest = title.strip_prefix(heading)?;
    let parted = BORDERS.iter().any(|border| rest.starts_with(border));
    (heading.split_whitespace().count() > 2 && parted).then(|| &title[..heading.len()])
}

fn last_border(title: &str) -> Option<(&str, &'static str, &str)> {
    let (at, border) = BORDERS.iter().filter_map(|border| Some((title.rfind(border)?, *border))).max()?;
    Some((&title[..at], border, &title[at + border.len()..]))
}

/// Whether a piece of a title names the site: the same letters, whatever the case, the article or the domain.
pub(super) fn same_name(piece: &str, site: &str) -> bool {
    let bare = |text: &str| {
        let text = text.trim().to_lowercase();
        let text = text.strip_prefix("www.").or_else(|| text.strip_prefix("the ")).unwrap_or(&text);
        let text = text
            .rsplit_once('.')
            .filter(|(_, end)| end.len() <= 3 && !end.contains(' '))
            .map_or(text, |(name, _)| name);
        text.chars().filter(|c| c.is_alphanumeric()).collect::<String>()
    };
    let (piece, site) = (bare(piece), bare(site));
    !piece.is_empty() && piece == site
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_known_site_is_cut_at_either_end() {
        for title in [
            "Rain stops play - The Gazette",
            "Rain stops play | Sport | Gazette",
            "The Gazette | Rain stops play",
            "Rain stops play — GAZETTE.com",
            "Rain stops play",
        ] {
            assert_eq!(without_site(title, Some("Gazette"), &[]), "Rain stops play", "{title}");
        }
    }

    #[test]
    fn a_dash_alone_is_part_of_the_title() {
        assert_eq!(without_site("Rain again - what now", None, &[]), "Rain again - what now");
        assert_eq!(without_site("Rain again stops play | Gazette", None, &[]), "Rain again stops play");
        assert_eq!(without_site("Talks on rain - who came", Some("Gazette"), &[]), "Talks on rain - who came");
    }

    #[test]
    fn a_heading_tells_where_the_title_ends() {
        let headings = ["Rain stops play".to_owned()];
        assert_eq!(without_site("Rain stops play - Daily Gazette of Nowhere", None, &headings), "Rain stops play");
    }
}
