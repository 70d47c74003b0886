//! The distinct names of an article, and what has been joined so far.

use super::listed;
use crate::model::{ActorKind, How, Why};
use crate::text::lexicon::actors::{ACTORS, Meaning, Sense};
use crate::text::lexicon::fold;
use crate::text::lexicon::words::WORDS;
use crate::text::naming::{Page, Uses};

/// A name as one article spells it, small differences aside.
pub(super) struct Form {
    /// The name, folded.
    pub(super) key: String,
    /// Its mentions, in order.
    pub(super) mentions: Vec<u32>,
    /// What most of its mentions are taken for, or what stands around them says that it is.
    pub(super) kind: ActorKind,
    /// Whether what stands around it says so against what its mentions were taken for.
    pub(super) overruled: bool,
    /// Whether it names no actor: something made, a faith, an office.
    pub(super) no_actor: bool,
    /// What the lists say that it means.
    pub(super) meanings: Vec<Meaning>,
    /// Whether it is written as an acronym.
    pub(super) acronym: bool,
}

impl Form {
    /// The words of the name.
    pub(super) fn words(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.key.split(' ')
    }

    /// Whether the name is one word.
    pub(super) fn is_single(&self) -> bool {
        !self.key.contains(' ')
    }
}

/// The distinct names of the article, in the order of their first mentions.
pub(super) fn forms(page: &Page<'_>) -> Vec<Form> {
    let read = |(at, mention): (usize, &crate::model::Mention)| {
        let words = mention.span.of(page.text);
        let key = fold::fold(words);
        let meanings = listed::meanings(page, mention, &key);
        // An acronym is another name than the same letters in small.
        let acronym = fold::is_acronym(words);
        (key, meanings, acronym, at as u32)
    };
    let mut all: Vec<_> = page.mentions.iter().enumerate().map(read).collect();
    all.sort_unstable();
    let mut forms: Vec<Form> = Vec::new();
    for (key, meanings, acronym, at) in all {
        match forms.last_mut() {
            Some(form) if form.key == key && form.meanings == meanings && form.acronym == acronym => {
                form.mentions.push(at);
            }
            _ => forms.push(Form {
                key,
                mentions: vec![at],
                kind: ActorKind::Person,
                overruled: false,
                no_actor: false,
                meanings,
                acronym,
            }),
        }
    }
    for form in &mut forms {
        form.kind = usual_kind(&form.mentions, |at| page.mentions[at as usize].kind);
        if form.meanings.is_empty() {
            let mut uses = Uses::default();
            form.mentions.iter().for_each(|at| uses.add(page.used_as(&page.mentions[*at as usize])));
            form.no_actor = uses.is_thing() || WORDS.no_actors.has(&form.key);
            let kind = uses.settled(form.kind);
            form.overruled = kind != form.kind;
            form.kind = kind;
        }
        form.mentions.sort_unstable();
    }
    forms.sort_by_key(|form| form.mentions[0]);
    overrule(page, &mut forms);
    settle_meanings(&mut forms);
    forms
}

/// The kind that most of the mentions have; the first one's where two are as frequent.
pub(super) fn usual_kind(mentions: &[u32], kind_of: impl Fn(u32) -> ActorKind) -> ActorKind {
    let mut counts = [0_usize; 4];
    for at in mentions {
        counts[kind_of(*at) as usize] += 1;
    }
    let first = kind_of(mentions[0]);
    let kinds = [ActorKind::Person, ActorKind::Organization, ActorKind::State, ActorKind::Place];
    let most = counts.iter().copied().max().unwrap_or(0);
    if counts[first as usize] == most {
        return first;
    }
    kinds.into_iter().find(|kind| counts[*kind as usize] == most).unwrap_or(first)
}

