//! What a web address is, as fields give one.

/// Whether `text` is one web address.
pub(super) fn is_address(text: &str) -> bool {
    let web = ["http://", "https://"].iter().any(|scheme| text.len() > scheme.len() && text.starts_with(scheme));
    web && !text.contains(char::is_whitespace) && url::Url::parse(text).is_ok()
}
