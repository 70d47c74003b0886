//! What a block is to its article, and the rule that says so.

use serde::Serialize;

/// What a block is to the article that its page holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The article's title as the page shows it.
    Headline,
    /// The summary under the headline.
    Standfirst,
    /// A heading inside the article.
    Subheading,
    /// A section name or label above the headline.
    Kicker,
    /// Place and date at the head of the text.
    Dateline,
    /// Who wrote it.
    Byline,
    /// The article itself.
    Body,
    /// What a picture shows.
    Caption,
    /// Who took a picture or supplied material.
    Credit,
    /// A second copy of something that the page already shows.
    Repeat,
    /// Anything of the page that is not the article: menus, teasers, forms, notices.
    Furniture,
}

impl Role {
    /// Every role, in the order in which pages explain them.
    pub const ALL: [Self; 11] = [
        Self::Headline,
        Self::Standfirst,
        Self::Subheading,
        Self::Kicker,
        Self::Dateline,
        Self::Byline,
        Self::Body,
        Self::Caption,
        Self::Credit,
        Self::Repeat,
        Self::Furniture,
    ];

    /// The word that exports use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Standfirst => "standfirst",
            Self::Subheading => "subheading",
            Self::Kicker => "kicker",
            Self::Dateline => "dateline",
            Self::Byline => "byline",
            Self::Body => "body",
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::Repeat => "repeat",
            Self::Furniture => "furniture",
        }
    }

    /// Whether the article page folds blocks of this role away.
    #[must_use]
    pub const fn is_folded(self) -> bool {
        matches!(self, Self::Furniture | Self::Repeat)
    }
}

/// Why a block has its role. Every page and export that shows a role can show its rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// Every line is kept as body (`--keep-all`).
    KeepAll,
    /// The line recurs across the articles of its outlet.
    Recurs,
    /// The article is in a language that is not analysed.
    NotAnalysed,
    /// Body: it stands in the run of prose that the page is about.
    MainText,
    /// Body: the page marks it as its main text.
    PageBody,
    /// Body: an item of a list that belongs to the text.
    ListInText,
    /// Body: a line break cut a sentence here.
    CutByBreak,
    /// Headline: the title that the metadata gives.
    GivenTitle,
    /// Headline: shaped like a title and placed above the text.
    TitleShape,
    /// Kicker: a few words right above the headline.
    AboveHeadline,
    /// Standfirst: a summary between headline and text.
    BelowHeadline,
    /// Subheading: the page marks it as a heading.
    MarkedHeading,
    /// Subheading: a short line without a full stop between paragraphs.
    ShortLine,
    /// Dateline: only a place, a date or a time.
    DateStamp,
    /// Byline: "By" and a name.
    BylineShape,
    /// Byline: a phrase that names the writers.
    BylineWords,
    /// Credit: a phrase that names who took a picture.
    CreditWords,
    /// Caption: a phrase that says that a picture is described.
    CaptionWords,
    /// Caption: a description that breaks off at the edge of the text.
    CaptionShape,
    /// Caption: the page marks it as one.
    PageCaption,
    /// Repeat: the same words stand elsewhere on the page.
    SameWords,
    /// Repeat: nearly all of its words stand, in order, in another block.
    NearlySameWords,
    /// Repeat: the cut-off beginning of a paragraph that is there in full.
    CutCopy,
    /// Furniture: a labelled value, taken as metadata.
    Label,
    /// Furniture: comment forms and comment sections.
    Comments,
    /// Furniture: copyright, legal and cookie notices.
    Notice,
    /// Furniture: offers to subscribe, register or donate.
    Newsletter,
    /// Furniture: lists of what others read.
    MostRead,
    /// Furniture: pointers to other stories.
    Related,
    /// Furniture: share and follow lines.
    Share,
    /// Furniture: stamps of print views and downloads.
    Print,
    /// Furniture: tags and categories.
    Tags,
    /// Furniture: boxes about the writer.
    AuthorBox,
    /// Furniture: advertisements and their labels.
    Advert,
    /// Furniture: menus and controls.
    Navigation,
    /// Furniture: a headline, summary or date of another story.
    Teaser,
    /// Furniture: a line that is nearly all link, or looks like one.
    LinkLine,
    /// Furniture: no words at all.
    Symbols,
    /// Furniture: nothing but an address of the web.
    Address,
    /// Furniture: the page keeps it outside its main text.
    PageOutside,
    /// Furniture: before the main run of prose.
    BeforeText,
    /// Furniture: after the main run of prose.
    AfterText,
}