/// Takes from acronyms what the lists say where the article introduces them, in brackets, for another name.
fn overrule(page: &Page<'_>, forms: &mut [Form]) {
    let mut form_of = vec![0; page.mentions.len()];
    for (at, form) in forms.iter().enumerate() {
        form.mentions.iter().for_each(|mention| form_of[*mention as usize] = at);
    }
    for (name, acronym) in page.bracketed() {
        let (name, acronym) = (form_of[name as usize], form_of[acronym as usize]);
        let shared = forms[acronym].meanings.iter().any(|meaning| forms[name].meanings.contains(meaning));
        if forms[acronym].acronym && !shared && fold::opens(&forms[acronym].key, &forms[name].key) {
            forms[acronym].meanings.clear();
            forms[acronym].kind = forms[name].kind;
        }
    }
}

/// Where the lists leave several meanings, keeps the one that another name of the article settles, or none.
fn settle_meanings(forms: &mut [Form]) {
    let clear = |form: &Form| matches!(form.meanings[..], [meaning] if meaning.sense <= Sense::Alias);
    let sure: Vec<_> = forms.iter().filter(|form| clear(form)).map(|form| form.meanings[0].actor).collect();
    for form in forms.iter_mut() {
        if form.meanings.len() > 1 {
            form.meanings.retain(|meaning| sure.contains(&meaning.actor));
            if form.meanings.len() > 1 {
                form.meanings.clear();
            }
        }
        if let [meaning] = form.meanings[..] {
            form.kind = ACTORS.get(meaning.actor).kind();
        }
    }
}

/// Which forms, and which single mentions, belong together.
pub(super) struct Joins {
    parent: Vec<u32>,
    /// The form of each mention.
    pub(super) form_of: Vec<u32>,
    /// Why each form belongs to its actor.
    pub(super) why: Vec<Why>,
    /// How each form stands for its actor.
    pub(super) how: Vec<How>,
    /// Mentions that belong to another actor than their form does: mention, form of that actor, reason.
    pub(super) moved: Vec<(u32, u32, Why)>,
}

impl Joins {
    /// Every form by itself, save that the names of one listed actor are together.
    pub(super) fn new(page: &Page<'_>, forms: &[Form]) -> Self {
        let mut form_of = vec![0; page.mentions.len()];
        for (at, form) in forms.iter().enumerate() {
            form.mentions.iter().for_each(|mention| form_of[*mention as usize] = at as u32);
        }
        let mut joins = Self {
            form_of,
            parent: (0..forms.len() as u32).collect(),
            why: vec![Why::SameName; forms.len()],
            how: vec![How::Name; forms.len()],
            moved: Vec::new(),
        };
        let mut listed: Vec<(u16, u32)> = Vec::new();
        for (at, form) in forms.iter().enumerate() {
            if form.acronym {
                joins.how[at] = How::Acronym;
            }
            let [meaning] = form.meanings[..] else { continue };
            listed.push((meaning.actor, at as u32));
            (joins.how[at], joins.why[at]) = match meaning.sense {
                Sense::Name => (How::Name, Why::SameName),
                Sense::Alias => (How::Alias, Why::Listed),
                Sense::Acronym => (How::Acronym, Why::Listed),
                Sense::House | Sense::Capital => (How::Metonym, Why::Seat),
                Sense::People => (How::Demonym, Why::People),
            };
        }
        listed.sort_unstable();
        for pair in listed.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
            joins.union(pair[0].1, pair[1].1);
        }
        joins
    }

    /// The form that stands for all that is joined with `form`.
    pub(super) fn root(&self, form: u32) -> u32 {
        let mut at = form;
        while self.parent[at as usize] != at {
            at = self.parent[at as usize];
        }
        at
    }

    /// Joins two forms; the earlier one stands for both.
    pub(super) fn union(&mut self, a: u32, b: u32) {
        let (root_a, root_b) = (self.root(a), self.root(b));
        let first = root_a.min(root_b);
        // Walks stay short where the forms hang directly from the first one.
        for at in [root_a, root_b, a, b] {
            self.parent[at as usize] = first;
        }
    }

    /// Joins `form` to `to` for the given reason.
    pub(super) fn join(&mut self, form: u32, to: u32, how: How, why: Why) {
        self.how[form as usize] = how;
        self.why[form as usize] = why;
        self.union(form, to);
    }
}
