//! The articles in the order in which readers meet them, and the actors in them.

use crate::base::PartialDate;
use crate::model::{Dossier, Entry, Outlet};
use crate::site::cast::Cast;
use crate::site::derivations::Derivations;
use crate::site::keys;
use crate::site::long::LongTexts;
use crate::site::published::{published, standing};
use crate::site::register::Register;
use crate::site::reports::Reports;
use crate::site::routes::{Anchor, Links};
use crate::site::series::{Label, labels};
use crate::site::shelves::{Shelves, index_of};
use crate::site::shown;
use rayon::prelude::*;
use std::cmp::Reverse;

/// A dossier with its articles in order of date.
pub(crate) struct Catalogue<'d> {
    /// What is laid out.
    pub(crate) dossier: &'d Dossier,
    /// Who is named where.
    pub(crate) cast: Cast,
    /// Who said what, and what happened when.
    pub(crate) register: Register,
    /// Which claims concern whom.
    pub(crate) reports: Reports,
    /// Which page of the list of sources each article stands on.
    pub(crate) shelves: Shelves,
    /// Which texts come from which.
    pub(crate) derivations: Derivations<'d>,
    /// How many words each article itself has, see [`shown::words`].
    pub(crate) words: Vec<usize>,
    /// Which texts stand on several pages.
    pub(crate) long: LongTexts,
    /// The id of each claim.
    pub(crate) claim_ids: Vec<String>,
    /// The id of each difference between sources.
    pub(crate) difference_ids: Vec<String>,
    /// What each series is called.
    pub(crate) series: Vec<Label>,
    /// Indices of `dossier.entries`, oldest first; articles without a date stand last.
    oldest_first: Vec<usize>,
    /// How many of them have a date.
    dated: usize,
    /// Where each entry stands in `oldest_first`.
    place: Vec<usize>,
}

impl<'d> Catalogue<'d> {
    pub(crate) fn new(dossier: &'d Dossier) -> Self {
        let entries = &dossier.entries;
        let mut oldest_first: Vec<usize> = (0..entries.len()).collect();
        // Entries come in order of their ids, and the sort keeps it among equals.
        oldest_first.sort_by_key(|at| {
            let date = standing(&entries[*at]);
            (date.is_none(), date)
        });
        let dated = oldest_first.partition_point(|at| standing(&entries[*at]).is_some());
        let mut place = vec![0; entries.len()];
        for (position, at) in oldest_first.iter().enumerate() {
            place[*at] = position;
        }
        let cast = Cast::new(dossier);
        let register = Register::new(dossier, &cast);
        let shelves = Shelves::new(entries, &oldest_first);
        let reports = Reports::new(dossier, &place);
        let derivations = Derivations::new(dossier);
        let words = entries.par_iter().map(shown::words).collect();
        // Texts are weighed as they are laid out, with what is known of their words.
        let long = LongTexts::of(dossier, &cast, &derivations);
        let (claim_ids, difference_ids) = (keys::claims(dossier), keys::discrepancies(dossier));
        let series = labels(dossier);
        Self {
            dossier,
            cast,
            register,
            reports,
            shelves,
            derivations,
            words,
            long,
            claim_ids,
            difference_ids,
            series,
            oldest_first,
            dated,
            place,
        }
    }

    /// The article at this place of the list of sources.
    pub(crate) fn shelved(&self, place: u32) -> &'d Entry {
        &self.dossier.entries[self.oldest_first[place as usize]]
    }

    /// The link to an article in the list of sources, on whichever page of it the article stands.
    pub(crate) fn to_source(&self, entry: &Entry, links: &Links) -> String {
        let id = &entry.article.id;
        let index = index_of(&self.dossier.entries, id).expect("an entry of the dossier has its place");
        links.to_anchor(self.shelves.page_of(index), Anchor::Source(id))
    }

    /// The articles, oldest first; those without a date stand last.
    pub(crate) fn oldest_first(&self) -> impl Iterator<Item = &'d Entry> + '_ {
        self.oldest_first.iter().map(|at| &self.dossier.entries[*at])
    }

    /// The articles, newest first; of one date, altered copies last and the rest in order of their
    /// ids. Those without a date stand last.
    pub(crate) fn newest_first(&self) -> impl Iterator<Item = &'d Entry> + '_ {
        self.newest_indices().map(|at| &self.dossier.entries[at])
    }

    /// The indices of the same.
    pub(crate) fn newest_indices(&self) -> impl Iterator<Item = usize> + '_ {
        let mut dated = self.oldest_first[..self.dated].to_vec();
        dated.sort_by_key(|at| {
            let entry = &self.dossier.entries[*at];
            (Reverse(standing(entry)), entry.article.meta.altered.is_some())
        });
        let undated = &self.oldest_first[self.dated..];
        dated.into_iter().chain(undated.iter().copied())
    }

    /// The index of an entry in the dossier: entries stand in order of their ids.
    pub(crate) fn index_of(&self, entry: &Entry) -> Option<usize> {
        self.dossier.entries.binary_search_by(|other| other.article.id.cmp(&entry.article.id)).ok()
    }

    /// Where the entry at `index` stands among the articles, oldest first.
    pub(crate) fn place(&self, index: u32) -> usize {
        self.place[index as usize]
    }

    /// The articles published before and after the entry at `index`, by date.
    pub(crate) fn neighbours(&self, index: usize) -> (Option<&'d Entry>, Option<&'d Entry>) {
        let position = self.place[index];
        let dated = &self.oldest_first[..self.dated];
        if position >= dated.len() {
            return (None, None);
        }
        let entry = |position: usize| dated.get(position).map(|at| &self.dossier.entries[*at]);
        (position.checked_sub(1).and_then(entry), entry(position + 1))
    }

    /// The first and the last date of publication.
    pub(crate) fn span_of_dates(&self) -> Option<(PartialDate, PartialDate)> {
        let mut dates = self.oldest_first[..self.dated].iter().filter_map(|at| published(&self.dossier.entries[*at]));
        let first = dates.next()?;
        Some((first, dates.next_back().unwrap_or(first)))
    }

    /// The outlet of an article, where it is known.
    pub(crate) fn outlet(&self, entry: &'d Entry) -> Option<&'d Outlet> {
        self.dossier.outlets.get(&entry.article.meta.outlet.as_ref()?.value)
    }
}
