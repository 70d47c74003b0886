//! Joins organisations and places: by their content words, and acronyms with the one name that they stand for.

use super::work::Work;
use crate::model::{ActorKind, How, Why};
use crate::text::lexicon::actors::ACTORS;
use crate::text::lexicon::fold::{self, content_key as content};
use crate::text::lexicon::words::WORDS;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

/// A name as bodies and places are compared by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    place: bool,
    /// Its words without the state that the body is of and without the form of a company.
    core: String,
    /// The state whose body it is: "Norwegian Harbour Council", "Supreme Court of Norway".
    owner: Option<&'static str>,
}

/// A name that is joined with others.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Named {
    key: Key,
    /// The node that its actor has already, as a record's or a listed one.
    node: Option<u32>,
    /// The local actor; for a listed one the first.
    local: Option<u32>,
}

/// Joins what is left of organisations, states and places.
pub(super) fn join(work: &mut Work<'_>) {
    let mut acronyms = Vec::new();
    let mut names: Vec<Named> = Vec::new();
    for (at, local) in (0..).zip(work.locals) {
        let place = local.kind == ActorKind::Place;
        if work.node_of[at as usize].is_some() || local.kind == ActorKind::Person {
            continue;
        }
        if !place && fold::is_acronym(&local.actor.name) && local.key.len() < 7 {
            acronyms.push(at);
        } else {
            names.push(Named { key: key(place, &local.key, || local.state_beside), node: None, local: Some(at) });
        }
    }
    for (at, record) in (0..).zip(work.records.all).filter(|(_, record)| record.kind != ActorKind::Person) {
        let place = record.kind == ActorKind::Place;
        let all = std::iter::once(&record.name).chain(&record.aliases);
        names.extend(all.map(|name| Named {
            key: key(place, &fold::fold(name), || None),
            node: Some(at),
            local: None,
        }));
    }
    for (at, node) in (0..).zip(&work.nodes).filter(|(_, node)| node.listed && node.kind == ActorKind::Organization) {
        let local = node.locals.first().copied();
        let name = local.map_or("", |local| &work.locals[local as usize].key);
        names.push(Named { key: key(false, name, || None), node: Some(at), local });
    }
    names.sort_unstable();
    let states = States::new(work);
    for same in names.chunk_by(|a, b| (a.key.place, &a.key.core) == (b.key.place, &b.key.core)) {
        // Those of no state that is named come first.
        let (open, owned) = same.split_at(same.partition_point(|named| named.key.owner.is_none()));
        let mut groups: Vec<Vec<&Named>> =
            owned.chunk_by(|a, b| a.key.owner == b.key.owner).map(|group| group.iter().collect()).collect();
        let owners: Vec<&str> = groups.iter().filter_map(|group| group[0].key.owner).collect();
        let mut free = Vec::new();
        for named in open {
            let article = named.local.map(|local| work.locals[local as usize].entry as usize);
            match article.and_then(|article| states.owner(&owners, article)) {
                Some(at) => groups[at].push(named),
                None => free.push(named),
            }
        }
        groups.push(free);
        for group in groups {
            settle(work, &group);
        }
    }
    settle_acronyms(work, &acronyms);
}

/// Puts the local actors of a group into one node: that of the one among them that has one, or a new one.
fn settle(work: &mut Work<'_>, group: &[&Named]) {
    let mut nodes = group.iter().filter_map(|named| named.node);
    let known = nodes.next().filter(|first| nodes.all(|node| node == *first));
    let (mut node, mut first): (Option<u32>, Option<&str>) = (None, None);
    for named in group.iter().filter(|named| named.node.is_none()) {
        let Some(at) = named.local else { continue };
        let local = &work.locals[at as usize];
        let known = known.filter(|known| !work.records.bars(work.nodes[*known as usize].record, &local.key));
        let into = known.unwrap_or_else(|| *node.get_or_insert_with(|| work.node(local.kind)));
        let name = *first.get_or_insert(&local.key);
        let words = |name: &str| name.split(' ').count();
        let same =
            if named.key.place { words(name) == words(&local.key) } else { content(name) == content(&local.key) };
        let why = match name == local.key {
            true => Why::SameName,
            false if same => Why::SameWords,
            false => Why::Shortened,
        };
        work.put(at, into, why);
    }
}

