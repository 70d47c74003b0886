//! stub
use crate::{base::PartialDate, model::SavedText};
#[derive(Default)]
pub struct Page {
    pub saved: SavedText,
    pub stated: PageMeta,
}
#[derive(Default)]
pub struct PageMeta {
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub authors: Vec<String>,
    pub published: Option<PartialDate>,
    pub retrieved: Option<PartialDate>,
    pub url: Option<String>,
    pub language: Option<String>,
    pub section: Option<String>,
    pub description: Option<String>,
}
pub fn html(text: &str) -> Page {
    Page { saved: SavedText::plain(text.to_owned()), stated: PageMeta::default() }
}
