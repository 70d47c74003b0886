//! No two files import each other, neither at once nor by way of others: each can be read after those that it uses.
use super::modules::Modules;
use super::rust_files;
use std::collections::{BTreeMap, BTreeSet};

/// By file, the files that it imports from, each with what it imports.
type Imports<'a> = BTreeMap<&'a str, BTreeMap<&'a str, BTreeSet<String>>>;

fn imports(modules: &Modules) -> Imports<'_> {
    let mut imports = Imports::new();
    for (_, module) in modules.iter() {
        for used in &module.uses {
            if let Some(home) = modules.home(used).filter(|home| *home != module.file) {
                imports.entry(&module.file).or_default().entry(home).or_default().insert(used.join("::"));
            }
        }
    }
    imports
}

/// The files that `file` imports from, and those that these do, and so on.
fn reached<'a>(file: &'a str, imports: &Imports<'a>) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![file];
    while let Some(file) = open.pop() {
        open.extend(imports.get(file).into_iter().flat_map(BTreeMap::keys).filter(|next| reached.insert(**next)));
    }
    reached
}

/// The sets of files of which each imports, in the end, from each.
fn circles<'a>(imports: &Imports<'a>) -> BTreeSet<Vec<&'a str>> {
    let reach: BTreeMap<&str, BTreeSet<&str>> = imports.keys().map(|file| (*file, reached(file, imports))).collect();
    let meets = |one: &str, other: &str| reach[one].contains(other) && reach[other].contains(one);
    let on_circles = reach.keys().filter(|file| meets(file, file));
    on_circles.map(|file| reach.keys().filter(|other| meets(file, other)).copied().collect()).collect()
}

/// `circle` for whoever has to break it: every file, with what it imports from the others.
fn told(circle: &[&str], imports: &Imports) -> String {
    let mut lines = vec![format!("{} files in a circle:", circle.len())];
    for file in circle {
        for (from, names) in imports[file].iter().filter(|(from, _)| circle.contains(from)) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            lines.push(format!("  {file} imports from {from}: {}", names.join(", ")));
        }
    }
    lines.join("\n")
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let modules = Modules::read(&rust_files(&["src"]), false);
    let imports = imports(&modules);
    let found = circles(&imports);
    let found: Vec<String> = found.iter().map(|circle| told(circle, &imports)).collect();
    assert!(found.is_empty(), "move what both need to a file of its own:\n{}", found.join("\n"));
}

#[test]
fn circles_are_found_through_whoever_re_exports_a_name() {
    let files = [
        ("src/model/mod.rs", "pub mod claim; mod text; pub use text::{Line, text}; pub fn f() {}"),
        ("src/model/text.rs", "use super::claim; pub struct Line(claim::Claim); pub fn text() {}"),
        ("src/model/claim.rs", "use crate::model::{self, Line}; fn g() { model::text() }\n/// [`super::f`]\nfn h() {}"),
        ("src/model/note.rs", "use super::claim::Claim;\n#[cfg(test)]\nmod tests { use super::super::f; }"),
        ("src/lib.rs", "pub mod model;"),
    ];
    let modules = Modules::read(&files.map(|(file, source)| (file.to_owned(), source.to_owned())), false);
    let expected = BTreeSet::from([vec!["src/model/claim.rs", "src/model/text.rs"]]);
    assert_eq!(circles(&imports(&modules)), expected);
}
