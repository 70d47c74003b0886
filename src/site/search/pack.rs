//! Values as the pieces of the search hold them.

use serde::Serialize;

/// A value as one line of JSON.
pub(super) fn pack(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("plain data has a form in JSON")
}
