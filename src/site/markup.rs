//! A page's emphasis and links, and the names and dates in it, as runs that never overlap, so that they always nest in HTML.

use crate::base::Span;
use crate::model::{Markup, MarkupKind};
use crate::site::escape::push_escaped;
use crate::site::routes::outward;
use std::collections::BTreeSet;

/// A stretch of the saved text over which the same markup holds.
#[derive(Clone, Copy)]
struct Run {
    span: Span,
    emphasis: bool,
    strong: bool,
    /// Index of the markup that links; the outermost of nested links.
    link: Option<usize>,
}

/// The runs over which some markup holds, in order. Cost grows with the count of ranges only.
fn runs(markup: &[Markup]) -> Vec<Run> {
    let mut borders: Vec<(u32, bool, usize)> = Vec::with_capacity(markup.len() * 2);
    for (index, range) in markup.iter().enumerate().filter(|(_, range)| !range.span.is_empty()) {
        borders.push((range.span.start, true, index));
        borders.push((range.span.end, false, index));
    }
    borders.sort_unstable();
    let (mut emphasis, mut strong, mut links) = (0_usize, 0_usize, BTreeSet::new());
    let mut out: Vec<Run> = Vec::new();
    let mut from = 0;
    for (at, opens, index) in borders {
        if at > from && (emphasis > 0 || strong > 0 || !links.is_empty()) {
            let span = Span { start: from, end: at };
            out.push(Run { span, emphasis: emphasis > 0, strong: strong > 0, link: links.first().copied() });
        }
        from = at;
        let step = |n: usize| if opens { n + 1 } else { n - 1 };
        match markup[index].kind {
            MarkupKind::Emphasis => emphasis = step(emphasis),
            MarkupKind::Strong => strong = step(strong),
            MarkupKind::Link(_) if opens => {
                links.insert(index);
            }
            MarkupKind::Link(_) => {
                links.remove(&index);
            }
        }
    }
    out
}

/// Words of the text of which the dossier knows something.
pub(crate) struct Known {
    /// The words.
    pub(crate) span: Span,
    /// What is known.
    pub(crate) what: Knowledge,
}

/// What is known of words of the text.
pub(crate) enum Knowledge {
    /// They name an actor that has a page.
    Actor {
        /// The kind of the actor, in the word that exports use.
        kind: &'static str,
        /// Where the name leads.
        href: String,
    },
    /// They name a time.
    Date {
        /// As the `time` element takes it; `None` where it has no form for it.
        datetime: Option<String>,
        /// The time in words, where the text has others.
        words: Option<String>,
    },
}

impl Knowledge {
    /// Writes the start tag, and gives the end tag.
    fn open(&self, out: &mut String) -> &'static str {
        let mut attribute = |name: &str, value: &str| {
            out.push_str(name);
            out.push_str("=\"");
            push_escaped(out, value);
            out.push('"');
        };
        let end = match self {
            Self::Actor { kind, href } => {
                attribute("<a class=\"actor\" data-kind", kind);
                attribute(" href", href);
                "</a>"
            }
            Self::Date { datetime, words } => {
                let end = if let Some(datetime) = datetime {
                    attribute("<time class=\"date\" datetime", datetime);
                    "</time>"
                } else {
                    attribute("<span class", "date");
                    "</span>"
                };
                if let Some(words) = words {
                    attribute(" title", words);
                }
                end
            }
        };
        out.push('>');
        end
    }
}

/// Writes words in their order, each with the markup that holds over it.
pub(crate) struct MarkedWords<'t> {
    text: &'t str,
    runs: Vec<Run>,
    /// What is known, in order.
    known: Vec<Known>,
    /// The first of it that does not start before the words at hand.
    next_known: usize,
    /// Where each markup leads, by its index; `None` where it leads nowhere that is safe.
    addresses: Vec<Option<String>>,
    /// The first run that does not end before the words at hand.
    next: usize,
    /// Stretches that another article shares, in order and without overlaps.
    shared: Vec<Span>,
}

