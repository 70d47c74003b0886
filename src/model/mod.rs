//! Plain data that the stages hand to each other.
//!
//! [`corpus`] is what `read` finds, [`reading`] what the analysis says of one article alone, and
//! [`dossier`] the waist of the hourglass: all that the pages are made from.

pub mod act;
pub mod actor;
pub mod chronology;
pub mod citation;
pub mod claim;
pub mod corpus;
pub mod dating;
pub mod decision;
pub mod derivation;
pub mod dossier;
pub mod mention;
pub mod metadata;
pub mod note;
pub mod outlet;
pub mod quantity;
pub mod reading;
pub mod role;
pub mod series;
pub mod settings;
pub mod statement;
pub mod summary;
pub mod text;

pub use act::{Act, Relation, RelationNote};
pub use actor::{
    Actor, ActorDescription, Alias, Apart, DescriptionNote, Joined, LocalActor, LocalMention, MentionRef, Record,
    RecordRole, SentenceRef, Tie, Unlinked, Why,
};
pub use chronology::{DateBasis, DateExpression, DateKind, Day, Event, EventMention, Status};
pub use citation::{Citation, Unfound, citations, sentence_at, sentences_of};
pub use claim::{Claim, Counted, Discrepancy, DiscrepancyKind, Level, Side, Support};

pub use corpus::{Article, Corpus, Format};
pub use dating::{Clue, Dated, Named, Tense};
pub use decision::{Decided, Decision, Ruling};
pub use derivation::{Derivation, Derived, Evidence, derivations_of, derived_among};
pub use dossier::{Dossier, Entry};
pub use mention::{ActorKind, How, Mention, Pronoun};
pub use metadata::{Basis, Known, Metadata, Retrieved};
pub use note::Note;
pub use outlet::{Grade, Outlet, OutletKind};
pub use quantity::{Hedge, Quantity, Unit};
pub use reading::{Block, Inferred, Language, Reading, Sentence};
pub use role::{Role, Rule};
pub use series::{Series, Value, Where};
pub use settings::{Publish, Settings};
pub use statement::{Difference, Quotation, Stance, Statement, StatementKind, StatementRef, StatementRule, Wording};
pub use summary::Summary;
pub use text::{Line, LineKind, Markup, MarkupKind, SavedText};
