//! All integration tests, in one program: a change is linked once, and tests run side by side.
//!
//! `cargo test --test suite dates::` runs one file's; `BLESS=1` in front writes annotated texts as they are found.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests read their cases from files and their one flag from the environment, and stop where they cannot"
)]
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "paths of the site are in lower case")]
#![allow(unreachable_pub, reason = "what a test module lends to others is public within this program only")]

mod acts;
mod analyze;
mod architecture;
mod attribution;
mod bad_input;
mod blocks;
mod build;
mod chunks;
mod claims;
mod coreference;
mod dates;
mod dating;
mod decisions;
mod descriptions;
mod discrepancies;
mod event_mentions;
mod events;
mod first_corpus;
mod first_corpus_actors;
mod first_corpus_summary;
mod growth;
mod identity;
mod identity_pairs;
mod metadata;
mod names;
mod notes;
mod one_more;
mod proved;
mod publishing;
mod quantities;
mod quotations;
mod records;
mod reuse;
mod sentences;
mod series;
mod site;
mod site_actors;
mod site_chronology;
mod site_claims;
mod site_lists;
mod site_long;
mod site_network;
mod site_print;
mod site_references;
mod site_statements;
mod site_summary;
mod site_told;
mod strays;
mod support;
mod trials;
mod unread;
mod withheld;
