//! From a file's bytes to text: the encoding is told, found or guessed, and what is no text is named.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A file's bytes as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text: without a byte order mark, otherwise character for character what the bytes say.
    pub text: String,
    /// Name of the encoding, as the Encoding Standard spells it.
    pub encoding: &'static str,
    /// Offset in the file, in bytes, of the first sequence that the encoding does not know;
    /// each such sequence became U+FFFD.
    pub malformed: Option<usize>,
}

/// The bytes are no text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is {looks_like}, not text")]
pub(super) struct Undecodable {
    /// What the bytes look like, with its article: "a PDF document".
    pub looks_like: &'static str,
}

/// Decodes a file as the Encoding Standard does, guessing where nothing is declared.
///
/// In this order: a byte order mark; the encoding `declared` (a label such as an HTML page gives,
/// ignored where the Standard does not know it); UTF-16 by its pattern of NUL bytes; UTF-8 where
/// the bytes are valid; else what `chardetng` makes of them.
///
/// # Errors
/// When the bytes are a known binary form, or are mostly control characters.
pub(super) fn decode(bytes: &[u8], declared: Option<&str>) -> Result<Decoded, Undecodable> {
    if let Some(looks_like) = binary_form(bytes) {
        return Err(Undecodable { looks_like });
    }
    let marked = Encoding::for_bom(bytes);
    let told = marked.or_else(|| Some((Encoding::for_label(declared?.as_bytes())?, 0)));
    let (encoding, skip) = told.or_else(|| Some((unmarked_utf16(bytes)?, 0))).unwrap_or_else(|| (guess(bytes), 0));
    let decoded = decode_as(encoding, bytes, skip);
    if is_mostly_control(&decoded.text) {
        return Err(Undecodable { looks_like: "binary data" });
    }
    Ok(decoded)
}

/// First bytes of the forms that get saved or renamed by mistake.
const FORMS: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (or a .docx, .odt or .epub document)"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Microsoft Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"bplist00", "a binary property list (such as a Safari web archive)"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xFD7zXZ\0", "an xz archive"),
    (b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive"),
    (b"Rar!\x1A\x07", "a RAR archive"),
    (b"\x28\xB5\x2F\xFD", "a Zstandard archive"),
    (b"\x89PNG\r\n\x1A\n", "a PNG picture"),
    (b"\xFF\xD8\xFF", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"\x7FELF", "an ELF program"),
    (b"MZ\x90\0", "a Windows program"),
    (b"\xCA\xFE\xBA\xBE", "a compiled program"),
    (b"\xCF\xFA\xED\xFE", "a macOS program"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"\xFF\xFE\0\0", "text in UTF-32 (save it as UTF-8)"),
    (b"\0\0\xFE\xFF", "text in UTF-32 (save it as UTF-8)"),
];

/// What a file is that opens like a known binary form.
fn binary_form(bytes: &[u8]) -> Option<&'static str> {
    // A line break or a mark before "%PDF-" does not keep PDF readers from opening the file.
    let lead = bytes.iter().take(16).take_while(|b| b.is_ascii_whitespace()).count();
    let known = FORMS.iter().find(|(first, _)| bytes.starts_with(first) || bytes[lead..].starts_with(first));
    // Short words such as `ID3` and `BZh` may open an article; a recording or archive goes on in other bytes.
    let named = known.filter(|(first, _)| first.len() > 4 || std::str::from_utf8(bytes).is_err() || has_nul(bytes));
    named.map(|(_, name)| *name).or_else(|| match bytes {
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("a WebP picture"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E', ..] => Some("a WAV recording"),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] if has_nul(bytes) => Some("a video or an AVIF picture"),
        _ => None,
    })
}

fn has_nul(bytes: &[u8]) -> bool {
    memchr::memchr(0, &bytes[..bytes.len().min(SAMPLE)]).is_some()
}

/// How much of a file's head decides whether it is UTF-16, in bytes.
const SAMPLE: usize = 4096;

/// UTF-16 without a byte order mark.
///
/// In every alphabet one byte of each pair is NUL (spaces, ASCII) or the small number of the
/// alphabet's block, so one side of the pairs holds control bytes almost only and the other few.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if bytes.len() % 2 == 1 || !has_nul(sample) {
        return None;
    }
    let is_low = |byte: u8| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r');
    let (mut first, mut second, mut pairs) = (0, 0, 0);
    for pair in sample.chunks_exact(2) {
        first += usize::from(is_low(pair[0]));
        second += usize::from(is_low(pair[1]));
        pairs += 1;
    }
    let most = |count: usize| count * 10 >= pairs * 7;
    let few = |count: usize| count * 10 <= pairs * 2;
    match (most(first), most(second)) {
        (false, true) if few(first) => Some(UTF_16LE),
        (true, false) if few(second) => Some(UTF_16BE),
        _ => None,
    }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    if is_damaged_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let guessed = detector.guess(None, Utf8Detection::Deny);
    // Short texts in English hold too few foreign letters to tell the Western encoding from its
    // neighbours; where it says the same, it is what was meant.
    let same = |one: &'static Encoding| one.decode_without_bom_handling_and_without_replacement(bytes);
    if same(WINDOWS_1252).is_some_and(|western| Some(western) == same(guessed)) { WINDOWS_1252 } else { guessed }
}

/// Whether nearly all that is not ASCII is valid UTF-8: a text with a broken byte or a cut-off end,
/// which any other encoding would turn into gibberish as a whole.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= 2 && good >= bad * 4
}

