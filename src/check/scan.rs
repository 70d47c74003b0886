//! One page as a browser's tokenizer sees it: its ids, its links, its sentences, its faults.

use super::element::{Open, Stack, is_void};
use super::findings::Kind;
use super::link::Purpose;
use super::sentences::number_of;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::{Attribute, LocalName};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// What a page holds.
#[derive(Default)]
pub(super) struct Scan {
    /// Every id, with the line of its tag.
    pub(super) ids: Vec<(StrTendril, u32)>,
    /// Every address.
    pub(super) links: Vec<Link>,
    /// The words shown of each sentence.
    pub(super) sentences: BTreeMap<u32, Shown>,
    /// What is wrong with the markup.
    pub(super) faults: Vec<Fault>,
    /// Whether the page sends its reader on to another by itself.
    pub(super) redirects: bool,
}

/// An address in a page.
pub(super) struct Link {
    /// The address as the page has it, character references resolved.
    pub(super) href: StrTendril,
    /// What it is for.
    pub(super) purpose: Purpose,
    /// The line that its tag ends on.
    pub(super) line: u32,
    /// The words that the sentence there must hold, where it is a citation by quoted words.
    pub(super) words: Option<StrTendril>,
}

/// A sentence as a page shows it.
#[derive(Default)]
pub(super) struct Shown {
    /// The line of its first element.
    pub(super) line: u32,
    /// Its words, white space as in the page.
    pub(super) text: String,
}

/// Something wrong with a page's markup.
pub(super) struct Fault {
    /// Of what kind.
    pub(super) kind: Kind,
    /// On which line.
    pub(super) line: u32,
    /// What to point at on that line; the whole line where empty.
    pub(super) needle: String,
    /// What is wrong.
    pub(super) message: String,
}

/// Reads a page.
pub(super) fn scan(html: &str) -> Scan {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Reader::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.state.into_inner().finish()
}

/// Takes the tokenizer's tokens.
#[derive(Default)]
struct Reader {
    state: RefCell<State>,
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        self.state.borrow_mut().token(token, line as u32)
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.state.borrow().open.top().is_some_and(|open| open.foreign)
    }
}

#[derive(Default)]
struct State {
    scan: Scan,
    open: Stack,
    doctype: bool,
    lang: bool,
    title: bool,
    /// The text so far of the data block that is being read.
    data: Option<String>,
}

impl State {
    fn token(&mut self, token: Token, line: u32) -> TokenSinkResult<()> {
        match token {
            Token::DoctypeToken(doctype) => {
                self.doctype |= doctype.name.is_some_and(|name| &*name == "html") && !doctype.force_quirks;
            }
            Token::TagToken(tag) => match tag.kind {
                TagKind::StartTag => return self.start(tag, line),
                TagKind::EndTag => self.end(&tag.name, line),
            },
            Token::CharacterTokens(text) => self.text(&text),
            Token::NullCharacterToken => self.text("\u{fffd}"),
            // Told with more detail where the tag is looked at.
            Token::ParseError(message) if message == "Duplicate attribute" => {}
            Token::ParseError(message) => {
                self.fault(Kind::MalformedHtml, line, "", format!("a browser has to guess here: {message}"));
            }
            Token::CommentToken(_) | Token::EOFToken => {}
        }
        TokenSinkResult::Continue
    }

    fn text(&mut self, text: &str) {
        if let Some(data) = &mut self.data {
            data.push_str(text);
        }
        let Some(open) = self.open.top() else { return };
        if !self.title && &*open.name == "title" && !open.foreign {
            self.title = !text.trim().is_empty();
        }
        if let Some(number) = open.sentence.filter(|_| !open.apparatus)
            && let Some(shown) = self.scan.sentences.get_mut(&number)
        {
            shown.text.push_str(text);
        }
    }

