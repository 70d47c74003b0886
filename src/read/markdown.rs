//! Markdown in: a fixed rendering of all its text, one block a line.

use super::html::fragment;
use super::rendering::Rendering;
use super::{nesting, unclosed};
use crate::model::{LineKind, MarkupKind, SavedText};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Renders Markdown (`CommonMark` with tables, strikethrough and footnotes) as a saved text.
///
/// Punctuation stays as typed, entities are decoded, a line break inside a paragraph is a space.
/// Of HTML inside, the text is kept and the tags are not. Descriptions of pictures follow the
/// line that they stand in, as captions.
#[must_use]
pub(super) fn markdown(text: &str) -> SavedText {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let shown = unclosed::shown(text);
    let shallow = nesting::shallow(&shown);
    let mut writer = Writer::default();
    for event in Parser::new_ext(&shallow, options) {
        writer.event(event);
    }
    writer.finish();
    writer.out.into_saved()
}

#[derive(Default)]
struct Writer {
    out: Rendering,
    /// What lines are, by the blocks open around them.
    kinds: Vec<LineKind>,
    /// Pictures open around the current words, which are then their description.
    pictures: usize,
    description: String,
    /// Descriptions and inline pictures that wait for the line they stand in to end.
    after: Vec<SavedText>,
    /// An HTML block so far.
    html: String,
    /// An inline script or style is open: its content is no text.
    unseen: bool,
    cells: usize,
    /// The current line holds a footnote's name, and its first paragraph goes on there.
    labelled: bool,
}

impl Writer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.kind() == LineKind::Code => self.code(&text),
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.words(&text);
            }
            Event::SoftBreak | Event::HardBreak => self.words(" "),
            Event::Rule => self.finish(),
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(tag) => self.inline_html(&tag),
            Event::FootnoteReference(name) => self.words(&format!("[{name}]")),
            Event::TaskListMarker(done) => self.words(if done { "[x] " } else { "[ ] " }),
        }
    }

    fn kind(&self) -> LineKind {
        self.kinds.last().copied().unwrap_or(LineKind::Plain)
    }

    fn words(&mut self, text: &str) {
        if self.pictures > 0 {
            self.description.push_str(text);
        } else if !self.unseen {
            self.out.words(text);
        }
    }

    fn code(&mut self, text: &str) {
        for line in text.split_inclusive('\n') {
            self.out.verbatim(line.trim_end_matches(['\n', '\r']));
            if line.ends_with('\n') {
                self.finish();
            }
        }
    }

    /// Ends the current line, and gives what waited for that lines of its own.
    fn finish(&mut self) {
        self.finish_as(self.kind());
    }

    fn finish_as(&mut self, kind: LineKind) {
        self.out.finish(kind);
        self.unseen = false;
        for lines in std::mem::take(&mut self.after) {
            self.out.append(lines);
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis if self.pictures == 0 => self.out.open(MarkupKind::Emphasis),
            Tag::Strong if self.pictures == 0 => self.out.open(MarkupKind::Strong),
            Tag::Link { dest_url, .. } if self.pictures == 0 => self.out.open(MarkupKind::Link(dest_url.into_string())),
            Tag::Image { .. } => self.pictures += 1,
            Tag::Emphasis
            | Tag::Strong
            | Tag::Link { .. }
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
            Tag::TableCell => {
                if self.cells > 0 {
                    self.out.cell();
                }
                self.cells += 1;
            }
            block => {
                if !std::mem::take(&mut self.labelled) {
                    self.finish();
                }
                self.kinds.extend(kind_of(&block));
                if let Tag::FootnoteDefinition(name) = block {
                    self.words(&format!("[{name}] "));
                    self.labelled = true;
                }
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link if self.pictures == 0 => self.out.close(),
            TagEnd::Image => {
                self.pictures -= 1;
                if self.pictures == 0 {
                    self.describe();
                }
            }
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Link
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_)
            | TagEnd::TableCell => {}
            TagEnd::TableHead | TagEnd::TableRow => {
                self.cells = 0;
                self.finish_as(LineKind::TableRow);
            }
            TagEnd::HtmlBlock => self.html_block(),
            block => {
                self.finish();
                let holds_kind = matches!(
                    block,
                    TagEnd::Heading(_)
                        | TagEnd::BlockQuote(_)
                        | TagEnd::CodeBlock
                        | TagEnd::Item
                        | TagEnd::FootnoteDefinition
                );
                if holds_kind {
                    self.kinds.pop();
                }
            }
        }
    }

    fn describe(&mut self) {
        let mut caption = Rendering::default();
        caption.words(&std::mem::take(&mut self.description));
        caption.finish(LineKind::Caption);
        self.after.push(caption.into_saved());
    }

    fn html_block(&mut self) {
        let mut lines = fragment(&std::mem::take(&mut self.html));
        let kind = self.kind();
        for line in lines.lines.iter_mut().filter(|line| line.kind == LineKind::Plain) {
            line.kind = kind;
        }
        self.out.append(lines);
    }

    fn inline_html(&mut self, tag: &str) {
        let opens = |name: &str| tag.get(1..=name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
        if opens("br") {
            self.words(" ");
        } else if opens("img") {
            self.after.push(fragment(tag));
        } else if opens("script") || opens("style") {
            self.unseen = true;
        } else if opens("/script") || opens("/style") {
            self.unseen = false;
        }
    }
}

