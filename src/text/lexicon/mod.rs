//! Reads the word lists, each a file that a person can read.

pub mod actors;
pub mod content;
pub mod fold;
pub mod states;
pub mod stem;
pub mod table;
pub mod words;