/// Decodes all bytes after the first `skip`.
fn decode_as(encoding: &'static Encoding, bytes: &[u8], skip: usize) -> Decoded {
    let body = &bytes[skip..];
    if encoding == UTF_8
        && let Ok(text) = std::str::from_utf8(body)
    {
        return Decoded { text: text.to_owned(), encoding: encoding.name(), malformed: None };
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(body.len() + body.len() / 8 + 16);
    let mut malformed = None;
    let mut read = 0;
    loop {
        let (result, taken) = decoder.decode_to_string_without_replacement(&body[read..], &mut text, true);
        read += taken;
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => text.reserve(body.len() - read + 64),
            DecoderResult::Malformed(length, after) => {
                malformed.get_or_insert(skip + read - usize::from(length) - usize::from(after));
                text.push('\u{FFFD}');
            }
        }
    }
    Decoded { text, encoding: encoding.name(), malformed }
}

/// Whether more than one character in twenty is a control character (or every other one NUL).
///
/// Random bytes read in a one-byte encoding have one in nine; text has next to none. NUL is
/// counted apart, since some programs pad text with it.
fn is_mostly_control(text: &str) -> bool {
    let (mut all, mut controls, mut nuls) = (0_usize, 0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        nuls += usize::from(c == '\0');
        controls += usize::from(c < ' ' && !matches!(c, '\0' | '\t' | '\n' | '\r' | '\x0C' | '\x1B') || c == '\x7F');
    }
    controls * 20 > all || nuls * 2 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], declared: Option<&str>) -> (String, &'static str, Option<usize>) {
        let Decoded { text, encoding, malformed } = decode(bytes, declared).unwrap();
        (text, encoding, malformed)
    }

    fn utf16(text: &str, to: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to).collect()
    }

    #[test]
    fn a_byte_order_mark_outweighs_the_declaration_and_is_dropped() {
        assert_eq!(decoded(b"\xEF\xBB\xBFcaf\xC3\xA9", Some("windows-1252")), ("café".into(), "UTF-8", None));
        let mut bytes = vec![0xFF, 0xFE];
        bytes.extend(utf16("Über", u16::to_le_bytes));
        assert_eq!(decoded(&bytes, Some("utf-8")), ("Über".into(), "UTF-16LE", None));
    }

    #[test]
    fn a_declared_encoding_outweighs_valid_utf_8() {
        assert_eq!(decoded(b"caf\xC3\xA9", Some("latin1")), ("cafÃ©".into(), "windows-1252", None));
        assert_eq!(decoded(b"\xCF\xF0\xE8", Some("windows-1251")), ("При".into(), "windows-1251", None));
    }

    #[test]
    fn a_label_that_the_standard_does_not_know_is_ignored() {
        assert_eq!(decoded("dé".as_bytes(), Some("utf-7")), ("dé".into(), "UTF-8", None));
    }

    #[test]
    fn utf_16_without_a_mark_is_known_by_its_control_bytes() {
        for text in ["Plain words and more.\r\n", "Привет, это новости дня.\n", "Καλημέρα σε όλους εσάς εκεί"]
        {
            assert_eq!(decoded(&utf16(text, u16::to_le_bytes), None), (text.into(), "UTF-16LE", None));
            assert_eq!(decoded(&utf16(text, u16::to_be_bytes), None), (text.into(), "UTF-16BE", None));
        }
    }

    #[test]
    fn nul_bytes_in_text_and_line_ends_stay() {
        let text = "one\0two\r\nthree\0\rfour";
        assert_eq!(decoded(text.as_bytes(), None), (text.into(), "UTF-8", None));
    }

    #[test]
    fn the_first_malformed_sequence_is_located_in_the_file() {
        assert_eq!(decoded(b"ab\xFFcd\xFE", Some("utf-8")), ("ab\u{FFFD}cd\u{FFFD}".into(), "UTF-8", Some(2)));
        assert_eq!(decoded(b"\xEF\xBB\xBFa\xE2\x82", None), ("a\u{FFFD}".into(), "UTF-8", Some(4)));
    }

    #[test]
    fn undeclared_legacy_text_is_guessed() {
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode("Министр заявил, что переговоры продолжаются в Москве.");
        assert_eq!(decoded(&bytes, None).1, "windows-1251");
        let (bytes, ..) = encoding_rs::SHIFT_JIS.encode("首相は記者団に対し、会談は続いていると述べた。");
        assert_eq!(decoded(&bytes, None).1, "Shift_JIS");
        assert_eq!(decoded(b"He said: \x93it\x92s done\x94, caf\xE9.", None).0, "He said: “it’s done”, café.");
    }

    #[test]
    fn encodings_that_the_standard_replaces_yield_one_replacement_character() {
        assert_eq!(decoded(b"\x1B$)C text", Some("iso-2022-kr")), ("\u{FFFD}".into(), "replacement", Some(0)));
    }

    #[test]
    fn what_is_no_text_is_named() {
        for (bytes, name) in [
            (&b"%PDF-1.4\n1 0 obj"[..], "a PDF document"),
            (b"\r\n%PDF-1.4", "a PDF document"),
            (b"PK\x03\x04\x14\0\x06\0", "a ZIP archive (or a .docx, .odt or .epub document)"),
            (b"\x89PNG\r\n\x1A\n\0\0", "a PNG picture"),
            (b"\x7FELF\x02\x01\x01\0", "an ELF program"),
            (b"RIFF\x10\0\0\0WEBPVP8 ", "a WebP picture"),
            (b"\x01\x02\x03\x04text", "binary data"),
        ] {
            assert_eq!(decode(bytes, None).unwrap_err().looks_like, name);
        }
        let noise: Vec<u8> = (0..2000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert!(decode(&noise, None).is_err());
    }

    #[test]
    fn words_that_open_like_a_recording_are_text() {
        assert_eq!(decoded(b"ID3 tags explained", None).0, "ID3 tags explained");
        assert_eq!(decoded(b"", None), (String::new(), "UTF-8", None));
    }
}
