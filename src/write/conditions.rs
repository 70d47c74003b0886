//! The world that a build runs in, as far as tests change it.

/// What a test may change of the world that a build runs in.
#[derive(Clone, Copy)]
pub(super) struct Conditions<'a> {
    /// Whether to try to exchange two folders in one act.
    pub(super) exchange: bool,
    /// Called as each step is reached.
    pub(super) at: &'a (dyn Fn(Step) + Sync),
}

/// The moments between which a kill makes a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Locked,
    Recovered,
    Page,
    Staged,
    Kept,
    MovedAside,
    Swapped,
    Cleared,
}
