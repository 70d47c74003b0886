//! Every mention of an actor in its context, by article in order of date, as far as a page can hold.

use crate::base::{SentenceId, Span};
use crate::model::{Actor, How, MentionRef, SentenceRef};
use crate::site::catalogue::Catalogue;
use crate::site::prose::{count, counted, grouped};
use crate::site::routes::Route;
use crate::site::shown;
use crate::site::views::citing::{Citations, Passage};
use crate::site::views::pager::Contents;
use crate::site::views::parts::{Title, When};
use serde::Serialize;
use std::cmp::Reverse;

/// Most sentences that stand on an actor's page.
const SENTENCES: usize = 60;
/// Most sentences of an article that are only linked to.
const LINKED: usize = 24;
/// Most articles beyond those with sentences on the page that are listed there.
const LISTED: usize = 250;

/// A sentence with the places in it where an actor is mentioned.
pub(super) struct Place {
    pub(super) sentence: SentenceId,
    pub(super) marks: Vec<Span>,
}

/// An article that mentions an actor.
pub(super) struct Appearance {
    pub(super) entry: u32,
    pub(super) places: Vec<Place>,
}

/// The articles that mention an actor, in order of date; its people and adjective do not count.
pub(super) struct Appearances {
    pub(super) articles: Vec<Appearance>,
    /// Whether the article at this place is one of those that the page shows at length.
    pub(super) chosen: Vec<bool>,
}

impl Appearances {
    pub(super) fn of(catalogue: &Catalogue<'_>, actor: &Actor) -> Self {
        Self::from(catalogue, &mut actor.mentions.iter())
    }

    /// Those in the given articles alone.
    pub(super) fn within(catalogue: &Catalogue<'_>, actor: &Actor, articles: &[u32]) -> Self {
        let of = |article: u32| {
            let start = actor.mentions.partition_point(|at| at.entry < article);
            actor.mentions[start..].iter().take_while(move |at| at.entry == article)
        };
        Self::from(catalogue, &mut articles.iter().copied().flat_map(of))
    }

    fn from(catalogue: &Catalogue<'_>, mentions: &mut dyn Iterator<Item = &MentionRef>) -> Self {
        let entries = &catalogue.dossier.entries;
        let mut articles: Vec<Appearance> = Vec::new();
        for at in mentions {
            let mention = entries.get(at.entry as usize).and_then(|e| e.reading.mentions.get(at.mention as usize));
            let Some(mention) = mention.filter(|mention| mention.how != How::Demonym) else { continue };
            if articles.last().is_none_or(|last| last.entry != at.entry) {
                articles.push(Appearance { entry: at.entry, places: Vec::new() });
            }
            let Some(Appearance { places, .. }) = articles.last_mut() else { continue };
            match places.last_mut().filter(|place| place.sentence == mention.sentence) {
                Some(place) => place.marks.push(mention.span),
                None => places.push(Place { sentence: mention.sentence, marks: vec![mention.span] }),
            }
        }
        articles.sort_by_key(|article| catalogue.place(article.entry));
        let chosen = chosen(&articles);
        Self { articles, chosen }
    }

    /// Whether an actor can be in too many articles for its own page.
    pub(super) fn may_overflow(catalogue: &Catalogue<'_>, actor: u32) -> bool {
        let standing = catalogue.cast.standing(actor);
        (standing.named + standing.meant) as usize > SENTENCES + LISTED
    }

    /// Whether there are too many to list on the actor's own page.
    pub(super) fn overflow(&self) -> bool {
        self.articles.len() > SENTENCES + LISTED
    }

    /// Those that the page shows at length.
    pub(super) fn at_length(&self) -> impl Iterator<Item = &Appearance> + '_ {
        self.articles.iter().zip(&self.chosen).filter_map(|(article, chosen)| chosen.then_some(article))
    }

    /// The others.
    pub(super) fn in_short(&self) -> impl Iterator<Item = &Appearance> + '_ {
        self.articles.iter().zip(&self.chosen).filter_map(|(article, chosen)| (!chosen).then_some(article))
    }

    /// How many sentences of each article stand on the page: as many as fit when all get the same.
    fn sentences_each(&self) -> usize {
        let fits = |most: usize| self.at_length().map(|article| article.places.len().min(most)).sum::<usize>();
        (1..=SENTENCES).rev().find(|most| fits(*most) <= SENTENCES).unwrap_or(1)
    }
}

