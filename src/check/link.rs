//! Where an address in a page leads.

use super::files::Files;
use super::findings::Kind;
use std::borrow::Cow;

/// The page that hosts show wherever nothing else is: its links cannot be relative.
const NOT_FOUND: &str = "404.html";

/// What an address is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A reader follows it.
    Follow,
    /// The browser fetches it by itself.
    Load,
    /// It is named, no more.
    Mention,
    /// It names an element of the same page by its bare id.
    Refer,
}

/// Where an address leads, if it is a good one.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Out of the site.
    Outside,
    /// To a file of the site, and perhaps to an id in it.
    File { number: u32, fragment: Option<String> },
}

/// Where `href` leads from file `page`, or what is wrong with it.
pub(super) fn resolve(files: &Files, page: u32, href: &str, purpose: Purpose) -> Result<Target, (Kind, String)> {
    if purpose == Purpose::Refer {
        return Ok(Target::File { number: page, fragment: Some(href.to_owned()) });
    }
    if href.contains(|c: char| c == '\\' || c.is_whitespace() || c.is_control()) {
        return Err((Kind::MalformedLink, format!("the address {href:?} holds a space or a backslash")));
    }
    if let Some(scheme) = scheme(href) {
        return outside(scheme, href, purpose);
    }
    let (address, fragment) = href.split_once('#').map_or((href, None), |(address, rest)| (address, Some(rest)));
    let path = address.split('?').next().unwrap_or(address);
    let fragment = fragment.and_then(|fragment| fragment.split(":~:").next()).filter(|fragment| !fragment.is_empty());
    let malformed = || (Kind::MalformedLink, format!("the address {href:?} is not percent-encoded UTF-8"));
    let decoded = decode(path).ok_or_else(malformed)?;
    let fragment = fragment.map(|fragment| decode(fragment).ok_or_else(malformed)).transpose()?;
    let number = if path.is_empty() {
        if href.is_empty() && purpose == Purpose::Load {
            return Err((Kind::DeadLink, "an address to load is empty".to_owned()));
        }
        page
    } else if let Some(rooted) = decoded.strip_prefix('/') {
        if files.path(page) != NOT_FOUND {
            return Err((Kind::AbsoluteLink, format!("the address {href:?} begins at the host's root")));
        }
        under_some_base(files, rooted).ok_or_else(|| dead(href))?
    } else {
        let joined = join(files.path(page), &decoded)
            .ok_or_else(|| (Kind::DeadLink, format!("the address {href:?} leads out of the site's folder")))?;
        files.number(&joined).ok_or_else(|| dead(href))?
    };
    Ok(Target::File { number, fragment: fragment.map(Cow::into_owned) })
}

fn dead(href: &str) -> (Kind, String) {
    (Kind::DeadLink, format!("the address {href:?} leads to no file of the site"))
}

/// The scheme of an address, or `//` where it begins with a host.
fn scheme(href: &str) -> Option<&str> {
    if href.starts_with("//") {
        return Some("//");
    }
    let (scheme, _) = href.split_once(':')?;
    let mut letters = scheme.bytes();
    let plain = letters.next()?.is_ascii_alphabetic()
        && letters.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    plain.then_some(scheme)
}

fn outside(scheme: &str, href: &str, purpose: Purpose) -> Result<Target, (Kind, String)> {
    let scheme = scheme.to_ascii_lowercase();
    match scheme.as_str() {
        "javascript" | "vbscript" => Err((Kind::InlineScript, format!("the address {href:?} is a script"))),
        // A picture in the page itself is no request.
        "data" => Ok(Target::Outside),
        _ if purpose == Purpose::Load => {
            Err((Kind::ExternalRequest, format!("the page would load {href:?} from elsewhere")))
        }
        "//" | "file" => Err((Kind::AbsoluteLink, format!("where {href:?} leads depends on where the site stands"))),
        _ => Ok(Target::Outside),
    }
}

/// The file that `path`, from the host's root, names when the site stands in some folder of the host.
fn under_some_base(files: &Files, path: &str) -> Option<u32> {
    if path.is_empty() || path.ends_with('/') {
        return files.number("index.html");
    }
    let mut starts = std::iter::once(0).chain(path.match_indices('/').map(|(at, _)| at + 1));
    starts.find_map(|start| files.number(&path[start..]))
}

/// The path, from the site's root, that `relative` means on `page`; `None` where it leaves the site.
fn join(page: &str, relative: &str) -> Option<String> {
    let mut joined = page.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    for name in relative.split('/') {
        match name {
            "." => {}
            ".." if joined.is_empty() => return None,
            ".." => joined.truncate(joined.rfind('/').unwrap_or(0)),
            name => {
                if !joined.is_empty() {
                    joined.push('/');
                }
                joined.push_str(name);
            }
        }
    }
    Some(joined)
}

/// `text` with its percent-encoded bytes decoded; `None` where that is not possible.
fn decode(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('%') {
        return Some(Cow::Borrowed(text));
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut pieces = text.split('%');
    bytes.extend_from_slice(pieces.next()?.as_bytes());
    for piece in pieces {
        let digits = piece.get(..2).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend_from_slice(&piece.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok().map(Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_addresses_are_joined_to_the_page_s_folder() {
        assert_eq!(join("articles/a.html", "../actors/b.html").as_deref(), Some("actors/b.html"));
        assert_eq!(join("a/b/c.html", "./../d.html").as_deref(), Some("a/d.html"));
        assert_eq!(join("index.html", "../x.html"), None);
        assert_eq!(join("a/index.html", "").as_deref(), Some("a/"));
    }

    #[test]
    fn percent_signs_stand_for_bytes() {
        assert_eq!(decode("caf%C3%A9%20x").as_deref(), Some("café x"));
        assert_eq!((decode("100%"), decode("%+1"), decode("%ff")), (None, None, None));
    }

    #[test]
    fn a_scheme_is_letters_before_a_colon() {
        assert_eq!(scheme("https://a.org"), Some("https"));
        assert_eq!(scheme("//a.org"), Some("//"));
        assert_eq!((scheme("a/b:c"), scheme("#a:b"), scheme("1:2")), (None, None, None));
    }
}
