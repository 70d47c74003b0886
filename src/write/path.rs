//! Which page paths can be files on every system that a site may be copied to.

use super::WriteError;
use std::collections::BTreeMap;

/// Longest name of a file or folder, in bytes: what common file systems allow.
const NAME_LIMIT: usize = 255;

/// Accepts paths that are files of one folder on every system, none of them in another's way.
pub(super) fn check<'p>(paths: impl Iterator<Item = &'p str>) -> Result<(), WriteError> {
    let mut folded = BTreeMap::new();
    for path in paths {
        fault(path).map_or(Ok(()), |why| Err(WriteError::Path { page: path.to_owned(), why }))?;
        if let Some(other) = folded.insert(path.to_lowercase(), path) {
            return Err(WriteError::Collision { first: other.to_owned(), second: path.to_owned() });
        }
    }
    for (key, path) in &folded {
        let mut folders = key.match_indices('/').map(|(at, _)| &key[..at]);
        if let Some(file) = folders.find_map(|folder| folded.get(folder)) {
            return Err(WriteError::Collision { first: (*file).to_owned(), second: (*path).to_owned() });
        }
    }
    Ok(())
}

/// What is wrong with a path, if anything.
fn fault(path: &str) -> Option<&'static str> {
    if path.starts_with('/') {
        return Some("it begins with a slash");
    }
    path.split('/').find_map(name_fault)
}

fn name_fault(name: &str) -> Option<&'static str> {
    let fault = if name.is_empty() {
        "a name in it is empty"
    } else if name == "." || name == ".." {
        "it names a folder relative to another"
    } else if name.len() > NAME_LIMIT {
        "a name in it is longer than 255 bytes"
    } else if name.contains(|c: char| c.is_control() || r#"\<>:"|?*"#.contains(c)) {
        "it holds a character that Windows forbids in names"
    } else if name.ends_with(['.', ' ']) {
        "a name in it ends with a full stop or space, which Windows drops"
    } else if name.eq_ignore_ascii_case(".git") {
        "the name .git belongs to the repository that the site may be"
    } else if is_device(name) {
        "Windows reserves a name in it for a device"
    } else {
        return None;
    };
    Some(fault)
}

/// Whether Windows takes a name, whatever follows its first full stop, for a device.
///
/// <https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file>
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    let port = |rest: &str| matches!(rest, "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³");
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
        || stem.strip_prefix("com").is_some_and(port)
        || stem.strip_prefix("lpt").is_some_and(port)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(paths: &[&str]) -> bool {
        check(paths.iter().copied()).is_err()
    }

    #[test]
    fn ordinary_paths_are_accepted() {
        assert!(!refused(&[
            "index.html",
            "articles/a-b.html",
            ".nojekyll",
            "data/a.jsonl",
            "console.html",
            "com10.html"
        ]));
    }

    #[test]
    fn paths_that_leave_the_site_or_fail_on_windows_are_refused() {
        for path in [
            "",
            "/a",
            "a//b",
            "a/",
            "../a",
            "a/../b",
            "./a",
            "a\\b",
            "c:/a",
            "a/nul",
            "Con.html",
            "lpt1.txt",
            "a /b",
            "a./b",
            "a\0b",
            "a?b",
            ".git/config",
            "COM¹",
        ] {
            assert!(refused(&[path]), "{path:?}");
        }
        assert!(refused(&[&"x".repeat(256)]));
    }

    #[test]
    fn names_that_differ_only_in_case_are_refused() {
        assert!(refused(&["Über.html", "über.html"]));
        assert!(!refused(&["a.html", "b.html"]));
    }

    #[test]
    fn a_file_cannot_also_be_a_folder() {
        assert!(refused(&["a", "A/b.html"]));
        assert!(!refused(&["a.html", "a/b.html"]));
    }
}
