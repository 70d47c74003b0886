//! Cuttings turns a folder of news articles into a briefing dossier that others can check.
//!
//! The pipeline, in reading order:
//!
//! - [`read`]: content folder → [`model::Corpus`]
//! - [`text`]: one article's text, annotated
//! - [`analysis`]: each article → [`model::Reading`], all of them → [`model::Dossier`]
//! - [`site`]: dossier → pages, as a stream of paths and bytes
//! - [`mod@write`]: pages → the output folder, whole or not at all
//! - [`check`]: the output folder as written → diagnostics
//!
//! `ARCHITECTURE.md` has the map, the vocabulary and the invariants.

pub mod analysis;
pub mod base;
pub mod check;
pub mod cli;
pub mod model;
pub mod read;
pub mod report;
pub mod site;
pub mod text;
pub mod write;
