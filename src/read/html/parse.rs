//! Parses a page whatever it holds: nesting, elements and attributes are bounded before the parser sees them.

use super::tags;
use dom_query::{Document, NodeId};
use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::Tracer;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{RawKind, Rawtext, ScriptData};
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{LocalName, TokenizerResult, local_name};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};

/// Elements open at once; start tags past it are left out, their text stays. Parsing and
/// extraction take time by depth (2,000 nested elements cost `dom_smoothie` most of a minute),
/// while pages of newspapers stay below 60.
const DEPTH: usize = 256;

/// Nodes of one page; past it only text is added. The largest pages of newspapers have 50,000.
const NODES: usize = 400_000;

/// Attributes of one element; the tokenizer compares each with all before it.
const ATTRIBUTES: usize = 256;

/// Longest attribute value that is kept, in bytes. Pictures saved inside a page are longer.
const VALUE: usize = 16 * 1024;

/// Most JSON-LD that is kept, in bytes.
const JSON_LD: usize = 4 * 1024 * 1024;

/// How many comments are searched for the marks that browsers leave when they save a page.
const COMMENTS: usize = 32;

/// A parsed page.
pub(super) struct Parsed {
    /// Its elements and text; scripts, styles and comments are left out.
    pub(super) document: Document,
    /// Its JSON-LD, block by block, as written.
    pub(super) json_ld: Vec<String>,
    /// Its first comments.
    pub(super) comments: Vec<StrTendril>,
}

/// Parses a page by the HTML Standard, within the bounds above.
pub(super) fn parse(page: &str) -> Parsed {
    let options = TreeBuilderOpts { scripting_enabled: false, drop_doctype: true, ..TreeBuilderOpts::default() };
    let sink = Bounded {
        builder: TreeBuilder::new(Document::default(), options),
        skipped: RefCell::default(),
        json_ld: RefCell::default(),
        comments: RefCell::default(),
        full: Cell::new(false),
    };
    let tokenizer = Tokenizer::new(sink, html5ever::tokenizer::TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(without_excess_attributes(page).as_ref()));
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    let Bounded { builder, json_ld, comments, .. } = tokenizer.sink;
    let document = builder.sink;
    document.errors.borrow_mut().clear();
    Parsed { document, json_ld: json_ld.into_inner(), comments: comments.into_inner() }
}

/// Stands between tokenizer and tree builder, and lets through what the bounds allow.
struct Bounded {
    builder: TreeBuilder<NodeId, Document>,
    /// The element whose content is being left out, and whether that content is JSON-LD.
    skipped: RefCell<Option<(LocalName, bool)>>,
    json_ld: RefCell<Vec<String>>,
    comments: RefCell<Vec<StrTendril>>,
    full: Cell<bool>,
}

/// Counts what the tree builder holds on to: its open elements, and those it would open again.
#[derive(Default)]
struct Held(Cell<usize>);

impl Tracer for Held {
    type Handle = NodeId;

    fn trace_handle(&self, _: &NodeId) {
        self.0.set(self.0.get() + 1);
    }
}