impl<'t> MarkedWords<'t> {
    /// The words of `text`. Of `known`, which comes in order, that is marked which no markup crosses
    /// and which stands in no link already; of two that overlap the first.
    pub(crate) fn new(text: &'t str, markup: &[Markup], known: Vec<Known>) -> Self {
        let address = |markup: &Markup| match &markup.kind {
            MarkupKind::Link(address) => outward(address),
            MarkupKind::Emphasis | MarkupKind::Strong => None,
        };
        let addresses = markup.iter().map(address).collect();
        Self { text, runs: runs(markup), known, next_known: 0, addresses, next: 0, shared: Vec::new() }
    }

    /// The same with the stretches marked that another article shares; they come in order and do not overlap.
    pub(crate) fn sharing(self, shared: Vec<Span>) -> Self {
        Self { shared, ..self }
    }

    /// Appends the words at `span`; spans must come in order.
    pub(crate) fn push(&mut self, out: &mut String, span: Span) {
        let mut at = span.start;
        let mut open = None;
        while let Some(run) = self.runs.get(self.next).copied() {
            if run.span.end <= at {
                self.next += 1;
                continue;
            }
            let Some(here) = run.span.overlap(Span { start: at, end: span.end }) else { break };
            let link = run.link.filter(|index| self.addresses[*index].is_some());
            if open.is_some() && (open != link || here.start > at) {
                out.push_str("</a>");
                open = None;
            }
            self.push_known(out, Span { start: at, end: here.start });
            if let Some(address) = link.filter(|_| open.is_none()).and_then(|index| self.addresses[index].as_deref()) {
                out.push_str("<a href=\"");
                push_escaped(out, address);
                out.push_str("\" rel=\"nofollow noopener\">");
                open = link;
            }
            self.push_stressed(out, here, run, open.is_none());
            at = here.end;
            if at == span.end {
                break;
            }
        }
        out.push_str(if open.is_some() { "</a>" } else { "" });
        self.push_known(out, Span { start: at, end: span.end });
    }

    fn push_stressed(&mut self, out: &mut String, span: Span, run: Run, may_link: bool) {
        out.push_str(if run.strong { "<strong>" } else { "" });
        out.push_str(if run.emphasis { "<em>" } else { "" });
        if may_link {
            self.push_known(out, span);
        } else {
            self.push_words(out, span);
        }
        out.push_str(if run.emphasis { "</em>" } else { "" });
        out.push_str(if run.strong { "</strong>" } else { "" });
    }

    /// Words over which the markup does not change, with what is known of those that lie wholly in them.
    fn push_known(&mut self, out: &mut String, span: Span) {
        let mut at = span.start;
        while let Some(known) = self.known.get(self.next_known).filter(|known| known.span.start < span.end) {
            if known.span.start >= at && known.span.end <= span.end && !known.span.is_empty() {
                self.push_words(out, Span { start: at, end: known.span.start });
                let end = known.what.open(out);
                self.push_words(out, known.span);
                out.push_str(end);
                at = known.span.end;
            }
            self.next_known += 1;
        }
        self.push_words(out, Span { start: at, end: span.end });
    }

    /// Words in which nothing else begins or ends: what is shared is marked innermost, so that it never crosses a link.
    fn push_words(&self, out: &mut String, span: Span) {
        let mut at = span.start;
        let next = self.shared.partition_point(|shared| shared.end <= span.start);
        for here in self.shared[next..].iter().map_while(|shared| shared.overlap(span)) {
            self.push_plain(out, Span { start: at, end: here.start });
            out.push_str("<span class=\"shared\">");
            self.push_plain(out, here);
            out.push_str("</span>");
            at = here.end;
        }
        self.push_plain(out, Span { start: at, end: span.end });
    }

