//! Tags tokens: a linear-chain conditional random field ([`model`]) over hashed features, for names and for parts of
//! speech.

pub mod hash;
pub mod model;
pub mod words;
