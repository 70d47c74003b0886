//! Puts the pages in place: staged beside the site, then swapped in whole.
pub struct Outcome {
    pub written: u64,
    pub unchanged: u64,
    pub removed: u64,
}
pub fn publish(
    _: &crate::site::Pages<'_>,
    _: &std::path::Path,
    _: &(dyn Fn() + Sync),
) -> Result<Outcome, std::io::Error> {
    todo!()
}
