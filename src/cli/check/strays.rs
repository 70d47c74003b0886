//! What stands in the site's folder although the content does not build to it.

use super::listed::listed;
use crate::base::{Diagnostic, Place};
use std::fs::FileType;
use std::path::Path;
use walkdir::{DirEntry, WalkDir};

/// One for each file, link, pipe, socket and device that is none of the site's own; folders alone are nothing.
///
/// `is_own` tells of a path whether it is a page or is kept, as all is that lies in a folder that is. Nothing is opened.
pub(super) fn strays(output: &Path, is_own: &dyn Fn(&str) -> bool) -> Vec<Diagnostic> {
    let path_of = |entry: &DirEntry| {
        let names = entry.path().strip_prefix(output).unwrap_or(entry.path()).components();
        names.map(|name| name.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
    };
    let all = WalkDir::new(output).min_depth(1).sort_by_file_name().into_iter();
    // A folder that cannot be listed was told of before.
    let others = all.filter_entry(|entry| !is_own(&path_of(entry))).filter_map(Result::ok);
    let (found, more) = listed(others.filter(|entry| !entry.file_type().is_dir()).collect());
    let tell = |entry: DirEntry| {
        let what = no_file(entry.file_type()).unwrap_or("file");
        let message = format!("the content does not build to this {what}");
        let told = Diagnostic::error("not-built", message).at(Place::file(format!(
            "{}/{}",
            output.display(),
            path_of(&entry)
        )));
        told.hint("remove it; if it is to stay, name it in `keep` in dossier.toml")
    };
    let mut told: Vec<Diagnostic> = found.into_iter().map(tell).collect();
    if more > 0 {
        told.push(Diagnostic::error("not-built", format!("the content does not build to {more} more files")));
    }
    told
}

/// What it is in words, where it is no file that holds bytes.
pub(super) fn no_file(kind: FileType) -> Option<&'static str> {
    if kind.is_file() {
        return None;
    }
    Some(if kind.is_symlink() {
        "symbolic link"
    } else if kind.is_dir() {
        "folder"
    } else {
        special(kind)
    })
}

#[cfg(unix)]
fn special(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    if kind.is_fifo() {
        "named pipe"
    } else if kind.is_socket() {
        "socket"
    } else {
        "device"
    }
}

#[cfg(not(unix))]
fn special(_: FileType) -> &'static str {
    "special file"
}