/// The states that articles are about.
struct States {
    /// For each article the states that it names, the most often named first.
    named: Vec<Vec<(usize, &'static str)>>,
    /// The state that most articles name most often.
    of_all: Option<&'static str>,
}

impl States {
    fn new(work: &Work<'_>) -> Self {
        let mut named = vec![Vec::new(); work.articles.len()];
        for local in work.locals.iter().filter(|local| local.kind == ActorKind::State && local.actor.listed) {
            named[local.entry as usize]
                .extend(ACTORS.state(&local.key).map(|state| (local.actor.mentions.len(), state)));
        }
        let mut chief: BTreeMap<&str, usize> = BTreeMap::new();
        for states in &mut named {
            states.sort_by_key(|(count, state)| (Reverse(*count), *state));
            if let Some((_, state)) = states.first() {
                *chief.entry(state).or_default() += 1;
            }
        }
        let of_all = chief.into_iter().max_by_key(|(state, count)| (*count, Reverse(*state))).map(|(state, _)| state);
        Self { named, of_all }
    }

    /// Which of the `owners` a body without a state's name belongs to: the only one that its article names, and that it or the
    /// dossier is about.
    fn owner(&self, owners: &[&str], article: usize) -> Option<usize> {
        let named = &self.named[article];
        let mut there = owners.iter().enumerate().filter(|(_, owner)| named.iter().any(|(_, state)| state == *owner));
        let (at, owner) = there.next().filter(|_| there.next().is_none())?;
        let chief = named.first().is_some_and(|(_, state)| state == owner) || self.of_all == Some(owner);
        chief.then_some(at)
    }
}

/// Most words of a state's name before that of its body.
const STATE_WORDS: usize = 2;

/// What a folded name is compared by; `beside` tells the state that is named right beside it.
fn key(place: bool, folded: &str, beside: impl FnOnce() -> Option<&'static str>) -> Key {
    let words: Vec<&str> = folded.split(' ').collect();
    if place {
        // "Le Lennar" and "Lennar", "Saint-Olaf" and "St. Olaf", "Lennar International Airport" and "Lennar Airport".
        let article = usize::from(words.len() > 1 && ["le", "la", "les", "el"].contains(&words[0]));
        let airport = words.last() == Some(&"airport");
        let kept = words[article..].iter().filter(|word| !(airport && **word == "international"));
        let core = kept.map(|word| if *word == "saint" { "st" } else { word }).collect::<Vec<_>>().join(" ");
        return Key { place, core, owner: None };
    }
    let is_institution = |words: &[&str]| words.iter().any(|word| WORDS.heads.has(word) || *word == "house");
    let lead = (1..=STATE_WORDS.min(words.len() - 1)).rev().find_map(|count| {
        let owner = ACTORS.state(&words[..count].join(" ")).filter(|_| is_institution(&words[count..]))?;
        Some((owner, count..words.len()))
    });
    let tail = || {
        let of = words.iter().rposition(|word| *word == "of").filter(|of| is_institution(&words[..*of]))?;
        let owner = words[of + 1..].iter().skip_while(|word| **word == "the").copied().collect::<Vec<_>>().join(" ");
        Some((ACTORS.state(&owner)?, 0..of))
    };
    let around = || beside().filter(|_| is_institution(&words)).map(|owner| (owner, 0..words.len()));
    let (owner, mut range) = match lead.or_else(tail).or_else(around) {
        Some((owner, range)) => (Some(owner), range),
        None => (None, 0..words.len()),
    };
    // "European Harbour Company EHC N.V."
    let without_form = |range: &mut Range<usize>| {
        while range.len() > 1 && WORDS.suffixes.has(words[range.end - 1]) {
            range.end -= 1;
        }
    };
    without_form(&mut range);
    if range.len() > 2 {
        let (letters, mut rest) = (words[range.end - 1], range.start..range.end - 1);
        let opens = |range: &Range<usize>| fold::opens(letters, &words[range.clone()].join(" "));
        let whole = opens(&rest);
        without_form(&mut rest);
        if whole || opens(&rest) {
            range = rest;
        }
    }
    // The chamber is "the House" for short wherever there is one of that name.
    let core = content(&words[range].join(" "));
    Key { place, core: if core == "house representative" { "house".to_owned() } else { core }, owner }
}

/// Nodes by acronym: those whose articles explain it, and those whose words have its letters.
#[derive(Default)]
struct Expansions {
    explained: BTreeMap<String, Vec<u32>>,
    letters: BTreeMap<String, Vec<u32>>,
    /// Organisations by their folded names of one word.
    words: BTreeMap<String, u32>,
}

/// Shortest name in capitals that is taken for the same name in small letters: shorter ones are words.
const SHOUTED: usize = 5;

/// Shortest acronym that is taken for a name whose words have its letters where no article explains it.
const FIT_LETTERS: usize = 3;

fn settle_acronyms(work: &mut Work<'_>, acronyms: &[u32]) {
    join_alike(work, expansions(work));
    if acronyms.is_empty() {
        return;
    }
    let expansions = expansions(work);
    let mut own: BTreeMap<&str, u32> = BTreeMap::new();
    for &at in acronyms {
        let key = work.locals[at as usize].key.as_str();
        let explained = expansions.explained.get(key).map_or(&[][..], Vec::as_slice);
        let by_letters =
            expansions.letters.get(key).filter(|_| key.len() >= FIT_LETTERS).map_or(&[][..], Vec::as_slice);
        let candidates = if explained.is_empty() { by_letters } else { explained };
        match candidates {
            [] if key.len() >= SHOUTED && expansions.words.contains_key(key) => {
                work.put(at, expansions.words[key], Why::SameName);
            }
            [one] if !work.records.bars(work.nodes[*one as usize].record, key) => work.put(at, *one, Why::Acronym),
            // With two names for it, it stays a name of its own, which says nothing false.
            _ => {
                let node = *own.entry(key).or_insert_with(|| work.node(ActorKind::Organization));
                work.put(at, node, Why::SameName);
            }
        }
    }
}

/// Joins the names that one acronym is explained by where they have most of their words in common.
fn join_alike(work: &mut Work<'_>, expansions: Expansions) {
    for (acronym, mut nodes) in expansions.explained {
        nodes.extend(expansions.letters.get(&acronym).into_iter().flatten());
        nodes.sort_unstable();
        nodes.dedup();
        let words = |node: &u32| -> Vec<String> {
            let first = work.nodes[*node as usize].locals.first();
            first.map_or_else(Vec::new, |local| fold::content(&work.locals[*local as usize].key).collect())
        };
        let names: Vec<Vec<String>> = nodes.iter().map(words).collect();
        let alike = |other: &Vec<String>| {
            let shared = names[0].iter().filter(|word| other.contains(word)).count();
            shared * 2 > names[0].len().max(other.len())
        };
        let recorded = nodes.iter().filter(|node| work.nodes[**node as usize].record.is_some()).count();
        if recorded < 2 && nodes.len() > 1 && names[1..].iter().all(alike) {
            nodes[1..].iter().fold(nodes[0], |kept, node| work.merge(kept, *node, Why::SameWords));
        }
    }
}

fn expansions(work: &Work<'_>) -> Expansions {
    let mut found = Expansions::default();
    for (local, node) in work.locals.iter().zip(&work.node_of) {
        let Some(node) = *node else { continue };
        if local.kind != ActorKind::Organization {
            continue;
        }
        let reading = &work.readings[local.entry as usize];
        let text = &work.articles[local.entry as usize].saved.text;
        let acronym = local.actor.mentions.iter().find(|mention| {
            mention.why == Why::Acronym && reading.mentions[mention.mention as usize].how == How::Acronym
        });
        if let Some(mention) = acronym {
            let words = reading.mentions[mention.mention as usize].span.of(text);
            found.explained.entry(fold::fold(words)).or_default().push(node);
        }
        if !local.key.contains(' ') {
            found.words.entry(local.key.clone()).or_insert(node);
        }
        for letters in fold::initials(&local.key) {
            found.letters.entry(letters).or_default().push(node);
        }
    }
    for nodes in found.explained.values_mut().chain(found.letters.values_mut()) {
        nodes.sort_unstable();
        nodes.dedup();
    }
    found
}
