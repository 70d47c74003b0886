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

/// An enum of rules, each with a stable name and with words for people.
macro_rules! rules {
    ($(#[doc = $about:literal])+ $of:ident: $($(#[doc = $doc:literal])+ $name:ident $code:literal $words:literal;)+) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $of {
            $($(#[doc = $doc])+ $name,)+
        }

        impl $of {
            /// Every rule.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The rule's stable name.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }

            /// The rule in words.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self {
                    $(Self::$name => $words,)+
                }
            }
        }
    };
}

pub(super) use rules;

rules! {
    /// Why a block has its role. Every page and export that shows a role can show its rule; its words are a clause that follows
    /// the role: "furniture: …".
    Rule:
    /// Every line is kept as body (`--keep-all`).
    KeepAll "keep-all" "every line is kept as body, as asked";
    /// The line recurs across the articles of its outlet.
    Recurs "recurs" "the line recurs across the articles of this outlet";
    /// The article is in a language that is not analysed.
    NotAnalysed "not-analysed" "the article is in a language that is not analysed";
    /// Body: it stands in the run of prose that the page is about.
    MainText "main-text" "it stands in the main run of prose";
    /// Body: the page marks it as its main text.
    PageBody "page-body" "the page marks it as main text";
    /// Body: an item of a list that belongs to the text.
    ListInText "list-in-text" "it is an item of a list inside the text";
    /// Body: a line break cut a sentence here.
    CutByBreak "cut-by-break" "a line break cuts a sentence here";
    /// Headline: the title that the metadata gives.
    GivenTitle "given-title" "it is the title that the article's metadata gives";
    /// Headline: shaped like a title and placed above the text.
    TitleShape "title-shape" "it looks like a title and stands above the text";
    /// Kicker: a few words right above the headline.
    AboveHeadline "above-headline" "a few words right above the headline";
    /// Standfirst: a summary between headline and text.
    BelowHeadline "below-headline" "a summary between the headline and the text";
    /// Subheading: the page marks it as a heading.
    MarkedHeading "marked-heading" "it is marked as a heading inside the text";
    /// Subheading: a short line without a full stop between paragraphs.
    ShortLine "short-line" "a short line without a full stop between paragraphs";
    /// Dateline: only a place, a date or a time.
    DateStamp "date-stamp" "it holds only a date, with a place or a time";
    /// Byline: "By" and a name.
    BylineShape "byline-shape" "it is \"by\" and a name";
    /// Byline: a phrase that names the writers.
    BylineWords "byline-words" "a phrase in it says who wrote or reported this";
    /// Credit: a phrase that names who took a picture.
    CreditWords "credit-words" "a phrase in it says who took a picture or supplied material";
    /// Caption: a phrase that says that a picture is described.
    CaptionWords "caption-words" "a phrase in it says that a picture is described";
    /// Caption: a description that breaks off at the edge of the text.
    CaptionShape "caption-shape" "a description at the edge of the text that breaks off";
    /// Caption: the page marks it as one.
    PageCaption "page-caption" "the page marks it as a picture's caption";
    /// Repeat: the same words stand elsewhere on the page.
    SameWords "same-words" "the same words stand elsewhere on the page";
    /// Repeat: nearly all of its words stand, in order, in another block.
    NearlySameWords "nearly-same-words" "nearly the same words stand elsewhere on the page";
    /// Repeat: the cut-off beginning of a paragraph that is there in full.
    CutCopy "cut-copy" "the cut-off beginning of a paragraph that is there in full";
    /// Furniture: a labelled value, taken as metadata.
    Label "label" "a labelled value, taken as metadata";
    /// Furniture: comment forms and comment sections.
    Comments "comments" "it belongs to a comment form or comment section";
    /// Furniture: copyright, legal and cookie notices.
    Notice "notice" "a copyright, legal or cookie notice";
    /// Furniture: offers to subscribe, register or donate.
    Newsletter "newsletter" "an offer to subscribe, register or donate";
    /// Furniture: lists of what others read.
    MostRead "most-read" "a list of what others read";
    /// Furniture: pointers to other stories.
    Related "related" "it points to other stories";
    /// Furniture: share and follow lines.
    Share "share" "a line for sharing or following";
    /// Furniture: stamps of print views and downloads.
    Print "print" "a stamp of a print view or a tool of the page";
    /// Furniture: tags and categories.
    Tags "tags" "a list of tags or categories";
    /// Furniture: boxes about the writer.
    AuthorBox "author-box" "a box about the writer";
    /// Furniture: advertisements and their labels.
    Advert "advert" "an advertisement or its label";
    /// Furniture: menus and controls.
    Navigation "navigation" "a menu entry or a control of the page";
    /// Furniture: a headline, summary or date of another story.
    Teaser "teaser" "it teases another story";
    /// Furniture: a line that is nearly all link, or looks like one.
    LinkLine "link-line" "it looks like a link to another page";
    /// Furniture: no words at all.
    Symbols "symbols" "it holds no words";
    /// Furniture: nothing but an address of the web.
    Address "address" "it is nothing but a web address";
    /// Furniture: the page keeps it outside its main text.
    PageOutside "page-outside" "the page keeps it outside the main text";
    /// Furniture: before the main run of prose.
    BeforeText "before-text" "it stands before the main run of prose";
    /// Furniture: after the main run of prose.
    AfterText "after-text" "it stands after the main run of prose";
}
