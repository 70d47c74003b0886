//! One article more changes what is about it and little else: what reviewers of a dossier in a repository see of it.

use crate::support::Folder;
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::collections::BTreeMap;
use std::path::Path;

type Files = BTreeMap<String, Vec<u8>>;

/// The dossier of this repository.
fn own() -> Folder {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folder = Folder::new();
    let mut open = vec![root.join("content")];
    while let Some(dir) = open.pop() {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                folder = folder.with(&name, std::fs::read(&path).unwrap());
            }
        }
    }
    folder
}

/// Whether a file of the site is marked as one that reviewers are not shown, by the repository's own attributes.
fn is_generated(path: &str) -> bool {
    let attributes = include_str!("../../.gitattributes");
    let marked = attributes.lines().filter(|line| line.contains("linguist-generated=true"));
    marked.filter_map(|line| line.split(' ').next()?.strip_prefix("site/")).any(|pattern| {
        let (start, end) = pattern.split_once('*').unwrap_or((pattern, ""));
        path.starts_with(start) && path.ends_with(end.trim_start_matches('*'))
    })
}

/// How many lines are added and removed between two states of a file.
fn changed_lines(before: &[u8], after: &[u8]) -> usize {
    let (before, after) = (String::from_utf8_lossy(before), String::from_utf8_lossy(after));
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let steps = capture_diff_slices(Algorithm::Myers, &before, &after);
    let changed = steps.iter().filter(|step| step.tag() != DiffTag::Equal);
    changed.map(|step| step.old_range().len() + step.new_range().len()).sum()
}

/// The pages that reviewers are shown and that stood there before, each with how many of its lines changed.
fn reviewed<'f>(before: &'f Files, after: &'f Files) -> Vec<(&'f str, usize)> {
    let shown = before.iter().filter(|(path, _)| !is_generated(path));
    let changed = shown.filter_map(|(path, old)| {
        let lines = after.get(path).map_or(0, |new| changed_lines(old, new));
        (lines > 0).then_some((path.as_str(), lines))
    });
    changed.collect()
}

#[test]
fn a_sixth_article_changes_few_pages_of_this_repository_and_few_of_their_lines() {
    let folder = own();
    folder.build(0);
    let before = folder.site();
    folder.write("content/articles/donors.txt", include_bytes!("../one-more/donors.txt"));
    folder.build(0);
    let after = folder.site();
    assert!(after.contains_key("articles/donors.html"));
    let pages = reviewed(&before, &after);
    let lines: usize = pages.iter().map(|(_, lines)| lines).sum();
    assert!(pages.len() <= 30 && lines <= 1_500, "{} pages, {lines} lines: {pages:#?}", pages.len());
}

#[test]
fn machine_files_alone_are_marked_as_generated() {
    for (path, generated) in [
        ("print.html", true),
        ("print-2.html", true),
        ("data/claims.jsonl", true),
        ("search/start.js", true),
        ("summary.html", false),
        ("actors/russia.html", false),
    ] {
        assert_eq!(is_generated(path), generated, "{path}");
    }
}
