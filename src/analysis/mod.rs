//! What the saved texts say: pure functions without files, clock, randomness or HTML.

pub mod clean;
pub mod language;
pub mod segment;