impl Rule {
    /// Every rule, in the order in which pages explain them.
    pub const ALL: &[Self] = &[Self::KeepAll, Self::NotAnalysed];

    /// The rule's stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::KeepAll => "keep-all",
            Self::Recurs => "recurs",
            Self::NotAnalysed => "not-analysed",
            Self::MainText => "main-text",
            Self::PageBody => "page-body",
            Self::ListInText => "list-in-text",
            Self::CutByBreak => "cut-by-break",
            Self::GivenTitle => "given-title",
            Self::TitleShape => "title-shape",
            Self::AboveHeadline => "above-headline",
            Self::BelowHeadline => "below-headline",
            Self::MarkedHeading => "marked-heading",
            Self::ShortLine => "short-line",
            Self::DateStamp => "date-stamp",
            Self::BylineShape => "byline-shape",
            Self::BylineWords => "byline-words",
            Self::CreditWords => "credit-words",
            Self::CaptionWords => "caption-words",
            Self::CaptionShape => "caption-shape",
            Self::PageCaption => "page-caption",
            Self::SameWords => "same-words",
            Self::NearlySameWords => "nearly-same-words",
            Self::CutCopy => "cut-copy",
            Self::Label => "label",
            Self::Comments => "comments",
            Self::Notice => "notice",
            Self::Newsletter => "newsletter",
            Self::MostRead => "most-read",
            Self::Related => "related",
            Self::Share => "share",
            Self::Print => "print",
            Self::Tags => "tags",
            Self::AuthorBox => "author-box",
            Self::Advert => "advert",
            Self::Navigation => "navigation",
            Self::Teaser => "teaser",
            Self::LinkLine => "link-line",
            Self::Symbols => "symbols",
            Self::Address => "address",
            Self::PageOutside => "page-outside",
            Self::BeforeText => "before-text",
            Self::AfterText => "after-text",
        }
    }

    /// The rule in words, as a clause that follows the role: "furniture: …".
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::KeepAll => "every line is kept as body, as asked",
            Self::Recurs => "the line recurs across the articles of this outlet",
            Self::NotAnalysed => "the article is in a language that is not analysed",
            Self::MainText => "it stands in the main run of prose",
            Self::PageBody => "the page marks it as main text",
            Self::ListInText => "it is an item of a list inside the text",
            Self::CutByBreak => "a line break cuts a sentence here",
            Self::GivenTitle => "it is the title that the article's metadata gives",
            Self::TitleShape => "it looks like a title and stands above the text",
            Self::AboveHeadline => "a few words right above the headline",
            Self::BelowHeadline => "a summary between the headline and the text",
            Self::MarkedHeading => "it is marked as a heading inside the text",
            Self::ShortLine => "a short line without a full stop between paragraphs",
            Self::DateStamp => "it holds only a date, with a place or a time",
            Self::BylineShape => "it is \"by\" and a name",
            Self::BylineWords => "a phrase in it says who wrote or reported this",
            Self::CreditWords => "a phrase in it says who took a picture or supplied material",
            Self::CaptionWords => "a phrase in it says that a picture is described",
            Self::CaptionShape => "a description at the edge of the text that breaks off",
            Self::PageCaption => "the page marks it as a picture's caption",
            Self::SameWords => "the same words stand elsewhere on the page",
            Self::NearlySameWords => "nearly the same words stand elsewhere on the page",
            Self::CutCopy => "the cut-off beginning of a paragraph that is there in full",
            Self::Label => "a labelled value, taken as metadata",
            Self::Comments => "it belongs to a comment form or comment section",
            Self::Notice => "a copyright, legal or cookie notice",
            Self::Newsletter => "an offer to subscribe, register or donate",
            Self::MostRead => "a list of what others read",
            Self::Related => "it points to other stories",
            Self::Share => "a line for sharing or following",
            Self::Print => "a stamp of a print view or a tool of the page",
            Self::Tags => "a list of tags or categories",
            Self::AuthorBox => "a box about the writer",
            Self::Advert => "an advertisement or its label",
            Self::Navigation => "a menu entry or a control of the page",
            Self::Teaser => "it teases another story",
            Self::LinkLine => "it looks like a link to another page",
            Self::Symbols => "it holds no words",
            Self::Address => "it is nothing but a web address",
            Self::PageOutside => "the page keeps it outside the main text",
            Self::BeforeText => "it stands before the main run of prose",
            Self::AfterText => "it stands after the main run of prose",
        }
    }
}
