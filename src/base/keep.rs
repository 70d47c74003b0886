//! Which files of a site's folder are not the site's own, and stay.

/// The files that a build leaves as they are and a check passes over, but for those of which the site has one of the same
/// path: `CNAME` and whatever begins with `.git` at the root, which hosting needs, and what the dossier's settings name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keep(Vec<String>);

impl Keep {
    /// What `patterns` name as well; else the first of them that is none.
    ///
    /// A pattern is a path from the site's root. `*` stands for any letters of a name, `**` for any names, and a folder for
    /// all that is in it.
    pub fn of(patterns: Vec<String>) -> Result<Self, String> {
        let is_name = |name: &str| !matches!(name, "" | "." | "..") && !name.contains('\\');
        match patterns.iter().find(|pattern| !pattern.trim_end_matches('/').split('/').all(is_name)) {
            Some(wrong) => Err(wrong.clone()),
            None => Ok(Self(patterns)),
        }
    }

    /// Whether the file at `path`, from the site's root and with forward slashes, is kept.
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        let names: Vec<&str> = path.split('/').collect();
        let within = |pattern: &String| {
            let pattern: Vec<&str> = pattern.trim_end_matches('/').split('/').chain(["**"]).collect();
            fits(&pattern, &names, |name| *name == "**", |pattern, name| fits_name(pattern, name))
        };
        path == "CNAME" || path.starts_with(".git") || self.0.iter().any(within)
    }
}

fn fits_name(pattern: &str, name: &str) -> bool {
    fits(pattern.as_bytes(), name.as_bytes(), |byte| *byte == b'*', |one, other| one == other)
}

/// Whether `pattern` fits all of `items`, one by one, where a wild part of it stands for any number of them.
///
/// At most quadratic: only the last wild part met is ever stretched.
fn fits<T>(pattern: &[T], items: &[T], is_wild: impl Fn(&T) -> bool, alike: impl Fn(&T, &T) -> bool) -> bool {
    let (mut at, mut next) = (0, 0);
    let mut wild = None;
    while next < items.len() {
        if pattern.get(at).is_some_and(&is_wild) {
            wild = Some((at, next));
            at += 1;
        } else if pattern.get(at).is_some_and(|part| alike(part, &items[next])) {
            (at, next) = (at + 1, next + 1);
        } else if let Some((start, end)) = wild {
            wild = Some((start, end + 1));
            (at, next) = (start + 1, end + 1);
        } else {
            return false;
        }
    }
    pattern[at..].iter().all(is_wild)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keep(pattern: &str) -> Keep {
        Keep::of(vec![pattern.to_owned()]).unwrap()
    }

    #[test]
    fn what_hosting_needs_is_kept_at_the_root_alone() {
        let none = Keep::default();
        assert!(["CNAME", ".git/HEAD", ".gitattributes"].into_iter().all(|path| none.holds(path)));
        assert!(!["a/CNAME", "CNAMES", "a/.git/HEAD", "ads.txt", ".htaccess"].into_iter().any(|path| none.holds(path)));
    }

    #[test]
    fn patterns_name_files_folders_and_all_in_them() {
        for (pattern, kept, other) in [
            ("ads.txt", &["ads.txt"][..], &["a/ads.txt", "ads.txt.html", "Ads.txt"][..]),
            ("downloads", &["downloads/a.zip", "downloads/b/c.zip"], &["downloads2/a.zip", "a/downloads/b"]),
            ("downloads/", &["downloads/a.zip"], &["downloads2/a.zip"]),
            ("downloads/**", &["downloads/a.zip", "downloads/b/c.zip"], &["x/downloads/a.zip"]),
            ("downloads/*.zip", &["downloads/a.zip", "downloads/.zip"], &["downloads/a.zip2", "downloads/b/c.zip"]),
            ("**/*.pdf", &["a.pdf", "b/c/d.pdf"], &["a.pdfx"]),
            ("google*.html", &["google12ab.html"], &["agoogle.html"]),
            ("a/**/b/*c*", &["a/b/c", "a/x/y/b/xcx"], &["a/b/x", "b/c"]),
        ] {
            assert!(kept.iter().all(|path| keep(pattern).holds(path)), "{pattern}");
            assert!(!other.iter().any(|path| keep(pattern).holds(path)), "{pattern}");
        }
    }

    #[test]
    fn a_pattern_never_leads_out_of_the_site() {
        for wrong in ["", "/etc/passwd", "../x", "a/../b", "./a", "a//b", "a\\b", "/"] {
            assert!(Keep::of(vec!["ads.txt".to_owned(), wrong.to_owned()]).is_err(), "{wrong:?}");
        }
    }
}
