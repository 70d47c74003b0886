//! The library's files as modules, and everything of the crate that each names, by its path from the crate's root.
use super::tokens::{tokens, without_tests};
use std::collections::{BTreeMap, BTreeSet};

/// A path from the crate's root.
pub type Path = Vec<String>;

/// One file of the library.
pub struct Module {
    pub file: String,
    pub uses: BTreeSet<Path>,
    /// What it imports, by the names that it gives it.
    names: BTreeMap<String, Path>,
}

/// All files of the library, by their modules' paths.
pub struct Modules(BTreeMap<Path, Module>);

impl Modules {
    /// Reads `files`, each with its source, with what only tests have or without.
    pub fn read(files: &[(String, String)], with_tests: bool) -> Self {
        let sources: BTreeMap<Path, &(String, String)> = files
            .iter()
            .filter(|(file, _)| file != "src/main.rs")
            .map(|named| (path_of(&named.0), named))
            .filter(|(path, _)| with_tests || !path.iter().any(|part| part == "tests"))
            .collect();
        let read = |(path, (file, source)): (&Path, &&(String, String))| {
            let tokens = if with_tests { tokens(source) } else { without_tests(&tokens(source)) };
            let is_module = |path: &Path| sources.contains_key(path);
            let mut reader =
                Reader { here: path.clone(), is_module: &is_module, names: BTreeMap::new(), uses: BTreeSet::new() };
            reader.read(&tokens);
            (path.clone(), Module { file: file.clone(), uses: reader.uses, names: reader.names })
        };
        Self(sources.iter().map(read).collect())
    }

    /// The modules with their paths, in the order of these.
    pub fn iter(&self) -> impl Iterator<Item = (&Path, &Module)> {
        self.0.iter()
    }

    /// The file that what `path` names comes from, whoever re-exports it; none if it is a module as such.
    pub fn home(&self, path: &[String]) -> Option<&str> {
        let import = |length: usize| self.0.get(&path[..length])?.names.get(&path[length]);
        // Where a module and what it is re-exported for have one name, the end of a path means the latter.
        let leads_on = |length: &usize| *length < path.len() || *length > 0 && import(length - 1).is_none();
        let is_module = |length: &usize| self.0.contains_key(&path[..*length]) && leads_on(length);
        let within = (0..=path.len()).take_while(is_module).last()?;
        if within == path.len() {
            return None;
        }
        match import(within) {
            Some(target) if target[..] != path[..=within] => self.home(&[target, &path[within + 1..]].concat()),
            _ => Some(&self.0[&path[..within]].file),
        }
    }
}

/// The path of the module that `file` holds.
fn path_of(file: &str) -> Path {
    let mut path: Path =
        file.trim_start_matches("src/").trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    path.pop_if(|last| last == "mod" || last == "lib");
    path
}

/// One file as it is read.
struct Reader<'a> {
    /// The module that is read: the file's, or one written out in it.
    here: Path,
    is_module: &'a dyn Fn(&Path) -> bool,
    names: BTreeMap<String, Path>,
    uses: BTreeSet<Path>,
}

impl Reader<'_> {
    /// Takes up every path of `tokens`, which are a whole file.
    fn read(&mut self, tokens: &[&str]) {
        // The depths at which the braces of the modules written out in the file stand.
        let mut inline = Vec::new();
        let mut depth = 0;
        let mut rest = tokens;
        while !rest.is_empty() {
            let taken = match rest {
                ["pub", "(", ..] => rest.iter().position(|token| *token == ")").unwrap_or(1),
                ["mod", name, "{", ..] => {
                    self.here.push((*name).to_owned());
                    inline.push(depth);
                    2
                }
                ["{", ..] => {
                    depth += 1;
                    1
                }
                ["}", ..] => {
                    depth -= 1;
                    if inline.pop_if(|outside| *outside == depth).is_some() {
                        self.here.pop();
                    }
                    1
                }
                // The bounds of `impl Trait + use<..>`, and the end of a path that no name starts.
                ["use", "<", ..] | ["::", _, ..] => 2,
                ["use", tree @ ..] => {
                    let length = tree.iter().position(|token| *token == ";").unwrap_or(tree.len());
                    self.import(&[], &tree[..length], inline.is_empty());
                    length + 1
                }
                [_, "::", ..] => {
                    let length = 1 + 2 * rest[1..].chunks(2).take_while(|pair| is_step(pair)).count();
                    let parts: Vec<&str> = rest[..length].iter().step_by(2).copied().collect();
                    self.uses.extend(self.absolute(&parts));
                    length
                }
                _ => 1,
            };
            rest = &rest[taken..];
        }
    }

    /// Takes up what `tree` imports below `prefix`, and the names of it if they stand for the whole file.
    fn import(&mut self, prefix: &[&str], tree: &[&str], whole: bool) {
        let (path, name) = match tree {
            ["{", list @ .., "}"] => {
                let mut depth = 0;
                let is_end = |token: &&str| {
                    depth += i32::from(*token == "{") - i32::from(*token == "}");
                    depth == 0 && *token == ","
                };
                list.split(is_end).for_each(|part| self.import(prefix, part, whole));
                return;
            }
            [part, "::", below @ ..] => return self.import(&[prefix, &[part]].concat(), below, whole),
            ["self"] => (prefix.to_vec(), prefix.last()),
            ["self", "as", name] => (prefix.to_vec(), Some(name)),
            [part] => ([prefix, &[part]].concat(), Some(part)),
            [part, "as", name] => ([prefix, &[part]].concat(), Some(name)),
            _ => return,
        };
        if let (Some(path), Some(name)) = (self.absolute(&path), name) {
            self.uses.insert(path.clone());
            if whole {
                self.names.insert((*name).to_owned(), path);
            }
        }
    }

    /// The path from the crate's root of what `parts` name in this place; none if it is not the crate's own.
    fn absolute(&self, parts: &[&str]) -> Option<Path> {
        let (first, below) = parts.split_first()?;
        let submodule = [&self.here[..], &[(*first).to_owned()]].concat();
        let mut path = match *first {
            "crate" => Path::new(),
            "self" => self.here.clone(),
            "super" => self.here[..self.here.len().checked_sub(1)?].to_vec(),
            _ if (self.is_module)(&submodule) => submodule,
            name => self.names.get(name)?.clone(),
        };
        for part in below {
            if *part == "super" {
                path.pop();
            } else {
                path.push((*part).to_owned());
            }
        }
        Some(path)
    }
}

/// Whether a path goes on with `pair`.
fn is_step(pair: &[&str]) -> bool {
    matches!(pair, ["::", name] if name.starts_with(|c: char| c.is_alphabetic() || c == '_'))
}
