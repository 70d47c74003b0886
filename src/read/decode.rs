//! stub
pub struct Decoded {
    pub text: String,
    pub encoding: &'static str,
    pub malformed: Option<usize>,
}
#[derive(Debug, thiserror::Error)]
#[error("not text")]
pub struct Undecodable;
pub fn declared_charset(_: &[u8]) -> Option<String> {
    None
}
pub fn decode(bytes: &[u8], _: Option<&str>) -> Result<Decoded, Undecodable> {
    Ok(Decoded { text: String::from_utf8_lossy(bytes).into_owned(), encoding: "UTF-8", malformed: None })
}
