//! The house keeps its order: who may import whom, that every file says what it is for, and what may be depended on.
mod circles;
mod modules;
mod tokens;

use modules::{Module, Modules, Path as ModulePath};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What each room may use of the others; a room within a room has its own rule. `cli` and the crate's root may use all.
const MAY_USE: [(&str, &[&str]); 11] = [
    ("base", &[]),
    ("model", &["base"]),
    ("read", &["base", "model"]),
    ("text", &["base", "model"]),
    ("analysis", &["base", "model", "text"]),
    ("analysis::article", &["base", "model", "text"]),
    ("analysis::corpus", &["base", "model", "text"]),
    ("site", &["base", "model"]),
    ("write", &["base", "site::Page", "site::Pages", "site::RenderError"]),
    ("check", &["base", "model", "site::routes"]),
    ("report", &["base"]),
];

/// Uses that no rule allows, each with the reason why it is still there.
const EXEMPT: [(&str, &str, &str); 0] = [];

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

/// Whether `path` is what `rule` names, or stands within it.
fn is_within(path: &str, rule: &str) -> bool {
    path.strip_prefix(rule).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// What `module` at `path` uses against the rules of its room, each with its file.
fn breaches<'a>(path: &ModulePath, module: &'a Module) -> Vec<(&'a str, String)> {
    let path = path.join("::");
    let rule = MAY_USE.iter().filter(|(room, _)| is_within(&path, room)).max_by_key(|(room, _)| room.len());
    let Some((room, allowed)) = rule else {
        assert!(path.is_empty() || is_within(&path, "cli"), "{} stands in a room that no rule names", module.file);
        return Vec::new();
    };
    let uses = module.uses.iter().map(|used| used.join("::")).filter(|used| !used.is_empty());
    uses.filter(|used| !is_within(used, room) && !allowed.iter().any(|rule| is_within(used, rule)))
        .map(|used| (&*module.file, used))
        .collect()
}

#[test]
fn rooms_use_only_what_they_may() {
    let modules = Modules::read(&rust_files(&["src"]), true);
    let found: Vec<_> = modules.iter().flat_map(|(path, module)| breaches(path, module)).collect();
    let is_exempt = |file: &str, used: &str| EXEMPT.iter().any(|(at, of, _)| (file, used) == (*at, *of));
    let broken = found.iter().filter(|(file, used)| !is_exempt(file, used));
    let broken: Vec<String> = broken.map(|(file, used)| format!("{file} uses crate::{used}")).collect();
    assert!(broken.is_empty(), "not allowed (see ARCHITECTURE.md):\n{}", broken.join("\n"));
    for (file, used, _) in EXEMPT {
        assert!(found.iter().any(|breach| *breach == (file, used.to_owned())), "{file} uses {used} no longer");
    }
}

/// The paths that the first of `files` uses, in a library of these.
fn uses(files: &[(&str, &str)]) -> Vec<String> {
    let files: Vec<_> = files.iter().map(|(file, source)| ((*file).to_owned(), (*source).to_owned())).collect();
    let modules = Modules::read(&files, true);
    let module = modules.iter().find(|(_, module)| module.file == files[0].0).unwrap().1;
    module.uses.iter().map(|path| path.join("::")).collect()
}

#[test]
fn the_import_parser_sees_lists_and_paths() {
    let source = r##"use crate::{base::{Span, id::{self, ActorId as Id}}, model::Line};
        fn f<'a>(c: char) -> crate::site::Pages { c == '"' || "crate::report" == r#"crate::write"# } // crate::cli::x"##;
    let expected = ["base::Span", "base::id", "base::id::ActorId", "model::Line", "site::Pages"];
    assert_eq!(uses(&[("src/text/token.rs", source)]), expected);
}

#[test]
fn the_import_parser_sees_from_where_a_path_starts() {
    let source = "pub(in crate::model) mod shape;
        use super::{super::base::Span, gazetteer};
        use shape::Shape;
        fn f() -> self::Own { gazetteer::find(shape::of(std::iter::empty()), Shape::Round) }
        mod inner { use super::Own; use super::super::token; }";
    let expected = [
        "base::Span",
        "text::blocks::Own",
        "text::blocks::shape::Shape",
        "text::blocks::shape::Shape::Round",
        "text::blocks::shape::of",
        "text::gazetteer",
        "text::gazetteer::find",
        "text::token",
    ];
    assert_eq!(uses(&[("src/text/blocks/mod.rs", source), ("src/text/blocks/shape.rs", "")]), expected);
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
