//! The house keeps its order: who may import whom, that every file says what it is for, and what may be depended on.
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What each room may use of the others. `cli` and the crate's root may use all.
const MAY_USE: [(&str, &[&str]); 9] = [
    ("base", &[]),
    ("model", &["base"]),
    ("read", &["base", "model"]),
    ("text", &["base", "model"]),
    ("analysis", &["base", "model", "text"]),
    ("site", &["base", "model"]),
    ("write", &["base", "site::Page", "site::Pages", "site::RenderError"]),
    ("check", &["base", "model", "site::routes"]),
    ("report", &["base"]),
];

/// Most lines of a file; flat tables may be exempt, with a reason, in [`LONG`].
const MOST_LINES: usize = 400;
const LONG: [(&str, &str); 0] = [];

fn rust_files(folders: &[&str]) -> Vec<(String, String)> {
    let project = crate::support::project();
    let mut files = Vec::new();
    for folder in folders {
        for entry in walkdir::WalkDir::new(project.join(folder)).sort_by_file_name().into_iter().filter_map(Result::ok)
        {
            if entry.path().extension().is_some_and(|ending| ending == "rs") {
                let shown = entry.path().strip_prefix(&project).unwrap().to_str().unwrap().replace('\\', "/");
                files.push((shown, std::fs::read_to_string(entry.path()).unwrap()));
            }
        }
    }
    assert!(files.len() > 20, "the sources were not found");
    files
}

/// Everything that `source` names after `crate::`, with the parts of a braced list one by one.
fn uses(source: &str) -> BTreeSet<String> {
    let code: String =
        source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '$' || c == '_') {
            continue;
        }
        expand("", &code[at + "crate::".len()..], &mut found);
    }
    found
}

/// Adds the paths that `rest` opens with, each as `room::Name`.
fn expand(prefix: &str, rest: &str, found: &mut BTreeSet<String>) {
    if let Some(list) = rest.strip_prefix('{') {
        let mut depth = 0;
        let mut start = 0;
        for (at, c) in list.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => {
                    expand(prefix, list[start..at].trim(), found);
                    return;
                }
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    expand(prefix, list[start..at].trim(), found);
                    start = at + 1;
                }
                _ => {}
            }
        }
        return;
    }
    let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    if name.is_empty() {
        return;
    }
    let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}::{name}") };
    match rest[name.len()..].strip_prefix("::") {
        Some(deeper) if prefix.is_empty() => expand(&path, deeper, found),
        _ => {
            found.insert(path);
        }
    }
}

#[test]
fn rooms_use_only_what_they_may() {
    let rules: BTreeMap<&str, &[&str]> = MAY_USE.into_iter().collect();
    let mut broken = Vec::new();
    for (file, source) in rust_files(&["src"]) {
        let Some((room, _)) = file.trim_start_matches("src/").split_once('/') else { continue };
        let Some(allowed) = rules.get(room) else {
            assert_eq!(room, "cli", "{file} stands in a room that no rule names");
            continue;
        };
        for used in uses(&source) {
            let own = used == room || used.starts_with(&format!("{room}::"));
            let fits = |rule: &&str| used == **rule || used.starts_with(&format!("{rule}::"));
            if !own && !allowed.iter().any(fits) {
                broken.push(format!("{file} uses crate::{used}"));
            }
        }
    }
    assert!(broken.is_empty(), "not allowed (see ARCHITECTURE.md):\n{}", broken.join("\n"));
}

#[test]
fn the_import_parser_sees_lists_and_paths() {
    let found =
        uses("use crate::{base::{Span, id}, model::Line};\nfn f() -> crate::site::Pages { todo!() } // crate::cli::x");
    let expected = ["base::Span", "base::id", "model::Line", "site::Pages"];
    assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), expected);
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    for (file, source) in rust_files(&["src", "tests", "benches"]) {
        let first = source.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! ") && first.len() > 20, "{file} does not say what it is for");
    }
}

#[test]
fn no_file_outgrows_a_reader() {
    for (file, source) in rust_files(&["src", "tests", "benches"]) {
        let lines = source.lines().count();
        let exempt = LONG.iter().any(|(long, _)| *long == file);
        assert!(lines <= MOST_LINES || exempt, "{file} has {lines} lines; split it by purpose");
    }
}

/// The packages that the program is built from on this system, as Cargo knows them.
fn packages() -> Vec<Value> {
    let about = std::process::Command::new("rustc").arg("-vV").output().unwrap();
    let about = String::from_utf8(about.stdout).unwrap();
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let output = std::process::Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", host])
        .current_dir(crate::support::project())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

/// `1.89` and `1.89.0` as comparable numbers.
fn version(text: &str) -> Vec<u32> {
    let mut parts: Vec<u32> = text.split('.').map(|part| part.parse().unwrap_or(0)).collect();
    parts.resize(3, 0);
    parts
}

#[test]
fn no_dependency_needs_a_newer_rust_than_is_promised() {
    let packages = packages();
    let own = packages.iter().find(|package| package["name"] == "cuttings").unwrap();
    let promised = version(own["rust_version"].as_str().unwrap());
    for package in &packages {
        if let Some(needed) = package["rust_version"].as_str() {
            assert!(version(needed) <= promised, "{} needs Rust {needed}", package["name"]);
        }
    }
}

#[test]
fn every_dependency_is_permissively_licensed() {
    let text = std::fs::read_to_string(crate::support::project().join("deny.toml")).unwrap();
    let table: toml::Table = toml::from_str(&text).unwrap();
    let allowed: BTreeSet<&str> =
        table["licenses"]["allow"].as_array().unwrap().iter().filter_map(toml::Value::as_str).collect();
    for package in packages() {
        let licence = package["license"].as_str().unwrap_or_default().replace('/', " OR ");
        let fits = |part: &str| {
            let words = part.trim_matches(['(', ')', ' ']).split(" WITH ").next().unwrap_or_default().trim();
            allowed.contains(words)
        };
        let good = licence.split(" AND ").all(|all| all.split(" OR ").any(fits));
        assert!(good, "{} is licensed under `{licence}`", package["name"]);
    }
}

#[test]
fn nothing_in_the_project_names_the_machine_it_was_written_on() {
    let project = crate::support::project();
    let here = project.to_str().unwrap();
    let skip = |path: &Path| path.ends_with("target") || path.ends_with(".git") || path.ends_with("node_modules");
    let entries = walkdir::WalkDir::new(&project).into_iter().filter_entry(|entry| !skip(entry.path()));
    let files: Vec<PathBuf> =
        entries.filter_map(Result::ok).filter(|e| e.file_type().is_file()).map(walkdir::DirEntry::into_path).collect();
    for file in files {
        let text = String::from_utf8_lossy(&std::fs::read(&file).unwrap()).into_owned();
        assert!(here.len() < 6 || !text.contains(here), "{} names {here}", file.display());
    }
}
