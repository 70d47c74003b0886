//! Tags tokens: a linear-chain conditional random field ([`model`]) over hashed features, for names ([`super::names`])
//! and for parts of speech ([`speech`], of which [`lemma`] makes use).

pub mod features;
pub mod hash;
pub mod lemma;
pub mod model;
pub mod speech;
pub(crate) mod table;
pub mod upos;
pub mod words;
