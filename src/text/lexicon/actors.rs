//! States and organisations that have one meaning everywhere, with all their names.

use super::{ORGANIZATIONS, STATES};
use crate::model::ActorKind;
use std::sync::LazyLock;

/// Number of a listed actor.
pub type ListedId = u16;

/// How a name stands for a listed actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sense {
    /// Its usual name.
    Name,
    /// Another of its names.
    Alias,
    /// Letters in capitals.
    Acronym,
    /// A house that stands for its government.
    House,
    /// Its capital, which may stand for its government.
    Capital,
    /// Its people or adjective.
    People,
}

/// What the class of a list says of an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// A sovereign state.
    State,
    /// An international body.
    International,
    /// A body of one state.
    Government,
    /// An armed group.
    Armed,
    /// A medium.
    Media,
    /// A company.
    Company,
}

/// A listed actor.
#[derive(Clone, Copy, Debug)]
pub struct Listed {
    /// Its usual name.
    pub name: &'static str,
    /// Its class.
    pub class: Class,
}

impl Listed {
    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> ActorKind {
        if matches!(self.class, Class::State) { ActorKind::State } else { ActorKind::Organization }
    }
}

/// A name of a listed actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Meaning {
    /// How the name stands for it.
    pub sense: Sense,
    /// The actor.
    pub actor: ListedId,
}

/// All listed actors.
#[derive(Debug)]
pub struct Actors {
    actors: Vec<Listed>,
    /// Folded names in the order of the alphabet.
    names: Vec<(String, Meaning)>,
}

/// The listed actors, their names folded by [`super::fold`].
pub static ACTORS: LazyLock<Actors> = LazyLock::new(Actors::read);

impl Actors {
    fn read() -> Self {
        let mut all = Self { actors: Vec::new(), names: Vec::new() };
        all.states();
        all.organizations();
        all.names.sort_unstable();
        all.names.dedup();
        all
    }

    fn states(&mut self) {
        for record in STATES.records() {
            let name = record.value;
            let known = self.actors.iter().position(|actor| actor.name == name);
            let id = known.map_or_else(|| self.push(Listed { name, class: Class::State }), |at| at as ListedId);
            let sense = match record.class {
                "acronym" => Sense::Acronym,
                "capital" => Sense::Capital,
                "people" => Sense::People,
                "seat" => Sense::House,
                _ => {
                    self.add(name, Sense::Name, id);
                    Sense::Alias
                }
            };
            record.words().for_each(|word| self.add(word, sense, id));
        }
    }

    fn organizations(&mut self) {
        for record in ORGANIZATIONS.records() {
            let class = match record.class {
                "international" => Class::International,
                "government" => Class::Government,
                "armed" => Class::Armed,
                "media" => Class::Media,
                "company" => Class::Company,
                _ => continue,
            };
            let (name, names) = (record.value, || record.words());
            if is_cut(name) {
                continue;
            }
            // Lists of armed groups have one group in several spellings; they share a name or an acronym.
            let same = (class == Class::Armed).then(|| self.armed_like(std::iter::once(name).chain(names()))).flatten();
            let id = match same {
                Some(id) => {
                    // Later lines are the usual names: they were set by hand.
                    let before = std::mem::replace(&mut self.actors[usize::from(id)].name, name);
                    self.add(before, Sense::Alias, id);
                    id
                }
                None => self.push(Listed { name, class }),
            };
            self.add(name, Sense::Name, id);
            names().for_each(|other| {
                let acronym = super::fold::is_acronym(other);
                self.add(other, if acronym { Sense::Acronym } else { Sense::Alias }, id);
            });
        }
    }

    fn armed_like(&self, names: impl Iterator<Item = &'static str>) -> Option<ListedId> {
        let folded: Vec<String> = names.map(super::fold::fold).collect();
        let same = self.names.iter().find(|(name, meaning)| {
            self.actors[usize::from(meaning.actor)].class == Class::Armed && folded.contains(name)
        });
        same.map(|(_, meaning)| meaning.actor)
    }

    fn push(&mut self, actor: Listed) -> ListedId {
        self.actors.push(actor);
        (self.actors.len() - 1) as ListedId
    }

    fn add(&mut self, name: &str, sense: Sense, actor: ListedId) {
        let folded = super::fold::fold(name);
        if !folded.is_empty() {
            self.names.push((folded, Meaning { sense, actor }));
        }
    }

    /// The actor of this number.
    #[must_use]
    pub fn get(&self, id: ListedId) -> &Listed {
        &self.actors[usize::from(id)]
    }

    /// The state that a folded name or adjective means.
    #[must_use]
    pub fn state(&self, folded: &str) -> Option<&'static str> {
        let mut states = self.named(folded).filter(|meaning| {
            self.get(meaning.actor).class == Class::State && !matches!(meaning.sense, Sense::Capital | Sense::House)
        });
        let one = states.next()?;
        states.all(|other| other.actor == one.actor).then(|| self.get(one.actor).name)
    }

    /// What a folded name can mean, in order of [`Sense`].
    pub fn named<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = Meaning> + 'a {
        let start = self.names.partition_point(|(name, _)| name.as_str() < folded);
        self.names[start..].iter().take_while(move |(name, _)| name == folded).map(|(_, meaning)| *meaning)
    }
}

/// Whether the list's source cut a name off.
fn is_cut(name: &str) -> bool {
    let last = name.rsplit([' ', '-']).next().unwrap_or_default();
    matches!(last, "al" | "Al" | "ul" | "i" | "e") || name.len() < 2
}
