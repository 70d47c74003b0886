//! Lays out a dossier as pages: pure, from plain data and templates to bytes.

pub mod pages;

pub use pages::{Page, Pages, RenderError};
