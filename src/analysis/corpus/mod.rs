//! What all articles say together: entities, reuse, claims, discrepancies, quotations, events, the summary.

mod acts;
mod boilerplate;
mod candidates;
mod cite;
pub mod claims;
mod cluster;
pub mod compare;
mod dating;
pub mod decisions;
mod descriptions;
pub mod discrepancies;
pub mod entities;
pub mod events;
pub mod extract;
mod letters;
pub mod quotations;
pub mod reuse;
pub mod series;
pub mod summary;
mod told;
pub mod weave;
