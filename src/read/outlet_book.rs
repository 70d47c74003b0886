//! Tells which outlet an article is from: by id, name or host, adding the ones that nobody listed.

use crate::base::OutletId;
use crate::model::{Article, Known, Outlet, Publish};
use std::collections::BTreeMap;

/// All outlets, with the names and hosts that lead to them.
#[derive(Debug, Default)]
pub(super) struct OutletBook {
    outlets: BTreeMap<OutletId, Outlet>,
    by_name: BTreeMap<String, OutletId>,
    by_host: BTreeMap<String, OutletId>,
}

impl OutletBook {
    /// A book of the outlets that `outlets.toml` lists.
    pub(super) fn new(listed: BTreeMap<OutletId, Outlet>) -> Self {
        let mut book = Self::default();
        for outlet in listed.into_values() {
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

    /// The article with its outlet: as `named`, else by the host of its address.
    pub(super) fn place(&mut self, mut article: Article, named: Option<Known<String>>) -> Article {
        let url = article.meta.url.as_ref();
        article.meta.outlet = match named {
            Some(named) => Some(Known { value: self.named(&named.value), basis: named.basis }),
            None => url.and_then(|url| {
                let host = host_of(&url.value)?;
                let id = self.at_host(&host).unwrap_or_else(|| self.named(&host));
                Some(Known::inferred(id, "the host of its address", url.basis.span()))
            }),
        };
        article
    }

    /// The outlet of that id, name or host; a new one where none is known.
    fn named(&mut self, name: &str) -> OutletId {
        let id = OutletId::new(name);
        if self.outlets.contains_key(&id) {
            return id;
        }
        let known = self.by_name.get(&name.to_lowercase()).or_else(|| self.by_host.get(name)).cloned();
        known.unwrap_or_else(|| {
            self.add(Outlet::named(name));
            id
        })
    }

    /// The outlet that publishes on `host` or on a domain above it.
    fn at_host(&self, host: &str) -> Option<OutletId> {
        let above = std::iter::successors(Some(host), |host| host.split_once('.').map(|(_, rest)| rest));
        above.filter(|host| host.contains('.')).find_map(|host| self.by_host.get(host)).cloned()
    }

    /// Every outlet, by its id.
    pub(super) fn into_outlets(self) -> BTreeMap<OutletId, Outlet> {
        self.outlets
    }
}

/// The host of a web address, without `www.`.
fn host_of(address: &str) -> Option<String> {
    let url = url::Url::parse(address).ok()?;
    Some(url.host_str()?.trim_start_matches("www.").to_owned())
}