/// What the lines directly inside a block are, where the block says so.
fn kind_of(block: &Tag<'_>) -> Option<LineKind> {
    Some(match block {
        Tag::Heading { level, .. } => LineKind::Heading(*level as u8),
        Tag::BlockQuote(_) => LineKind::Quote,
        Tag::CodeBlock(_) => LineKind::Code,
        Tag::Item => LineKind::ListItem,
        Tag::FootnoteDefinition(_) => LineKind::Plain,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::html::assert_sound;
    use proptest::prelude::*;

    fn lines(text: &str) -> Vec<(LineKind, String)> {
        let saved = markdown(text);
        assert_sound(&saved);
        saved.lines.iter().map(|line| (line.kind, line.span.of(&saved.text).to_owned())).collect()
    }

    fn texts(text: &str) -> Vec<String> {
        lines(text).into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn each_block_is_a_line_of_its_kind() {
        let text = "Head *line*\n===\n\n### Sub\n\none\ntwo\\\nthree\n\n- item\n  - inner\n- other\n\n  more\n\n> said\n> on\n\n\
            | a | b |\n|---|---|\n| c | `d` |\n\n```\n x  y\n\nz\n```\n\n    four\n\n***\n![A *cat*](c.jpg \"t\")\n";
        let expected = [
            (LineKind::Heading(1), "Head line"),
            (LineKind::Heading(3), "Sub"),
            (LineKind::Plain, "one two three"),
            (LineKind::ListItem, "item"),
            (LineKind::ListItem, "inner"),
            (LineKind::ListItem, "other"),
            (LineKind::ListItem, "more"),
            (LineKind::Quote, "said on"),
            (LineKind::TableRow, "a\tb"),
            (LineKind::TableRow, "c\td"),
            (LineKind::Code, "x  y"),
            (LineKind::Code, "z"),
            (LineKind::Code, "four"),
            (LineKind::Caption, "A cat"),
        ];
        assert_eq!(lines(text), expected.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn characters_stay_as_typed_and_entities_are_decoded() {
        assert_eq!(
            texts("He said \"it's -- done...\" &amp; left&nbsp;on 5 ~~May~~ [ ] \\*"),
            ["He said \"it's -- done...\" & left\u{a0}on 5 May [ ] *"]
        );
    }

    #[test]
    fn links_and_stress_are_ranges_and_shares() {
        let saved = markdown("See **the [page](http://x.example/a)** and <http://y.example/>.");
        let covered: Vec<&str> = saved.markup.iter().map(|m| m.span.of(&saved.text)).collect();
        assert_eq!(covered, ["the page", "page", "http://y.example/"]);
        assert!(saved.lines[0].link_share > 50 && saved.lines[0].in_body.is_none());
    }

    #[test]
    fn html_inside_gives_its_text_only() {
        let text = "<div class=x>\n<p>One &amp; <b>two</b></p><script>no</script>\n</div>\n\nthree<br>four <span>five</span> \
            <img alt='A dog'>\n\n<style>\np{}\n\nq{}\n</style>\n\nsix <script>no</script> seven <!-- no -->\n";
        assert_eq!(texts(text), ["One & two", "three four five", "A dog", "six seven"]);
    }

    #[test]
    fn footnotes_keep_their_names() {
        assert_eq!(texts("Claim[^1] and [^2].\n\n[^1]: Proof *here*.\n"), ["Claim[1] and [^2].", "[1] Proof here."]);
    }

    #[test]
    fn hostile_nesting_ends_soon() {
        assert_eq!(texts(&format!("{}deep\n{}", ">".repeat(100_000), "a\n".repeat(10_000)))[0].len(), 20_004);
        assert!(texts(&"- ".repeat(100_000)).is_empty());
        assert_eq!(texts(&format!("{}x", "> - ".repeat(50_000))), ["x"]);
        for unit in ["[", "![", "*a **b ", "`", "<", "[a](", "|", "&", "~~", "_a", "[^", "<a href='"] {
            let saved = markdown(&unit.repeat(20_000));
            assert_sound(&saved);
        }
    }

    proptest! {
        #[test]
        fn every_rendering_is_sound(text in "([ a-zé\u{a0}\u{2028}\t\r\n&;<>\"'=*_`~#|!()^0-9.-]|\\[|\\]|<b>|</p>|> |- |\n\n|```\n|    |[|]-[|]){0,80}") {
            assert_sound(&markdown(&text));
        }
    }
}
