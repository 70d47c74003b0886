//! Spans, ids, dates and diagnostics: the small vocabulary that every other room shares.

/// The file at the root of a folder that Cuttings wrote and may replace; such a folder is never read as input.
pub const SITE_MARKER: &str = ".cuttings";

pub mod date;
pub mod diagnostic;
pub mod id;
pub mod keep;
pub mod showable;
pub mod span;
pub mod when;
pub mod written;

pub use date::{PartialDate, Time, WEEKDAYS};
pub use diagnostic::{Diagnostic, Place, Severity};
pub use id::{ActorId, ArticleId, NoteId, OutletId, SentenceId, slug};
pub use keep::Keep;
pub use showable::is_unshowable;
pub use span::Span;
pub use when::{Part, Season, When};
pub use written::written_dates;
