//! Joins the names of organisations and places within an article.

use super::form::{Form, Joins};
use crate::model::{ActorKind, How, Why};
use crate::text::lexicon::actors::ACTORS;
use crate::text::lexicon::{fold, words::WORDS};
use crate::text::naming::Page;
use std::collections::{BTreeMap, BTreeSet};

/// Joins acronyms with their names, the same words in another order, and names cut short.
pub(super) fn join(page: &Page<'_>, forms: &[Form], joins: &mut Joins) {
    same_letters(forms, joins);
    introduced(page, forms, joins);
    same_words(forms, joins);
    reduced(page, forms, joins);
    let bodies: Vec<u32> = (0..forms.len() as u32).filter(|at| is_body(&forms[*at as usize])).collect();
    let index = Index::new(forms, &bodies);
    let people = forms.iter().filter(|form| form.kind == ActorKind::Person && !form.is_single());
    let families: BTreeSet<&str> = people.filter_map(|form| form.words().next_back()).collect();
    for (at, form) in forms.iter().enumerate().filter(|(_, form)| form.meanings.is_empty()) {
        let at = at as u32;
        if joins.root(at) != at || !form.is_single() {
            continue;
        }
        if form.acronym {
            if let Some(name) = only(joins, index.initials(&form.key)) {
                joins.join(at, name, How::Acronym, Why::Acronym);
            }
        } else if WORDS.heads.has(&form.key) {
            let the = |mention: &u32| {
                let mut before = page.before(&page.mentions[*mention as usize]);
                before.next().is_some_and(|word| word.eq_ignore_ascii_case("the"))
            };
            if let Some(name) = only(joins, index.with_word(&form.key)).filter(|_| form.mentions.iter().all(the)) {
                joins.join(at, name, How::Alias, Why::Shortened);
            }
        } else if matches!(form.kind, ActorKind::Organization | ActorKind::Person)
            && let Some(name) = only(joins, index.with_first(&form.key))
            && (form.kind == ActorKind::Organization
                || forms[name as usize].overruled && !families.contains(&*form.key))
        {
            joins.join(at, name, How::Alias, Why::Shortened);
        }
    }
}

/// Whether a form is the full name of an organisation.
fn is_body(form: &Form) -> bool {
    form.kind == ActorKind::Organization && !form.is_single()
}

/// The names of organisations by initials and by word.
struct Index<'f> {
    initials: BTreeMap<String, Vec<u32>>,
    words: BTreeMap<&'f str, Vec<u32>>,
    firsts: BTreeMap<&'f str, Vec<u32>>,
}

impl<'f> Index<'f> {
    fn new(forms: &'f [Form], bodies: &[u32]) -> Self {
        let mut index = Self { initials: BTreeMap::new(), words: BTreeMap::new(), firsts: BTreeMap::new() };
        for &at in bodies {
            let form = &forms[at as usize];
            for initials in fold::initials(&form.key) {
                index.initials.entry(initials).or_default().push(at);
            }
            for word in form.words().filter(|word| WORDS.heads.has(word)) {
                index.words.entry(word).or_default().push(at);
            }
            index.firsts.entry(form.words().next().unwrap_or_default()).or_default().push(at);
        }
        index
    }

    fn initials(&self, acronym: &str) -> &[u32] {
        self.initials.get(acronym).map_or(&[], Vec::as_slice)
    }

    fn with_word(&self, word: &str) -> &[u32] {
        self.words.get(word).map_or(&[], Vec::as_slice)
    }

    fn with_first(&self, word: &str) -> &[u32] {
        self.firsts.get(word).map_or(&[], Vec::as_slice)
    }
}

/// The one actor that all `forms` belong to.
fn only(joins: &Joins, forms: &[u32]) -> Option<u32> {
    let (first, rest) = forms.split_first()?;
    let root = joins.root(*first);
    rest.iter().all(|form| joins.root(*form) == root).then_some(*first)
}

/// Joins names in capitals with the same name in small letters, unless they are short enough to be an acronym's.
fn same_letters(forms: &[Form], joins: &mut Joins) {
    let mut by_key: Vec<(&str, u32)> = (0..).zip(forms).map(|(at, form)| (form.key.as_str(), at)).collect();
    by_key.sort_unstable();
    for pair in by_key.windows(2).filter(|pair| pair[0].0 == pair[1].0 && pair[0].0.len() > 3) {
        let (a, b) = (&forms[pair[0].1 as usize], &forms[pair[1].1 as usize]);
        if a.acronym != b.acronym && a.meanings.is_empty() && b.meanings.is_empty() {
            joins.join(pair[1].1, pair[0].1, How::Name, Why::SameName);
            joins.how[pair[0].1 as usize] = How::Name;
        }
    }
}