impl TokenSink for Bounded {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        match token {
            Token::ParseError(_) => TokenSinkResult::Continue,
            Token::CommentToken(comment) => {
                let mut comments = self.comments.borrow_mut();
                if comments.len() < COMMENTS {
                    comments.push(comment);
                }
                TokenSinkResult::Continue
            }
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => self.start(tag, line),
            Token::TagToken(tag) => self.end_tag(tag, line),
            Token::CharacterTokens(_) | Token::NullCharacterToken if self.skipped.borrow().is_some() => {
                if let Token::CharacterTokens(text) = token {
                    self.keep_json_ld(&text);
                }
                TokenSinkResult::Continue
            }
            token => self.builder.process_token(token, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

impl Bounded {
    fn start(&self, mut tag: Tag, line: u64) -> TokenSinkResult<NodeId> {
        let foreign = self.adjusted_current_node_present_but_not_in_html_namespace();
        if !foreign && let Some(raw) = raw_content(&tag.name) {
            let is_json_ld = attribute(&tag, &local_name!("type")).is_some_and(is_json_ld);
            if is_json_ld {
                self.json_ld.borrow_mut().push(String::new());
            }
            *self.skipped.borrow_mut() = Some((tag.name, is_json_ld));
            return TokenSinkResult::RawData(raw);
        }
        self.full.set(self.full.get() || self.builder.sink.tree.len() >= NODES);
        if self.full.get() {
            return self.builder.process_token(Token::CharacterTokens(" ".into()), line);
        }
        if !tags::is_void(&tag.name) && self.depth() >= DEPTH {
            return self.line_break(&tag, line);
        }
        trim_attributes(&mut tag);
        self.builder.process_token(Token::TagToken(tag), line)
    }

    fn end_tag(&self, tag: Tag, line: u64) -> TokenSinkResult<NodeId> {
        let ended = self.skipped.borrow().as_ref().is_some_and(|(name, _)| *name == tag.name);
        if ended {
            *self.skipped.borrow_mut() = None;
            return TokenSinkResult::Continue;
        }
        // These two make an element where none is open.
        if self.full.get() && matches!(tag.name, local_name!("p") | local_name!("br")) {
            return TokenSinkResult::Continue;
        }
        self.builder.process_token(Token::TagToken(tag), line)
    }

    fn depth(&self) -> usize {
        let held = Held::default();
        self.builder.trace_handles(&held);
        held.0.get()
    }

    /// In place of a block that nests too deep: its text stays on lines of its own.
    fn line_break(&self, tag: &Tag, line: u64) -> TokenSinkResult<NodeId> {
        if tags::is_block(&tag.name) {
            for _ in 0..2 {
                let name = local_name!("br");
                let kind = TagKind::StartTag;
                let tag = Tag { kind, name, self_closing: false, attrs: Vec::new(), had_duplicate_attributes: false };
                let _ = self.builder.process_token(Token::TagToken(tag), line);
            }
        }
        TokenSinkResult::Continue
    }

    fn keep_json_ld(&self, text: &str) {
        let is_json_ld = self.skipped.borrow().as_ref().is_some_and(|(_, is_json_ld)| *is_json_ld);
        let mut blocks = self.json_ld.borrow_mut();
        if is_json_ld && blocks.iter().map(String::len).sum::<usize>() + text.len() <= JSON_LD {
            blocks.last_mut().expect("a block is pushed when its element starts").push_str(text);
        }
    }
}

/// How the content of elements that are left out altogether is tokenized.
fn raw_content(name: &LocalName) -> Option<RawKind> {
    match &**name {
        "script" => Some(ScriptData),
        "style" | "iframe" | "noembed" | "noframes" => Some(Rawtext),
        _ => None,
    }
}

fn is_json_ld(media_type: &str) -> bool {
    media_type.trim().to_ascii_lowercase().starts_with("application/ld+json")
}

fn attribute<'t>(tag: &'t Tag, name: &LocalName) -> Option<&'t str> {
    tag.attrs.iter().find(|attribute| attribute.name.local == *name).map(|attribute| &*attribute.value)
}

/// Drops attributes that neither the text, nor its metadata, nor extraction goes by.
fn trim_attributes(tag: &mut Tag) {
    // Without attributes the parser opens at most three alike again (its "Noah's Ark clause").
    if tags::is_reopened(&tag.name) {
        tag.attrs.clear();
        return;
    }
    tag.attrs.retain(|attribute| {
        let name = &*attribute.name.local;
        let is_for_pictures = matches!(name, "data-src" | "data-srcset" | "srcset");
        is_for_pictures || !(name.starts_with("on") || name.starts_with("data-"))
    });
    for attribute in &mut tag.attrs {
        if attribute.value.len() > VALUE {
            attribute.value.clear();
        }
    }
}

/// The page without the attributes past the first `ATTRIBUTES` of an element.
fn without_excess_attributes(page: &str) -> Cow<'_, str> {
    let bytes = page.as_bytes();
    let mut kept = String::new();
    let (mut copied, mut at) = (0, 0);
    while let Some(skip) = memchr::memchr(b'<', &bytes[at..]) {
        at += skip;
        if let Some(end) = end_of_unparsed(&bytes[at..]) {
            at += end;
        } else if bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic) {
            let (last, end) = measure_tag(&bytes[at..]);
            if let Some(last) = last {
                kept.push_str(&page[copied..at + last]);
                copied = at + end;
            }
            at += end;
        } else {
            at += 1;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(page);
    }
    kept.push_str(&page[copied..]);
    Cow::Owned(kept)
}

