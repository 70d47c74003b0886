//! One article's text, annotated: blocks with roles, sentences, tokens, quotations, chunks; and the word lists.

pub mod annotated;
pub mod blocks;
pub mod chunk;
pub(crate) mod figures;
pub mod gazetteer;
pub mod language;
pub mod lexicon;
pub mod names;
pub mod naming;
pub mod numerals;
pub mod quotation;
pub mod sentences;
pub mod tagger;
pub mod token;
pub(crate) mod words;
