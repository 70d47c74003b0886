//! One typed view for each template: everything that the page shows, borrowed from the dossier where it can be.

pub(crate) mod a_to_z;
pub(crate) mod actor;
pub(crate) mod actors;
pub(crate) mod article;
pub(crate) mod echo;
pub(crate) mod feed;
pub(crate) mod former;
pub(crate) mod frame;
pub(crate) mod gaps;
pub(crate) mod index;
pub(crate) mod method;
pub(crate) mod network;
pub(crate) mod not_found;
pub(crate) mod parts;
pub(crate) mod provenance;
pub(crate) mod sitemap;
pub(crate) mod sources;
