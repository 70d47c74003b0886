//! What all articles say together: entities, reuse, claims, discrepancies, quotations, events, the summary.

mod boilerplate;
mod cite;
pub mod claims;
pub mod compare;
pub mod decisions;
mod descriptions;
pub mod discrepancies;
pub mod entities;
pub mod events;
pub mod extract;
pub mod quotations;
pub mod reuse;
pub mod summary;
mod told;
pub mod weave;