/// Where a comment, script or style that starts here ends: what looks like tags inside is none.
fn end_of_unparsed(rest: &[u8]) -> Option<usize> {
    let opens = |tag: &[u8]| rest.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag));
    let end = if opens(b"<!--") {
        memchr::memmem::find(&rest[2..], b"-->").map(|end| end + 2)
    } else if opens(b"<script") || opens(b"<style") {
        let (close, mut from) = (if opens(b"<script") { &b"</script"[..] } else { b"</style" }, 1);
        loop {
            let Some(at) = memchr::memmem::find(&rest[from..], b"</") else { break None };
            from += at;
            if rest[from..].get(..close.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(close)) {
                break Some(from);
            }
            from += 2;
        }
    } else {
        return None;
    };
    Some(end.map_or(rest.len(), |end| end.max(1)))
}

/// Where a tag's attributes pass the limit, if they do, and where the tag ends (at its `>`).
fn measure_tag(tag: &[u8]) -> (Option<usize>, usize) {
    let (mut attributes, mut last, mut quote, mut before) = (0, None, None, b'<');
    for (at, &byte) in tag.iter().enumerate() {
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            None if byte == b'>' => return (last, at),
            None if matches!(byte, b'"' | b'\'') && before == b'=' => quote = Some(byte),
            None => {
                let parts = |b: u8| b.is_ascii_whitespace() || matches!(b, b'/' | b'"' | b'\'');
                if parts(before) && !parts(byte) {
                    attributes += 1;
                    if attributes > ATTRIBUTES && last.is_none() {
                        last = Some(at);
                    }
                }
            }
        }
        // White space may stand on both sides of the equals sign.
        if !(byte.is_ascii_whitespace() && before == b'=') {
            before = byte;
        }
    }
    (last, tag.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_pages_pass_unchanged() {
        let page =
            r#"<p class="a b" title='x > y'>1 < 2 <br/> <!-- <a b> --> <script>if (a<b) "</p>"</script><style>a{}"#;
        assert!(matches!(without_excess_attributes(page), Cow::Borrowed(_)));
    }

    #[test]
    fn attributes_past_the_limit_are_cut_and_the_text_stays() {
        let page = format!("<p {}>text</p>", (0..100_000).fold(String::new(), |all, n| format!("{all} a{n}='é>'")));
        let cut = without_excess_attributes(&page);
        assert!(cut.len() < 4_000 && cut.ends_with(">text</p>"), "{}", &cut[cut.len() - 40..]);
        assert_eq!(parse(&page).document.text().as_ref(), "text");
    }

    #[test]
    fn depth_is_bounded_whatever_opens_the_elements() {
        for opener in ["<div>", "<b id=x>", "<table><tr><td>", "<ul><li>", "<div><table><tr><td></div>", "<p><a><font>"]
        {
            let parsed = parse(&format!("{}deep", opener.repeat(1_000)));
            let deepest = parsed.document.root().descendants_it().map(|node| node.ancestors_it(None).count()).max();
            assert!(deepest.is_some_and(|depth| depth < DEPTH + 64), "{opener}: {deepest:?}");
            assert!(parsed.document.text().ends_with("deep"), "{opener}");
        }
    }

    #[test]
    fn json_ld_is_kept_and_scripts_are_not() {
        let parsed = parse("<script>x</script><script type='application/ld+json'>{\"a\":1}</script><p>y");
        assert_eq!(parsed.json_ld, ["{\"a\":1}"]);
        assert_eq!(parsed.document.text().as_ref(), "y");
    }
}