    fn push_plain(&self, out: &mut String, span: Span) {
        // Markup comes from pages; a range that parts a character would be a fault of their reader.
        push_escaped(out, span.get(self.text).expect("spans of a saved text lie on character borders"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, markup: &[(usize, usize, MarkupKind)]) -> String {
        let markup: Vec<Markup> = markup
            .iter()
            .map(|(start, end, kind)| Markup { span: Span::new(*start, *end), kind: kind.clone() })
            .collect();
        let mut out = String::new();
        MarkedWords::new(text, &markup, Vec::new()).push(&mut out, Span::new(0, text.len()));
        out
    }

    fn name(start: usize, end: usize) -> Known {
        let what = Knowledge::Actor { kind: "person", href: "a.html".to_owned() };
        Known { span: Span::new(start, end), what }
    }

    #[test]
    fn a_date_has_its_value_where_html_has_a_form_for_it() {
        let date = |start, end, datetime: Option<&str>| {
            let what = Knowledge::Date { datetime: datetime.map(str::to_owned), words: Some("a \"b\"".to_owned()) };
            Known { span: Span::new(start, end), what }
        };
        let mut out = String::new();
        let known = vec![date(0, 3, Some("2021")), date(4, 7, None)];
        MarkedWords::new("now and then", &[], known).push(&mut out, Span::new(0, 12));
        assert_eq!(
            out,
            "<time class=\"date\" datetime=\"2021\" title=\"a &quot;b&quot;\">now</time> \
             <span class=\"date\" title=\"a &quot;b&quot;\">and</span> then"
        );
    }

    #[test]
    fn names_are_linked_unless_markup_crosses_them_or_links_already() {
        let markup = [
            Markup { span: Span::new(4, 8), kind: MarkupKind::Emphasis },
            Markup { span: Span::new(12, 16), kind: MarkupKind::Link("https://a.org/".to_owned()) },
        ];
        let names = vec![name(0, 3), name(4, 6), name(7, 10), name(12, 13), name(15, 18), name(18, 20)];
        let mut out = String::new();
        MarkedWords::new("abc defg hi jklmnopqrs", &markup, names).push(&mut out, Span::new(0, 22));
        let link = |words: &str| format!("<a class=\"actor\" data-kind=\"person\" href=\"a.html\">{words}</a>");
        let (abc, de, pq) = (link("abc"), link("de"), link("pq"));
        let outward = "<a href=\"https://a.org/\" rel=\"nofollow noopener\">jklm</a>";
        assert_eq!(out, format!("{abc} <em>{de}fg</em> hi {outward}no{pq}rs"));
    }

    #[test]
    fn what_another_article_shares_is_marked_within_links_and_between_them() {
        let shared = vec![Span::new(2, 6), Span::new(7, 8)];
        let mut out = String::new();
        MarkedWords::new("abcdefghi", &[], vec![name(4, 9)]).sharing(shared).push(&mut out, Span::new(0, 9));
        let mark = |words: &str| format!("<span class=\"shared\">{words}</span>");
        let link = format!("{}g{}i", mark("ef"), mark("h"));
        let expected = format!("<a class=\"actor\" data-kind=\"person\" href=\"a.html\">{link}</a>");
        assert_eq!(out, format!("ab{}{expected}", mark("cd")));
    }

    #[test]
    fn overlapping_markup_gives_well_formed_html() {
        let overlapping = [(0, 6, MarkupKind::Emphasis), (3, 9, MarkupKind::Strong)];
        assert_eq!(
            marked("abcdefghij", &overlapping),
            "<em>abc</em><strong><em>def</em></strong><strong>ghi</strong>j"
        );
    }

    #[test]
    fn the_outer_of_two_links_wins_and_only_web_addresses_are_links() {
        let link = |address: &str| MarkupKind::Link(address.to_owned());
        let nested =
            [(0, 3, link("https://a.org/?x=1&y=\"")), (1, 2, link("https://b.org/")), (1, 5, MarkupKind::Strong)];
        assert_eq!(
            marked("abcdef", &nested),
            "<a href=\"https://a.org/?x=1&amp;y=%22\" rel=\"nofollow noopener\">a<strong>b</strong><strong>c</strong></a>\
             <strong>de</strong>f"
        );
        assert_eq!(marked("abcd", &[(0, 3, link("javascript:alert(1)"))]), "abcd");
    }

    #[test]
    fn words_in_pieces_keep_their_markup() {
        let text = "one two three";
        let markup = [Markup { span: Span::new(4, 13), kind: MarkupKind::Emphasis }];
        let mut words = MarkedWords::new(text, &markup, Vec::new());
        let mut out = String::new();
        words.push(&mut out, Span::new(0, 7));
        out.push('|');
        words.push(&mut out, Span::new(8, 13));
        assert_eq!(out, "one <em>two</em>|<em>three</em>");
    }
}
