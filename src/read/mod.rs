//! From a content folder to a corpus: walking, front matter, and the text of each form of file.
