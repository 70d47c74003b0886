//! Plain data that the stages hand to each other.
//!
//! [`corpus`] is what `read` finds, [`reading`] what the analysis says of one article alone, and
//! [`dossier`] the waist of the hourglass: all that the pages are made from.

pub mod corpus;
pub mod dossier;
pub mod mention;
pub mod metadata;
pub mod outlet;
pub mod reading;
pub mod role;
pub mod settings;
pub mod text;

pub use corpus::{Article, Corpus, Format};
pub use dossier::{Dossier, Entry};
pub use mention::{ActorKind, How, Mention};
pub use metadata::{Basis, Known, Metadata, Retrieved};
pub use outlet::{Grade, Outlet, OutletKind};
pub use reading::{Block, Inferred, Language, Reading, Sentence};
pub use role::{Role, Rule};
pub use settings::{Publish, Settings};
pub use text::{Line, LineKind, Markup, MarkupKind, SavedText};