/// Joins an acronym in brackets with the name that stands before it, and the other way round.
fn introduced(page: &Page<'_>, forms: &[Form], joins: &mut Joins) {
    for (before, inside) in page.bracketed() {
        let (mut name, mut acronym) = (joins.form_of[before as usize], joins.form_of[inside as usize]);
        if forms[name as usize].acronym && fold::opens(&forms[name as usize].key, &forms[acronym as usize].key) {
            std::mem::swap(&mut name, &mut acronym);
        }
        let (name_form, acronym_form) = (&forms[name as usize], &forms[acronym as usize]);
        let bodies = name_form.kind == ActorKind::Organization && acronym_form.kind != ActorKind::State;
        let fits = fold::opens(&acronym_form.key, &name_form.key);
        let fresh = acronym_form.meanings.is_empty() || name_form.meanings.is_empty() && fits;
        if acronym_form.acronym
            && !name_form.acronym
            && fresh
            && (bodies || fits)
            && name_form.kind != ActorKind::Person
        {
            joins.join(acronym, name, How::Acronym, Why::Acronym);
        }
    }
}

/// Joins names that have the same content words.
fn same_words(forms: &[Form], joins: &mut Joins) {
    let joinable =
        |form: &&(u32, &Form)| matches!(form.1.kind, ActorKind::Organization | ActorKind::State) && !form.1.acronym;
    let all: Vec<(u32, &Form)> = (0..).zip(forms).collect();
    let mut keyed: Vec<(String, u32)> =
        all.iter().filter(joinable).map(|(at, form)| (fold::content_key(&form.key), *at)).collect();
    keyed.sort_unstable();
    for pair in keyed.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        let (first, second) = (pair[0].1, pair[1].1);
        let long = pair[0].0.contains(' ') || pair[0].0.len() > 5;
        let [a, b] = [first, second].map(|at| &forms[at as usize]);
        if long && a.key != b.key && (a.meanings.is_empty() || b.meanings.is_empty()) {
            // What the lists know is the name; the other is the variant.
            let (variant, name) =
                if a.meanings.is_empty() && !b.meanings.is_empty() { (first, second) } else { (second, first) };
            joins.join(variant, name, How::Name, Why::SameWords);
        }
    }
}

/// Words that say no more than what the name before them is.
const SORTS: [&str; 6] = ["group", "movement", "network", "organization", "organisation", "militia"];

/// Joins "Fisk Shipping Ltd", "Norwegian Harbour Council", "the Gull movement" with the same name without the extra word.
fn reduced(page: &Page<'_>, forms: &[Form], joins: &mut Joins) {
    let by_key: BTreeMap<&str, u32> = (0..)
        .zip(forms)
        .filter(|(_, form)| form.kind == ActorKind::Organization && !form.acronym)
        .map(|(at, form)| (form.key.as_str(), at))
        .collect();
    let mut claims: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (&key, &long) in by_key.iter().filter(|(key, _)| key.contains(' ')) {
        let (head, last) = key.rsplit_once(' ').unwrap_or_default();
        let mut shorter = Vec::new();
        if SORTS.contains(&last) || WORDS.suffixes.has(last) && !WORDS.heads.has(last) {
            shorter.push(head);
        }
        // "Norwegian Harbour Council", "US Air Force", "United States Air Force".
        let spaces = key.match_indices(' ').map(|(at, _)| at).take(2);
        shorter.extend(spaces.filter(|at| ACTORS.state(&key[..*at]).is_some()).map(|at| &key[at + 1..]));
        shorter.retain(|short| short.contains(' ') || *short == head);
        for short in shorter.into_iter().filter_map(|short| by_key.get(short).copied()) {
            claims.entry(short).or_default().push(long);
        }
    }
    for (short, longs) in claims {
        // "The Foreign Ministry" is neither state's where two states' ministries are named.
        let Some(long) = only(joins, &longs) else { continue };
        // "The United States Air Force" is not the UAE's.
        let of_a_state = |at: &u32| page.state_before(*at as usize).is_some();
        if forms[short as usize].mentions.iter().any(of_a_state) {
            continue;
        }
        let both_listed = !forms[short as usize].meanings.is_empty() && !forms[long as usize].meanings.is_empty();
        if both_listed || joins.root(short) == joins.root(long) {
            continue;
        }
        let listed = !forms[short as usize].meanings.is_empty();
        let (variant, name) = if listed { (long, short) } else { (short, long) };
        let why = if listed { Why::SameWords } else { Why::Shortened };
        joins.join(variant, name, How::Alias, why);
    }
}
