//! What came of a build.

/// What a build did to the site, in files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// New files, and those whose bytes changed.
    pub written: u64,
    /// Files left as they were, time stamp included.
    pub unchanged: u64,
    /// Files of the former site that no page stands for any more.
    pub removed: u64,
}
