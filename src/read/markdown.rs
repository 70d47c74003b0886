//! stub
use crate::model::SavedText;
pub fn markdown(text: &str) -> SavedText {
    SavedText::plain(text.to_owned())
}
