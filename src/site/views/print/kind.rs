//! What the printed document holds.

/// What an entry of the document is. The order is that of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A note of key judgements, as an index into the dossier's notes.
    Judgements,
    /// A claim that is a key point.
    Point,
    /// An event.
    Event,
    /// An quotation.
    Statement,
    /// A series of counts.
    Count,
    /// A discrepancy.
    Difference,
    /// An actor.
    Actor,
    /// A note that is no key judgement.
    Note,
    /// An entry of the dossier.
    Article,
    /// An endnote, from 0.
    Endnote,
    /// An actor, in the index of names.
    Name,
    /// An entry of the dossier, in the list of sources.
    Source,
}
