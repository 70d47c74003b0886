//! Another actor that is named beside the one whose page it is.

use crate::site::views::parts::Chip;
use serde::Serialize;

/// Another actor that is named beside this one.
#[derive(Serialize)]
pub(super) struct Companion<'d> {
    pub(super) chip: Chip<'d>,
    pub(super) words: String,
    #[serde(skip)]
    pub(super) sentences: u32,
}
