//! Lays out a dossier as pages: pure, from plain data and templates to bytes.

pub mod pages;

pub use pages::{Page, Pages, RenderError};
pub struct Templates;
impl Templates {
    pub fn embedded() -> Result<Self, std::io::Error> {
        Ok(Self)
    }
}
pub fn lay_out<'d>(_: &'d crate::model::Dossier, _: &'d Templates) -> Pages<'d> {
    Pages::new(vec![])
}