    fn start(&mut self, mut tag: Tag, line: u32) -> TokenSinkResult<()> {
        let name = tag.name.clone();
        self.check_tag(&tag, line);
        if &*name == "br" {
            self.text("\n");
        }
        let (inherited, outer_apparatus, outer_foreign) = self.open.top().map_or((None, false, false), |open| {
            (open.sentence, open.apparatus, open.foreign && &*open.name != "foreignobject")
        });
        let foreign = outer_foreign || matches!(&*name, "svg" | "math");
        let sentence = self.begin_sentence(&tag, line).or(inherited);
        let apparatus = outer_apparatus
            || value(&tag, "data-apparatus").is_some()
            || value(&tag, "class").is_some_and(|class| class.split_ascii_whitespace().any(|word| word == "permalink"));
        let raw = if foreign { None } else { raw_kind(&name) };
        if &*name == "script" && value(&tag, "src").is_none() {
            self.check_script(&tag, line);
        }
        self.take_addresses(&mut tag, line, foreign);
        if !(is_void(&name) && !foreign || foreign && tag.self_closing) {
            self.open.push(Open { name, line, foreign, sentence, apparatus });
        }
        raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
    }

    fn end(&mut self, name: &LocalName, line: u32) {
        if &**name == "script"
            && let Some(data) = self.data.take()
            && let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(&data)
        {
            self.fault(Kind::BadJson, line, "</script", format!("the data that ends here is not JSON: {error}"));
        }
        match self.open.close(name) {
            None => self.fault(Kind::StrayEndTag, line, format!("</{name}"), format!("</{name}> closes nothing")),
            Some(inside) => inside.into_iter().for_each(|open| self.unclosed(&open, &format!("before </{name}>"))),
        }
    }

    fn finish(mut self) -> Scan {
        for open in self.open.take() {
            self.unclosed(&open, "before the page ends");
        }
        for (there, kind, message) in [
            (self.doctype, Kind::MissingDoctype, "the page has no <!doctype html>"),
            (self.lang, Kind::MissingLang, "the page does not say what language it is in"),
            (self.title, Kind::MissingTitle, "the page has no title"),
        ] {
            if !there {
                self.fault(kind, 0, "", message);
            }
        }
        self.scan
    }

    fn unclosed(&mut self, open: &Open, when: &str) {
        let name = &open.name;
        self.fault(Kind::UnclosedElement, open.line, format!("<{name}"), format!("<{name}> is not closed {when}"));
    }

    fn fault(&mut self, kind: Kind, line: u32, needle: impl Into<String>, message: impl Into<String>) {
        self.scan.faults.push(Fault { kind, line, needle: needle.into(), message: message.into() });
    }

    /// What a start tag alone, and where it stands, tell.
    fn check_tag(&mut self, tag: &Tag, line: u32) {
        let name = &tag.name;
        if tag.had_duplicate_attributes {
            let message = format!("<{name}> has an attribute twice");
            self.fault(Kind::DuplicateAttribute, line, format!("<{name}"), message);
        }
        if let Some(outer) = self.open.ended_by(name) {
            let message = format!("<{name}> cannot stand in <{}>: browsers close that first", outer.name);
            self.fault(Kind::MisnestedElement, line, format!("<{name}"), message);
        }
        for Attribute { name: attribute, .. } in &tag.attrs {
            let attribute = &*attribute.local;
            if attribute == "style" {
                self.fault(Kind::InlineStyle, line, "style=", format!("<{name}> has a style attribute"));
            } else if attribute.len() > 2 && attribute.starts_with("on") {
                self.fault(Kind::InlineScript, line, attribute, format!("<{name}> has a script in {attribute}"));
            }
        }
        match &**name {
            "img" if value(tag, "alt").is_none() => {
                self.fault(Kind::MissingAlt, line, "<img", "a picture has no text that stands for it");
            }
            "style" => self.fault(Kind::InlineStyle, line, "<style", "a stylesheet stands in the page"),
            "html" => self.lang |= value(tag, "lang").is_some_and(|lang| !lang.trim().is_empty()),
            _ => {}
        }
    }

    /// A script element without an address is a script in the page, or data that no policy forbids.
    fn check_script(&mut self, tag: &Tag, line: u32) {
        match value(tag, "type") {
            Some("application/ld+json" | "application/json") => self.data = Some(String::new()),
            _ => self.fault(Kind::InlineScript, line, "<script", "a script stands in the page"),
        }
    }

