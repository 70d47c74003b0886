//! The waist of the hourglass: everything that the pages are made from.

use crate::base::{OutletId, PartialDate, SentenceId};
use crate::model::{
    Actor, Article, Claim, Day, Decided, Derivation, Discrepancy, Event, Note, Outlet, Publish, Quotation, Reading,
    Relation, Series, Settings, Summary, Unlinked,
};
use std::collections::{BTreeMap, BTreeSet};

/// A finished analysis, ready to be laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dossier {
    /// What the editor says of the dossier.
    pub settings: Settings,
    /// The date of the newest article: the dossier knows nothing later.
    pub as_of: Option<PartialDate>,
    /// Every outlet by its id.
    pub outlets: BTreeMap<OutletId, Outlet>,
    /// The articles in order of their ids.
    pub entries: Vec<Entry>,
    /// The actors in order of their ids.
    pub actors: Vec<Actor>,
    /// Names that an editor should look at, those with most mentions first.
    pub unlinked: Vec<Unlinked>,
    /// The quotations: every statement with a speaker is one wording of one quotation. In order of the
    /// first wording's publication.
    pub quotations: Vec<Quotation>,
    /// What the articles say of two actors, by the verb's subject.
    pub relations: Vec<Relation>,
    /// What happened when, in order of time.
    pub events: Vec<Event>,
    /// The days that the articles name, the weightiest first.
    pub days: Vec<Day>,
    /// Which article's text comes from which, in order of entries.
    pub derivations: Vec<Derivation>,
    /// What the articles report, the weightiest first.
    pub claims: Vec<Claim>,
    /// Where the articles differ.
    pub discrepancies: Vec<Discrepancy>,
    /// How counts of one thing grow through the articles, and where they differ; those of most values first.
    pub series: Vec<Series>,
    /// Which of the claims the merged summary tells.
    pub summary: Summary,
    /// The analyst's notes, key judgements first, then in order of their ids. They decide nothing of the above.
    pub notes: Vec<Note>,
    /// The editor's decisions, in order of their file, each with what came of it.
    pub decisions: Vec<Decided>,
}

/// One article of the dossier.
///
/// `article.meta` holds what was given, filled up with what the text yields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The article.
    pub article: Article,
    /// What the analysis says of it.
    pub reading: Reading,
    /// How much of it may be published, as the article, its outlet or the dossier says.
    pub publish: Publish,
    /// For each mention of the reading, the index of its actor in the dossier, where it is known.
    pub actors: Vec<Option<u32>>,
    /// The sentences of claims that an editor hides: nothing tells them, but the article that has them.
    pub hidden: BTreeSet<SentenceId>,
    /// The sentences that the dossier cites; all that is shown under [`Publish::Cited`].
    pub cited: BTreeSet<SentenceId>,
}
