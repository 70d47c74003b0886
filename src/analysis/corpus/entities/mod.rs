//! Joins the actors of all articles: one of the dossier for each of the real world, as far as the texts decide it.
//!
//! What an editor's record lists comes first ([`recorded`]), then what the word lists know, then full names ([`people`])
//! and organisations and places ([`bodies`]); surnames alone come last and only where their surroundings agree
//! ([`bare`], by [`context`]). Everything is found by sorted keys, so the work grows with the mentions.

mod bare;
mod bodies;
mod build;
mod context;
mod ids;
mod local;
mod people;
mod recorded;
mod records;
mod spellings;
mod work;

pub use build::Links;

use crate::model::{Article, Reading, Record};
use records::Records;
use work::Work;

/// Joins the actors of all `articles`, whose `readings` stand in the same order.
///
/// Every one of the `records` becomes an actor, mentioned or not.
#[must_use]
pub fn link(articles: &[Article], readings: &[Reading], records: &[Record]) -> Links {
    let locals = local::locals(articles, readings);
    let records = Records::new(records);
    let mut work = Work::new(articles, readings, &locals, &records);
    recorded::join(&mut work);
    work.listed();
    let mut similar = people::join(&mut work);
    bodies::join(&mut work);
    let alike = spellings::alike(&work);
    context::join_reordered(&mut work, &alike.reordered);
    similar.extend(alike.slips);
    context::join_similar(&mut work, &similar);
    let open = bare::join(&mut work);
    build::build(&work, open)
}