    /// The number of the sentence that an element carries, if it does.
    fn begin_sentence(&mut self, tag: &Tag, line: u32) -> Option<u32> {
        let rest = value(tag, "data-rest-of");
        let id = rest.or_else(|| value(tag, "data-part-of")).or_else(|| value(tag, "id"))?;
        let number = number_of(id)?;
        let shown = self.scan.sentences.entry(number).or_insert_with(|| Shown { line, text: String::new() });
        // Parts of one sentence stand in different blocks of the saved text, so a line break lay between; its rest only
        // stands on another page.
        if rest.is_none() {
            shown.text.push('\n');
        }
        Some(number)
    }

    /// Takes ids and addresses out of a start tag.
    fn take_addresses(&mut self, tag: &mut Tag, line: u32, foreign: bool) {
        let loading = loads(tag);
        let words = value(tag, "data-words").map(StrTendril::from_slice);
        let refresh = value(tag, "http-equiv").is_some_and(|what| what.eq_ignore_ascii_case("refresh"));
        for attribute in &mut tag.attrs {
            let content = std::mem::take(&mut attribute.value);
            let mut add = |href, purpose| self.scan.links.push(Link { href, purpose, line, words: words.clone() });
            match (&*attribute.name.local, &*tag.name) {
                ("id", _) => self.scan.ids.push((content, line)),
                ("href", "base") => {}
                ("href" | "xlink:href", "a" | "area") => add(content, Purpose::Follow),
                ("href", "link") => add(content, if loading { Purpose::Load } else { Purpose::Mention }),
                ("href" | "xlink:href", _) if foreign => add(content, Purpose::Load),
                ("src" | "poster", _) | ("data", "object") | ("ping", "a" | "area") => add(content, Purpose::Load),
                ("action" | "formaction", _) => add(content, Purpose::Mention),
                ("srcset", _) => candidates(&content).for_each(|href| add(href, Purpose::Load)),
                ("content", "meta") if refresh => {
                    self.scan.redirects = true;
                    if let Some(href) = destination(&content) {
                        add(href, Purpose::Follow);
                    }
                }
                ("for", "label" | "output") | ("aria-labelledby" | "aria-describedby" | "aria-controls", _) => {
                    content.split_ascii_whitespace().for_each(|id| add(id.into(), Purpose::Refer));
                }
                _ => {}
            }
        }
    }
}

fn value<'t>(tag: &'t Tag, name: &str) -> Option<&'t str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

/// Whether a browser fetches, or prepares to fetch, what a `link` element names.
fn loads(tag: &Tag) -> bool {
    let fetched = |word: &str| {
        matches!(
            word,
            "stylesheet"
                | "icon"
                | "apple-touch-icon"
                | "mask-icon"
                | "manifest"
                | "preload"
                | "modulepreload"
                | "prefetch"
                | "preconnect"
                | "dns-prefetch"
        )
    };
    value(tag, "rel").is_some_and(|rel| rel.split_ascii_whitespace().any(|word| fetched(&word.to_ascii_lowercase())))
}

/// The addresses in a `srcset`.
fn candidates(srcset: &str) -> impl Iterator<Item = StrTendril> + '_ {
    srcset.split(", ").filter_map(|candidate| candidate.split_ascii_whitespace().next()).map(StrTendril::from_slice)
}

/// The address in the content of `<meta http-equiv="refresh">`: `0; url=page.html`.
fn destination(content: &str) -> Option<StrTendril> {
    let (_, rest) = content.split_once(';')?;
    let (key, address) = rest.split_once('=')?;
    key.trim().eq_ignore_ascii_case("url").then(|| StrTendril::from_slice(address.trim().trim_matches(['"', '\''])))
}

/// How the tokenizer must read the content of an element that holds no markup.
fn raw_kind(name: &str) -> Option<RawKind> {
    match name {
        "script" => Some(RawKind::ScriptData),
        "style" | "iframe" | "noembed" | "noframes" | "xmp" => Some(RawKind::Rawtext),
        "title" | "textarea" => Some(RawKind::Rcdata),
        _ => None,
    }
}
