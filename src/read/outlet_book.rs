//! Tells which outlet an article is from: by id, name or host, adding the ones that nobody listed.
//!
//! A name that only looks like a listed outlet's is another outlet's: what an editor says of one, its grade above all,
//! must not be taken by who writes its name with a letter of another script.

use crate::base::{Diagnostic, OutletId, Place, id};
use crate::model::{Article, Known, Outlet, Publish, SavedText};
use std::collections::{BTreeMap, BTreeSet};
use unicode_security::skeleton;

/// How many lines at either end of a text may be an outlet's name alone.
const EDGE: usize = 12;

/// All outlets, with the names and hosts that lead to them.
#[derive(Debug, Default)]
pub(super) struct OutletBook {
    outlets: BTreeMap<OutletId, Outlet>,
    by_name: BTreeMap<String, OutletId>,
    by_host: BTreeMap<String, OutletId>,
    /// The outlets of `outlets.toml`.
    listed: BTreeSet<OutletId>,
    /// How the names of listed outlets look.
    by_look: BTreeMap<String, OutletId>,
    /// Outlets that look like a listed one, by the path of the first article that names them.
    alike: Vec<(String, OutletId, OutletId)>,
}

impl OutletBook {
    /// A book of the outlets that `outlets.toml` lists.
    pub(super) fn new(listed: BTreeMap<OutletId, Outlet>) -> Self {
        let mut book = Self::default();
        for outlet in listed.into_values() {
            let seen = looks(&outlet.name).into_iter().chain([outlet.id.as_str().to_owned()]);
            book.listed.insert(outlet.id.clone());
            book.by_look.extend(seen.map(|look| (look, outlet.id.clone())));
            book.add(outlet);
        }
        book
    }

    /// Whether some outlet withholds what it publishes.
    pub(super) fn withholds(&self) -> bool {
        self.outlets.values().any(|outlet| outlet.publish.is_some_and(|publish| publish != Publish::Full))
    }

    fn add(&mut self, outlet: Outlet) {
        self.by_name.entry(outlet.name.to_lowercase()).or_insert_with(|| outlet.id.clone());
        for host in &outlet.domains {
            self.by_host.entry(host.clone()).or_insert_with(|| outlet.id.clone());
        }
        self.outlets.insert(outlet.id.clone(), outlet);
    }

    /// The article with its outlet: as `named`, else by the host of its address, else the listed one whose name or host is a
    /// line of its text.
    pub(super) fn place(&mut self, mut article: Article, named: Option<Known<String>>) -> Article {
        let url = article.meta.url.as_ref();
        article.meta.outlet = match named {
            Some(named) => Some(Known { value: self.named(&named.value, &article.path), basis: named.basis }),
            None => url
                .and_then(|url| {
                    let host = host_of(&url.value)?;
                    let id = self.at_host(&host).unwrap_or_else(|| self.named(&host, &article.path));
                    Some(Known::inferred(id, "the host of its address", url.basis.span()))
                })
                .or_else(|| self.shown(&article.saved)),
        };
        article
    }

    /// The listed outlet whose name or host stands on a line of its own at the head or the foot of a text.
    fn shown(&self, saved: &SavedText) -> Option<Known<OutletId>> {
        let lines = || saved.lines.iter().filter(|line| !line.span.of(&saved.text).trim().is_empty());
        let edges = lines().take(EDGE).chain(lines().rev().take(EDGE));
        edges.map(|line| line.span).find_map(|span| {
            let words = span.of(&saved.text).trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            let host = words.split("://").last().unwrap_or_default().trim_start_matches("www.");
            let id = self.by_name.get(&words).or_else(|| self.by_host.get(host))?;
            self.listed.contains(id).then(|| Known::inferred(id.clone(), "a line of its own", Some(span)))
        })
    }

    /// The outlet of that id, name or host; a new one where none is known. `path` is the article that names it.
    fn named(&mut self, name: &str, path: &str) -> OutletId {
        let id = OutletId::new(name);
        if self.outlets.contains_key(&id) {
            return id;
        }
        let known = self.by_name.get(&name.to_lowercase()).or_else(|| self.by_host.get(name)).cloned();
        known.unwrap_or_else(|| {
            if let Some(listed) = looks(name).iter().find_map(|look| self.by_look.get(look)) {
                self.alike.push((path.to_owned(), id.clone(), listed.clone()));
            }
            self.add(Outlet::named(name));
            id
        })
    }

    /// The outlet that publishes on `host` or on a domain above it.
    fn at_host(&self, host: &str) -> Option<OutletId> {
        let above = std::iter::successors(Some(host), |host| host.split_once('.').map(|(_, rest)| rest));
        above.filter(|host| host.contains('.')).find_map(|host| self.by_host.get(host)).cloned()
    }

    /// Tells of each outlet that looks like a listed one.
    pub(super) fn told(&self) -> Vec<Diagnostic> {
        let told = self.alike.iter().map(|(path, id, listed)| {
            let (name, other) = (&self.outlets[id].name, &self.outlets[listed].name);
            let message = format!("the outlet “{name}” is not “{other}”, though it looks like it, and has no grade");
            let hint = format!("if it is, give the article outlet = \"{listed}\"; else list it in outlets.toml");
            Diagnostic::warning("look-alike-outlet", message).at(Place::file(&**path)).hint(hint)
        });
        told.collect()
    }

    /// Every outlet, by its id.
    pub(super) fn into_outlets(self) -> BTreeMap<OutletId, Outlet> {
        self.outlets
    }
}

/// How a name looks to one who does not look closely: its romanised words, and its skeleton (UTS 39) in either case.
fn looks(name: &str) -> Vec<String> {
    let skeleton = |text: &str| skeleton(text).collect::<String>().to_lowercase();
    let slug = id::slug(name);
    let words = id::without_hash(&slug).unwrap_or(&slug);
    vec![words.to_owned(), skeleton(name), skeleton(&name.to_lowercase())]
}

/// The host of a web address, without `www.`.
fn host_of(address: &str) -> Option<String> {
    let url = url::Url::parse(address).ok()?;
    Some(url.host_str()?.trim_start_matches("www.").to_owned())
}