/// All articles, or of very many those that mention the actor in most sentences.
fn chosen(articles: &[Appearance]) -> Vec<bool> {
    if articles.len() <= SENTENCES {
        return vec![true; articles.len()];
    }
    let mut by_weight: Vec<usize> = (0..articles.len()).collect();
    by_weight.sort_by_key(|at| Reverse(articles[*at].places.len()));
    let mut chosen = vec![false; articles.len()];
    by_weight.iter().take(SENTENCES).for_each(|at| chosen[*at] = true);
    chosen
}

/// A sentence that mentions the actor.
#[derive(Serialize)]
struct Mentioned<'d> {
    href: String,
    number: u32,
    passage: Passage<'d>,
}

/// A sentence that is only linked to.
#[derive(Serialize)]
struct Pointer {
    href: String,
    number: u32,
}

/// An article with its sentences.
#[derive(Serialize)]
pub(super) struct Article<'d> {
    title: Title<'d>,
    href: String,
    outlet: Option<&'d str>,
    when: Option<When>,
    altered: bool,
    sentences: Vec<Mentioned<'d>>,
    further: Vec<Pointer>,
    /// How many more sentences there are, in words.
    more: Option<String>,
    /// Set where nothing of the text is published: how many sentences mention the actor, in words.
    withheld: Option<String>,
}

/// An article that is only listed.
#[derive(Serialize)]
struct Listed<'d> {
    title: Title<'d>,
    href: String,
    when: Option<When>,
    count: String,
}

/// Every mention in its context.
#[derive(Serialize)]
pub(super) struct Contexts<'d> {
    articles: Vec<Article<'d>>,
    /// How many articles are only listed, in words.
    others: Option<String>,
    listed: Vec<Listed<'d>>,
    /// The pages that hold every mention, where the articles are too many to list.
    pages: Option<Contents>,
}

impl<'d> Contexts<'d> {
    pub(super) fn of(appearances: &Appearances, pages: Option<Contents>, citations: &Citations<'_, 'd>) -> Self {
        let each = appearances.sentences_each();
        let others: Vec<&Appearance> = appearances.in_short().collect();
        let articles = appearances.at_length().map(|article| at_length(article, each, citations)).collect();
        let listed = if pages.is_some() { &[][..] } else { others.as_slice() };
        Self {
            articles,
            others: (!others.is_empty()).then(|| counted(others.len(), "further article", "further articles")),
            listed: listed.iter().map(|article| in_short(article, citations)).collect(),
            pages,
        }
    }
}

/// An article with the first `each` of its sentences.
pub(super) fn at_length<'d>(article: &Appearance, each: usize, citations: &Citations<'_, 'd>) -> Article<'d> {
    let entry = citations.entry(article.entry);
    let at = |place: &Place| SentenceRef { entry: article.entry, sentence: place.sentence };
    let published: Vec<&Place> =
        article.places.iter().filter(|place| shown::published_sentence(entry, place.sentence).is_some()).collect();
    let hidden = article.places.len() - published.len();
    let mentioned = |place: &&Place| {
        let passage = citations.passage(at(place), &place.marks)?;
        Some(Mentioned { href: citations.href(at(place)), number: place.sentence.0, passage })
    };
    let further = published.get(each..).unwrap_or_default();
    Article {
        title: Title::of(entry, citations.catalogue.dossier),
        href: citations.links.to(Route::Article(&entry.article.id)),
        outlet: citations.catalogue.outlet(entry).map(|outlet| outlet.name.as_str()),
        when: When::published(entry),
        altered: entry.article.meta.altered.is_some(),
        sentences: published.iter().take(each).filter_map(mentioned).collect(),
        further: further
            .iter()
            .take(LINKED)
            .map(|place| Pointer { href: citations.href(at(place)), number: place.sentence.0 })
            .collect(),
        more: further.len().checked_sub(LINKED).filter(|n| *n > 0).map(count),
        withheld: (hidden > 0).then(|| counted(hidden, "sentence", "sentences")),
    }
}

fn in_short<'d>(article: &Appearance, citations: &Citations<'_, 'd>) -> Listed<'d> {
    let entry = citations.entry(article.entry);
    let first = article.places.first().map_or(SentenceId(1), |place| place.sentence);
    Listed {
        title: Title::of(entry, citations.catalogue.dossier),
        href: citations.href(SentenceRef { entry: article.entry, sentence: first }),
        when: When::published(entry),
        count: grouped(article.places.len() as u64),
    }
}
