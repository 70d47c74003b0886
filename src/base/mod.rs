//! Spans, ids, dates and diagnostics: the small vocabulary that every other room shares.

pub mod date;
pub mod diagnostic;
pub mod id;
pub mod span;
pub mod written;

pub use date::{PartialDate, Time};
pub use diagnostic::{Diagnostic, Place, Severity};
pub use id::{ActorId, ArticleId, OutletId, SentenceId, slug};
pub use span::Span;
pub use written::written_dates;
